//! The operator decides what partners dispute.
//!
//! Source: domain book, "provide-billing-support" and `roles.md`, row 87: what is given back is an
//! adjustment of the next billing cycle.

use domain::access::Action;
use domain::billing::{
    DecideDispute, Decision, DisputeFault, DisputeStatus, DisputeSummary, DisputeView,
    DisputesQuery, DisputesView, creditable,
};
use domain::error::{Entity, Error};
use domain::ids::DisputeId;
use domain::mails::NewMail;
use domain::money::Money;
use storage::Tx;
use storage::billing::disputes::{self, Decided};
use storage::billing::{accounts, invoices};

use super::credit_notes::given_back;
use super::disputes::{disputed, listed};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::mails::queue;
use crate::work::{Change, Start, log_for};

const NO_DISPUTE: Error = Error::NotFound { entity: Entity::Dispute };

/// The disputes of all partners that answer `query`.
///
/// # Errors
///
/// `Forbidden` without the operator's right to see the billing cycles.
pub async fn all_disputes(caller: &Caller, query: DisputesQuery) -> Result<DisputesView> {
    let grant = caller.authorize_reading(Action::RunBilling)?;
    let mut tx = grant.read().await?;
    listed(&mut tx, None, &query).await
}

/// A dispute of any partner.
///
/// # Errors
///
/// As [`all_disputes`]; `NotFound`.
pub async fn any_dispute(caller: &Caller, id: DisputeId, language: &str) -> Result<DisputeView> {
    let grant = caller.authorize_reading(Action::RunBilling)?;
    let mut tx = grant.read().await?;
    let summary = disputes::find(&mut tx, None, id).await.stored()?.ok_or(NO_DISPUTE)?;
    let lines = disputed(&mut tx, &grant, &summary, language).await?;
    let open = summary.status == DisputeStatus::Open;
    let may_change = open && caller.authorize(Action::RunBilling).is_ok();
    Ok(DisputeView { summary, lines, may_change })
}

/// Gives back all or a part of what is disputed, on the partner's next invoice, or nothing. The
/// partner is told.
///
/// # Errors
///
/// `Forbidden` without the right; `NotFound`; `Stale` if it was changed meanwhile; what
/// [`Decision::on`] says.
pub async fn decide_dispute(caller: &Caller, wanted: DecideDispute) -> Result<DisputeId> {
    const USE_CASE: &str = "billing.decide-dispute";
    let grant = caller.authorize(Action::RunBilling)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let found = disputes::find(&mut work.tx, None, wanted.id).await.stored()?;
    let dispute = found.ok_or(NO_DISPUTE)?;
    let partner = dispute.partner;
    // The run that gives back reads the same rows.
    accounts::lock(&mut work.tx, partner).await.stored()?;
    if dispute.version != wanted.seen {
        return Err(Error::Stale { entity: Entity::Dispute });
    }
    let status = wanted.decision.on(dispute.status, dispute.amount, &wanted.answer)?;
    if let Decision::Accept(amount) = wanted.decision {
        check_left(&mut work.tx, &dispute, amount).await?;
    }
    let accepted = match wanted.decision {
        Decision::Accept(amount) => Some(amount),
        Decision::Refuse => None,
    };
    let decided = Decided { status, accepted, answer: &wanted.answer };
    let (which, by) = ((wanted.id, wanted.seen), (grant.user(), grant.now()));
    disputes::decide(&mut work.tx, partner, which, decided, by).await.stored()?;
    let kind = if accepted.is_some() { "dispute-accepted" } else { "dispute-refused" };
    let change = Change {
        kind,
        subject: dispute.invoice_number.clone(),
        before: Some(dispute.amount.to_string()),
        after: accepted.map(|amount| amount.to_string()),
        ..Change::default()
    };
    log_for(&mut work.tx, &grant, partner.into(), change.clone()).await?;
    tell(&mut work.tx, &grant, &dispute, (kind, &decided)).await?;
    work.commit(change, wanted.id).await
}

/// What credit notes have given back is not given back again.
async fn check_left(tx: &mut Tx, dispute: &DisputeSummary, amount: Money) -> Result<()> {
    let (partner, id) = (dispute.partner, dispute.invoice);
    let found = invoices::find(tx, partner, id).await.stored()?;
    let (invoice, _) = found.ok_or(Error::NotFound { entity: Entity::Invoice })?;
    let most = creditable(&invoice, given_back(tx, partner, id).await?);
    if amount > most {
        return Err(Error::invalid("amount", DisputeFault::TooMuch { most }));
    }
    Ok(())
}

/// Writes to the one person who gets the partner's invoices.
async fn tell(
    tx: &mut Tx,
    grant: &Grant,
    dispute: &DisputeSummary,
    (kind, decided): (&str, &Decided<'_>),
) -> Result<()> {
    let Some(account) = accounts::find(tx, dispute.partner).await.stored()? else {
        return Ok(());
    };
    let argument = |name: &str, value: String| (name.to_owned(), value);
    let amount = decided.accepted.unwrap_or(dispute.amount);
    let mail = NewMail {
        tenant: dispute.partner.into(),
        kind: kind.to_owned(),
        language: account.mail_language,
        address: account.contact_email,
        arguments: vec![
            argument("number", dispute.number.to_string()),
            argument("invoice", dispute.invoice_number.clone()),
            argument("amount", amount.to_string()),
            argument("answer", decided.answer.to_owned()),
        ],
    };
    queue(tx, &grant.system, mail).await
}
