//! How to read the reconciliation files: the blocks of the book, in plain words.
//!
//! Source: domain book, "use-the-reconciliation-files", A to E.

use domain::billing::{ChargeType, Section};
use i18n::{MessageId, message};
use leptos::prelude::*;

use super::words::{charge, say};
use crate::ui::{CellKind, Column, DataTable, Markup};

#[component]
pub(super) fn Help() -> impl IntoView {
    view! {
        <section class="page__section" id="help">
            <h2>{t!("files-help")}</h2>
            <div class="prose">
                <h3>{t!("files-help-license")}</h3>
                <p>{t!("files-help-license-text")}</p>
                <p>{t!("files-help-license-sums")}</p>
                <h3>{t!("files-help-usage")}</h3>
                <p>{t!("files-help-usage-text")}</p>
                <h3>{t!("files-help-charges")}</h3>
                <p>{t!("files-help-charges-text")}</p>
            </div>
            <Charges />
            <div class="prose">
                <h3>{t!("files-help-partner")}</h3>
                <p>{t!("files-help-partner-text")}</p>
                <h3>{t!("files-help-one-time")}</h3>
                <p>{t!("files-help-one-time-text")}</p>
                <p>{t!("files-help-open")}</p>
            </div>
        </section>
    }
}

/// Each type with its words in the file and the section that it is added to.
#[component]
fn Charges() -> impl IntoView {
    let labels = [t!("files-help-in-file"), t!("invoice-section")];
    let mut columns = vec![Column::new(t!("files-charge-type"), CellKind::Main)];
    columns.extend(labels.iter().map(|label| Column::new(label.clone(), CellKind::Text)));
    let mut rows = Markup::default();
    for one in ChargeType::ALL {
        rows.row(|row| {
            row.cell(CellKind::Main, "", |cell| cell.text(&say(charge(*one))));
            row.cell(CellKind::Text, &labels[0], |cell| {
                cell.element("span", &[("lang", "en")], |cell| cell.text(one.file_words()));
            });
            row.cell(CellKind::Text, &labels[1], |cell| cell.text(&say(section(one.section()))));
        });
    }
    view! { <DataTable caption=t!("files-help-charges") columns rows /> }
}

fn section(section: Section) -> MessageId {
    match section {
        Section::Recurring => message!("invoice-recurring"),
        Section::OtherProducts => message!("invoice-other-products"),
        Section::Usage => message!("invoice-usage"),
        Section::UsageDiscounts => message!("invoice-usage-discounts"),
        Section::Credits => message!("invoice-credits"),
    }
}
