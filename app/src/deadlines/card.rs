//! The nearest deadlines, on the overview.

use domain::deadlines::Deadline;
use domain::error::Arg;
use leptos::prelude::*;

use super::server_fns::{Nearest, nearest_deadlines};
use super::words;
use crate::ui::{Card, Skeleton};

/// What must be decided first, with the way to all of it.
#[component]
pub fn DeadlinesCard() -> impl IntoView {
    let found = Resource::new(|| (), |()| nearest_deadlines());
    view! {
        <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
            {move || Suspend::new(async move {
                // What the overview cannot show is no reason not to show the rest.
                found.await.ok().map(|nearest| view! { <Nearby nearest /> })
            })}
        </Transition>
    }
}

#[component]
fn Nearby(nearest: Nearest) -> impl IntoView {
    let Nearest { deadlines, total } = nearest;
    let aside = view! {
        <a href="/deadlines">{t!("deadlines-all", n = Arg::Count(total.into()))}</a>
    };
    let body = if deadlines.is_empty() {
        view! { <p class="quiet">{t!("deadlines-none")}</p> }.into_any()
    } else {
        let rows = deadlines.iter().map(row).collect_view();
        view! { <ul class="list">{rows}</ul> }.into_any()
    };
    view! {
        <Card title=t!("deadlines-title") aside=aside.into_any()>
            {body}
        </Card>
    }
}

fn row(deadline: &Deadline) -> impl IntoView + use<> {
    let what = format!("{} · {}", words::event(deadline.kind), words::day(deadline.day));
    view! {
        <li>
            <a href=words::page(deadline)>{deadline.name.clone()}</a>
            " · "
            {deadline.customer_name.clone()}
            <small class="table__note">{what} " · " {words::days_left(deadline.days_left)}</small>
        </li>
    }
}
