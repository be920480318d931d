//! Mails on every database.

use chrono::Duration;
use domain::customers::MailLanguage;
use domain::ids::MailId;
use domain::mails::{MailStatus, MailsQuery, NewMail};
use storage::{Store, mails};
use testkit::World;
use uuid::Uuid;

testkit::on_each_backend! {
    a_mail_waits_until_it_is_sent
    one_of_two_takes_a_mail
    a_mail_that_nobody_takes_is_tried_again_or_not
    the_list_is_filtered_and_paged
}

fn id(number: u128) -> MailId {
    MailId::from(Uuid::from_u128(number))
}

fn mail(address: &str) -> NewMail {
    NewMail {
        tenant: Uuid::from_u128(1),
        kind: "customer-created".into(),
        language: MailLanguage::Chinese,
        address: address.into(),
        arguments: vec![("company".into(), "北京𠮷祥".into())],
    }
}

async fn a_mail_waits_until_it_is_sent(store: Store) {
    let world = World::on(store).await;
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    mails::insert(&mut tx, id(1), &mail("a@b.example"), now, now).await.unwrap();

    let earlier = now - Duration::seconds(1);
    assert_eq!(mails::due(&mut tx, earlier, 9).await.unwrap(), []);
    let due = mails::due(&mut tx, now, 9).await.unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].letter.arguments, [("company".to_owned(), "北京𠮷祥".to_owned())]);
    assert_eq!((due[0].status, due[0].attempts), (MailStatus::Waiting, 0));

    assert!(mails::take(&mut tx, &due[0], now + Duration::minutes(1)).await.unwrap());
    mails::sent(&mut tx, id(1), now).await.unwrap();
    let later = now + Duration::days(9);
    assert_eq!(mails::due(&mut tx, later, 9).await.unwrap(), []);
    assert_eq!(mails::counts(&mut tx).await.unwrap(), [(MailStatus::Sent, 1)]);
}

async fn one_of_two_takes_a_mail(store: Store) {
    let world = World::on(store).await;
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    mails::insert(&mut tx, id(1), &mail("a@b.example"), now, now).await.unwrap();
    let due = mails::due(&mut tx, now, 9).await.unwrap();
    let until = now + Duration::minutes(1);
    assert!(mails::take(&mut tx, &due[0], until).await.unwrap());
    assert!(!mails::take(&mut tx, &due[0], until).await.unwrap());
    assert_eq!(mails::due(&mut tx, now, 9).await.unwrap(), []);
    // Whoever took it died: it is there again, one attempt later.
    assert_eq!(mails::due(&mut tx, until, 9).await.unwrap()[0].attempts, 1);
}

async fn a_mail_that_nobody_takes_is_tried_again_or_not(store: Store) {
    let world = World::on(store).await;
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    mails::insert(&mut tx, id(1), &mail("a@b.example"), now, now).await.unwrap();
    let later = now + Duration::minutes(5);
    mails::not_sent(&mut tx, id(1), "451 later", Some(later)).await.unwrap();
    assert_eq!(mails::due(&mut tx, now, 9).await.unwrap(), []);
    let due = mails::due(&mut tx, later, 9).await.unwrap();
    assert_eq!(due[0].last_error.as_deref(), Some("451 later"));
    mails::not_sent(&mut tx, id(1), "550 never", None).await.unwrap();
    assert_eq!(mails::counts(&mut tx).await.unwrap(), [(MailStatus::Failed, 1)]);
}

async fn the_list_is_filtered_and_paged(store: Store) {
    let world = World::on(store).await;
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    for number in 1..=3 {
        let to = format!("Person{number}@b.example");
        mails::insert(&mut tx, id(number), &mail(&to), now, now).await.unwrap();
    }
    mails::sent(&mut tx, id(2), now).await.unwrap();
    let query = MailsQuery::default();
    for (query, expected) in [
        (query.clone(), vec![3, 2, 1]),
        (MailsQuery { before: Some(id(3)), ..query.clone() }, vec![2, 1]),
        (MailsQuery { status: Some(MailStatus::Sent), ..query.clone() }, vec![2]),
        (MailsQuery { words: " pERSON3 ".into(), ..query.clone() }, vec![3]),
        (MailsQuery { words: "_".into(), ..query }, vec![]),
    ] {
        let found = mails::list(&mut tx, &query, 9).await.unwrap();
        let found: Vec<_> = found.into_iter().map(|mail| mail.letter.id).collect();
        assert_eq!(found, expected.into_iter().map(id).collect::<Vec<_>>(), "{query:?}");
    }
}
