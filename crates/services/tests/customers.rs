//! Customers, as they are found, created and changed.

use chrono::Duration;
use domain::access::{Action, AdminRole, AgentRole, CustomerRole, Surface};
use domain::account::{SignInDraft, Stage};
use domain::customers::{
    BillingEdit, BillingPart, CustomerDetails, CustomerFault, CustomerSort, CustomersQuery,
    CustomersView, EditCustomer, NewCustomer, NewCustomerDraft, ProfileDraft, RelationshipKind,
    TimelineQuery, first_admin,
};
use domain::error::{Entity, Error};
use domain::ids::CustomerId;
use domain::mails::{MailStatus, MailsQuery};
use services::accounts::{Origin, sign_in};
use services::{Caller, Result, customers, mails};
use storage::Store;
use testkit::{World, profile, run_sql};

testkit::on_each_backend! {
    a_customer_is_created_with_all_that_belongs_to_it
    the_password_is_shown_once
    a_double_click_makes_one_customer
    a_taken_domain_is_told_at_its_field_and_nothing_is_created
    a_second_customer_with_the_same_code_must_be_wanted
    only_some_roles_create
    a_suspended_partner_creates_nothing
    an_indirect_provider_sells_through_others
    the_list_turns_its_pages
    roles_see_what_they_may_of_the_list
    the_hub_counts_the_partners_own
    an_edit_is_logged_with_old_and_new_values
    an_edit_that_changes_nothing_is_not_logged
    the_second_of_two_edits_is_stale
    the_helpdesk_edits_all_but_the_billing_part
    another_partners_customer_is_not_found
    a_customer_without_a_profile_gets_one
    the_timeline_shows_one_customers_events
    the_export_is_what_the_search_shows
    a_domain_is_checked_while_it_is_typed
}

const CODE: &str = "91330106MA2DEM033H";
const OTHER_CODE: &str = "91420100MA4DEM07XE";

fn new(world: &World, domain: &str) -> NewCustomer {
    named(world, domain, "杭州西泠设计有限公司", CODE)
}

fn named(world: &World, domain: &str, name: &str, uscc: &str) -> NewCustomer {
    let mut profile = profile(uscc);
    profile.company.name = name.parse().unwrap();
    NewCustomer {
        request: world.request(),
        domain: domain.parse().unwrap(),
        uscc_confirmed: false,
        profile,
    }
}

fn edit(world: &World, details: &CustomerDetails) -> EditCustomer {
    let profile = details.profile.clone().unwrap_or_else(|| profile(OTHER_CODE));
    EditCustomer {
        request: world.request(),
        id: details.id,
        seen: details.version,
        uscc_confirmed: false,
        company: profile.company,
        contact: profile.contact,
        billing: BillingEdit::Untouched,
    }
}

async fn created(world: &World, caller: &Caller, domain: &str) -> CustomerDetails {
    let created = customers::create(caller, new(world, domain)).await.unwrap();
    customers::find(caller, created.id).await.unwrap()
}

async fn list(caller: &Caller, query: CustomersQuery) -> CustomersView {
    customers::list(caller, query).await.unwrap()
}

fn domains(view: &CustomersView) -> Vec<&str> {
    view.customers.iter().map(|row| row.domain.split('.').next().unwrap()).collect()
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

    let auditor = world.operator_caller(domain::access::OperatorRole::Auditor);
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
fn who(created: &domain::customers::CreatedCustomer) -> (CustomerId, String, String) {
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

async fn the_list_turns_its_pages(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    for number in 0..30 {
        let mut wanted = named(&world, &format!("d{number:02}"), "海云", CODE);
        wanted.uscc_confirmed = true;
        customers::create(&sales, wanted).await.unwrap();
    }
    let query = CustomersQuery {
        words: "HY".into(),
        sort: CustomerSort::Domain,
        size: 25,
        ..Default::default()
    };

    let first = list(&sales, query.clone()).await;
    assert_eq!((first.customers.len(), first.total.count, first.total.at_least), (25, 30, false));
    assert_eq!((domains(&first)[0], first.before), ("d00", None));

    let second = list(&sales, CustomersQuery { after: first.after, ..query.clone() }).await;
    assert_eq!(domains(&second), ["d25", "d26", "d27", "d28", "d29"]);
    assert_eq!(second.after, None);

    let back = list(&sales, CustomersQuery { before: second.before, ..query.clone() }).await;
    assert_eq!((domains(&back), back.before), (domains(&first), None));
    assert_eq!(back.after, first.after);

    let down = list(&sales, CustomersQuery { descending: true, ..query }).await;
    assert_eq!((domains(&down)[0], domains(&down)[24]), ("d29", "d05"));
    let theirs = world.caller(2, AgentRole::SalesAgent);
    let none = CustomersQuery { words: "海云".into(), ..CustomersQuery::default() };
    assert_eq!(list(&theirs, none).await.total.count, 0);
}

async fn roles_see_what_they_may_of_the_list(store: Store) {
    let world = World::on(store).await;
    let rights = |view: &CustomersView| {
        let may = view.may;
        [may.view, may.create, may.edit, may.edit_billing, may.export]
    };
    for (caller, expected) in [
        (world.caller(1, AdminRole::GlobalAdmin), [true; 5]),
        (world.caller(1, AgentRole::AdminAgent), [true; 5]),
        (world.caller(1, AgentRole::SalesAgent), [true; 5]),
        (world.caller(1, AgentRole::HelpdeskAgent), [true, false, true, false, false]),
        (world.caller(1, AdminRole::BillingAdmin), [false; 5]),
    ] {
        let view = list(&caller, CustomersQuery::default()).await;
        assert_eq!(rights(&view), expected);
        assert_eq!(view.customers.len(), 1);
    }
    for caller in [world.caller(1, AdminRole::UserManagementAdmin), world.caller(1, ())] {
        let refused = customers::list(&caller, CustomersQuery::default()).await;
        assert_eq!(refused, Err(Error::Forbidden { action: Action::ListCustomers }));
    }
    let billing = world.caller(1, AdminRole::BillingAdmin);
    let denied = Err(Error::Forbidden { action: Action::ViewCustomer });
    assert_eq!(customers::find(&billing, world.customer(1)).await, denied);
    let people = world.customer_caller(1, &[CustomerRole::GlobalAdmin]);
    assert!(customers::list(&people, CustomersQuery::default()).await.is_err());
}

async fn the_hub_counts_the_partners_own(store: Store) {
    let world = World::on(store).await;
    world.clock().advance(Duration::days(31));
    let sales = world.caller(1, AgentRole::SalesAgent);
    created(&world, &sales, "xiling").await;
    let hub = customers::hub(&sales).await.unwrap();
    assert_eq!((hub.customers, hub.added_lately, hub.without_delegated_admin), (2, 1, 0));
    let helpdesk = customers::hub(&world.caller(1, AgentRole::HelpdeskAgent)).await.unwrap();
    assert!(!helpdesk.may.create);
    for caller in
        [world.caller(1, AdminRole::BillingAdmin), world.caller(1, AdminRole::UserManagementAdmin)]
    {
        assert!(customers::hub(&caller).await.is_err());
    }
}

async fn an_edit_is_logged_with_old_and_new_values(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let mut wanted = edit(&world, &found);
    wanted.company.name = "西泠集团".parse().unwrap();
    wanted.contact.email = "new@xiling.example".parse().unwrap();

    let saved = customers::edit(&sales, wanted.clone()).await.unwrap();

    assert_eq!((saved.version, saved.company_name.as_str()), (2, "西泠集团"));
    assert_eq!(customers::edit(&sales, wanted).await.unwrap(), saved, "a repetition");
    let timeline = customers::timeline(&sales, found.id, TimelineQuery::default()).await.unwrap();
    assert_eq!(timeline.entries.len(), 2);
    let entry = &timeline.entries[0];
    assert_eq!(entry.kind, "customer-changed");
    let before = entry.before.as_deref().unwrap();
    assert_eq!(before, "company: 杭州西泠设计有限公司; contact e-mail: ding.min@xiling.example");
    let after = entry.after.as_deref().unwrap();
    assert_eq!(after, "company: 西泠集团; contact e-mail: new@xiling.example");
    let query = CustomersQuery { words: "xljt".into(), ..CustomersQuery::default() };
    assert_eq!(list(&sales, query).await.total.count, 1, "under the new name's letters");
}

async fn an_edit_that_changes_nothing_is_not_logged(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let saved = customers::edit(&sales, edit(&world, &found)).await.unwrap();
    assert_eq!((saved, world.activities(1).await), (found, 1));
}

async fn the_second_of_two_edits_is_stale(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let with_phone = |phone: &str| {
        let mut wanted = edit(&world, &found);
        wanted.company.phone = Some(phone.parse().unwrap());
        wanted
    };
    customers::edit(&sales, with_phone("13900000001")).await.unwrap();
    let second = customers::edit(&sales, with_phone("13900000002")).await;
    assert_eq!(second, Err(Error::Stale { entity: Entity::Customer }));
    assert_eq!(customers::find(&sales, found.id).await.unwrap().version, 2);
}

async fn the_helpdesk_edits_all_but_the_billing_part(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let helpdesk = world.caller(1, AgentRole::HelpdeskAgent);
    let found = created(&world, &sales, "xiling").await;
    let own = domain::customers::Billing {
        company: "西泠财务".parse().unwrap(),
        family_name: "孙".parse().unwrap(),
        given_name: "立".parse().unwrap(),
        email: "sun@xiling.example".parse().unwrap(),
        address: profile(CODE).company.address,
        language: domain::customers::MailLanguage::English,
    };
    for billing in [BillingEdit::Same, BillingEdit::Own(Box::new(own.clone()))] {
        let mut wanted = EditCustomer { billing, ..edit(&world, &found) };
        wanted.company.phone = Some("13900000001".parse().unwrap());
        let denied = Error::Forbidden { action: Action::EditCustomerBilling };
        assert_eq!(customers::edit(&helpdesk, wanted).await, Err(denied));
    }
    assert_eq!(customers::find(&sales, found.id).await.unwrap(), found, "nothing was saved");

    let billing = BillingEdit::Own(Box::new(own.clone()));
    let wanted = EditCustomer { billing, ..edit(&world, &found) };
    let saved = customers::edit(&sales, wanted).await.unwrap();
    assert_eq!(saved.billing, BillingPart::Own(Box::new(own)));
    let mut wanted = edit(&world, &saved);
    wanted.company.phone = Some("13900000001".parse().unwrap());
    let saved_again = customers::edit(&helpdesk, wanted).await.unwrap();
    assert_eq!(saved_again.billing, saved.billing, "it stays");
    assert!(!saved_again.may.edit_billing);
}

async fn another_partners_customer_is_not_found(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let stranger = world.caller(2, AdminRole::GlobalAdmin);
    let found = created(&world, &sales, "xiling").await;
    let missing = || Error::NotFound { entity: Entity::Customer };
    assert_eq!(customers::find(&stranger, found.id).await, Err(missing()));
    assert_eq!(customers::edit(&stranger, edit(&world, &found)).await, Err(missing()));
    let query = TimelineQuery::default();
    assert_eq!(customers::timeline(&stranger, found.id, query).await, Err(missing()));
    assert_eq!(customers::risk(&stranger, found.id).await, Err(missing()));
}

async fn a_customer_without_a_profile_gets_one(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = customers::find(&sales, world.customer(1)).await.unwrap();
    assert_eq!(found.profile, None);
    let saved = customers::edit(&sales, edit(&world, &found)).await.unwrap();
    assert_eq!(saved.profile, Some(profile(OTHER_CODE)));
    assert_eq!(saved.agreement, None);
    assert_eq!(world.activity_kinds(1).await, ["customer-changed"]);
}

async fn the_timeline_shows_one_customers_events(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let mut found = created(&world, &sales, "xiling").await;
    let wanted = NewCustomer { uscc_confirmed: true, ..new(&world, "other") };
    customers::create(&sales, wanted).await.unwrap();
    for number in 0..60 {
        let mut wanted = edit(&world, &found);
        wanted.company.phone = Some(format!("139000000{number:02}").parse().unwrap());
        found = customers::edit(&sales, wanted).await.unwrap();
    }
    let query = TimelineQuery::default();
    let first = customers::timeline(&sales, found.id, query.clone()).await.unwrap();
    assert_eq!(first.entries.len(), 50);
    assert_eq!(first.kinds, ["customer-changed", "customer-created"]);
    let rest = TimelineQuery { before_seq: first.next, ..query.clone() };
    let rest = customers::timeline(&sales, found.id, rest).await.unwrap();
    assert_eq!((rest.entries.len(), rest.next), (11, None));
    let kind = Some("customer-created".to_owned());
    let of_kind = TimelineQuery { kind, ..query.clone() };
    let of_kind = customers::timeline(&sales, found.id, of_kind).await.unwrap();
    assert_eq!(of_kind.entries.len(), 1);
    let tomorrow = domain::time::days_after(world.system().today(), 1);
    let later = TimelineQuery { first: Some(tomorrow), ..query };
    let later = customers::timeline(&sales, found.id, later).await.unwrap();
    assert!(later.entries.is_empty());
}

async fn the_export_is_what_the_search_shows(store: Store) {
    let world = World::on(store).await;
    let sales = world.caller(1, AgentRole::SalesAgent);
    let found = created(&world, &sales, "xiling").await;
    let rows = async |query: CustomersQuery| -> Result<Vec<String>> {
        let mut export = customers::export(&sales, query).await?;
        let mut rows = Vec::new();
        loop {
            let batch = export.next().await?;
            if batch.is_empty() {
                return Ok(rows);
            }
            for customer in &batch {
                let [id, ..] = customers::cells(customer);
                rows.push(format!("{id:?} {} {}", customer.domain, customer.relationship));
            }
        }
    };
    // A page of the address does not cut the file.
    let all = CustomersQuery { after: Some(found.id), ..CustomersQuery::default() };
    assert_eq!(rows(all).await.unwrap().len(), 2);
    let one = CustomersQuery { words: "xiling".into(), ..CustomersQuery::default() };
    let one = rows(one).await.unwrap();
    assert!(one[0].ends_with("xiling.partner.onmschina.cn Reseller"), "{one:?}");
    assert!(one[0].contains(&found.id.to_string()), "{one:?}");
    assert_eq!(customers::EXPORT_COLUMNS[0], "Microsoft ID");
    for caller in
        [world.caller(1, AgentRole::HelpdeskAgent), world.caller(1, AdminRole::BillingAdmin)]
    {
        let refused = customers::export(&caller, CustomersQuery::default()).await;
        let denied = Error::Forbidden { action: Action::ExportCustomers };
        assert_eq!(refused.err(), Some(denied));
    }
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
