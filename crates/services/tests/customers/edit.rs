//! Customers, as they are changed, and what is kept of that.

use domain::access::{Action, AdminRole, AgentRole};
use domain::customers::{
    Billing, BillingEdit, BillingPart, CustomersQuery, EditCustomer, MailLanguage, NewCustomer,
    TimelineQuery,
};
use domain::error::{Entity, Error};
use services::customers;
use storage::Store;
use testkit::{World, profile};

use crate::{CODE, OTHER_CODE, created, edit, list, new};

testkit::on_each_backend! {
    an_edit_is_logged_with_old_and_new_values
    an_edit_that_changes_nothing_is_not_logged
    the_second_of_two_edits_is_stale
    the_helpdesk_edits_all_but_the_billing_part
    another_partners_customer_is_not_found
    a_customer_without_a_profile_gets_one
    the_timeline_shows_one_customers_events
}

async fn an_edit_is_logged_with_old_and_new_values(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let mut wanted = edit(&world, &found);
    wanted.company.name = "西泠集团".parse().unwrap();
    wanted.contact.email = "new@xiling.example".parse().unwrap();

    let saved = customers::edit(&sales, wanted.clone()).await.unwrap();

    assert_eq!((saved.version, saved.company_name.as_str()), (2, "西泠集团"));
    assert_eq!(customers::edit(&sales, wanted).await.unwrap(), saved, "a repetition");
    let timeline = customers::timeline(&sales, found.id, TimelineQuery::default()).await.unwrap();
    assert_eq!(timeline.entries.len(), 2);
    let entry = &timeline.entries[0];
    assert_eq!(entry.kind, "customer-changed");
    let before = entry.before.as_deref().unwrap();
    assert_eq!(before, "company: 杭州西泠设计有限公司; contact e-mail: ding.min@xiling.example");
    let after = entry.after.as_deref().unwrap();
    assert_eq!(after, "company: 西泠集团; contact e-mail: new@xiling.example");
    let query = CustomersQuery { words: "xljt".into(), ..CustomersQuery::default() };
    assert_eq!(list(&sales, query).await.total.count, 1, "under the new name's letters");
}

async fn an_edit_that_changes_nothing_is_not_logged(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let saved = customers::edit(&sales, edit(&world, &found)).await.unwrap();
    assert_eq!((saved, world.activities(1).await), (found, 1));
}

async fn the_second_of_two_edits_is_stale(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let with_phone = |phone: &str| {
        let mut wanted = edit(&world, &found);
        wanted.company.phone = Some(phone.parse().unwrap());
        wanted
    };
    customers::edit(&sales, with_phone("13900000001")).await.unwrap();
    let second = customers::edit(&sales, with_phone("13900000002")).await;
    assert_eq!(second, Err(Error::Stale { entity: Entity::Customer }));
    assert_eq!(customers::find(&sales, found.id).await.unwrap().version, 2);
}

async fn the_helpdesk_edits_all_but_the_billing_part(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let helpdesk = world.caller(1, AgentRole::HelpdeskAgent);
    let found = created(&world, &sales, "xiling").await;
    let own = Billing {
        company: "西泠财务".parse().unwrap(),
        family_name: "孙".parse().unwrap(),
        given_name: "立".parse().unwrap(),
        email: "sun@xiling.example".parse().unwrap(),
        address: profile(CODE).company.address,
        language: MailLanguage::English,
    };
    for billing in [BillingEdit::Same, BillingEdit::Own(Box::new(own.clone()))] {
        let mut wanted = EditCustomer { billing, ..edit(&world, &found) };
        wanted.company.phone = Some("13900000001".parse().unwrap());
        let denied = Error::Forbidden { action: Action::EditCustomerBilling };
        assert_eq!(customers::edit(&helpdesk, wanted).await, Err(denied));
    }
    assert_eq!(customers::find(&sales, found.id).await.unwrap(), found, "nothing was saved");

    let billing = BillingEdit::Own(Box::new(own.clone()));
    let wanted = EditCustomer { billing, ..edit(&world, &found) };
    let saved = customers::edit(&sales, wanted).await.unwrap();
    assert_eq!(saved.billing, BillingPart::Own(Box::new(own)));
    let mut wanted = edit(&world, &saved);
    wanted.company.phone = Some("13900000001".parse().unwrap());
    let saved_again = customers::edit(&helpdesk, wanted).await.unwrap();
    assert_eq!(saved_again.billing, saved.billing, "it stays");
    assert!(!saved_again.may.edit_billing);
}

async fn another_partners_customer_is_not_found(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let stranger = world.caller(2, AdminRole::GlobalAdmin);
    let found = created(&world, &sales, "xiling").await;
    let missing = || Error::NotFound { entity: Entity::Customer };
    assert_eq!(customers::find(&stranger, found.id).await, Err(missing()));
    assert_eq!(customers::edit(&stranger, edit(&world, &found)).await, Err(missing()));
    let query = TimelineQuery::default();
    assert_eq!(customers::timeline(&stranger, found.id, query).await, Err(missing()));
    assert_eq!(customers::risk(&stranger, found.id).await, Err(missing()));
}

async fn a_customer_without_a_profile_gets_one(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = customers::find(&sales, world.customer(1)).await.unwrap();
    assert_eq!(found.profile, None);
    let saved = customers::edit(&sales, edit(&world, &found)).await.unwrap();
    assert_eq!(saved.profile, Some(profile(OTHER_CODE)));
    assert_eq!(saved.agreement, None);
    assert_eq!(world.activity_kinds(1).await, ["customer-changed"]);
}

async fn the_timeline_shows_one_customers_events(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let mut found = created(&world, &sales, "xiling").await;
    let wanted = NewCustomer { uscc_confirmed: true, ..new(&world, "other") };
    customers::create(&sales, wanted).await.unwrap();
    for number in 0..60 {
        let mut wanted = edit(&world, &found);
        wanted.company.phone = Some(format!("139000000{number:02}").parse().unwrap());
        found = customers::edit(&sales, wanted).await.unwrap();
    }
    let query = TimelineQuery::default();
    let first = customers::timeline(&sales, found.id, query.clone()).await.unwrap();
    assert_eq!(first.entries.len(), 50);
    assert_eq!(first.kinds, ["customer-changed", "customer-created"]);
    let rest = TimelineQuery { before_seq: first.next, ..query.clone() };
    let rest = customers::timeline(&sales, found.id, rest).await.unwrap();
    assert_eq!((rest.entries.len(), rest.next), (11, None));
    let kind = Some("customer-created".to_owned());
    let of_kind = TimelineQuery { kind, ..query.clone() };
    let of_kind = customers::timeline(&sales, found.id, of_kind).await.unwrap();
    assert_eq!(of_kind.entries.len(), 1);
    let tomorrow = domain::time::days_after(world.system().today(), 1);
    let later = TimelineQuery { first: Some(tomorrow), ..query };
    let later = customers::timeline(&sales, found.id, later).await.unwrap();
    assert!(later.entries.is_empty());
}
