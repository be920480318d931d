//! The company's licences: bought, valid, assigned, available.

use domain::licences::{LicenceView, PoolsView};
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::own_subscriptions_page::Contacts;
use super::server_fns::find_pools;
use crate::context::locale;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    CellKind, Column, DataTable, EmptyState, Glyph, LinkButton, Markup, Shape, Skeleton,
};

/// The page of all pools.
pub struct PoolsPage;

#[lazy_route]
impl LazyRoute for PoolsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let PoolsPage = this;
        let found = Resource::new(|| (), |()| find_pools());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Pools found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Pools(found: PoolsView) -> impl IntoView {
    let PoolsView { licences, contacts, may_assign } = found;
    let by_file = may_assign.then(|| {
        view! { <LinkButton href="/admin/licences/bulk">{t!("bulk-title")}</LinkButton> }.into_any()
    });
    let table = if licences.is_empty() {
        let [title, text] = [t!("pools-none"), t!("pools-none-text")];
        view! { <EmptyState glyph=Glyph::Package title text /> }.into_any()
    } else {
        view! { <Table licences /> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title=t!("pools-title") text=t!("pools-text") actions=by_file.into_any() />
            {table}
            <Contacts contacts />
        </div>
    }
}

#[component]
fn Table(licences: Vec<LicenceView>) -> impl IntoView {
    let labels = [
        t!("pools-bought"),
        t!("pools-valid"),
        t!("pools-suspended"),
        t!("pools-assigned"),
        t!("pools-available"),
    ];
    let mut columns = vec![Column::new(t!("pools-licence"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for LicenceView { name, code, seats, .. } in &licences {
        let figures =
            [seats.bought, seats.valid, seats.suspended(), seats.assigned, seats.available()];
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.text(name);
                cell.note(code);
            });
            for (label, figure) in labels.iter().zip(figures) {
                row.cell(CellKind::Number, label, |cell| {
                    cell.text(&format::count(locale().language(), figure));
                });
            }
        });
    }
    view! {
        <DataTable caption=t!("pools-title") columns rows />
    }
}
