//! The partner's customers.

mod account_page;
mod asked;
mod bills_page;
mod customer_rows;
mod customers_page;
mod edit_page;
mod head;
mod new_page;
mod non_payment_page;
mod profile_fields;
mod review_page;
mod risk_page;
mod saved_views;
mod server_fns;
#[cfg(feature = "ssr")]
mod shown_once;
mod tag_fns;
mod tags_page;
mod timeline_page;
mod timeline_rows;
mod view_fns;
mod welcome_page;
mod words;

pub use account_page::CustomerAccountPage;
pub use bills_page::CustomerBillsPage;
pub use customers_page::CustomersPage;
pub use edit_page::EditCustomerPage;
pub use head::{CustomerHead, CustomerTab, to_customer, to_customers};
pub use new_page::NewCustomerPage;
pub use non_payment_page::NonPaymentPage;
pub use review_page::ReviewCustomerPage;
pub use risk_page::CustomerRiskPage;
pub use server_fns::{
    AskDraft, CustomersPageView, EditView, ReviewView, TimelinePageView, Values, WelcomeView,
    WizardView, create_customer, drop_new, edit_customer, find_editable, find_review,
    find_timeline, find_welcome, find_wizard, keep_new, list_customers,
};
pub use tag_fns::{
    AccountView, DeleteTagDraft, TagRow, TagsPageView, delete_tag, find_account, find_tags,
    mark_customers, save_tag,
};
pub use tags_page::CustomerTagsPage;
pub use timeline_page::CustomerTimelinePage;
pub use view_fns::{
    DeleteViewDraft, RiskPageView, delete_view, find_risk, save_policy, save_risk, save_view,
};
pub use welcome_page::WelcomeCustomerPage;
