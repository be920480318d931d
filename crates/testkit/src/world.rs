//! A whole product.

use std::sync::Arc;

use domain::access::{CustomerRole, OperatorRole};
use domain::account::{Actor, Roles, Viewer};
use domain::activity::Filter;
use domain::billing::{BillingAccount, BillingDay, Party};
use domain::customers::MailLanguage;
use domain::ids::{CustomerId, PartnerId, RequestId, SessionId, UserId};
use services::accounts::{NewUser, insert_user};
use services::{Caller, Clock, Policy, System};
use storage::partners::{self, Customer, Partner};
use storage::{Store, activity};
use uuid::Uuid;

use crate::backend::memory;
use crate::clock::FixedClock;
use crate::ids::CountingIds;
use crate::person::{IntoRoles, Person};
use crate::rows::dump;

/// Above all counted ids, so that a partner's id is never taken for another thing's.
const PARTNERS: u128 = 0x0a00_0000_0000_0000;
const CUSTOMERS: u128 = 0x0b00_0000_0000_0000;
const USERS: u128 = 0x0c00_0000_0000_0000;
const SESSIONS: u128 = 0x0d00_0000_0000_0000;

/// An empty product on a chosen day, with two partners and a customer of each.
pub struct World {
    system: System,
    store: Store,
    clock: Arc<FixedClock>,
}

/// Terms of a partner who is billed on the 15th.
///
/// # Panics
///
/// Never.
#[must_use]
pub fn billing_account(partner: PartnerId) -> BillingAccount {
    BillingAccount {
        partner,
        partner_name: "合作伙伴有限公司".to_owned(),
        mpn_id: Some("4390934".to_owned()),
        indirect: false,
        billing_day: BillingDay::new(15).expect("a day of every month"),
        bill_to: Party {
            name: "合作伙伴有限公司".to_owned(),
            address_line1: "世纪大道1号".to_owned(),
            city: "上海".to_owned(),
            province: "SH".to_owned(),
            postal_code: "200120".to_owned(),
            ..Party::default()
        },
        contact: ("李".to_owned(), "娜".to_owned()),
        contact_email: "li.na@partner1.example".to_owned(),
        mail_language: MailLanguage::Chinese,
        po_number: None,
        payment_days: 30,
        suspend_after_days: 30,
        legal_max_monthly: None,
        finance_charges: true,
        suspended: false,
        reinstated_on: None,
        version: 1,
    }
}

/// The house's limits, with a password hash that takes no time and everything switched on.
#[must_use]
pub fn policy() -> Policy {
    Policy { password_memory_kib: 8, bill_usage: true, ..Policy::default() }
}

impl World {
    /// In memory.
    pub async fn new() -> Self {
        Self::on(memory().await).await
    }

    /// On `store`, which has been migrated.
    pub async fn on(store: Store) -> Self {
        Self::with_policy(store, policy()).await
    }

    /// On `store`, with other limits.
    ///
    /// # Panics
    ///
    /// If the first rows cannot be written.
    pub async fn with_policy(store: Store, policy: Policy) -> Self {
        let clock = Arc::new(FixedClock::default());
        let ids = Arc::new(CountingIds::default());
        let system = System::new(store.clone(), clock.clone(), ids, policy);
        let world = Self { system, store, clock };
        for number in [1, 2] {
            world.insert_partner(number).await;
            world.insert_customer(number).await;
        }
        world
    }

    /// What use cases without a caller stand on.
    #[must_use]
    pub fn system(&self) -> &System {
        &self.system
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The clock, to be moved.
    #[must_use]
    pub fn clock(&self) -> &FixedClock {
        &self.clock
    }

    /// An id for the next attempt.
    #[must_use]
    pub fn request(&self) -> RequestId {
        RequestId::from(self.system.next_id())
    }

    /// Partner `number`: 1 and 2 exist, others once they are inserted.
    #[must_use]
    pub fn partner(&self, number: u8) -> PartnerId {
        PartnerId::from(Uuid::from_u128(PARTNERS + u128::from(number)))
    }

    /// Customer `number`: 1 is partner 1's, 2 is partner 2's.
    #[must_use]
    pub fn customer(&self, number: u8) -> CustomerId {
        CustomerId::from(Uuid::from_u128(CUSTOMERS + u128::from(number)))
    }

    /// Adds partner `number`.
    ///
    /// # Panics
    ///
    /// If there is one.
    pub async fn insert_partner(&self, number: u8) -> PartnerId {
        let new = Partner {
            id: self.partner(number),
            name: format!("合作伙伴{number}有限公司"),
            latin_name: format!("Partner {number}"),
            uscc: "91310115000000019M".to_owned(),
            mpn_id: Some("4390934".to_owned()),
            model: "direct".to_owned(),
            domain_prefix: format!("partner{number}"),
            billing_day: 15,
            suspended: false,
        };
        let mut tx = self.store.write().await.expect("the database writes");
        let done = partners::insert(&mut tx, &new, self.clock.now()).await;
        done.expect("the partner is new");
        tx.commit().await.expect("the database writes");
        new.id
    }

    /// Lets partner `number` be billed.
    ///
    /// # Panics
    ///
    /// If the database does not write.
    pub async fn bill(&self, number: u8) -> BillingAccount {
        let new = billing_account(self.partner(number));
        let mut tx = self.store.write().await.expect("the database writes");
        storage::billing::accounts::insert(&mut tx, &new).await.expect("the partner is there");
        tx.commit().await.expect("the database writes");
        new
    }

    /// Adds customer `number`, to whom partner `number` sells.
    ///
    /// # Panics
    ///
    /// If there is one.
    pub async fn insert_customer(&self, number: u8) {
        let new = Customer {
            id: self.customer(number),
            company_name: format!("客户{number}有限公司"),
            domain_prefix: format!("customer{number}"),
            uscc: None,
            sort_key: vec![number],
        };
        let (now, seller) = (self.clock.now(), self.partner(number));
        let mut tx = self.store.write().await.expect("the database writes");
        let done = partners::insert_customer(&mut tx, &new, now).await;
        done.expect("the customer is new");
        let done = partners::insert_relationship(&mut tx, seller, new.id, true, now).await;
        done.expect("the relationship is new");
        tx.commit().await.expect("the database writes");
    }

    /// Somebody of partner `number` who has signed in. There is no row of that person; see
    /// [`World::person`] for somebody real.
    #[must_use]
    pub fn caller(&self, number: u8, roles: impl IntoRoles) -> Caller {
        self.partner_caller(number, roles, false)
    }

    /// The same, of a partner who owes money.
    #[must_use]
    pub fn suspended_caller(&self, number: u8, roles: impl IntoRoles) -> Caller {
        self.partner_caller(number, roles, true)
    }

    fn partner_caller(&self, number: u8, roles: impl IntoRoles, suspended: bool) -> Caller {
        let tenant = self.partner(number).into();
        let roles = Roles::Partner(roles.into_roles());
        self.invented(number, |user| Actor::new(user, tenant, roles, suspended))
    }

    /// Somebody of customer `number`, in the admin center.
    #[must_use]
    pub fn customer_caller(&self, number: u8, roles: &[CustomerRole]) -> Caller {
        let tenant = self.customer(number).into();
        let roles = Roles::Customer(roles.to_vec());
        self.invented(0x10 + number, |user| Actor::new(user, tenant, roles, false))
    }

    /// One of the operator's staff, in the back office.
    #[must_use]
    pub fn operator_caller(&self, role: OperatorRole) -> Caller {
        let roles = Roles::Operator(vec![role]);
        self.invented(0x20, |user| Actor::new(user, Uuid::nil(), roles, false))
    }

    fn invented(&self, number: u8, actor: impl FnOnce(UserId) -> Actor) -> Caller {
        let viewer = Viewer {
            actor: actor(UserId::from(Uuid::from_u128(USERS + u128::from(number)))),
            family_name: "王".to_owned(),
            given_name: "建国".to_owned(),
            sign_in_name: "wang.jianguo@partner1.partner.onmschina.cn".to_owned(),
            company: format!("合作伙伴{number}有限公司"),
            shortcuts: true,
            demo: false,
        };
        let session = SessionId::from(Uuid::from_u128(SESSIONS + u128::from(number)));
        Caller::signed_in(self.system.clone(), viewer, session)
    }

    /// Adds somebody to partner `number` who can sign in as `name`, with a password of the
    /// person's own.
    pub async fn person(&self, number: u8, name: &str, roles: impl IntoRoles) -> Person {
        let roles = Roles::Partner(roles.into_roles());
        self.insert_person(self.partner(number).into(), name, roles, false).await
    }

    /// The same with a temporary password.
    pub async fn newcomer(&self, number: u8, name: &str, roles: impl IntoRoles) -> Person {
        let roles = Roles::Partner(roles.into_roles());
        self.insert_person(self.partner(number).into(), name, roles, true).await
    }

    /// Adds somebody to customer `number` who can sign in to the admin center as `name`.
    pub async fn customer_person(&self, number: u8, name: &str, roles: &[CustomerRole]) -> Person {
        let roles = Roles::Customer(roles.to_vec());
        self.insert_person(self.customer(number).into(), name, roles, false).await
    }

    async fn insert_person(
        &self,
        tenant: Uuid,
        name: &str,
        roles: Roles,
        temporary: bool,
    ) -> Person {
        let surface = roles.surface();
        let password = "Right-pass1".to_owned();
        let new = NewUser {
            tenant,
            roles,
            sign_in_name: name.to_owned(),
            family_name: "李".to_owned(),
            given_name: name.to_owned(),
            password: password.clone(),
            temporary,
            language: None,
            demo: false,
        };
        let id = insert_user(&self.system, new).await.expect("the name is new");
        Person { id, surface, name: name.to_owned(), password }
    }

    /// Adds a person to customer `number` who signs in as `name` in the company's domain and uses
    /// the services in China. Nobody knows the password.
    ///
    /// # Panics
    ///
    /// If the name is taken.
    pub async fn customer_user(&self, number: u8, name: &str, roles: &[CustomerRole]) -> UserId {
        self.customer_users(number, &[name], roles).await[0]
    }

    /// The same for many people at once.
    ///
    /// # Panics
    ///
    /// If a name is taken.
    pub async fn customer_users(
        &self,
        number: u8,
        names: &[&str],
        roles: &[CustomerRole],
    ) -> Vec<UserId> {
        let mut tx = self.store.write().await.expect("the database writes");
        let mut ids = Vec::with_capacity(names.len());
        for name in names {
            let new = storage::accounts::NewUser {
                id: UserId::from(self.system.next_id()),
                tenant: self.customer(number).into(),
                roles: Roles::Customer(roles.to_vec()),
                sign_in_name: format!("{name}@customer{number}.partner.onmschina.cn"),
                family_name: "王".to_owned(),
                given_name: (*name).to_owned(),
                password_hash: "none".to_owned(),
                must_change_password: false,
                language: None,
                demo: false,
            };
            let done = storage::accounts::insert(&mut tx, &new, self.clock.now()).await;
            done.expect("the name is new");
            let profile = storage::licences::users::Profile {
                display_name: name,
                words: &new.sign_in_name,
                sort_key: name.as_bytes(),
                phone: None,
                usage_location: Some(domain::licences::UsageLocation::China),
            };
            let customer = self.customer(number);
            let done =
                storage::licences::users::put_profile(&mut tx, customer, new.id, profile).await;
            done.expect("the database writes");
            ids.push(new.id);
        }
        tx.commit().await.expect("the database writes");
        ids
    }

    /// The kinds of the entries in the log of customer `number`, oldest first.
    ///
    /// # Panics
    ///
    /// If the database does not answer.
    pub async fn customer_activity_kinds(&self, number: u8) -> Vec<String> {
        let mut tx = self.store.read().await.expect("the database reads");
        let filter = Filter { limit: 1000, ..Filter::default() };
        let entries = activity::list(&mut tx, self.customer(number).into(), &filter).await;
        entries.expect("the log can be read").into_iter().rev().map(|entry| entry.kind).collect()
    }

    /// How many entries the log of partner `number` has.
    ///
    /// # Panics
    ///
    /// If the database does not answer.
    pub async fn activities(&self, number: u8) -> i64 {
        let mut tx = self.store.read().await.expect("the database reads");
        let tenant = self.partner(number).into();
        activity::count(&mut tx, tenant, &Filter::default()).await.expect("the log can be counted")
    }

    /// The kinds of the entries in the log of partner `number`, oldest first.
    ///
    /// # Panics
    ///
    /// If the database does not answer.
    pub async fn activity_kinds(&self, number: u8) -> Vec<String> {
        let mut tx = self.store.read().await.expect("the database reads");
        let filter = Filter { limit: 1000, ..Filter::default() };
        let entries = activity::list(&mut tx, self.partner(number).into(), &filter).await;
        entries.expect("the log can be read").into_iter().rev().map(|entry| entry.kind).collect()
    }

    /// Everything that is stored, to look for what must not be.
    ///
    /// # Panics
    ///
    /// On a database that is not in memory.
    pub async fn dump(&self) -> String {
        let mut tx = self.store.read().await.expect("the database reads");
        dump(&mut tx).await
    }
}
