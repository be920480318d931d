//! Partners request the official paper of a paid invoice, and the operator sends it.
//!
//! Source: domain book, "billing" (fapiao) and `roles.md`, rows 29 and 88.

use domain::access::Action;
use domain::billing::{
    AskedView, FapiaoDetails, FapiaoFormView, FapiaoKind, FapiaoQuery, FapiaoStatus, FapiaoStep,
    FapiaoSummary, FapiaoView, FapiaosView, MoveFapiao, RequestFapiao, check_fapiao, check_title,
};
use domain::error::{Entity, Error, Refusal};
use domain::ids::{FapiaoId, InvoiceId, PartnerId};
use domain::mails::NewMail;
use storage::Tx;
use storage::billing::fapiao::{self, Moved};
use storage::billing::{accounts, invoices};

use super::query::NO_INVOICE;
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::mails::queue;
use crate::work::{Change, Start, log_for};

/// Requests of one page.
const PAGE: u32 = 50;

const NO_FAPIAO: Error = Error::NotFound { entity: Entity::Fapiao };

/// What the form for the invoice `id` begins with: the data of the last request.
///
/// # Errors
///
/// `Forbidden` without the right to request fapiao; `NotFound`, also for another partner's.
pub async fn fapiao_form(caller: &Caller, id: InvoiceId) -> Result<FapiaoFormView> {
    let grant = caller.authorize(Action::RequestFapiao)?;
    let partner = grant.partner();
    let mut tx = grant.read().await?;
    let found = invoices::find(&mut tx, partner, id).await.stored()?;
    let (invoice, header) = found.ok_or(NO_INVOICE)?;
    let requested = fapiao::requested(&mut tx, partner, id).await.stored()?;
    let refusal = check_fapiao(&invoice, requested, grant.today()).err();
    let last = fapiao::list(&mut tx, Some(partner), &FapiaoQuery::default(), 1).await.stored()?;
    let payer = header.bill_to.name;
    let (kind, title, details) = match last.into_iter().next() {
        Some(last) => (last.kind, last.title, last.details),
        None => (FapiaoKind::General, payer.clone(), FapiaoDetails::default()),
    };
    let refusal = refusal.map(|reason| Refusal::new(&reason));
    Ok(FapiaoFormView { invoice: id, number: invoice.number, payer, refusal, kind, title, details })
}

/// Requests a fapiao: one for an invoice.
///
/// # Errors
///
/// `Forbidden` without the right; `NotFound` for another partner's invoice; what [`check_fapiao`] and
/// [`check_title`] say.
pub async fn request_fapiao(caller: &Caller, wanted: RequestFapiao) -> Result<FapiaoId> {
    const USE_CASE: &str = "billing.request-fapiao";
    let grant = caller.authorize(Action::RequestFapiao)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let (partner, tx) = (grant.partner(), &mut work.tx);
    let found = invoices::find(tx, partner, wanted.invoice).await.stored()?;
    let (invoice, header) = found.ok_or(NO_INVOICE)?;
    // One at a time: the second finds the first.
    accounts::lock(tx, partner).await.stored()?;
    let requested = fapiao::requested(tx, partner, wanted.invoice).await.stored()?;
    check_fapiao(&invoice, requested, grant.today())?;
    check_title(&wanted.title, &header.bill_to.name, wanted.confirmed)?;
    let id = FapiaoId::from(grant.system.next_id());
    let by = (grant.user(), grant.now());
    fapiao::insert(tx, partner, id, &wanted, by).await.stored()?;
    let change = Change {
        kind: "fapiao-requested",
        subject: invoice.number,
        after: Some(wanted.title),
        ..Change::default()
    };
    work.commit(change, id).await
}

/// The requests of the caller's partner that answer `query`.
///
/// # Errors
///
/// `Forbidden` without the right to request fapiao.
pub async fn own_fapiao(caller: &Caller, query: FapiaoQuery) -> Result<FapiaosView> {
    let grant = caller.authorize_reading(Action::RequestFapiao)?;
    let mut tx = grant.read().await?;
    listed(&mut tx, Some(grant.partner()), &query).await
}

/// A page of the requests that answer `query`: of `partner`, or of all partners for the operator.
async fn listed(
    tx: &mut Tx,
    partner: Option<PartnerId>,
    query: &FapiaoQuery,
) -> Result<FapiaosView> {
    let found = fapiao::list(tx, partner, query, PAGE + 1).await.stored()?;
    Ok(AskedView::of(found, PAGE as usize, |request| request.id))
}

/// The requests of all partners that answer `query`.
///
/// # Errors
///
/// `Forbidden` without the operator's right to see them.
pub async fn all_fapiao(caller: &Caller, query: FapiaoQuery) -> Result<FapiaosView> {
    let grant = caller.authorize_reading(Action::IssueFapiao)?;
    let mut tx = grant.read().await?;
    listed(&mut tx, None, &query).await
}

/// A request of any partner.
///
/// # Errors
///
/// As [`all_fapiao`]; `NotFound`.
pub async fn any_fapiao(caller: &Caller, id: FapiaoId) -> Result<FapiaoView> {
    let grant = caller.authorize_reading(Action::IssueFapiao)?;
    let mut tx = grant.read().await?;
    let summary = fapiao::find(&mut tx, id).await.stored()?.ok_or(NO_FAPIAO)?;
    let done = summary.status == FapiaoStatus::Mailed;
    let may_change = !done && caller.authorize(Action::IssueFapiao).is_ok();
    Ok(FapiaoView { summary, may_change })
}

/// Moves a request on: issued, mailed, or expected later. The partner is told.
///
/// # Errors
///
/// `Forbidden` without the right; `NotFound`; `Stale` if it was moved meanwhile; what
/// [`FapiaoStep::on`] says.
pub async fn move_fapiao(caller: &Caller, wanted: MoveFapiao) -> Result<FapiaoId> {
    const USE_CASE: &str = "billing.move-fapiao";
    let grant = caller.authorize(Action::IssueFapiao)?;
    let mut work = match grant.work(wanted.request, USE_CASE, &wanted).await? {
        Start::Fresh(work) => work,
        Start::Repeat(done) => return Ok(done),
    };
    let request = fapiao::find(&mut work.tx, wanted.id).await.stored()?.ok_or(NO_FAPIAO)?;
    if request.version != wanted.seen {
        return Err(Error::Stale { entity: Entity::Fapiao });
    }
    let status = wanted.step.on(request.status)?;
    let (expected_on, number) = match &wanted.step {
        FapiaoStep::Issue(number) => (None, Some(number.as_str())),
        FapiaoStep::Mail => (None, None),
        FapiaoStep::Delay(day) => (Some(*day), None),
    };
    let moved = Moved { status, expected_on, number };
    let (partner, which) = (request.partner, (wanted.id, wanted.seen));
    fapiao::advance(&mut work.tx, partner, which, moved, grant.now()).await.stored()?;
    let kind = match status {
        FapiaoStatus::Submitted | FapiaoStatus::Issued => "fapiao-issued",
        FapiaoStatus::Mailed => "fapiao-mailed",
        FapiaoStatus::Unavailable => "fapiao-unavailable",
    };
    let after = number.map(str::to_owned).or(expected_on.map(|day| day.to_string()));
    let subject = request.invoice_number.clone();
    let change = Change { kind, subject, after, ..Change::default() };
    log_for(&mut work.tx, &grant, partner.into(), change.clone()).await?;
    tell(&mut work.tx, &grant, &request, (kind, &moved)).await?;
    work.commit(change, wanted.id).await
}

/// Writes to the one person who gets the partner's invoices.
async fn tell(
    tx: &mut Tx,
    grant: &Grant,
    request: &FapiaoSummary,
    (kind, moved): (&str, &Moved<'_>),
) -> Result<()> {
    let Some(account) = accounts::find(tx, request.partner).await.stored()? else {
        return Ok(());
    };
    let argument = |name: &str, value: String| (name.to_owned(), value);
    let mut arguments = vec![argument("invoice", request.invoice_number.clone())];
    arguments.extend(moved.number.map(|number| argument("number", number.to_owned())));
    arguments.extend(moved.expected_on.map(|day| argument("day", day.to_string())));
    let mail = NewMail {
        tenant: request.partner.into(),
        kind: kind.to_owned(),
        language: account.mail_language,
        address: account.contact_email,
        arguments,
    };
    queue(tx, &grant.system, mail).await
}
