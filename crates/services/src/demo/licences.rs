//! What the people of the demo's customers hold.

use domain::ids::{CustomerId, SkuId, UserId};
use domain::licences::{Held, OffPlans};
use storage::Tx;
use storage::licences::{assignments, seats};

use super::DemoCompanies;
use super::stock::Catalogue;
use crate::failure::{Result, Stored};
use crate::system::System;

/// Somebody who has just been written: the name to sign in with, the customer, the person.
pub(super) type NewPerson = (String, CustomerId, UserId);

/// Assigns to those of `people` who are new what the demo says, as long as there are seats.
pub(super) async fn assign(
    system: &System,
    tx: &mut Tx,
    all: &DemoCompanies,
    offers: &Catalogue,
    people: &[NewPerson],
) -> Result<()> {
    for (sign_in, customer, user) in people {
        let known = all.customer_users.iter().find(|known| known.sign_in == *sign_in);
        for code in known.iter().flat_map(|known| &known.licences) {
            let sku = SkuId::from(offers[code].sku_id);
            if seats::take(tx, *customer, sku, 1).await.stored()? {
                let licence = Held { sku, off: OffPlans::default() };
                let now = system.now();
                assignments::insert(tx, *customer, *user, &licence, now).await.stored()?;
            }
        }
    }
    Ok(())
}
