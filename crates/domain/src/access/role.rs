//! The roles: the columns of the roles book.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A text that names no role of the kind asked for.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no role is called {0:?}")]
pub struct UnknownRole(pub String);

macro_rules! roles {
    ($($(#[$doc:meta])* $kind:ident {
        $($(#[$role_doc:meta])* $role:ident = $name:literal,)+
    })+) => {
        $(
            $(#[$doc])*
            #[derive(
                Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            )]
            pub enum $kind {
                $($(#[$role_doc])* #[serde(rename = $name)] $role,)+
            }

            impl $kind {
                /// All of them, in the order of the roles book.
                pub const ALL: &[Self] = &[$(Self::$role,)+];

                /// The name that is stored and sent.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        $(Self::$role => $name,)+
                    }
                }
            }

            impl fmt::Display for $kind {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(self.as_str())
                }
            }

            impl FromStr for $kind {
                type Err = UnknownRole;

                fn from_str(name: &str) -> Result<Self, UnknownRole> {
                    match name {
                        $($name => Ok(Self::$role),)+
                        _ => Err(UnknownRole(name.to_owned())),
                    }
                }
            }
        )+
    };
}

roles! {
    /// The *agent* setting of a partner's user: what he sees of customers and of the company.
    AgentRole {
        /// Customers, subscriptions, health, prices, bills; on behalf of customers.
        AdminAgent = "admin-agent",
        /// Customers and subscriptions, no prices.
        SalesAgent = "sales-agent",
        /// Finds customers and helps them.
        HelpdeskAgent = "helpdesk-agent",
    }
    /// The *admin* setting of a partner's user: how far he reaches into features.
    AdminRole {
        /// Everything that anybody of the partner may do.
        GlobalAdmin = "global-admin",
        /// Bills and prices.
        BillingAdmin = "billing-admin",
        /// The company's users.
        UserManagementAdmin = "user-management-admin",
    }
    /// A column of the partner's tables in the roles book.
    PartnerRole {
        /// GA.
        GlobalAdmin = "global-admin",
        /// BA.
        BillingAdmin = "billing-admin",
        /// UM.
        UserManagementAdmin = "user-management-admin",
        /// AA.
        AdminAgent = "admin-agent",
        /// SA.
        SalesAgent = "sales-agent",
        /// HA.
        HelpdeskAgent = "helpdesk-agent",
        /// DU: neither an agent nor an admin setting.
        DefaultUser = "default-user",
    }
    /// What a user of a customer may be in the admin center.
    CustomerRole {
        /// CG.
        GlobalAdmin = "global-admin",
        /// CB.
        BillingAdmin = "billing-admin",
        /// CU.
        UserManagementAdmin = "user-management-admin",
        /// CP.
        PasswordAdmin = "password-admin",
        /// CS.
        ServiceAdmin = "service-admin",
    }
    /// What the operator's staff may be in the back office.
    OperatorRole {
        /// ER.
        EnrolmentReviewer = "enrolment-reviewer",
        /// CC.
        CreditAndCollections = "credit-and-collections",
        /// PM.
        PriceManager = "price-manager",
        /// SE.
        SupportEngineer = "support-engineer",
        /// SO.
        ServiceOperations = "service-operations",
        /// AU.
        Auditor = "auditor",
    }
}

impl From<AgentRole> for PartnerRole {
    fn from(role: AgentRole) -> Self {
        match role {
            AgentRole::AdminAgent => Self::AdminAgent,
            AgentRole::SalesAgent => Self::SalesAgent,
            AgentRole::HelpdeskAgent => Self::HelpdeskAgent,
        }
    }
}

impl From<AdminRole> for PartnerRole {
    fn from(role: AdminRole) -> Self {
        match role {
            AdminRole::GlobalAdmin => Self::GlobalAdmin,
            AdminRole::BillingAdmin => Self::BillingAdmin,
            AdminRole::UserManagementAdmin => Self::UserManagementAdmin,
        }
    }
}

/// Any column of the roles book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// In Partner Center.
    Partner(PartnerRole),
    /// In the customer's admin center.
    Customer(CustomerRole),
    /// U: a customer's user without role.
    CustomerUser,
    /// PB: a partner's agent in a customer's admin center.
    OnBehalf,
    /// In the operator's back office.
    Operator(OperatorRole),
}

impl Role {
    /// All columns, in the order of the roles book.
    pub fn all() -> impl Iterator<Item = Self> {
        let partner = PartnerRole::ALL.iter().copied().map(Self::Partner);
        let customer = CustomerRole::ALL.iter().copied().map(Self::Customer);
        let operator = OperatorRole::ALL.iter().copied().map(Self::Operator);
        partner.chain(customer).chain([Self::CustomerUser, Self::OnBehalf]).chain(operator)
    }

    /// The id of its name in words.
    ///
    /// A customer's and a partner's global admin are different people and have
    /// different names.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Partner(PartnerRole::GlobalAdmin) => "access-role-global-admin",
            Self::Partner(PartnerRole::BillingAdmin) => "access-role-billing-admin",
            Self::Partner(PartnerRole::UserManagementAdmin) => "access-role-user-management-admin",
            Self::Partner(PartnerRole::AdminAgent) => "access-role-admin-agent",
            Self::Partner(PartnerRole::SalesAgent) => "access-role-sales-agent",
            Self::Partner(PartnerRole::HelpdeskAgent) => "access-role-helpdesk-agent",
            Self::Partner(PartnerRole::DefaultUser) => "access-role-default-user",
            Self::Customer(CustomerRole::GlobalAdmin) => "access-role-customer-global-admin",
            Self::Customer(CustomerRole::BillingAdmin) => "access-role-customer-billing-admin",
            Self::Customer(CustomerRole::UserManagementAdmin) => {
                "access-role-customer-user-management-admin"
            }
            Self::Customer(CustomerRole::PasswordAdmin) => "access-role-customer-password-admin",
            Self::Customer(CustomerRole::ServiceAdmin) => "access-role-customer-service-admin",
            Self::CustomerUser => "access-role-customer-user",
            Self::OnBehalf => "access-role-partner-on-behalf",
            Self::Operator(OperatorRole::EnrolmentReviewer) => "access-role-enrolment-reviewer",
            Self::Operator(OperatorRole::CreditAndCollections) => {
                "access-role-credit-and-collections"
            }
            Self::Operator(OperatorRole::PriceManager) => "access-role-price-manager",
            Self::Operator(OperatorRole::SupportEngineer) => "access-role-support-engineer",
            Self::Operator(OperatorRole::ServiceOperations) => "access-role-service-operations",
            Self::Operator(OperatorRole::Auditor) => "access-role-auditor",
        }
    }

    /// How the roles book heads its column.
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Partner(PartnerRole::GlobalAdmin) => "GA",
            Self::Partner(PartnerRole::BillingAdmin) => "BA",
            Self::Partner(PartnerRole::UserManagementAdmin) => "UM",
            Self::Partner(PartnerRole::AdminAgent) => "AA",
            Self::Partner(PartnerRole::SalesAgent) => "SA",
            Self::Partner(PartnerRole::HelpdeskAgent) => "HA",
            Self::Partner(PartnerRole::DefaultUser) => "DU",
            Self::Customer(CustomerRole::GlobalAdmin) => "CG",
            Self::Customer(CustomerRole::BillingAdmin) => "CB",
            Self::Customer(CustomerRole::UserManagementAdmin) => "CU",
            Self::Customer(CustomerRole::PasswordAdmin) => "CP",
            Self::Customer(CustomerRole::ServiceAdmin) => "CS",
            Self::CustomerUser => "U",
            Self::OnBehalf => "PB",
            Self::Operator(OperatorRole::EnrolmentReviewer) => "ER",
            Self::Operator(OperatorRole::CreditAndCollections) => "CC",
            Self::Operator(OperatorRole::PriceManager) => "PM",
            Self::Operator(OperatorRole::SupportEngineer) => "SE",
            Self::Operator(OperatorRole::ServiceOperations) => "SO",
            Self::Operator(OperatorRole::Auditor) => "AU",
        }
    }
}
