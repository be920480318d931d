//! Another tenant's rows are not found.

use domain::access::Surface;
use domain::account::Settings;
use domain::activity::Filter;
use domain::customers::{CustomersQuery, Risk, TagColour};
use domain::ids::TagId;
use domain::money::Money;
use storage::accounts::{self, factors};
use storage::billing::exposed;
use storage::catalogue;
use storage::{Store, activity, customers, partners};
use testkit::World;
use uuid::Uuid;

testkit::on_each_backend! {
    a_stranger_finds_nothing
    a_stranger_changes_nothing
}

async fn a_stranger_finds_nothing(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", domain::access::AdminRole::GlobalAdmin).await;
    world.signed_in(&person).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let surface = Surface::PartnerCenter;
    let everything = Filter { limit: 10, ..Filter::default() };
    let mut tx = world.store().write().await.unwrap();
    let by = catalogue::Editor { user: person.id, name: "李伟", now: world.system().now() };
    catalogue::replace_pinned(&mut tx, ours, 0, &[], by).await.unwrap();
    let tag = TagId::from(Uuid::from_u128(5));
    customers::insert_tag(&mut tx, ours, tag, "重点", TagColour::Red).await.unwrap();
    customers::mark(&mut tx, ours, tag, &[world.customer(1)]).await.unwrap();
    let now = world.system().now();
    let note = (world.customer(1), 0);
    let limited = Risk { credit_limit: Some(Money::from_fen(1)), ..Risk::default() };
    customers::save_risk(&mut tx, ours, note, &limited, "李伟", now).await.unwrap();
    customers::save_policy(&mut tx, ours, 0, "三十天").await.unwrap();

    for (tenant, found) in [(ours, 1), (theirs, 0)] {
        let id = Uuid::from(tenant);
        let user = accounts::find(&mut tx, id, person.id).await.unwrap();
        assert_eq!(user.iter().count(), found, "user");
        let colleagues = accounts::colleagues(&mut tx, id, surface).await.unwrap();
        assert_eq!(colleagues.len(), found, "colleagues");
        let customer = partners::find_customer(&mut tx, tenant, world.customer(1)).await.unwrap();
        assert_eq!(customer.iter().count(), found, "customer");
        let details = customers::find(&mut tx, tenant, world.customer(1)).await.unwrap();
        assert_eq!(details.iter().count(), found, "details");
        let ours = CustomersQuery { words: "customer1".into(), ..CustomersQuery::default() };
        let listed = customers::list(&mut tx, tenant, &ours, 9).await.unwrap();
        assert_eq!(listed.len(), found, "list");
        let counted = customers::count(&mut tx, tenant, &ours, 9).await.unwrap();
        assert_eq!(usize::try_from(counted), Ok(found), "count of the list");
        let known = customers::known_customers(&mut tx, tenant, &[world.customer(1)]).await;
        assert_eq!(usize::try_from(known.unwrap()), Ok(found), "known customers");
        let tags = customers::tags(&mut tx, tenant).await.unwrap();
        assert_eq!(tags.len(), found, "tags");
        let one = customers::find_tag(&mut tx, tenant, tag).await.unwrap();
        assert_eq!(one.iter().count(), found, "tag");
        let marks = customers::tags_of(&mut tx, tenant, &[world.customer(1)]).await.unwrap();
        assert_eq!(marks.len(), found, "marks");
        let limits = exposed::limits(&mut tx, tenant).await.unwrap();
        assert_eq!(limits.len(), found, "limits");
        let risk = customers::find_risk(&mut tx, tenant, world.customer(1)).await.unwrap();
        assert_eq!(risk.iter().count(), found, "risk");
        let policy = customers::find_policy(&mut tx, tenant).await.unwrap();
        assert_eq!(usize::try_from(policy.1), Ok(found), "policy");
        let filter = &everything;
        let events = activity::of_customer(&mut tx, id, world.customer(1), filter).await.unwrap();
        assert!(events.is_empty(), "nothing happened to the customer yet");
        let entries = activity::list(&mut tx, id, &everything).await.unwrap();
        assert_eq!(entries.len(), found, "log");
        let counted = activity::count(&mut tx, id, &everything).await.unwrap();
        assert_eq!(usize::try_from(counted), Ok(found), "count of the log");
        assert_eq!(activity::actors(&mut tx, id).await.unwrap().len(), found, "people in the log");
        assert_eq!(activity::kinds(&mut tx, id).await.unwrap().len(), found, "kinds in the log");
        let chain = activity::chain(&mut tx, id, 0, 10).await.unwrap();
        assert_eq!(chain.len(), found, "chain");
    }
    for (tenant, version) in [(ours, 1), (theirs, 0)] {
        let pinned = catalogue::pinned(&mut tx, tenant).await.unwrap();
        assert_eq!(pinned.version, version, "pinned offers");
    }
}

async fn a_stranger_changes_nothing(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", domain::access::AdminRole::GlobalAdmin).await;
    let stranger = Uuid::from(world.partner(2));
    let settings = Settings { language: None, theme: None, shortcuts: false };
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();

    assert!(accounts::set_password(&mut tx, stranger, person.id, 1, "x").await.is_err());
    assert!(accounts::save_settings(&mut tx, stranger, person.id, &settings).await.is_err());
    assert!(factors::offer(&mut tx, stranger, person.id, b"secret", now).await.is_err());
    assert!(factors::confirm(&mut tx, stranger, person.id, b"secret").await.is_err());
    let replaced = factors::replace_secret(&mut tx, stranger, person.id, b"secret", b"other");
    assert!(replaced.await.is_err());
    assert!(factors::remove(&mut tx, stranger, person.id).await.is_err());
    let by = catalogue::Editor { user: person.id, name: "李伟", now };
    catalogue::replace_pinned(&mut tx, world.partner(2), 0, &[], by).await.unwrap();
    assert_eq!(catalogue::pinned(&mut tx, world.partner(1)).await.unwrap().version, 0);
    let theirs = world.partner(2);
    let customer = world.customer(1);
    let profile = testkit::profile("91330106MA2DEM033H");
    let edited = customers::update(&mut tx, theirs, customer, 1, &profile, (b"x", "x")).await;
    assert!(edited.is_err(), "another partner's customer");
    let tag = TagId::from(Uuid::from_u128(5));
    customers::insert_tag(&mut tx, world.partner(1), tag, "重点", TagColour::Red).await.unwrap();
    let red = TagColour::Red;
    assert!(customers::update_tag(&mut tx, theirs, (tag, 1), "x", red).await.is_err());
    assert!(customers::delete_tag(&mut tx, theirs, tag, 1).await.is_err());
    assert_eq!(customers::mark(&mut tx, theirs, tag, &[customer]).await.unwrap(), 0);
    let own = world.customer(2);
    assert_eq!(customers::mark(&mut tx, theirs, tag, &[own]).await.unwrap(), 0, "not their tag");
    assert_eq!(customers::unmark(&mut tx, theirs, tag, &[customer]).await.unwrap(), 0);
    assert!(!factors::use_step(&mut tx, stranger, person.id, 1).await.unwrap());
}
