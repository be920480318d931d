//! How two price lists differ.

use domain::access::Action;
use domain::catalogue::Billing;
use domain::error::{Entity, Error};
use domain::prices::{ComparisonView, PriceDifference, compared};
use domain::time::{Day, first_of_month};
use storage::{offers, prices as rows};

use super::see::months;
use crate::caller::Caller;
use crate::failure::{Result, Stored};

/// How the list of `month` differs from the one of `before`; the latest that can be seen from the one
/// before it, if none are chosen.
///
/// # Errors
///
/// `Forbidden` without the right to see prices; `NotFound` for a list that cannot be seen.
pub async fn compare(
    caller: &Caller,
    month: Option<Day>,
    before: Option<Day>,
    language: &str,
) -> Result<ComparisonView> {
    let grant = caller.authorize(Action::ViewPricing)?;
    let mut tx = grant.read().await?;
    let months = months(&mut tx, grant.today()).await?;
    let chosen = compared(&months, month.map(first_of_month), before.map(first_of_month));
    let (before, month) = chosen.ok_or(Error::NotFound { entity: Entity::PriceList })?;
    let earlier = rows::of_month(&mut tx, before).await.stored()?;
    let known = offers::known(&mut tx, Some(month), language).await.stored()?;
    // What is charged by usage has no price in a list.
    let listed = known.iter().filter(|known| known.offer.billing == Billing::License);
    let differences = listed.filter_map(|known| {
        let before = earlier.get(&known.offer.id).copied();
        PriceDifference::of((&known.name, &known.offer.code), before, known.prices)
    });
    Ok(ComparisonView { before, month, differences: differences.collect(), months })
}
