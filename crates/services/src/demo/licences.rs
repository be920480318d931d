//! What the people of the demo's customers hold.

use domain::access::Surface;
use domain::ids::SkuId;
use domain::licences::{Held, OffPlans};
use storage::licences::{assignments, seats, users};
use storage::{Tx, accounts};

use super::DemoCompanies;
use super::stock::Catalogue;
use crate::failure::{Result, Stored};
use crate::system::System;

/// Assigns to the people of the demo what it says, unless they hold something or have been changed,
/// and as long as there are seats.
pub(super) async fn assign(
    system: &System,
    tx: &mut Tx,
    all: &DemoCompanies,
    offers: &Catalogue,
) -> Result<()> {
    for known in all.customer_users.iter().filter(|known| !known.licences.is_empty()) {
        let company = all.customers.iter().find(|company| company.key == known.customer);
        let found = accounts::find_by_name(tx, Surface::AdminCenter, &known.sign_in).await;
        let Some((company, person)) = company.zip(found.stored()?) else { continue };
        let (customer, user) = (company.id, person.viewer.actor.user());
        let found = users::find(tx, customer, user).await.stored()?;
        let held = assignments::held(tx, customer, &[user]).await.stored()?;
        if !held.is_empty() || found.is_none_or(|found| found.version > 1) {
            continue;
        }
        for code in &known.licences {
            let sku = SkuId::from(offers[code].sku_id);
            if seats::take(tx, customer, sku, 1).await.stored()? {
                let licence = Held { sku, off: OffPlans::default() };
                let now = system.now();
                assignments::insert(tx, customer, user, &licence, now).await.stored()?;
            }
        }
    }
    Ok(())
}
