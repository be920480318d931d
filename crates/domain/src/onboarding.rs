//! The onboarding checklist: what a new partner has to do before the first sale.
//!
//! Source: domain book, "partner-center-account-setup".

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::RequestId;
use crate::time::Instant;

/// Global admins from which on the loss of one locks nobody out.
const ENOUGH_GLOBAL_ADMINS: usize = 2;

/// A line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnboardingStep {
    /// All three profiles have been reviewed.
    ProfilesReviewed,
    /// There is a second global admin.
    SecondGlobalAdmin,
    /// Somebody receives the invoices.
    BillingContact,
    /// The catalogue has been reviewed.
    CatalogReviewed,
    /// There is a customer.
    FirstCustomer,
}

/// A text that names no step.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no step is called {0:?}")]
pub struct UnknownStep(pub String);

impl OnboardingStep {
    /// All of them, in the order of the checklist.
    pub const ALL: [Self; 5] = [
        Self::ProfilesReviewed,
        Self::SecondGlobalAdmin,
        Self::BillingContact,
        Self::CatalogReviewed,
        Self::FirstCustomer,
    ];

    /// The name that is stored and logged.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ProfilesReviewed => "profiles-reviewed",
            Self::SecondGlobalAdmin => "second-global-admin",
            Self::BillingContact => "billing-contact",
            Self::CatalogReviewed => "catalog-reviewed",
            Self::FirstCustomer => "first-customer",
        }
    }
}

impl fmt::Display for OnboardingStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for OnboardingStep {
    type Err = UnknownStep;

    fn from_str(name: &str) -> Result<Self, UnknownStep> {
        let step = Self::ALL.into_iter().find(|step| step.as_str() == name);
        step.ok_or_else(|| UnknownStep(name.to_owned()))
    }
}

/// That somebody has ticked a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// Which.
    pub step: OnboardingStep,
    /// Who, by name.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// What is known of a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Active people with the admin setting "global admin".
    pub global_admins: usize,
    /// Customers that the partner sells to.
    pub customers: i64,
    /// What has been ticked.
    pub ticks: Vec<Tick>,
}

/// How it stands with a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// To be done.
    Open,
    /// Done: the portal can see it.
    Seen,
    /// Done: somebody said so.
    Ticked {
        /// Who, by name.
        by: String,
        /// When.
        at: Instant,
    },
}

/// One line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChecklistLine {
    /// What is to be done.
    pub step: OnboardingStep,
    /// Whether it is.
    pub standing: Standing,
}

/// The checklist of a partner who has not finished it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checklist {
    /// The steps, in order.
    pub lines: Vec<ChecklistLine>,
    /// Whether this reader may say that the catalogue has been reviewed.
    pub may_review_catalog: bool,
}

impl Checklist {
    /// How many steps are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.lines.iter().filter(|line| line.standing != Standing::Open).count()
    }
}

/// How `facts` stand against the checklist; nothing once all of it is done.
///
/// What the portal can see counts as long as it is so: a second global admin who leaves opens
/// the step again. What somebody ticked stays.
///
/// Source: domain book, "partner-center-account-setup" (checklist).
#[must_use]
pub fn checklist(facts: &Facts, may_review_catalog: bool) -> Option<Checklist> {
    let standing = |step| {
        let seen = match step {
            OnboardingStep::SecondGlobalAdmin => facts.global_admins >= ENOUGH_GLOBAL_ADMINS,
            OnboardingStep::FirstCustomer => facts.customers > 0,
            OnboardingStep::ProfilesReviewed
            | OnboardingStep::BillingContact
            | OnboardingStep::CatalogReviewed => {
                let tick = facts.ticks.iter().find(|tick| tick.step == step);
                return tick.map_or(Standing::Open, |tick| Standing::Ticked {
                    by: tick.by.clone(),
                    at: tick.at,
                });
            }
        };
        if seen { Standing::Seen } else { Standing::Open }
    };
    let lines = OnboardingStep::ALL
        .into_iter()
        .map(|step| ChecklistLine { step, standing: standing(step) })
        .collect();
    let checklist = Checklist { lines, may_review_catalog };
    (checklist.done() < OnboardingStep::ALL.len()).then_some(checklist)
}

/// Says that the catalogue has been reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewCatalog {
    /// This attempt.
    pub request: RequestId,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick(step: OnboardingStep) -> Tick {
        let at = "2019-06-10T01:00:00Z".parse().expect("the test writes RFC 3339");
        Tick { step, by: "王建国".to_owned(), at }
    }

    fn done(facts: &Facts) -> Vec<OnboardingStep> {
        let Some(checklist) = checklist(facts, true) else { return Vec::new() };
        let lines = checklist.lines.into_iter();
        lines.filter(|line| line.standing != Standing::Open).map(|line| line.step).collect()
    }

    #[test]
    fn a_new_partner_has_five_open_steps() {
        let facts = Facts { global_admins: 1, ..Facts::default() };
        let checklist = checklist(&facts, true).expect("nothing is done");
        assert_eq!(checklist.lines.len(), 5);
        assert_eq!(checklist.done(), 0);
    }

    #[test]
    fn the_second_global_admin_and_the_first_customer_are_seen() {
        for (global_admins, customers, expected) in [
            (0, 0, vec![]),
            (1, 0, vec![]),
            (2, 0, vec![OnboardingStep::SecondGlobalAdmin]),
            (1, 1, vec![OnboardingStep::FirstCustomer]),
            (3, 9, vec![OnboardingStep::SecondGlobalAdmin, OnboardingStep::FirstCustomer]),
        ] {
            let facts = Facts { global_admins, customers, ticks: Vec::new() };
            assert_eq!(done(&facts), expected, "{global_admins} admins, {customers} customers");
        }
    }

    #[test]
    fn what_the_portal_sees_cannot_be_ticked() {
        let ticks = OnboardingStep::ALL.map(tick).to_vec();
        let facts = Facts { global_admins: 1, customers: 0, ticks };
        assert_eq!(
            done(&facts),
            [
                OnboardingStep::ProfilesReviewed,
                OnboardingStep::BillingContact,
                OnboardingStep::CatalogReviewed
            ]
        );
    }

    #[test]
    fn the_checklist_disappears_when_all_is_done() {
        let ticks = OnboardingStep::ALL.map(tick).to_vec();
        let facts = Facts { global_admins: 2, customers: 1, ticks };
        assert_eq!(checklist(&facts, true), None);
    }

    #[test]
    fn steps_are_read_back() {
        for step in OnboardingStep::ALL {
            assert_eq!(step.as_str().parse(), Ok(step));
        }
        assert!("catalogue".parse::<OnboardingStep>().is_err());
    }
}
