//! The review of an order: what it is, what it costs, when it starts, and the button that places it.

use domain::billing::{Ahead, Credit};
use domain::error::Arg;
use domain::ids::{CustomerId, RequestId};
use domain::money::{Money as Amount, UnitPrice};
use domain::orders::line_field;
use domain::time::Day;
use i18n::format;
use leptos::prelude::*;

use super::order_page::Line;
use crate::billing::{Answer, Foreseen, OverLimit};
use crate::context::locale;
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{
    Button, ButtonKind, CellKind, Column, DataTable, Fact, Field, KeyValueList, Length, LinkButton,
    Markup, Money,
};

/// What a month of so many units costs.
fn month_of(price: UnitPrice, quantity: u32) -> Option<Amount> {
    Amount::rounded(price.yuan().checked_mul(quantity.into())?)
}

/// A line that will be ordered.
struct Chosen {
    id: String,
    name: String,
    quantity: u32,
    price: Option<UnitPrice>,
}

impl Chosen {
    fn of(line: Line) -> Option<Self> {
        let quantity = line.quantity?.ok()?;
        let card = line.offer.card;
        let price = card.prices.map(|prices| prices.partner);
        Some(Self { id: card.offer.id.to_string(), name: card.name, quantity, price })
    }

    fn month(&self) -> Option<Amount> {
        month_of(self.price?, self.quantity)
    }
}

/// The order as it will be placed.
#[component]
pub(super) fn Review(
    /// For whom.
    customer: CustomerId,
    /// That customer's name.
    customer_name: String,
    /// The offers, of which those with a number are ordered.
    lines: Vec<Line>,
    /// Whether prices are shown.
    priced: bool,
    /// The first day of use, and the first that is billed.
    days: (Day, Day),
    /// Names the attempt.
    request: RequestId,
    /// What the order would cost.
    foreseen: Option<Foreseen>,
    /// How the customer stands to its limit.
    credit: Option<Credit>,
    /// What is still to be charged of what is ordered now.
    ahead: Ahead,
) -> impl IntoView {
    let chosen: Vec<_> = lines.into_iter().filter_map(Chosen::of).collect();
    // What no invoice can hold is refused anyway.
    let more =
        chosen.iter().filter_map(|line| ahead.commits_to(line.price?, line.quantity).ok()).sum();
    let returned = returned("order");
    let po_number = returned.typed("po_number");
    let problem = Signal::stored(returned.problem("po_number"));
    let fields = chosen.iter().enumerate().map(|(at, line)| hidden_line(at, line)).collect_view();
    let button = t!(
        "order-place",
        n = Arg::Count(i64::try_from(chosen.len()).unwrap_or(i64::MAX)),
        customer = Arg::Text(customer_name),
    );
    let back = change_href(customer, &chosen);
    let facts = facts(&chosen, priced, days);
    view! {
        <section class="page__section stack">
            <h2>{t!("order-review-title")}</h2>
            <Outcome returned refused=t!("order-not-placed") />
            <OverLimit credit more />
            <Lines chosen priced />
            <KeyValueList facts />
            <form action="/rpc/orders/place" method="post" class="form">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="customer" value=customer.to_string() />
                {fields}
                {foreseen.map(|foreseen| view! { <Answer answer=foreseen.answer /> })}
                <Field
                    id="po_number"
                    label=t!("order-po-number")
                    help=t!("order-po-number-help")
                    optional=t!("optional")
                    problem
                    length=Length::Medium
                >
                    <input
                        id="po_number"
                        name="draft[po_number]"
                        value=po_number
                        maxlength="35"
                        aria-describedby="po_number-note"
                    />
                </Field>
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{button}</Button>
                    <LinkButton href=back>{t!("order-change")}</LinkButton>
                </div>
            </form>
        </section>
    }
}

fn hidden_line(at: usize, line: &Chosen) -> impl IntoView + use<> {
    let fields = [("offer", line.id.clone()), ("quantity", line.quantity.to_string())];
    fields.map(|(name, value)| {
        view! { <input type="hidden" name=format!("draft[lines][{at}][{name}]") value=value /> }
    })
}

/// The catalogue again, with what was chosen.
fn change_href(customer: CustomerId, chosen: &[Chosen]) -> String {
    let pairs = chosen.iter().map(|line| format!("{}={}", line_field(&line.id), line.quantity));
    let pairs: Vec<_> = pairs.collect();
    format!("/customers/{customer}/subscriptions/new?{}", pairs.join("&"))
}

#[component]
fn Lines(
    /// What is ordered.
    chosen: Vec<Chosen>,
    /// Whether prices are shown.
    priced: bool,
) -> impl IntoView {
    let [quantity, price, month] =
        [t!("order-quantity"), t!("catalogue-partner-price"), t!("order-month")];
    let mut columns = vec![
        Column::new(t!("catalogue-offer"), CellKind::Main),
        Column::new(quantity.clone(), CellKind::Number),
    ];
    if priced {
        columns.push(Column::new(price.clone(), CellKind::Number));
        columns.push(Column::new(month.clone(), CellKind::Number));
    }
    let language = locale().language();
    let mut rows = Markup::default();
    for line in &chosen {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                let id = line_field(&line.id);
                cell.element("span", &[("id", &id)], |name| name.text(&line.name));
            });
            row.cell(CellKind::Number, &quantity, |cell| {
                cell.text(&format::count(language, line.quantity.into()));
            });
            let Some(unit) = line.price.filter(|_| priced) else { return };
            row.cell(CellKind::Number, &price, |cell| {
                cell.money(&format::unit_price(language, unit), &unit.to_string());
            });
            row.cell(CellKind::Number, &month, |cell| {
                if let Some(sum) = line.month() {
                    cell.money(&format::money(language, sum), &sum.to_string());
                }
            });
        });
    }
    view! { <DataTable caption=t!("order-review-title") columns rows /> }
}

/// The sum, and the days.
fn facts(chosen: &[Chosen], priced: bool, (starts_on, billed_on): (Day, Day)) -> Vec<Fact> {
    let language = locale().language();
    let day = |day| format::date(language, day);
    let mut facts = vec![Fact::new(t!("order-starts"), day(starts_on))];
    let free = billed_on.pred_opt().filter(|last| *last >= starts_on);
    if let Some(last) = free {
        facts.push(Fact::new(t!("subs-free-until"), day(last)));
    }
    facts.push(Fact::new(t!("subs-first-billed"), day(billed_on)));
    // A sum of which a part is not known is no sum.
    let months: Option<Vec<_>> = chosen.iter().map(Chosen::month).collect();
    if let Some(months) = months.filter(|_| priced) {
        let sum: Amount = months.into_iter().sum();
        let text = format::money(language, sum);
        let value = view! {
            <Money text value=sum.to_string() large=true />
            " "
            <small>{t!("order-sum-note")}</small>
        };
        facts.insert(0, Fact::new(t!("order-sum"), value));
    }
    facts
}
