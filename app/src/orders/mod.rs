//! Ordering for a customer.

mod order_page;
mod review;
mod server_fns;

pub use order_page::OrderPage;
pub use server_fns::{OrderToPlace, find_customer_catalogue, order_add_on, place_order};
