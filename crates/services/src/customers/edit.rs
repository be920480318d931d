//! What is known of a customer, changed.

use domain::access::Action;
use domain::customers::{BillingEdit, CustomerDetails, EditCustomer, Profile, changes, described};
use domain::error::{Entity, Error};
use storage::customers::{self as rows, Found};

use super::create::check_uscc;
use super::{details, found};
use crate::caller::Caller;
use crate::collation;
use crate::failure::{Result, Stored};
use crate::work::{Change, Start};

/// Changes what is known of a customer. The same values again are no change.
///
/// # Errors
///
/// `Forbidden` without the right to edit customers, and without the right to edit their billing
/// information if the command touches it: then nothing is saved. `NotFound` for another partner's
/// customer; `Stale` if somebody else saved since the version `wanted.seen`;
/// [`domain::customers::CustomerFault::UsccKnown`] at `uscc` for a new credit code that another
/// customer has, unless that is confirmed.
///
/// Source: domain book, "update-customer-account-info".
pub async fn edit(caller: &Caller, wanted: EditCustomer) -> Result<CustomerDetails> {
    const USE_CASE: &str = "customers.edit";
    let grant = caller.authorize(Action::EditCustomer)?;
    if wanted.billing != BillingEdit::Untouched {
        caller.authorize(Action::EditCustomerBilling)?;
    }
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };

    let current = found(&mut work.tx, &grant, wanted.id).await?;
    if wanted.seen != current.version {
        return Err(Error::Stale { entity: Entity::Customer });
    }
    let uscc = wanted.company.uscc.clone();
    let known = current.profile.as_ref().map(|profile| &profile.company.uscc);
    if known != Some(&uscc) && !wanted.uscc_confirmed {
        check_uscc(&mut work.tx, &grant, uscc.as_str(), wanted.id).await?;
    }
    let (id, seen) = (wanted.id, wanted.seen);
    let profile = edited(&current, wanted);
    let (before, after) = match &current.profile {
        None => (None, described(&profile)),
        Some(old) => {
            let Some((before, after)) = changes(old, &profile) else {
                let unchanged = details(&mut work.tx, &grant, id).await?;
                return work.commit_unlogged(unchanged).await;
            };
            (Some(before), after)
        }
    };
    let name = profile.company.name.as_str();
    let (sort_key, initials) = (collation::sort_key("zh-CN", name), collation::initials(name));
    let names = (sort_key.as_slice(), initials.as_str());
    rows::update(&mut work.tx, grant.partner(), id, seen, &profile, names).await.stored()?;

    let saved = details(&mut work.tx, &grant, id).await?;
    let change = Change {
        kind: "customer-changed",
        subject: saved.company_name.clone(),
        customer: Some(id),
        before,
        after: Some(after),
    };
    work.commit(change, saved).await
}

/// What is known of `current` after the edit.
fn edited(current: &Found, wanted: EditCustomer) -> Profile {
    let EditCustomer { company, contact, billing, .. } = wanted;
    let billing = match billing {
        BillingEdit::Untouched => {
            current.profile.as_ref().and_then(|profile| profile.billing.clone())
        }
        BillingEdit::Same => None,
        BillingEdit::Own(own) => Some(*own),
    };
    Profile { company, contact, billing }
}
