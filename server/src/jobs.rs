//! The scheduler: wakes every minute and lets the use cases decide what is due.

use std::time::Duration;

use services::{Caller, jobs, mails};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::mail::MailServer;
use crate::web::Portal;

/// How often it is looked what is due.
const EVERY: Duration = Duration::from_mins(1);

/// Starts the scheduler; it ends, between two jobs, when `stopping` becomes true. Mails are handed to
/// `mail_server`; without one they are kept.
pub fn start(
    portal: Portal,
    mail_server: Option<MailServer>,
    mut stopping: watch::Receiver<bool>,
) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut minutes = interval(EVERY);
        // After a sleep of the machine once is enough.
        minutes.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = minutes.tick() => wake(&portal, mail_server.as_ref()).await,
                () = stopped(&mut stopping) => return,
            }
        }
    })
}

/// Waits until the program stops, or nobody is left to say so.
async fn stopped(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stop| *stop).await;
}

/// One minute's work. What fails was logged where it failed, and follows in the next minute.
async fn wake(portal: &Portal, mail_server: Option<&MailServer>) {
    portal.metrics().tidy();
    if let Some(sandbox) = portal.sandbox()
        && sandbox.load(portal.system()).await.is_err()
    {
        return;
    }
    let scheduler = Caller::scheduler(portal.system().clone());
    let _ = jobs::run_due(&scheduler).await;
    if let Some(mail_server) = mail_server {
        let _ = mails::send_due(&scheduler, mail_server).await;
    }
}
