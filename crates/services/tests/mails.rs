//! Mails, as they are written, handed on and looked at.

use std::sync::Mutex;

use chrono::Duration;
use domain::access::{Action, AdminRole, OperatorRole};
use domain::customers::MailLanguage;
use domain::error::Error;
use domain::mails::{Letter, MailStatus, MailsQuery, NewMail};
use services::Caller;
use services::mails::{self, NotTaken, SendMails, Transport};
use storage::Store;
use testkit::World;
use uuid::Uuid;

testkit::on_each_backend! {
    a_mail_goes_out_once
    a_mail_that_is_not_taken_is_tried_six_times
    nothing_goes_out_that_did_not_last
    two_senders_send_each_mail_once
    auditors_see_all_mails_and_nobody_else_does
}

/// Takes letters, or does not.
#[derive(Default)]
struct Box {
    taken: Mutex<Vec<Letter>>,
    broken: bool,
}

impl Transport for Box {
    async fn send(&self, letter: &Letter) -> Result<(), NotTaken> {
        tokio::task::yield_now().await;
        if self.broken {
            return Err(NotTaken("421 not now".to_owned()));
        }
        self.taken.lock().unwrap().push(letter.clone());
        Ok(())
    }
}

async fn write(world: &World, count: usize) {
    let mut tx = world.store().write().await.unwrap();
    for number in 0..count {
        let mail = NewMail {
            tenant: Uuid::from_u128(1),
            kind: "customer-created".into(),
            language: MailLanguage::English,
            address: format!("person{number}@b.example"),
            arguments: Vec::new(),
        };
        mails::queue(&mut tx, world.system(), mail).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn scheduler(world: &World) -> Caller {
    Caller::scheduler(world.system().clone())
}

async fn a_mail_goes_out_once(store: Store) {
    let world = World::on(store).await;
    write(&world, 2).await;
    let post = Box::default();

    let done = mails::send_due(&scheduler(&world), &post).await.unwrap();

    assert_eq!(done, SendMails { sent: 2, ..SendMails::default() });
    let again = mails::send_due(&scheduler(&world), &post).await.unwrap();
    assert_eq!(again, SendMails::default());
    let taken: Vec<_> = post.taken.lock().unwrap().iter().map(|l| l.address.clone()).collect();
    assert_eq!(taken, ["person0@b.example", "person1@b.example"]);
    let agent = world.caller(1, AdminRole::GlobalAdmin);
    let refused = mails::send_due(&agent, &post).await;
    assert_eq!(refused, Err(Error::Unauthenticated));
}

async fn a_mail_that_is_not_taken_is_tried_six_times(store: Store) {
    let world = World::on(store).await;
    write(&world, 1).await;
    let post = Box { broken: true, ..Box::default() };
    let delayed = SendMails { delayed: 1, ..SendMails::default() };
    for minutes in [1, 5, 30, 120, 720] {
        let done = mails::send_due(&scheduler(&world), &post).await.unwrap();
        assert_eq!(done, delayed, "before {minutes}");
        world.clock().advance(Duration::minutes(minutes) - Duration::seconds(1));
        let done = mails::send_due(&scheduler(&world), &post).await.unwrap();
        assert_eq!(done, SendMails::default(), "too early for {minutes}");
        world.clock().advance(Duration::seconds(1));
    }
    let done = mails::send_due(&scheduler(&world), &post).await.unwrap();
    assert_eq!(done, SendMails { failed: 1, ..SendMails::default() });
    let auditor = world.operator_caller(OperatorRole::Auditor);
    let view = mails::list(&auditor, MailsQuery::default()).await.unwrap();
    let mail = &view.mails[0];
    assert_eq!((mail.status, mail.attempts), (MailStatus::Failed, 6));
    assert_eq!(mail.last_error.as_deref(), Some("421 not now"));
}

async fn nothing_goes_out_that_did_not_last(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let mail = NewMail {
        tenant: Uuid::from_u128(1),
        kind: "customer-created".into(),
        language: MailLanguage::English,
        address: "a@b.example".into(),
        arguments: Vec::new(),
    };
    mails::queue(&mut tx, world.system(), mail).await.unwrap();
    drop(tx);
    let post = Box::default();
    let done = mails::send_due(&scheduler(&world), &post).await.unwrap();
    assert_eq!(done, SendMails::default());
}

async fn two_senders_send_each_mail_once(store: Store) {
    let world = World::on(store).await;
    write(&world, 10).await;
    let post = Box::default();
    let (one, other) = (scheduler(&world), scheduler(&world));
    let (one, other) = tokio::join!(mails::send_due(&one, &post), mails::send_due(&other, &post));
    assert_eq!(one.unwrap().sent + other.unwrap().sent, 10);
    assert_eq!(post.taken.lock().unwrap().len(), 10);
}

async fn auditors_see_all_mails_and_nobody_else_does(store: Store) {
    let world = World::on(store).await;
    write(&world, 60).await;
    let auditor = world.operator_caller(OperatorRole::Auditor);
    let first = mails::list(&auditor, MailsQuery::default()).await.unwrap();
    assert_eq!((first.mails.len(), first.counts), (50, vec![(MailStatus::Waiting, 60)]));
    let next = MailsQuery { before: first.next, ..MailsQuery::default() };
    let second = mails::list(&auditor, next).await.unwrap();
    assert_eq!((second.mails.len(), second.next), (10, None));
    assert_ne!(first.mails[49].letter.id, second.mails[0].letter.id);

    let denied = Error::Forbidden { action: Action::ReadAllLogs };
    for caller in
        [world.operator_caller(OperatorRole::PriceManager), world.caller(1, AdminRole::GlobalAdmin)]
    {
        let refused = mails::list(&caller, MailsQuery::default()).await;
        assert_eq!(refused, Err(denied.clone()));
    }
}
