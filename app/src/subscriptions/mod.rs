//! A customer's subscriptions.

mod actions;
mod details_page;
mod forms;
mod history;
mod list_page;
mod server_fns;
mod suspend_page;
mod upgrade_page;
mod words;

pub use details_page::SubscriptionPage;
pub use list_page::SubscriptionsPage;
pub use server_fns::{
    Requests, SubscriptionToChange, SuspensionPlan, change_quantity, change_reseller,
    find_subscription, list_subscriptions, reactivate, rehearse_suspension, rename, suspend,
    upgrade,
};
pub use suspend_page::SuspendPage;
pub use upgrade_page::UpgradePage;
