//! What can be ordered, and what comes of it.

use domain::orders::{CustomerCatalogue, line_field};
use domain::subscriptions::Status;

use super::*;

testkit::on_each_backend! {
    an_order_starts_tomorrow_and_locks_the_price
    orders_are_numbered_without_gaps
    quantities_outside_an_offer_are_refused_at_their_lines
    the_catalogue_of_a_customer_says_why_not
    a_trial_is_had_once_and_ends_by_itself
    add_ons_are_ordered_from_their_parent_only
    the_log_and_the_mails_tell_of_an_order
}

async fn an_order_starts_tomorrow_and_locks_the_price(store: Store) {
    let shop = Shop::on(store).await;
    let placed = shop.place(&[("O365-BP", 7), ("O365-E3", 30)]).await.unwrap();
    assert_eq!((placed.number, placed.subscriptions.len()), (1, 2));
    assert_eq!(placed.starts_on.to_string(), "2019-06-11");

    let admin = shop.world.caller(1, AgentRole::AdminAgent);
    let id = placed.subscriptions[0].id;
    let found = subscriptions::find(&admin, shop.customer(), id, "en").await.unwrap();
    assert_eq!(found.row.status, Status::Pending);
    assert_eq!(found.row.free_until.unwrap().to_string(), "2019-06-14");
    assert_eq!(found.first_billed_on.to_string(), "2019-06-15");
    assert_eq!(found.row.renews_on.to_string(), "2020-06-15");
    assert_eq!(found.unit_price.unwrap().to_string(), "68.5000");
    assert_eq!(shop.pool("O365-BP").await, (7, 0, 0));

    shop.days(30).await;
    let found = subscriptions::find(&admin, shop.customer(), id, "en").await.unwrap();
    assert_eq!(found.row.status, Status::Active);
    assert_eq!(found.unit_price.unwrap().to_string(), "68.5000", "July's list changes nothing");
    assert_eq!(shop.pool("O365-BP").await, (7, 7, 0));
}

async fn orders_are_numbered_without_gaps(store: Store) {
    let shop = Shop::on(store).await;
    assert_eq!(shop.place(&[("O365-E3", 1)]).await.unwrap().number, 1);
    assert!(shop.place(&[("O365-E3", 1), ("O365-BE", 301)]).await.is_err());
    assert_eq!(shop.place(&[("O365-E3", 1)]).await.unwrap().number, 2);
}

async fn quantities_outside_an_offer_are_refused_at_their_lines(store: Store) {
    let shop = Shop::on(store).await;
    let refused = shop.place(&[("O365-E3", 0), ("O365-BP", 300), ("O365-BE", 301)]).await;
    let Err(Error::Invalid { fields }) = refused else { panic!("{refused:?}") };
    let found: Vec<_> =
        fields.iter().map(|fault| (fault.field.clone(), fault.refusal.code.number)).collect();
    let at = |code| (line_field(&offer(code)), 2002);
    assert_eq!(found, [at("O365-E3"), at("O365-BE")]);
    assert_eq!(shop.pool("O365-BP").await, (0, 0, 0), "nothing was ordered");
}

fn why(catalogue: &CustomerCatalogue, code: &str) -> Option<String> {
    let found = catalogue.offers.iter().find(|offer| offer.card.offer.code == code);
    found.expect(code).unavailable.as_ref().map(|why| why.code.key.to_string())
}

async fn the_catalogue_of_a_customer_says_why_not(store: Store) {
    let shop = Shop::on(store).await;
    let first = shop.running("O365-BP", 7).await;
    shop.buy("O365-BP", 8).await;
    shop.buy("O365-E1", 8).await;
    let suspended = shop.buy("O365-BE", 8).await;
    shop.suspend(suspended).await.unwrap();

    let seen = orders::catalogue(&shop.agent, shop.customer(), "en").await.unwrap();
    assert_eq!(why(&seen, "O365-E3"), None);
    assert_eq!(why(&seen, "O365-E1"), None, "as many as one likes");
    assert_eq!(why(&seen, "O365-BP").as_deref(), Some("err-offer-limit"));
    assert_eq!(why(&seen, "O365-BE").as_deref(), Some("err-offer-suspended-exists"));
    assert_eq!(why(&seen, "EDU-E3").as_deref(), Some("err-offer-segment"));
    assert_eq!(why(&seen, "AZURE").as_deref(), Some("err-offer-not-purchasable"));
    assert!(seen.offers.iter().all(|offer| !offer.card.offer.add_on), "base offers only");
    for code in ["O365-BP", "O365-BE", "EDU-E3", "AZURE"] {
        assert_eq!(key(shop.place(&[(code, 1)]).await), why(&seen, code).unwrap(), "{code}");
    }
    assert_eq!(
        key(shop.place(&[("O365-B", 1), ("O365-B", 1), ("O365-B", 1)]).await),
        "err-offer-limit"
    );

    let _ = shop.suspend(first).await;
    shop.days(60).await;
    let seen = orders::catalogue(&shop.agent, shop.customer(), "en").await.unwrap();
    assert_eq!(why(&seen, "O365-BP"), None, "what is deleted does not count");
}

async fn a_trial_is_had_once_and_ends_by_itself(store: Store) {
    let shop = Shop::on(store).await;
    let trial = shop.running("TRIAL-E3", 25).await;
    assert_eq!(key(shop.place(&[("TRIAL-E3", 25)]).await), "err-offer-once");
    assert_eq!(shop.find(trial).await.row.renews_on.to_string(), "2019-07-11");
    shop.days(29).await;
    assert_eq!(shop.find(trial).await.row.status, Status::Active);
    shop.days(1).await;
    assert_eq!(shop.find(trial).await.row.status, Status::Deleted);
    assert_eq!(shop.pool("TRIAL-E3").await, (0, 0, 0));
    assert_eq!(key(shop.place(&[("TRIAL-E3", 25)]).await), "err-offer-once");
}

async fn add_ons_are_ordered_from_their_parent_only(store: Store) {
    let shop = Shop::on(store).await;
    let parent = shop.buy("O365-BP", 7).await;
    assert_eq!(key(shop.place(&[("ADD-ARCH", 7)]).await), "err-offer-needs-parent");
    assert_eq!(key(shop.add_on(parent, "ADD-EOP", 7).await), "err-offer-not-for-parent");
    assert_eq!(key(shop.add_on(parent, "ADD-ARCH", 8).await), "err-qty-parent");
    let placed = shop.add_on(parent, "ADD-ARCH", 7).await.unwrap();
    let add_on = placed.subscriptions[0].id;
    assert_eq!(key(shop.add_on(add_on, "ADD-ARCH", 1).await), "err-sub-is-addon");
    shop.add_on(parent, "ADD-VIS", 2).await.unwrap();
    let found = shop.find(parent).await;
    assert_eq!((found.row.add_ons, found.add_ons.len()), (2, 2));
    assert_eq!(key(shop.change(parent, 6).await), "err-qty-add-on");
    shop.change(add_on, 3).await.unwrap();
    shop.change(parent, 6).await.unwrap();
    assert_eq!(key(shop.change(add_on, 7).await), "err-qty-parent");
}

async fn the_log_and_the_mails_tell_of_an_order(store: Store) {
    let shop = Shop::on(store).await;
    let parent = shop.running("O365-E3", 5).await;
    shop.add_on(parent, "ADD-STO", 200).await.unwrap();
    let kinds = shop.world.activity_kinds(1).await;
    assert_eq!(kinds, ["order-placed", "subscription-activated", "add-on-ordered"]);
    let activity = shop.find(parent).await.activity;
    let kinds: Vec<_> = activity.iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["add-on-ordered", "subscription-activated"]);
    assert_eq!(activity[0].after.as_deref(), Some("ADD-STO × 200"));
    assert_eq!(shop.pool("ADD-STO").await, (0, 0, 0), "nobody is given gigabytes");
}
