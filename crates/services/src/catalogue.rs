//! The catalogue: what is sold this month, and a partner's pinned offers.

use std::collections::HashMap;

use domain::access::Action;
use domain::catalogue::{
    self as rules, CatalogueQuery, CatalogueView, OfferCard, OfferDetails, PAGE_SIZES,
    PinBoardView, PinnedOffers, PinnedView, SavePins,
};
use domain::error::{Entity, Error};
use domain::ids::OfferId;
use domain::time::Day;
use storage::Tx;
use storage::catalogue::{self as rows, Editor, Listed};
use storage::prices;

use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::{Change, Start};

/// Rows a page, where the reader has not chosen.
const USUAL_SIZE: u32 = PAGE_SIZES[1];

/// The offers that answer `query`, the partner's pinned ones first, with words in `language`.
///
/// # Errors
///
/// `Forbidden` without the right to see the catalogue.
pub async fn list(caller: &Caller, query: CatalogueQuery, language: &str) -> Result<CatalogueView> {
    let grant = caller.authorize(Action::SeeCatalogue)?;
    let mut tx = grant.read().await?;
    let month = rows::month_in_force(&mut tx, grant.today()).await.stored()?;
    let mut listed = match month {
        Some(month) => rows::list(&mut tx, month, language, &query).await.stored()?,
        None => Vec::new(),
    };
    own_prices(&mut tx, &grant, &mut listed).await?;
    let pinned = rows::pinned(&mut tx, grant.partner()).await.stored()?;
    let size = if PAGE_SIZES.contains(&query.size) { query.size } else { USUAL_SIZE };
    let total = u32::try_from(listed.len()).unwrap_or(u32::MAX);
    let page = query.page.min(total.saturating_sub(1) / size);
    let offers = pinned_first(listed, &pinned)
        .into_iter()
        .skip((page * size) as usize)
        .take(size as usize)
        .map(|(listed, slot)| card(&grant, listed, slot))
        .collect();
    let priced = sees_prices(&grant);
    let may_pin = grant.actor().access(Action::PinOffers).may_change();
    Ok(CatalogueView { offers, total, page, size, month, priced, may_pin })
}

/// The offer `id` of this month's price list.
///
/// # Errors
///
/// `NotFound` for an offer that is not sold this month.
pub async fn find(caller: &Caller, id: OfferId, language: &str) -> Result<OfferDetails> {
    const NOT_FOUND: Error = Error::NotFound { entity: Entity::Offer };
    let grant = caller.authorize(Action::SeeCatalogue)?;
    let mut tx = grant.read().await?;
    let month = rows::month_in_force(&mut tx, grant.today()).await.stored()?.ok_or(NOT_FOUND)?;
    let mut listed = rows::find(&mut tx, month, language, id).await.stored()?.ok_or(NOT_FOUND)?;
    own_prices(&mut tx, &grant, std::slice::from_mut(&mut listed)).await?;
    let service_plans = rows::service_plans(&mut tx, language, id).await.stored()?;
    let links = rows::links(&mut tx, language, id).await.stored()?;
    let pinned = rows::pinned(&mut tx, grant.partner()).await.stored()?;
    let slot = slot(&pinned, id);
    Ok(OfferDetails { card: card(&grant, listed, slot), service_plans, links, month })
}

/// The partner's pinned offers, and what could be pinned.
///
/// # Errors
///
/// `Forbidden` without the right to pin.
pub async fn pin_board(caller: &Caller, language: &str) -> Result<PinBoardView> {
    let grant = caller.authorize(Action::PinOffers)?;
    let mut tx = grant.read().await?;
    board(&mut tx, &grant, language).await
}

/// Replaces the partner's pinned offers.
///
/// The same offers in the same order are no change: no new version, no entry in the log.
///
/// # Errors
///
/// `Stale` if somebody else saved since the version `wanted.seen`; refusals as
/// [`rules::check_pins`] says.
///
/// Source: domain book, "customize-the-catalog".
pub async fn save_pins(caller: &Caller, wanted: SavePins, language: &str) -> Result<PinBoardView> {
    const USE_CASE: &str = "catalogue.save-pins";
    let grant = caller.authorize(Action::PinOffers)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };

    let current = rows::pinned(&mut work.tx, grant.partner()).await.stored()?;
    if wanted.seen != current.version {
        return Err(Error::Stale { entity: Entity::PinnedOffers });
    }
    let sold = sold(&mut work.tx, &grant, language).await?;
    rules::check_pins(&wanted.offers, |id| sold.get(&id).map(|listed| &listed.offer))?;
    if wanted.offers == current.offers {
        let unchanged = board(&mut work.tx, &grant, language).await?;
        return work.commit_unlogged(unchanged).await;
    }
    let by = Editor { user: grant.user(), name: grant.name(), now: grant.now() };
    let replaced =
        rows::replace_pinned(&mut work.tx, grant.partner(), current.version, &wanted.offers, by);
    replaced.await.stored()?;

    let before = codes(&mut work.tx, language, &current.offers).await?;
    let after = codes(&mut work.tx, language, &wanted.offers).await?;
    let saved = board(&mut work.tx, &grant, language).await?;
    let change = Change {
        kind: "pinned-offers-changed",
        before: Some(before),
        after: Some(after),
        ..Change::default()
    };
    work.commit(change, saved).await
}

async fn board(tx: &mut Tx, grant: &Grant, language: &str) -> Result<PinBoardView> {
    let pinned = rows::pinned(tx, grant.partner()).await.stored()?;
    let mut sold = in_order(tx, grant, language).await?;
    sold.retain(|listed| !listed.offer.add_on);
    let mut view = PinBoardView {
        version: pinned.version,
        pinned: Vec::new(),
        withdrawn: Vec::new(),
        offers: Vec::new(),
        changed_by: pinned.changed_by.clone(),
    };
    for id in &pinned.offers {
        let still_sold = sold.iter().any(|listed| listed.offer.id == *id);
        let Some((code, name)) = rows::name(tx, language, *id).await.stored()? else { continue };
        let slot = PinnedView { id: *id, code, name };
        if still_sold { view.pinned.push(slot) } else { view.withdrawn.push(slot) }
    }
    let offers = sold.into_iter().map(|listed| {
        let slot = view.pinned.iter().position(|pinned| pinned.id == listed.offer.id);
        card(grant, listed, slot.and_then(number))
    });
    view.offers = offers.collect();
    Ok(view)
}

/// This month's offers in the catalogue's order.
async fn in_order(tx: &mut Tx, grant: &Grant, language: &str) -> Result<Vec<Listed>> {
    let month: Option<Day> = rows::month_in_force(tx, grant.today()).await.stored()?;
    let Some(month) = month else { return Ok(Vec::new()) };
    let mut listed = rows::list(tx, month, language, &CatalogueQuery::default()).await.stored()?;
    own_prices(tx, grant, &mut listed).await?;
    Ok(listed)
}

/// Puts what the partner pays today instead of the list's prices into `listed`.
async fn own_prices(tx: &mut Tx, grant: &Grant, listed: &mut [Listed]) -> Result<()> {
    let specials = prices::specials(tx, grant.partner(), grant.today()).await.stored()?;
    for listed in listed {
        if let Some(special) = specials.get(&listed.offer.id) {
            listed.prices.partner = *special;
        }
    }
    Ok(())
}

async fn sold(tx: &mut Tx, grant: &Grant, language: &str) -> Result<HashMap<OfferId, Listed>> {
    let listed = in_order(tx, grant, language).await?;
    Ok(listed.into_iter().map(|listed| (listed.offer.id, listed)).collect())
}

/// The codes of `offers`, as the log writes them.
async fn codes(tx: &mut Tx, language: &str, offers: &[OfferId]) -> Result<String> {
    let mut codes = Vec::with_capacity(offers.len());
    for id in offers {
        if let Some((code, _)) = rows::name(tx, language, *id).await.stored()? {
            codes.push(code);
        }
    }
    Ok(codes.join(", "))
}

/// Pinned offers in the order of their slots, then the others as they were.
fn pinned_first(listed: Vec<Listed>, pinned: &PinnedOffers) -> Vec<(Listed, Option<u8>)> {
    let still_sold: Vec<OfferId> = {
        let ids: std::collections::HashSet<_> = listed.iter().map(|row| row.offer.id).collect();
        pinned.offers.iter().filter(|id| ids.contains(id)).copied().collect()
    };
    let mut offers: Vec<_> = listed
        .into_iter()
        .map(|row| {
            let slot = still_sold.iter().position(|id| *id == row.offer.id).and_then(number);
            (row, slot)
        })
        .collect();
    // A stable sort: what is not pinned keeps its order.
    offers.sort_by_key(|(_, slot)| slot.unwrap_or(u8::MAX));
    offers
}

fn slot(pinned: &PinnedOffers, id: OfferId) -> Option<u8> {
    pinned.offers.iter().position(|other| *other == id).and_then(number)
}

/// The number of a slot: the first is 1.
fn number(position: usize) -> Option<u8> {
    u8::try_from(position + 1).ok()
}

fn sees_prices(grant: &Grant) -> bool {
    grant.actor().can(Action::SeePartnerPrices)
}

/// What this reader is shown of an offer; prices are left out here, not hidden later.
fn card(grant: &Grant, listed: Listed, slot: Option<u8>) -> OfferCard {
    let Listed { offer, name, description, prices } = listed;
    OfferCard { offer, name, description, slot, prices: sees_prices(grant).then_some(prices) }
}
