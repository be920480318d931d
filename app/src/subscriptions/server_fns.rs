//! Server functions of subscriptions.

#[cfg(feature = "ssr")]
use domain::billing::{Agreed, WhatIfToken};
use domain::ids::{CustomerId, RequestId, SubscriptionId};
use domain::subscriptions::{
    QuantityDraft, Reactivate, Rehearsal, RenameDraft, ResellerDraft, SubscriptionDetails,
    SubscriptionsView, SuspendDraft, UpgradeDraft,
};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// The ids of the next attempts, one for each form: repeating one repeats nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requests {
    /// To rename.
    pub rename: RequestId,
    /// To change the quantity.
    pub quantity: RequestId,
    /// To change the reseller.
    pub reseller: RequestId,
    /// To reactivate.
    pub reactivate: RequestId,
    /// To order an add-on.
    pub add_on: RequestId,
    /// To upgrade.
    pub upgrade: RequestId,
}

/// A subscription with what its forms need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubscriptionToChange {
    /// As the reader sees it.
    pub seen: SubscriptionDetails,
    /// Name the attempts to change it.
    pub requests: Requests,
}

/// What the page of a suspension shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionPlan {
    /// What would happen.
    pub rehearsal: Rehearsal,
    /// The subscription's name.
    pub name: String,
    /// The customer's name.
    pub customer_name: String,
    /// The partner's collections policy; empty if there is none.
    pub policy: String,
    /// The version that the reader sees.
    pub version: i64,
    /// Names the attempt.
    pub request: RequestId,
}

/// What the partner, and others, have sold to a customer.
///
/// # Errors
///
/// As `services::subscriptions::list`.
#[server(prefix = "/rpc", endpoint = "subscriptions/list", input = GetUrl)]
pub async fn list_subscriptions(
    /// To whom.
    customer: CustomerId,
) -> Result<SubscriptionsView, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        services::subscriptions::list(&caller(PartnerCenter).await?, customer, language()).await
    })
    .await
}

/// A subscription, and what can be done with it.
///
/// # Errors
///
/// As `services::subscriptions::find`.
#[server(prefix = "/rpc", endpoint = "subscriptions/find", input = GetUrl)]
pub async fn find_subscription(
    /// Whose.
    customer: CustomerId,
    /// Which.
    id: SubscriptionId,
) -> Result<SubscriptionToChange, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::subscriptions::find(&caller, customer, id, language()).await?;
        let requests = Requests {
            rename: caller.new_request(),
            quantity: caller.new_request(),
            reseller: caller.new_request(),
            reactivate: caller.new_request(),
            add_on: caller.new_request(),
            upgrade: caller.new_request(),
        };
        Ok(SubscriptionToChange { seen, requests })
    })
    .await
}

/// What the suspension of a subscription would do.
///
/// # Errors
///
/// As `services::subscriptions::rehearse`.
#[server(prefix = "/rpc", endpoint = "subscriptions/rehearse", input = GetUrl)]
pub async fn rehearse_suspension(
    /// Whose.
    customer: CustomerId,
    /// Which.
    id: SubscriptionId,
) -> Result<SuspensionPlan, Failure> {
    use crate::ssr::{answer, caller, language};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let rehearsal =
            services::subscriptions::rehearse(&caller, customer, id, language()).await?;
        let seen = services::subscriptions::find(&caller, customer, id, language()).await?;
        // Whoever may suspend and may not see what is noted about customers suspends all the same.
        let risk = services::customers::risk(&caller, customer).await;
        Ok(SuspensionPlan {
            policy: risk.map(|risk| risk.policy).unwrap_or_default(),
            rehearsal,
            name: seen.row.name,
            customer_name: seen.customer_name,
            version: seen.version,
            request: caller.new_request(),
        })
    })
    .await
}

/// Gives a subscription a nickname.
///
/// # Errors
///
/// As `RenameDraft::parse` and `services::subscriptions::rename`.
#[server(name = RenameAction, prefix = "/rpc", endpoint = "subscriptions/rename")]
pub async fn rename(
    /// The form as it was sent.
    draft: RenameDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::PartnerCenter;

    let done = "subscription-renamed";
    let form = Form { name: "rename", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let wanted = draft.parse()?;
        services::subscriptions::rename(&caller(PartnerCenter).await?, wanted, language()).await?;
        Ok(())
    })
    .await
}

/// Changes the quantity of a subscription.
///
/// # Errors
///
/// As `QuantityDraft::parse` and `services::subscriptions::change_quantity`.
#[server(name = ChangeQuantityAction, prefix = "/rpc", endpoint = "subscriptions/change-quantity")]
pub async fn change_quantity(
    /// The form as it was sent.
    draft: QuantityDraft,
    /// Stands for the lines that the reader was shown; empty if none were.
    #[server(default)]
    token: String,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::PartnerCenter;

    let done = "quantity-changed";
    let form = Form { name: "quantity", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let wanted = draft.parse()?;
        let caller = caller(PartnerCenter).await?;
        let agreed = Agreed::to(wanted, WhatIfToken::sent(&token));
        services::subscriptions::change_quantity(&caller, agreed, language()).await?;
        Ok(())
    })
    .await
}

/// Changes the reseller of a subscription.
///
/// # Errors
///
/// As `ResellerDraft::parse` and `services::subscriptions::change_reseller`.
#[server(name = ChangeResellerAction, prefix = "/rpc", endpoint = "subscriptions/change-reseller")]
pub async fn change_reseller(
    /// The form as it was sent.
    draft: ResellerDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::PartnerCenter;

    let done = "reseller-changed";
    let form = Form { name: "reseller", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let wanted = draft.parse()?;
        let caller = caller(PartnerCenter).await?;
        services::subscriptions::change_reseller(&caller, wanted, language()).await?;
        Ok(())
    })
    .await
}

/// Suspends a subscription, and goes to its page.
///
/// # Errors
///
/// As `SuspendDraft::parse` and `services::subscriptions::suspend`.
#[server(name = SuspendAction, prefix = "/rpc", endpoint = "subscriptions/suspend")]
pub async fn suspend(
    /// The form as it was sent.
    draft: SuspendDraft,
    /// Stands for the lines that the reader was shown; empty if none were.
    #[server(default)]
    token: String,
) -> Result<(), Failure> {
    use super::words::page;
    use crate::ssr::{Form, answer_form, caller, language, redirect};
    use domain::access::Surface::PartnerCenter;

    let done = "subscription-suspended";
    let form = Form { name: "suspend", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let wanted = draft.parse()?;
        let page = page(wanted.target.customer, wanted.target.subscription);
        let caller = caller(PartnerCenter).await?;
        let agreed = Agreed::to(wanted, WhatIfToken::sent(&token));
        services::subscriptions::suspend(&caller, agreed, language()).await?;
        redirect(&format!("{page}?done={done}"));
        Ok(())
    })
    .await
}

/// Reactivates a subscription.
///
/// # Errors
///
/// As `services::subscriptions::reactivate`.
#[server(name = ReactivateAction, prefix = "/rpc", endpoint = "subscriptions/reactivate")]
pub async fn reactivate(
    /// The form as it was sent.
    draft: Reactivate,
    /// Stands for the lines that the reader was shown; empty if none were.
    #[server(default)]
    token: String,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, language};
    use domain::access::Surface::PartnerCenter;

    let done = "subscription-reactivated";
    let form = Form { name: "reactivate", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let caller = caller(PartnerCenter).await?;
        let agreed = Agreed::to(draft, WhatIfToken::sent(&token));
        services::subscriptions::reactivate(&caller, agreed, language()).await?;
        Ok(())
    })
    .await
}

/// Upgrades a subscription, and goes to the page of the one that replaces it.
///
/// # Errors
///
/// As `UpgradeDraft::parse` and `services::subscriptions::upgrade`.
#[server(name = UpgradeAction, prefix = "/rpc", endpoint = "subscriptions/upgrade")]
pub async fn upgrade(
    /// The form as it was sent.
    draft: UpgradeDraft,
    /// Stands for the lines that the reader was shown; empty if none were.
    #[server(default)]
    token: String,
) -> Result<(), Failure> {
    use super::words::page;
    use crate::ssr::{Form, answer_form, caller, language, redirect};
    use domain::access::Surface::PartnerCenter;

    let done = "subscription-upgraded";
    let form = Form { name: "upgrade", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let wanted = draft.parse()?;
        let customer = wanted.target.customer;
        let caller = caller(PartnerCenter).await?;
        let agreed = Agreed::to(wanted, WhatIfToken::sent(&token));
        let upgraded = services::subscriptions::upgrade(&caller, agreed, language()).await?;
        let kept = keep_unmoved(&upgraded).await?;
        redirect(&format!("{}?done={done}{kept}", page(customer, upgraded.target)));
        Ok(())
    })
    .await
}

/// Keeps whose licences stayed behind for the next page; the rest of its address.
#[cfg(feature = "ssr")]
async fn keep_unmoved(
    upgraded: &domain::subscriptions::UpgradedView,
) -> Result<String, domain::error::Error> {
    use domain::error::{Arg, Error};
    use domain::subscriptions::MoveFault;

    let unmoved: Vec<_> = upgraded
        .licences
        .iter()
        .filter_map(|licence| {
            let name = Arg::Text(licence.name.clone());
            Some(match licence.failed? {
                MoveFault::HasTarget => t!("subs-move-has-target", name = name),
                MoveFault::Conflict => t!("subs-move-conflict", name = name),
            })
        })
        .collect();
    if unmoved.is_empty() {
        return Ok(String::new());
    }
    let draft = std::collections::BTreeMap::from([("people", unmoved.join("\n"))]);
    let nothing_wrong = Error::Invalid { fields: Vec::new() };
    let callers = crate::ssr::callers();
    let id = services::forms::keep(callers.system(), "upgraded", &draft, &nothing_wrong).await?;
    Ok(format!("&kept={id}"))
}
