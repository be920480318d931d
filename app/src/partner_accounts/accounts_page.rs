//! All partners with what they owe and whether their account works; runs that wait for somebody.

use domain::billing::Debtor;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::parked::Parked;
use super::server_fns::{AccountsView, find_accounts};
use crate::billing::words::{money, standing};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{CellKind, Column, DataTable, EmptyState, Glyph, Markup, Shape, Skeleton};

/// The page at `/operator/accounts`.
pub struct PartnerAccountsPage;

#[lazy_route]
impl LazyRoute for PartnerAccountsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PartnerAccountsPage = this;
        let found = Resource::new(|| (), |()| find_accounts());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Accounts found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Accounts(found: AccountsView) -> impl IntoView {
    let AccountsView { debtors, parked, request } = found;
    let parked = (!parked.is_empty()).then(|| view! { <Parked runs=parked request /> });
    let list = if debtors.is_empty() {
        Either::Left(view! {
            <EmptyState
                glyph=Glyph::Receipt
                title=t!("accounts-none")
                text=t!("accounts-none-text")
            />
        })
    } else {
        Either::Right(view! { <List debtors /> })
    };
    view! {
        <div class="page">
            <PageHead title=t!("accounts-title") text=t!("accounts-text") />
            {parked}
            <section class="page__section">
                <h2>{t!("accounts-partners")}</h2>
                {list}
            </section>
        </div>
    }
}

#[component]
fn List(debtors: Vec<Debtor>) -> impl IntoView {
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
    view! { <DataTable caption=t!("accounts-partners") columns rows /> }
}
