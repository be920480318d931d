//! Who may, who may not, and what strangers find.

use domain::access::{Action, AdminRole, CustomerRole};
use domain::error::Entity;
use domain::subscriptions::Status;
use storage::partners;

use super::*;

testkit::on_each_backend! {
    roles_reach_as_far_as_the_book_says
    prices_are_sent_to_those_who_may_see_them_only
    a_suspended_partner_manages_but_sells_nothing
    a_stranger_finds_no_customer
    another_partners_subscription_is_name_and_status
}

async fn roles_reach_as_far_as_the_book_says(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 5).await;
    let (world, customer) = (&shop.world, shop.customer());
    let helpdesk = world.caller(1, AgentRole::HelpdeskAgent);
    let billing = world.caller(1, AdminRole::BillingAdmin);
    let users = world.caller(1, AdminRole::UserManagementAdmin);
    let customers = world.customer_caller(1, &[CustomerRole::GlobalAdmin]);
    for reader in [&helpdesk, &billing] {
        assert!(subscriptions::list(reader, customer, "en").await.is_ok());
        let found = subscriptions::find(reader, customer, id, "en").await.unwrap();
        let actions = found.actions;
        for action in [actions.quantity, actions.suspend, actions.rename, actions.upgrade] {
            let domain::subscriptions::Availability::WhyNot(why) = action else {
                panic!("a reader changes nothing")
            };
            assert_eq!((why.code.key.as_ref(), why.code.number), ("err-forbidden", 900_150));
        }
    }
    for stranger in [&users, &customers] {
        let denied = Error::Forbidden { action: Action::SeeSubscriptions };
        assert_eq!(subscriptions::list(stranger, customer, "en").await, Err(denied));
    }
    for reader in [&helpdesk, &billing, &users, &customers] {
        let target = shop.target(id).await;
        let wanted = ChangeQuantity { target, quantity: 6 };
        let denied = |action| Error::Forbidden { action };
        let changed = subscriptions::change_quantity(reader, wanted, "en").await;
        assert_eq!(changed, Err(denied(Action::ChangeQuantity)));
        let order = orders::place(reader, shop.order(&[("O365-E3", 1)]), "en").await;
        assert_eq!(order, Err(denied(Action::CreateSubscription)));
        let suspended = Suspend { target, reason: SuspendReason::NonPayment, note: None };
        let suspended = subscriptions::suspend(reader, suspended, "en").await;
        assert_eq!(suspended, Err(denied(Action::SuspendSubscription)));
        let exported = subscriptions::export(reader, customer, "en").await;
        assert_eq!(exported, Err(denied(Action::ExportSubscriptions)));
        let catalogue = orders::catalogue(reader, customer, "en").await;
        assert_eq!(catalogue, Err(denied(Action::SeeCatalogue)));
    }
}

async fn prices_are_sent_to_those_who_may_see_them_only(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-BE", 5).await;
    let customer = shop.customer();
    let admin = shop.world.caller(1, AgentRole::AdminAgent);
    for (caller, priced) in [(&shop.agent, false), (&admin, true)] {
        let details = subscriptions::find(caller, customer, id, "en").await.unwrap();
        let catalogue = orders::catalogue(caller, customer, "en").await.unwrap();
        for json in [serde_json::to_string(&details), serde_json::to_string(&catalogue)] {
            let json = json.unwrap();
            assert_eq!(json.contains("280000"), priced, "{json}");
            assert_eq!(json.contains("1420000"), priced, "{json}");
        }
    }
}

async fn a_suspended_partner_manages_but_sells_nothing(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-BE", 5).await;
    let debtor = shop.world.suspended_caller(1, AdminRole::GlobalAdmin);
    let owing = Shop { agent: debtor, world: shop.world };
    assert_eq!(key(owing.place(&[("O365-E3", 1)]).await), "err-partner-suspended");
    assert_eq!(key(owing.change(id, 6).await), "err-partner-suspended");
    assert_eq!(key(owing.add_on(id, "ADD-STO", 6).await), "err-partner-suspended");
    let catalogue = orders::catalogue(&owing.agent, owing.customer(), "en").await.unwrap();
    assert_eq!(catalogue.refused.unwrap().code.key, "err-partner-suspended");
    let found = owing.find(id).await;
    for blocked in [found.actions.quantity, found.actions.add_on, found.actions.upgrade] {
        let domain::subscriptions::Availability::WhyNot(why) = blocked else {
            panic!("nothing that adds to the debt")
        };
        assert_eq!(why.code.key, "err-partner-suspended");
    }
    assert!(found.actions.suspend.is_allowed() && found.actions.rename.is_allowed());
    owing.suspend(id).await.unwrap();
    owing.reactivate(id).await.unwrap();
}

async fn a_stranger_finds_no_customer(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-BE", 5).await;
    let stranger = shop.world.caller(2, AdminRole::GlobalAdmin);
    let nobody = CustomerId::from(Uuid::from_u128(77));
    for customer in [shop.customer(), nobody] {
        let none = "err-no-relationship";
        assert_eq!(key(subscriptions::list(&stranger, customer, "en").await), none);
        assert_eq!(key(subscriptions::find(&stranger, customer, id, "en").await), none);
        assert_eq!(key(subscriptions::rehearse(&stranger, customer, id, "en").await), none);
        assert_eq!(key(subscriptions::export(&stranger, customer, "en").await), none);
        assert_eq!(key(orders::catalogue(&stranger, customer, "en").await), none);
        let order = PlaceOrder { customer, ..shop.order(&[("O365-E3", 1)]) };
        assert_eq!(key(orders::place(&stranger, order, "en").await), none);
        let target = Target { customer, ..shop.target(id).await };
        let wanted = ChangeQuantity { target, quantity: 6 };
        assert_eq!(key(subscriptions::change_quantity(&stranger, wanted, "en").await), none);
    }
}

async fn another_partners_subscription_is_name_and_status(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-BE", 5).await;
    let (world, customer) = (&shop.world, shop.customer());
    for delegated in [false, true] {
        let mut tx = world.store().write().await.unwrap();
        if delegated {
            let sql = "UPDATE relationships SET delegated_admin = TRUE";
            testkit::run_sql(&mut tx, sql).await.unwrap();
        } else {
            let (other, now) = (world.partner(2), world.clock().now());
            let known = partners::insert_relationship(&mut tx, other, customer, false, now);
            known.await.unwrap();
        }
        tx.commit().await.unwrap();
        let other = world.caller(2, AdminRole::GlobalAdmin);
        let seen = subscriptions::list(&other, customer, "en").await.unwrap();
        assert!(seen.rows.is_empty());
        let foreign: Vec<_> =
            seen.foreign.iter().map(|row| (row.name.as_str(), row.status)).collect();
        let expected = [("Office 365 Business Essentials", Status::Active)];
        assert_eq!(foreign, if delegated { &expected[..] } else { &[] });
        let missing = Err(Error::NotFound { entity: Entity::Subscription });
        assert_eq!(subscriptions::find(&other, customer, id, "en").await, missing);
        let wanted = Reactivate { target: shop.target(id).await };
        let changed = subscriptions::reactivate(&other, wanted, "en").await;
        assert_eq!(changed, Err(Error::NotFound { entity: Entity::Subscription }));
    }
}
