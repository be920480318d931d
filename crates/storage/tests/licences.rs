//! Seats, people and jobs, on every database.

use domain::ids::{BulkJobId, SkuId, UserId};
use domain::licences::{
    BulkFilter, BulkOutcome, BulkStatus, Held, OffPlans, PoolSeats, UserFilter, UserStatus,
};
use storage::licences::bulk::{self, Kind, NewJob, StoredRow};
use storage::licences::users::{self, AccountChange};
use storage::licences::{assignments, crowd, own, seats, undo};
use storage::{Store, Tx};
use testkit::World;
use tokio::task::JoinSet;
use uuid::Uuid;

testkit::on_each_backend! {
    of_two_hundred_takers_of_the_last_licence_one_gets_it
    seats_are_never_more_than_valid_nor_less_than_none
    people_are_listed_page_by_page
    filters_tell_people_apart
    the_last_ones_lose_licences_first
    a_strangers_people_and_jobs_are_not_found
    a_job_is_undone_exactly_or_not_at_all
    a_person_is_forgotten_with_everything
}

fn sku() -> SkuId {
    SkuId::from(Uuid::from_u128(0x51))
}

fn held(off: &str) -> Held {
    Held { sku: sku(), off: OffPlans::from_text(off) }
}

async fn with_pool(store: Store, bought: i64) -> World {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    testkit::insert_pool(&mut tx, world.customer(1), sku(), bought).await;
    tx.commit().await.unwrap();
    world
}

async fn pool(tx: &mut Tx, world: &World) -> PoolSeats {
    seats::list(tx, world.customer(1)).await.unwrap()[0].1
}

async fn of_two_hundred_takers_of_the_last_licence_one_gets_it(store: Store) {
    let world = with_pool(store, 1).await;
    let customer = world.customer(1);
    let mut takers = JoinSet::new();
    for _ in 0..200 {
        let store = world.store().clone();
        takers.spawn(async move {
            let mut tx = store.write().await.unwrap();
            let won = seats::take(&mut tx, customer, sku(), 1).await.unwrap();
            tx.commit().await.unwrap();
            won
        });
    }

    let won = takers.join_all().await;

    assert_eq!(won.iter().filter(|won| **won).count(), 1);
    let mut tx = world.store().read().await.unwrap();
    assert_eq!(pool(&mut tx, &world).await.assigned, 1);
}

async fn seats_are_never_more_than_valid_nor_less_than_none(store: Store) {
    let world = with_pool(store, 5).await;
    let (ours, theirs) = (world.customer(1), world.customer(2));
    let mut tx = world.store().write().await.unwrap();

    for (customer, count, taken) in
        [(ours, 6, false), (ours, 5, true), (ours, 1, false), (theirs, 1, false)]
    {
        assert_eq!(seats::take(&mut tx, customer, sku(), count).await.unwrap(), taken, "{count}");
    }
    for (customer, count, given) in
        [(ours, 6, false), (ours, 5, true), (ours, 1, false), (theirs, 1, false)]
    {
        let back = seats::give_back(&mut tx, customer, sku(), count).await.unwrap();
        assert_eq!(back, given, "{count}");
    }
}

async fn people_are_listed_page_by_page(store: Store) {
    let world = World::on(store).await;
    let names = ["chen", "an", "bai", "deng", "fang"];
    world.customer_users(1, &names, &[]).await;
    world.customer_user(2, "elsewhere", &[]).await;
    let customer = world.customer(1);
    let mut tx = world.store().read().await.unwrap();

    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = users::list(&mut tx, customer, "", None, after, 2).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        seen.extend(page.into_iter().map(|person| person.display_name));
    }

    assert_eq!(seen, ["an", "bai", "chen", "deng", "fang"]);
    for (words, found) in [("ＡＮ", 2), ("customer1", 5), ("%", 0), ("nobody", 0)] {
        let count = users::count(&mut tx, customer, words, None).await.unwrap();
        assert_eq!(count, found, "{words}");
    }
}

async fn filters_tell_people_apart(store: Store) {
    use domain::access::CustomerRole;

    let world = with_pool(store, 5).await;
    let customer = world.customer(1);
    let ids = world.customer_users(1, &["licensed", "blocked", "deleted", "plain"], &[]).await;
    world.customer_user(1, "admin", &[CustomerRole::PasswordAdmin]).await;
    let mut tx = world.store().write().await.unwrap();
    let now = world.system().now();
    seats::take(&mut tx, customer, sku(), 1).await.unwrap();
    assignments::insert(&mut tx, customer, ids[0], &held(""), now).await.unwrap();
    for (id, status) in [(ids[1], UserStatus::Blocked), (ids[2], UserStatus::Deleted)] {
        let change = AccountChange { status: Some(status), ..AccountChange::default() };
        users::change(&mut tx, customer, id, 1, change).await.unwrap();
    }

    for (filter, expected) in [
        (None, vec!["admin", "blocked", "licensed", "plain"]),
        (Some(UserFilter::Licensed), vec!["licensed"]),
        (Some(UserFilter::Unlicensed), vec!["admin", "blocked", "plain"]),
        (Some(UserFilter::Admins), vec!["admin"]),
        (Some(UserFilter::Blocked), vec!["blocked"]),
        (Some(UserFilter::Deleted), vec!["deleted"]),
    ] {
        let found = users::list(&mut tx, customer, "", filter, None, 10).await.unwrap();
        let names: Vec<_> = found.iter().map(|person| person.display_name.as_str()).collect();
        assert_eq!(names, expected, "{filter:?}");
        let count = users::count(&mut tx, customer, "", filter).await.unwrap();
        assert_eq!(usize::try_from(count), Ok(expected.len()), "{filter:?}");
    }
    let stale = users::change(&mut tx, customer, ids[1], 1, AccountChange::default()).await;
    assert!(matches!(stale, Err(storage::Error::Stale { .. })));
}

async fn the_last_ones_lose_licences_first(store: Store) {
    let world = with_pool(store, 3).await;
    let customer = world.customer(1);
    let ids = world.customer_users(1, &["first", "second", "third"], &[]).await;
    let mut tx = world.store().write().await.unwrap();
    seats::take(&mut tx, customer, sku(), 3).await.unwrap();
    for (hours, id) in (0..).zip(&ids) {
        let at = world.system().now() + chrono::Duration::hours(hours);
        assignments::insert(&mut tx, customer, *id, &held(""), at).await.unwrap();
    }

    assert_eq!(assignments::trim(&mut tx, customer, sku(), 3).await.unwrap(), 0);
    assert_eq!(assignments::trim(&mut tx, customer, sku(), 1).await.unwrap(), 2);

    let left = assignments::held(&mut tx, customer, &ids).await.unwrap();
    assert_eq!(left.into_keys().collect::<Vec<_>>(), [ids[0]]);
    assert_eq!(pool(&mut tx, &world).await.assigned, 1);
}

fn row(number: i64, user: UserId, before: Option<&str>, after: Option<&str>) -> StoredRow {
    StoredRow {
        number,
        cells: "{}".to_owned(),
        outcome: BulkOutcome::Waiting,
        problem: None,
        user: Some(user),
        sku: Some(sku()),
        before: before.map(OffPlans::from_text),
        after: after.map(OffPlans::from_text),
    }
}

fn new_job(world: &World) -> NewJob {
    NewJob {
        id: BulkJobId::from(Uuid::from_u128(0x0e00)),
        kind: Kind::Licences,
        file_name: Some("licences.csv".to_owned()),
        by: UserId::from(Uuid::nil()),
        now: world.system().now(),
    }
}

async fn a_strangers_people_and_jobs_are_not_found(store: Store) {
    let world = with_pool(store, 3).await;
    let id = world.customer_user(1, "li.wei", &[]).await;
    let job = new_job(&world);
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    seats::take(&mut tx, world.customer(1), sku(), 1).await.unwrap();
    assignments::insert(&mut tx, world.customer(1), id, &held(""), now).await.unwrap();
    let rows = [row(1, id, Some(""), None)];
    bulk::insert(&mut tx, world.customer(1), &job, &rows).await.unwrap();
    let name = ["li.wei@customer1.partner.onmschina.cn".to_owned()];

    for (number, found) in [(1, 1), (2, 0)] {
        let tenant = world.customer(number);
        let person = users::find(&mut tx, tenant, id).await.unwrap();
        assert_eq!(person.iter().count(), found, "person");
        assert_eq!(crowd::named(&mut tx, tenant, &name).await.unwrap().len(), found, "name");
        let names = crowd::sign_in_names(&mut tx, tenant, &[id]).await.unwrap();
        assert_eq!(names.len(), found, "names");
        assert_eq!(crowd::present(&mut tx, tenant, &[id]).await.unwrap().len(), found, "present");
        let licences = assignments::held(&mut tx, tenant, &[id]).await.unwrap();
        assert_eq!(licences.len(), found, "licences");
        assert_eq!(seats::list(&mut tx, tenant).await.unwrap().len(), found, "pools");
        let job = bulk::find(&mut tx, tenant, Kind::Licences, job.id).await.unwrap();
        assert_eq!(job.iter().count(), found, "job");
        assert_eq!(bulk::list(&mut tx, tenant, 9).await.unwrap().len(), found, "jobs");
        assert_eq!(own::subscriptions(&mut tx, tenant, "en").await.unwrap(), [], "subscriptions");
        assert_eq!(own::contacts(&mut tx, tenant).await.unwrap().len(), 1, "the own partner");
    }
    let stranger = world.customer(2);
    let filter = BulkFilter::default();
    assert_eq!(bulk::rows(&mut tx, stranger, job.id, filter, 9).await.unwrap(), []);
    let change = AccountChange::default();
    assert!(users::change(&mut tx, stranger, id, 1, change).await.is_err());
    assert!(!assignments::delete(&mut tx, stranger, id, sku()).await.unwrap());
    assert!(!assignments::switch(&mut tx, stranger, id, &held("X")).await.unwrap());
    let to = BulkStatus::Running;
    assert!(bulk::advance(&mut tx, stranger, job.id, 1, to, now).await.is_err());
    undo::revert(&mut tx, stranger, job.id).await.unwrap();
    assert_eq!(assignments::held(&mut tx, world.customer(1), &[id]).await.unwrap().len(), 1);
    assert_eq!(undo::changed_since(&mut tx, stranger, job.id).await.unwrap(), 0);
}

async fn a_job_is_undone_exactly_or_not_at_all(store: Store) {
    let world = with_pool(store, 9).await;
    let customer = world.customer(1);
    let ids = world.customer_users(1, &["gets", "loses", "switches"], &[]).await;
    let job = new_job(&world);
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    seats::take(&mut tx, customer, sku(), 2).await.unwrap();
    assignments::insert(&mut tx, customer, ids[1], &held("A"), now).await.unwrap();
    assignments::insert(&mut tx, customer, ids[2], &held("A"), now).await.unwrap();
    let before = assignments::held(&mut tx, customer, &ids).await.unwrap();
    let mut rows = vec![
        row(1, ids[0], None, Some("")),
        row(2, ids[1], Some("A"), None),
        row(3, ids[2], Some("A"), Some("B")),
    ];
    bulk::insert(&mut tx, customer, &job, &rows).await.unwrap();
    for row in &mut rows {
        row.outcome = BulkOutcome::Applied;
    }

    bulk::finish(&mut tx, customer, job.id, &rows, now).await.unwrap();

    let after = assignments::held(&mut tx, customer, &ids).await.unwrap();
    assert_eq!(after.get(&ids[0]), Some(&vec![held("")]));
    assert_eq!(after.get(&ids[1]), None);
    assert_eq!(after.get(&ids[2]), Some(&vec![held("B")]));
    assert_eq!(undo::seats_taken(&mut tx, customer, job.id).await.unwrap(), [(sku(), 0)]);
    assert_eq!(undo::changed_since(&mut tx, customer, job.id).await.unwrap(), 0);
    assignments::switch(&mut tx, customer, ids[0], &held("C")).await.unwrap();
    assert_eq!(undo::changed_since(&mut tx, customer, job.id).await.unwrap(), 1);
    assignments::switch(&mut tx, customer, ids[0], &held("")).await.unwrap();

    undo::revert(&mut tx, customer, job.id).await.unwrap();

    assert_eq!(assignments::held(&mut tx, customer, &ids).await.unwrap(), before);
    let stored = bulk::rows(&mut tx, customer, job.id, BulkFilter::default(), 9).await.unwrap();
    assert!(stored.iter().all(|row| row.outcome == BulkOutcome::Undone), "{stored:?}");
}

async fn a_person_is_forgotten_with_everything(store: Store) {
    let world = with_pool(store, 3).await;
    let customer = world.customer(1);
    let ids = world.customer_users(1, &["goes", "stays"], &[]).await;
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    let change = AccountChange { status: Some(UserStatus::Deleted), ..AccountChange::default() };
    users::change(&mut tx, customer, ids[0], 1, change).await.unwrap();
    let kept = [held("A")];
    users::note_deleted(&mut tx, customer, ids[0], Some((now, &kept))).await.unwrap();
    let deleted = users::find(&mut tx, customer, ids[0]).await.unwrap().unwrap();
    assert_eq!((deleted.kept.as_slice(), deleted.deleted_at), (&kept[..], Some(now)));

    assert_eq!(users::purge(&mut tx, now).await.unwrap(), []);
    let later = now + chrono::Duration::microseconds(1);
    let purged = users::purge(&mut tx, later).await.unwrap();

    assert_eq!(purged.iter().map(|person| person.user).collect::<Vec<_>>(), [ids[0]]);
    assert_eq!(users::find(&mut tx, customer, ids[0]).await.unwrap(), None);
    assert!(users::find(&mut tx, customer, ids[1]).await.unwrap().is_some());
}
