//! The actions, and the table of who may do them: the rows of the roles book.

use serde::{Deserialize, Serialize};

use super::rights::Access;
use super::role::{CustomerRole, OperatorRole, PartnerRole, Role};

/// One of the three places where people sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// The resellers' portal, at `/`.
    PartnerCenter,
    /// The customers' admin center, at `/admin`.
    AdminCenter,
    /// The operator's back office, at `/operator`.
    BackOffice,
}

impl Surface {
    /// All of them.
    pub const ALL: &[Self] = &[Self::PartnerCenter, Self::AdminCenter, Self::BackOffice];

    /// How it is stored and sent.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::PartnerCenter => "partner-center",
            Self::AdminCenter => "admin-center",
            Self::BackOffice => "back-office",
        }
    }

    /// The id of its name in words.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::PartnerCenter => "access-surface-partner-center",
            Self::AdminCenter => "access-surface-admin-center",
            Self::BackOffice => "access-surface-back-office",
        }
    }
}

/// A row's cells, in the order of the book's columns.
enum Row {
    PartnerCenter([Access; 7]),
    AdminCenter([Access; 7]),
    BackOffice([Access; 6]),
}

const A: Access = Access::Allowed;
const R: Access = Access::ReadOnly;
const N: Access = Access::Denied;

macro_rules! actions {
    ($($surface:ident {
        $($(#[$doc:meta])* $number:literal $action:ident $key:literal $($cell:ident)+;)+
    })+) => {
        /// Something that somebody may do, or nobody: a row of the roles book.
        ///
        /// A grant says *what*; it never says *whose*. Where the book narrows a cell ("own",
        /// "billing", "non-admins"), the variant says so and the use case looks at the
        /// thing itself.
        ///
        /// Sent as its number: by name, reading one of ninety costs the browser kilobytes.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(into = "u8", try_from = "u8")]
        pub enum Action {
            $($($(#[$doc])* $action,)+)+
        }

        impl Action {
            /// All of them, in the order of the roles book.
            pub const ALL: &[Self] = &[$($(Self::$action,)+)+];

            /// The number of its row in the roles book.
            #[must_use]
            pub const fn number(self) -> u8 {
                match self {
                    $($(Self::$action => $number,)+)+
                }
            }

            /// How it is called in addresses and message ids.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $($(Self::$action => $key,)+)+
                }
            }

            /// The id of its name in words, as one says "I may …".
            #[must_use]
            pub const fn message(self) -> &'static str {
                match self {
                    $($(Self::$action => concat!("access-action-", $key),)+)+
                }
            }

            const fn row(self) -> Row {
                match self {
                    $($(Self::$action => Row::$surface([$($cell),+]),)+)+
                }
            }
        }
    };
}

impl From<Action> for u8 {
    fn from(action: Action) -> Self {
        action.number()
    }
}

impl TryFrom<u8> for Action {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        let found = Self::ALL.iter().find(|action| action.number() == number);
        found.copied().ok_or("a row of the roles book")
    }
}

actions! {
    PartnerCenter {
        //                                                         GA BA UM AA SA HA DU
        /// Sign in to Partner Center and see the overview, with one's own tiles.
         1 SignIn                    "sign-in"                     A  A  A  A  A  A  A;
        /// View and edit one's own contact data, change one's own password.
         2 EditOwnProfile            "edit-own-profile"            A  A  A  A  A  A  A;
        /// Get back in with "Can't access your account?".
         3 RecoverOwnPassword        "recover-own-password"        A  A  A  A  A  A  A;
        /// Reset another partner user's password: never, for anybody.
         4 ResetPartnerUserPassword  "reset-partner-user-password" N  N  N  N  N  N  N;
        /// View the partner's legal profile.
         5 ViewPartnerProfile        "view-partner-profile"        A  R  R  R  R  N  N;
        /// Edit the partner's legal profile.
         6 EditPartnerProfile        "edit-partner-profile"        A  N  N  N  N  N  N;
        /// View the partner's billing profile.
         7 ViewBillingProfile        "view-billing-profile"        A  R  R  R  N  N  N;
        /// Edit the partner's billing profile, billing contact and fapiao data.
         8 EditBillingProfile        "edit-billing-profile"        A  A  N  N  N  N  N;
        /// View the organization profile.
         9 ViewOrganizationProfile   "view-organization-profile"   A  R  R  R  N  N  N;
        /// Edit the organization profile.
        10 EditOrganizationProfile   "edit-organization-profile"   A  N  N  N  N  N  N;
        /// List the company's users.
        11 ListPartnerUsers          "list-partner-users"          A  N  A  N  N  N  N;
        /// Add a user, set his agent role.
        12 AddPartnerUser            "add-partner-user"            A  N  A  N  N  N  N;
        /// Set or remove an admin role; never one's own.
        13 SetAdminRole              "set-admin-role"              A  N  N  N  N  N  N;
        /// Disable, delete or restore a user without admin role.
        14 DisablePartnerUser        "disable-partner-user"        A  N  A  N  N  N  N;
        /// Disable, delete or restore a user with admin role; never the last global admin.
        15 DisableAdmin              "disable-admin"               A  N  N  N  N  N  N;
        /// Pin offers in the catalogue.
        16 PinOffers                 "pin-offers"                  A  N  N  A  N  N  N;
        /// View the reseller agreement and its signed copies.
        17 ViewResellerAgreement     "view-reseller-agreement"     A  A  N  R  N  N  N;
        /// Sign the reseller agreement.
        18 SignResellerAgreement     "sign-reseller-agreement"     A  N  N  N  N  N  N;
        /// Register apps and keys, create the sandbox.
        19 ManageApps                "manage-apps"                 A  N  N  N  N  N  N;
        /// Read the developer documentation.
        20 ReadDeveloperDocs         "read-developer-docs"         A  A  A  A  A  A  A;
        /// View and export the activity log.
        21 ViewActivityLog           "view-activity-log"           R  R  R  R  R  R  N;
        /// Read one's own notifications.
        22 ReadNotifications         "read-notifications"          A  A  A  A  A  A  A;
        /// View "Pricing and offers", download price lists and matrix.
        23 ViewPricing               "view-pricing"                A  A  N  A  N  N  N;
        /// See partner prices inside ordering and subscription screens.
        24 SeePartnerPrices          "see-partner-prices"          A  A  N  A  N  N  N;
        /// See the catalogue, without partner prices.
        25 SeeCatalogue              "see-catalogue"               A  N  N  A  A  N  N;
        /// View and download invoices.
        26 ViewInvoices              "view-invoices"               A  A  N  A  N  N  N;
        /// View and download reconciliation files.
        27 ViewReconciliationFiles   "view-reconciliation-files"   A  A  N  A  N  N  N;
        /// See the balance due and the payments.
        28 SeeBalance                "see-balance"                 A  A  N  A  N  N  N;
        /// Request a fapiao.
        29 RequestFapiao             "request-fapiao"              A  A  N  N  N  N  N;
        /// Raise a billing dispute with the operator.
        30 RaiseBillingDispute       "raise-billing-dispute"       A  A  N  A  N  N  N;
        /// Use the cost estimator.
        31 EstimateCosts             "estimate-costs"              A  N  N  A  N  N  N;
        /// Search customers, see the list.
        32 ListCustomers             "list-customers"              A  R  N  A  A  A  N;
        /// View a customer's details.
        33 ViewCustomer              "view-customer"               A  N  N  A  A  A  N;
        /// Create a customer account.
        34 CreateCustomer            "create-customer"             A  N  N  A  A  N  N;
        /// Edit a customer's details.
        35 EditCustomer              "edit-customer"               A  N  N  A  A  A  N;
        /// Edit a customer's billing information.
        36 EditCustomerBilling       "edit-customer-billing"       A  N  N  A  A  N  N;
        /// View the customer agreement and its acceptance.
        37 ViewCustomerAgreement     "view-customer-agreement"     A  R  N  A  A  N  N;
        /// Record that the customer agreement was accepted.
        38 RecordCustomerAgreement   "record-customer-agreement"   A  N  N  A  A  N  N;
        /// Export customers.
        39 ExportCustomers           "export-customers"            A  N  N  A  A  N  N;
        /// Request a reseller relationship or delegated administration.
        40 RequestRelationship       "request-relationship"        A  N  N  A  A  N  N;
        /// Replace the link of relationship requests.
        41 RotateRelationshipLink    "rotate-relationship-link"    A  N  N  N  N  N  N;
        /// Register a value-added reseller.
        42 RegisterReseller          "register-reseller"           A  N  N  A  A  N  N;
        /// The risk panel: notes, the partner's credit limit for a customer.
        43 AssessCustomerRisk        "assess-customer-risk"        A  N  N  A  R  R  N;
        /// See a customer's subscriptions.
        44 SeeSubscriptions          "see-subscriptions"           A  R  N  A  A  R  N;
        /// Order a subscription.
        45 CreateSubscription        "create-subscription"         A  N  N  A  A  N  N;
        /// Change the number of licences.
        46 ChangeQuantity            "change-quantity"             A  N  N  A  A  N  N;
        /// Order an add-on.
        47 OrderAddOn                "order-add-on"                A  N  N  A  A  N  N;
        /// Give a subscription a nickname.
        48 RenameSubscription        "rename-subscription"         A  N  N  A  A  N  N;
        /// Suspend or cancel a subscription.
        49 SuspendSubscription       "suspend-subscription"        A  N  N  A  A  N  N;
        /// Reactivate a subscription within its 60 days.
        50 ReactivateSubscription    "reactivate-subscription"     A  N  N  A  A  N  N;
        /// Upgrade a subscription to another offer.
        51 UpgradeSubscription       "upgrade-subscription"        A  N  N  A  A  N  N;
        /// Change the reseller (MPN ID) of an indirect provider's subscription.
        52 ChangeReseller            "change-reseller"             A  N  N  A  A  N  N;
        /// Any of rows 45 to 52 on another reseller's subscription: never, for anybody.
        53 ChangeForeignSubscription "change-foreign-subscription" N  N  N  N  N  N  N;
        /// Export a customer's subscriptions.
        54 ExportSubscriptions       "export-subscriptions"        A  N  N  A  A  N  N;
        /// View a customer's service health.
        55 ViewServiceHealth         "view-service-health"         A  N  N  A  N  A  N;
        /// Open a customer's admin center on his behalf.
        56 AdministerOnBehalf        "administer-on-behalf"        A  N  N  A  N  A  N;
        /// There, add users and assign licences.
        57 ManageUsersOnBehalf       "manage-users-on-behalf"      A  N  N  A  N  A  N;
        /// Create a Partner Center request; a billing admin only about billing.
        58 CreatePartnerRequest      "create-partner-request"      A  A  N  A  N  N  N;
        /// View Partner Center requests; without full access only one's own.
        59 ViewPartnerRequests       "view-partner-requests"       A  R  N  R  N  N  N;
        /// Create a customer request (escalation); a billing admin only about billing.
        60 CreateCustomerRequest     "create-customer-request"     A  A  N  A  N  A  N;
        /// View customer requests; a billing admin only those about billing.
        61 ViewCustomerRequests      "view-customer-requests"      A  R  N  A  N  A  N;
        /// Add a note to, close or reopen a request one may see; a billing admin only his own.
        62 AnswerRequest             "answer-request"              A  A  N  A  N  A  N;
        /// Read the help pages.
        63 ReadHelp                  "read-help"                   A  A  A  A  A  A  A;
    }
    AdminCenter {
        //                                                            CG CB CU CP CS U PB
        /// Sign in to the admin center, use licensed services.
        64 UseServices                "use-services"                  A  A  A  A  A  A N;
        /// The same while the subscription is suspended: admins keep access to the data.
        65 UseSuspendedServices       "use-suspended-services"        A  A  A  A  A  N A;
        /// Message center and service health.
        66 ReadMessageCenter          "read-message-center"           A  R  R  N  A  N A;
        /// List the customer's users.
        67 ListUsers                  "list-users"                    A  R  A  R  R  N A;
        /// Add, edit, delete and, for 30 days, restore users.
        68 EditUsers                  "edit-users"                    A  N  A  N  N  N A;
        /// Assign and remove licences.
        69 AssignLicences             "assign-licences"               A  N  A  N  N  N A;
        /// Reset a user's password; only the global admin also an admin's.
        70 ResetUserPassword          "reset-user-password"           A  N  A  A  N  N A;
        /// Get back in by self-service; a user without role asks his admin.
        71 RecoverAdminCenterPassword "recover-admin-center-password" A  A  A  A  A  N N;
        /// Give an admin role.
        72 GiveCustomerAdminRole      "give-customer-admin-role"      A  N  N  N  N  N N;
        /// See the company's own subscriptions.
        73 SeeOwnSubscriptions        "see-own-subscriptions"         R  R  N  N  N  N R;
        /// Change them: never here, the partner does it in Partner Center.
        74 ChangeOwnSubscriptions     "change-own-subscriptions"      N  N  N  N  N  N N;
        /// Accept a relationship request.
        75 AcceptRelationship         "accept-relationship"           A  N  N  N  N  N N;
        /// See who is a partner, service by service.
        76 SeePartnerRelationships    "see-partner-relationships"     A  R  N  N  N  N N;
        /// Remove the delegated administration of any or all partners.
        77 RemoveDelegatedAdmin       "remove-delegated-admin"        A  N  N  N  N  N N;
        /// Create a service request with the operator; customers turn to their partner.
        78 CreateOperatorRequest      "create-operator-request"       N  N  N  N  N  N A;
        /// See the partner's support contact and what he filed; without role only the contact.
        79 SeeSupportContact          "see-support-contact"           A  R  N  N  R  R A;
        /// All service configuration tasks.
        80 ConfigureServices          "configure-services"            A  N  N  N  A  N A;
    }
    BackOffice {
        //                                                 ER CC PM SE SO AU
        /// Review, approve and reject applications.
        81 ReviewApplications    "review-applications"     A  R  N  N  N  R;
        /// Decide on credit, credit limit and payment terms other than net 30.
        82 DecideCredit          "decide-credit"           N  A  N  N  N  R;
        /// Publish versions of the agreements.
        83 PublishAgreements     "publish-agreements"      A  N  N  N  N  R;
        /// Publish price lists, offers, matrix and special prices.
        84 PublishPrices         "publish-prices"          N  N  A  N  N  R;
        /// Record payments, waive finance charges.
        85 RecordPayments        "record-payments"         N  A  N  N  N  R;
        /// Suspend, reinstate or terminate a partner account.
        86 SuspendPartner        "suspend-partner"         N  A  N  N  N  R;
        /// Run a billing cycle not yet issued, or run it again; issue credit notes.
        87 RunBilling            "run-billing"             N  A  N  N  N  R;
        /// Issue a fapiao, set its mail status.
        88 IssueFapiao           "issue-fapiao"            N  A  N  N  N  R;
        /// Work on service requests, mark an escalation improper.
        89 HandleServiceRequests "handle-service-requests" N  N  N  A  R  R;
        /// Suspend a customer's subscription for abuse.
        90 SuspendForAbuse       "suspend-for-abuse"       N  A  N  A  N  R;
        /// Post service-health events.
        91 PostServiceHealth     "post-service-health"     N  N  N  R  A  R;
        /// Read all logs.
        92 ReadAllLogs           "read-all-logs"           N  N  N  N  N  R;
        /// Act inside a partner's or customer's account: never, for anybody.
        93 ActAsAnother          "act-as-another"          N  N  N  N  N  N;
    }
}

impl Action {
    /// Where it is done.
    #[must_use]
    pub const fn surface(self) -> Surface {
        match self.row() {
            Row::PartnerCenter(_) => Surface::PartnerCenter,
            Row::AdminCenter(_) => Surface::AdminCenter,
            Row::BackOffice(_) => Surface::BackOffice,
        }
    }

    /// Whether it is refused to everybody of a partner whose account is suspended.
    ///
    /// Source: domain book, `roles.md` (rows marked †) and 1.6.
    #[must_use]
    pub const fn needs_good_standing(self) -> bool {
        matches!(
            self,
            Self::CreateCustomer
                | Self::RequestRelationship
                | Self::CreateSubscription
                | Self::ChangeQuantity
                | Self::OrderAddOn
                | Self::UpgradeSubscription
        )
    }

    /// Whether the customer must have delegated administration to the partner, for the
    /// service concerned.
    ///
    /// Source: domain book, `roles.md` 10.
    #[must_use]
    pub const fn needs_delegated_admin(self) -> bool {
        matches!(
            self,
            Self::UpgradeSubscription
                | Self::AdministerOnBehalf
                | Self::ManageUsersOnBehalf
                | Self::CreateCustomerRequest
        )
    }

    /// What the book's table says in the column of `role`.
    pub(super) const fn cell(self, role: Role) -> Access {
        match (self.row(), role) {
            (Row::PartnerCenter([ga, ba, um, aa, sa, ha, du]), Role::Partner(role)) => match role {
                PartnerRole::GlobalAdmin => ga,
                PartnerRole::BillingAdmin => ba,
                PartnerRole::UserManagementAdmin => um,
                PartnerRole::AdminAgent => aa,
                PartnerRole::SalesAgent => sa,
                PartnerRole::HelpdeskAgent => ha,
                PartnerRole::DefaultUser => du,
            },
            (Row::AdminCenter([cg, cb, cu, cp, cs, _, _]), Role::Customer(role)) => match role {
                CustomerRole::GlobalAdmin => cg,
                CustomerRole::BillingAdmin => cb,
                CustomerRole::UserManagementAdmin => cu,
                CustomerRole::PasswordAdmin => cp,
                CustomerRole::ServiceAdmin => cs,
            },
            (Row::AdminCenter([.., user, _]), Role::CustomerUser) => user,
            (Row::AdminCenter([.., on_behalf]), Role::OnBehalf) => on_behalf,
            (Row::BackOffice([er, cc, pm, se, so, au]), Role::Operator(role)) => match role {
                OperatorRole::EnrolmentReviewer => er,
                OperatorRole::CreditAndCollections => cc,
                OperatorRole::PriceManager => pm,
                OperatorRole::SupportEngineer => se,
                OperatorRole::ServiceOperations => so,
                OperatorRole::Auditor => au,
            },
            (
                Row::PartnerCenter(_),
                Role::Customer(_) | Role::CustomerUser | Role::OnBehalf | Role::Operator(_),
            )
            | (Row::AdminCenter(_), Role::Partner(_) | Role::Operator(_))
            | (
                Row::BackOffice(_),
                Role::Partner(_) | Role::Customer(_) | Role::CustomerUser | Role::OnBehalf,
            ) => Access::Denied,
        }
    }
}
