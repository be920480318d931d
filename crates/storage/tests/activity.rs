//! The activity log, on every database.

use chrono::Duration;
use domain::activity::{Entry, Filter};
use domain::ids::{CustomerId, UserId};
use domain::time::Instant;
use storage::{Store, Tx, activity};
use uuid::Uuid;

testkit::on_each_backend! {
    entries_are_numbered_without_a_gap
    a_dropped_entry_leaves_no_gap
    the_log_is_append_only
    entries_are_found_by_day_person_and_kind
    pages_follow_the_last_number
    people_stand_under_their_latest_name
    a_chain_is_read_in_pieces
}

fn noon() -> Instant {
    "2019-06-10T04:00:00Z".parse().unwrap()
}

fn tenant() -> Uuid {
    Uuid::from_u128(1)
}

fn entry(actor: u128, kind: &str, at: Instant) -> Entry {
    Entry {
        seq: 0,
        at,
        actor: UserId::from(Uuid::from_u128(actor)),
        actor_name: format!("Person {actor}"),
        kind: kind.to_owned(),
        subject: "𠮷祥".to_owned(),
        customer: Some(CustomerId::from(Uuid::from_u128(9))),
        before: None,
        after: Some("11".to_owned()),
    }
}

/// Appends `entry` with a hash that names its number.
async fn append(tx: &mut Tx, tenant: Uuid, entry: Entry) -> Entry {
    let head = activity::take_number(tx, tenant).await.unwrap();
    let entry = Entry { seq: head.seq, ..entry };
    let hash = [u8::try_from(head.seq).unwrap(); 32];
    activity::append(tx, tenant, &entry, &hash).await.unwrap();
    entry
}

fn everything() -> Filter {
    Filter { limit: 100, ..Filter::default() }
}

async fn entries_are_numbered_without_a_gap(store: Store) {
    let mut tx = store.write().await.unwrap();
    let first = append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    let second = append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    let elsewhere = append(&mut tx, Uuid::nil(), entry(2, "signed-in", noon())).await;
    assert_eq!((first.seq, second.seq, elsewhere.seq), (1, 2, 1));

    let listed = activity::list(&mut tx, tenant(), &everything()).await.unwrap();

    assert_eq!(listed, [second, first]);
    let head = activity::take_number(&mut tx, tenant()).await.unwrap();
    assert_eq!((head.seq, head.hash), (3, vec![2; 32]));
}

async fn a_dropped_entry_leaves_no_gap(store: Store) {
    let mut tx = store.write().await.unwrap();
    append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    tx.commit().await.unwrap();
    let mut tx = store.write().await.unwrap();
    append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    drop(tx);

    let mut tx = store.write().await.unwrap();
    let next = append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;

    assert_eq!(next.seq, 2);
    let heads = activity::heads(&mut tx).await.unwrap();
    assert_eq!(heads.len(), 1);
    assert_eq!((heads[0].0, heads[0].1.seq), (tenant(), 2));
}

async fn the_log_is_append_only(store: Store) {
    for statement in ["UPDATE activity_log SET kind = 'x'", "DELETE FROM activity_log"] {
        let mut tx = store.write().await.unwrap();
        append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
        let refused = testkit::run_sql(&mut tx, statement).await.unwrap_err();
        assert!(refused.contains("append-only"), "{statement}: {refused}");
    }
}

async fn entries_are_found_by_day_person_and_kind(store: Store) {
    // The operator's 10 June ends at 16:00 UTC.
    let midnight: Instant = "2019-06-10T16:00:00Z".parse().unwrap();
    let mut tx = store.write().await.unwrap();
    append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    append(&mut tx, tenant(), entry(2, "signed-in", midnight - Duration::microseconds(1))).await;
    append(&mut tx, tenant(), entry(1, "password-changed", midnight)).await;
    let day = |text: &str| Some(text.parse().unwrap());
    let by = |actor| Some(UserId::from(Uuid::from_u128(actor)));
    let kind = |kind: &str| Some(kind.to_owned());

    for (filter, expected) in [
        (everything(), vec![3, 2, 1]),
        (Filter { last: day("2019-06-10"), ..everything() }, vec![2, 1]),
        (Filter { first: day("2019-06-11"), ..everything() }, vec![3]),
        (
            Filter { first: day("2019-06-10"), last: day("2019-06-11"), ..everything() },
            vec![3, 2, 1],
        ),
        (Filter { first: day("2019-06-12"), ..everything() }, vec![]),
        (Filter { actor: by(1), ..everything() }, vec![3, 1]),
        (Filter { kind: kind("signed-in"), ..everything() }, vec![2, 1]),
        (Filter { actor: by(2), kind: kind("password-changed"), ..everything() }, vec![]),
    ] {
        let listed = activity::list(&mut tx, tenant(), &filter).await.unwrap();
        let numbers: Vec<_> = listed.iter().map(|entry| entry.seq).collect();
        assert_eq!(numbers, expected, "{filter:?}");
        let count = activity::count(&mut tx, tenant(), &filter).await.unwrap();
        assert_eq!(usize::try_from(count), Ok(expected.len()), "{filter:?}");
    }
    let kinds = activity::kinds(&mut tx, tenant()).await.unwrap();
    assert_eq!(kinds, ["password-changed", "signed-in"]);
}

async fn pages_follow_the_last_number(store: Store) {
    let mut tx = store.write().await.unwrap();
    for _ in 0..5 {
        append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    }
    for (before_seq, expected) in [(None, vec![5, 4]), (Some(4), vec![3, 2]), (Some(2), vec![1])] {
        let filter = Filter { before_seq, limit: 2, ..Filter::default() };
        let listed = activity::list(&mut tx, tenant(), &filter).await.unwrap();
        let numbers: Vec<_> = listed.iter().map(|entry| entry.seq).collect();
        assert_eq!(numbers, expected, "before {before_seq:?}");
        assert_eq!(activity::count(&mut tx, tenant(), &filter).await.unwrap(), 5);
    }
}

async fn people_stand_under_their_latest_name(store: Store) {
    let mut tx = store.write().await.unwrap();
    append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    append(&mut tx, tenant(), entry(2, "signed-in", noon())).await;
    let renamed = Entry { actor_name: "A new name".to_owned(), ..entry(2, "signed-in", noon()) };
    append(&mut tx, tenant(), renamed).await;

    let people = activity::actors(&mut tx, tenant()).await.unwrap();

    let names: Vec<_> = people.iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["A new name", "Person 1"]);
}

async fn a_chain_is_read_in_pieces(store: Store) {
    let mut tx = store.write().await.unwrap();
    for _ in 0..3 {
        append(&mut tx, tenant(), entry(1, "signed-in", noon())).await;
    }
    for (after, expected) in [(0, vec![1, 2]), (2, vec![3]), (3, vec![])] {
        let piece = activity::chain(&mut tx, tenant(), after, 2).await.unwrap();
        let numbers: Vec<_> = piece.iter().map(|(entry, hash)| (entry.seq, hash[31])).collect();
        let expected: Vec<_> = expected.into_iter().map(|seq: u8| (i64::from(seq), seq)).collect();
        assert_eq!(numbers, expected, "after {after}");
    }
}
