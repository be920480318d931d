//! Customers, as they are used.

mod create;
mod edit;
mod list;
mod notes;

use domain::customers::{
    BillingEdit, CustomerDetails, CustomersQuery, CustomersView, EditCustomer, NewCustomer,
};
use services::{Caller, customers};
use testkit::{World, profile};

const CODE: &str = "91330106MA2DEM033H";

const OTHER_CODE: &str = "91420100MA4DEM07XE";

fn new(world: &World, domain: &str) -> NewCustomer {
    named(world, domain, "杭州西泠设计有限公司", CODE)
}

fn named(world: &World, domain: &str, name: &str, uscc: &str) -> NewCustomer {
    let mut profile = profile(uscc);
    profile.company.name = name.parse().unwrap();
    NewCustomer {
        request: world.request(),
        domain: domain.parse().unwrap(),
        uscc_confirmed: false,
        profile,
    }
}

fn edit(world: &World, details: &CustomerDetails) -> EditCustomer {
    let profile = details.profile.clone().unwrap_or_else(|| profile(OTHER_CODE));
    EditCustomer {
        request: world.request(),
        id: details.id,
        seen: details.version,
        uscc_confirmed: false,
        company: profile.company,
        contact: profile.contact,
        billing: BillingEdit::Untouched,
    }
}

async fn created(world: &World, caller: &Caller, domain: &str) -> CustomerDetails {
    let created = customers::create(caller, new(world, domain)).await.unwrap();
    customers::find(caller, created.id).await.unwrap()
}

async fn list(caller: &Caller, query: CustomersQuery) -> CustomersView {
    customers::list(caller, query).await.unwrap()
}

fn domains(view: &CustomersView) -> Vec<&str> {
    view.customers.iter().map(|row| row.domain.split('.').next().unwrap()).collect()
}
