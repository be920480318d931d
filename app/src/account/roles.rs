//! Roles as the reader calls them.

use domain::access::Role;
use domain::account::Actor;

use crate::context::locale;

/// The actor's roles, as the reader calls them.
pub(crate) fn roles_in_words(actor: &Actor) -> Vec<String> {
    let roles: Vec<Role> = match actor {
        Actor::Partner { roles, .. } => roles.columns().map(Role::Partner).collect(),
        Actor::Customer { roles, .. } if roles.is_empty() => vec![Role::CustomerUser],
        Actor::Customer { roles, .. } => roles.iter().copied().map(Role::Customer).collect(),
        Actor::OnBehalf { .. } => vec![Role::OnBehalf],
        Actor::Operator { roles, .. } => roles.iter().copied().map(Role::Operator).collect(),
        Actor::System => Vec::new(),
    };
    roles.into_iter().filter_map(|role| locale().say_dynamic(role.message())).collect()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use domain::access::{AdminRole, AgentRole, PartnerRoles};
    use domain::ids::{CustomerId, PartnerId, UserId};
    use uuid::Uuid;

    #[test]
    fn both_settings_and_their_absence_have_words() {
        let user = UserId::from(Uuid::nil());
        let partner = |agent, admin| {
            let roles = PartnerRoles { agent, admin };
            let partner = PartnerId::from(Uuid::nil());
            roles_in_words(&Actor::Partner { user, partner, roles, suspended: false }).join(", ")
        };
        let both = partner(Some(AgentRole::SalesAgent), Some(AdminRole::BillingAdmin));
        assert_eq!(both, "Billing admin, Sales agent");
        assert_eq!(partner(None, None), "User without a role");

        let customer = CustomerId::from(Uuid::nil());
        let nobody = Actor::Customer { user, customer, roles: Vec::new() };
        assert_eq!(roles_in_words(&nobody).len(), 1);
    }
}
