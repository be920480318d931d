//! The start pages of the three surfaces.

mod admin_center_page;
mod back_office_page;
mod checklist;
mod home_page;
mod server_fns;
#[cfg(all(test, feature = "ssr"))]
mod testing;
mod topics;
mod welcome;

pub use admin_center_page::AdminCenterPage;
pub use back_office_page::BackOfficePage;
pub use home_page::HomePage;
pub use server_fns::{
    MoveClockAction, ReviewCatalogAction, find_clock, find_overview, find_own_company, move_clock,
    review_catalog,
};
