//! What must be decided soon.

mod calendar;
mod card;
mod deadlines_page;
mod server_fns;
mod words;

pub use card::DeadlinesCard;
pub use deadlines_page::DeadlinesPage;
pub use server_fns::{
    CalendarAddress, CalendarDraft, Nearest, find_calendar, list_deadlines, nearest_deadlines,
    rotate_calendar, stop_calendar,
};
