//! A partner's agent in a customer's admin center: how he gets in, what he sees all the time, how
//! he leaves.

use domain::error::Arg;
use domain::ids::CustomerId;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::context::with_page;
use crate::failure::Failure;
use crate::forms::Hidden;
use crate::ui::{Button, ButtonKind};

/// Whose admin center is to be opened or left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnBehalfDraft {
    /// The customer.
    pub customer: CustomerId,
}

/// The form that leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndDraft {
    /// The customer whose admin center it was.
    pub customer: CustomerId,
}

/// What the page about a customer's services shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicesView {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// Its domain.
    pub domain: String,
    /// Whether it has delegated administration to the reader's company.
    pub delegated: bool,
}

/// A customer of the reader's company, as far as administering on its behalf asks.
///
/// # Errors
///
/// As `services::customers::find`.
#[server(prefix = "/rpc", endpoint = "on-behalf/find", input = GetUrl)]
pub async fn find_services(
    /// Which.
    customer: CustomerId,
) -> Result<ServicesView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let found = services::customers::find(&caller(PartnerCenter).await?, customer).await?;
        Ok(ServicesView {
            customer,
            name: found.company_name,
            domain: found.domain,
            delegated: found.delegated_admin,
        })
    })
    .await
}

/// Opens the admin center of a customer for the agent who asks.
///
/// # Errors
///
/// As `services::accounts::open_on_behalf`.
#[server(prefix = "/rpc", endpoint = "on-behalf/open")]
pub async fn open_on_behalf(
    /// The form as it was sent.
    draft: OnBehalfDraft,
) -> Result<(), Failure> {
    use crate::ssr::{
        Form, answer_form, caller, cookie_name, header, origin, redirect, set_cookie,
    };
    use axum::http::header::USER_AGENT;
    use domain::access::Surface::{AdminCenter, PartnerCenter};

    let form = Form { name: "on-behalf", draft, surface: PartnerCenter, done: "" };
    answer_form(form, async {
        let caller = caller(PartnerCenter).await?;
        let from = services::accounts::Origin {
            address: origin().address,
            user_agent: header(USER_AGENT).unwrap_or_default(),
        };
        let opened = services::accounts::open_on_behalf(&caller, draft.customer, from).await?;
        let age = caller.system().policy().session_absolute.num_seconds();
        set_cookie(&cookie_name(AdminCenter, origin().secure), &opened.token, age, false);
        redirect("/admin");
        Ok(())
    })
    .await
}

/// Leaves the admin center of a customer.
///
/// # Errors
///
/// As `services::accounts::sign_out`.
#[server(prefix = "/rpc", endpoint = "on-behalf/end")]
pub async fn end_on_behalf(
    /// The form as it was sent.
    draft: EndDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, callers, cookie_name, origin, redirect, set_cookie};
    use domain::access::Surface::AdminCenter;

    answer_form(Form { name: "on-behalf", draft, surface: AdminCenter, done: "" }, async {
        let callers = callers();
        if let Some(token) = callers.token(AdminCenter) {
            services::accounts::sign_out(callers.system(), AdminCenter, token).await?;
        }
        set_cookie(&cookie_name(AdminCenter, origin().secure), "", 0, false);
        redirect(&format!("/customers/{}/services?done=on-behalf-ended", draft.customer));
        Ok(())
    })
    .await
}

/// Whose company is administered, above everything, with the way out.
#[component]
pub(crate) fn BehalfBanner(
    /// The company's name.
    company: String,
) -> impl IntoView {
    let customer = with_page(|page| match page.viewer.as_ref()?.actor {
        domain::account::Actor::OnBehalf { customer, .. } => Some(customer),
        _ => None,
    });
    customer.map(|customer| {
        view! {
            <div class="frame__banner frame__banner--behalf" role="status">
                <strong>{t!("behalf-banner", company = Arg::Text(company))}</strong>
                <span>{t!("behalf-banner-text")}</span>
                <form action="/rpc/on-behalf/end" method="post">
                    <Hidden name="customer" value=customer.to_string() />
                    <Button kind=ButtonKind::Normal>{t!("behalf-end")}</Button>
                </form>
            </div>
        }
    })
}
