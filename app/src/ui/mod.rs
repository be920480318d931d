//! The building blocks of pages.
//!
//! They know no feature, no server function and no language: words are passed in, as text of
//! the reader's language. Each works as plain HTML without JavaScript. How they look is in
//! `style/components`, one file each of the same name; all their states are on `/styleguide`.

mod awake;
mod banner;
mod button;
mod chart;
mod combobox;
mod copy_button;
mod data_table;
mod date_field;
mod dialog;
mod empty_state;
mod error_summary;
mod field;
mod file_drop;
mod glyph;
mod icon;
mod inline_help;
mod key_value_list;
mod markup;
mod menu;
mod money;
mod pager;
mod select;
mod skeleton;
mod status_badge;
mod stepper;
mod tabs;
mod tile;
mod toast;

pub use awake::awake;
pub use banner::Banner;
pub use button::{BlockedButton, Button, ButtonKind, DownloadLink, LinkButton};
pub use chart::{Chart, ChartKind, ChartWords, Series};
pub use combobox::Combobox;
pub use copy_button::CopyButton;
pub use data_table::{BatchBar, Cell, CellKind, Column, DataTable, Order, Sort};
pub use date_field::DateField;
pub use dialog::{Dialog, DialogButton, DialogKind};
pub use empty_state::EmptyState;
pub use error_summary::{ErrorSummary, FormProblem};
pub use field::{Field, Length};
pub use file_drop::FileDrop;
pub use glyph::Glyph;
pub use icon::Icon;
pub use inline_help::InlineHelp;
pub use key_value_list::{Fact, KeyValueList};
pub use markup::Markup;
pub use menu::Menu;
pub use money::{DateText, Money};
pub use pager::Pager;
pub use select::{Choice, Select};
pub use skeleton::{Shape, Skeleton};
pub use status_badge::{StatusBadge, Tone};
pub use stepper::Stepper;
pub use tabs::{Tab, Tabs};
pub use tile::{Card, Tile};
pub use toast::Toast;
