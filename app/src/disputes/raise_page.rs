//! The form that disputes lines of an invoice: which, how much, why.
//!
//! Source: domain book, "provide-billing-support" (fields).

use domain::billing::{DisputableView, DisputeReason, LineView};
use domain::error::{Arg, Entity, Error};
use domain::ids::{CustomerId, InvoiceId};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_disputable;
use super::words::{line_cells, reason};
use crate::billing::fields;
use crate::billing::words::day;
use crate::catalogue::Editable;
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, Returned, returned};
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::{
    Banner, Button, ButtonKind, CellKind, Choice, Column, DataTable, EmptyState, Glyph, LinkButton,
    Markup, Pager, Shape, Tone,
};

/// The page at `/billing/disputes/new`; invoice, customer and place of the lines are in its query.
pub struct RaiseDisputePage;

type Asked = (Option<InvoiceId>, Option<CustomerId>, u32);

#[lazy_route]
impl LazyRoute for RaiseDisputePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let RaiseDisputePage = this;
        let query = use_query_map();
        let asked = Memo::new(move |_| {
            let param = |name: &str| query.with(|query| query.get(name));
            let invoice = param("invoice").and_then(|id| id.parse().ok());
            let customer = param("customer").and_then(|id| id.parse().ok());
            (invoice, customer, param("after").and_then(|it| it.parse().ok()).unwrap_or_default())
        });
        let find = async |(invoice, customer, after): Asked| {
            let invoice = invoice.ok_or(Error::NotFound { entity: Entity::Invoice })?;
            find_disputable(invoice, customer, after).await
        };
        let found = Resource::new(move || asked.get(), find);
        when_found(found, Shape::Table, move |found| {
            let (_, customer, after) = asked.get();
            view! { <Raise found customer after /> }
        })
    }
}

#[component]
fn Raise(
    found: Editable<DisputableView>,
    customer: Option<CustomerId>,
    after: u32,
) -> impl IntoView {
    let Editable { seen, request } = found;
    let number = Arg::Text(seen.number.clone());
    let href = format!("/billing/{}", seen.invoice);
    let crumbs = vec![
        Crumb { href: "/billing".to_owned(), name: t!("billing-title") },
        Crumb { href: href.clone(), name: t!("invoice-title", number = number.clone()) },
    ];
    let late = with_page(|page| page.today) > seen.until;
    let free = seen.lines.iter().any(|(_, taken)| !taken);
    let body = if late {
        let title = t!("err-dispute-late", day = Arg::Day(seen.until));
        view! { <Banner tone=Tone::Info title /> }.into_any()
    } else if !free && after == 0 && seen.next.is_none() {
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
        view! { <RaiseForm seen request customer after /> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead
                title=t!("dispute-raise-title", number = number)
                text=t!("dispute-raise-text")
                crumbs
            />
            {body}
        </div>
    }
}

#[component]
fn RaiseForm(
    seen: DisputableView,
    request: String,
    customer: Option<CustomerId>,
    after: u32,
) -> impl IntoView {
    let returned = returned("dispute");
    let until = t!("dispute-until", day = Arg::Text(day(seen.until)));
    let reasons = DisputeReason::ALL.iter().map(|of| Choice::new(of.as_str(), reason(*of)));
    let chosen = returned.typed("reason");
    let reason =
        fields::choice(&returned, "reason", t!("dispute-reason"), reasons.collect(), chosen);
    let amount =
        fields::text(&returned, "amount", t!("dispute-amount-field"), returned.typed("amount"));
    let text = fields::paragraphs(&returned, "text", t!("dispute-text"), t!("dispute-text-help"));
    let invoice = seen.invoice;
    view! {
        <Outcome returned=returned.clone() refused=t!("dispute-not-raised") />
        <form class="page" action="/rpc/disputes/raise" method="post">
            <Hidden name="request" value=request />
            <Hidden name="invoice" value=invoice.to_string() />
            <section class="page__section" id="lines">
                <h2>{t!("dispute-which")}</h2>
                <p class="quiet">{until}</p>
                <Lines seen returned=returned.clone() customer after />
            </section>
            <section class="page__section">
                <h2>{t!("dispute-why")}</h2>
                <div class="form">
                    {reason}
                    {amount}
                    {text}
                    <p class="quiet">{t!("dispute-due")}</p>
                    <div class="form__actions">
                        <Button kind=ButtonKind::Main>{t!("dispute-raise")}</Button>
                        <LinkButton href=format!("/billing/{invoice}")>{t!("cancel")}</LinkButton>
                    </div>
                </div>
            </section>
        </form>
    }
}

/// The lines, each with a box; what is disputed already has none.
#[component]
fn Lines(
    seen: DisputableView,
    returned: Returned,
    customer: Option<CustomerId>,
    after: u32,
) -> impl IntoView {
    let labels = [t!("invoice-charge"), t!("invoice-period"), t!("billing-total")];
    let columns = vec![
        Column::new(t!("dispute-choose"), CellKind::Select),
        Column::new(t!("invoice-subscription"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
        Column::new(labels[1].clone(), CellKind::Text),
        Column::new(labels[2].clone(), CellKind::Number),
    ];
    let ticked = returned.ticked("lines").unwrap_or_default();
    let mut rows = Markup::default();
    for (line, taken) in &seen.lines {
        rows.row(|row| {
            row.cell(CellKind::Select, "", |cell| pick(cell, line, *taken, &ticked));
            line_cells(row, line, &labels);
        });
    }
    let href = |after: u32| {
        let customer = customer.map(|id| format!("&customer={id}")).unwrap_or_default();
        format!("/billing/disputes/new?invoice={}&after={after}{customer}#lines", seen.invoice)
    };
    let shown = Arg::Count(i64::try_from(seen.lines.len()).unwrap_or(i64::MAX));
    let foot = view! {
        <Pager
            label=t!("invoice-pages")
            summary=t!("invoice-showing", shown = shown)
            previous=t!("invoice-first-lines")
            next=t!("next-page")
            previous_href=(after > 0).then(|| href(0))
            next_href=seen.next.map(href)
        />
    };
    view! { <DataTable caption=t!("dispute-which") columns rows foot=foot.into_any() /> }
}

fn pick(cell: &mut Markup, line: &LineView, taken: bool, ticked: &[String]) {
    let place = line.position.to_string();
    let label = t!(
        "dispute-choose-line",
        name = Arg::Text(line.nickname.as_ref().unwrap_or(&line.offer_name).clone()),
        place = Arg::Text(place.clone())
    );
    let mut attributes = vec![
        ("type", "checkbox"),
        ("name", "draft[lines][]"),
        ("value", place.as_str()),
        ("aria-label", label.as_str()),
    ];
    if taken {
        attributes.push(("disabled", ""));
    }
    if ticked.contains(&place) {
        attributes.push(("checked", ""));
    }
    cell.void("input", &attributes);
    if taken {
        cell.note(&t!("dispute-taken"));
    }
}
