//! What can be sold: offers, their prices for those who may see them, and a partner's pinned offers.

mod model;
mod pins;
mod query;

pub use model::{Billing, Category, Link, LinkKind, Offer, Prices, Segment, Unit};
pub use pins::{
    MAX_PINNED, Move, PinDraft, PinRefusal, PinStep, PinnedOffers, SavePins, SavePinsDraft, add,
    apply, check_pins, move_by, remove,
};
pub use query::{
    CatalogueQuery, CatalogueView, OfferCard, OfferDetails, PAGE_SIZES, PinBoardView, PinnedView,
    Sort,
};
