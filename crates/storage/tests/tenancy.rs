//! Another tenant's rows are not found.

use domain::access::Surface;
use domain::account::Settings;
use domain::activity::Filter;
use storage::accounts::{self, factors};
use storage::catalogue;
use storage::{Store, activity, partners};
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

    for (tenant, found) in [(ours, 1), (theirs, 0)] {
        let id = Uuid::from(tenant);
        let user = accounts::find(&mut tx, id, person.id).await.unwrap();
        assert_eq!(user.iter().count(), found, "user");
        let colleagues = accounts::colleagues(&mut tx, id, surface).await.unwrap();
        assert_eq!(colleagues.len(), found, "colleagues");
        let customer = partners::find_customer(&mut tx, tenant, world.customer(1)).await.unwrap();
        assert_eq!(customer.iter().count(), found, "customer");
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
    assert!(factors::remove(&mut tx, stranger, person.id).await.is_err());
    let by = catalogue::Editor { user: person.id, name: "李伟", now };
    catalogue::replace_pinned(&mut tx, world.partner(2), 0, &[], by).await.unwrap();
    assert_eq!(catalogue::pinned(&mut tx, world.partner(1)).await.unwrap().version, 0);
    assert!(!factors::use_step(&mut tx, stranger, person.id, 1).await.unwrap());
}
