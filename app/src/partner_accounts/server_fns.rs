//! What the pages about partners' accounts ask of the server.

use domain::billing::{
    CreditNoteDraft, Debtor, ParkedRun, RunAgainDraft, StandingDraft, StandingView,
};
use domain::ids::PartnerId;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::catalogue::Editable;
use crate::failure::Failure;

/// The partners that are billed, and the runs that wait for somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountsView {
    /// The partners.
    pub debtors: Vec<Debtor>,
    /// The runs.
    pub parked: Vec<ParkedRun>,
    /// Names the attempt to take a run up again; nothing for who may only read.
    pub request: Option<String>,
}

/// All partners that are billed, and the runs that are parked.
///
/// # Errors
///
/// As `services::billing::debtors` and `services::billing::parked`.
#[server(prefix = "/rpc", endpoint = "partner-accounts/list", input = GetUrl)]
pub async fn find_accounts() -> Result<AccountsView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Action;
    use domain::access::Surface::BackOffice;

    answer(async {
        let caller = caller(BackOffice).await?;
        let debtors = services::billing::debtors(&caller).await?;
        let parked = services::billing::parked(&caller).await?;
        let may = caller.authorize(Action::RunBilling).is_ok();
        let request = may.then(|| caller.new_request().to_string());
        Ok(AccountsView { debtors, parked, request })
    })
    .await
}

/// A partner's account.
///
/// # Errors
///
/// As `services::billing::standing`.
#[server(prefix = "/rpc", endpoint = "partner-accounts/find", input = GetUrl)]
pub async fn find_standing(
    /// Whose.
    partner: PartnerId,
) -> Result<Editable<StandingView>, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::BackOffice;

    answer(async {
        let caller = caller(BackOffice).await?;
        let seen = services::billing::standing(&caller, partner).await?;
        Ok(Editable { seen, request: caller.new_request().to_string() })
    })
    .await
}

/// Suspends or reinstates an account, or waives a finance charge.
///
/// # Errors
///
/// As `StandingDraft::parse` and `services::billing::change_standing`.
#[server(prefix = "/rpc", endpoint = "partner-accounts/change")]
pub async fn change_standing(
    /// The form as it was sent.
    draft: StandingDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::BackOffice;

    let (kept, done) = (draft.clone(), "standing-changed");
    answer_form(Form { name: "standing", draft: kept, surface: BackOffice, done }, async {
        let caller = caller(BackOffice).await?;
        services::billing::change_standing(&caller, draft.parse()?).await
    })
    .await
}

/// Takes a parked run up at once.
///
/// # Errors
///
/// As `RunAgainDraft::parse` and `services::billing::run_again`.
#[server(prefix = "/rpc", endpoint = "partner-accounts/run-again")]
pub async fn run_again(
    /// The form as it was sent.
    draft: RunAgainDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::BackOffice;

    let (kept, done) = (draft.clone(), "run-again");
    answer_form(Form { name: "run-again", draft: kept, surface: BackOffice, done }, async {
        let caller = caller(BackOffice).await?;
        let ran = services::billing::run_again(&caller, draft.parse()?).await?;
        let done = if ran.parked > 0 { "run-parked-again" } else { done };
        redirect(&format!("/operator/accounts?done={done}"));
        Ok(())
    })
    .await
}

/// Issues a credit note.
///
/// # Errors
///
/// As `CreditNoteDraft::parse` and `services::billing::issue_credit_note`.
#[server(prefix = "/rpc", endpoint = "partner-accounts/issue-credit-note")]
pub async fn issue_credit_note(
    /// The form as it was sent.
    draft: CreditNoteDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::BackOffice;

    let (kept, done) = (draft.clone(), "credit-note-issued");
    answer_form(Form { name: "credit-note", draft: kept, surface: BackOffice, done }, async {
        let caller = caller(BackOffice).await?;
        services::billing::issue_credit_note(&caller, draft.parse()?).await.map(drop)
    })
    .await
}
