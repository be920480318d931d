//! Licences that move with an upgrade.

use domain::account::written_name;
use domain::ids::CustomerId;
use domain::subscriptions::{MoveFault, MovedLicence};
use storage::Tx;
use storage::licences::transfers as rows;
use uuid::Uuid;

use crate::failure::{Result, Stored};

/// Moves the licences of `source` that people of `customer` have to `target`, whose service plans
/// are `plans`; what was switched off stays so. Both pools must be locked, with room in the
/// target's for all.
///
/// Person by person: whoever cannot be moved keeps the licence of `source`.
///
/// # Errors
///
/// `Unavailable` if the database is.
///
/// Source: domain book, "add-licenses-or-services-to-an-existing-subscription" (licence transfer).
pub(crate) async fn transfer(
    tx: &mut Tx,
    customer: CustomerId,
    source: Uuid,
    target: Uuid,
    plans: &[String],
) -> Result<Vec<MovedLicence>> {
    let mut moved = Vec::new();
    for holder in rows::holders(tx, customer, source, target).await.stored()? {
        let failed = match (holder.has_target, holder.conflict) {
            (true, _) => Some(MoveFault::HasTarget),
            (false, true) => Some(MoveFault::Conflict),
            (false, false) => None,
        };
        if failed.is_none() {
            let off = holder.disabled_plans.split(',');
            let off: Vec<_> = off.filter(|off| plans.iter().any(|plan| plan == off)).collect();
            let off = off.join(",");
            let turned = rows::turn(tx, customer, holder.user, source, target, &off);
            turned.await.stored()?;
        }
        let name = written_name(&holder.family_name, &holder.given_name);
        moved.push(MovedLicence { user: holder.user, name, failed });
    }
    Ok(moved)
}
