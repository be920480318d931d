//! The demo: companies, people, offers and prices to look at. All companies and people are invented.
//!
//! The data are the files in `crates/services/demo/`, which become part of the program.

mod billing;
mod companies;
mod customers;
mod data;
mod large;
mod licences;
mod load;
mod offers;
mod prices;
mod stock;
mod subscriptions;
mod usage;

pub use companies::{
    DemoCompanies, DemoCustomer, DemoCustomerUser, DemoOperatorUser, DemoPartner, DemoPartnerUser,
    DemoReseller, PartnerModel, companies,
};
pub use data::{PersonName, Words};
pub use large::large;
pub use load::{DemoAccount, PASSWORD, demo_accounts, first_moment, load, load_catalogue};
pub use offers::{DemoOffer, DemoServicePlan, Limit, LimitKind, Trial, offers, service_plans};
pub use prices::{DemoPrice, DemoPriceList, DemoSpecialPrice, price_lists, special_prices};
pub use subscriptions::{DemoSubscription, DemoSuspension, subscriptions};
