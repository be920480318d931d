//! What the pages of the bill ask of the server.

use domain::billing::{
    BillingView, ChangesView, Debtor, ExposureSort, ExposureView, FileQuery, FileView, InvoiceView,
    LinesView, PaymentDraft, ProposalDraft, ScenariosView, SpendView, WhatIf,
};
use domain::ids::{CustomerId, InvoiceId};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// The partners that are billed, and the name of the attempt to record a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentsView {
    /// The partners.
    pub debtors: Vec<Debtor>,
    /// Names the attempt; nothing for who may only read.
    pub request: Option<String>,
}

/// What the reader's partner owes and has paid, with the invoices of a year.
///
/// # Errors
///
/// As `services::billing::overview`.
#[server(prefix = "/rpc", endpoint = "billing/find", input = GetUrl)]
pub async fn find_billing(
    /// Which year; the newest without.
    year: Option<i32>,
) -> Result<BillingView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::overview(&caller(PartnerCenter).await?, year).await }).await
}

/// An invoice without its lines.
///
/// # Errors
///
/// As `services::billing::invoice`.
#[server(prefix = "/rpc", endpoint = "billing/invoice", input = GetUrl)]
pub async fn find_invoice(
    /// Which.
    id: InvoiceId,
) -> Result<InvoiceView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::invoice(&caller(PartnerCenter).await?, id).await }).await
}

/// A page of the lines of an invoice.
///
/// # Errors
///
/// As `services::billing::invoice_lines`.
#[server(prefix = "/rpc", endpoint = "billing/lines", input = GetUrl)]
pub async fn find_invoice_lines(
    /// Of which invoice.
    id: InvoiceId,
    /// Only of this customer.
    customer: Option<CustomerId>,
    /// Behind this place.
    after: u32,
) -> Result<LinesView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        services::billing::invoice_lines(&caller, id, customer, after, language()).await
    })
    .await
}

/// What the invoices of the last twelve months came to, by service.
///
/// # Errors
///
/// As `services::billing::spending`.
#[server(prefix = "/rpc", endpoint = "billing/spending", input = GetUrl)]
pub async fn find_spending() -> Result<SpendView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::spending(&caller(PartnerCenter).await?, language()).await })
        .await
}

/// What the reader's partner stands to owe for each customer.
///
/// # Errors
///
/// As `services::billing::exposure`.
#[server(prefix = "/rpc", endpoint = "billing/exposure", input = GetUrl)]
pub async fn find_exposure(
    /// In what order.
    sort: ExposureSort,
    /// Which page, from 0.
    page: u32,
) -> Result<ExposureView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::exposure(&caller(PartnerCenter).await?, sort, page).await })
        .await
}

/// An invoice against the one before it.
///
/// # Errors
///
/// As `services::billing::changes`.
#[server(prefix = "/rpc", endpoint = "billing/changes", input = GetUrl)]
pub async fn find_changes(
    /// Which.
    id: InvoiceId,
    /// Which page of its customers, from 0.
    page: u32,
) -> Result<ChangesView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::changes(&caller(PartnerCenter).await?, id, page).await })
        .await
}

/// The worked examples of bills.
///
/// # Errors
///
/// As `services::billing::scenarios`.
#[server(prefix = "/rpc", endpoint = "billing/scenarios", input = GetUrl)]
pub async fn find_scenarios() -> Result<ScenariosView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::scenarios(&caller(PartnerCenter).await?) }).await
}

/// Rows of a reconciliation file, and whether both files agree with the invoice.
///
/// # Errors
///
/// As `services::billing::file_view`.
#[server(prefix = "/rpc", endpoint = "billing/file", input = GetUrl)]
pub async fn find_file(
    /// Which rows of which file.
    query: FileQuery,
) -> Result<FileView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        services::billing::file_view(&caller, &query, language()).await
    })
    .await
}

/// All partners that are billed, with what they owe.
///
/// # Errors
///
/// As `services::billing::debtors`.
#[server(prefix = "/rpc", endpoint = "billing/payments", input = GetUrl)]
pub async fn find_payments() -> Result<PaymentsView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Action;
    use domain::access::Surface::BackOffice;

    answer(async {
        let caller = caller(BackOffice).await?;
        let debtors = services::billing::debtors(&caller).await?;
        let may = caller.authorize(Action::RecordPayments).is_ok();
        Ok(PaymentsView { debtors, request: may.then(|| caller.new_request().to_string()) })
    })
    .await
}

/// Records what a partner has paid.
///
/// # Errors
///
/// As `PaymentDraft::parse` and `services::billing::record_payment`.
#[server(prefix = "/rpc", endpoint = "billing/record-payment")]
pub async fn record_payment(
    /// The form as it was sent.
    draft: PaymentDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::BackOffice;

    let (kept, done) = (draft.clone(), "payment-recorded");
    answer_form(Form { name: "payment", draft: kept, surface: BackOffice, done }, async {
        let caller = caller(BackOffice).await?;
        let wanted = draft.parse(caller.system().today())?;
        services::billing::record_payment(&caller, wanted).await.map(drop)
    })
    .await
}

/// What a change of subscriptions, or an order, would do to the next invoice.
///
/// # Errors
///
/// As `ProposalDraft::parse` and `services::billing::what_if`.
#[server(prefix = "/rpc", endpoint = "subscriptions/what-if", input = GetUrl)]
pub async fn foresee(
    /// The change, as a form would send it.
    proposal: ProposalDraft,
) -> Result<WhatIf, Failure> {
    use crate::ssr::{answer_part, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer_part(async {
        let proposal = proposal.parse()?;
        services::billing::what_if(&caller(PartnerCenter).await?, &proposal, language()).await
    })
    .await
}
