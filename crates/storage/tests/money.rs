//! What another partner owes and disputes is not found and not changed.

use domain::billing::{
    DisputeStatus, DisputesQuery, FapiaoDetails, FapiaoKind, FapiaoQuery, FapiaoStatus,
    RequestFapiao,
};
use domain::catalogue::{Billing, Category, Offer, Segment, Unit};
use domain::ids::{DisputeId, FapiaoId, InvoiceId, OfferId, PartnerId, UserId};
use storage::billing::disputes::{self, Decided};
use storage::billing::fapiao::{self, Moved};
use storage::billing::{invoices, payments};
use storage::catalogue::{Words, put_offer};
use storage::{Store, Tx};
use testkit::{Sold, World};
use uuid::Uuid;

testkit::on_each_backend! {
    disputes_are_their_partners_own
    what_is_owed_is_the_partners_own
    fapiao_are_the_partners_own
}

/// An invoice of partner 1.
async fn invoice(world: &World, tx: &mut Tx) -> InvoiceId {
    let id = OfferId::from(Uuid::from_u128(0x0f));
    let offer = Offer {
        id,
        code: "O365-E1".to_owned(),
        sku: Uuid::from_u128(5),
        string_id: "STANDARDPACK".to_owned(),
        category: Category::Enterprise,
        segment: Segment::Commercial,
        billing: Billing::License,
        unit: Unit::Licences,
        minimum: 1,
        maximum: 10_000_000,
        per_customer: None,
        add_on: false,
        rank: 1,
    };
    let (name, description) = ("E1".to_owned(), String::new());
    let words = [Words { language: "en", name, description, sort_key: vec![1] }];
    put_offer(tx, &offer, &words, &[]).await.unwrap();
    let (partner, customer) = (world.partner(1), world.customer(1));
    let sold = Sold { partner, customer, offer: id, quantity: 10, status: "active" };
    let subscription = testkit::insert_subscription(tx, 0x51, sold).await;
    testkit::insert_invoice(tx, 1, sold, subscription).await.id
}

async fn disputes_are_their_partners_own(store: Store) {
    let world = World::on(store).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let mut tx = world.store().write().await.unwrap();
    let invoice = invoice(&world, &mut tx).await;
    let id = testkit::insert_accepted_dispute(&mut tx, 3, (ours, invoice), 1, 5_300).await;

    let all = DisputesQuery::default();
    for (partner, found) in [(ours, 1), (theirs, 0)] {
        let listed = disputes::list(&mut tx, Some(partner), &all, 9).await.unwrap();
        assert_eq!(listed.len(), found, "list");
        let one = disputes::find(&mut tx, Some(partner), id).await.unwrap();
        assert_eq!(one.iter().count(), found, "dispute");
        let places = disputes::places(&mut tx, partner, id).await.unwrap();
        assert_eq!(places.len(), found, "places");
        let taken = disputes::taken(&mut tx, partner, invoice).await.unwrap();
        assert_eq!(taken.len(), found, "lines that are taken");
        let accepted = disputes::accepted(&mut tx, partner).await.unwrap();
        assert_eq!(accepted.len(), found, "accepted");
    }
    assert_eq!(disputes::list(&mut tx, None, &all, 9).await.unwrap().len(), 1, "the operator's");

    let decided = Decided { status: DisputeStatus::Refused, accepted: None, answer: "x" };
    let (by, now) = (UserId::from(Uuid::nil()), world.system().now());
    let day = world.system().today();
    assert!(disputes::decide(&mut tx, theirs, (id, 1), decided, (by, now)).await.is_err());
    assert!(disputes::close(&mut tx, theirs, (id, 1), (day, "x")).await.is_err());
    disputes::settled_on(&mut tx, theirs, id, invoice).await.unwrap();
    assert_eq!(version(&mut tx, ours, id).await, 1, "nothing has changed");
    assert!(disputes::close(&mut tx, ours, (id, 2), (day, "x")).await.is_err(), "an old page");
    disputes::close(&mut tx, ours, (id, 1), (day, "x")).await.unwrap();
    assert_eq!(version(&mut tx, ours, id).await, 2);
}

async fn version(tx: &mut Tx, of: PartnerId, id: DisputeId) -> i64 {
    disputes::find(tx, Some(of), id).await.unwrap().expect("it is theirs").version
}

async fn what_is_owed_is_the_partners_own(store: Store) {
    let world = World::on(store).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let mut tx = world.store().write().await.unwrap();
    let invoice = invoice(&world, &mut tx).await;
    testkit::insert_accepted_dispute(&mut tx, 3, (ours, invoice), 1, 5_300).await;
    let (summary, header) = invoices::find(&mut tx, ours, invoice).await.unwrap().unwrap();
    let note = domain::billing::InvoiceSummary {
        id: InvoiceId::from(Uuid::from_u128(0x77)),
        number: "CNC-201906-000001".to_owned(),
        kind: domain::billing::InvoiceKind::CreditNote,
        corrects: Some(invoice),
        ..summary
    };
    invoices::insert(&mut tx, ours, &note, &header).await.unwrap();
    let span = ("2019-08-01".parse().unwrap(), "2019-09-01".parse().unwrap());
    for (partner, found) in [(ours, 1), (theirs, 0)] {
        let notes = invoices::corrections(&mut tx, partner, invoice).await.unwrap();
        assert_eq!(notes.len(), found, "credit notes");
        let given = disputes::given_back(&mut tx, partner, invoice).await.unwrap();
        assert_eq!(given.fen(), if found == 1 { 5_300 } else { 0 }, "given back");
        let late = payments::late_and_waived(&mut tx, partner, span).await.unwrap();
        assert_eq!(late.len(), found, "late");
    }
    assert!(invoices::waive(&mut tx, theirs, (invoice, 1)).await.is_err());
    invoices::waive(&mut tx, ours, (invoice, 1)).await.unwrap();
    assert!(invoices::waive(&mut tx, ours, (invoice, 1)).await.is_err(), "an old page");
    assert!(payments::late_and_waived(&mut tx, ours, span).await.unwrap()[0].1);
    assert!(payments::late(&mut tx, ours, span).await.unwrap().is_empty());
}

async fn fapiao_are_the_partners_own(store: Store) {
    let world = World::on(store).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let mut tx = world.store().write().await.unwrap();
    let invoice = invoice(&world, &mut tx).await;
    let wanted = RequestFapiao {
        request: world.request(),
        invoice,
        kind: FapiaoKind::General,
        title: "甲".to_owned(),
        confirmed: false,
        details: FapiaoDetails::default(),
    };
    let id = FapiaoId::from(Uuid::from_u128(9));
    let now = world.system().now();
    let by = (UserId::from(Uuid::nil()), now);
    fapiao::insert(&mut tx, ours, id, &wanted, by).await.unwrap();
    let all = FapiaoQuery::default();
    for (partner, found) in [(ours, 1), (theirs, 0)] {
        let listed = fapiao::list(&mut tx, Some(partner), &all, 9).await.unwrap();
        assert_eq!(listed.len(), found, "list");
        let requested = fapiao::requested(&mut tx, partner, invoice).await.unwrap();
        assert_eq!(requested, found == 1, "requested");
    }
    assert_eq!(fapiao::list(&mut tx, None, &all, 9).await.unwrap().len(), 1, "the operator's");
    let moved = Moved { status: FapiaoStatus::Issued, expected_on: None, number: Some("1") };
    assert!(fapiao::advance(&mut tx, theirs, (id, 1), moved, now).await.is_err());
    fapiao::advance(&mut tx, ours, (id, 1), moved, now).await.unwrap();
    assert!(fapiao::advance(&mut tx, ours, (id, 1), moved, now).await.is_err(), "an old page");
    let found = fapiao::find(&mut tx, id).await.unwrap().expect("it is there");
    assert_eq!((found.status, found.number.as_deref()), (FapiaoStatus::Issued, Some("1")));
}
