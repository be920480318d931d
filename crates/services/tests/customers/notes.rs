//! What a partner and its people keep about customers: tags, views, drafts, risks.

use domain::access::{Action, AdminRole, AgentRole};
use domain::customers::{
    CustomersQuery, DeleteTag, MAX_TAGS, MAX_VIEWS, MarkCustomers, NewCustomerDraft, Risk,
    SavePolicy, SaveRisk, SaveTag, SaveView, TagColour, TagFault, TagView, TimelineQuery,
};
use domain::error::{Entity, Error};
use domain::money::Money;
use services::{Caller, Result, customers};
use storage::Store;
use testkit::World;

testkit::on_each_backend! {
    tags_are_made_renamed_and_deleted
    a_name_is_given_once_and_tags_have_a_limit
    customers_are_marked_together_or_not_at_all
    the_list_shows_and_filters_by_tags
    views_are_their_owners
    a_wizard_that_was_left_is_found_again
    risks_are_noted_by_some_and_read_by_others
    the_policy_is_the_companys
}

async fn save(
    world: &World,
    caller: &Caller,
    tag: Option<&TagView>,
    name: &str,
) -> Result<Vec<TagView>> {
    let wanted = SaveTag {
        request: world.request(),
        tag: tag.map(|tag| (tag.id, tag.version)),
        name: name.to_owned(),
        colour: TagColour::Red,
    };
    customers::save_tag(caller, wanted).await
}

async fn tags_are_made_renamed_and_deleted(store: Store) {
    let world = World::on(store).await;
    let helpdesk = world.caller(1, AgentRole::HelpdeskAgent);
    let made = save(&world, &helpdesk, None, "重点").await.unwrap();
    assert_eq!((made.len(), made[0].name.as_str()), (1, "重点"));

    let renamed = save(&world, &helpdesk, Some(&made[0]), "重点客户").await.unwrap();
    assert_eq!((renamed[0].name.as_str(), renamed[0].version), ("重点客户", 2));
    let stale = save(&world, &helpdesk, Some(&made[0]), "x").await;
    assert_eq!(stale, Err(Error::Stale { entity: Entity::Tag }));

    let stranger = world.caller(2, AdminRole::GlobalAdmin);
    let missing = || Error::NotFound { entity: Entity::Tag };
    assert_eq!(save(&world, &stranger, Some(&renamed[0]), "x").await, Err(missing()));
    let delete = |seen| DeleteTag { request: world.request(), id: renamed[0].id, seen };
    assert_eq!(customers::delete_tag(&stranger, delete(2)).await, Err(missing()));
    assert!(customers::delete_tag(&helpdesk, delete(1)).await.is_err());
    assert_eq!(customers::delete_tag(&helpdesk, delete(2)).await, Ok(Vec::new()));
    assert_eq!(world.activity_kinds(1).await, ["tag-created", "tag-changed", "tag-deleted"]);

    let billing = world.caller(1, AdminRole::BillingAdmin);
    let denied = Error::Forbidden { action: Action::EditCustomer };
    assert_eq!(save(&world, &billing, None, "x").await, Err(denied));
}

async fn a_name_is_given_once_and_tags_have_a_limit(store: Store) {
    let world = World::on(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    save(&world, &agent, None, "VIP").await.unwrap();
    let taken = save(&world, &agent, None, "ｖｉｐ").await;
    assert_eq!(taken, Err(Error::invalid("name", TagFault::Taken)));
    for number in 1..MAX_TAGS {
        save(&world, &agent, None, &format!("tag {number}")).await.unwrap();
    }
    let full = save(&world, &agent, None, "one more").await;
    assert_eq!(full, Err(TagFault::TooMany.into()));
    let theirs = world.caller(2, AgentRole::AdminAgent);
    assert!(save(&world, &theirs, None, "VIP").await.is_ok());
}

async fn customers_are_marked_together_or_not_at_all(store: Store) {
    let world = World::on(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let tag = save(&world, &agent, None, "VIP").await.unwrap()[0].id;
    let mark = |customers: &[_], on| MarkCustomers {
        request: world.request(),
        tag,
        customers: customers.to_vec(),
        on,
    };
    let mixed = mark(&[world.customer(1), world.customer(2)], true);
    let refused = customers::mark_customers(&agent, mixed).await;
    assert_eq!(refused, Err(Error::NotFound { entity: Entity::Customer }));

    let ours = [world.customer(1)];
    assert_eq!(customers::mark_customers(&agent, mark(&ours, true)).await, Ok(1));
    assert_eq!(customers::mark_customers(&agent, mark(&ours, true)).await, Ok(0));
    assert_eq!(customers::mark_customers(&agent, mark(&ours, false)).await, Ok(1));
    let kinds = world.activity_kinds(1).await;
    assert_eq!(kinds, ["tag-created", "customers-tagged", "customers-untagged"]);
}

async fn the_list_shows_and_filters_by_tags(store: Store) {
    let world = World::on(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let tags = save(&world, &agent, None, "VIP").await.unwrap();
    let by_tag = CustomersQuery { tag: Some(tags[0].id), ..CustomersQuery::default() };
    let none = customers::list(&agent, by_tag.clone()).await.unwrap();
    assert_eq!(none.total.count, 0);
    let mark = MarkCustomers {
        request: world.request(),
        tag: tags[0].id,
        customers: vec![world.customer(1)],
        on: true,
    };
    customers::mark_customers(&agent, mark).await.unwrap();

    let view = customers::list(&agent, by_tag).await.unwrap();
    assert_eq!((view.total.count, &view.customers[0].tags), (1, &tags));
    assert_eq!(view.tags, tags);
    let details = customers::find(&agent, world.customer(1)).await.unwrap();
    assert_eq!(details.tags, tags);
    // Who may not open customers is not told how they are marked.
    let billing = world.caller(1, AdminRole::BillingAdmin);
    let view = customers::list(&billing, CustomersQuery::default()).await.unwrap();
    assert!(view.tags.is_empty() && view.customers[0].tags.is_empty());
}

async fn views_are_their_owners(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::AdminAgent).await;
    let (mine, _) = world.signed_in(&person).await;
    let other = world.person(1, "zhao.min", AgentRole::AdminAgent).await;
    let (other, _) = world.signed_in(&other).await;
    let wanted = |name: &str| SaveView {
        request: world.request(),
        name: name.to_owned(),
        query: "delegated_admin=false".to_owned(),
    };
    let views = customers::save_view(&mine, wanted("没有管理权")).await.unwrap();
    let seen = customers::list(&mine, CustomersQuery::default()).await.unwrap();
    assert_eq!((views.len(), &seen.saved), (1, &views));
    let theirs = customers::list(&other, CustomersQuery::default()).await.unwrap();
    assert!(theirs.saved.is_empty());
    customers::delete_view(&other, world.request(), views[0].id).await.unwrap();
    for number in 1..MAX_VIEWS {
        customers::save_view(&mine, wanted(&number.to_string())).await.unwrap();
    }
    let full = customers::save_view(&mine, wanted("one more")).await;
    assert_eq!(full, Err(TagFault::TooManyViews.into()));
    assert!(customers::save_view(&mine, wanted("1")).await.is_ok(), "it is replaced");
    let left = customers::delete_view(&mine, world.request(), views[0].id).await.unwrap();
    assert_eq!(left.len(), MAX_VIEWS - 1);
    assert_eq!(world.activities(1).await, 2, "two sign-ins");
}

async fn a_wizard_that_was_left_is_found_again(store: Store) {
    let world = World::on(store).await;
    let person = world.person(1, "li.wei", AgentRole::SalesAgent).await;
    let (mine, _) = world.signed_in(&person).await;
    assert_eq!(customers::load_draft::<NewCustomerDraft>(&mine).await, Ok(None));
    let draft = NewCustomerDraft { domain: "xili".into(), ..NewCustomerDraft::default() };
    customers::save_draft(&mine, &draft).await.unwrap();
    let kept = customers::load_draft::<NewCustomerDraft>(&mine).await.unwrap().unwrap();
    assert_eq!((kept.draft, kept.saved_at), (draft.clone(), world.system().wall()));
    // Another version of the form: what cannot be read is lost, not an error.
    assert_eq!(customers::load_draft::<Vec<u8>>(&mine).await, Ok(None));
    let long = NewCustomerDraft { domain: "x".repeat(70_000), ..draft.clone() };
    assert!(customers::save_draft(&mine, &long).await.is_err());
    customers::drop_draft(&mine).await.unwrap();
    assert_eq!(customers::load_draft::<NewCustomerDraft>(&mine).await, Ok(None));

    // Who has sent the wizard begins anew.
    customers::save_draft(&mine, &draft).await.unwrap();
    let wanted = domain::customers::NewCustomer {
        request: world.request(),
        domain: "xiling".parse().unwrap(),
        uscc_confirmed: false,
        profile: testkit::profile("91330106MA2DEM033H"),
    };
    customers::create(&mine, wanted).await.unwrap();
    assert_eq!(customers::load_draft::<NewCustomerDraft>(&mine).await, Ok(None));
    let helpdesk = world.caller(1, AgentRole::HelpdeskAgent);
    assert!(customers::save_draft(&helpdesk, &draft).await.is_err());
}

async fn risks_are_noted_by_some_and_read_by_others(store: Store) {
    let world = World::on(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let id = world.customer(1);
    let wanted = |seen| SaveRisk {
        request: world.request(),
        customer: id,
        seen,
        risk: Risk {
            notes: "秘密".to_owned(),
            overdue: true,
            credit_limit: Some(Money::from_fen(150_000)),
        },
    };
    let saved = customers::save_risk(&agent, wanted(0)).await.unwrap();
    assert_eq!((saved.version, saved.changed.unwrap().0.as_str()), (1, "王建国"));
    let stale = customers::save_risk(&agent, wanted(0)).await;
    assert_eq!(stale, Err(Error::Stale { entity: Entity::CustomerRisk }));
    assert_eq!(customers::save_risk(&agent, wanted(1)).await.unwrap().version, 1, "no change");
    assert!(customers::find(&agent, id).await.unwrap().overdue);

    for role in [AgentRole::SalesAgent, AgentRole::HelpdeskAgent] {
        let reader = world.caller(1, role);
        let view = customers::risk(&reader, id).await.unwrap();
        assert_eq!((view.risk.notes.as_str(), view.may_change), ("秘密", false));
        let denied = Error::Forbidden { action: Action::AssessCustomerRisk };
        assert_eq!(customers::save_risk(&reader, wanted(1)).await, Err(denied));
    }
    let billing = world.caller(1, AdminRole::BillingAdmin);
    assert!(customers::risk(&billing, id).await.is_err());
    let timeline = customers::timeline(&agent, id, TimelineQuery::default()).await.unwrap();
    let entry = &timeline.entries[0];
    assert_eq!(entry.before.as_deref(), Some("overdue: no; credit limit: –"));
    assert_eq!(entry.after.as_deref(), Some("overdue: yes; credit limit: 1500.00"));
}

async fn the_policy_is_the_companys(store: Store) {
    let world = World::on(store).await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    let wanted = |seen| SavePolicy {
        request: world.request(),
        seen,
        policy: "逾期三十天暂停订阅。".to_owned(),
    };
    let saved = customers::save_policy(&agent, wanted(0)).await.unwrap();
    assert_eq!(saved.1, 1);
    let stale = customers::save_policy(&agent, wanted(0)).await;
    assert_eq!(stale, Err(Error::Stale { entity: Entity::CollectionsPolicy }));
    let helpdesk = world.caller(1, AgentRole::HelpdeskAgent);
    let view = customers::risk(&helpdesk, world.customer(1)).await.unwrap();
    assert_eq!((view.policy, view.policy_version), saved);
    let theirs = world.caller(2, AgentRole::AdminAgent);
    let view = customers::risk(&theirs, world.customer(2)).await.unwrap();
    assert_eq!((view.policy.as_str(), view.policy_version), ("", 0));
}
