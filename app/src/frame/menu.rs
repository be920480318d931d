//! The main menu: the pages that the reader may open, and no other.

use domain::access::{Action, Surface};
use i18n::MessageId;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::bar::MENU;
use crate::context::{can, locale, surface};
use crate::ui::{Button, ButtonKind, Glyph, Icon};

/// A page of the menu and of the palette.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    /// Where it is.
    pub href: &'static str,
    /// Its name.
    pub name: MessageId,
    /// How it is drawn; entries of the second level are not.
    pub glyph: Option<Glyph>,
    /// Who may open it; everyone where there is no such action.
    pub action: Option<Action>,
}

const fn entry(href: &'static str, name: MessageId, glyph: Glyph, action: Action) -> Entry {
    Entry { href, name, glyph: Some(glyph), action: Some(action) }
}

const fn below(href: &'static str, name: MessageId, action: Action) -> Entry {
    Entry { href, name, glyph: None, action: Some(action) }
}

/// Partner Center, in the order of the domain book, 1.9.
const PARTNER_CENTER: &[Entry] = &[
    entry("/", i18n::message!("overview-title"), Glyph::Dashboard, Action::SignIn),
    entry("/customers", i18n::message!("customers-title"), Glyph::Customers, Action::ListCustomers),
    entry("/billing", i18n::message!("billing-title"), Glyph::Receipt, Action::ViewInvoices),
    entry("/seats", i18n::message!("seats-title"), Glyph::Device, Action::SeeSubscriptions),
    entry("/catalog", i18n::message!("catalogue-title"), Glyph::Package, Action::SeeCatalogue),
    entry("/pricing", i18n::message!("prices-title"), Glyph::Tags, Action::ViewPricing),
    entry(
        "/deadlines",
        i18n::message!("deadlines-title"),
        Glyph::History,
        Action::SeeSubscriptions,
    ),
];

/// The group "Account settings".
const ACCOUNT_SETTINGS: &[Entry] = &[
    below("/settings/catalog", i18n::message!("catalogue-customize"), Action::PinOffers),
    below("/settings/activity", i18n::message!("activity-title"), Action::ViewActivityLog),
];

const ADMIN_CENTER: &[Entry] = &[
    entry("/admin", i18n::message!("overview-title"), Glyph::Dashboard, Action::UseServices),
    entry("/admin/users", i18n::message!("users-title"), Glyph::Customers, Action::ListUsers),
    entry("/admin/licences", i18n::message!("pools-title"), Glyph::Package, Action::ListUsers),
    entry(
        "/admin/subscriptions",
        i18n::message!("own-title"),
        Glyph::Receipt,
        Action::SeeOwnSubscriptions,
    ),
];

const BACK_OFFICE: &[Entry] = &[
    Entry {
        href: "/operator",
        name: i18n::message!("overview-title"),
        glyph: Some(Glyph::Dashboard),
        action: None,
    },
    entry(
        "/operator/payments",
        i18n::message!("payments-title"),
        Glyph::Receipt,
        Action::RecordPayments,
    ),
    entry(
        "/operator/accounts",
        i18n::message!("accounts-title"),
        Glyph::Customers,
        Action::RecordPayments,
    ),
    entry("/operator/disputes", i18n::message!("disputes-title"), Glyph::Alert, Action::RunBilling),
    entry("/operator/fapiao", i18n::message!("fapiao-title"), Glyph::Package, Action::IssueFapiao),
    entry("/operator/outbox", i18n::message!("outbox-title"), Glyph::History, Action::ReadAllLogs),
    entry(
        "/operator/prices",
        i18n::message!("operator-prices-title"),
        Glyph::Tags,
        Action::PublishPrices,
    ),
    entry(
        "/operator/special-prices",
        i18n::message!("operator-special-title"),
        Glyph::Pencil,
        Action::PublishPrices,
    ),
];

impl Entry {
    fn open(&self) -> bool {
        self.action.is_none_or(can)
    }
}

/// The pages that the reader may open: of the first level, and below "Account settings".
pub(super) fn entries() -> (Vec<Entry>, Vec<Entry>) {
    let (first, second) = match surface() {
        Surface::PartnerCenter => (PARTNER_CENTER, ACCOUNT_SETTINGS),
        Surface::AdminCenter => (ADMIN_CENTER, &[] as &[Entry]),
        Surface::BackOffice => (BACK_OFFICE, &[] as &[Entry]),
    };
    let open = |entries: &[Entry]| entries.iter().filter(|entry| entry.open()).copied().collect();
    (open(first), open(second))
}

/// All pages of all menus, each with who may open it.
#[cfg(test)]
pub(crate) fn pages() -> Vec<(&'static str, Option<Action>)> {
    let entries = [PARTNER_CENTER, ACCOUNT_SETTINGS, ADMIN_CENTER, BACK_OFFICE].concat();
    entries.into_iter().map(|entry| (entry.href, entry.action)).collect()
}

#[component]
pub(super) fn MainMenu() -> impl IntoView {
    let (first, second) = entries();
    let settings = (!second.is_empty()).then(|| {
        view! {
            <li>
                <p class="frame__group">
                    <span>{t!("frame-account-settings")}</span>
                </p>
                <ul>{second.into_iter().map(link).collect_view()}</ul>
            </li>
        }
    });
    view! {
        <nav class="frame__menu" id=MENU popover="auto" aria-label=t!("frame-menu")>
            <ul class="frame__links">
                {first.into_iter().map(link).collect_view()} {settings}
            </ul>
            <Fold />
        </nav>
    }
    .into_any()
}

fn link(entry: Entry) -> impl IntoView {
    let path = use_location().pathname;
    let current = move || (path.get() == entry.href).then_some("page");
    view! {
        <li>
            <a href=entry.href aria-current=current>
                {entry.glyph.map(|glyph| view! { <Icon glyph large=true /> })}
                <span class="frame__name">{locale().say(entry.name, &[])}</span>
            </a>
        </li>
    }
}

/// Folds the menu to icons, or unfolds it; the server remembers.
#[component]
fn Fold() -> impl IntoView {
    let folded = crate::context::with_page(|page| page.menu_folded);
    let (value, name, glyph) = if folded {
        ("open", t!("frame-menu-unfold"), Glyph::ChevronRight)
    } else {
        ("folded", t!("frame-menu-fold"), Glyph::ChevronLeft)
    };
    view! {
        <form class="frame__fold" action="/rpc/account/fold-menu" method="post">
            <input type="hidden" name="menu" value=value />
            <Button kind=ButtonKind::Icon>
                <Icon glyph name />
            </Button>
        </form>
    }
    .into_any()
}
