//! The worked examples of bills.

use domain::access::Action;
use domain::billing::{Scenario, ScenariosView, examples};

use crate::caller::Caller;
use crate::failure::{Result, report};

/// The examples, computed by the engine that makes the invoices.
///
/// # Errors
///
/// `Forbidden` without the right to see invoices.
///
/// Source: domain book, "common-billing-scenarios".
pub fn scenarios(caller: &Caller) -> Result<ScenariosView> {
    caller.authorize_reading(Action::ViewInvoices)?;
    examples().map_err(|error| report(&error))
}

/// The history of `scenario`, in the format of the replay.
///
/// # Errors
///
/// As [`scenarios`].
pub fn scenario_file(caller: &Caller, scenario: Scenario) -> Result<&'static str> {
    caller.authorize_reading(Action::ViewInvoices)?;
    Ok(scenario.history())
}
