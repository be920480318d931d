//! Partners' accounts as the operator looks after them: what they owe, whether they work, what waits.

mod account_page;
mod accounts_page;
mod credit_form;
mod parked;
mod server_fns;

pub use account_page::PartnerAccountPage;
pub use accounts_page::PartnerAccountsPage;
pub use server_fns::{
    AccountsView, change_standing, find_accounts, find_standing, issue_credit_note, run_again,
};
