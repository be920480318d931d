//! Customers, as they are created.

use domain::access::{Action, AdminRole, AgentRole, OperatorRole, Surface};
use domain::account::{SignInDraft, Stage};
use domain::customers::{
    BillingPart, CreatedCustomer, CustomerFault, CustomersQuery, NewCustomer, NewCustomerDraft,
    ProfileDraft, RelationshipKind, first_admin,
};
use domain::error::Error;
use domain::ids::CustomerId;
use domain::mails::{MailStatus, MailsQuery};
use services::accounts::{Origin, sign_in};
use services::{Caller, customers, mails};
use storage::Store;
use testkit::{World, profile, run_sql};

use crate::{CODE, OTHER_CODE, created, domains, edit, list, named, new};

testkit::on_each_backend! {
    a_customer_is_created_with_all_that_belongs_to_it
    the_password_is_shown_once
    a_double_click_makes_one_customer
    a_taken_domain_is_told_at_its_field_and_nothing_is_created
    a_second_customer_with_the_same_code_must_be_wanted
    only_some_roles_create
    a_suspended_partner_creates_nothing
    an_indirect_provider_sells_through_others
    a_domain_is_checked_while_it_is_typed
}

async fn a_customer_is_created_with_all_that_belongs_to_it(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);

    let created = customers::create(&sales, new(&world, "xiling")).await.unwrap();

    assert_eq!(created.domain, "xiling.partner.onmschina.cn");
    assert_eq!(created.admin, "admin@xiling.partner.onmschina.cn");
    let found = customers::find(&sales, created.id).await.unwrap();
    assert_eq!(found.profile, Some(profile(CODE)));
    assert_eq!((found.relationship, found.delegated_admin), (RelationshipKind::Reseller, true));
    assert_eq!(found.billing, BillingPart::Same);
    assert_eq!(found.agreement, Some((world.system().now(), "王建国".to_owned())));
    assert_eq!(world.activity_kinds(1).await, ["customer-created"]);

    // Its first administrator signs in, and must choose a password.
    let draft = SignInDraft {
        surface: Surface::AdminCenter,
        name: created.admin,
        password: created.password.unwrap(),
    };
    let session = sign_in(world.system(), draft, Origin::default()).await.unwrap();
    assert_eq!(session.stage, Stage::PasswordChange);

    let auditor = world.operator_caller(OperatorRole::Auditor);
    let mails = mails::list(&auditor, MailsQuery::default()).await.unwrap();
    assert_eq!(mails.counts, [(MailStatus::Waiting, 1)]);
    assert_eq!(mails.mails[0].letter.address, "ding.min@xiling.example");
}

async fn the_password_is_shown_once(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let wanted = new(&world, "xiling");

    let first = customers::create(&sales, wanted.clone()).await.unwrap();
    let second = customers::create(&sales, wanted).await.unwrap();

    let password = first.password.clone().unwrap();
    assert!(domain::input::password(&password, &first.admin).is_ok());
    assert_eq!(second.password, None);
    assert_eq!(who(&first), who(&second));
    let others = customers::create(&sales, named(&world, "other", "别的", OTHER_CODE)).await;
    assert_ne!(others.unwrap().password.unwrap(), password);
}

/// What a repetition answers too.
fn who(created: &CreatedCustomer) -> (CustomerId, String, String) {
    (created.id, created.domain.clone(), created.admin.clone())
}

#[tokio::test]
async fn the_password_is_nowhere_in_the_database() {
    let world = World::new().await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let created = customers::create(&sales, new(&world, "xiling")).await.unwrap();
    let dump = world.dump().await;
    assert!(dump.contains("xiling"));
    assert!(!dump.contains(&created.password.unwrap()));
}

async fn a_double_click_makes_one_customer(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let wanted = new(&world, "xiling");
    let (one, other) =
        tokio::join!(customers::create(&sales, wanted.clone()), customers::create(&sales, wanted));
    let (one, other) = (one.unwrap(), other.unwrap());
    assert_eq!(one.id, other.id);
    let passwords = [one.password, other.password].into_iter().flatten().count();
    assert_eq!(passwords, 1, "one of the two has it");
    assert_eq!(list(&sales, CustomersQuery::default()).await.total.count, 2);
}

async fn a_taken_domain_is_told_at_its_field_and_nothing_is_created(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    for taken in ["customer2", "partner2"] {
        let refused = customers::create(&sales, new(&world, taken)).await;
        let refused = refused.map(|created| created.id);
        assert_eq!(refused, Err(Error::invalid("domain", CustomerFault::DomainTaken)));
    }
    assert_eq!(list(&sales, CustomersQuery::default()).await.total.count, 1);
    assert_eq!(world.activities(1).await, 0);
}

async fn a_second_customer_with_the_same_code_must_be_wanted(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let first = created(&world, &sales, "xiling").await;

    let second = customers::create(&sales, new(&world, "xiling2")).await;
    let known = CustomerFault::UsccKnown { id: first.id, name: first.company_name };
    assert_eq!(second.map(|created| created.id), Err(Error::invalid("uscc", known)));

    let confirmed = NewCustomer { uscc_confirmed: true, ..new(&world, "xiling2") };
    assert!(customers::create(&sales, confirmed).await.is_ok());
    let theirs = world.caller(2, AgentRole::SalesAgent);
    assert!(customers::create(&theirs, new(&world, "xiling3")).await.is_ok(), "not their list");
}

async fn only_some_roles_create(store: Store) {
    let world = World::on(store).await;
    let (billing, users) = (AdminRole::BillingAdmin, AdminRole::UserManagementAdmin);
    for caller in [
        world.caller(1, AgentRole::HelpdeskAgent),
        world.caller(1, billing),
        world.caller(1, users),
        world.caller(1, ()),
    ] {
        let refused = customers::create(&caller, new(&world, "xiling")).await;
        let denied = Error::Forbidden { action: Action::CreateCustomer };
        assert_eq!(refused.map(|created| created.id), Err(denied));
    }
    let nobody = Caller::anonymous(world.system().clone());
    let refused = customers::create(&nobody, new(&world, "xiling")).await;
    assert_eq!(refused.map(|created| created.id), Err(Error::Unauthenticated));
    for (number, caller) in [
        world.caller(1, AdminRole::GlobalAdmin),
        world.caller(1, AgentRole::AdminAgent),
        world.caller(1, (AgentRole::SalesAgent, billing)),
    ]
    .into_iter()
    .enumerate()
    {
        let wanted = NewCustomer { uscc_confirmed: true, ..new(&world, &format!("ok{number}")) };
        assert!(customers::create(&caller, wanted).await.is_ok(), "{number}");
    }
}

async fn a_suspended_partner_creates_nothing(store: Store) {
    let world = World::on(store).await;
    let agent = world.suspended_caller(1, AgentRole::AdminAgent);
    let refused = customers::create(&agent, new(&world, "xiling")).await;
    let Err(Error::Refused(refusal)) = refused else { panic!("{refused:?}") };
    assert_eq!((refusal.code.key.as_ref(), refusal.code.status), ("err-partner-suspended", 403));
    // Looking and changing go on.
    let own = customers::find(&agent, world.customer(1)).await.unwrap();
    assert!(customers::edit(&agent, edit(&world, &own)).await.is_ok());
}

async fn an_indirect_provider_sells_through_others(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let sql = "UPDATE partners SET model = 'indirect-provider' WHERE domain_prefix = 'partner1'";
    run_sql(&mut tx, sql).await.unwrap();
    tx.commit().await.unwrap();
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    assert_eq!(found.relationship, RelationshipKind::IndirectProvider);
}

async fn a_domain_is_checked_while_it_is_typed(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    for (typed, free) in [("xiling", true), ("customer2", false), ("ｘｉｌｉｎｇ", true)] {
        let state = customers::domain_free(&sales, typed).await.unwrap();
        assert_eq!(state.free, free, "{typed}");
        assert!(state.domain.ends_with(".partner.onmschina.cn"));
    }
    let fault = domain::input::Fault::DomainPrefix;
    let refused = customers::domain_free(&sales, "a--b").await;
    assert_eq!(refused, Err(Error::invalid("domain", fault)));
    let helpdesk = world.caller(1, AgentRole::HelpdeskAgent);
    assert!(customers::domain_free(&helpdesk, "xiling").await.is_err());
}

#[tokio::test]
async fn a_form_of_the_wizard_creates_a_customer_with_a_rare_name() {
    let world = World::new().await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let draft = NewCustomerDraft {
        request: world.request().to_string(),
        domain: "jixiang".into(),
        agreement: "yes".into(),
        profile: ProfileDraft {
            name: "北京𠮷祥·科技（集团）有限公司".into(),
            uscc: "91110108MA0DEM013A".into(),
            ..ProfileDraft::from_profile(&profile(CODE))
        },
        ..NewCustomerDraft::default()
    };
    let wanted = draft.parse().unwrap();
    assert_eq!(first_admin(&wanted.domain), "admin@jixiang.partner.onmschina.cn");
    customers::create(&sales, wanted).await.unwrap();
    let query = CustomersQuery { words: "bjjxkj".into(), ..CustomersQuery::default() };
    assert_eq!(domains(&list(&sales, query).await), ["jixiang"]);
}
