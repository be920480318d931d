//! Lines of invoices that partners dispute, on both sides of the counter.

mod choose_page;
mod details_page;
mod lines;
mod list_page;
mod operator_page;
mod raise_page;
mod server_fns;
mod words;

pub use choose_page::ChooseLinesPage;
pub use details_page::DisputePage;
pub(crate) use lines::{choosing, listed};
pub use list_page::DisputesPage;
pub use operator_page::{OperatorDisputePage, OperatorDisputesPage};
pub use raise_page::RaiseDisputePage;
pub use server_fns::{
    close_dispute, decide_dispute, find_any_dispute, find_chosen, find_customer_bills,
    find_disputable, find_dispute, list_all_disputes, list_disputes, raise_dispute,
};
