//! What follows from the roles somebody has.

use serde::{Deserialize, Serialize};

use super::action::Action;
use super::role::{AdminRole, AgentRole, CustomerRole, OperatorRole, PartnerRole, Role};

/// A cell of the roles book. A later variant grants more than an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// `–`
    Denied,
    /// `R`: may look, may not change.
    ReadOnly,
    /// `A`
    Allowed,
}

impl Access {
    /// Whether it is enough to look.
    #[must_use]
    pub const fn may_read(self) -> bool {
        matches!(self, Self::ReadOnly | Self::Allowed)
    }

    /// Whether it is enough to do it.
    #[must_use]
    pub const fn may_change(self) -> bool {
        matches!(self, Self::Allowed)
    }

    /// The id of its name in words.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Denied => "access-level-denied",
            Self::ReadOnly => "access-level-read-only",
            Self::Allowed => "access-level-allowed",
        }
    }

    /// How the roles book writes it.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Denied => "–",
            Self::ReadOnly => "R",
            Self::Allowed => "A",
        }
    }
}

impl Role {
    /// What the role alone grants; [`Access::Denied`] for an action of another surface.
    #[must_use]
    pub fn access(self, action: Action) -> Access {
        action.cell(self)
    }
}

/// The two settings of a partner's user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartnerRoles {
    /// What he sees of customers and of the company.
    pub agent: Option<AgentRole>,
    /// How far he reaches into features.
    pub admin: Option<AdminRole>,
}

impl PartnerRoles {
    /// The columns of the roles book that count: one a setting, or the default user's.
    pub fn columns(self) -> impl Iterator<Item = PartnerRole> {
        let Self { agent, admin } = self;
        let neither = agent.is_none() && admin.is_none();
        let set = admin.map(PartnerRole::from).into_iter().chain(agent.map(PartnerRole::from));
        set.chain(neither.then_some(PartnerRole::DefaultUser))
    }

    /// What both settings together grant: "denied" by one takes nothing from the other.
    ///
    /// Source: domain book, `roles.md` 1.
    #[must_use]
    pub fn access(self, action: Action) -> Access {
        best(self.columns().map(Role::Partner), action)
    }

    /// What he may do in the admin center of a customer who delegated administration.
    ///
    /// Nothing, unless he may administer on behalf of customers at all.
    ///
    /// Source: domain book, `roles.md` 7, column PB.
    #[must_use]
    pub fn access_on_behalf(self, action: Action) -> Access {
        if self.access(Action::AdministerOnBehalf).may_change() {
            Role::OnBehalf.access(action)
        } else {
            Access::Denied
        }
    }
}

/// What `roles` together grant a customer's user; without a role, what any user may.
#[must_use]
pub fn customer_access(roles: &[CustomerRole], action: Action) -> Access {
    if roles.is_empty() {
        return Role::CustomerUser.access(action);
    }
    best(roles.iter().copied().map(Role::Customer), action)
}

/// What `roles` together grant one of the operator's staff; without a role, nothing.
#[must_use]
pub fn operator_access(roles: &[OperatorRole], action: Action) -> Access {
    best(roles.iter().copied().map(Role::Operator), action)
}

/// The roles that may at least look, in the order of the roles book; none if nobody may.
#[must_use]
pub fn roles_that_may(action: Action) -> Vec<Role> {
    Role::all().filter(|role| role.access(action).may_read()).collect()
}

/// The roles that may do it, not only look, in the order of the roles book.
#[must_use]
pub fn roles_that_may_change(action: Action) -> Vec<Role> {
    Role::all().filter(|role| role.access(action).may_change()).collect()
}

fn best(roles: impl Iterator<Item = Role>, action: Action) -> Access {
    roles.map(|role| role.access(action)).max().unwrap_or(Access::Denied)
}
