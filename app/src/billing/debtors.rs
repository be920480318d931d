//! Partners with what they owe.

use domain::billing::Debtor;
use leptos::prelude::*;

use super::words::{money, standing};
use crate::ui::{CellKind, Column, DataTable, Markup};

/// A partner a row, leading to its account.
#[component]
pub(crate) fn Debtors(debtors: Vec<Debtor>, caption: String) -> impl IntoView {
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
    view! { <DataTable caption columns rows /> }
}
