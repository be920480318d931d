//! Pricing and offers, for partners and for the operator.

mod changes_page;
mod operator_page;
mod parts;
mod pricing_page;
mod server_fns;

pub use changes_page::PriceChangesPage;
pub use operator_page::OperatorPricesPage;
pub use pricing_page::PricingPage;
pub use server_fns::{
    OperatorPricesStart, find_operator_prices, find_price_changes, list_prices, publish_price_list,
};
