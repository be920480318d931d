//! Licences of one person.

use domain::access::Action;
use domain::ids::SkuId;
use domain::licences::{LicenceRefusal, LicenceStep, SetLicences, Skus, changes};
use storage::Tx;
use storage::licences::users::{self as rows, AccountChange};
use storage::licences::{assignments, seats};

use super::people::there;
use super::{at_version, in_words, skus};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::work::{Change, Start};

/// Sets what a person holds. The same as before is no change.
///
/// # Errors
///
/// `Forbidden`, `NotFound`, `Stale`; refusals as [`changes`] says, and [`LicenceRefusal::NoneLeft`].
///
/// Source: domain book, 2 "assign-licenses-to-users" (rules).
pub async fn set_licences(caller: &Caller, wanted: SetLicences, language: &str) -> Result<()> {
    const USE_CASE: &str = "licences.set";
    let grant = caller.authorize(Action::AssignLicences)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (customer, user) = (grant.customer(), wanted.user);
    seats::lock(&mut work.tx, customer).await.stored()?;
    let person = there(at_version(&mut work.tx, customer, user, wanted.seen).await?)?;
    let skus = skus(&mut work.tx, language).await?;
    let before = assignments::held(&mut work.tx, customer, &[user]).await.stored()?;
    let before = before.into_values().next().unwrap_or_default();
    let after = wanted.held(&skus)?;
    let steps = changes(&before, &after, &skus, person.usage_location.is_some())?;
    if steps.is_empty() {
        return work.commit_unlogged(()).await;
    }
    for step in steps {
        take_step(&mut work.tx, &grant, wanted.user, step, &skus).await?;
    }
    let touched = AccountChange::default();
    rows::change(&mut work.tx, customer, user, person.version, touched).await.stored()?;
    let change = Change {
        kind: "licences-changed",
        subject: person.sign_in_name,
        before: Some(in_words(&before, &skus)),
        after: Some(in_words(&after, &skus)),
        ..Change::default()
    };
    work.commit(change, ()).await
}

async fn take_step(
    tx: &mut Tx,
    grant: &Grant,
    user: domain::ids::UserId,
    step: LicenceStep,
    skus: &Skus,
) -> Result<()> {
    let customer = grant.customer();
    match step {
        LicenceStep::Remove(sku) => {
            assignments::delete(tx, customer, user, sku).await.stored()?;
            seats::give_back(tx, customer, sku, 1).await.stored()?;
        }
        LicenceStep::Switch(licence) => {
            assignments::switch(tx, customer, user, &licence).await.stored()?;
        }
        LicenceStep::Assign(licence) => {
            take(tx, grant, licence.sku, 1, skus).await?;
            assignments::insert(tx, customer, user, &licence, grant.now()).await.stored()?;
        }
    }
    Ok(())
}

/// Takes seats, or says that none are left.
pub(super) async fn take(
    tx: &mut Tx,
    grant: &Grant,
    sku: SkuId,
    count: i64,
    skus: &Skus,
) -> Result<()> {
    if seats::take(tx, grant.customer(), sku, count).await.stored()? {
        Ok(())
    } else {
        Err(LicenceRefusal::NoneLeft { licence: skus.name(sku) }.into())
    }
}
