//! What the customers' pages ask of the server.

use std::collections::BTreeMap;

use domain::customers::{
    CustomerDetails, CustomersQuery, CustomersView, EditCustomerDraft, HubView, NewCustomer,
    NewCustomerDraft, TimelineQuery, TimelineView,
};
use domain::ids::CustomerId;
use domain::time::Instant;
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// The list's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomersPageView {
    /// The customers that were asked for.
    pub list: CustomersView,
    /// How many there are; nothing for who may only read the list.
    pub hub: Option<HubView>,
    /// The ids of the next attempts to save a view, and to forget each of them.
    pub requests: Vec<String>,
}

/// What stands in the fields of a form, by their names.
pub type Values = BTreeMap<String, String>;

/// The form that changes a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditView {
    /// As the reader sees it.
    pub seen: CustomerDetails,
    /// What stands in the fields.
    pub values: Values,
    /// The id of the next attempt: repeating it repeats nothing.
    pub request: String,
}

/// The wizard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WizardView {
    /// What the reader has typed and left.
    pub values: Values,
    /// When that was kept; nothing if nothing was.
    pub saved_at: Option<Instant>,
    /// The id of the next attempt.
    pub request: String,
}

/// The wizard's review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewView {
    /// The fields of the form, with the id of this attempt.
    pub values: Values,
    /// The customer that they make; nothing if something is still wrong with them.
    pub wanted: Option<Box<NewCustomer>>,
}

/// What is shown once a customer is there.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WelcomeView {
    /// The new customer.
    pub customer: CustomerDetails,
    /// Its administrator's temporary password, the first time.
    pub password: Option<String>,
}

impl std::fmt::Debug for WelcomeView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WelcomeView").field("id", &self.customer.id).finish_non_exhaustive()
    }
}

/// A customer's timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelinePageView {
    /// The customer's name.
    pub name: String,
    /// What happened to it.
    pub timeline: TimelineView,
}

/// A form that only asks for something to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AskDraft {
    /// This attempt.
    pub request: String,
}

/// The customers that answer `query`, and how many there are in all.
///
/// # Errors
///
/// As `services::customers::list`.
#[server(prefix = "/rpc", endpoint = "customers/list", input = GetUrl)]
pub async fn list_customers(
    /// What the reader asks for.
    query: CustomersQuery,
) -> Result<CustomersPageView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let list = services::customers::list(&caller, query).await?;
        let hub = if list.may.view { Some(services::customers::hub(&caller).await?) } else { None };
        let next = |_| caller.new_request().to_string();
        let requests = (0..=list.saved.len()).map(next).collect();
        Ok(CustomersPageView { list, hub, requests })
    })
    .await
}

/// The details of one customer, to change them.
///
/// # Errors
///
/// As `services::customers::find`; `Forbidden` without the right to edit customers.
#[server(prefix = "/rpc", endpoint = "customers/find-editable", input = GetUrl)]
pub async fn find_editable(
    /// Which.
    id: CustomerId,
) -> Result<EditView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Action;
    use domain::access::Surface::PartnerCenter;
    use domain::customers::ProfileDraft;
    use domain::error::Error;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let seen = services::customers::find(&caller, id).await?;
        if !seen.may.edit {
            return Err(Error::Forbidden { action: Action::EditCustomer });
        }
        let profile = seen.profile.as_ref().map(ProfileDraft::from_profile);
        let values = values(&profile.unwrap_or_default());
        Ok(EditView { seen, values, request: caller.new_request().to_string() })
    })
    .await
}

/// Changes what is known of a customer, and goes on to its page.
///
/// # Errors
///
/// As `EditCustomerDraft::parse` and `services::customers::edit`.
#[server(prefix = "/rpc", endpoint = "customers/edit")]
pub async fn edit_customer(
    /// The form as it was sent.
    draft: EditCustomerDraft,
) -> Result<(), Failure> {
    use crate::customers::CustomerTab;
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::PartnerCenter;

    let done = "customer-saved";
    let form = Form { name: "customer", draft: draft.clone(), surface: PartnerCenter, done };
    answer_form(form, async {
        let caller = caller(PartnerCenter).await?;
        let saved = Box::pin(services::customers::edit(&caller, draft.parse()?)).await?;
        redirect(&format!("{}?done={done}", CustomerTab::Account.href(saved.id)));
        Ok(())
    })
    .await
}

/// What the reader has typed in the wizard.
///
/// # Errors
///
/// As `services::customers::load_draft`.
#[server(prefix = "/rpc", endpoint = "customers/wizard", input = GetUrl)]
pub async fn find_wizard() -> Result<WizardView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let kept = services::customers::load_draft::<NewCustomerDraft>(&caller).await?;
        let saved_at = kept.as_ref().map(|kept| kept.saved_at);
        let draft = kept.map(|kept| kept.draft).unwrap_or_default();
        let request = caller.new_request().to_string();
        Ok(WizardView { values: values(&draft), saved_at, request })
    })
    .await
}

/// What the reader has typed in the wizard, read.
///
/// # Errors
///
/// As `services::customers::load_draft`.
#[server(prefix = "/rpc", endpoint = "customers/review", input = GetUrl)]
pub async fn find_review() -> Result<ReviewView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let kept = services::customers::load_draft::<NewCustomerDraft>(&caller).await?;
        let mut draft = kept.map(|kept| kept.draft).unwrap_or_default();
        draft.request = caller.new_request().to_string();
        let values = values(&draft);
        Ok(ReviewView { values, wanted: draft.parse().ok().map(Box::new) })
    })
    .await
}

/// Keeps what was typed in the wizard, and goes on to the review if a customer can be made of it.
///
/// # Errors
///
/// As `NewCustomerDraft::parse` and `services::customers::domain_free`.
#[server(prefix = "/rpc", endpoint = "customers/keep-new")]
pub async fn keep_new(
    /// The form as it was sent.
    draft: NewCustomerDraft,
    /// Something if the reader goes on another time.
    later: Option<String>,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::PartnerCenter;
    use domain::customers::CustomerFault;
    use domain::error::Error;

    let (kept, done) = (draft.clone(), "customer-draft-kept");
    let form = Form { name: "new-customer", draft: kept, surface: PartnerCenter, done };
    answer_form(form, async {
        let caller = caller(PartnerCenter).await?;
        services::customers::save_draft(&caller, &draft).await?;
        if later.is_some() {
            redirect(&format!("/customers?done={done}"));
            return Ok(());
        }
        let wanted = draft.parse()?;
        if !services::customers::domain_free(&caller, wanted.domain.as_str()).await?.free {
            return Err(Error::invalid("domain", CustomerFault::DomainTaken));
        }
        redirect("/customers/new/review");
        Ok(())
    })
    .await
}

/// Forgets what was typed in the wizard.
///
/// # Errors
///
/// As `services::customers::drop_draft`.
#[server(prefix = "/rpc", endpoint = "customers/drop-new")]
pub async fn drop_new(
    /// The form as it was sent.
    draft: AskDraft,
) -> Result<(), Failure> {
    use crate::ssr::{Form, answer_form, caller, redirect};
    use domain::access::Surface::PartnerCenter;

    let form = Form { name: "drop-customer", draft, surface: PartnerCenter, done: "" };
    answer_form(form, async {
        services::customers::drop_draft(&caller(PartnerCenter).await?).await?;
        redirect("/customers/new");
        Ok(())
    })
    .await
}

/// Creates the customer, and goes on to the page that shows its administrator's password once.
///
/// The password travels from here to that page in a cookie, which no script can read and which
/// that page takes away: neither the database nor an address nor a log ever has it.
///
/// # Errors
///
/// As `NewCustomerDraft::parse` and `services::customers::create`. What is wrong with a field is
/// shown where it was typed, except that the credit code is known, which can be confirmed.
#[server(prefix = "/rpc", endpoint = "customers/create")]
pub async fn create_customer(
    /// The form as it was sent.
    draft: NewCustomerDraft,
) -> Result<(), Failure> {
    use crate::customers::shown_once::{hand_over, page};
    use crate::ssr::{Form, answer_form, caller, callers, redirect};
    use domain::access::Surface::PartnerCenter;
    use domain::error::Error;

    let kept = draft.clone();
    let form = Form { name: "review-customer", draft: kept, surface: PartnerCenter, done: "" };
    answer_form(form, async {
        let caller = caller(PartnerCenter).await?;
        let parsed = draft.clone().parse();
        let created = match parsed {
            Ok(wanted) => services::customers::create(&caller, wanted).await,
            Err(error) => Err(error),
        };
        let created = match created {
            Err(error @ Error::Invalid { .. }) if !only_uscc_known(&error) => {
                services::customers::save_draft(&caller, &draft).await?;
                let system = callers();
                let system = system.system();
                let kept = services::forms::keep(system, "new-customer", &draft, &error).await?;
                redirect(&format!("/customers/new?kept={kept}"));
                return Ok(());
            }
            other => other?,
        };
        // A repetition has no password: the cookie of the first answer is left alone.
        if let Some(password) = &created.password {
            hand_over(created.id, password);
        }
        redirect(&page(created.id));
        Ok(())
    })
    .await
}

/// Whether nothing is wrong but that another customer has the same credit code.
#[cfg(feature = "ssr")]
fn only_uscc_known(error: &domain::error::Error) -> bool {
    let domain::error::Error::Invalid { fields } = error else { return false };
    matches!(fields.as_slice(), [fault] if fault.refusal.code.key == "err-uscc-known")
}

/// The customer that has just been created, with the password while nobody has seen it.
///
/// # Errors
///
/// As `services::customers::find`.
#[server(prefix = "/rpc", endpoint = "customers/welcome", input = GetUrl)]
pub async fn find_welcome(
    /// Which.
    id: CustomerId,
) -> Result<WelcomeView, Failure> {
    use crate::customers::shown_once::take;
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let customer = services::customers::find(&caller(PartnerCenter).await?, id).await?;
        Ok(WelcomeView { customer, password: take(id) })
    })
    .await
}

/// What happened to one customer.
///
/// # Errors
///
/// As `services::customers::timeline`.
#[server(prefix = "/rpc", endpoint = "customers/timeline", input = GetUrl)]
pub async fn find_timeline(
    /// Which.
    id: CustomerId,
    /// What the reader asks for; a browser that asks for nothing sends nothing.
    #[server(default)]
    query: TimelineQuery,
) -> Result<TimelinePageView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::PartnerCenter;

    answer(async {
        let caller = caller(PartnerCenter).await?;
        let name = services::customers::find(&caller, id).await?.company_name;
        let timeline = services::customers::timeline(&caller, id, query).await?;
        Ok(TimelinePageView { name, timeline })
    })
    .await
}

/// The fields of `draft` by name.
#[cfg(feature = "ssr")]
fn values(draft: &impl Serialize) -> Values {
    let flat = leptos::serde_json::to_value(draft).ok();
    flat.and_then(|flat| leptos::serde_json::from_value(flat).ok()).unwrap_or_default()
}
