//! Many at once.

use super::*;

testkit::on_each_backend! {
    the_same_request_ten_times_is_one_order
    of_two_tabs_one_wins
    limits_hold_for_everybody_at_once
    seats_never_fall_below_what_is_assigned
}

/// All of them at once; what each answered.
async fn together<T>(futures: Vec<impl Future<Output = T>>) -> Vec<T> {
    let mut waiting: Vec<_> = futures.into_iter().map(|future| Some(Box::pin(future))).collect();
    let mut done: Vec<Option<T>> = waiting.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, done) in waiting.iter_mut().zip(&mut done) {
            if let Some(running) = future
                && let std::task::Poll::Ready(answer) = running.as_mut().poll(context)
            {
                *done = Some(answer);
                *future = None;
            }
        }
        if waiting.iter().all(Option::is_none) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    done.into_iter().flatten().collect()
}

async fn the_same_request_ten_times_is_one_order(store: Store) {
    let shop = Shop::on(store).await;
    let order = shop.order(&[("O365-E3", 5)]);
    let orders = (0..10).map(|_| orders::place(&shop.agent, order.clone(), "en"));
    let placed = together(orders.collect()).await;
    let first = placed[0].clone().unwrap();
    assert!(placed.iter().all(|one| one.as_ref() == Ok(&first)), "{placed:?}");
    assert_eq!(first.number, 1);
    let seen = subscriptions::list(&shop.agent, shop.customer(), "en").await.unwrap();
    assert_eq!(seen.rows.len(), 1);
    assert_eq!(shop.place(&[("O365-E3", 5)]).await.unwrap().number, 2);
}

async fn of_two_tabs_one_wins(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 10).await;
    let mut changes = Vec::new();
    for quantity in 11..16 {
        let target = shop.target(id).await;
        let wanted = ChangeQuantity { target, quantity };
        changes.push(subscriptions::change_quantity(&shop.agent, wanted, "en"));
    }
    let done = together(changes).await;
    assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1, "{done:?}");
    let stale = Err(Error::Stale { entity: domain::error::Entity::Subscription });
    assert!(done.iter().all(|one| one.is_ok() || *one == stale), "{done:?}");
    let found = shop.find(id).await;
    assert_eq!(shop.pool("O365-E3").await, (found.row.quantity, found.row.quantity, 0));
}

async fn limits_hold_for_everybody_at_once(store: Store) {
    let shop = Shop::on(store).await;
    let orders: Vec<_> = (0..5).map(|_| shop.place(&[("O365-BP", 1)])).collect();
    let done = together(orders).await;
    assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 2, "{done:?}");
    let mut numbers: Vec<_> = done.into_iter().flatten().map(|placed| placed.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2], "no gap, nothing twice");
}

/// What one of two kinds of people does.
async fn act(shop: &Shop, id: SubscriptionId, user: Option<UserId>, quantity: u32) -> bool {
    match user {
        Some(user) => shop.assign(user, "O365-E3").await,
        None => shop.change(id, quantity).await.is_ok(),
    }
}

async fn seats_never_fall_below_what_is_assigned(store: Store) {
    let shop = Shop::on(store).await;
    let id = shop.running("O365-E3", 12).await;
    let mut acts = Vec::new();
    for number in 0..12 {
        let user = shop.user(&format!("u{number}")).await;
        acts.push(act(&shop, id, Some(user), 0));
        acts.push(act(&shop, id, None, 12 - number));
    }
    together(acts).await;
    let (bought, valid, assigned) = shop.pool("O365-E3").await;
    assert!(assigned <= bought && bought == valid, "{bought} {valid} {assigned}");
    assert_eq!(shop.find(id).await.row.quantity, bought);
}
