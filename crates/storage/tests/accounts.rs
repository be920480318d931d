//! People, sessions, second factors and failures, on every database.

use chrono::Duration;
use domain::access::{AdminRole, AgentRole, PartnerRoles, Surface};
use domain::account::{DeviceView, Roles, Settings, Stage, Theme};
use domain::ids::{PartnerId, SessionId, UserId};
use domain::time::Instant;
use storage::accounts::sessions::{self, NewSession, Running};
use storage::accounts::{self, Factor, NewUser, factors, failures};
use storage::partners::{self, Customer, Partner};
use storage::{Error, Store, Tx};
use uuid::Uuid;

testkit::on_each_backend! {
    a_person_is_found_by_name_and_by_id
    a_name_is_taken_once_on_each_surface
    the_second_of_two_new_passwords_is_stale
    settings_are_kept
    colleagues_are_active_and_of_the_same_company
    a_session_is_found_until_it_ends
    a_disabled_person_has_no_session
    a_session_advances_from_where_it_stands
    sessions_are_listed_and_ended_by_their_owner
    ended_sessions_are_forgotten
    a_second_factor_is_offered_confirmed_and_removed
    a_step_is_used_once
    a_recovery_code_is_used_once
    failures_are_counted_until_they_are_forgotten
    a_blocked_subject_is_not_counted
    a_success_takes_one_failure_back
    old_failures_are_forgotten
    companies_are_found
    a_domain_is_taken_once
}

const SURFACE: Surface = Surface::PartnerCenter;

fn noon() -> Instant {
    "2019-06-10T04:00:00Z".parse().unwrap()
}

fn minutes(minutes: i64) -> Instant {
    noon() + Duration::minutes(minutes)
}

fn tenant() -> Uuid {
    Uuid::from_u128(0x0a01)
}

fn other_tenant() -> Uuid {
    Uuid::from_u128(0x0a02)
}

fn user(number: u128) -> UserId {
    UserId::from(Uuid::from_u128(number))
}

fn sample(number: u128) -> NewUser {
    NewUser {
        id: user(number),
        tenant: tenant(),
        roles: Roles::Partner(PartnerRoles {
            agent: Some(AgentRole::SalesAgent),
            admin: Some(AdminRole::BillingAdmin),
        }),
        sign_in_name: format!("user{number}"),
        family_name: "周".to_owned(),
        given_name: "杰".to_owned(),
        password_hash: "hash".to_owned(),
        must_change_password: true,
        language: Some("fr".to_owned()),
        demo: false,
    }
}

fn partner(id: Uuid, prefix: &str) -> Partner {
    Partner {
        id: PartnerId::from(id),
        name: "上海海云信息技术有限公司".to_owned(),
        latin_name: "Haiyun".to_owned(),
        uscc: "91310115000000019M".to_owned(),
        mpn_id: None,
        model: "direct".to_owned(),
        domain_prefix: prefix.to_owned(),
        billing_day: 15,
        suspended: true,
    }
}

async fn with_users(store: &Store, numbers: &[u128]) -> Tx {
    let mut tx = store.write().await.unwrap();
    partners::insert(&mut tx, &partner(tenant(), "haiyun"), noon()).await.unwrap();
    for number in numbers {
        accounts::insert(&mut tx, &sample(*number), noon()).await.unwrap();
    }
    tx
}

async fn a_person_is_found_by_name_and_by_id(store: Store) {
    let mut tx = with_users(&store, &[1, 2]).await;

    let found = accounts::find_by_name(&mut tx, SURFACE, "user1").await.unwrap().unwrap();

    assert_eq!(found.viewer.actor.user(), user(1));
    assert_eq!(found.viewer.actor.tenant(), tenant());
    assert_eq!(found.viewer.company, "上海海云信息技术有限公司");
    assert_eq!(found.settings.language.as_deref(), Some("fr"));
    assert!(found.active && found.must_change_password && found.administrator);
    assert_eq!(found.factor, Factor::Off);
    assert!(matches!(found.viewer.actor, domain::account::Actor::Partner { suspended: true, .. }));
    let same = accounts::find(&mut tx, tenant(), user(1)).await.unwrap().unwrap();
    assert_eq!(same, found);
    assert!(accounts::find(&mut tx, other_tenant(), user(1)).await.unwrap().is_none());
    assert!(accounts::find_by_name(&mut tx, SURFACE, "user3").await.unwrap().is_none());
    let elsewhere = accounts::find_by_name(&mut tx, Surface::BackOffice, "user1").await.unwrap();
    assert!(elsewhere.is_none());
}

async fn a_name_is_taken_once_on_each_surface(store: Store) {
    let mut tx = with_users(&store, &[1]).await;
    let staff = NewUser {
        id: user(2),
        tenant: Uuid::nil(),
        roles: Roles::Operator(Vec::new()),
        sign_in_name: "user1".to_owned(),
        ..sample(1)
    };
    accounts::insert(&mut tx, &staff, noon()).await.unwrap();
    let found = accounts::find_by_name(&mut tx, Surface::BackOffice, "user1").await.unwrap();
    assert_eq!(found.unwrap().viewer.company, "", "the operator is no row");

    let again = NewUser { id: user(3), ..sample(1) };
    let refused = accounts::insert(&mut tx, &again, noon()).await.unwrap_err();

    let column = "users.surface, users.sign_in_name";
    assert!(refused.violates("users_surface_sign_in_name_key", column), "{refused}");
}

async fn the_second_of_two_new_passwords_is_stale(store: Store) {
    let mut tx = with_users(&store, &[1]).await;
    accounts::set_password(&mut tx, tenant(), user(1), 1, "first").await.unwrap();

    let second = accounts::set_password(&mut tx, tenant(), user(1), 1, "second").await;

    assert!(matches!(second, Err(Error::Stale { .. })));
    let stranger = accounts::set_password(&mut tx, other_tenant(), user(1), 2, "third").await;
    assert!(matches!(stranger, Err(Error::Stale { .. })));
    let found = accounts::find(&mut tx, tenant(), user(1)).await.unwrap().unwrap();
    assert_eq!((found.password_hash.as_str(), found.version), ("first", 2));
    assert!(!found.must_change_password);
}

async fn settings_are_kept(store: Store) {
    let mut tx = with_users(&store, &[1]).await;
    for theme in Theme::ALL.iter().copied().map(Some).chain([None]) {
        let settings = Settings { language: None, theme, shortcuts: false };
        accounts::save_settings(&mut tx, tenant(), user(1), &settings).await.unwrap();
        let found = accounts::find(&mut tx, tenant(), user(1)).await.unwrap().unwrap();
        assert_eq!(found.settings, settings);
        let refused = accounts::save_settings(&mut tx, other_tenant(), user(1), &settings).await;
        assert!(matches!(refused, Err(Error::Stale { .. })));
    }
}

async fn colleagues_are_active_and_of_the_same_company(store: Store) {
    let mut tx = with_users(&store, &[1]).await;
    let stranger = NewUser { tenant: other_tenant(), ..sample(2) };
    accounts::insert(&mut tx, &stranger, noon()).await.unwrap();

    let found = accounts::colleagues(&mut tx, tenant(), SURFACE).await.unwrap();

    assert_eq!(found.len(), 1);
    assert_eq!((found[0].family_name.as_str(), found[0].given_name.as_str()), ("周", "杰"));
    assert_eq!(found[0].roles, sample(1).roles);
}

fn session(number: u128, owner: u128, stage: Stage) -> NewSession {
    NewSession {
        id: SessionId::from(Uuid::from_u128(number)),
        token_hash: [u8::try_from(number).unwrap(); 32],
        user: user(owner),
        surface: SURFACE,
        stage,
        device: DeviceView { browser: Some("Firefox".to_owned()), system: None },
        address: "203.0.113.7".to_owned(),
        expires_at: minutes(60),
        on_behalf_of: None,
    }
}

/// Ten minutes of idleness end a session.
fn running(now: i64) -> Running {
    Running { now: minutes(now), idle_since: minutes(now - 10) }
}

async fn with_sessions(store: &Store) -> Tx {
    let mut tx = with_users(store, &[1, 2]).await;
    for (number, owner, stage) in
        [(1, 1, Stage::Complete), (2, 1, Stage::SecondFactor), (3, 2, Stage::Complete)]
    {
        let begun = minutes(i64::try_from(number).unwrap() - 1);
        sessions::insert(&mut tx, &session(number, owner, stage), begun).await.unwrap();
    }
    tx
}

async fn a_session_is_found_until_it_ends(store: Store) {
    let mut tx = with_sessions(&store).await;
    let first = session(1, 1, Stage::Complete);

    let live = sessions::find(&mut tx, SURFACE, &[1; 32], running(9)).await.unwrap().unwrap();

    assert_eq!((live.id, live.stage, live.last_seen_at), (first.id, first.stage, noon()));
    assert_eq!(live.address, first.address);
    assert_eq!(live.user.viewer.actor.user(), user(1));
    let idle = sessions::find(&mut tx, SURFACE, &[1; 32], running(10)).await.unwrap();
    assert!(idle.is_none());
    for now in [9, 18, 27, 36, 45, 54] {
        sessions::touch(&mut tx, first.id, minutes(now)).await.unwrap();
    }
    assert!(sessions::find(&mut tx, SURFACE, &[1; 32], running(59)).await.unwrap().is_some());
    assert!(sessions::find(&mut tx, SURFACE, &[1; 32], running(60)).await.unwrap().is_none());
    assert!(sessions::find(&mut tx, SURFACE, &[9; 32], running(0)).await.unwrap().is_none());
    let elsewhere = sessions::find(&mut tx, Surface::BackOffice, &[1; 32], running(0)).await;
    assert!(elsewhere.unwrap().is_none());
}

async fn a_disabled_person_has_no_session(store: Store) {
    let mut tx = with_sessions(&store).await;
    testkit::disable(&mut tx, user(1)).await;

    assert!(sessions::find(&mut tx, SURFACE, &[1; 32], running(1)).await.unwrap().is_none());
    assert!(sessions::find(&mut tx, SURFACE, &[3; 32], running(1)).await.unwrap().is_some());
    assert_eq!(accounts::colleagues(&mut tx, tenant(), SURFACE).await.unwrap().len(), 1);
    let row = accounts::find(&mut tx, tenant(), user(1)).await.unwrap().unwrap();
    assert!(!row.active);
}

async fn a_session_advances_from_where_it_stands(store: Store) {
    let mut tx = with_sessions(&store).await;
    let (id, from, to) = (session(2, 1, Stage::Complete).id, Stage::SecondFactor, Stage::Complete);

    assert!(!sessions::advance(&mut tx, user(2), id, from, to).await.unwrap());
    assert!(sessions::advance(&mut tx, user(1), id, from, to).await.unwrap());
    assert!(!sessions::advance(&mut tx, user(1), id, from, to).await.unwrap());

    let live = sessions::find(&mut tx, SURFACE, &[2; 32], running(1)).await.unwrap().unwrap();
    assert_eq!(live.stage, Stage::Complete);
}

async fn sessions_are_listed_and_ended_by_their_owner(store: Store) {
    let mut tx = with_sessions(&store).await;
    let ids = [1, 2, 3].map(|number| SessionId::from(Uuid::from_u128(number)));

    let listed = sessions::list(&mut tx, user(1), Some(ids[0]), running(5)).await.unwrap();

    let found: Vec<_> = listed.iter().map(|session| (session.id, session.current)).collect();
    assert_eq!(found, [(ids[1], false), (ids[0], true)]);
    assert_eq!(listed[0].device.browser.as_deref(), Some("Firefox"));
    assert_eq!(listed[0].created_at, minutes(1));
    assert!(!sessions::delete(&mut tx, user(2), ids[0]).await.unwrap());
    assert_eq!(sessions::delete_others(&mut tx, user(1), Some(ids[0])).await.unwrap(), 1);
    assert!(sessions::delete(&mut tx, user(1), ids[0]).await.unwrap());
    assert_eq!(sessions::delete_others(&mut tx, user(2), None).await.unwrap(), 1);
}

async fn ended_sessions_are_forgotten(store: Store) {
    let mut tx = with_sessions(&store).await;
    assert_eq!(sessions::delete_ended(&mut tx, Some(user(1)), running(10)).await.unwrap(), 1);
    assert_eq!(sessions::delete_ended(&mut tx, Some(user(1)), running(10)).await.unwrap(), 0);
    let long = Running { now: minutes(60), idle_since: minutes(-1) };
    assert_eq!(sessions::delete_ended(&mut tx, None, long).await.unwrap(), 2);
}

async fn a_second_factor_is_offered_confirmed_and_removed(store: Store) {
    let mut tx = with_users(&store, &[1]).await;
    let id = user(1);
    factors::offer(&mut tx, tenant(), id, b"first", noon()).await.unwrap();
    factors::offer(&mut tx, tenant(), id, b"second", minutes(1)).await.unwrap();
    let row = accounts::find(&mut tx, tenant(), id).await.unwrap().unwrap();
    assert_eq!(row.factor, Factor::Offered { secret: b"second".to_vec(), since: minutes(1) });

    for (tenant, secret) in [(tenant(), b"first!"), (other_tenant(), b"second")] {
        let refused = factors::confirm(&mut tx, tenant, id, secret).await;
        assert!(matches!(refused, Err(Error::Stale { .. })));
    }
    factors::confirm(&mut tx, tenant(), id, b"second").await.unwrap();
    let row = accounts::find(&mut tx, tenant(), id).await.unwrap().unwrap();
    assert_eq!(row.factor, Factor::On { secret: b"second".to_vec() });
    factors::replace_secret(&mut tx, tenant(), id, b"second", b"sealed").await.unwrap();
    let late = factors::replace_secret(&mut tx, tenant(), id, b"second", b"other").await;
    assert!(matches!(late, Err(Error::Stale { .. })));
    let row = accounts::find(&mut tx, tenant(), id).await.unwrap().unwrap();
    assert_eq!(row.factor, Factor::On { secret: b"sealed".to_vec() });

    let again = factors::offer(&mut tx, tenant(), id, b"third", noon()).await;
    assert!(matches!(again, Err(Error::Stale { .. })));
    factors::replace_codes(&mut tx, id, &[[1; 32]]).await.unwrap();
    factors::remove(&mut tx, tenant(), id).await.unwrap();
    let row = accounts::find(&mut tx, tenant(), id).await.unwrap().unwrap();
    assert_eq!((row.factor, row.version), (Factor::Off, 3));
    assert_eq!(factors::codes_left(&mut tx, id).await.unwrap(), 0);
    let again = factors::remove(&mut tx, tenant(), id).await;
    assert!(matches!(again, Err(Error::Stale { .. })));
}

async fn a_step_is_used_once(store: Store) {
    let mut tx = with_users(&store, &[1]).await;
    for (step, expected) in [(50, true), (50, false), (49, false), (51, true)] {
        let used = factors::use_step(&mut tx, tenant(), user(1), step).await.unwrap();
        assert_eq!(used, expected, "step {step}");
    }
    assert!(!factors::use_step(&mut tx, other_tenant(), user(1), 52).await.unwrap());
}

async fn a_recovery_code_is_used_once(store: Store) {
    let mut tx = with_users(&store, &[1, 2]).await;
    factors::replace_codes(&mut tx, user(1), &[[0; 32], [1; 32]]).await.unwrap();
    factors::replace_codes(&mut tx, user(1), &[[1; 32], [2; 32]]).await.unwrap();
    for (owner, code, expected) in
        [(1, 0, false), (2, 1, false), (1, 1, true), (1, 1, false), (1, 2, true)]
    {
        let used = factors::use_code(&mut tx, user(owner), &[code; 32], noon()).await.unwrap();
        assert_eq!(used, expected, "code {code} of {owner}");
    }
    assert_eq!(factors::codes_left(&mut tx, user(1)).await.unwrap(), 0);
}

async fn failures_are_counted_until_they_are_forgotten(store: Store) {
    let mut tx = store.write().await.unwrap();
    for (now, forgotten, expected) in [(0, -15, 1), (1, -14, 2), (15, 0, 3), (30, 15, 1)] {
        let count = failures::count(&mut tx, "a", minutes(now), minutes(forgotten)).await.unwrap();
        assert_eq!(count, Some(expected), "minute {now}");
    }
    assert_eq!(failures::count(&mut tx, "b", noon(), minutes(-15)).await.unwrap(), Some(1));
    failures::forgive(&mut tx, "a").await.unwrap();
    assert_eq!(failures::count(&mut tx, "a", minutes(31), minutes(16)).await.unwrap(), Some(1));
}

async fn a_blocked_subject_is_not_counted(store: Store) {
    let mut tx = store.write().await.unwrap();
    failures::count(&mut tx, "a", noon(), minutes(-15)).await.unwrap();
    failures::block(&mut tx, "a", minutes(2)).await.unwrap();

    assert_eq!(failures::count(&mut tx, "a", minutes(1), minutes(-14)).await.unwrap(), None);
    let blocked = failures::blocked(&mut tx, "a", minutes(1)).await.unwrap();
    assert_eq!(blocked, Some((1, minutes(2))));
    assert_eq!(failures::blocked(&mut tx, "a", minutes(2)).await.unwrap(), None);
    assert_eq!(failures::count(&mut tx, "a", minutes(2), minutes(-13)).await.unwrap(), Some(2));
    assert_eq!(failures::blocked(&mut tx, "a", minutes(2)).await.unwrap(), None);
}

async fn a_success_takes_one_failure_back(store: Store) {
    let mut tx = store.write().await.unwrap();
    for _ in 0..3 {
        failures::count(&mut tx, "a", noon(), minutes(-15)).await.unwrap();
    }
    failures::block(&mut tx, "a", minutes(2)).await.unwrap();

    failures::take_back(&mut tx, "a", None).await.unwrap();
    let theirs = failures::blocked(&mut tx, "a", noon()).await.unwrap();
    assert_eq!(theirs, Some((2, minutes(2))), "another attempt's block stays");
    failures::take_back(&mut tx, "a", Some(minutes(2))).await.unwrap();

    assert_eq!(failures::blocked(&mut tx, "a", noon()).await.unwrap(), None);
    assert_eq!(failures::count(&mut tx, "a", noon(), minutes(-15)).await.unwrap(), Some(2));
}

async fn old_failures_are_forgotten(store: Store) {
    let mut tx = store.write().await.unwrap();
    failures::count(&mut tx, "a", noon(), minutes(-15)).await.unwrap();
    failures::count(&mut tx, "b", minutes(1), minutes(-15)).await.unwrap();
    assert_eq!(failures::delete_before(&mut tx, noon()).await.unwrap(), 1);
    assert_eq!(failures::count(&mut tx, "a", minutes(1), minutes(-14)).await.unwrap(), Some(1));
    assert_eq!(failures::count(&mut tx, "b", minutes(1), minutes(-14)).await.unwrap(), Some(2));
}

fn customer(number: u128, prefix: &str) -> Customer {
    Customer {
        id: Uuid::from_u128(number).into(),
        company_name: "北京𠮷祥·科技（集团）有限公司".to_owned(),
        domain_prefix: prefix.to_owned(),
        uscc: None,
        sort_key: vec![1, 2, 3],
    }
}

async fn companies_are_found(store: Store) {
    let mut tx = store.write().await.unwrap();
    let (ours, theirs) = (partner(tenant(), "haiyun"), partner(other_tenant(), "nanxing"));
    for new in [&ours, &theirs] {
        partners::insert(&mut tx, new, noon()).await.unwrap();
    }
    let jixiang = customer(7, "jixiang");
    partners::insert_customer(&mut tx, &jixiang, noon()).await.unwrap();
    partners::insert_relationship(&mut tx, ours.id, jixiang.id, true, noon()).await.unwrap();

    assert_eq!(partners::find(&mut tx, ours.id).await.unwrap().as_ref(), Some(&ours));
    assert_eq!(partners::find(&mut tx, Uuid::nil().into()).await.unwrap(), None);
    let found = partners::find_customer(&mut tx, ours.id, jixiang.id).await.unwrap();
    assert_eq!(found.as_ref(), Some(&jixiang));
    let stranger = partners::find_customer(&mut tx, theirs.id, jixiang.id).await.unwrap();
    assert_eq!(stranger, None);
    assert_eq!(partners::count_customers(&mut tx, ours.id).await.unwrap(), 1);
    assert_eq!(partners::count_customers(&mut tx, theirs.id).await.unwrap(), 0);
}

async fn a_domain_is_taken_once(store: Store) {
    let mut tx = store.write().await.unwrap();
    partners::insert(&mut tx, &partner(tenant(), "haiyun"), noon()).await.unwrap();
    let again = partners::insert(&mut tx, &partner(other_tenant(), "haiyun"), noon()).await;
    let again = again.unwrap_err();
    assert!(again.violates("partners_domain_prefix_key", "partners.domain_prefix"), "{again}");
    drop(tx);

    let mut tx = store.write().await.unwrap();
    partners::insert_customer(&mut tx, &customer(7, "jixiang"), noon()).await.unwrap();
    let again = partners::insert_customer(&mut tx, &customer(8, "jixiang"), noon()).await;
    let again = again.unwrap_err();
    assert!(again.violates("customers_domain_prefix_key", "customers.domain_prefix"), "{again}");
}
