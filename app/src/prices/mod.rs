//! Pricing and offers, for partners and for the operator.

mod changes_page;
mod comparison;
mod operator_page;
mod parts;
mod pricing_page;
mod server_fns;
mod special_page;

pub use changes_page::PriceChangesPage;
pub use operator_page::OperatorPricesPage;
pub use pricing_page::PricingPage;
pub use server_fns::{
    OperatorPricesStart, SpecialsStart, add_special_price, compare_prices, end_special_price,
    find_operator_prices, find_price_changes, find_specials, list_prices, publish_price_list,
};
pub use special_page::SpecialPricesPage;
