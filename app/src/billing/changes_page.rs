//! Why an invoice is not what the one before it was: in whole, then customer by customer.
//!
//! Source: domain book, "read-your-bill".

use domain::billing::{ChangesView, CustomerChange, Earlier, Parts};
use domain::error::{Arg, Entity, Error};
use domain::ids::InvoiceId;
use domain::money::Money;
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_changes;
use super::words::money;
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{CellKind, Column, DataTable, EmptyState, Glyph, Markup, Pager, Shape, Skeleton};

/// The page at `/billing/{invoice}/changes`; the page of its customers is in its address.
pub struct ChangesPage;

#[lazy_route]
impl LazyRoute for ChangesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ChangesPage = this;
        let (params, query) = (use_params_map(), use_query_map());
        let asked = Memo::new(move |_| {
            let id = params.with(|params| params.get("invoice")).and_then(|id| id.parse().ok());
            // People count pages from 1.
            let page = query.with(|query| query.get("page")).and_then(|page| page.parse().ok());
            (id, page.unwrap_or(1_u32).saturating_sub(1))
        });
        let find = async |(id, page): (Option<InvoiceId>, u32)| {
            let id = id.ok_or(Error::NotFound { entity: Entity::Invoice })?;
            Ok::<_, crate::failure::Failure>((id, find_changes(id, page).await?))
        };
        let found = Resource::new(move || asked.get(), find);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((id, found)) => Either::Left(view! { <Changes id found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Changes(id: InvoiceId, found: ChangesView) -> impl IntoView {
    let crumbs = vec![
        Crumb { href: "/billing".to_owned(), name: t!("billing-title") },
        Crumb { href: format!("/billing/{id}"), name: found.number.clone() },
    ];
    let text = t!("changes-text", number = Arg::Text(found.number.clone()));
    let (title, inside) = match found.earlier.clone() {
        None => {
            let nothing = view! {
                <EmptyState
                    glyph=Glyph::Receipt
                    title=t!("changes-none")
                    text=t!("changes-none-text")
                />
            };
            (t!("changes-link"), EitherOf3::A(nothing))
        }
        Some(earlier) if found.changed == 0 => {
            let title = t!("changes-title", number = Arg::Text(earlier.number));
            let same = view! {
                <EmptyState
                    glyph=Glyph::Receipt
                    title=t!("changes-same")
                    text=t!("changes-same-text")
                />
            };
            (title, EitherOf3::B(same))
        }
        Some(earlier) => {
            let title = t!("changes-title", number = Arg::Text(earlier.number.clone()));
            let whole = view! {
                <section class="page__section">
                    <h2>{t!("changes-parts")}</h2>
                    <Whole earlier total=found.total sum=found.sum />
                </section>
                <section class="page__section" id="customers">
                    <h2>{t!("changes-customers")}</h2>
                    <Customers id found />
                </section>
            };
            (title, EitherOf3::C(whole))
        }
    };
    view! {
        <div class="page">
            <PageHead title text crumbs />
            {inside}
        </div>
    }
}

/// The parts in the order in which they are shown, each with its name and what belongs to it.
fn named(parts: &Parts) -> [(String, String, Money); 6] {
    [
        (t!("changes-price"), t!("changes-price-text"), parts.price),
        (t!("changes-seats"), t!("changes-seats-text"), parts.seats),
        (t!("changes-new"), t!("changes-new-text"), parts.new),
        (t!("changes-cancelled"), t!("changes-cancelled-text"), parts.cancelled),
        (t!("changes-credits"), t!("changes-credits-text"), parts.credits),
        (t!("changes-other"), t!("changes-other-text"), parts.other),
    ]
}

/// From the total before to the total now.
#[component]
fn Whole(earlier: Earlier, total: Money, sum: Parts) -> impl IntoView {
    let columns = vec![
        Column::new(t!("changes-part"), CellKind::Main),
        Column::new(t!("changes-amount"), CellKind::Number),
    ];
    let mut rows = Markup::default();
    let mut row = |name: &str, note: &str, href: &str, amount: Money| {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                if href.is_empty() {
                    cell.text(name);
                } else {
                    cell.link(href, name);
                }
                if !note.is_empty() {
                    cell.note(note);
                }
            });
            row.cell(CellKind::Number, &t!("changes-amount"), |cell| {
                cell.money(&money(amount), &amount.to_string());
            });
        });
    };
    let (number, date) = (Arg::Text(earlier.number), Arg::Day(earlier.billing_date));
    let was = t!("changes-was", number = number, day = date);
    row(&was, "", &format!("/billing/{}", earlier.id), earlier.total);
    for (name, note, amount) in named(&sum) {
        row(&name, &note, "", amount);
    }
    row(&t!("changes-now"), "", "", total);
    view! { <DataTable caption=t!("changes-parts") columns rows /> }
}

#[component]
fn Customers(id: InvoiceId, found: ChangesView) -> impl IntoView {
    let names = named(&Parts::default()).map(|(name, ..)| name);
    let mut labels = vec![t!("changes-difference")];
    labels.extend(names);
    labels.push(t!("changes-now"));
    let mut columns = vec![Column::new(t!("invoice-customer"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for change in &found.customers {
        row(&mut rows, &labels, id, change);
    }
    let first = found.page * found.size + 1;
    let last = first + u32::try_from(found.customers.len()).unwrap_or_default() - 1;
    let count = |n: u32| Arg::Count(n.into());
    let href = |page: u32| format!("/billing/{id}/changes?page={}#customers", page + 1);
    let foot = view! {
        <Pager
            label=t!("changes-pages")
            summary=t!(
                "changes-showing",
                first = count(first),
                last = count(last),
                total = count(found.changed)
            )
            previous=t!("previous-page")
            next=t!("next-page")
            previous_href=found.page.checked_sub(1).map(href)
            next_href=(last < found.changed).then(|| href(found.page + 1))
        />
    };
    view! {
        <DataTable
            caption=t!("changes-customers")
            columns
            rows
            scrolls=true
            foot=foot.into_any()
        />
    }
}

fn row(rows: &mut Markup, labels: &[String], id: InvoiceId, change: &CustomerChange) {
    let mut figures = vec![change.now - change.before];
    figures.extend(named(&change.parts).map(|(.., amount)| amount));
    figures.push(change.now);
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            let href = format!("/billing/{id}?customer={}#lines", change.customer);
            cell.link(&href, &change.name);
        });
        for (label, figure) in labels.iter().zip(figures) {
            row.cell(CellKind::Number, label, |cell| {
                if figure == Money::ZERO {
                    cell.text("–");
                } else {
                    cell.money(&money(figure), &figure.to_string());
                }
            });
        }
    });
}
