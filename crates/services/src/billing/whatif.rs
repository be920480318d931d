//! What a change would cost, to the fen: the change itself is done, the next invoice is looked at, and
//! nothing of it lasts.
//!
//! Source: domain book, "common-billing-scenarios" (estimator).

use std::collections::HashSet;

use domain::access::Action;
use domain::billing::{
    Agreed, ForeseenLine, Period, Proposal, Proposed, RecordedEvent, Share, TooLarge, WhatIf,
    WhatIfChanged, WhatIfToken, compare, total,
};
use domain::ids::CustomerId;
use domain::subscriptions::{
    EventKind, SubscriptionRefusal as Refusal, billing_date_from, next_renewal,
};
use domain::time::{Day, days_after};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use storage::Tx;
use storage::billing::histories::{self, Billed};
use storage::subscriptions as rows;

use super::run::lines_of;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored, report};
use crate::subscriptions::scene::standing;
use crate::subscriptions::shelf::{Shelf, price_at_renewal};
use crate::work::{Change, Start};

/// What a change answers, and what the log is to be told if something has changed.
pub(crate) type Outcome<T> = (T, Option<Change>);

/// A change that the bill will show: done in a transaction that lasts, or in one that does not.
pub(crate) trait Chargeable: Proposed + Serialize + Sync {
    /// Names it among the attempts.
    const USE_CASE: &'static str;
    /// What is needed for it.
    const ACTION: Action;
    /// What it answers.
    type Done: Serialize + DeserializeOwned + Send;

    /// Does it.
    ///
    /// The caller has been granted [`Chargeable::ACTION`].
    fn apply(
        &self,
        tx: &mut Tx,
        grant: &Grant,
        language: &str,
    ) -> impl Future<Output = Result<Outcome<Self::Done>>> + Send;
}

/// Does a change once, if it leads to the lines that were agreed to, or none were shown.
///
/// # Errors
///
/// `Forbidden` without the right to it, or to the estimator where lines were agreed to; what the
/// change itself refuses; [`WhatIfChanged`] where the lines would be others.
pub(crate) async fn perform<C: Chargeable>(
    caller: &Caller,
    agreed: Agreed<C>,
    language: &str,
) -> Result<C::Done> {
    let grant = caller.authorize(C::ACTION)?;
    if agreed.token.is_some() {
        // Whoever may not see prices finds none out by trying what is agreed to.
        caller.authorize(Action::EstimateCosts)?;
    }
    let wanted = &agreed.wanted;
    let mut work = match grant.work(wanted.request(), C::USE_CASE, &agreed).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };

    let (done, entry) = match &agreed.token {
        None => wanted.apply(&mut work.tx, &grant, language).await?,
        Some(token) => {
            let (done, entry, foreseen) = foresee(&mut work.tx, &grant, wanted, language).await?;
            if foreseen.token != *token {
                return Err(WhatIfChanged.into());
            }
            (done, entry)
        }
    };
    match entry {
        Some(entry) => work.commit(entry, done).await,
        None => work.commit_unlogged(done).await,
    }
}

/// What `proposal` would do to the next invoice; nothing is changed.
///
/// # Errors
///
/// `Forbidden` without the estimator or the right to the change; what the change itself refuses.
pub async fn what_if(caller: &Caller, proposal: &Proposal, language: &str) -> Result<WhatIf> {
    match proposal {
        Proposal::Quantity(wanted) => rehearse(caller, wanted, language).await,
        Proposal::Suspend(wanted) => rehearse(caller, wanted, language).await,
        Proposal::Reactivate(wanted) => rehearse(caller, wanted, language).await,
        Proposal::Upgrade(wanted) => rehearse(caller, wanted, language).await,
        Proposal::AddOn(wanted) => rehearse(caller, wanted, language).await,
        Proposal::Order(wanted) => rehearse(caller, wanted, language).await,
    }
}

async fn rehearse<C: Chargeable>(caller: &Caller, wanted: &C, language: &str) -> Result<WhatIf> {
    caller.authorize(Action::EstimateCosts)?;
    let grant = caller.authorize(C::ACTION)?;
    let mut tx = grant.system.store.write().await.stored()?;
    let foreseen = foresee(&mut tx, &grant, wanted, language).await;
    // Whatever was written is forgotten: a transaction that is not committed never was.
    drop(tx);
    foreseen.map(|(_, _, foreseen)| foreseen)
}

/// Does `wanted` in `tx`, between two looks at the next invoice.
async fn foresee<C: Chargeable>(
    tx: &mut Tx,
    grant: &Grant,
    wanted: &C,
    language: &str,
) -> Result<(C::Done, Option<Change>, WhatIf)> {
    let customer = wanted.customer();
    // Nobody changes between the two looks what both look at.
    if !rows::lock_customer(tx, grant.partner(), customer).await.stored()? {
        return Err(Refusal::NoRelationship.into());
    }
    let standing = standing(tx, grant.partner(), customer).await?;
    let on = billing_date_from(days_after(grant.today(), 1), standing.billing_day);
    let without = shares(tx, grant, customer, on).await?;
    let (done, entry) = wanted.apply(tx, grant, language).await?;
    let mut with = shares(tx, grant, customer, on).await?;
    let known: HashSet<_> = without.iter().map(|share| share.subscription).collect();
    // What is created now is created again, under another id, when it lasts.
    for share in with.iter_mut().filter(|share| !known.contains(&share.subscription)) {
        share.subscription = None;
    }
    let shelf = Shelf::load(tx, grant.today(), language).await?;
    let name = |share: &Share| {
        let offer = || shelf.get(share.offer).map(|known| known.name.clone());
        share.nickname.clone().unwrap_or_else(|| offer().unwrap_or_default())
    };
    let (lines, instead_of) = compare(&without, &with, name);
    let told = |lines: &[ForeseenLine]| {
        lines.iter().map(|one| (one.subscription, one.caused, one.line)).collect::<Vec<_>>()
    };
    let sealed = (
        (C::USE_CASE, grant.partner(), customer, wanted.subject()),
        (grant.today(), on),
        (told(&lines), told(&instead_of)),
    );
    let sealed = serde_json::to_vec(&sealed).map_err(|error| report(&error))?;
    let token = WhatIfToken::of(&Sha256::digest(&sealed).into());
    let with = total(&lines);
    let without = total(lines.iter().filter(|line| !line.caused)) + total(&instead_of);
    Ok((done, entry, WhatIf { on, lines, instead_of, without, with, token }))
}

/// What each subscription of `customer` comes to on the invoice of `on`, by the code that issues it.
async fn shares(tx: &mut Tx, grant: &Grant, customer: CustomerId, on: Day) -> Result<Vec<Share>> {
    let period = Period::starting(on);
    let since = period.previous().first();
    let all = histories::of_customer(tx, grant.partner(), customer, since).await.stored()?;
    let mut shares = Vec::with_capacity(all.len());
    for mut billed in all {
        renew(tx, grant, &mut billed, on).await?;
        // Amounts that no invoice can hold are not foreseen either.
        let lines =
            lines_of(&billed, period, &grant.system.policy().vat).map_err(|_| report(&TooLarge))?;
        shares.push(Share {
            subscription: Some(billed.id),
            offer: billed.offer,
            nickname: billed.nickname,
            lines: lines.into_iter().map(|(line, _)| line).collect(),
        });
    }
    Ok(shares)
}

/// Adds the renewals up to `on`, each at the price that is published for it by now.
async fn renew(tx: &mut Tx, grant: &Grant, billed: &mut Billed, on: Day) -> Result<()> {
    while billed.renews && billed.terms.renews_on <= on {
        let Some(last) = billed.events.last().copied() else { return Ok(()) };
        let (day, offer) = (billed.terms.renews_on, billed.offer);
        let price = price_at_renewal(tx, grant.partner(), offer, day, last.unit_price).await?;
        let kind = EventKind::Renewed;
        billed.events.push(RecordedEvent { kind, day, unit_price: price, ..last });
        billed.terms.renews_on = next_renewal(day);
    }
    Ok(())
}
