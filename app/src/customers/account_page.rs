//! What a partner knows of a customer.

use domain::customers::{
    Address, Billing, BillingPart, Company, Contact, CustomerDetails, Profile, TagView,
};
use domain::error::Arg;
use domain::ids::CustomerId;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::head::{CustomerHead, CustomerTab};
use super::tag_fns::{AccountView, find_account};
use super::words;
use crate::context::locale;
use crate::failure::Failure;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::ErrorPage;
use crate::ui::{
    Banner, Button, ButtonKind, Card, Choice, CopyButton, Fact, KeyValueList, Length, LinkButton,
    Select, Skeleton, StatusBadge, Tone,
};

/// The page of a customer's account.
pub struct CustomerAccountPage;

#[lazy_route]
impl LazyRoute for CustomerAccountPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CustomerAccountPage = this;
        let params = use_params_map();
        let id = Memo::new(move |_| customer_in(|name| params.with(|params| params.get(name))));
        let find = async |id: Option<CustomerId>| match id {
            Some(id) => find_account(id).await,
            None => Err(unknown()),
        };
        let customer = Resource::new(move || id.get(), find);
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match customer.await {
                        Ok(found) => Either::Left(view! { <Account found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The customer in an address; none if it cannot be one.
pub(super) fn customer_in(param: impl Fn(&str) -> Option<String>) -> Option<CustomerId> {
    param("customer").and_then(|id| id.parse().ok())
}

/// There is no such customer.
pub(super) fn unknown() -> Failure {
    use domain::error::{Entity, Error};

    Error::NotFound { entity: Entity::Customer }.into()
}

#[component]
fn Account(found: AccountView) -> impl IntoView {
    let AccountView { customer, tags, request } = found;
    let CustomerDetails { id, company_name, profile, billing, may, overdue, .. } = customer.clone();
    let edit = may.edit.then(|| {
        view! {
            <LinkButton href=format!("/customers/{id}/account/edit") kind=ButtonKind::Main>
                {t!("edit")}
            </LinkButton>
        }
        .into_any()
    });
    let mark = (may.edit && !tags.is_empty()).then(|| mark(id, tags, request));
    let current = CustomerTab::Account;
    let head = match edit {
        Some(actions) => view! { <CustomerHead id name=company_name current actions /> },
        None => view! { <CustomerHead id name=company_name current /> },
    };
    let known = match profile {
        Some(profile) => known(profile, billing),
        None => view! {
            <Banner tone=Tone::Info title=t!("customer-no-profile")>
                <p>{t!("customer-no-profile-text")}</p>
            </Banner>
        }
        .into_any(),
    };
    view! {
        <div class="page">
            {head}
            {overdue.then(|| view! { <Banner tone=Tone::Caution title=t!("customer-overdue") /> })}
            <KeyValueList facts=facts(customer) />
            {mark}
            {known}
        </div>
    }
}

/// What never changes here, and what others change.
fn facts(customer: CustomerDetails) -> Vec<Fact> {
    let CustomerDetails { id, domain, relationship, delegated_admin, .. } = customer;
    let id = view! { <CopyButton text=id.to_string() label=t!("copy") copied=t!("copied") /> };
    let tone = if delegated_admin { Tone::Positive } else { Tone::Neutral };
    let delegated = view! { <StatusBadge tone word=words::delegated(delegated_admin) /> };
    let mut facts = vec![
        Fact::new(t!("customers-microsoft-id"), id),
        Fact::new(t!("customers-domain"), domain),
        Fact::new(t!("customers-relationship"), words::relationship(relationship)),
        Fact::new(t!("customers-delegated-admin"), delegated),
        Fact::new(t!("customer-since"), words::moment(customer.established_at)),
    ];
    if let Some((at, by)) = customer.agreement {
        let by = t!("customer-agreement-by", name = Arg::Text(by));
        let value = view! {
            {words::moment(at)}
            " "
            <span class="quiet">{by}</span>
        };
        facts.push(Fact::new(t!("customer-agreement"), value));
    }
    if !customer.tags.is_empty() {
        let tags = customer.tags.into_iter().map(|tag| {
            let class = format!("tag tag--{}", tag.colour);
            view! { <span class=class>{tag.name}</span> }
        });
        let tags = tags.collect_view();
        facts.push(Fact::new(t!("customers-tags"), view! { <span class="tags">{tags}</span> }));
    }
    facts
}

/// Puts one of the partner's tags on the customer, or takes it off.
fn mark(id: CustomerId, tags: Vec<TagView>, request: String) -> AnyView {
    let returned = returned("mark");
    let choices = tags.into_iter().map(|tag| Choice::new(tag.id.to_string(), tag.name)).collect();
    view! {
        <Outcome returned refused=t!("customer-not-saved") />
        <form action="/rpc/customers/mark" method="post" class="filters">
            <Hidden name="request" value=request />
            <Hidden name="customers" value=id.to_string() />
            <Select
                id="tag"
                name="draft[tag]"
                label=t!("customers-tag")
                choices
                length=Length::Medium
                compact=true
            />
            <Button attr:name="draft[step]" attr:value="on">
                {t!("customer-mark")}
            </Button>
            <Button attr:name="draft[step]" attr:value="off" kind=ButtonKind::Quiet>
                {t!("customer-unmark")}
            </Button>
            <a href="/customers/tags">{t!("customer-tags-change")}</a>
        </form>
    }
    .into_any()
}

/// Company, contact and billing contact beside each other.
fn known(profile: Profile, billing: BillingPart) -> AnyView {
    let Profile { company, contact, .. } = profile;
    let billing = match billing {
        BillingPart::Same => view! { <p>{t!("customer-billing-same")}</p> }.into_any(),
        BillingPart::Own(own) => view! { <KeyValueList facts=billing_facts(*own) /> }.into_any(),
    };
    view! {
        <div class="customer__parts">
            <Card title=t!("customer-company")>
                <KeyValueList facts=company_facts(company) />
            </Card>
            <Card title=t!("customer-contact")>
                <KeyValueList facts=contact_facts(contact) />
            </Card>
            <Card title=t!("customer-billing")>{billing}</Card>
        </div>
    }
    .into_any()
}

pub(super) fn company_facts(company: Company) -> Vec<Fact> {
    let Company { name, uscc, address, phone, segment, qualification } = company;
    let mut facts = vec![
        Fact::new(t!("customers-name"), name.to_string()),
        Fact::new(t!("customer-uscc"), uscc.to_string()),
        Fact::new(t!("customer-address"), address_in_lines(&address)),
        Fact::new(t!("customer-segment"), words::segment(segment)),
    ];
    if let Some(phone) = phone {
        facts.push(Fact::new(t!("customer-phone"), phone.national()));
    }
    if let Some(qualification) = qualification {
        facts.push(Fact::new(t!("customer-qualification"), qualification));
    }
    facts
}

pub(super) fn contact_facts(contact: Contact) -> Vec<Fact> {
    let Contact { family_name, given_name, email, phone, language } = contact;
    vec![
        Fact::new(t!("customer-person"), person(family_name.as_str(), given_name.as_str())),
        Fact::new(t!("customer-email"), email.to_string()),
        Fact::new(t!("customer-contact-phone"), phone.national()),
        Fact::new(t!("customer-language"), words::language(language)),
    ]
}

pub(super) fn billing_facts(billing: Billing) -> Vec<Fact> {
    let Billing { company, family_name, given_name, email, address, language } = billing;
    vec![
        Fact::new(t!("customer-billing-company"), company.to_string()),
        Fact::new(t!("customer-person"), person(family_name.as_str(), given_name.as_str())),
        Fact::new(t!("customer-email"), email.to_string()),
        Fact::new(t!("customer-address"), address_in_lines(&address)),
        Fact::new(t!("customer-language"), words::language(language)),
    ]
}

fn person(family: &str, given: &str) -> String {
    format::person_name(locale().language(), family, given)
}

/// An address as it is written on an envelope: in China from the large to the small.
fn address_in_lines(address: &Address) -> AnyView {
    let Address { line1, line2, province, city, district, postcode } = address;
    let province = locale().say_dynamic(province.message()).unwrap_or_default();
    let district = district.as_ref().map(ToString::to_string).unwrap_or_default();
    let place = format!("{postcode} {province} {city} {district}");
    let line2 = line2.as_ref().map(|line| {
        view! {
            <br />
            {line.to_string()}
        }
    });
    view! {
        {place.trim_end().to_owned()}
        <br />
        {line1.to_string()}
        {line2}
    }
    .into_any()
}
