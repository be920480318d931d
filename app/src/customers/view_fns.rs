//! What saved views and the risk panel ask of the server.

use domain::customers::{RiskView, SavePolicyDraft, SaveRiskDraft, SaveViewDraft};
use domain::ids::CustomerId;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// The form that deletes a saved view, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeleteViewDraft {
    /// This attempt.
    pub request: String,
    /// Which view.
    pub id: String,
}

/// The risk panel of a customer, or without one the collections policy alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskPageView {
    /// The customer's name.
    pub customer_name: String,
    /// What is noted.
    pub seen: RiskView,
    /// The next attempt to save the notes.
    pub request: String,
    /// The next attempt to save the policy.
    pub policy_request: String,
}

/// Keeps the list as it is shown under a name.
///
/// # Errors
///
/// As `SaveViewDraft::parse` and `services::customers::save_view`.
#[server(prefix = "/rpc", endpoint = "customers/save-view")]
pub async fn save_view(
    /// The form as it was sent.
    draft: SaveViewDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let kept = draft.clone();
    let form = Form { name: "view", draft: kept, surface: PartnerCenter, done: "view-saved" };
    answer_form(form, async {
        let wanted = draft.parse()?;
        services::customers::save_view(&caller(PartnerCenter).await?, wanted).await.map(drop)
    })
    .await
}

/// Forgets a saved view.
///
/// # Errors
///
/// As `services::customers::delete_view`; [`TagFault::Unreadable`] for a form of no page.
///
/// [`TagFault::Unreadable`]: domain::customers::TagFault::Unreadable
#[server(prefix = "/rpc", endpoint = "customers/delete-view")]
pub async fn delete_view(
    /// The form as it was sent.
    draft: DeleteViewDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;
    use domain::customers::TagFault;
    use domain::error::Error;

    let (kept, done) = (draft.clone(), "view-deleted");
    let form = Form { name: "view", draft: kept, surface: PartnerCenter, done };
    answer_form(form, async {
        let unreadable = || Error::from(TagFault::Unreadable);
        let request = draft.request.parse().map_err(|_| unreadable())?;
        let id = draft.id.parse().map_err(|_| unreadable())?;
        let caller = caller(PartnerCenter).await?;
        services::customers::delete_view(&caller, request, id).await.map(drop)
    })
    .await
}

/// The risk panel of one customer.
///
/// # Errors
///
/// As `services::customers::risk`.
#[server(prefix = "/rpc", endpoint = "customers/risk", input = GetUrl)]
pub async fn find_risk(
    /// Which.
    id: CustomerId,
) -> Result<RiskPageView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::customers::risk(&caller, id).await?;
        let customer_name = services::customers::find(&caller, id).await?.company_name;
        let next = || caller.new_request().to_string();
        Ok(RiskPageView { customer_name, seen, request: next(), policy_request: next() })
    })
    .await
}

/// Replaces what is noted about a customer.
///
/// # Errors
///
/// As `SaveRiskDraft::parse` and `services::customers::save_risk`.
#[server(prefix = "/rpc", endpoint = "customers/save-risk")]
pub async fn save_risk(
    /// The form as it was sent.
    draft: SaveRiskDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let kept = draft.clone();
    let form = Form { name: "risk", draft: kept, surface: PartnerCenter, done: "risk-saved" };
    answer_form(form, async {
        let wanted = draft.parse()?;
        services::customers::save_risk(&caller(PartnerCenter).await?, wanted).await.map(drop)
    })
    .await
}

/// Replaces the partner's collections policy.
///
/// # Errors
///
/// As `SavePolicyDraft::parse` and `services::customers::save_policy`.
#[server(prefix = "/rpc", endpoint = "customers/save-policy")]
pub async fn save_policy(
    /// The form as it was sent.
    draft: SavePolicyDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller};
    use domain::access::Surface::PartnerCenter;

    let kept = draft.clone();
    let form = Form { name: "policy", draft: kept, surface: PartnerCenter, done: "policy-saved" };
    answer_form(form, async {
        let wanted = draft.parse()?;
        services::customers::save_policy(&caller(PartnerCenter).await?, wanted).await.map(drop)
    })
    .await
}
