//! The table in code against the roles book: `access_matrix.txt` beside this file is the
//! book's tables as they are meant to be, so that a change of policy is a diff that
//! everybody can read.
//!
//! After a wanted change: `UPDATE_EXPECTED=1 cargo test -p domain --test access_matrix`,
//! then read the diff.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use domain::access::{
    Access, Action, AdminRole, AgentRole, CustomerRole, OperatorRole, PartnerRole, PartnerRoles,
    Role, Surface, customer_access, operator_access, roles_that_may, roles_that_may_change,
};

const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/access_matrix.txt");

#[test]
fn the_matrix_is_the_roles_book() {
    let printed = matrix();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(EXPECTED, &printed).unwrap();
    }
    let expected = std::fs::read_to_string(EXPECTED).unwrap();
    for (printed, expected) in printed.lines().zip(expected.lines()) {
        assert_eq!(printed, expected, "a row differs from the book");
    }
    assert_eq!(printed, expected, "rows are missing or too many");
}

/// All three tables, laid out like the book's.
fn matrix() -> String {
    let width = Action::ALL.iter().map(|action| action.key().len()).max().unwrap_or(0);
    let mut text = String::from(
        "A allowed · R read only · – denied\n\
         † refused while the partner account is suspended · ‡ needs delegated administration\n",
    );
    for &surface in Surface::ALL {
        let columns: Vec<Role> = Role::all().filter(|role| surface_of(*role) == surface).collect();
        write!(text, "\n{}\n\n|  # | {:width$} |   |", surface.key(), "action").unwrap();
        for role in &columns {
            write!(text, " {:2} |", role.abbreviation()).unwrap();
        }
        text.push('\n');
        for &action in Action::ALL.iter().filter(|action| action.surface() == surface) {
            let standing = if action.needs_good_standing() { '†' } else { ' ' };
            let delegated = if action.needs_delegated_admin() { '‡' } else { ' ' };
            let (number, key) = (action.number(), action.key());
            write!(text, "| {number:2} | {key:width$} |{standing}{delegated} |").unwrap();
            for role in &columns {
                write!(text, " {:2} |", role.access(action).symbol()).unwrap();
            }
            text.push('\n');
        }
    }
    text
}

fn surface_of(role: Role) -> Surface {
    match role {
        Role::Partner(_) => Surface::PartnerCenter,
        Role::Customer(_) | Role::CustomerUser | Role::OnBehalf => Surface::AdminCenter,
        Role::Operator(_) => Surface::BackOffice,
    }
}

#[test]
fn every_row_of_the_book_is_one_action() {
    let numbers: Vec<u8> = Action::ALL.iter().map(|action| action.number()).collect();
    assert_eq!(numbers, (1..=93).collect::<Vec<u8>>());
    let keys: BTreeSet<&str> = Action::ALL.iter().map(|action| action.key()).collect();
    assert_eq!(keys.len(), Action::ALL.len());
    for action in Action::ALL {
        let surface = match action.number() {
            ..=63 => Surface::PartnerCenter,
            64..=80 => Surface::AdminCenter,
            81.. => Surface::BackOffice,
        };
        assert_eq!(action.surface(), surface, "{action:?}");
    }
}

#[test]
fn a_role_grants_nothing_on_another_surface() {
    for role in Role::all() {
        for &action in Action::ALL.iter().filter(|action| action.surface() != surface_of(role)) {
            assert_eq!(role.access(action), Access::Denied, "{role:?} {action:?}");
        }
    }
}

fn partner(agent: Option<AgentRole>, admin: Option<AdminRole>) -> PartnerRoles {
    PartnerRoles { agent, admin }
}

#[test]
fn both_settings_together_grant_what_either_grants() {
    let agents = AgentRole::ALL.iter().copied().map(Some).chain([None]);
    for agent in agents {
        for admin in AdminRole::ALL.iter().copied().map(Some).chain([None]) {
            for &action in Action::ALL {
                let both = partner(agent, admin).access(action);
                assert!(both >= partner(agent, None).access(action), "{agent:?} {action:?}");
                assert!(both >= partner(None, admin).access(action), "{admin:?} {action:?}");
                let either = partner(agent, None).access(action);
                assert_eq!(both, either.max(partner(None, admin).access(action)), "{action:?}");
            }
        }
    }
}

#[test]
fn a_sales_agent_who_is_billing_admin_sees_prices() {
    let sales = partner(Some(AgentRole::SalesAgent), None);
    let both = partner(Some(AgentRole::SalesAgent), Some(AdminRole::BillingAdmin));
    for action in [Action::ViewPricing, Action::SeePartnerPrices, Action::ViewInvoices] {
        assert_eq!(sales.access(action), Access::Denied, "{action:?}");
        assert_eq!(both.access(action), Access::Allowed, "{action:?}");
    }
    assert_eq!(both.access(Action::CreateCustomer), Access::Allowed);
    assert_eq!(both.access(Action::ListPartnerUsers), Access::Denied);
}

#[test]
fn a_user_without_either_setting_has_his_own_profile_only() {
    let nobody = PartnerRoles::default();
    let granted: Vec<u8> = Action::ALL
        .iter()
        .filter(|action| nobody.access(**action) != Access::Denied)
        .map(|action| action.number())
        .collect();
    assert_eq!(granted, [1, 2, 3, 20, 22, 63]);
    assert_eq!(nobody.columns().collect::<Vec<_>>(), [PartnerRole::DefaultUser]);
}

#[test]
fn a_global_admin_may_do_what_anybody_of_the_partner_may() {
    let global = Role::Partner(PartnerRole::GlobalAdmin);
    for role in PartnerRole::ALL.iter().copied().map(Role::Partner) {
        for &action in Action::ALL {
            assert!(global.access(action) >= role.access(action), "{role:?} {action:?}");
        }
    }
}

#[test]
fn some_things_nobody_may_do() {
    let never: Vec<u8> = Action::ALL
        .iter()
        .filter(|action| roles_that_may(**action).is_empty())
        .map(|action| action.number())
        .collect();
    assert_eq!(never, [4, 53, 74, 93]);
}

#[test]
fn a_suspended_partner_creates_and_grows_nothing() {
    let held_back: Vec<u8> = Action::ALL
        .iter()
        .filter(|action| action.needs_good_standing())
        .map(|action| action.number())
        .collect();
    assert_eq!(held_back, [34, 40, 45, 46, 47, 51]);
}

#[test]
fn on_behalf_needs_a_role_that_may_administer_on_behalf() {
    let add_users = |roles: PartnerRoles| roles.access_on_behalf(Action::EditUsers);
    for (roles, expected) in [
        (partner(None, Some(AdminRole::GlobalAdmin)), Access::Allowed),
        (partner(Some(AgentRole::AdminAgent), None), Access::Allowed),
        (partner(Some(AgentRole::HelpdeskAgent), None), Access::Allowed),
        (partner(Some(AgentRole::SalesAgent), None), Access::Denied),
        (partner(None, Some(AdminRole::BillingAdmin)), Access::Denied),
        (partner(None, Some(AdminRole::UserManagementAdmin)), Access::Denied),
        (partner(None, None), Access::Denied),
    ] {
        assert_eq!(add_users(roles), expected, "{roles:?}");
    }
    let global = partner(None, Some(AdminRole::GlobalAdmin));
    assert_eq!(global.access_on_behalf(Action::SeeOwnSubscriptions), Access::ReadOnly);
    assert_eq!(global.access_on_behalf(Action::RemoveDelegatedAdmin), Access::Denied);
    assert_eq!(global.access_on_behalf(Action::CreateCustomer), Access::Denied);
}

#[test]
fn customers_and_staff_have_what_their_roles_grant_together() {
    let both = [CustomerRole::BillingAdmin, CustomerRole::UserManagementAdmin];
    assert_eq!(customer_access(&both, Action::SeeOwnSubscriptions), Access::ReadOnly);
    assert_eq!(customer_access(&both, Action::AssignLicences), Access::Allowed);
    assert_eq!(customer_access(&[], Action::UseServices), Access::Allowed);
    assert_eq!(customer_access(&[], Action::ListUsers), Access::Denied);

    let both = [OperatorRole::Auditor, OperatorRole::PriceManager];
    assert_eq!(operator_access(&both, Action::PublishPrices), Access::Allowed);
    assert_eq!(operator_access(&both, Action::RecordPayments), Access::ReadOnly);
    assert_eq!(operator_access(&[], Action::ReadAllLogs), Access::Denied);
}

#[test]
fn the_roles_that_may_are_named_in_the_order_of_the_book() {
    let named = |roles: Vec<Role>| roles.into_iter().map(Role::abbreviation).collect::<Vec<_>>();
    assert_eq!(named(roles_that_may(Action::PinOffers)), ["GA", "AA"]);
    assert_eq!(named(roles_that_may(Action::AssessCustomerRisk)), ["GA", "AA", "SA", "HA"]);
    assert_eq!(named(roles_that_may_change(Action::AssessCustomerRisk)), ["GA", "AA"]);
    assert_eq!(named(roles_that_may(Action::CreateOperatorRequest)), ["PB"]);
}

#[test]
fn stored_names_of_roles_are_read_back() {
    assert_eq!("admin-agent".parse(), Ok(AgentRole::AdminAgent));
    assert!("global-admin".parse::<AgentRole>().is_err());
    assert!("Admin-Agent".parse::<AgentRole>().is_err());
    assert!("".parse::<AdminRole>().is_err());
    for role in AgentRole::ALL {
        assert_eq!(role.as_str().parse(), Ok(*role));
    }
    for role in AdminRole::ALL {
        assert_eq!(role.as_str().parse(), Ok(*role));
    }
    for role in CustomerRole::ALL {
        assert_eq!(role.as_str().parse(), Ok(*role));
    }
    for role in OperatorRole::ALL {
        assert_eq!(role.as_str().parse(), Ok(*role));
    }
}

#[test]
fn an_action_is_sent_by_its_number() {
    for &action in Action::ALL {
        assert_eq!(Action::try_from(u8::from(action)), Ok(action));
    }
    for none in [0, 94, u8::MAX] {
        assert!(Action::try_from(none).is_err(), "{none}");
    }
}
