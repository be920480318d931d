//! Words of the catalogue that are chosen by data.

use domain::catalogue::{Billing, Category, Offer, Segment, Unit};
use domain::error::Arg;
use domain::money::UnitPrice;
use domain::time::Day;
use i18n::{MessageId, format, message};

use crate::context::locale;

fn say(id: MessageId) -> String {
    locale().say(id, &[])
}

pub(crate) fn category(category: Category) -> String {
    say(match category {
        Category::Enterprise => message!("catalogue-category-enterprise"),
        Category::SmallBusiness => message!("catalogue-category-small-business"),
        Category::Trial => message!("catalogue-category-trial"),
        Category::AddOn => message!("catalogue-category-add-on"),
        Category::Usage => message!("catalogue-category-usage"),
    })
}

pub(crate) fn billing(billing: Billing) -> String {
    say(match billing {
        Billing::License => message!("catalogue-billing-license"),
        Billing::Usage => message!("catalogue-billing-usage"),
    })
}

pub(crate) fn unit(unit: Unit) -> String {
    say(match unit {
        Unit::Licences => message!("catalogue-unit-licences"),
        Unit::Gigabytes => message!("catalogue-unit-gigabytes"),
        Unit::None => message!("catalogue-unit-none"),
    })
}

pub(crate) fn segment(segment: Segment) -> String {
    say(match segment {
        Segment::Commercial => message!("catalogue-segment-commercial"),
        Segment::Education => message!("catalogue-segment-education"),
        Segment::Government => message!("catalogue-segment-government"),
    })
}

/// How many units can be bought; consumption has no number.
pub(crate) fn limits(offer: &Offer) -> String {
    let [min, max] = [offer.minimum, offer.maximum].map(|bound| Arg::Count(bound.into()));
    match offer.unit {
        Unit::None => "–".to_owned(),
        _ if offer.minimum == offer.maximum => t!("catalogue-exactly", min = min),
        _ => t!("catalogue-range", min = min, max = max),
    }
}

pub(crate) fn price(price: UnitPrice) -> String {
    format::unit_price(locale().language(), price)
}

/// The month of a price list, such as "June 2019".
pub(crate) fn month(month: Day) -> String {
    let month = format::month(locale().language(), month);
    t!("catalogue-month", month = Arg::Text(month))
}
