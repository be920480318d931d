//! Partners are warned of renewals, with what they will cost.

use domain::access::AdminRole;
use domain::money::UnitPrice;
use storage::prices::{Special, put_special};
use testkit::ask;

use super::*;

testkit::on_each_backend! {
    who_sees_prices_is_warned_three_times_of_a_renewal_and_its_price
    a_warning_knows_the_partners_own_price
    what_does_not_renew_is_not_warned_of
}

/// How many warnings to `name` say `words`.
async fn warned(shop: &Shop, name: &str, words: &str) -> i64 {
    let sql = format!(
        "SELECT COUNT(*) FROM outbox WHERE kind = 'renewals-near' AND address = '{name}'
           AND arguments LIKE '%{words}%'"
    );
    ask(&mut shop.world.store().read().await.expect("the database reads"), &sql).await
}

async fn until_it_renews(shop: &Shop, id: SubscriptionId) {
    let renews_on = shop.find(id).await.row.renews_on;
    shop.days((renews_on - shop.world.system().today()).num_days()).await;
    shop.jobs().await;
}

async fn who_sees_prices_is_warned_three_times_of_a_renewal_and_its_price(store: Store) {
    let shop = Shop::on(store).await;
    shop.world.person(1, "wang", AdminRole::GlobalAdmin).await;
    shop.world.person(1, "li", AgentRole::SalesAgent).await;
    let id = shop.buy("O365-BP", 7).await;
    shop.buy("O365-E1", 2).await;
    shop.days(1).await;
    until_it_renews(&shop, id).await;
    for left in [60, 30, 7] {
        assert_eq!(warned(&shop, "wang", &format!("[\"days\",\"{left}\"]")).await, 1, "{left}");
    }
    // Seven at 68.50 and two at 42.00; the list of July asks 72.00 of the former.
    for words in ["[\"count\",\"2\"]", "[\"before\",\"563.50\"]", "[\"amount\",\"588.00\"]"] {
        assert_eq!(warned(&shop, "wang", words).await, 3, "{words}");
    }
    assert_eq!(warned(&shop, "li", "").await, 0, "sales agents do not see prices");
}

async fn a_warning_knows_the_partners_own_price(store: Store) {
    let shop = Shop::on(store).await;
    shop.world.person(1, "wang", AdminRole::GlobalAdmin).await;
    let id = shop.running("O365-BP", 7).await;
    let day = shop.find(id).await.row.renews_on;
    let (price, partner) = (UnitPrice::from_stored(700_000), shop.world.partner(1));
    let id_of = Uuid::from_u128(7_001);
    let own = Special { id: id_of, offer: offer("O365-BP"), price, first_day: day, last_day: day };
    let mut tx = shop.world.store().write().await.expect("the database writes");
    put_special(&mut tx, partner, &own).await.expect("the offer is there");
    tx.commit().await.expect("the database writes");
    until_it_renews(&shop, id).await;
    assert_eq!(warned(&shop, "wang", "[\"amount\",\"490.00\"]").await, 3);
}

async fn what_does_not_renew_is_not_warned_of(store: Store) {
    let shop = Shop::on(store).await;
    shop.world.person(1, "wang", AdminRole::GlobalAdmin).await;
    let trial = shop.running("TRIAL-E3", 25).await;
    let gone = shop.running("O365-E3", 3).await;
    let renews_on = shop.find(gone).await.row.renews_on;
    until_it_renews(&shop, trial).await;
    // Its data will be deleted before it could renew.
    let last = (renews_on - shop.world.system().today()).num_days();
    shop.days(last - 61).await;
    shop.suspend(gone).await.unwrap();
    shop.days(61).await;
    assert_eq!(warned(&shop, "wang", "").await, 0);
}
