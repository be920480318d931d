//! Orders: what a customer can be sold, and what is bought at once.
//!
//! Source: domain book, "create-a-new-subscription".

mod availability;
mod command;

pub use availability::{CustomerFacts, Holding, Limits, check_add_on, check_offer};
pub use command::{
    AddOnDraft, AvailableOffer, CustomerCatalogue, MAX_LINES, OrderAddOn, OrderDraft, OrderLine,
    OrderLineDraft, OrderedView, PlaceOrder, PlacedView, line_field,
};
