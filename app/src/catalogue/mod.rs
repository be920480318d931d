//! The catalogue and a partner's pinned offers.

mod catalogue_page;
mod customize_page;
pub(crate) mod filters;
mod offer_page;
mod pin_board;
mod server_fns;
pub(crate) mod words;

pub use catalogue_page::CataloguePage;
pub use customize_page::CustomizePage;
pub use offer_page::OfferPage;
pub use server_fns::{
    Editable, SavePinsAction, find_offer, find_pin_board, list_offers, save_pins,
};
