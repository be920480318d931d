//! What is where: the pages that the reader may open.

use domain::access::{Action, Surface};
use i18n::{MessageId, message};
use leptos::prelude::*;

use crate::context::{can, locale, on_behalf, surface};

/// A page and what is done there.
#[derive(Clone, Copy)]
struct Page {
    href: &'static str,
    name: MessageId,
    text: MessageId,
    /// Who may open it; everyone where there is no such action.
    action: Option<Action>,
}

const fn page(href: &'static str, name: MessageId, text: MessageId) -> Page {
    Page { href, name, text, action: None }
}

impl Page {
    const fn needs(self, action: Action) -> Self {
        Self { action: Some(action), ..self }
    }
}

const PARTNER_CENTER: &[Page] = &[
    page("/", message!("overview-title"), message!("help-overview")),
    page("/customers", message!("customers-title"), message!("help-customers"))
        .needs(Action::ListCustomers),
    page("/customers/non-payment", message!("non-payment-title"), message!("help-non-payment")),
    page("/billing", message!("billing-title"), message!("billing-text"))
        .needs(Action::ViewInvoices),
    page("/billing/exposure", message!("exposure-title"), message!("exposure-text"))
        .needs(Action::ViewInvoices),
    page(
        "/help/billing-scenarios",
        message!("scenarios-title"),
        message!("help-billing-scenarios"),
    )
    .needs(Action::ViewInvoices),
    page("/seats", message!("seats-title"), message!("help-seats")).needs(Action::SeeSubscriptions),
    page("/catalog", message!("catalogue-title"), message!("help-catalog"))
        .needs(Action::SeeCatalogue),
    page("/pricing", message!("prices-title"), message!("prices-text")).needs(Action::ViewPricing),
    page("/deadlines", message!("deadlines-title"), message!("help-deadlines"))
        .needs(Action::SeeSubscriptions),
    page("/settings/catalog", message!("catalogue-customize"), message!("help-customize"))
        .needs(Action::PinOffers),
    page("/settings/activity", message!("activity-title"), message!("help-activity"))
        .needs(Action::ViewActivityLog),
    page("/account", message!("frame-account"), message!("help-account")),
];

const ADMIN_CENTER: &[Page] = &[
    page("/admin", message!("overview-title"), message!("help-admin-overview")),
    page("/admin/users", message!("users-title"), message!("help-admin-users"))
        .needs(Action::ListUsers),
    page("/admin/licences", message!("pools-title"), message!("help-admin-licences"))
        .needs(Action::ListUsers),
    page("/admin/subscriptions", message!("own-title"), message!("help-admin-subscriptions"))
        .needs(Action::SeeOwnSubscriptions),
    page("/admin/account", message!("frame-account"), message!("help-account")),
];

const BACK_OFFICE: &[Page] = &[
    page("/operator", message!("overview-title"), message!("help-operator-overview")),
    page("/operator/payments", message!("payments-title"), message!("payments-text"))
        .needs(Action::RecordPayments),
    page("/operator/accounts", message!("accounts-title"), message!("accounts-text"))
        .needs(Action::RecordPayments),
    page("/operator/disputes", message!("disputes-title"), message!("disputes-text-operator"))
        .needs(Action::RunBilling),
    page("/operator/fapiao", message!("fapiao-title"), message!("fapiao-text-operator"))
        .needs(Action::IssueFapiao),
    page("/operator/outbox", message!("outbox-title"), message!("help-outbox"))
        .needs(Action::ReadAllLogs),
    page("/operator/prices", message!("operator-prices-title"), message!("operator-prices-text"))
        .needs(Action::PublishPrices),
    page(
        "/operator/special-prices",
        message!("operator-special-title"),
        message!("operator-special-text"),
    )
    .needs(Action::PublishPrices),
    page("/operator/account", message!("frame-account"), message!("help-account")),
];

/// The pages of the reader's surface, each with a sentence.
#[component]
pub(super) fn Pages() -> impl IntoView {
    let pages = match surface() {
        Surface::PartnerCenter => PARTNER_CENTER,
        Surface::AdminCenter => ADMIN_CENTER,
        Surface::BackOffice => BACK_OFFICE,
    };
    let say = |id| locale().say(id, &[]);
    let open = pages.iter().filter(|page| page.action.is_none_or(can));
    // Such a reader has no account here.
    let open = open.filter(|page| !(on_behalf() && page.href == "/admin/account"));
    let pages = open.map(|page| {
        view! {
            <div class="facts__fact">
                <dt>
                    <a href=page.href>{say(page.name)}</a>
                </dt>
                <dd>{say(page.text)}</dd>
            </div>
        }
    });
    view! {
        <section class="page__section prose" id="pages">
            <h2>{t!("help-pages")}</h2>
            <p>{t!("help-pages-text")}</p>
            <dl class="facts">{pages.collect_view()}</dl>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_menu_is_explained_to_the_same_readers() {
        let explained: Vec<_> = [PARTNER_CENTER, ADMIN_CENTER, BACK_OFFICE].concat();
        for (href, action) in crate::frame::menu_pages() {
            let page = explained.iter().find(|page| page.href == href);
            let page = page.unwrap_or_else(|| panic!("{href} is in the menu and not in the help"));
            assert!(page.action.is_none() || page.action == action, "{href}");
        }
    }
}
