//! A customer's people and licences, as they are used.

mod many;
mod on_behalf;
mod people;
mod seats;
mod single;

use domain::access::CustomerRole;
use domain::error::Error;
use domain::ids::{SkuId, UserId};
use domain::licences::{SetLicences, UserCommand};
use services::{Caller, Result, demo, licences};
use storage::Store;
use testkit::World;

/// What the tests assign.
const E3: &str = "O365-E3";
const E1: &str = "O365-E1";

const GLOBAL: &[CustomerRole] = &[CustomerRole::GlobalAdmin];

/// The SKU that the demo sells as `code`.
fn sku(code: &str) -> SkuId {
    let offer = demo::offers().into_iter().find(|offer| offer.code == code);
    offer.expect("the demo sells it").sku_id.into()
}

/// A product with a catalogue, where customer 1 has 10 seats of E3 and 2 of E1.
async fn world(store: Store) -> World {
    let world = World::on(store).await;
    demo::load(world.system()).await.unwrap();
    let mut tx = world.store().write().await.unwrap();
    testkit::insert_pool(&mut tx, world.customer(1), sku(E3), 10).await;
    testkit::insert_pool(&mut tx, world.customer(1), sku(E1), 2).await;
    tx.commit().await.unwrap();
    world
}

/// The version of `user` now, with an id for the next attempt.
async fn command(world: &World, caller: &Caller, user: UserId) -> UserCommand {
    let version = licences::find(caller, user, "en").await.unwrap().version;
    UserCommand { request: world.request(), user, version }
}

/// Lets `user` hold the SKUs of `codes`, with all their service plans.
async fn hold(world: &World, caller: &Caller, user: UserId, codes: &[&str]) -> Result<()> {
    let details = licences::find(caller, user, "en").await?;
    let all = |code: &&str| {
        let id = sku(code);
        let view = details.licences.iter().find(|view| view.sku == id);
        let plans = view.into_iter().flat_map(|view| &view.plans);
        (id, plans.map(|plan| plan.id.clone()).collect())
    };
    let wanted = SetLicences {
        request: world.request(),
        user,
        seen: details.version,
        licences: codes.iter().map(all).collect(),
    };
    licences::set_licences(caller, wanted, "en").await
}

/// Seats of `code` assigned and available for customer 1.
async fn seats_of(caller: &Caller, code: &str) -> (i64, i64) {
    let pools = licences::pools(caller, "en").await.unwrap();
    let pool = pools.licences.iter().find(|view| view.sku == sku(code)).unwrap();
    (pool.seats.assigned, pool.seats.available())
}

/// The published key of a refusal, also of the first field at fault.
fn key<T: std::fmt::Debug>(result: Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code.key.into_owned(),
        Err(Error::Invalid { fields }) => {
            format!("{} {}", fields[0].field, fields[0].refusal.code.key)
        }
        other => format!("{other:?}"),
    }
}
