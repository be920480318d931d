//! What single partners pay instead of the list's price, as the operator agrees on it.
//!
//! Source: domain book, "see-offers-and-pricing" (screen 3) and `roles.md`, row 84.

use std::collections::HashMap;

use domain::access::Action;
use domain::catalogue::Billing;
use domain::error::{Entity, Error};
use domain::ids::{OfferId, SpecialPriceId};
use domain::prices::{
    AddSpecial, EndSpecial, Ending, SpecialFault, SpecialRow, SpecialsView, ending,
};
use domain::time::{Day, first_of_month, months_before};
use storage::offers::{self, Known};
use storage::prices::{Special, put_special};
use storage::specials::{self as rows, Kept};
use storage::{Tx, partners};
use uuid::Uuid;

use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::work::{Change, Start, log_for};

/// Months for which a special price stays listed after its last day.
const LISTED_MONTHS: u32 = 12;

/// What can be had at a monthly price in the list of `today`.
async fn priced(tx: &mut Tx, today: Day, language: &str) -> Result<Vec<Known>> {
    let mut known = offers::known(tx, Some(first_of_month(today)), language).await.stored()?;
    known.retain(|known| known.offer.billing == Billing::License);
    Ok(known)
}

/// All special prices that count or have counted lately, and what others can be agreed on.
///
/// # Errors
///
/// `Forbidden` without the right to publish or to audit prices.
pub async fn specials(caller: &Caller, language: &str) -> Result<SpecialsView> {
    let grant = caller.authorize_reading(Action::PublishPrices)?;
    let today = grant.today();
    let mut tx = grant.read().await?;
    let known = priced(&mut tx, today, language).await?;
    let by_id: HashMap<OfferId, &Known> =
        known.iter().map(|known| (known.offer.id, known)).collect();
    let row = |kept: Kept| {
        let Kept { partner_name, special, version, .. } = kept;
        let known = by_id.get(&special.offer)?;
        Some(SpecialRow {
            id: SpecialPriceId::from(special.id),
            partner: partner_name,
            name: known.name.clone(),
            code: known.offer.code.clone(),
            price: special.price,
            list: known.prices.map(|prices| prices.partner),
            first_day: special.first_day,
            last_day: special.last_day,
            open: ending(special.first_day, special.last_day, today).is_some(),
            version,
        })
    };
    let listed = rows::list(&mut tx, months_before(today, LISTED_MONTHS)).await.stored()?;
    let rows = listed.into_iter().filter_map(row).collect();
    let sold = known.iter().filter(|known| known.prices.is_some());
    let named = |known: &Known| (known.offer.id, format!("{} ({})", known.name, known.offer.code));
    Ok(SpecialsView {
        rows,
        partners: partners::names(&mut tx).await.stored()?,
        offers: sold.map(named).collect(),
        may_change: grant.actor().access(Action::PublishPrices).may_change(),
    })
}

/// Agrees on a special price: it counts for orders and renewals on its days, of several the lowest.
///
/// # Errors
///
/// `Forbidden` without the right to publish; [`SpecialFault`] for a partner or an offer that is not
/// there.
pub async fn add_special(caller: &Caller, wanted: AddSpecial) -> Result<SpecialPriceId> {
    const USE_CASE: &str = "prices.add-special";
    let grant = caller.authorize(Action::PublishPrices)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let AddSpecial { partner, offer, price, first_day, last_day, .. } = wanted;
    let buyer = partners::find(&mut work.tx, partner).await.stored()?;
    let buyer = buyer.ok_or_else(|| Error::invalid("partner", SpecialFault::Partner))?;
    let sold = priced(&mut work.tx, grant.today(), "en").await?;
    let sold = sold.into_iter().find(|known| known.offer.id == offer && known.prices.is_some());
    let code = sold.ok_or_else(|| Error::invalid("offer", SpecialFault::Offer))?.offer.code;
    let id = grant.system.next_id();
    let special = Special { id, offer, price, first_day, last_day };
    put_special(&mut work.tx, partner, &special).await.stored()?;
    let change = Change {
        kind: "special-price-added",
        subject: code,
        after: Some(terms(&special)),
        ..Change::default()
    };
    log_for(&mut work.tx, &grant, partner.into(), change.clone()).await?;
    work.commit(of_partner(change, &buyer.name), SpecialPriceId::from(id)).await
}

/// Ends a special price: today is the last day of one that has begun, one that has not is withdrawn.
/// What was ordered at it keeps it for its term.
///
/// # Errors
///
/// `Forbidden` without the right to publish; `NotFound`; `Stale` if somebody else has changed it or
/// it is over.
pub async fn end_special(caller: &Caller, wanted: EndSpecial) -> Result<()> {
    const USE_CASE: &str = "prices.end-special";
    const STALE: Error = Error::Stale { entity: Entity::SpecialPrice };
    let grant = caller.authorize(Action::PublishPrices)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let found = rows::find(&mut work.tx, Uuid::from(wanted.special)).await.stored()?;
    let kept = found.ok_or(Error::NotFound { entity: Entity::SpecialPrice })?;
    if kept.version != wanted.seen {
        return Err(STALE);
    }
    let special = kept.special;
    let after = match ending(special.first_day, special.last_day, grant.today()).ok_or(STALE)? {
        Ending::Shortened(last_day) => {
            rows::shorten(&mut work.tx, &kept, last_day).await.stored()?;
            Some(terms(&Special { last_day, ..special }))
        }
        Ending::Withdrawn => {
            rows::delete(&mut work.tx, &kept).await.stored()?;
            None
        }
    };
    let change = Change {
        kind: "special-price-ended",
        subject: code(&mut work.tx, special.offer).await?,
        before: Some(terms(&special)),
        after,
        ..Change::default()
    };
    log_for(&mut work.tx, &grant, kept.partner.into(), change.clone()).await?;
    work.commit(of_partner(change, &kept.partner_name), ()).await
}

/// What the log says of a special price.
fn terms(special: &Special) -> String {
    format!("{} {} – {}", special.price, special.first_day, special.last_day)
}

/// In the operator's log it is also said whose price it is.
fn of_partner(change: Change, partner: &str) -> Change {
    Change { subject: format!("{} · {partner}", change.subject), ..change }
}

async fn code(tx: &mut Tx, offer: OfferId) -> Result<String> {
    let known = offers::known(tx, None, "en").await.stored()?;
    let known = known.into_iter().find(|known| known.offer.id == offer);
    Ok(known.map(|known| known.offer.code).unwrap_or_default())
}
