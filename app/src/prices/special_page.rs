//! The operator's page about what single partners pay instead of the list's price.

use domain::error::Arg;
use domain::prices::{SpecialRow, SpecialsView};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::parts::{day, price};
use super::server_fns::{SpecialsStart, find_specials};
use crate::billing::fields;
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, Returned, returned};
use crate::frame::{PageHead, when_found};
use crate::ui::{
    Button, ButtonKind, Cell, CellKind, Choice, Column, DataTable, EmptyState, Field, Glyph,
    Length, Money, Shape, StatusBadge, Tone,
};

/// The page at `/operator/special-prices`.
pub struct SpecialPricesPage;

#[lazy_route]
impl LazyRoute for SpecialPricesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let SpecialPricesPage = this;
        let found = Resource::new(|| (), |()| find_specials());
        when_found(found, Shape::Table, |found| view! { <Specials found /> })
    }
}

#[component]
fn Specials(found: SpecialsStart) -> impl IntoView {
    let SpecialsStart { seen, add, ends } = found;
    let form = seen.may_change.then(|| form(&seen, add.to_string()));
    let rows: Vec<_> = seen.rows.into_iter().zip(ends).collect();
    let body = if rows.is_empty() {
        Either::Left(view! {
            <EmptyState
                glyph=Glyph::Tags
                title=t!("prices-special-none")
                text=t!("operator-special-none-text")
            />
        })
    } else {
        Either::Right(table(rows, seen.may_change))
    };
    view! {
        <div class="page">
            <PageHead title=t!("operator-special-title") text=t!("operator-special-text") />
            <Outcome returned=returned("special-end") refused=t!("operator-special-not-ended") />
            {body}
            {form}
        </div>
    }
}

fn table(
    rows: Vec<(SpecialRow, domain::ids::RequestId)>,
    may_change: bool,
) -> impl IntoView + use<> {
    let columns = vec![
        Column::new(t!("payments-partner"), CellKind::Main),
        Column::new(t!("catalogue-offer"), CellKind::Text),
        Column::new(t!("operator-special-price"), CellKind::Number),
        Column::new(t!("operator-special-list"), CellKind::Number),
        Column::new(t!("prices-first-day"), CellKind::Text),
        Column::new(t!("prices-last-day"), CellKind::Text),
        Column::new(t!("operator-special-end"), CellKind::Actions),
    ];
    let row = |(row, request): (SpecialRow, domain::ids::RequestId)| {
        let end = match (row.open, may_change) {
            (true, true) => end(&row, request.to_string()).into_any(),
            (true, false) => ().into_any(),
            (false, _) => {
                let over = row.last_day < with_page(|page| page.today);
                let word =
                    if over { t!("operator-special-over") } else { t!("operator-special-today") };
                view! { <StatusBadge tone=Tone::Neutral word /> }.into_any()
            }
        };
        let list = row.list.map(|list| {
            view! { <Money text=price(list) value=list.to_string() /> }
        });
        view! {
            <tr class="table__row" role="row">
                <Cell kind=CellKind::Main>{row.partner}</Cell>
                <Cell label=t!("catalogue-offer")>
                    {row.name} <small class="table__note">{row.code}</small>
                </Cell>
                <Cell kind=CellKind::Number label=t!("operator-special-price")>
                    <Money text=price(row.price) value=row.price.to_string() />
                </Cell>
                <Cell kind=CellKind::Number label=t!("operator-special-list")>
                    {list}
                </Cell>
                <Cell label=t!("prices-first-day")>{day(row.first_day)}</Cell>
                <Cell label=t!("prices-last-day")>{day(row.last_day)}</Cell>
                <Cell kind=CellKind::Actions>{end}</Cell>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <DataTable caption=t!("operator-special-title") columns>
            {rows}
        </DataTable>
    }
}

fn end(row: &SpecialRow, request: String) -> impl IntoView + use<> {
    // Each button says what it ends: a list of equal buttons helps nobody who only hears it.
    let name = t!(
        "operator-special-end-of",
        offer = Arg::Text(row.name.clone()),
        partner = Arg::Text(row.partner.clone())
    );
    view! {
        <form action="/rpc/prices/end-special" method="post">
            <Hidden name="request" value=request />
            <Hidden name="special" value=row.id.to_string() />
            <Hidden name="seen" value=row.version.to_string() />
            <Button kind=ButtonKind::Quiet attr:aria-label=name>
                {t!("operator-special-end")}
            </Button>
        </form>
    }
}

fn form(seen: &SpecialsView, request: String) -> impl IntoView + use<> {
    let returned = returned("special");
    let partners = seen.partners.iter().map(|(id, name)| Choice::new(id.to_string(), name));
    let offers = seen.offers.iter().map(|(id, name)| Choice::new(id.to_string(), name));
    let choice = |name, label, choices| {
        fields::choice(&returned, name, label, choices, returned.typed(name))
    };
    let partner = choice("partner", t!("payments-partner"), partners.collect());
    let offer = choice("offer", t!("catalogue-offer"), offers.collect());
    view! {
        <section class="page__section" id="add">
            <h2>{t!("operator-special-add")}</h2>
            <Outcome returned=returned.clone() refused=t!("operator-special-not-added") />
            <form class="form" action="/rpc/prices/add-special" method="post">
                <Hidden name="request" value=request />
                {partner}
                {offer}
                {input(&returned, "price", t!("operator-special-price"), "text")}
                <div class="form__pair">
                    {input(&returned, "first_day", t!("prices-first-day"), "date")}
                    {input(&returned, "last_day", t!("prices-last-day"), "date")}
                </div>
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("operator-special-add")}</Button>
                </div>
            </form>
        </section>
    }
}

fn input(
    returned: &Returned,
    name: &'static str,
    label: String,
    kind: &'static str,
) -> impl IntoView + use<> {
    let problem = Signal::stored(returned.problem(name));
    let invalid = move || problem.get().is_some().then_some("true");
    let help = if kind == "text" { t!("catalogue-price-unit") } else { String::new() };
    let today = with_page(|page| page.today).to_string();
    let value = returned.typed(name);
    view! {
        <Field id=name label help problem length=Length::Medium>
            <input
                id=name
                type=kind
                name=format!("draft[{name}]")
                autocomplete="off"
                value=value
                min=(kind == "date").then_some(today)
                inputmode=(kind == "text").then_some("decimal")
                aria-describedby=format!("{name}-note")
                aria-invalid=invalid
            />
        </Field>
    }
}
