//! What a few words find, as it is used.

use domain::access::{AdminRole, AgentRole};
use domain::error::Error;
use domain::hits::{Hits, MOST_HITS};
use services::{Caller, demo, search};
use storage::Store;
use testkit::World;

testkit::on_each_backend! {
    customers_and_offers_are_found_by_a_few_words
    each_kind_is_found_by_who_may_see_its_list
    nothing_of_another_partner_is_found
}

async fn filled(store: Store) -> World {
    let world = World::on(store).await;
    demo::load(world.system()).await.unwrap();
    world
}

async fn found(caller: &Caller, words: &str) -> Hits {
    search::find(caller, words, "en").await.unwrap()
}

async fn customers_and_offers_are_found_by_a_few_words(store: Store) {
    let world = filled(store).await;
    let caller = world.caller(1, AgentRole::AdminAgent);
    let customer = found(&caller, "customer1").await.customers.remove(0);
    assert_eq!(customer.id, world.customer(1));
    assert_eq!(customer.note, "customer1.partner.onmschina.cn");
    let offer = found(&caller, "ems-e3").await.offers.remove(0);
    assert_eq!(offer.note, "EMS-E3");
    let many = found(&caller, "e3").await;
    assert!((2..=MOST_HITS as usize).contains(&many.offers.len()), "{many:?}");
    assert_eq!(found(&caller, " e ").await, Hits::default(), "one letter would find everything");
}

async fn each_kind_is_found_by_who_may_see_its_list(store: Store) {
    let world = filled(store).await;
    let sees = async |caller: Caller| {
        let customers = found(&caller, "customer1").await.customers.len();
        (customers, found(&caller, "ems-e3").await.offers.len())
    };
    assert_eq!(sees(world.caller(1, AgentRole::SalesAgent)).await, (1, 1));
    assert_eq!(sees(world.caller(1, AdminRole::UserManagementAdmin)).await, (0, 0));
    let stranger = search::find(&Caller::anonymous(world.system().clone()), "e3", "en").await;
    assert_eq!(stranger, Err(Error::Unauthenticated));
}

async fn nothing_of_another_partner_is_found(store: Store) {
    let world = filled(store).await;
    let other = found(&world.caller(2, AgentRole::AdminAgent), "customer1").await;
    assert_eq!(other.customers, []);
}
