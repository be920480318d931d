//! The disputes of a partner.
//!
//! Source: domain book, "provide-billing-support".

use domain::billing::{DisputeStatus, DisputesQuery, DisputesView};
use domain::error::Arg;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::list_disputes;
use super::words::{base, rows, status};
use crate::billing::asked_list::{AskedList, asked};
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::Shape;

/// The page at `/billing/disputes`.
pub struct DisputesPage;

#[lazy_route]
impl LazyRoute for DisputesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let DisputesPage = this;
        let asked = asked();
        let found = Resource::new(move || asked.get(), list_disputes);
        when_found(found, Shape::Table, move |found| view! { <Page found asked=asked.get() /> })
    }
}

#[component]
fn Page(found: DisputesView, asked: DisputesQuery) -> impl IntoView {
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    view! {
        <div class="page">
            <PageHead title=t!("disputes-title") text=t!("disputes-text") crumbs />
            <List found asked operator=false />
        </div>
    }
}

/// The disputes that were asked for, and the way to others.
#[component]
pub(super) fn List(
    /// The disputes.
    found: DisputesView,
    /// What was asked for.
    asked: DisputesQuery,
    /// Whether they are of all partners.
    operator: bool,
) -> impl IntoView {
    let text = if operator { t!("disputes-none-operator") } else { t!("disputes-none-text") };
    let shown = Arg::Count(i64::try_from(found.rows.len()).unwrap_or(i64::MAX));
    let list = AskedList {
        base: base(operator),
        caption: t!("disputes-title"),
        none: (t!("disputes-none"), text),
        pages: t!("disputes-pages"),
        showing: t!("disputes-showing", shown = shown),
        table: (!found.rows.is_empty()).then(|| rows(&found.rows, operator)),
        next: found.next.map(|number| number.to_string()),
    };
    let states: Vec<_> = DisputeStatus::ALL.iter().map(|of| (*of, status(*of).1)).collect();
    list.show(&asked, &states)
}
