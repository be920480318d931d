//! Jobs run once for each business day; a sandbox moves the clock and its days pass.

use std::cell::Cell;
use std::sync::Arc;
use std::time::Duration as Span;

use chrono::Duration;
use domain::access::{AgentRole, CustomerRole, OperatorRole};
use domain::error::Error;
use domain::ids::UserId;
use services::jobs::{Hold, Sandbox, SandboxFault, Step, job_lag, run_due, run_due_while};
use services::{Caller, Clock, RandomIds, System, SystemClock, health};
use storage::{Store, jobs};
use testkit::{World, memory, policy};
use tokio::time::sleep;
use uuid::Uuid;

testkit::on_each_backend! {
    who_was_killed_is_followed_after_half_a_minute
    who_gives_signs_of_life_is_left_alone
    who_has_lost_the_lease_stops
}

/// Jobs that each day has.
const JOBS: u32 = 3;

fn scheduler(world: &World) -> Caller {
    Caller::scheduler(world.system().clone())
}

async fn last_day(store: &Store) -> Option<String> {
    let mut tx = store.read().await.unwrap();
    jobs::last_run(&mut tx, "housekeeping").await.unwrap().map(|day| day.to_string())
}

#[tokio::test]
async fn a_job_runs_once_for_each_day() {
    let world = World::new().await;
    assert_eq!(run_due(&scheduler(&world)).await, Ok(JOBS), "the first time, for today");
    assert_eq!(run_due(&scheduler(&world)).await, Ok(0));
    world.clock().advance(Duration::days(3));
    assert_eq!(run_due(&scheduler(&world)).await, Ok(3 * JOBS));
    assert_eq!(last_day(world.store()).await.as_deref(), Some("2019-06-13"));
    assert_eq!(run_due(&scheduler(&world)).await, Ok(0));
}

#[tokio::test]
async fn two_schedulers_do_the_work_of_one() {
    let world = World::new().await;
    run_due(&scheduler(&world)).await.unwrap();
    world.clock().advance(Duration::days(5));
    let (one, other) = (scheduler(&world), scheduler(&world));
    let (one, other) = tokio::join!(run_due(&one), run_due(&other));
    assert_eq!(one.unwrap() + other.unwrap(), 5 * JOBS);
}

/// Many days of jobs, none of which has run.
async fn behind(store: Store) -> World {
    let world = World::on(store).await;
    run_due(&scheduler(&world)).await.unwrap();
    world.clock().advance(Duration::days(200));
    world
}

/// Often, so that a test need not wait.
fn lively() -> Hold {
    Hold { beat: Span::from_millis(1), ..Hold::default() }
}

/// Whether nobody has the lease `later` from now; with `take` it is somebody else's from now on.
async fn free(world: &World, later: Duration, take: bool) -> bool {
    let then = world.clock().wall() + later;
    let mut tx = world.store().write().await.unwrap();
    let other = Uuid::from_u128(7);
    let taken = jobs::take_lease(&mut tx, "scheduler", other, then, then + Duration::hours(1));
    let taken = taken.await.unwrap();
    if take {
        tx.commit().await.unwrap();
    }
    taken
}

async fn who_was_killed_is_followed_after_half_a_minute(store: Store) {
    let world = behind(store).await;
    let caller = scheduler(&world);
    let killed = async {
        while free(&world, Duration::zero(), false).await {
            sleep(Span::from_millis(1)).await;
        }
    };
    tokio::select! {
        ran = run_due(&caller) => panic!("nobody was killed: {ran:?}"),
        () = killed => {}
    }
    assert_eq!(run_due(&caller).await, Ok(0));
    world.clock().advance(Duration::seconds(29));
    assert_eq!(run_due(&caller).await, Ok(0));
    world.clock().advance(Duration::seconds(1));
    assert_ne!(run_due(&caller).await, Ok(0));
    assert_eq!(last_day(world.store()).await.as_deref(), Some("2019-12-27"));
}

async fn who_gives_signs_of_life_is_left_alone(store: Store) {
    let world = behind(store).await;
    let (one, other) = (scheduler(&world), scheduler(&world));
    let (done, rounds) = (Cell::new(false), Cell::new(0));
    let work = async {
        let ran = run_due_while(&one, lively()).await;
        done.set(true);
        ran
    };
    let others = async {
        while !done.get() {
            world.clock().advance(Duration::seconds(20));
            // Until there was a sign of life at the new time.
            while !done.get() && free(&world, Duration::seconds(25), false).await {
                sleep(Span::from_millis(1)).await;
            }
            if !done.get() {
                assert_eq!(run_due(&other).await, Ok(0));
                rounds.set(rounds.get() + 1);
            }
        }
    };
    let (ran, ()) = tokio::join!(work, others);
    assert_eq!(ran, Ok(200 * JOBS));
    assert!(rounds.get() > 1, "it went on for longer than a lease");
    assert!(free(&world, Duration::zero(), false).await, "given back");
}

async fn who_has_lost_the_lease_stops(store: Store) {
    let world = behind(store).await;
    let caller = scheduler(&world);
    let thief = async {
        while free(&world, Duration::zero(), false).await {
            sleep(Span::from_millis(1)).await;
        }
        assert!(free(&world, Duration::hours(1), true).await, "as if it had been asleep");
    };
    let (ran, ()) = tokio::join!(run_due_while(&caller, lively()), thief);
    assert!(ran.unwrap() < 200 * JOBS);
    let day = last_day(world.store()).await;
    assert_eq!(run_due(&caller).await, Ok(0), "it is somebody else's");
    assert_eq!(last_day(world.store()).await, day);
}

#[tokio::test]
async fn only_the_scheduler_runs_jobs() {
    let world = World::new().await;
    let agent = world.caller(1, AgentRole::AdminAgent);
    assert_eq!(run_due(&agent).await, Err(Error::Unauthenticated));
}

#[tokio::test]
async fn a_job_that_waits_is_seen() {
    let world = World::new().await;
    run_due(&scheduler(&world)).await.unwrap();
    assert_eq!(job_lag(world.system()).await, Ok(Duration::zero()));
    world.clock().advance(Duration::days(1));
    // It is nine o'clock; the day began at midnight.
    assert_eq!(job_lag(world.system()).await, Ok(Duration::hours(9)));
}

#[tokio::test]
async fn what_has_had_its_time_is_forgotten() {
    let world = World::new().await;
    let person = world.person(1, "li@partner1", ()).await;
    world.signed_in(&person).await;
    let error = Error::Unavailable;
    services::forms::keep(world.system(), "sign-in", &"typed", &error).await.unwrap();
    world.clock().advance(Duration::days(31));
    run_due(&scheduler(&world)).await.unwrap();
    let left = world.dump().await;
    assert!(!left.contains("typed"), "{left}");
}

#[tokio::test]
async fn health_sees_schema_and_last_job() {
    let world = World::new().await;
    assert_eq!(health::ready(world.system()).await, Ok(true));
    assert_eq!(health::last_known_moment(world.store()).await, Ok(None));
    run_due(&scheduler(&world)).await.unwrap();
    let last = health::last_known_moment(world.store()).await.unwrap();
    assert_eq!(last, Some(world.clock().wall()));
}

/// A sandbox, and somebody of the operator in it.
async fn sandbox() -> (World, System, Arc<SystemClock>, Sandbox) {
    let store = memory().await;
    let world = World::on(store.clone()).await;
    let clock = Arc::new(SystemClock::default());
    let system = System::new(store, clock.clone(), Arc::new(RandomIds), policy());
    let sandbox = Sandbox::new(clock.clone());
    (world, system, clock, sandbox)
}

/// The same person as `caller`, by the clock of `system`.
fn by_clock_of(system: &System, caller: &Caller) -> Caller {
    let viewer = caller.viewer().expect("somebody has signed in").clone();
    let session = caller.session().expect("somebody has signed in");
    Caller::signed_in(system.clone(), viewer, session)
}

#[tokio::test]
async fn the_clock_moves_and_the_days_pass() {
    let (world, system, clock, sandbox) = sandbox().await;
    let operator = by_clock_of(&system, &world.operator_caller(OperatorRole::SupportEngineer));
    run_due(&Caller::scheduler(system.clone())).await.unwrap();
    let today = system.today();
    let request = world.request();

    let moved = sandbox.advance(&operator, request, Step::Days(3)).await.unwrap();
    assert_eq!(moved, today + Duration::days(3));
    assert_eq!(system.today(), moved);
    assert_eq!(last_day(world.store()).await, Some(moved.to_string()), "the jobs have run");
    assert_eq!(sandbox.advance(&operator, request, Step::Days(3)).await, Ok(moved), "a retry");
    assert_eq!(system.today(), moved);

    // Another process reads how far the clock has been moved.
    let elsewhere = Arc::new(SystemClock::default());
    Sandbox::new(elsewhere.clone()).load(&system).await.unwrap();
    assert_eq!(elsewhere.ahead(), clock.ahead());
    let wall = clock.wall();
    assert!(elsewhere.now() - wall >= Duration::days(3));
}

#[tokio::test]
async fn a_sandbox_begins_once() {
    let (_, system, clock, sandbox) = sandbox().await;
    let [first, second] = ["2019-06-10T01:00:00Z", "2019-07-10T01:00:00Z"];
    sandbox.begin(&system, first.parse().unwrap()).await.unwrap();
    let ahead = clock.ahead();
    assert_eq!(system.today().to_string(), "2019-06-10");
    sandbox.begin(&system, second.parse().unwrap()).await.unwrap();
    assert_eq!(clock.ahead(), ahead);
}

#[tokio::test]
async fn moving_the_clock_is_logged() {
    let (world, system, _, sandbox) = sandbox().await;
    let operator = by_clock_of(&system, &world.operator_caller(OperatorRole::PriceManager));
    sandbox.advance(&operator, world.request(), Step::Months(1)).await.unwrap();
    let mut tx = world.store().read().await.unwrap();
    let filter = domain::activity::Filter { limit: 10, ..Default::default() };
    let entries = storage::activity::list(&mut tx, uuid::Uuid::nil(), &filter).await.unwrap();
    let [entry] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!(entry.kind, "clock-moved");
    assert_ne!(entry.actor, UserId::from(uuid::Uuid::nil()));
    assert!(entry.before < entry.after, "{entry:?}");
}

#[tokio::test]
async fn only_staff_that_may_change_things_moves_the_clock() {
    let (world, system, clock, sandbox) = sandbox().await;
    let refused = Error::from(SandboxFault::NotAllowed);
    for caller in [
        world.operator_caller(OperatorRole::Auditor),
        world.caller(1, AgentRole::AdminAgent),
        world.customer_caller(1, &[CustomerRole::GlobalAdmin]),
    ] {
        let caller = by_clock_of(&system, &caller);
        let moved = sandbox.advance(&caller, world.request(), Step::Days(1)).await;
        assert_eq!(moved, Err(refused.clone()));
    }
    let nobody = Caller::anonymous(system.clone());
    let moved = sandbox.advance(&nobody, world.request(), Step::Days(1)).await;
    assert_eq!(moved, Err(Error::Unauthenticated));
    assert_eq!(clock.ahead(), Duration::zero());
}

#[tokio::test]
async fn the_clock_never_goes_back_nor_too_far() {
    let (world, system, clock, sandbox) = sandbox().await;
    let operator = by_clock_of(&system, &world.operator_caller(OperatorRole::ServiceOperations));
    let too_far = Error::from(SandboxFault::TooFar { days: 366, months: 12 });
    for step in [Step::Days(0), Step::Days(367), Step::Months(0), Step::Months(13)] {
        let moved = sandbox.advance(&operator, world.request(), step).await;
        assert_eq!(moved, Err(too_far.clone()), "{step:?}");
    }
    assert_eq!(clock.ahead(), Duration::zero());
}
