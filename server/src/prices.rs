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

#[cfg(test)]
mod tests {
    use services::demo;
    use testkit::World;

    use super::*;

    #[tokio::test]
    async fn a_dry_run_tells_every_rows_fault_and_changes_nothing() {
        let world = World::new().await;
        demo::load(world.system()).await.unwrap();
        let before = world.dump().await;
        let table = b"Offer,List price,ERP price\nO365-E1,50,60\nNOTHING,1,x\n".to_vec();

        let told = run(world.system(), table, "2019-10", true).await;

        assert_eq!(told.lines[0], "    2 CHG O365-E1 50 60");
        assert_eq!(told.lines[1], "    3 --- NOTHING 1 x");
        assert!(told.lines[2].starts_with("      Offer: "), "{:?}", told.lines);
        assert!(told.lines[3].starts_with("      ERP price: "), "{:?}", told.lines);
        assert!(told.refused.is_some());
        assert_eq!(world.dump().await, before);
    }

    #[tokio::test]
    async fn a_file_is_published_and_then_unchanged() {
        let world = World::new().await;
        demo::load(world.system()).await.unwrap();
        let table = b"Offer,List price,ERP price\nO365-E1,50,60\n".to_vec();
        for (dry_run, expected) in [
            (true, "ADD 0, CHG 1, UNC 0"),
            (false, "ADD 0, CHG 1, UNC 0"),
            (false, "ADD 0, CHG 0, UNC 1"),
        ] {
            let told = run(world.system(), table.clone(), "2019-10", dry_run).await;
            assert_eq!(told.refused, None);
            assert_eq!(told.lines.last().map(String::as_str), Some(expected));
        }
        let late = b"Offer,List price,ERP price\nO365-E1,51,60\n".to_vec();
        let told = run(world.system(), late, "2019-07", false).await;
        assert!(told.refused.is_some_and(|why| why.contains("30")));
        let told = run(world.system(), table, "July", true).await;
        assert!(told.refused.is_some_and(|why| why.starts_with("month: ")));
    }
}
