//! Mails, handed to a mail server that listens on this machine.

use std::net::SocketAddr;

use domain::customers::MailLanguage;
use domain::ids::MailId;
use domain::mails::{Letter, MailStatus, MailsQuery, NewMail};
use server::config::Config;
use server::mail::MailServer;
use services::Caller;
use services::mails::{SendMails, Transport, list, queue, send_due};
use testkit::World;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use uuid::Uuid;

fn config(address: SocketAddr) -> Config {
    let given = [
        ("PORTAL_SMTP_URL", format!("smtp://{address}")),
        ("PORTAL_MAIL_FROM", "Partner Center <portal@operator.example>".to_owned()),
    ];
    let given = given.map(|(name, value)| (name.to_owned(), value));
    Config::read(given).expect("the settings are right")
}

/// A mail server that takes one mail, or refuses it; the mail as it came.
async fn take_one(listener: TcpListener, refuse: bool) -> String {
    let (stream, _) = listener.accept().await.expect("somebody comes");
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut mail = String::new();
    let mut within = false;
    writer.write_all(b"220 here\r\n").await.expect("it is read");
    while let Some(line) = lines.next_line().await.expect("it is SMTP") {
        if within {
            if line == "." {
                within = false;
                writer.write_all(b"250 taken\r\n").await.expect("it is read");
            } else {
                mail += &line;
                mail.push('\n');
            }
            continue;
        }
        let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer: &[u8] = match word.as_str() {
            "RCPT" if refuse => b"450 not now\r\n",
            "DATA" => {
                within = true;
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 well\r\n",
        };
        writer.write_all(answer).await.expect("it is read");
        if word == "QUIT" {
            break;
        }
    }
    mail
}

fn letter() -> Letter {
    let given = [("number", "CN-201906-000001"), ("amount", "1234.50"), ("day", "2019-07-15")];
    Letter {
        id: MailId::from(Uuid::from_u128(7)),
        kind: "invoice-issued".to_owned(),
        language: MailLanguage::Chinese,
        address: "li.na@partner.example".to_owned(),
        arguments: given.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
    }
}

#[tokio::test]
async fn a_mail_is_handed_on_in_the_receivers_language() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it listens");
    let taken = tokio::spawn(take_one(listener, false));
    let server = MailServer::of(&config(address)).expect("the settings are right");
    server.expect("one is set").send(&letter()).await.expect("it is taken");

    let mail = taken.await.expect("the server ends");
    assert!(mail.contains("To: li.na@partner.example"), "{mail}");
    assert!(mail.contains("Message-ID: <00000000-0000-0000-0000-000000000007@partner-center>"));
    assert!(mail.contains("From: \"Partner Center\" <portal@operator.example>"), "{mail}");
    // The words travel encoded: 帐单 as base64 in the subject.
    assert!(mail.contains("Subject: =?utf-8?"), "{mail}");
}

#[tokio::test]
async fn what_is_not_taken_waits_with_the_reason() {
    let world = World::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it listens");
    let Letter { kind, language, address: to, arguments, .. } = letter();
    let mail =
        NewMail { tenant: Uuid::from(world.partner(1)), kind, language, address: to, arguments };
    let mut tx = world.store().write().await.expect("the database writes");
    queue(&mut tx, world.system(), mail).await.expect("it is written");
    tx.commit().await.expect("the database writes");

    let refused = tokio::spawn(take_one(listener, true));
    let server = MailServer::of(&config(address)).expect("right").expect("one is set");
    let scheduler = Caller::scheduler(world.system().clone());
    let done = send_due(&scheduler, &server).await;
    assert_eq!(done, Ok(SendMails { delayed: 1, ..SendMails::default() }));
    assert_eq!(refused.await.expect("the server ends"), "");

    let auditor = world.operator_caller(domain::access::OperatorRole::Auditor);
    let seen = list(&auditor, MailsQuery::default()).await.expect("the auditor may read");
    assert_eq!(seen.mails[0].status, MailStatus::Waiting);
    assert!(seen.mails[0].last_error.as_deref().is_some_and(|why| why.contains("not now")));
}

#[test]
fn without_a_mail_server_mail_is_kept() {
    assert!(MailServer::of(&Config::default()).expect("nothing is wrong").is_none());
}
