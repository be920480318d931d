//! Price lists: seen by partners, published by the operator, and what they do to renewals.
//!
//! Source: domain book, "see-offers-and-pricing".

mod changes;
mod compare;
mod publish;
mod see;
mod special;

pub use changes::{CHANGE_COLUMNS, change_cells, changes, changes_file};
pub use compare::compare;
pub use publish::{PriceFile, check, find, import, publish, rehearse, template};
pub use see::{LIST_COLUMNS, list, list_cells};
pub use special::{add_special, end_special, specials};
