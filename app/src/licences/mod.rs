//! The customers' admin center: people, licences, own subscriptions.

mod bulk_fns;
mod bulk_job_page;
mod bulk_page;
mod change_fns;
mod drafts;
mod import_fns;
mod import_page;
mod licence_boxes;
mod new_user_page;
mod on_behalf;
mod on_behalf_page;
mod own_subscriptions_page;
mod person_fields;
mod pools_page;
mod seats_page;
mod server_fns;
mod told_page;
mod user_acts;
mod user_page;
mod users_page;
mod words;

pub use bulk_fns::{
    BulkJob, BulkStart, apply_bulk_job, check_selection, find_bulk_job, find_bulk_jobs,
    undo_bulk_job,
};
pub use bulk_job_page::BulkJobPage;
pub use bulk_page::BulkPage;
pub use change_fns::{
    add_user, block_user, delete_user, edit_user, reset_user_password, restore_user, set_licences,
    set_roles, unblock_user,
};
pub use drafts::{NewUserDraft, RolesDraft, UserDraft};
pub use import_fns::{ImportFile, begin_import, find_import, import_users};
pub use import_page::{ImportFilePage, ImportPage};
pub use new_user_page::NewUserPage;
pub(crate) use on_behalf::BehalfBanner;
pub use on_behalf::{
    EndDraft, OnBehalfDraft, ServicesView, end_on_behalf, find_services, open_on_behalf,
};
pub use on_behalf_page::OnBehalfPage;
pub use own_subscriptions_page::OwnSubscriptionsPage;
pub use pools_page::PoolsPage;
pub use seats_page::SeatsPage;
pub use server_fns::{
    Attempts, NewUserView, UserView, UsersPageView, find_new_user, find_own_subscriptions,
    find_pools, find_seats, find_user, list_users,
};
pub(crate) use told_page::ToldPage;
pub use user_page::UserPage;
pub use users_page::UsersPage;
