//! The reconciliation files of an invoice: to download, to look at, and whether they agree with it.
//!
//! Source: domain book, "use-the-reconciliation-files" (screen).

use domain::billing::{ChargeType, FileKind, FileQuery, FileRows, FileView, Sections};
use domain::error::{Arg, Entity, Error};
use domain::ids::InvoiceId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

use super::file_rows;
use super::files_help::Help;
use super::server_fns::find_file;
use super::words::{self, charge, money, say};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    Button, CellKind, Choice, Column, DataTable, EmptyState, Glyph, Length, Markup, Pager, Select,
    Shape, Skeleton, Tab, Tabs, Tone,
};

/// The page of an invoice's files; which rows are shown is in its address.
pub struct FilesPage;

#[lazy_route]
impl LazyRoute for FilesPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let FilesPage = this;
        let (params, query) = (use_params_map(), use_query_map());
        let asked = Memo::new(move |_| {
            let invoice: Option<InvoiceId> =
                params.with(|params| params.get("invoice")).and_then(|id| id.parse().ok());
            let param = |name: &str| query.with(|query| query.get(name));
            invoice.map(|invoice| FileQuery {
                invoice,
                file: param("file").and_then(|file| file.parse().ok()).unwrap_or(FileKind::License),
                customer: param("customer").and_then(|id| id.parse().ok()),
                charge: param("charge").filter(|code| ChargeType::from_code(code).is_some()),
                after: param("after").and_then(|place| place.parse().ok()).unwrap_or_default(),
            })
        });
        let find = async |asked: Option<FileQuery>| {
            find_file(asked.ok_or(Error::NotFound { entity: Entity::Invoice })?).await
        };
        let found = Resource::new(move || asked.get(), find);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match (found.await, asked.get()) {
                        (Ok(found), Some(asked)) => Either::Left(view! { <Files found asked /> }),
                        (Err(failure), _) => Either::Right(view! { <ErrorPage failure /> }),
                        (Ok(_), None) => {
                            let failure = Error::NotFound { entity: Entity::Invoice }.into();
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
fn Files(found: FileView, asked: FileQuery) -> impl IntoView {
    let FileView { invoice, computed, customers, rows, next } = found;
    let (id, number) = (invoice.id, invoice.number.clone());
    let title = t!("files-of", number = Arg::Text(number.clone()));
    let crumbs = vec![
        Crumb { href: "/billing".to_owned(), name: t!("billing-title") },
        Crumb { href: format!("/billing/{id}"), name: number },
    ];
    let usage = invoice.usage_lines > 0;
    let tabs = usage.then(|| {
        let tab = |file, label| Tab {
            href: address(&FileQuery { file, charge: None, after: 0, ..asked.clone() }),
            label,
            current: asked.file == file,
            ..Tab::default()
        };
        let tabs = vec![
            tab(FileKind::License, t!("files-license")),
            tab(FileKind::Usage, t!("files-usage")),
        ];
        view! { <Tabs label=t!("files-rows") tabs /> }
    });
    view! {
        <div class="page">
            <PageHead title text=t!("files-text") crumbs />
            <section class="page__section">
                <h2>{t!("files-download")}</h2>
                <Downloads id usage />
            </section>
            <section class="page__section">
                <h2>{t!("files-check")}</h2>
                <Check computed invoice=invoice.sections />
            </section>
            <section class="page__section" id="rows">
                <h2>{t!("files-rows")}</h2>
                {tabs}
                <Filters asked=asked.clone() customers />
                <Rows rows asked next />
            </section>
            <Help />
        </div>
    }
}

/// Both files in each form.
#[component]
fn Downloads(id: InvoiceId, usage: bool) -> impl IntoView {
    let columns = vec![
        Column::new(t!("billing-file"), CellKind::Main),
        Column::new(t!("files-utf8"), CellKind::Text),
        Column::new(t!("files-gb18030"), CellKind::Text),
        Column::new(t!("files-excel"), CellKind::Text),
    ];
    let shown = [t!("files-utf8"), t!("files-gb18030"), t!("files-excel")];
    let license = [
        ("license.csv?", t!("files-license-utf8")),
        ("license.csv?encoding=gb18030&", t!("files-license-gb18030")),
        ("license.xlsx?", t!("files-license-excel")),
    ];
    let used = [
        ("usage.csv?", t!("files-usage-utf8")),
        ("usage.csv?encoding=gb18030&", t!("files-usage-gb18030")),
        ("usage.xlsx?", t!("files-usage-excel")),
    ];
    let files = [(t!("files-license"), license, true), (t!("files-usage"), used, usage)];
    let mut rows = Markup::default();
    for (name, links, _) in files.iter().filter(|(_, _, there)| *there) {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(name));
            for ((file, label), shown) in links.iter().zip(&shown) {
                row.cell(CellKind::Text, shown, |cell| {
                    let href = format!("/files/billing/{file}invoice={id}");
                    let link = [
                        ("href", href.as_str()),
                        ("rel", "external"),
                        ("download", ""),
                        ("aria-label", label.as_str()),
                    ];
                    cell.element("a", &link, |link| link.text(shown));
                });
            }
        });
    }
    view! { <DataTable caption=t!("files-download") columns rows /> }
}

/// Each section, added up from the rows of the files, against the invoice.
#[component]
fn Check(computed: Sections, invoice: Sections) -> impl IntoView {
    let labels = [t!("files-in-files"), t!("files-on-invoice"), t!("billing-status")];
    let columns = vec![
        Column::new(t!("invoice-section"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Number),
        Column::new(labels[1].clone(), CellKind::Number),
        Column::new(labels[2].clone(), CellKind::Text),
    ];
    let total = (i18n::message!("invoice-total"), computed.sum());
    let stored = words::sections(&invoice).into_iter().map(|(_, sum)| sum).chain([invoice.total]);
    let mut rows = Markup::default();
    for ((name, sum), on_invoice) in
        words::sections(&computed).into_iter().chain([total]).zip(stored)
    {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&say(name)));
            for (label, sum) in labels.iter().zip([sum, on_invoice]) {
                row.cell(CellKind::Number, label, |cell| {
                    cell.money(&money(sum), &sum.to_string());
                });
            }
            row.cell(CellKind::Text, &labels[2], |cell| {
                let (tone, word) = if sum == on_invoice {
                    (Tone::Positive, t!("files-agrees"))
                } else {
                    (Tone::Negative, t!("files-differs"))
                };
                cell.status(tone, &word, None);
            });
        });
    }
    view! { <DataTable caption=t!("files-check") columns rows /> }
}

/// The page that shows `asked`.
fn address(asked: &FileQuery) -> String {
    let FileQuery { invoice, file, customer, charge, after } = asked;
    let customer = customer.map(|id| format!("&customer={id}")).unwrap_or_default();
    let charge = charge.as_ref().map(|code| format!("&charge={code}")).unwrap_or_default();
    let after = if *after > 0 { format!("&after={after}") } else { String::new() };
    format!("/billing/{invoice}/files?file={}{customer}{charge}{after}#rows", file.as_str())
}

/// A form that changes the address, with and without JavaScript.
#[component]
fn Filters(asked: FileQuery, customers: Vec<(domain::ids::CustomerId, String)>) -> impl IntoView {
    let any = || Choice::new("", t!("all"));
    let customers = customers.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
    let file = asked.file;
    let types = ChargeType::ALL.iter().filter(move |one| file.has(**one));
    let types = types.map(|one| Choice::new(one.code(), say(charge(*one))));
    let filtered = asked.customer.is_some() || asked.charge.is_some();
    let clear = address(&FileQuery { customer: None, charge: None, after: 0, ..asked.clone() });
    view! {
        <Form
            action=format!("/billing/{}/files", asked.invoice)
            method="GET"
            attr:class="filters"
            attr:aria-label=t!("files-filter")
        >
            <input type="hidden" name="file" value=asked.file.as_str() />
            <Select
                id="charge"
                name="charge"
                label=t!("files-charge-type")
                choices=std::iter::once(any()).chain(types).collect()
                chosen=asked.charge.unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Select
                id="customer"
                name="customer"
                label=t!("invoice-customer")
                choices=std::iter::once(any()).chain(customers).collect()
                chosen=asked.customer.map(|id| id.to_string()).unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Button>{t!("apply")}</Button>
            {filtered.then(|| view! { <a href=clear>{t!("clear")}</a> })}
        </Form>
    }
}

#[component]
fn Rows(rows: FileRows, asked: FileQuery, next: Option<u32>) -> impl IntoView {
    let (columns, rows, count) = match rows {
        FileRows::License(lines) => file_rows::license(&lines),
        FileRows::Usage(lines) => file_rows::usage(&lines),
    };
    if count == 0 {
        return Either::Left(view! {
            <EmptyState glyph=Glyph::Receipt title=t!("files-none") text=t!("files-none-text") />
        });
    }
    let shown = Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let to = |after| address(&FileQuery { after, ..asked.clone() });
    let foot = view! {
        <Pager
            label=t!("files-pages")
            summary=t!("files-showing", shown = shown)
            previous=t!("files-first-rows")
            next=t!("next-page")
            previous_href=(asked.after > 0).then(|| to(0))
            next_href=next.map(to)
        />
    };
    Either::Right(view! {
        <DataTable caption=t!("files-rows") columns rows foot=foot.into_any() />
    })
}
