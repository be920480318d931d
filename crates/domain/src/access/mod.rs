//! Who may do what: the roles book as code.
//!
//! [`Action`] has one variant a row of the book, [`Role`] one a column, and the
//! table in `action.rs` is the only place where the two meet. Pages, the API and
//! the words "what may I do" all ask it.
//!
//! Source: domain book, `roles.md`.

mod action;
mod rights;
mod role;

pub use action::{Action, Surface};
pub use rights::{
    Access, PartnerRoles, customer_access, operator_access, roles_that_may, roles_that_may_change,
};
pub use role::{AdminRole, AgentRole, CustomerRole, OperatorRole, PartnerRole, Role, UnknownRole};
