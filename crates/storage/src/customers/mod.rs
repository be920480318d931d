//! Customers: the companies themselves, and what a partner keeps about them.

mod company;
mod list;
mod risk;
mod rows;
mod tags;
mod views;

pub(crate) use company::list_key;
pub use company::{
    Counts, Found, NewCustomer, counts, domain_taken, find, insert, relate, update, with_uscc,
};
pub use list::{Listed, count, first_of, list};
pub use risk::{NotedRisk, find_policy, find_risk, save_policy, save_risk};
pub use tags::{
    count_tags, delete_tag, find_tag, insert_tag, known_customers, mark, tags, tags_of, unmark,
    update_tag,
};
pub use views::{
    SavedDraft, count_views, delete_draft, delete_view, draft, put_draft, put_view, views,
};
