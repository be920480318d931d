//! The price lists that partners see.

use std::collections::HashMap;

use domain::access::Action;
use domain::catalogue::{Billing, Link, Segment};
use domain::error::{Entity, Error};
use domain::ids::OfferId;
use domain::money::CURRENCY;
use domain::prices::{ListedPrice, PriceQuery, PricingView, SpecialView, flag, visible};
use domain::text::search_key;
use domain::time::{Day, first_of_month, months_after, months_before};
use storage::offers::Known;
use storage::{Tx, offers, prices as rows};

use crate::caller::{Caller, Grant};
use crate::export::Cell;
use crate::failure::{Result, Stored};

/// The months whose lists partners see on `today`, the latest first.
pub(super) async fn months(tx: &mut Tx, today: Day) -> Result<Vec<Day>> {
    let lists = rows::lists(tx).await.stored()?;
    let seen = lists.into_iter().filter(|list| visible(list.published_on, today));
    Ok(seen.map(|list| list.month).collect())
}

/// The price list that `query` asks for, with words in `language`, and the partner's own prices.
///
/// # Errors
///
/// `Forbidden` without the right to see prices; `NotFound` for the list of a month to come that is
/// not published.
pub async fn list(caller: &Caller, query: PriceQuery, language: &str) -> Result<PricingView> {
    let grant = caller.authorize(Action::ViewPricing)?;
    let mut tx = grant.read().await?;
    let this_month = first_of_month(grant.today());
    let month = query.month.map_or(this_month, first_of_month);
    let months = months(&mut tx, grant.today()).await?;
    let found = months.contains(&month);
    let preview = month > this_month;
    if preview && !found {
        return Err(Error::NotFound { entity: Entity::PriceList });
    }
    let known = offers::known(&mut tx, Some(month), language).await.stored()?;
    let specials = specials(&mut tx, &grant, &known).await?;
    let prices =
        if found { listed(&mut tx, month, preview, known, &query).await? } else { Vec::new() };
    Ok(PricingView { month, found, preview, months, prices, specials })
}

/// The rows of the list of `month` that answer `query`.
async fn listed(
    tx: &mut Tx,
    month: Day,
    preview: bool,
    known: Vec<Known>,
    query: &PriceQuery,
) -> Result<Vec<ListedPrice>> {
    let before = rows::of_month(tx, months_before(month, 1)).await.stored()?;
    let mut links = links(tx, &known).await?;
    let words = search_key(&query.words);
    let row = |known: Known| {
        let Known { offer, name, prices: now, .. } = known;
        let before = before.get(&offer.id).copied();
        let flag = flag(before, now)?;
        let text = search_key(&format!("{name} {} {}", offer.code, offer.string_id));
        let answers = text.contains(&words)
            && query.category.is_none_or(|wanted| wanted == offer.category)
            && query.billing.is_none_or(|wanted| wanted == offer.billing)
            && query.flag.is_none_or(|wanted| wanted == flag)
            // Usage-based prices have no preview.
            && !(preview && offer.billing == Billing::Usage);
        let links = links.remove(&offer.id).unwrap_or_default();
        answers.then_some(ListedPrice { offer, name, flag, before, now, links })
    };
    Ok(known.into_iter().filter_map(row).collect())
}

/// What each offer hangs together with.
async fn links(tx: &mut Tx, known: &[Known]) -> Result<HashMap<OfferId, Vec<Link>>> {
    let names: HashMap<_, _> = known.iter().map(|known| (known.offer.id, &known.name)).collect();
    let mut links: HashMap<OfferId, Vec<Link>> = HashMap::new();
    for (offer, kind, target) in offers::links(tx).await.stored()? {
        if let Some(name) = names.get(&target) {
            let link = Link { kind, id: target, name: (*name).clone() };
            links.entry(offer).or_default().push(link);
        }
    }
    Ok(links)
}

/// The partner's own prices that can still be had.
async fn specials(tx: &mut Tx, grant: &Grant, known: &[Known]) -> Result<Vec<SpecialView>> {
    let specials = rows::list_specials(tx, grant.partner(), grant.today()).await.stored()?;
    let view = |special: rows::Special| {
        let known = known.iter().find(|known| known.offer.id == special.offer)?;
        Some(SpecialView {
            name: known.name.clone(),
            code: known.offer.code.clone(),
            price: special.price,
            first_day: special.first_day,
            last_day: special.last_day,
        })
    };
    Ok(specials.into_iter().filter_map(view).collect())
}

/// The columns of a price list's file; those of [`domain::prices::PRICE_HEADER`] are among them.
pub const LIST_COLUMNS: [&str; 16] = [
    "Change",
    "Valid from",
    "Valid to",
    "Offer name",
    "Offer",
    "Offer ID",
    "Billing",
    "License agreement type",
    "Purchase unit",
    "Secondary license type",
    "End customer type",
    "List price",
    "ERP price",
    "List price before",
    "Currency",
    "Tax",
];

/// The row of `price` in the list of `month`, under [`LIST_COLUMNS`].
#[must_use]
pub fn list_cells(price: &ListedPrice, month: Day) -> [Cell<'_>; 16] {
    let last = months_after(month, 1).pred_opt();
    let priced = price.offer.billing == Billing::License;
    let secondary = match price.offer.category {
        domain::catalogue::Category::AddOn => "Add-on",
        domain::catalogue::Category::Trial => "Trial",
        _ => "Non-specific",
    };
    let (agreement, customer) = match price.offer.segment {
        Segment::Commercial => ("Commercial", "Corporate"),
        Segment::Education => ("Academic", "Education"),
        Segment::Government => ("Government", "Government"),
    };
    let cell = |price| if priced { Cell::UnitPrice(price) } else { Cell::Empty };
    [
        Cell::Text(price.flag.as_str()),
        Cell::Day(month),
        last.map_or(Cell::Empty, Cell::Day),
        Cell::Text(&price.name),
        Cell::Text(&price.offer.code),
        Cell::Id(price.offer.id.into()),
        Cell::Text(price.offer.billing.as_str()),
        Cell::Text(agreement),
        Cell::Text(if priced { "1 month" } else { "usage" }),
        Cell::Text(secondary),
        Cell::Text(customer),
        price.now.map_or(Cell::Empty, |now| cell(now.partner)),
        price.now.map_or(Cell::Empty, |now| cell(now.retail)),
        price.before.map_or(Cell::Empty, |before| cell(before.partner)),
        Cell::Text(CURRENCY),
        Cell::Text("without VAT"),
    ]
}
