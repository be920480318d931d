//! What partners owe, and the form that records what they have paid.

use domain::billing::Debtor;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::fields;
use super::server_fns::{PaymentsView, find_payments};
use super::words::{money, standing};
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Button, ButtonKind, CellKind, Choice, Column, DataTable, Length, Markup, Select, Shape,
    Skeleton,
};

/// The page at `/operator/payments`.
pub struct PaymentsPage;

#[lazy_route]
impl LazyRoute for PaymentsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PaymentsPage = this;
        let found = Resource::new(|| (), |()| find_payments());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Payments found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Payments(found: PaymentsView) -> impl IntoView {
    let PaymentsView { debtors, request } = found;
    let form = request.map(|request| form(&debtors, request));
    view! {
        <div class="page">
            <PageHead title=t!("payments-title") text=t!("payments-text") />
            <Table debtors />
            {form}
        </div>
    }
}

#[component]
fn Table(debtors: Vec<Debtor>) -> impl IntoView {
    let labels =
        [t!("payments-due"), t!("payments-overdue"), t!("payments-credit"), t!("billing-status")];
    let mut columns = vec![Column::new(t!("payments-partner"), CellKind::Main)];
    columns.extend(labels[..3].iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    columns.push(Column::new(labels[3].clone(), CellKind::Text));
    let mut rows = Markup::default();
    for debtor in &debtors {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.link(&format!("/operator/accounts/{}", debtor.id), &debtor.name);
            });
            for (label, sum) in labels.iter().zip([debtor.due, debtor.overdue, debtor.credit]) {
                row.cell(CellKind::Number, label, |cell| {
                    cell.money(&money(sum), &sum.to_string());
                });
            }
            row.cell(CellKind::Text, &labels[3], |cell| {
                let (tone, word) = standing(debtor);
                cell.status(tone, &word, None);
            });
        });
    }
    view! { <DataTable caption=t!("payments-title") columns rows /> }
}

fn form(debtors: &[Debtor], request: String) -> impl IntoView + use<> {
    let returned = returned("payment");
    let today = with_page(|page| page.today).to_string();
    let typed_day = returned.typed("received_on");
    let received_on = if typed_day.is_empty() { today.clone() } else { typed_day };
    let partners = debtors.iter().map(|debtor| Choice::new(debtor.id.to_string(), &debtor.name));
    let problem = |field: &str| Signal::stored(returned.problem(field));
    view! {
        <section class="page__section" id="record">
            <h2>{t!("payments-record")}</h2>
            <Outcome returned=returned.clone() refused=t!("payments-not-recorded") />
            <form class="form" action="/rpc/billing/record-payment" method="post">
                <Hidden name="request" value=request />
                <Select
                    id="partner"
                    name="draft[partner]"
                    label=t!("payments-partner")
                    choices=partners.collect()
                    chosen=returned.typed("partner")
                    problem=problem("partner")
                    length=Length::Medium
                />
                <div class="form__pair">
                    {fields::text(
                        &returned,
                        "amount",
                        t!("payments-amount"),
                        returned.typed("amount"),
                    )}
                    {fields::day(
                        &returned,
                        "received_on",
                        t!("payments-received-on"),
                        received_on,
                        (String::new(), today),
                    )}
                </div>
                {fields::text(
                    &returned,
                    "reference",
                    t!("payments-reference"),
                    returned.typed("reference"),
                )}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("payments-record")}</Button>
                </div>
            </form>
        </section>
    }
}
