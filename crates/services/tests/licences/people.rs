//! People added, edited, blocked, deleted and brought back.

use chrono::Duration;
use domain::access::{Action, AdminRole, CustomerRole, Surface};
use domain::account::{SignInDraft, Stage};
use domain::error::{Entity, Error};
use domain::ids::UserId;
use domain::licences::{
    AddUser, AddUserDraft, EditUserDraft, SetRoles, UserCommand, UserFilter, UserStatus, UsersQuery,
};
use services::accounts::{Origin, sign_in};
use services::{Caller, licences};
use storage::Store;
use testkit::World;

use super::{E1, E3, GLOBAL, command, hold, key, seats_of, sku, world};

testkit::on_each_backend! {
    a_new_person_signs_in_with_the_password_told_once
    a_name_is_given_once
    people_are_edited_at_the_version_seen
    a_blocked_person_keeps_the_licences
    nobody_shuts_the_company_out
    roles_are_given_by_global_admins_only
    only_a_global_admin_resets_an_admins_password
    a_deleted_person_comes_back_with_what_is_free
    a_deleted_person_is_forgotten_after_thirty_days
    another_companys_people_are_not_found
    each_role_may_what_the_book_says
}

fn draft(world: &World, name: &str) -> AddUser {
    let draft = AddUserDraft {
        request: world.request(),
        display_name: format!("{name} 王"),
        family_name: String::new(),
        given_name: String::new(),
        user_name: name.to_owned(),
        phone: String::new(),
        usage_location: "CN".to_owned(),
        roles: String::new(),
    };
    draft.parse().unwrap()
}

async fn a_new_person_signs_in_with_the_password_told_once(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let wanted = draft(&world, "li.na");

    let added = licences::add(&admin, wanted.clone()).await.unwrap();
    let again = licences::add(&admin, wanted).await.unwrap();

    assert_eq!(again.id, added.id);
    assert_eq!(again.password, None, "a repetition does not tell it again");
    assert_eq!(added.sign_in_name, "li.na@customer1.partner.onmschina.cn");
    let password = added.password.unwrap();
    let draft = SignInDraft {
        surface: Surface::AdminCenter,
        name: added.sign_in_name,
        password: password.reveal().to_owned(),
    };
    let signed_in = sign_in(world.system(), draft, Origin::default()).await.unwrap();
    assert_eq!(signed_in.stage, Stage::PasswordChange);
    assert_eq!(world.customer_activity_kinds(1).await, ["customer-user-added"]);
    let query = UsersQuery { words: "王".into(), ..UsersQuery::default() };
    let listed = licences::list(&admin, query, "en").await.unwrap();
    assert_eq!((listed.total, listed.users[0].id), (1, added.id));
}

async fn a_name_is_given_once(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let first = licences::add(&admin, draft(&world, "li.na")).await.unwrap();
    assert_eq!(key(licences::add(&admin, draft(&world, "LI.NA")).await), "user_name err-upn-taken");

    let delete = command(&world, &admin, first.id).await;
    licences::delete(&admin, delete).await.unwrap();

    let again = licences::add(&admin, draft(&world, "li.na")).await;
    assert_eq!(key(again), "user_name err-upn-taken", "for 30 days");
    let other = world.customer_caller(2, GLOBAL);
    assert!(licences::add(&other, draft(&world, "li.na")).await.is_ok(), "of another company");
}

async fn people_are_edited_at_the_version_seen(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let user = world.customer_user(1, "li.na", &[]).await;
    let edit = |version| {
        let draft = EditUserDraft {
            request: world.request(),
            user,
            version,
            display_name: "李娜".to_owned(),
            family_name: "李".to_owned(),
            given_name: "娜".to_owned(),
            phone: "13912345678".to_owned(),
            usage_location: String::new(),
        };
        draft.parse().unwrap()
    };

    licences::edit(&admin, edit(1)).await.unwrap();
    let stale = licences::edit(&admin, edit(1)).await;

    assert_eq!(stale, Err(Error::Stale { entity: Entity::User }));
    let found = licences::find(&admin, user, "en").await.unwrap();
    assert_eq!((found.display_name.as_str(), found.version), ("李娜", 2));
    assert_eq!(found.phone.as_deref(), Some("+8613912345678"));
    assert_eq!(key(hold(&world, &admin, user, &[E3]).await), "err-usage-location");
}

async fn a_blocked_person_keeps_the_licences(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let user = world.customer_user(1, "li.na", &[]).await;
    hold(&world, &admin, user, &[E3]).await.unwrap();

    licences::block(&admin, command(&world, &admin, user).await).await.unwrap();

    let found = licences::find(&admin, user, "en").await.unwrap();
    assert_eq!(found.status, UserStatus::Blocked);
    let pools = licences::pools(&admin, "en").await.unwrap();
    let pool = pools.licences.iter().find(|view| view.sku == sku(E3)).unwrap();
    assert_eq!((pool.seats.assigned, pool.seats.blocked, pool.seats.idle()), (1, 1, 10));
    licences::unblock(&admin, command(&world, &admin, user).await).await.unwrap();
    let kinds = world.customer_activity_kinds(1).await;
    assert_eq!(kinds, ["licences-changed", "customer-user-blocked", "customer-user-unblocked"]);
}

async fn nobody_shuts_the_company_out(store: Store) {
    let world = world(store).await;
    // The caller is not in the list: the only global admin there is "boss".
    let admin = world.customer_caller(1, GLOBAL);
    let boss = world.customer_user(1, "boss", GLOBAL).await;
    let at = command(&world, &admin, boss).await;
    assert_eq!(key(licences::block(&admin, at).await), "err-last-global-admin");
    let at = command(&world, &admin, boss).await;
    assert_eq!(key(licences::delete(&admin, at).await), "err-last-global-admin");
    let at = command(&world, &admin, boss).await;
    let roles = SetRoles { request: at.request, user: boss, seen: at.version, roles: vec![] };
    assert_eq!(key(licences::set_roles(&admin, roles).await), "err-last-global-admin");

    world.customer_user(1, "second", GLOBAL).await;
    let at = command(&world, &admin, boss).await;
    licences::block(&admin, at).await.unwrap();
}

async fn roles_are_given_by_global_admins_only(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let people = world.customer_caller(1, &[CustomerRole::UserManagementAdmin]);
    let user = world.customer_user(1, "li.na", &[]).await;
    let roles = |version| SetRoles {
        request: world.request(),
        user,
        seen: version,
        roles: vec![CustomerRole::PasswordAdmin],
    };
    let denied = Error::Forbidden { action: Action::GiveCustomerAdminRole };
    assert_eq!(licences::set_roles(&people, roles(1)).await, Err(denied.clone()));
    let with_role = AddUser { roles: GLOBAL.to_vec(), ..draft(&world, "king") };
    assert_eq!(licences::add(&people, with_role).await, Err(denied));

    licences::set_roles(&admin, roles(1)).await.unwrap();

    let found = licences::find(&admin, user, "en").await.unwrap();
    assert_eq!(found.roles, [CustomerRole::PasswordAdmin]);
    let query = UsersQuery { filter: Some(UserFilter::Admins), ..UsersQuery::default() };
    assert_eq!(licences::list(&admin, query, "en").await.unwrap().total, 1);
    let own = admin.viewer().unwrap().actor.user();
    let own = SetRoles { user: own, ..roles(1) };
    let unknown = Err(Error::NotFound { entity: Entity::User });
    assert_eq!(licences::set_roles(&admin, own).await, unknown, "the caller has no row");
}

async fn only_a_global_admin_resets_an_admins_password(store: Store) {
    let world = world(store).await;
    let global = world.customer_caller(1, GLOBAL);
    let passwords = world.customer_caller(1, &[CustomerRole::PasswordAdmin]);
    let user = world.customer_user(1, "li.na", &[]).await;
    let boss = world.customer_user(1, "boss", GLOBAL).await;
    let reset = async |caller: &Caller, user: UserId| {
        let at = command(&world, &global, user).await;
        licences::reset_password(caller, at).await
    };

    assert!(reset(&passwords, user).await.unwrap().password.is_some());
    assert_eq!(key(reset(&passwords, boss).await), "err-admin-password");
    assert!(reset(&global, boss).await.unwrap().password.is_some());
    let kinds = world.customer_activity_kinds(1).await;
    assert_eq!(kinds, ["customer-password-reset"; 2]);
}

async fn a_deleted_person_comes_back_with_what_is_free(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let ids = world.customer_users(1, &["li.na", "one", "two"], &[]).await;
    hold(&world, &admin, ids[0], &[E1]).await.unwrap();
    licences::delete(&admin, command(&world, &admin, ids[0]).await).await.unwrap();
    assert_eq!(seats_of(&admin, E1).await, (0, 2), "the seat is free at once");
    assert_eq!(key(hold(&world, &admin, ids[0], &[E1]).await), "Err(NotFound { entity: User })");

    world.clock().advance_business(Duration::days(30));
    let back = licences::restore(&admin, command(&world, &admin, ids[0]).await).await.unwrap();
    assert_eq!((back.licences, back.missing), (vec![sku(E1)], vec![]));
    assert_eq!(seats_of(&admin, E1).await, (1, 1));

    licences::delete(&admin, command(&world, &admin, ids[0]).await).await.unwrap();
    hold(&world, &admin, ids[1], &[E1]).await.unwrap();
    hold(&world, &admin, ids[2], &[E1]).await.unwrap();
    let back = licences::restore(&admin, command(&world, &admin, ids[0]).await).await.unwrap();
    assert_eq!((back.licences, back.missing), (vec![], vec![sku(E1)]));
    assert_eq!(seats_of(&admin, E1).await, (2, 0));
    let again = command(&world, &admin, ids[0]).await;
    assert_eq!(key(licences::restore(&admin, again).await), "Err(NotFound { entity: User })");
}

async fn a_deleted_person_is_forgotten_after_thirty_days(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let user = world.customer_user(1, "li.na", &[]).await;
    licences::delete(&admin, command(&world, &admin, user).await).await.unwrap();
    let scheduler = Caller::scheduler(world.system().clone());

    world.clock().advance_business(Duration::days(30));
    assert_eq!(licences::purge_deleted(&scheduler).await, Ok(0));
    world.clock().advance_business(Duration::days(1));
    let at = command(&world, &admin, user).await;
    assert_eq!(key(licences::restore(&admin, at).await), "err-restore-over");
    assert_eq!(licences::purge_deleted(&scheduler).await, Ok(1));

    let gone = Err(Error::NotFound { entity: Entity::User });
    assert_eq!(licences::find(&admin, user, "en").await.map(|_| ()), gone);
    let kinds = world.customer_activity_kinds(1).await;
    assert_eq!(kinds, ["customer-user-deleted", "customer-user-purged"]);
    assert_eq!(licences::purge_deleted(&admin).await, Err(Error::Unauthenticated));
}

async fn another_companys_people_are_not_found(store: Store) {
    let world = world(store).await;
    let ours = world.customer_user(1, "li.na", &[]).await;
    let stranger = world.customer_caller(2, GLOBAL);
    let at = || UserCommand { request: world.request(), user: ours, version: 1 };
    let missing = "Err(NotFound { entity: User })";

    assert_eq!(key(licences::find(&stranger, ours, "en").await), missing);
    assert_eq!(key(licences::block(&stranger, at()).await), missing);
    assert_eq!(key(licences::delete(&stranger, at()).await), missing);
    assert_eq!(key(licences::restore(&stranger, at()).await), missing);
    assert_eq!(key(licences::reset_password(&stranger, at()).await), missing);
    assert_eq!(key(hold(&world, &stranger, ours, &[]).await), missing);
    let roles = SetRoles { request: world.request(), user: ours, seen: 1, roles: vec![] };
    assert_eq!(key(licences::set_roles(&stranger, roles).await), missing);
    assert_eq!(licences::list(&stranger, UsersQuery::default(), "en").await.unwrap().total, 0);
    assert_eq!(licences::pools(&stranger, "en").await.unwrap().licences, []);
}

async fn each_role_may_what_the_book_says(store: Store) {
    use CustomerRole::{BillingAdmin, PasswordAdmin, ServiceAdmin, UserManagementAdmin};

    let world = world(store).await;
    let user = world.customer_user(1, "li.na", &[]).await;
    for (roles, list, edit, own) in [
        (&[BillingAdmin][..], true, false, true),
        (&[UserManagementAdmin], true, true, false),
        (&[PasswordAdmin], true, false, false),
        (&[ServiceAdmin], true, false, false),
        (&[], false, false, false),
        (GLOBAL, true, true, true),
    ] {
        let caller = world.customer_caller(1, roles);
        let listed = licences::list(&caller, UsersQuery::default(), "en").await;
        assert_eq!(listed.is_ok(), list, "{roles:?} list");
        let at = UserCommand { request: world.request(), user, version: 0 };
        let stale = Err(Error::Stale { entity: Entity::User });
        assert_eq!(licences::block(&caller, at).await == stale, edit, "{roles:?} edit");
        let seen = licences::own_subscriptions(&caller, "en").await;
        assert_eq!(seen.is_ok(), own, "{roles:?} subscriptions");
    }
    let partner = world.caller(1, AdminRole::GlobalAdmin);
    let listed = licences::list(&partner, UsersQuery::default(), "en").await;
    assert!(
        matches!(listed, Err(Error::Forbidden { .. })),
        "in Partner Center there is no such list"
    );
}

#[tokio::test]
async fn a_temporary_password_is_never_stored() {
    let world = super::world(testkit::memory().await).await;
    let admin = world.customer_caller(1, GLOBAL);
    let added = licences::add(&admin, draft(&world, "li.na")).await.unwrap();
    let at = command(&world, &admin, added.id).await;
    let reset = licences::reset_password(&admin, at).await.unwrap();

    let stored = world.dump().await;

    for password in [added.password, reset.password] {
        let password = password.unwrap();
        assert!(!stored.contains(password.reveal()), "it is somewhere in the database");
        assert!(!format!("{password:?}").contains(password.reveal()));
    }
}
