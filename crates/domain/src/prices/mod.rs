//! Monthly price lists: when they are published, how two of them differ, and what that costs.
//!
//! Source: domain book, "see-offers-and-pricing".

mod compare;
mod import;
mod list;
mod publication;
mod renewals;
mod special;

pub use compare::{ComparisonView, PriceDifference, compared};
pub use import::{
    PRICE_HEADER, PriceFault, PriceImport, PriceRow, PricedOffer, month_of, month_text, plan_import,
};
pub use list::{
    Flag, ListedMonth, ListedPrice, OperatorPrices, PriceQuery, PricingView, PublishPrices,
    SpecialView, UploadView, flag,
};
pub use publication::{NOTICE_DAYS, in_time, last_day_to_publish, usage_price_from, visible};
pub use renewals::{
    Effect, PriceChangesView, RENEWALS_A_PAGE, RenewalView, TERM_MONTHS, Tally, monthly,
    renewal_price,
};
pub use special::{
    AddSpecial, EndSpecial, Ending, Named, SpecialDraft, SpecialFault, SpecialRow, SpecialsView,
    ending,
};
