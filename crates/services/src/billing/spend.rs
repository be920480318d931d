//! What was spent, for the charts of the bill.

use domain::access::Action;
use domain::billing::{SpendView, spend};
use domain::error::{Entity, Error};
use domain::time::months_before;
use storage::billing::{accounts, invoices, spent};

use crate::caller::Caller;
use crate::failure::{Result, Stored};
use crate::subscriptions::shelf::Shelf;

/// Billing dates that are shown.
const MONTHS: u32 = 12;

/// What the invoices of the last twelve months of the caller's partner came to, by service, and the
/// seats on them; names in `language`.
///
/// # Errors
///
/// `Forbidden` without the right to see invoices; `NotFound` for a partner who is not billed.
pub async fn spending(caller: &Caller, language: &str) -> Result<SpendView> {
    let grant = caller.authorize_reading(Action::ViewInvoices)?;
    let partner = grant.partner();
    let mut tx = grant.read().await?;
    let account = accounts::find(&mut tx, partner).await.stored()?;
    let billed = account.ok_or(Error::NotFound { entity: Entity::Partner })?.billing_day;
    let bounds = invoices::first_and_last(&mut tx, partner).await.stored()?;
    let Some((first, last)) = bounds else { return Ok(SpendView::default()) };
    let since = first.max(months_before(last, MONTHS - 1));
    let found = spent::since(&mut tx, partner, since).await.stored()?;
    let shelf = Shelf::load(&mut tx, grant.today(), language).await?;
    let next = |date: &domain::time::Day| Some(billed.first_after(*date));
    let dates = std::iter::successors(Some(since), next).take_while(|date| *date <= last);
    let name = |offer| shelf.get(offer).map(|known| known.name.clone()).unwrap_or_default();
    Ok(spend(&found, &dates.collect::<Vec<_>>(), name))
}
