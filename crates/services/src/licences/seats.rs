//! Bought, assigned, idle: for a partner, per customer and over all.

use domain::access::Action;
use domain::error::{Entity, Error};
use domain::licences::{SeatsQuery, SeatsView};
use storage::licences::seats::{self as rows, Page};
use storage::partners;

use super::skus;
use crate::caller::Caller;
use crate::failure::{Result, Stored};

/// Rows a page.
const SIZE: u32 = 100;

/// What the caller's company has sold for people, and how much of it is idle: held by nobody, or by
/// people who are blocked. Seats that other partners have sold are not counted.
///
/// # Errors
///
/// `Forbidden` without the right to see subscriptions; `NotFound` for a company that is no customer
/// of the caller's.
pub async fn seats(caller: &Caller, query: SeatsQuery, language: &str) -> Result<SeatsView> {
    let grant = caller.authorize_reading(Action::SeeSubscriptions)?;
    let partner = grant.partner();
    let mut tx = grant.read().await?;
    if let Some(customer) = query.customer {
        let found = partners::find_customer(&mut tx, partner, customer).await.stored()?;
        found.ok_or(Error::NotFound { entity: Entity::Customer })?;
    }
    let (customer, idle_only) = (query.customer, query.idle_only);
    let totals = rows::totals(&mut tx, partner, customer, idle_only).await.stored()?;
    let last = u32::try_from((totals.rows - 1).max(0)).unwrap_or(u32::MAX) / SIZE;
    let page = query.page.min(last);
    let part = Page { limit: SIZE.into(), offset: i64::from(page) * i64::from(SIZE) };
    let mut lines = rows::sold(&mut tx, partner, customer, idle_only, part).await.stored()?;
    let skus = skus(&mut tx, language).await?;
    for line in &mut lines {
        line.licence = skus.name(line.sku);
    }
    Ok(SeatsView { rows: lines, totals, page, size: SIZE })
}
