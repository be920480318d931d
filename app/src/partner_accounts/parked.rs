//! Runs that wait for somebody, with what is wrong and the button that takes them up again.

use domain::billing::ParkedRun;
use domain::error::Arg;
use i18n::format;
use leptos::prelude::*;

use crate::billing::words::day;
use crate::context::locale;
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{Button, Cell, CellKind, Column, DataTable};

/// Why a run is parked, in words; the code of the run stands behind them.
fn why(reason: &str) -> String {
    let (kind, what) = reason.split_once(' ').unwrap_or((reason, ""));
    let what = || Arg::Text(what.to_owned());
    match kind {
        "too-large" => t!("parked-too-large"),
        "history" => t!("parked-history", subscription = what()),
        "dispute" => t!("parked-dispute", dispute = what()),
        "proof" => t!("parked-proof"),
        _ => t!("parked-defect", reference = what()),
    }
}

/// The runs; with `request`, each with a button.
#[component]
pub(super) fn Parked(runs: Vec<ParkedRun>, request: Option<String>) -> impl IntoView {
    let labels = [t!("billing-date"), t!("parked-why"), t!("parked-attempts"), t!("parked-last")];
    let mut columns = vec![Column::new(t!("payments-partner"), CellKind::Main)];
    columns.push(Column::new(labels[0].clone(), CellKind::Text));
    columns.push(Column::new(labels[1].clone(), CellKind::Text));
    columns.push(Column::new(labels[2].clone(), CellKind::Number));
    columns.push(Column::new(labels[3].clone(), CellKind::Text));
    columns.push(Column::new(t!("parked-run-again"), CellKind::Actions));
    let rows = runs.into_iter().map(|run| {
        let again = request.clone().map(|request| again(&run, request));
        let language = locale().language();
        view! {
            <tr class="table__row" role="row">
                <Cell kind=CellKind::Main>
                    <a href=format!("/operator/accounts/{}", run.partner)>{run.name}</a>
                </Cell>
                <Cell label=labels[0].clone()>{day(run.date)}</Cell>
                <Cell label=labels[1].clone()>{why(&run.reason)}</Cell>
                <Cell label=labels[2].clone() kind=CellKind::Number>
                    {format::count(language, run.attempts)}
                </Cell>
                <Cell label=labels[3].clone()>{format::instant(language, run.ran_at)}</Cell>
                <Cell kind=CellKind::Actions>{again}</Cell>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="page__section" id="parked">
            <h2>{t!("parked-title")}</h2>
            <p class="prose">{t!("parked-text")}</p>
            <Outcome returned=returned("run-again") refused=t!("parked-not-run") />
            <DataTable caption=t!("parked-title") columns>{rows}</DataTable>
        </section>
    }
}

fn again(run: &ParkedRun, request: String) -> impl IntoView + use<> {
    let label =
        t!("parked-run-again-of", partner = Arg::Text(run.name.clone()), day = Arg::Day(run.date));
    view! {
        <form action="/rpc/partner-accounts/run-again" method="post">
            <Hidden name="request" value=request />
            <Hidden name="partner" value=run.partner.to_string() />
            <Hidden name="date" value=run.date.to_string() />
            <Button attr:aria-label=label>{t!("parked-run-again")}</Button>
        </form>
    }
}
