//! Licences of many people at once, and people from a file.

use domain::error::{Entity, Error};
use domain::ids::UserId;
use domain::licences::{
    BulkAction, BulkCommand, BulkFilter, BulkJobView, BulkOutcome, BulkSelection, BulkStatus,
    BulkView, OffPlans, UsersQuery,
};
use services::licences::{self, Format, Upload};
use services::{Caller, Result};
use storage::Store;
use testkit::World;

use super::{E1, E3, GLOBAL, hold, key, seats_of, sku, world};

testkit::on_each_backend! {
    a_file_is_looked_through_done_and_undone
    rows_that_became_impossible_are_refused_at_the_end
    undoing_stops_where_something_else_has_changed
    the_same_for_everybody_who_was_ticked
    a_job_is_started_once_and_by_its_company
    a_job_broken_off_goes_on_where_it_stopped
    two_thousand_rows_are_done_in_parts
    a_hundred_people_come_from_a_file
    a_file_with_a_fault_adds_nobody
    files_of_the_wrong_form_are_refused
    what_was_refused_can_be_downloaded
}

fn upload(world: &World, text: &str) -> Upload {
    let content = text.as_bytes().to_vec();
    Upload { request: world.request(), file_name: "licences.csv".to_owned(), content }
}

async fn check(world: &World, caller: &Caller, rows: &[String]) -> BulkView {
    let text = format!("User name,Licence,Action,Switched-off plans\n{}\n", rows.join("\n"));
    licences::check_file(caller, upload(world, &text), "en").await.unwrap()
}

fn start(world: &World, job: &BulkJobView) -> BulkCommand {
    BulkCommand { request: world.request(), job: job.id, seen: job.version }
}

async fn apply(world: &World, caller: &Caller, job: &BulkJobView) -> Result<BulkJobView> {
    licences::apply(caller, start(world, job), "en").await
}

async fn undo(world: &World, caller: &Caller, job: &BulkJobView) -> Result<BulkJobView> {
    licences::undo(caller, start(world, job), "en").await
}

fn outcomes(view: &BulkView) -> Vec<String> {
    let word = |row: &domain::licences::BulkRowView| match row.faults.first() {
        Some(fault) => format!("{} {}", fault.field, fault.refusal.code.key),
        None => row.outcome.as_str().to_owned(),
    };
    view.rows.iter().map(word).collect()
}

async fn names(caller: &Caller) -> Vec<(String, Vec<String>)> {
    let listed = licences::list(caller, UsersQuery::default(), "en").await.unwrap();
    listed.users.into_iter().map(|user| (user.display_name, user.licences)).collect()
}

async fn a_file_is_looked_through_done_and_undone(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let ids = world.customer_users(1, &["an", "bai", "chen", "deng"], &[]).await;
    hold(&world, &admin, ids[1], &[E1]).await.unwrap();
    hold(&world, &admin, ids[2], &[E3]).await.unwrap();
    let before = names(&admin).await;

    let checked = check(
        &world,
        &admin,
        &[
            "an,O365-E3,assign,".into(),
            "bai,O365-E1,remove,".into(),
            "bai,O365-E3,assign,SHAREPOINTWAC".into(),
            "chen,O365-E3,assign,".into(),
            "chen,O365-E1,assign,".into(),
            "nobody,O365-E9,give,".into(),
            "deng,O365-E3,assign,NOPE".into(),
        ],
    )
    .await;
    assert_eq!(
        outcomes(&checked),
        [
            "waiting",
            "waiting",
            "waiting",
            "nothing",
            "licence err-licence-conflict",
            "user err-bulk-user",
            "off err-licence-plan-unknown",
        ]
    );
    assert_eq!(checked.rows[5].faults.len(), 3, "every cell at fault");
    assert_eq!(checked.rows[1].before, Some(OffPlans::default()));
    assert_eq!(checked.rows[1].after, None);
    assert_eq!(names(&admin).await, before, "looking changes nothing");

    let done = apply(&world, &admin, &checked.job).await.unwrap();
    assert_eq!(
        (done.status, done.applied, done.refused, done.nothing),
        (BulkStatus::Done, 3, 3, 1)
    );
    assert_eq!(seats_of(&admin, E3).await, (3, 7));
    assert_eq!(seats_of(&admin, E1).await, (0, 2));

    let undone = undo(&world, &admin, &done).await.unwrap();
    assert_eq!(undone.status, BulkStatus::Undone);
    assert_eq!(names(&admin).await, before);
    assert_eq!(seats_of(&admin, E3).await, (1, 9));
    assert_eq!(seats_of(&admin, E1).await, (1, 1));
    let kinds = world.customer_activity_kinds(1).await;
    let bulk = ["bulk-licences-begun", "bulk-licences-applied", "bulk-licences-undone"];
    assert_eq!(kinds[2..], bulk);
    assert_eq!(key(undo(&world, &admin, &undone).await), "err-bulk-state");
    assert_eq!(key(apply(&world, &admin, &undone).await), "err-bulk-state");
}

async fn rows_that_became_impossible_are_refused_at_the_end(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let ids = world.customer_users(1, &["an", "bai", "chen"], &[]).await;
    let checked =
        check(&world, &admin, &["an,O365-E1,assign,".into(), "bai,O365-E1,assign,".into()]).await;
    assert_eq!(outcomes(&checked), ["waiting", "waiting"]);
    hold(&world, &admin, ids[2], &[E1]).await.unwrap();

    let done = apply(&world, &admin, &checked.job).await.unwrap();

    assert_eq!((done.applied, done.refused), (1, 1));
    let view = licences::job(&admin, done.id, BulkFilter::default()).await.unwrap();
    assert_eq!(outcomes(&view), ["applied", "licence err-no-licence"]);
    assert_eq!(seats_of(&admin, E1).await, (2, 0));
}

async fn undoing_stops_where_something_else_has_changed(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let ids = world.customer_users(1, &["an", "bai"], &[]).await;
    let checked =
        check(&world, &admin, &["an,O365-E3,assign,".into(), "bai,O365-E3,assign,".into()]).await;
    let done = apply(&world, &admin, &checked.job).await.unwrap();
    hold(&world, &admin, ids[0], &[]).await.unwrap();

    let refused = undo(&world, &admin, &done).await;

    assert_eq!(key(refused), "err-bulk-changed");
    assert_eq!(seats_of(&admin, E3).await, (1, 9));
    hold(&world, &admin, ids[0], &[E3]).await.unwrap();
    assert!(undo(&world, &admin, &done).await.is_ok(), "as the job left it, again");
    assert_eq!(seats_of(&admin, E3).await, (0, 10));
}

async fn the_same_for_everybody_who_was_ticked(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let mut ids = world.customer_users(1, &["an", "bai", "chen"], &[]).await;
    ids.push(world.customer_user(2, "stranger", &[]).await);
    let selection = |users: Vec<UserId>, action| BulkSelection {
        request: world.request(),
        users,
        sku: sku(E1),
        action,
        off: OffPlans::default(),
    };

    let assign = selection(ids.clone(), BulkAction::Assign);
    let checked = licences::check_selection(&admin, assign, "en").await.unwrap();
    assert_eq!(outcomes(&checked), ["waiting", "waiting", "licence err-no-licence"]);
    apply(&world, &admin, &checked.job).await.unwrap();
    assert_eq!(seats_of(&admin, E1).await, (2, 0));

    let stranger = selection(vec![ids[3]], BulkAction::Remove);
    let stranger = licences::check_selection(&admin, stranger, "en").await;
    assert_eq!(stranger, Err(Error::NotFound { entity: Entity::User }));
}

async fn a_job_is_started_once_and_by_its_company(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    world.customer_user(1, "an", &[]).await;
    let checked = check(&world, &admin, &["an,O365-E3,assign,".into()]).await;
    let stranger = world.customer_caller(2, GLOBAL);
    let missing = Err(Error::NotFound { entity: Entity::BulkJob });
    assert_eq!(apply(&world, &stranger, &checked.job).await, missing);
    assert_eq!(undo(&world, &stranger, &checked.job).await, missing);
    let seen = licences::job(&stranger, checked.job.id, BulkFilter::default()).await;
    assert_eq!(seen.map(|view| view.job), missing);
    assert_eq!(licences::jobs(&stranger).await, Ok(vec![]));
    let stale = BulkCommand { seen: 9, ..start(&world, &checked.job) };
    let stale = licences::apply(&admin, stale, "en").await;
    assert_eq!(stale, Err(Error::Stale { entity: Entity::BulkJob }));

    let command = start(&world, &checked.job);
    let first = licences::apply(&admin, command, "en").await.unwrap();
    let again = licences::apply(&admin, command, "en").await.unwrap();

    assert_eq!(again, first);
    assert_eq!(seats_of(&admin, E3).await, (1, 9));
    assert_eq!(licences::jobs(&admin).await.unwrap(), [first]);
}

async fn a_job_broken_off_goes_on_where_it_stopped(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let ids = world.customer_users(1, &["an", "bai"], &[]).await;
    let checked =
        check(&world, &admin, &["an,O365-E3,assign,".into(), "bai,O365-E3,assign,".into()]).await;
    // As a server leaves it that was killed after the first row.
    hold(&world, &admin, ids[0], &[E3]).await.unwrap();
    let mut tx = world.store().write().await.unwrap();
    for statement in [
        "UPDATE bulk_jobs SET status = 'running', applied = 1, version = 3",
        "UPDATE bulk_rows SET outcome = 'applied' WHERE number = 1",
    ] {
        testkit::run_sql(&mut tx, statement).await.unwrap();
    }
    tx.commit().await.unwrap();

    let done = apply(&world, &admin, &checked.job).await.unwrap();

    assert_eq!((done.status, done.applied, done.refused), (BulkStatus::Done, 2, 0));
    assert_eq!(seats_of(&admin, E3).await, (2, 8));
    undo(&world, &admin, &done).await.unwrap();
    assert_eq!(seats_of(&admin, E3).await, (0, 10));
}

async fn two_thousand_rows_are_done_in_parts(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let people: Vec<String> = (0..2001).map(|n| format!("p{n:04}")).collect();
    let refs: Vec<_> = people.iter().map(String::as_str).collect();
    world.customer_users(1, &refs, &[]).await;
    let mut tx = world.store().write().await.unwrap();
    let pools = "UPDATE licence_pools SET bought = 2000, valid = 2000";
    testkit::run_sql(&mut tx, pools).await.unwrap();
    tx.commit().await.unwrap();
    let rows: Vec<_> = people.iter().map(|name| format!("{name},{E3},assign,")).collect();

    let checked = check(&world, &admin, &rows).await;
    assert_eq!((checked.job.rows, checked.job.refused), (2001, 1));
    assert_eq!((checked.rows.len(), checked.next), (200, Some(200)));
    let refused = BulkFilter { outcome: Some(BulkOutcome::Refused), after: 0 };
    let refused = licences::job(&admin, checked.job.id, refused).await.unwrap();
    assert_eq!(refused.rows[0].number, 2001);

    let done = apply(&world, &admin, &checked.job).await.unwrap();
    assert_eq!((done.applied, done.refused), (2000, 1));
    assert_eq!(seats_of(&admin, E3).await, (2000, 0));
    undo(&world, &admin, &done).await.unwrap();
    assert_eq!(seats_of(&admin, E3).await, (0, 2000));
}

fn people(count: usize) -> String {
    let row = |n| format!("伟,王,王伟{n},p{n}@customer1.partner.onmschina.cn,\n");
    let rows: String = (0..count).map(row).collect();
    format!("First name,Last name,Display name,Email,Status update\n{rows}")
}

async fn a_hundred_people_come_from_a_file(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let many = licences::check_users_file(&admin, upload(&world, &people(101))).await;
    assert_eq!(key(many), "file err-import-rows");

    let checked = licences::check_users_file(&admin, upload(&world, &people(100))).await.unwrap();
    assert_eq!((checked.job.rows, checked.job.refused), (100, 0));
    let command = start(&world, &checked.job);
    let added = licences::import_users(&admin, command).await.unwrap();
    let again = licences::import_users(&admin, command).await.unwrap();

    assert_eq!(added.users.len(), 100);
    assert!(added.users.iter().all(|user| user.password.is_some()));
    assert!(again.users.iter().all(|user| user.password.is_none()), "told once");
    let listed = licences::list(&admin, UsersQuery::default(), "en").await.unwrap();
    assert_eq!((listed.total, listed.users.len()), (100, 50));
    let file = licences::passwords_file(&added, Format::Csv).unwrap();
    let file = String::from_utf8(file).unwrap();
    assert_eq!(file.lines().count(), 101);
    assert_eq!(world.customer_activity_kinds(1).await, ["customer-users-imported"]);
    let taken = licences::check_users_file(&admin, upload(&world, &people(1))).await.unwrap();
    assert_eq!(taken.rows[0].faults[0].refusal.code.key, "err-upn-taken");
    let other = start(&world, &checked.job);
    assert_eq!(key(licences::import_users(&admin, other).await), "err-bulk-state");
}

async fn a_file_with_a_fault_adds_nobody(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    let file = people(2).replace("p1@", "p 1@");
    let checked = licences::check_users_file(&admin, upload(&world, &file)).await.unwrap();
    assert_eq!(checked.rows[1].faults[0].field, "email");

    let refused = licences::import_users(&admin, start(&world, &checked.job)).await;

    assert_eq!(key(refused), "err-import-faulty");
    let listed = licences::list(&admin, UsersQuery::default(), "en").await.unwrap();
    assert_eq!(listed.total, 0);
}

async fn files_of_the_wrong_form_are_refused(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    for (text, expected) in [
        ("", "file err-bulk-empty"),
        ("User name,Licence,Action\n", "file err-bulk-empty"),
        ("Name,Licence\nan,E3\n", "file err-bulk-header"),
        ("PK nonsense", "file err-bulk-unreadable"),
    ] {
        let checked = licences::check_file(&admin, upload(&world, text), "en").await;
        assert_eq!(key(checked), expected, "{text:?}");
    }
    for (text, expected) in [
        ("", "file err-import-header"),
        ("First name,Last name,Display name,Email,Status update\n", "file err-bulk-empty"),
        ("First name,Last name,Display name,Email,Status update,Role\n", "file err-import-header"),
    ] {
        let checked = licences::check_users_file(&admin, upload(&world, text)).await;
        assert_eq!(key(checked), expected, "{text:?}");
    }
    for format in [Format::Csv, Format::Xlsx] {
        let content = licences::template(&admin, format).await.unwrap();
        let file = Upload { content, ..upload(&world, "") };
        let checked = licences::check_file(&admin, file, "en").await.unwrap();
        assert_eq!(outcomes(&checked), ["user err-bulk-user"; 3], "the template can be read");
        let content = licences::import_template(&admin, format).await.unwrap();
        let file = Upload { content, ..upload(&world, "") };
        let checked = licences::check_users_file(&admin, file).await.unwrap();
        assert_eq!(checked.job.refused, 0);
    }
}

async fn what_was_refused_can_be_downloaded(store: Store) {
    let world = world(store).await;
    let admin = world.customer_caller(1, GLOBAL);
    world.customer_user(1, "an", &[]).await;
    let rows = ["an,O365-E3,assign,".to_owned(), "=1+1,O365-E3,assign,".to_owned()];
    let checked = check(&world, &admin, &rows).await;

    let say = |refusal: &domain::error::Refusal| format!("<{}>", refusal.code.key);
    let file = licences::failing_rows(&admin, checked.job.id, Format::Csv, say).await.unwrap();

    let text = String::from_utf8(file).unwrap();
    let lines: Vec<_> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines,
        [
            "User name,Licence,Action,Switched-off plans,Problem",
            "'=1+1,O365-E3,assign,,<err-bulk-user>",
        ]
    );
}
