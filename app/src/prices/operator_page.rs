//! The operator's price lists: look through a file, see what it would do, publish it.

use domain::error::Arg;
use domain::ids::{PriceUploadId, RequestId};
use domain::prices::{Flag, ListedMonth, PRICE_HEADER, PriceRow, UploadView, month_text};
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::parts::{count, day, flag, month_name};
use super::server_fns::{OperatorPricesStart, find_operator_prices};
use crate::context::locale;
use crate::forms::{Hidden, Outcome, UploadForm, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Banner, Button, ButtonKind, CellKind, Column, DataTable, DownloadLink, Field, Length, Markup,
    Shape, Skeleton, Tone,
};

/// The page with the form, the file in question, and all lists.
pub struct OperatorPricesPage;

#[lazy_route]
impl LazyRoute for OperatorPricesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OperatorPricesPage = this;
        let params = use_query_map();
        let upload = Memo::new(move |_| {
            params.with(|all| all.get("upload")).and_then(|id| id.parse::<PriceUploadId>().ok())
        });
        let found = Resource::new(move || upload.get(), find_operator_prices);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Prices found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Prices(found: OperatorPricesStart) -> impl IntoView {
    let OperatorPricesStart { seen, request } = found;
    let may_publish = seen.may_publish;
    let first_month = seen.first_month;
    let upload = seen.upload.map(|upload| view! { <Checked upload request may_publish /> });
    let form = may_publish.then(|| view! { <Upload request first_month /> });
    view! {
        <div class="page">
            <PageHead title=t!("operator-prices-title") text=t!("operator-prices-text") />
            <Outcome returned=returned("prices") refused=t!("operator-prices-not-read") />
            <Outcome returned=returned("prices-file") refused=t!("operator-prices-not-read") />
            {upload}
            {form}
            <Lists lists=seen.lists />
        </div>
    }
}

#[component]
fn Upload(request: RequestId, first_month: domain::time::Day) -> impl IntoView {
    let returned = returned("prices-file");
    let problem = Signal::stored(returned.problem("month"));
    let first = format!("{}: {}", t!("operator-prices-first"), month_name(first_month));
    let month = view! {
        <Field id="month" label=t!("prices-month") help=first problem length=Length::Short>
            <input id="month" name="month" value=month_text(first_month) maxlength="7" required />
        </Field>
    };
    view! {
        <section class="page__section">
            <h2>{t!("operator-prices-upload")}</h2>
            <UploadForm
                action="/operator/files/prices"
                request
                returned
                prompt=t!("operator-prices-file")
                help=t!("operator-prices-file-help")
                send=t!("operator-prices-check")
                fields=month.into_any()
            >
                <DownloadLink
                    href="/operator/files/prices-template.csv"
                    name=t!("operator-prices-template")
                />
            </UploadForm>
        </section>
    }
}

/// What a file would do, row by row.
#[component]
fn Checked(upload: UploadView, request: RequestId, may_publish: bool) -> impl IntoView {
    let UploadView { id, import } = upload;
    let figure = |flag| count(import.count(flag));
    let sum = t!(
        "operator-prices-sum",
        added = figure(Flag::Added),
        changed = figure(Flag::Changed),
        unchanged = figure(Flag::Unchanged)
    );
    let problem = import.problem.as_ref().map(|problem| {
        let text = locale().say_refusal(problem);
        view! { <Banner tone=Tone::Negative title=text /> }
    });
    let left_out = (!import.left_out.is_empty()).then(|| {
        let codes = Arg::Text(import.left_out.join(", "));
        view! { <Banner tone=Tone::Caution title=t!("operator-prices-left-out", codes = codes) /> }
    });
    let ready = may_publish && import.problem.is_none() && import.changes().next().is_some();
    let publish = ready.then(|| {
        view! {
            <form action="/rpc/prices/publish" method="post" class="form">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="upload" value=id.to_string() />
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("operator-prices-publish")}</Button>
                </div>
            </form>
        }
    });
    let title = t!("operator-prices-checked", month = Arg::Text(month_name(import.month)));
    let labels =
        [t!("operator-prices-effect"), t!("prices-list-price"), t!("catalogue-retail-price")];
    let columns = vec![
        Column::new(t!("catalogue-offer"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
        Column::new(labels[1].clone(), CellKind::Number),
        Column::new(labels[2].clone(), CellKind::Number),
    ];
    let mut rows = Markup::default();
    for row in &import.rows {
        write(&mut rows, &labels, row);
    }
    view! {
        <section class="page__section">
            <h2>{title.clone()}</h2>
            <p>{sum}</p>
            {problem}
            {left_out}
            {publish}
            <DataTable caption=title columns rows />
        </section>
    }
}

fn write(rows: &mut Markup, labels: &[String; 3], price: &PriceRow) {
    let faults = |cell: &mut Markup, column: usize| {
        for fault in price.faults.iter().filter(|fault| fault.field == PRICE_HEADER[column]) {
            cell.note(&locale().say_refusal(&fault.refusal));
        }
    };
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.text(&price.cells[0]);
            faults(cell, 0);
            cell.note(&format!("{} {}", t!("operator-prices-line"), price.line));
        });
        row.cell(CellKind::Text, &labels[0], |cell| match price.effect {
            Some(effect) => {
                let (tone, word) = flag(effect);
                cell.status(tone, &word, None);
            }
            None => cell.status(Tone::Negative, &t!("operator-prices-fault"), None),
        });
        for column in [1, 2] {
            row.cell(CellKind::Number, &labels[column], |cell| {
                cell.text(&price.cells[column]);
                faults(cell, column);
            });
        }
    });
}

#[component]
fn Lists(lists: Vec<ListedMonth>) -> impl IntoView {
    let labels = [t!("operator-prices-published"), t!("operator-prices-offers")];
    let columns = vec![
        Column::new(t!("prices-month"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Text),
        Column::new(labels[1].clone(), CellKind::Number),
    ];
    let mut rows = Markup::default();
    for list in &lists {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&month_name(list.month)));
            row.cell(CellKind::Text, &labels[0], |cell| cell.text(&day(list.published_on)));
            row.cell(CellKind::Number, &labels[1], |cell| {
                cell.text(&format::count(locale().language(), list.offers));
            });
        });
    }
    view! {
        <section class="page__section">
            <h2>{t!("operator-prices-lists")}</h2>
            <DataTable caption=t!("operator-prices-lists") columns rows />
        </section>
    }
}
