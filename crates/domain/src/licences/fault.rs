//! Why something with people or licences is not done.

use thiserror::Error;

use super::bulk::BULK_HEADER;
use super::import::IMPORT_HEADER;
use crate::error::{Arg, Code, Coded};

/// What is wrong with a field of a person's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UserFault {
    /// The part before the `@`.
    #[error("no user name")]
    UserName,
    /// Somebody has it, or had it until less than 30 days ago.
    #[error("user name taken")]
    Taken,
    /// Not China.
    #[error("no usage location")]
    UsageLocation,
    /// No role of the admin center.
    #[error("no role")]
    Role,
}

impl Coded for UserFault {
    fn code(&self) -> Code {
        match self {
            Self::UserName => Code::new("err-user-name", 3000, 400),
            Self::Taken => Code::new("err-upn-taken", 3000, 400),
            Self::UsageLocation => Code::new("err-usage-location-unknown", 3000, 400),
            Self::Role => Code::new("err-customer-role", 3000, 400),
        }
    }
}

/// Why a person may not be changed like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UserRefusal {
    /// Somebody must be left to administer the company.
    #[error("the last global admin")]
    LastGlobalAdmin,
    /// Nobody changes the own roles.
    #[error("own roles")]
    OwnRoles,
    /// Nobody blocks or deletes themselves, nor resets the own password here.
    #[error("own account")]
    OwnAccount,
    /// Only a global admin resets the password of an admin.
    #[error("password of an admin")]
    AdminPassword,
    /// The 30 days are over.
    #[error("deleted too long ago")]
    RestoreOver,
}

impl Coded for UserRefusal {
    fn code(&self) -> Code {
        match self {
            Self::LastGlobalAdmin => Code::new("err-last-global-admin", 900_201, 403),
            Self::OwnRoles => Code::new("err-own-roles", 900_202, 403),
            Self::OwnAccount => Code::new("err-own-account", 900_203, 403),
            Self::AdminPassword => Code::new("err-admin-password", 900_204, 403),
            Self::RestoreOver => Code::new("err-restore-over", 900_205, 409),
        }
    }
}

/// Why a licence is not assigned.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LicenceRefusal {
    /// All are assigned; only the partner can buy more.
    #[error("no {licence} is available")]
    NoneLeft {
        /// Name of the licence.
        licence: String,
    },
    /// Two service plans of one family would be on.
    #[error("{first} and {second} conflict")]
    Conflict {
        /// Name of a licence.
        first: String,
        /// Its service plan.
        first_plan: String,
        /// Name of the other licence.
        second: String,
        /// Its service plan.
        second_plan: String,
    },
    /// Where the person uses the services must be known first.
    #[error("no usage location")]
    NoUsageLocation,
    /// The company has never bought it, or it is nothing for people.
    #[error("not a licence of this company")]
    Unknown,
    /// The licence has no such service plan.
    #[error("no service plan {plan}")]
    UnknownPlan {
        /// As it was written.
        plan: String,
    },
}

impl Coded for LicenceRefusal {
    fn code(&self) -> Code {
        match self {
            Self::NoneLeft { .. } => Code::new("err-no-licence", 900_211, 409),
            Self::Conflict { .. } => Code::new("err-licence-conflict", 900_212, 409),
            Self::NoUsageLocation => Code::new("err-usage-location", 900_213, 409),
            Self::Unknown => Code::new("err-licence-unknown", 3000, 400),
            Self::UnknownPlan { .. } => Code::new("err-licence-plan-unknown", 3000, 400),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        let text = |text: &String| Arg::Text(text.clone());
        match self {
            Self::NoneLeft { licence } => vec![("licence", text(licence))],
            Self::Conflict { first, first_plan, second, second_plan } => vec![
                ("first", text(first)),
                ("first-plan", text(first_plan)),
                ("second", text(second)),
                ("second-plan", text(second_plan)),
            ],
            Self::NoUsageLocation | Self::Unknown => Vec::new(),
            Self::UnknownPlan { plan } => vec![("plan", text(plan))],
        }
    }
}

/// Why licence work on many people is not done, or not as a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BulkFault {
    /// The file is no table in a form that is read.
    #[error("not a readable table")]
    Unreadable,
    /// The first line does not name the columns.
    #[error("wrong columns")]
    Header,
    /// There is nothing in it to do.
    #[error("no rows")]
    Empty,
    /// Nobody of the company has this name.
    #[error("unknown user")]
    UnknownUser,
    /// Neither assign nor remove.
    #[error("unknown action")]
    UnknownAction,
    /// An earlier row is about the same person and licence.
    #[error("same as row {row}")]
    Duplicate {
        /// Number of the earlier row; the first below the header is 1.
        row: i64,
    },
    /// It has been applied, undone, or not yet applied.
    #[error("not in this state")]
    State,
    /// Something has changed since, so that the opposite would undo more than the job did.
    #[error("{rows} rows have changed since")]
    Changed {
        /// How many.
        rows: i64,
    },
}

impl Coded for BulkFault {
    fn code(&self) -> Code {
        match self {
            Self::Unreadable => Code::new("err-bulk-unreadable", 3000, 400),
            Self::Header => Code::new("err-bulk-header", 3000, 400),
            Self::Empty => Code::new("err-bulk-empty", 3000, 400),
            Self::UnknownUser => Code::new("err-bulk-user", 3000, 400),
            Self::UnknownAction => Code::new("err-bulk-action", 3000, 400),
            Self::Duplicate { .. } => Code::new("err-bulk-duplicate", 3000, 400),
            Self::State => Code::new("err-bulk-state", 900_221, 409),
            Self::Changed { .. } => Code::new("err-bulk-changed", 900_222, 409),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match *self {
            Self::Header => {
                let [user, licence, action, off] = BULK_HEADER;
                let columns = [user, licence, action].join(", ");
                vec![("columns", Arg::Text(columns)), ("optional", Arg::Text(off.to_owned()))]
            }
            Self::Duplicate { row } => vec![("row", Arg::Count(row))],
            Self::Changed { rows } => vec![("rows", Arg::Count(rows))],
            _ => Vec::new(),
        }
    }
}

/// Why a file of people is not imported.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportFault {
    /// The first line is not the documented one.
    #[error("wrong columns")]
    Header,
    /// More than 100 people.
    #[error("more than {max} rows")]
    TooMany {
        /// Most rows below the header.
        max: i64,
    },
    /// The last column is for the answer and must be left empty.
    #[error("status update is not empty")]
    Status,
    /// The address is not in the company's domain.
    #[error("not in {domain}")]
    Domain {
        /// The company's domain.
        domain: String,
    },
    /// Some rows are at fault, so that nobody is added.
    #[error("{rows} rows at fault")]
    Faulty {
        /// How many.
        rows: i64,
    },
}

impl Coded for ImportFault {
    fn code(&self) -> Code {
        match self {
            Self::Header => Code::new("err-import-header", 3000, 400),
            Self::TooMany { .. } => Code::new("err-import-rows", 3000, 400),
            Self::Status => Code::new("err-import-status", 3000, 400),
            Self::Domain { .. } => Code::new("err-import-domain", 3000, 400),
            Self::Faulty { .. } => Code::new("err-import-faulty", 3000, 400),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::TooMany { max } => vec![("max", Arg::Count(*max))],
            Self::Domain { domain } => vec![("domain", Arg::Text(domain.clone()))],
            Self::Faulty { rows } => vec![("rows", Arg::Count(*rows))],
            Self::Header => vec![("columns", Arg::Text(IMPORT_HEADER.join(",")))],
            Self::Status => Vec::new(),
        }
    }
}

/// Why a partner's agent cannot administer a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OnBehalfRefusal {
    /// The customer has not delegated administration, or no longer.
    #[error("no delegated administration")]
    NotDelegated,
}

impl Coded for OnBehalfRefusal {
    fn code(&self) -> Code {
        Code::new("err-on-behalf-not-delegated", 900_231, 403)
    }
}
