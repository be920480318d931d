//! Customers, as they are found.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole, CustomerRole};
use domain::customers::{CustomerSort, CustomersQuery, CustomersView};
use domain::error::Error;
use services::{Result, customers};
use storage::Store;
use testkit::World;

use crate::{CODE, created, domains, list, named};

testkit::on_each_backend! {
    the_list_turns_its_pages
    roles_see_what_they_may_of_the_list
    the_hub_counts_the_partners_own
    the_export_is_what_the_search_shows
}

async fn the_list_turns_its_pages(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    for number in 0..30 {
        let mut wanted = named(&world, &format!("d{number:02}"), "海云", CODE);
        wanted.uscc_confirmed = true;
        customers::create(&sales, wanted).await.unwrap();
    }
    let query = CustomersQuery {
        words: "HY".into(),
        sort: CustomerSort::Domain,
        size: 25,
        ..Default::default()
    };

    let first = list(&sales, query.clone()).await;
    assert_eq!((first.customers.len(), first.total.count, first.total.at_least), (25, 30, false));
    assert_eq!((domains(&first)[0], first.before), ("d00", None));

    let second = list(&sales, CustomersQuery { after: first.after, ..query.clone() }).await;
    assert_eq!(domains(&second), ["d25", "d26", "d27", "d28", "d29"]);
    assert_eq!(second.after, None);

    let back = list(&sales, CustomersQuery { before: second.before, ..query.clone() }).await;
    assert_eq!((domains(&back), back.before), (domains(&first), None));
    assert_eq!(back.after, first.after);

    let down = list(&sales, CustomersQuery { descending: true, ..query }).await;
    assert_eq!((domains(&down)[0], domains(&down)[24]), ("d29", "d05"));
    let theirs = world.caller(2, AgentRole::SalesAgent);
    let none = CustomersQuery { words: "海云".into(), ..CustomersQuery::default() };
    assert_eq!(list(&theirs, none).await.total.count, 0);
}

async fn roles_see_what_they_may_of_the_list(store: Store) {
    let world = World::on(store).await;
    let rights = |view: &CustomersView| {
        let may = view.may;
        [may.view, may.create, may.edit, may.edit_billing, may.export]
    };
    for (caller, expected) in [
        (world.caller(1, AdminRole::GlobalAdmin), [true; 5]),
        (world.caller(1, AgentRole::AdminAgent), [true; 5]),
        (world.caller(1, AgentRole::SalesAgent), [true; 5]),
        (world.caller(1, AgentRole::HelpdeskAgent), [true, false, true, false, false]),
        (world.caller(1, AdminRole::BillingAdmin), [false; 5]),
    ] {
        let view = list(&caller, CustomersQuery::default()).await;
        assert_eq!(rights(&view), expected);
        assert_eq!(view.customers.len(), 1);
    }
    for caller in [world.caller(1, AdminRole::UserManagementAdmin), world.caller(1, ())] {
        let refused = customers::list(&caller, CustomersQuery::default()).await;
        assert_eq!(refused, Err(Error::Forbidden { action: Action::ListCustomers }));
    }
    let billing = world.caller(1, AdminRole::BillingAdmin);
    let denied = Err(Error::Forbidden { action: Action::ViewCustomer });
    assert_eq!(customers::find(&billing, world.customer(1)).await, denied);
    let people = world.customer_caller(1, &[CustomerRole::GlobalAdmin]);
    assert!(customers::list(&people, CustomersQuery::default()).await.is_err());
}

async fn the_hub_counts_the_partners_own(store: Store) {
    let world = World::on(store).await;
    world.clock().advance(Duration::days(31));
    let sales = world.caller(1, AgentRole::SalesAgent);
    created(&world, &sales, "xiling").await;
    let hub = customers::hub(&sales).await.unwrap();
    assert_eq!((hub.customers, hub.added_lately, hub.without_delegated_admin), (2, 1, 0));
    let helpdesk = customers::hub(&world.caller(1, AgentRole::HelpdeskAgent)).await.unwrap();
    assert!(!helpdesk.may.create);
    for caller in
        [world.caller(1, AdminRole::BillingAdmin), world.caller(1, AdminRole::UserManagementAdmin)]
    {
        assert!(customers::hub(&caller).await.is_err());
    }
}

async fn the_export_is_what_the_search_shows(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let rows = async |query: CustomersQuery| -> Result<Vec<String>> {
        let mut export = customers::export(&sales, query).await?;
        let mut rows = Vec::new();
        loop {
            let batch = export.next().await?;
            if batch.is_empty() {
                return Ok(rows);
            }
            for customer in &batch {
                let [id, ..] = customers::cells(customer);
                rows.push(format!("{id:?} {} {}", customer.domain, customer.relationship));
            }
        }
    };
    // A page of the address does not cut the file.
    let all = CustomersQuery { after: Some(found.id), ..CustomersQuery::default() };
    assert_eq!(rows(all).await.unwrap().len(), 2);
    let one = CustomersQuery { words: "xiling".into(), ..CustomersQuery::default() };
    let one = rows(one).await.unwrap();
    assert!(one[0].ends_with("xiling.partner.onmschina.cn Reseller"), "{one:?}");
    assert!(one[0].contains(&found.id.to_string()), "{one:?}");
    assert_eq!(customers::EXPORT_COLUMNS[0], "Microsoft ID");
    for caller in
        [world.caller(1, AgentRole::HelpdeskAgent), world.caller(1, AdminRole::BillingAdmin)]
    {
        let refused = customers::export(&caller, CustomersQuery::default()).await;
        let denied = Error::Forbidden { action: Action::ExportCustomers };
        assert_eq!(refused.err(), Some(denied));
    }
}
