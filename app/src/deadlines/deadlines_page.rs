//! The board of deadlines, each with what can still be done about it.

use domain::deadlines::{Deadline, DeadlineKind, DeadlinesView, HORIZON_DAYS};
use domain::error::Arg;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::calendar::Calendar;
use super::server_fns::{find_calendar, list_deadlines};
use super::words;
use crate::context::locale;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{CellKind, Column, DataTable, EmptyState, Glyph, Markup, Shape, Skeleton};

/// The page of deadlines.
pub struct DeadlinesPage;

#[lazy_route]
impl LazyRoute for DeadlinesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let DeadlinesPage = this;
        let found = Resource::new(|| (), |()| list_deadlines());
        let calendar = Resource::new(|| (), |()| find_calendar());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match (found.await, calendar.await) {
                        (Ok(found), Ok(calendar)) => Either::Left(
                            view! {
                                <div class="page">
                                    <PageHead title=t!("deadlines-title") text=t!("deadlines-text") />
                                    <Board found />
                                    <Calendar calendar />
                                </div>
                            },
                        ),
                        (Err(failure), _) | (_, Err(failure)) => {
                            Either::Right(view! { <ErrorPage failure /> })
                        }
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Board(found: DeadlinesView) -> impl IntoView {
    let groups = [
        (DeadlineKind::Deletion, found.deletions, found.deletions_total),
        (DeadlineKind::TrialEnd, found.trials, found.trials_total),
        (DeadlineKind::Renewal, found.renewals, found.renewals_total),
    ];
    if groups.iter().all(|(_, deadlines, _)| deadlines.is_empty()) {
        let text = t!("deadlines-none-text", days = Arg::Count(HORIZON_DAYS));
        return view! {
            <EmptyState glyph=Glyph::Good title=t!("deadlines-none") text />
        }
        .into_any();
    }
    let shown = groups.into_iter().filter(|(_, deadlines, _)| !deadlines.is_empty());
    let groups = shown.map(|(kind, deadlines, total)| view! { <Group kind deadlines total /> });
    groups.collect_view().into_any()
}

#[component]
fn Group(
    /// What happens on the days.
    kind: DeadlineKind,
    /// Those that are shown.
    deadlines: Vec<Deadline>,
    /// How many there are.
    total: u32,
) -> impl IntoView {
    let title = words::kind(kind);
    let [day, customer, quantity] =
        [t!("deadlines-day"), t!("deadlines-customer"), t!("subs-quantity")];
    let columns = vec![
        Column::new(t!("subs-subscription"), CellKind::Main),
        Column::new(day.clone(), CellKind::Text),
        Column::new(customer.clone(), CellKind::Text),
        Column::new(quantity.clone(), CellKind::Number),
        Column::new(t!("deadlines-action"), CellKind::Actions),
    ];
    let mut rows = Markup::default();
    for deadline in &deadlines {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                cell.link(&words::page(deadline), &deadline.name);
            });
            row.cell(CellKind::Text, &day, |cell| {
                // One element, so that both stand beside the label where rows are cards.
                cell.element("span", &[], |day| {
                    day.text(&words::day(deadline.day));
                    day.note(&words::days_left(deadline.days_left));
                });
            });
            row.cell(CellKind::Text, &customer, |cell| {
                cell.link(&format!("/customers/{}", deadline.customer), &deadline.customer_name);
            });
            row.cell(CellKind::Number, &quantity, |cell| {
                cell.text(&format::count(locale().language(), deadline.quantity.into()));
            });
            row.cell(CellKind::Actions, "", |cell| {
                let Some(action) = deadline.action else { return };
                let href = words::action_page(deadline, action);
                let (word, name) = (words::action(action), &deadline.name);
                // Each link says what it is about: a list of equal ones helps nobody who hears it.
                let label = format!("{word} – {name}");
                let link =
                    [("class", "button"), ("href", href.as_str()), ("aria-label", label.as_str())];
                cell.element("a", &link, |link| link.text(&word));
            });
        });
    }
    let count = |n: u32| Arg::Count(n.into());
    let first = u32::try_from(deadlines.len()).unwrap_or(u32::MAX);
    let more = (first < total).then(|| {
        let words = t!("deadlines-more", first = count(first), total = count(total));
        view! { <p class="quiet">{words}</p> }
    });
    view! {
        <section class="page__section">
            <h2>{title.clone()}</h2>
            <DataTable caption=title columns rows />
            {more}
        </section>
    }
}
