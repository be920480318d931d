//! Lines of an invoice, of which some are chosen to be disputed: page by page, in the address.
//!
//! Source: domain book, "provide-billing-support" (fields).

use domain::billing::{DisputableView, DisputeLineView, LinePlace};
use domain::error::{Arg, Entity, Error};
use domain::ids::{CustomerId, InvoiceId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::lines::choosing;
use super::server_fns::find_disputable;
use crate::billing::words::day;
use crate::context::with_page;
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::{
    Banner, Button, ButtonKind, DataTable, EmptyState, Glyph, LinkButton, Shape, Tone,
};

/// Where lines are chosen.
const HERE: &str = "/billing/disputes/new";

/// Where the form is that says what is wrong with them.
pub(super) const REASON: &str = "/billing/disputes/new/reason";

/// The page at `/billing/disputes/new`; invoice, customer, place and chosen lines are in its query.
pub struct ChooseLinesPage;

/// What the query says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub(super) invoice: Option<InvoiceId>,
    pub(super) customer: Option<CustomerId>,
    pub(super) after: LinePlace,
    pub(super) lines: Vec<LinePlace>,
}

/// What the reader's address asks for; what is no place of a line is left out.
pub(super) fn asked() -> Memo<Asked> {
    let query = use_query_map();
    Memo::new(move |_| {
        query.with(|query| {
            let lines = query.get_all("lines").unwrap_or_default();
            Asked {
                invoice: query.get("invoice").and_then(|id| id.parse().ok()),
                customer: query.get("customer").and_then(|id| id.parse().ok()),
                after: query
                    .get("after")
                    .and_then(|place| place.parse().ok())
                    .unwrap_or(LinePlace::START),
                lines: lines.iter().filter_map(|place| place.parse().ok()).collect(),
            }
        })
    })
}

#[lazy_route]
impl LazyRoute for ChooseLinesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ChooseLinesPage = this;
        let asked = asked();
        let find = async |(invoice, customer, after): (Option<InvoiceId>, _, _)| {
            let invoice = invoice.ok_or(Error::NotFound { entity: Entity::Invoice })?;
            find_disputable(invoice, customer, after).await
        };
        let page = move || asked.with(|asked| (asked.invoice, asked.customer, asked.after));
        let found = Resource::new(page, find);
        when_found(found, Shape::Table, move |found| {
            view! { <Choose found asked=asked.get() /> }
        })
    }
}

/// The way to the pages that dispute lines of the invoice `id`.
pub(super) fn crumbs(id: InvoiceId, number: String) -> Vec<Crumb> {
    let name = t!("invoice-title", number = Arg::Text(number));
    vec![
        Crumb { href: "/billing".to_owned(), name: t!("billing-title") },
        Crumb { href: format!("/billing/{id}"), name },
    ]
}

/// The words for an invoice that is too old.
pub(super) fn too_late(seen: &DisputableView) -> Option<String> {
    let late = with_page(|page| page.today) > seen.until;
    late.then(|| t!("err-dispute-late", day = Arg::Day(seen.until)))
}

#[component]
fn Choose(found: DisputableView, asked: Asked) -> impl IntoView {
    let crumbs = crumbs(found.invoice, found.number.clone());
    let title = t!("dispute-raise-title", number = Arg::Text(found.number.clone()));
    let whole = asked.after == LinePlace::START && found.next.is_none();
    let body = if let Some(title) = too_late(&found) {
        view! { <Banner tone=Tone::Info title /> }.into_any()
    } else if whole && !found.lines.iter().any(DisputeLineView::is_open) {
        view! {
            <EmptyState
                glyph=Glyph::Receipt
                title=t!("dispute-no-lines")
                text=t!("dispute-no-lines-text")
            >
                <LinkButton href="/billing/disputes">{t!("disputes-title")}</LinkButton>
            </EmptyState>
        }
        .into_any()
    } else {
        view! { <Lines found asked /> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title text=t!("dispute-choose-text") crumbs />
            {body}
        </div>
    }
}

/// A form that changes the address: to another page of lines, or on to the reason.
#[component]
fn Lines(found: DisputableView, asked: Asked) -> impl IntoView {
    let Asked { customer, lines: chosen, after, .. } = asked;
    let (columns, rows) = choosing(&found.lines, &chosen);
    let here = |place: &LinePlace| found.lines.iter().any(|line| line.place == *place);
    let elsewhere: Vec<_> = chosen.into_iter().filter(|place| !here(place)).collect();
    let foot = foot(&found, after, elsewhere.len());
    let hidden = elsewhere.into_iter().map(|place| {
        view! { <input type="hidden" name="lines" value=place.to_string() /> }
    });
    let hidden = hidden.collect_view();
    let customer = customer.map(|id| {
        view! { <input type="hidden" name="customer" value=id.to_string() /> }
    });
    let invoice = found.invoice;
    view! {
        <form class="page__section" action=REASON method="get" id="lines">
            <input type="hidden" name="invoice" value=invoice.to_string() />
            {customer}
            {hidden}
            // A form that is sent by a key goes where its first button leads.
            <button type="submit" class="unseen" tabindex="-1" aria-hidden="true">
                {t!("continue")}
            </button>
            <h2>{t!("dispute-which")}</h2>
            <p class="quiet">{t!("dispute-until", day = Arg::Text(day(found.until)))}</p>
            <DataTable caption=t!("dispute-which") columns rows foot />
            <div class="form__actions">
                <Button kind=ButtonKind::Main>{t!("continue")}</Button>
                <LinkButton href=format!("/billing/{invoice}")>{t!("cancel")}</LinkButton>
            </div>
        </form>
    }
}

/// How many lines are shown and chosen elsewhere, and buttons that take the choice along.
fn foot(found: &DisputableView, after: LinePlace, elsewhere: usize) -> AnyView {
    let count = |count: usize| Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let first = (after != LinePlace::START).then(|| {
        view! {
            <Button attr:formaction=HERE attr:name="after" attr:value=LinePlace::START.to_string()>
                {t!("invoice-first-lines")}
            </Button>
        }
    });
    let next = found.next.map(|place| {
        view! {
            <Button attr:formaction=HERE attr:name="after" attr:value=place.to_string()>
                {t!("next-page")}
            </Button>
        }
    });
    let more = (elsewhere > 0).then(|| t!("dispute-elsewhere", count = count(elsewhere)));
    view! {
        <div class="pager">
            <span>
                {t!("invoice-showing", shown = count(found.lines.len()))} " " {more}
            </span>
            <span class="pager__links">{first} {next}</span>
        </div>
    }
    .into_any()
}
