//! Price lists from the command line.

use domain::error::Error;
use domain::ids::RequestId;
use domain::prices::{Flag, PriceImport, month_of, month_text};
use i18n::{Language, Locale};
use services::prices::{self, PriceFile};
use services::{Caller, System};

/// The exit status of what is refused.
pub const REFUSED: u8 = 2;

/// What the person at the terminal is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What each row does, then the sum.
    pub lines: Vec<String>,
    /// Why nothing was published, if nothing could be.
    pub refused: Option<String>,
}

/// Publishes what the table in `content` says for `month`, or tells what it would do.
pub async fn run(system: &System, content: Vec<u8>, month: &str, dry_run: bool) -> Told {
    let locale = Locale::new(Language::En);
    let refused = |error: &Error| Told { lines: Vec::new(), refused: Some(sentence(error)) };
    let month = match month_of(month) {
        Ok(month) => month,
        Err(fault) => return refused(&Error::invalid("month", fault)),
    };
    let caller = Caller::scheduler(system.clone());
    let request = RequestId::from(system.next_id());
    let file = PriceFile { request, month, content };
    let plan = match prices::rehearse(&caller, &file).await {
        Ok(plan) => plan,
        Err(error) => return refused(&error),
    };
    let mut told = Told { lines: lines(&plan), refused: None };
    if let Some(problem) = &plan.problem {
        told.refused = Some(locale.say_refusal(problem));
    } else if !dry_run && let Err(error) = prices::import(&caller, file).await {
        told.refused = Some(sentence(&error));
    }
    told
}

/// What `error` says, fields included.
fn sentence(error: &Error) -> String {
    let locale = Locale::new(Language::En);
    match error {
        Error::Invalid { fields } => {
            let say = |field: &domain::error::FieldError| {
                format!("{}: {}", field.field, locale.say_refusal(&field.refusal))
            };
            fields.iter().map(say).collect::<Vec<_>>().join("\n")
        }
        other => locale.say_error(other),
    }
}

/// What each row does, with every fault, then the sum.
fn lines(plan: &PriceImport) -> Vec<String> {
    let locale = Locale::new(Language::En);
    let mut lines = Vec::with_capacity(plan.rows.len() + 2);
    for row in &plan.rows {
        let effect = row.effect.map_or("---", Flag::as_str);
        lines.push(format!("{:>5} {effect} {}", row.line, row.cells.join(" ")));
        for fault in &row.faults {
            lines.push(format!("      {}: {}", fault.field, locale.say_refusal(&fault.refusal)));
        }
    }
    for code in &plan.left_out {
        lines.push(format!("      DEL {code} (not in the list of {})", month_text(plan.month)));
    }
    let count = |flag| format!("{flag} {}", plan.count(flag));
    lines.push([Flag::Added, Flag::Changed, Flag::Unchanged].map(count).join(", "));
    lines
}
