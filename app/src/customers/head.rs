//! What the pages of one customer have in common: its name, and the way between them.

use domain::access::Action;
use domain::ids::CustomerId;
use leptos::prelude::*;

use crate::context::can;
use crate::frame::{Crumb, PageHead};
use crate::ui::{Tab, Tabs};

/// The pages of a customer, in the order of their tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerTab {
    /// What it has bought.
    Subscriptions,
    /// Its admin center, on its behalf.
    Services,
    /// What it has been billed for.
    Bills,
    /// What the partner knows of it.
    Account,
    /// What happened to it.
    Timeline,
    /// What the partner notes about its payments.
    Risk,
}

impl CustomerTab {
    const ALL: [Self; 6] = [
        Self::Subscriptions,
        Self::Services,
        Self::Bills,
        Self::Account,
        Self::Timeline,
        Self::Risk,
    ];

    /// What a reader needs to open it.
    const fn action(self) -> Action {
        match self {
            Self::Subscriptions => Action::SeeSubscriptions,
            Self::Services | Self::Account | Self::Timeline => Action::ViewCustomer,
            Self::Bills => Action::ViewReconciliationFiles,
            Self::Risk => Action::AssessCustomerRisk,
        }
    }

    /// The page's address.
    #[must_use]
    pub fn href(self, id: CustomerId) -> String {
        let part = match self {
            Self::Subscriptions => "",
            Self::Services => "/services",
            Self::Bills => "/billing",
            Self::Account => "/account",
            Self::Timeline => "/timeline",
            Self::Risk => "/risk",
        };
        format!("/customers/{id}{part}")
    }

    fn label(self) -> String {
        match self {
            Self::Subscriptions => t!("customer-subscriptions"),
            Self::Services => t!("behalf-title"),
            Self::Bills => t!("customer-bills"),
            Self::Account => t!("customer-account"),
            Self::Timeline => t!("customer-timeline"),
            Self::Risk => t!("risk-title"),
        }
    }
}

/// The way to the pages of a customer.
#[must_use]
pub fn to_customers() -> Vec<Crumb> {
    vec![Crumb { href: "/customers".to_owned(), name: t!("customers-title") }]
}

/// The way to a page below those of the customer `id`, which is called `name`.
#[must_use]
pub fn to_customer(id: CustomerId, name: String, from: CustomerTab) -> Vec<Crumb> {
    let mut crumbs = to_customers();
    crumbs.push(Crumb { href: from.href(id), name });
    crumbs
}

/// The head of a customer's page: its name, the page's actions, and the tabs.
#[component]
pub fn CustomerHead(
    /// Which customer.
    id: CustomerId,
    /// Its name.
    #[prop(into)]
    name: String,
    /// The page that is shown.
    current: CustomerTab,
    /// What can be done on it.
    #[prop(optional)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let tab = |tab: CustomerTab| Tab {
        href: tab.href(id),
        label: tab.label(),
        current: tab == current,
        ..Tab::default()
    };
    let shown = CustomerTab::ALL.into_iter().filter(|tab| can(tab.action()));
    let tabs = shown.map(tab).collect();
    let label = t!("customer-pages");
    let head = match actions {
        Some(actions) => view! { <PageHead title=name crumbs=to_customers() actions /> },
        None => view! { <PageHead title=name crumbs=to_customers() /> },
    };
    view! {
        {head}
        <Tabs label tabs />
    }
    .into_any()
}
