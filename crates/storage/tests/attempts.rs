//! Attempts, kept forms, leases and settings, on every database.

use chrono::Duration;
use domain::ids::RequestId;
use domain::time::Instant;
use storage::forms::{self, KeptForm};
use storage::{Store, Tx, attempts, jobs, settings};
use uuid::Uuid;

testkit::on_each_backend! {
    a_request_is_claimed_once
    a_claim_that_is_not_committed_never_was
    a_second_attempt_waits_for_the_first
    a_withdrawn_attempt_may_be_made_again
    old_attempts_are_forgotten
    a_kept_form_expires
    a_lease_has_one_holder
    the_last_run_of_a_job_is_known
    a_setting_is_replaced
}

fn noon() -> Instant {
    "2019-06-10T04:00:00Z".parse().unwrap()
}

fn request(number: u128) -> RequestId {
    RequestId::from(Uuid::from_u128(number))
}

async fn claim(tx: &mut Tx, number: u128, at: Instant) -> Option<attempts::Earlier> {
    let actor = Uuid::from_u128(7);
    attempts::claim(tx, request(number), actor, "tests.try", b"print", at).await.unwrap()
}

async fn a_request_is_claimed_once(store: Store) {
    let mut tx = store.write().await.unwrap();
    assert!(claim(&mut tx, 1, noon()).await.is_none());
    attempts::keep_outcome(&mut tx, request(1), "12").await.unwrap();

    let earlier = claim(&mut tx, 1, noon()).await.unwrap();

    assert_eq!(earlier.outcome, "12");
    assert_eq!(earlier.use_case, "tests.try");
    assert_eq!(earlier.actor_id, Uuid::from_u128(7));
    assert_eq!(earlier.fingerprint, b"print");
    assert!(claim(&mut tx, 2, noon()).await.is_none());
}

async fn a_claim_that_is_not_committed_never_was(store: Store) {
    let mut tx = store.write().await.unwrap();
    assert!(claim(&mut tx, 1, noon()).await.is_none());
    drop(tx);

    let mut tx = store.write().await.unwrap();
    assert!(claim(&mut tx, 1, noon()).await.is_none());
}

async fn a_second_attempt_waits_for_the_first(store: Store) {
    let attempt = |number: u32| {
        let store = store.clone();
        async move {
            let mut tx = store.write().await.unwrap();
            let earlier = claim(&mut tx, 1, noon()).await;
            if let Some(earlier) = earlier {
                return earlier.outcome;
            }
            tokio::task::yield_now().await;
            let outcome = number.to_string();
            attempts::keep_outcome(&mut tx, request(1), &outcome).await.unwrap();
            tx.commit().await.unwrap();
            outcome
        }
    };

    let (a, b, c) = tokio::join!(attempt(1), attempt(2), attempt(3));

    assert!(a == b && b == c, "{a}, {b}, {c}");
}

async fn a_withdrawn_attempt_may_be_made_again(store: Store) {
    let mut tx = store.write().await.unwrap();
    claim(&mut tx, 1, noon()).await;
    claim(&mut tx, 2, noon()).await;

    attempts::withdraw(&mut tx, request(1)).await.unwrap();

    assert!(claim(&mut tx, 1, noon()).await.is_none());
    assert!(claim(&mut tx, 2, noon()).await.is_some());
}

async fn old_attempts_are_forgotten(store: Store) {
    let mut tx = store.write().await.unwrap();
    claim(&mut tx, 1, noon()).await;
    claim(&mut tx, 2, noon() + Duration::microseconds(1)).await;

    let before = noon() + Duration::microseconds(1);
    assert_eq!(attempts::delete_before(&mut tx, before).await.unwrap(), 1);

    assert!(claim(&mut tx, 1, noon()).await.is_none());
    assert!(claim(&mut tx, 2, noon()).await.is_some());
}

async fn a_kept_form_expires(store: Store) {
    let kept = KeptForm {
        form: "sign-in".to_owned(),
        draft: r#"{"name":"𠮷"}"#.to_owned(),
        error: r#""Unauthenticated""#.to_owned(),
    };
    let (id, end) = (Uuid::from_u128(1), noon() + Duration::minutes(30));
    let mut tx = store.write().await.unwrap();
    forms::insert(&mut tx, id, &kept, end).await.unwrap();

    let second = Duration::seconds(1);
    assert_eq!(forms::find(&mut tx, id, end - second).await.unwrap(), Some(kept));
    assert_eq!(forms::find(&mut tx, id, end).await.unwrap(), None);
    assert_eq!(forms::find(&mut tx, Uuid::nil(), noon()).await.unwrap(), None);
    assert_eq!(forms::delete_expired(&mut tx, end - second).await.unwrap(), 0);
    assert_eq!(forms::delete_expired(&mut tx, end).await.unwrap(), 1);
}

async fn a_lease_has_one_holder(store: Store) {
    let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let minutes = |minutes| noon() + Duration::minutes(minutes);
    let mut tx = store.write().await.unwrap();
    for (holder, now, expected) in [
        (one, 0, true),
        (other, 1, false),
        (one, 2, true),
        (other, 6, false),
        (other, 7, true),
        (one, 8, false),
    ] {
        let taken = jobs::take_lease(&mut tx, "jobs", holder, minutes(now), minutes(now + 5));
        assert_eq!(taken.await.unwrap(), expected, "{holder} in minute {now}");
    }
    let elsewhere = jobs::take_lease(&mut tx, "mail", one, minutes(8), minutes(9)).await.unwrap();
    assert!(elsewhere);
}

async fn the_last_run_of_a_job_is_known(store: Store) {
    let mut tx = store.write().await.unwrap();
    assert_eq!(jobs::last_run(&mut tx, "billing").await.unwrap(), None);
    assert_eq!(jobs::last_finished(&mut tx).await.unwrap(), None);
    for (day, new) in [("2019-06-10", true), ("2019-06-11", true), ("2019-06-11", false)] {
        let day = day.parse().unwrap();
        assert_eq!(jobs::note_run(&mut tx, "billing", day, noon()).await.unwrap(), new);
        assert_eq!(jobs::last_run(&mut tx, "billing").await.unwrap(), Some(day));
    }
    let earlier = "2019-06-10".parse().unwrap();
    assert!(!jobs::note_run(&mut tx, "billing", earlier, noon()).await.unwrap());
    assert_eq!(jobs::last_finished(&mut tx).await.unwrap(), Some(noon()));
    assert_eq!(jobs::last_run(&mut tx, "mail").await.unwrap(), None);
}

async fn a_setting_is_replaced(store: Store) {
    let mut tx = store.write().await.unwrap();
    assert_eq!(settings::find(&mut tx, "ahead").await.unwrap(), None);
    for value in ["1", "2"] {
        settings::put(&mut tx, "ahead", value).await.unwrap();
        assert_eq!(settings::find(&mut tx, "ahead").await.unwrap().as_deref(), Some(value));
    }
}
