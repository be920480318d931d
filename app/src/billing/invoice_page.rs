//! One invoice: who and when, its sections and their proof, its customers, and every line with its
//! arithmetic in words.
//!
//! Source: domain book, "read-your-bill".

use domain::access::Action;
use domain::billing::{
    Amounts, CustomerShare, InvoiceKind, InvoiceView, LineView, LinesView, Proof,
};
use domain::error::{Arg, Entity, Error};
use domain::ids::{CustomerId, InvoiceId};
use domain::money::Money;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

use super::arithmetic;
use super::credit_note::{CreditNote, CreditNotes};
use super::server_fns::{find_invoice, find_invoice_lines};
use super::words::{self, charge, money, say, status};
use crate::context::{can, locale, with_page};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    ButtonKind, CellKind, Column, DataTable, DownloadLink, Fact, KeyValueList, LinkButton, Markup,
    Pager, Shape, Skeleton, StatusBadge, Tone,
};

/// The page of an invoice; customer and place of the lines are in its address.
pub struct InvoicePage;

type Asked = (Option<InvoiceId>, Option<CustomerId>, u32);

#[lazy_route]
impl LazyRoute for InvoicePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let InvoicePage = this;
        let (params, query) = (use_params_map(), use_query_map());
        let asked = Memo::new(move |_| {
            let id = params.with(|params| params.get("invoice")).and_then(|id| id.parse().ok());
            let param = |name: &str| query.with(|query| query.get(name));
            let customer = param("customer").and_then(|id| id.parse().ok());
            let after = param("after").and_then(|place| place.parse().ok()).unwrap_or_default();
            (id, customer, after)
        });
        let find = async |(id, customer, after): Asked| {
            let id = id.ok_or(Error::NotFound { entity: Entity::Invoice })?;
            let invoice = find_invoice(id).await?;
            Ok((invoice, find_invoice_lines(id, customer, after).await?))
        };
        let found = Resource::new(move || asked.get(), find);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok((invoice, lines)) => {
                            let (_, customer, after) = asked.get();
                            Either::Left(view! { <Invoice invoice lines customer after /> })
                        }
                        Err(failure) => {
                            let failure: crate::failure::Failure = failure;
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
fn Invoice(
    invoice: InvoiceView,
    lines: LinesView,
    customer: Option<CustomerId>,
    after: u32,
) -> impl IntoView {
    if invoice.summary.kind == InvoiceKind::CreditNote {
        return Either::Left(view! { <CreditNote note=invoice /> });
    }
    let notes = (!invoice.credit_notes.is_empty())
        .then(|| view! { <CreditNotes notes=invoice.credit_notes.clone() /> });
    let today = with_page(|page| page.today);
    let (tone, word) = status(invoice.summary.status(today));
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    let mut facts = vec![Fact::new(t!("billing-status"), view! { <StatusBadge tone word /> })];
    let named = |(label, fact)| Fact::new(say(label), fact);
    facts.extend(words::header(locale(), &invoice).into_iter().map(named));
    let InvoiceView { summary, customers, others, proof, .. } = invoice;
    let (id, number) = (summary.id, summary.number.clone());
    let files = format!("/billing/{id}/files");
    let actions = view! {
        <DownloadLink href=format!("/files/billing/invoice.pdf?invoice={id}") name=t!("invoice-pdf") />
        <DownloadLink
            href=format!("/files/billing/license.csv?invoice={id}")
            name=t!("invoice-csv")
        />
        <LinkButton href=files>{t!("files-title")}</LinkButton>
    };
    let dispute = can(Action::RaiseBillingDispute).then(|| {
        let customer = customer.map(|id| format!("&customer={id}")).unwrap_or_default();
        let href = format!("/billing/disputes/new?invoice={id}{customer}");
        view! { <LinkButton href kind=ButtonKind::Quiet>{t!("invoice-dispute")}</LinkButton> }
    });
    let title = t!("invoice-title", number = Arg::Text(number));
    Either::Right(view! {
        <div class="page">
            <PageHead title crumbs actions=(actions, dispute).into_any() />
            <KeyValueList facts />
            <section class="page__section">
                <h2>{t!("invoice-summary")}</h2>
                <Sums invoice=summary />
                <ProofMark proof />
                <p>
                    <a href=format!("/billing/{id}/changes")>{t!("changes-link")}</a>
                </p>
            </section>
            {notes}
            <section class="page__section">
                <h2>{t!("invoice-customers")}</h2>
                <Customers id customers others customer />
            </section>
            <section class="page__section" id="lines">
                <h2>{t!("invoice-lines")}</h2>
                <p>
                    <a href="/help/billing-scenarios">{t!("scenarios-link")}</a>
                </p>
                <Lines id lines customer after />
            </section>
        </div>
    })
}

/// The sections, and what leads from them to the amount that is due.
#[component]
fn Sums(invoice: domain::billing::InvoiceSummary) -> impl IntoView {
    let columns = vec![
        Column::new(t!("invoice-section"), CellKind::Main),
        Column::new(t!("invoice-amount"), CellKind::Number),
    ];
    let mut rows = Markup::default();
    let mut row = |name: &str, amount: Money| {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(name));
            row.cell(CellKind::Number, &t!("invoice-amount"), |cell| {
                cell.money(&money(amount), &amount.to_string());
            });
        });
    };
    let sums = words::sections(&invoice.sections).into_iter();
    for (name, amount) in sums.chain(words::below_total(&invoice)) {
        row(&say(name), amount);
    }
    view! { <DataTable caption=t!("invoice-summary") columns rows /> }
}

/// Whether lines, sections, total and files agree, computed anew with each page load.
#[component]
fn ProofMark(proof: Proof) -> impl IntoView {
    let (tone, word) = if proof.holds() {
        (Tone::Positive, t!("invoice-proof-holds"))
    } else {
        (Tone::Negative, t!("invoice-proof-fails"))
    };
    let text = t!(
        "invoice-proof",
        lines = Arg::Money(proof.lines),
        sections = Arg::Money(proof.sections),
        files = Arg::Money(proof.files),
        total = Arg::Money(proof.total)
    );
    view! {
        <p>
            <StatusBadge tone word />
            " "
            <span class="quiet">{text}</span>
        </p>
    }
}

#[component]
fn Customers(
    id: InvoiceId,
    customers: Vec<CustomerShare>,
    others: Option<(u32, Amounts)>,
    customer: Option<CustomerId>,
) -> impl IntoView {
    let labels = [t!("invoice-subtotal"), t!("invoice-tax"), t!("billing-total")];
    let mut columns = vec![Column::new(t!("invoice-customer"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    let sums = |row: &mut Markup, money: &Amounts| {
        for (label, sum) in labels.iter().zip([money.subtotal(), money.tax, money.total()]) {
            row.cell(CellKind::Number, label, |cell| {
                cell.money(&words::money(sum), &sum.to_string());
            });
        }
    };
    for share in &customers {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                let href = format!("/billing/{id}?customer={}#lines", share.customer);
                let current = if customer == Some(share.customer) { "true" } else { "false" };
                let link = [("href", href.as_str()), ("aria-current", current)];
                cell.element("a", &link, |link| link.text(&share.name));
                cell.note(&share.domain);
            });
            sums(row, &share.money);
        });
    }
    if let Some((count, money)) = others {
        rows.row(|row| {
            let count = Arg::Count(count.into());
            let words = t!("invoice-other-customers", count = count);
            row.cell(CellKind::Main, "", |cell| cell.text(&words));
            sums(row, &money);
        });
    }
    view! { <DataTable caption=t!("invoice-customers") columns rows /> }
}

#[component]
fn Lines(
    id: InvoiceId,
    lines: LinesView,
    customer: Option<CustomerId>,
    after: u32,
) -> impl IntoView {
    let labels = [
        t!("invoice-charge"),
        t!("invoice-price"),
        t!("invoice-seats"),
        t!("invoice-amount"),
        t!("invoice-discount"),
        t!("invoice-tax"),
        t!("billing-total"),
    ];
    let mut columns = vec![Column::new(t!("invoice-subscription"), CellKind::Main)];
    columns.push(Column::new(labels[0].clone(), CellKind::Text));
    columns.extend(labels[1..].iter().map(|label| Column::new(label.clone(), CellKind::Number)));
    let mut rows = Markup::default();
    for line in &lines.lines {
        row(&mut rows, &labels, line);
    }
    let href = |after: u32| {
        let customer = customer.map(|id| format!("&customer={id}")).unwrap_or_default();
        format!("/billing/{id}?after={after}{customer}#lines")
    };
    let shown = Arg::Count(i64::try_from(lines.lines.len()).unwrap_or(i64::MAX));
    let foot = view! {
        <Pager
            label=t!("invoice-pages")
            summary=t!("invoice-showing", shown = shown)
            previous=t!("invoice-first-lines")
            next=t!("next-page")
            previous_href=(after > 0).then(|| href(0))
            next_href=lines.next.map(href)
        />
    };
    let all = customer.map(|_| {
        view! { <p><a href=format!("/billing/{id}#lines")>{t!("invoice-all-customers")}</a></p> }
    });
    view! {
        {all}
        <DataTable caption=t!("invoice-lines") columns rows foot=foot.into_any() />
    }
}

fn row(rows: &mut Markup, labels: &[String; 7], line: &LineView) {
    let charged = &line.line;
    let name = line.nickname.as_ref().unwrap_or(&line.offer_name);
    let figures = [charged.money.amount, charged.money.discount, charged.money.tax];
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            let href = format!("/customers/{}/subscriptions/{}", line.customer, line.subscription);
            cell.link(&href, name);
            cell.note(&line.customer_name);
        });
        row.cell(CellKind::Text, &labels[0], |cell| {
            // One element, so that both stand beside the label where rows are cards.
            cell.element("div", &[], |cell| {
                cell.element("details", &[], |open| {
                    open.element("summary", &[], |summary| {
                        summary.text(&say(charge(charged.charge_type)));
                    });
                    let offset = line.settles.is_some();
                    arithmetic::write(open, charged, offset);
                });
                let (first, last) = (Arg::Day(charged.days.first), Arg::Day(charged.days.last));
                cell.note(&t!("invoice-from-to", first = first, last = last));
            });
        });
        row.cell(CellKind::Number, &labels[1], |cell| {
            cell.text(&format::unit_price(locale().language(), charged.unit_price));
        });
        row.cell(CellKind::Number, &labels[2], |cell| {
            cell.text(&format::count(locale().language(), charged.quantity.into()));
        });
        for (label, figure) in labels[3..6].iter().zip(figures) {
            row.cell(CellKind::Number, label, |cell| {
                cell.money(&money(figure), &figure.to_string());
            });
        }
        row.cell(CellKind::Number, &labels[6], |cell| {
            let total = charged.money.total();
            cell.money(&money(total), &total.to_string());
        });
    });
}
