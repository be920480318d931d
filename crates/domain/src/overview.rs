//! What the start pages show.

use serde::{Deserialize, Serialize};

use crate::catalogue::PinnedView;
use crate::error::Error;
use crate::ids::RequestId;
use crate::input::whole_number;
use crate::onboarding::Checklist;

/// What a partner's start page shows to one reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverviewView {
    /// How many customers the partner sells to; only for readers who may list them.
    pub customers: Option<i64>,
    /// The pinned offers that are sold this month; only for readers who may see the catalogue.
    pub pinned: Option<Vec<PinnedView>>,
    /// What is left to be set up; none once all is done.
    pub checklist: Option<Checklist>,
}

/// A customer's own company, as its people see it in the admin center.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyView {
    /// As it is registered.
    pub name: String,
    /// Its initial domain.
    pub domain: String,
    /// Unified social credit code, if it has told one.
    pub uscc: Option<String>,
}

/// A step forward of a sandbox's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockStep {
    /// By days.
    Days(u32),
    /// By months of the calendar.
    Months(u32),
}

/// Moves the clock of a sandbox, as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveClockDraft {
    /// This attempt.
    pub request: RequestId,
    /// How many.
    pub count: String,
    /// Of what: `days` or `months`.
    pub unit: String,
}

impl MoveClockDraft {
    /// The attempt and the step, if the number can be read. How far is too far, the clock says.
    ///
    /// # Errors
    ///
    /// A fault at `count`.
    pub fn parse(self) -> Result<(RequestId, ClockStep), Error> {
        let Self { request, count, unit } = self;
        let count = whole_number(&count).map_err(|fault| Error::invalid("count", fault))?;
        let step = if unit == "months" { ClockStep::Months(count) } else { ClockStep::Days(count) };
        Ok((request, step))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_clock_is_moved_by_whole_days_or_months() {
        let request = RequestId::from(Uuid::from_u128(1));
        for (count, unit, expected) in [
            ("3", "days", Some(ClockStep::Days(3))),
            (" １２ ", "months", Some(ClockStep::Months(12))),
            ("0", "days", Some(ClockStep::Days(0))),
            ("", "days", None),
            ("-1", "days", None),
            ("1.5", "months", None),
            ("<script>", "days", None),
        ] {
            let draft = MoveClockDraft { request, count: count.into(), unit: unit.into() };
            let step = draft.parse().ok().map(|(_, step)| step);
            assert_eq!(step, expected, "{count:?} {unit}");
        }
    }
}
