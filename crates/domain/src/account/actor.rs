//! Who is acting, on which surface, with which roles.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::roles::Roles;
use crate::access::{
    Access, Action, CustomerRole, OperatorRole, PartnerRoles, Surface, customer_access,
    operator_access,
};
use crate::ids::{CustomerId, PartnerId, UserId};
use crate::text::half_width;

/// Who acts. Roles are read with the session, so a changed role counts at the next request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// Signed in to Partner Center.
    Partner {
        /// The person.
        user: UserId,
        /// The person's company.
        partner: PartnerId,
        /// The two settings.
        roles: PartnerRoles,
        /// Whether the company owes money and is held back.
        suspended: bool,
    },
    /// Signed in to the customer admin center.
    Customer {
        /// The person.
        user: UserId,
        /// The person's company.
        customer: CustomerId,
        /// Admin roles; none is a user without a role.
        roles: Vec<CustomerRole>,
    },
    /// A partner's agent in the admin center of a customer who delegated administration.
    OnBehalf {
        /// The person.
        user: UserId,
        /// The person's company.
        partner: PartnerId,
        /// The customer administered.
        customer: CustomerId,
        /// The two settings in Partner Center.
        roles: PartnerRoles,
    },
    /// Staff of the operator.
    Operator {
        /// The person.
        user: UserId,
        /// Jobs in the back office.
        roles: Vec<OperatorRole>,
    },
    /// The scheduler.
    System,
}

impl Actor {
    /// The person `user` of `tenant` with `roles`; `suspended` is the partner's standing.
    #[must_use]
    pub fn new(user: UserId, tenant: Uuid, roles: Roles, suspended: bool) -> Self {
        match roles {
            Roles::Partner(roles) => {
                Self::Partner { user, partner: PartnerId::from(tenant), roles, suspended }
            }
            Roles::Customer(roles) => {
                Self::Customer { user, customer: CustomerId::from(tenant), roles }
            }
            Roles::Operator(roles) => Self::Operator { user, roles },
        }
    }

    /// The person; the nil id for the system.
    #[must_use]
    pub fn user(&self) -> UserId {
        match self {
            Self::Partner { user, .. }
            | Self::Customer { user, .. }
            | Self::OnBehalf { user, .. }
            | Self::Operator { user, .. } => *user,
            Self::System => UserId::from(Uuid::nil()),
        }
    }

    /// Whose rows the actor may touch: the partner, the customer, or nil for the operator.
    #[must_use]
    pub fn tenant(&self) -> Uuid {
        match self {
            Self::Partner { partner, .. } => (*partner).into(),
            Self::Customer { customer, .. } | Self::OnBehalf { customer, .. } => (*customer).into(),
            Self::Operator { .. } | Self::System => Uuid::nil(),
        }
    }

    /// Where the actor works; the system works everywhere.
    #[must_use]
    pub fn surface(&self) -> Option<Surface> {
        match self {
            Self::Partner { .. } => Some(Surface::PartnerCenter),
            Self::Customer { .. } | Self::OnBehalf { .. } => Some(Surface::AdminCenter),
            Self::Operator { .. } => Some(Surface::BackOffice),
            Self::System => None,
        }
    }

    /// What the actor's roles say about `action`; on another surface, nothing is allowed.
    #[must_use]
    pub fn access(&self, action: Action) -> Access {
        if self.surface().is_some_and(|surface| surface != action.surface()) {
            return Access::Denied;
        }
        match self {
            Self::Partner { roles, .. } => roles.access(action),
            Self::Customer { roles, .. } => customer_access(roles, action),
            Self::OnBehalf { roles, .. } => roles.access_on_behalf(action),
            Self::Operator { roles, .. } => operator_access(roles, action),
            Self::System => Access::Allowed,
        }
    }

    /// The partner whose agent acts for a customer.
    #[must_use]
    pub const fn on_behalf(&self) -> Option<PartnerId> {
        match self {
            Self::OnBehalf { partner, .. } => Some(*partner),
            _ => None,
        }
    }

    /// Whether the actor may at least read what `action` is about.
    #[must_use]
    pub fn can(&self, action: Action) -> bool {
        self.access(action) != Access::Denied
    }
}

/// The reader of a page, as the page needs to know them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// Who acts.
    pub actor: Actor,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// The company, as it calls itself; empty for the operator's staff.
    pub company: String,
    /// Whether `?` and the other single keys do something.
    pub shortcuts: bool,
    /// An invented person of the demo.
    pub demo: bool,
}

/// The name to sign in with, folded: without spaces around it, half width, small letters.
///
/// Names are stored and compared in this form, so that nobody is kept out by the shift key or a
/// Chinese keyboard.
#[must_use]
pub fn sign_in_name(text: &str) -> String {
    let narrow: String = text.chars().map(half_width).collect();
    narrow.trim().to_lowercase()
}

/// A person's name where it does not depend on a reader's language: family name first, and no
/// space in a name of Han characters.
#[must_use]
pub fn written_name(family: &str, given: &str) -> String {
    let han = family.chars().all(|letter| u32::from(letter) >= 0x2e80);
    let space = if han || given.is_empty() { "" } else { " " };
    format!("{family}{space}{given}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agent_on_behalf_has_the_books_rights_in_the_admin_center_only() {
        use crate::access::{AdminRole, AgentRole};

        let actor = |roles| Actor::OnBehalf {
            user: UserId::from(Uuid::from_u128(1)),
            partner: PartnerId::from(Uuid::from_u128(2)),
            customer: CustomerId::from(Uuid::from_u128(3)),
            roles,
        };
        let agent = |agent| PartnerRoles { agent: Some(agent), admin: None };
        for (roles, allowed) in [
            (agent(AgentRole::AdminAgent), true),
            (agent(AgentRole::HelpdeskAgent), true),
            (PartnerRoles { agent: None, admin: Some(AdminRole::GlobalAdmin) }, true),
            (agent(AgentRole::SalesAgent), false),
            (PartnerRoles::default(), false),
        ] {
            let actor = actor(roles);
            assert_eq!(actor.can(Action::AssignLicences), allowed, "{roles:?}");
            assert_eq!(actor.can(Action::SeeOwnSubscriptions), allowed, "{roles:?}");
            assert!(!actor.can(Action::GiveCustomerAdminRole), "{roles:?}");
            assert!(!actor.can(Action::RemoveDelegatedAdmin), "{roles:?}");
            assert!(!actor.can(Action::ListCustomers), "{roles:?}");
            assert_eq!(actor.tenant(), Uuid::from_u128(3));
        }
    }

    #[test]
    fn han_names_are_written_without_a_space() {
        assert_eq!(written_name("王", "建国"), "王建国");
        assert_eq!(written_name("Dupont", "Anne"), "Dupont Anne");
        assert_eq!(written_name("Dupont", ""), "Dupont");
    }
}
