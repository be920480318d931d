//! The roles of one person, on the surface where the person works.

use serde::{Deserialize, Serialize};

use crate::access::{
    Access, Action, AdminRole, AgentRole, CustomerRole, OperatorRole, PartnerRoles, Surface,
    UnknownRole, customer_access, operator_access,
};

/// The roles of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Roles {
    /// Of a partner's user: the two settings.
    Partner(PartnerRoles),
    /// Of a customer's user; none is a user without a role.
    Customer(Vec<CustomerRole>),
    /// Of the operator's staff.
    Operator(Vec<OperatorRole>),
}

impl Roles {
    /// Where they count.
    #[must_use]
    pub const fn surface(&self) -> Surface {
        match self {
            Self::Partner(_) => Surface::PartnerCenter,
            Self::Customer(_) => Surface::AdminCenter,
            Self::Operator(_) => Surface::BackOffice,
        }
    }

    /// What they say about `action`; on another surface, nothing is allowed.
    #[must_use]
    pub fn access(&self, action: Action) -> Access {
        if action.surface() != self.surface() {
            return Access::Denied;
        }
        match self {
            Self::Partner(roles) => roles.access(action),
            Self::Customer(roles) => customer_access(roles, action),
            Self::Operator(roles) => operator_access(roles, action),
        }
    }

    /// Whether they make an administrator, for the rule that administrators need a second factor.
    ///
    /// All of the operator's staff count: they reach into every partner's account.
    #[must_use]
    pub fn administrator(&self) -> bool {
        match self {
            Self::Partner(roles) => roles.admin.is_some(),
            Self::Customer(roles) => !roles.is_empty(),
            Self::Operator(_) => true,
        }
    }

    /// As they are stored: names with a space between.
    #[must_use]
    pub fn as_text(&self) -> String {
        let names: Vec<&str> = match self {
            Self::Partner(PartnerRoles { agent, admin }) => {
                let agent = agent.map(AgentRole::as_str);
                agent.into_iter().chain(admin.map(AdminRole::as_str)).collect()
            }
            Self::Customer(roles) => roles.iter().map(|role| role.as_str()).collect(),
            Self::Operator(roles) => roles.iter().map(|role| role.as_str()).collect(),
        };
        names.join(" ")
    }

    /// The roles stored as `text` for somebody who works on `surface`.
    ///
    /// # Errors
    ///
    /// [`UnknownRole`] for a name that is no role there.
    pub fn from_text(surface: Surface, text: &str) -> Result<Self, UnknownRole> {
        let mut names = text.split_whitespace();
        match surface {
            Surface::PartnerCenter => {
                let mut roles = PartnerRoles::default();
                for name in names {
                    match name.parse::<AgentRole>() {
                        Ok(agent) => roles.agent = Some(agent),
                        Err(_) => roles.admin = Some(name.parse()?),
                    }
                }
                Ok(Self::Partner(roles))
            }
            Surface::AdminCenter => names.try_fold(Vec::new(), with_parsed).map(Self::Customer),
            Surface::BackOffice => names.try_fold(Vec::new(), with_parsed).map(Self::Operator),
        }
    }
}

fn with_parsed<R>(mut roles: Vec<R>, name: &str) -> Result<Vec<R>, UnknownRole>
where
    R: std::str::FromStr<Err = UnknownRole>,
{
    roles.push(name.parse()?);
    Ok(roles)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Roles> {
        let agents = AgentRole::ALL.iter().copied().map(Some).chain([None]);
        let mut all: Vec<Roles> = agents
            .flat_map(|agent| {
                let admins = AdminRole::ALL.iter().copied().map(Some).chain([None]);
                admins.map(move |admin| Roles::Partner(PartnerRoles { agent, admin }))
            })
            .collect();
        all.push(Roles::Customer(Vec::new()));
        all.push(Roles::Customer(CustomerRole::ALL.to_vec()));
        all.push(Roles::Operator(Vec::new()));
        all.push(Roles::Operator(OperatorRole::ALL.to_vec()));
        all
    }

    #[test]
    fn what_is_stored_is_read_back() {
        for roles in all() {
            let read = Roles::from_text(roles.surface(), &roles.as_text());
            assert_eq!(read, Ok(roles));
        }
    }

    #[test]
    fn a_role_of_another_surface_is_unknown() {
        for (surface, text) in [
            (Surface::PartnerCenter, "auditor"),
            (Surface::AdminCenter, "sales-agent"),
            (Surface::BackOffice, "global-admin"),
        ] {
            assert!(Roles::from_text(surface, text).is_err(), "{text} on {surface:?}");
        }
    }

    #[test]
    fn only_admin_settings_make_a_partners_administrator() {
        let agent = PartnerRoles { agent: Some(AgentRole::AdminAgent), admin: None };
        let admin = PartnerRoles { agent: None, admin: Some(AdminRole::BillingAdmin) };
        assert!(!Roles::Partner(agent).administrator());
        assert!(Roles::Partner(admin).administrator());
        assert!(!Roles::Customer(Vec::new()).administrator());
    }
}
