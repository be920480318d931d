//! What the pages about disputes ask of the server.

use domain::billing::{
    CloseDisputeDraft, CustomerBills, DecideDisputeDraft, DisputableView, DisputeView,
    DisputesQuery, DisputesView, LinePlace, RaiseDisputeDraft,
};
use domain::ids::{CustomerId, DisputeId, InvoiceId};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::catalogue::Editable;
use crate::failure::Failure;

/// A page of the lines of an invoice, of which some can be disputed.
///
/// # Errors
///
/// As `services::billing::disputable`.
#[server(prefix = "/rpc", endpoint = "disputes/disputable", input = GetUrl)]
pub async fn find_disputable(
    /// Of which invoice.
    invoice: InvoiceId,
    /// Only of this customer.
    customer: Option<CustomerId>,
    /// Behind this place.
    after: LinePlace,
) -> Result<DisputableView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        services::billing::disputable(&caller, invoice, customer, after, language()).await
    })
    .await
}

/// Lines of an invoice that were chosen, without those that cannot be disputed.
///
/// # Errors
///
/// As `services::billing::chosen`.
#[server(prefix = "/rpc", endpoint = "disputes/chosen", input = GetUrl)]
pub async fn find_chosen(
    /// Of which invoice.
    invoice: InvoiceId,
    /// Where they stand.
    #[server(default)]
    lines: Vec<LinePlace>,
) -> Result<Editable<DisputableView>, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::billing::chosen(&caller, invoice, &lines, language()).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// What a customer has been billed for lately.
///
/// # Errors
///
/// As `services::billing::customer_bills`.
#[server(prefix = "/rpc", endpoint = "disputes/customer", input = GetUrl)]
pub async fn find_customer_bills(
    /// Whose.
    customer: CustomerId,
) -> Result<CustomerBills, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        services::billing::customer_bills(&caller, customer, language()).await
    })
    .await
}

/// Disputes lines of an invoice.
///
/// # Errors
///
/// As `RaiseDisputeDraft::parse` and `services::billing::raise_dispute`.
#[server(prefix = "/rpc", endpoint = "disputes/raise")]
pub async fn raise_dispute(
    /// The form as it was sent.
    draft: RaiseDisputeDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::PartnerCenter;

    let (kept, done) = (draft.clone(), "dispute-raised");
    answer_form(Form { name: "dispute", draft: kept, surface: PartnerCenter, done }, async {
        let caller = caller(PartnerCenter).await?;
        let id = services::billing::raise_dispute(&caller, draft.parse()?).await?;
        redirect(&format!("/billing/disputes/{id}?done={done}"));
        Ok(())
    })
    .await
}

/// The disputes of the reader's partner.
///
/// # Errors
///
/// As `services::billing::own_disputes`.
#[server(prefix = "/rpc", endpoint = "disputes/list", input = GetUrl)]
pub async fn list_disputes(
    /// Which.
    #[server(default)]
    query: DisputesQuery,
) -> Result<DisputesView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async { services::billing::own_disputes(&caller(PartnerCenter).await?, query).await })
        .await
}

/// A dispute of the reader's partner.
///
/// # Errors
///
/// As `services::billing::own_dispute`.
#[server(prefix = "/rpc", endpoint = "disputes/find", input = GetUrl)]
pub async fn find_dispute(
    /// Which.
    id: DisputeId,
) -> Result<Editable<DisputeView>, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::billing::own_dispute(&caller, id, language()).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// Closes a dispute: the customer has been told.
///
/// # Errors
///
/// As `CloseDisputeDraft::parse` and `services::billing::close_dispute`.
#[server(prefix = "/rpc", endpoint = "disputes/close")]
pub async fn close_dispute(
    /// The form as it was sent.
    draft: CloseDisputeDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let (kept, done) = (draft.clone(), "dispute-closed");
    answer_form(Form { name: "close-dispute", draft: kept, surface: PartnerCenter, done }, async {
        let caller = caller(PartnerCenter).await?;
        services::billing::close_dispute(&caller, draft.parse()?).await.map(drop)
    })
    .await
}

/// The disputes of all partners.
///
/// # Errors
///
/// As `services::billing::all_disputes`.
#[server(prefix = "/rpc", endpoint = "operator-disputes/list", input = GetUrl)]
pub async fn list_all_disputes(
    /// Which.
    #[server(default)]
    query: DisputesQuery,
) -> Result<DisputesView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::BackOffice;

    answer(async { services::billing::all_disputes(&caller(BackOffice).await?, query).await }).await
}

/// A dispute of any partner.
///
/// # Errors
///
/// As `services::billing::any_dispute`.
#[server(prefix = "/rpc", endpoint = "operator-disputes/find", input = GetUrl)]
pub async fn find_any_dispute(
    /// Which.
    id: DisputeId,
) -> Result<Editable<DisputeView>, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::BackOffice;

    answer(async {
        let caller = caller(BackOffice).await?;
        let seen = services::billing::any_dispute(&caller, id, language()).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// Decides a dispute.
///
/// # Errors
///
/// As `DecideDisputeDraft::parse` and `services::billing::decide_dispute`.
#[server(prefix = "/rpc", endpoint = "operator-disputes/decide")]
pub async fn decide_dispute(
    /// The form as it was sent.
    draft: DecideDisputeDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::BackOffice;

    let (kept, done) = (draft.clone(), "dispute-decided");
    answer_form(Form { name: "decide-dispute", draft: kept, surface: BackOffice, done }, async {
        let caller = caller(BackOffice).await?;
        services::billing::decide_dispute(&caller, draft.parse()?).await.map(drop)
    })
    .await
}
