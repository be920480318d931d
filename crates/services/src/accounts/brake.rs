//! What slows guessing down: growing waits, then a lock with an end.
//!
//! Failures count per account, whether it exists or not, and more generously per address, behind
//! which a whole office may sit. An attempt counts before the password is looked at, so that a
//! thousand guesses sent at once are a thousand failures.

use std::net::IpAddr;

use chrono::Duration;
use domain::access::Surface;
use domain::account::SignInFault;
use domain::ids::UserId;
use domain::time::Instant;
use sha2::{Digest, Sha256};
use storage::Tx;
use storage::accounts::failures;

use super::token::hex;
use crate::failure::{Result, Stored};
use crate::system::{Policy, System};

/// The longest wait before the lock.
const LONGEST_WAIT: Duration = Duration::seconds(60);

/// How much more an address may fail than an account.
const ADDRESS_FACTOR: i64 = 5;

/// Whose failures are counted.
pub(super) enum Subject<'a> {
    /// Somebody with this name, folded.
    Account(Surface, &'a str),
    /// Whoever sits behind this address.
    Address(&'a str),
    /// Somebody who has shown the password already.
    SecondFactor(UserId),
}

impl Subject<'_> {
    /// What is stored: a hash, because people also type passwords where the name belongs.
    fn key(&self) -> String {
        let text = match self {
            Self::Account(surface, name) => format!("account {} {name}", surface.key()),
            Self::Address(address) => format!("address {}", network(address)),
            Self::SecondFactor(user) => format!("second-factor {user}"),
        };
        hex(&Sha256::digest(text.as_bytes()))
    }

    fn factor(&self) -> i64 {
        match self {
            Self::Account(..) | Self::SecondFactor(_) => 1,
            Self::Address(_) => ADDRESS_FACTOR,
        }
    }
}

/// What one customer of a network provider holds: one IPv4 address, or 64 bits of IPv6.
fn network(address: &str) -> String {
    let Ok(address) = address.parse::<IpAddr>() else { return address.to_owned() };
    match address.to_canonical() {
        IpAddr::V4(four) => four.to_string(),
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// What follows a number of failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pause {
    None,
    Wait(Duration),
    Lock(Duration),
}

/// The pause after the last of `failures`, when everything is allowed `factor` times as often.
fn pause(policy: &Policy, factor: i64, failures: i64) -> Pause {
    let free = i64::from(policy.free_failures) * factor;
    if failures >= i64::from(policy.lock_after) * factor {
        return Pause::Lock(policy.lock_for);
    }
    if failures <= free {
        return Pause::None;
    }
    let doublings = u32::try_from(failures - free - 1).unwrap_or(u32::MAX);
    let seconds = 1_i64.checked_shl(doublings).filter(|seconds| *seconds > 0);
    let wait = seconds.map_or(LONGEST_WAIT, |seconds| {
        Duration::try_seconds(seconds).map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT))
    });
    Pause::Wait(wait.min(policy.lock_for))
}

/// An attempt that has been counted as a failure until it turns out otherwise.
pub(super) struct Attempt {
    counted: Vec<Counted>,
    lock: Option<Duration>,
}

struct Counted {
    key: String,
    /// An account's success forgives it all; an address only gets this one failure back, or
    /// whoever has one account could guess at all others.
    forgiven: bool,
    until: Option<Instant>,
}

/// Counts an attempt of all `subjects`.
///
/// # Errors
///
/// [`SignInFault::Wait`] or [`SignInFault::Locked`] while one of them is held back; nothing is
/// counted then, so that every wait has an end.
pub(super) async fn count(system: &System, subjects: &[Subject<'_>]) -> Result<Attempt> {
    let mut tx = system.store.write().await.stored()?;
    let attempt = count_in(&mut tx, system, subjects).await?;
    tx.commit().await.stored()?;
    Ok(attempt)
}

/// The same in a transaction that must last, whatever becomes of the attempt.
pub(super) async fn count_in(
    tx: &mut Tx,
    system: &System,
    subjects: &[Subject<'_>],
) -> Result<Attempt> {
    let now = system.wall();
    let policy = system.policy();
    let mut attempt = Attempt { counted: Vec::new(), lock: None };
    for subject in subjects {
        let key = subject.key();
        let failures = failures::count(tx, &key, now, now - policy.lock_for).await.stored()?;
        let Some(failures) = failures else {
            return Err(held_back(tx, policy, subject, &key, now).await?.into());
        };
        let until = match pause(policy, subject.factor(), failures) {
            Pause::None => None,
            Pause::Wait(wait) => Some(now + wait),
            Pause::Lock(lock) => {
                attempt.lock = Some(lock);
                Some(now + lock)
            }
        };
        if let Some(until) = until {
            failures::block(tx, &key, until).await.stored()?;
        }
        let forgiven = !matches!(subject, Subject::Address(_));
        attempt.counted.push(Counted { key, forgiven, until });
    }
    Ok(attempt)
}

async fn held_back(
    tx: &mut Tx,
    policy: &Policy,
    subject: &Subject<'_>,
    key: &str,
    now: Instant,
) -> Result<SignInFault> {
    let blocked = failures::blocked(tx, key, now).await.stored()?;
    // The block may have been taken back between the two statements.
    let Some((failures, until)) = blocked else { return Ok(SignInFault::Wait { seconds: 1 }) };
    Ok(match pause(policy, subject.factor(), failures) {
        Pause::Lock(_) => locked(until - now),
        Pause::None | Pause::Wait(_) => SignInFault::Wait { seconds: rounded_up(until - now, 1) },
    })
}

fn locked(rest: Duration) -> SignInFault {
    SignInFault::Locked { minutes: rounded_up(rest, 60) }
}

/// `rest` in units of `unit` seconds, at least one.
fn rounded_up(rest: Duration, unit: i64) -> i64 {
    let millis = unit * 1000;
    ((rest.num_milliseconds() + millis - 1) / millis).max(1)
}

impl Attempt {
    /// The lock that it has brought about, unless it succeeds.
    pub(super) fn lock(&self) -> Option<SignInFault> {
        self.lock.map(locked)
    }

    /// It has succeeded.
    pub(super) async fn succeeded(&self, tx: &mut Tx) -> Result<()> {
        for counted in &self.counted {
            if counted.forgiven {
                failures::forgive(tx, &counted.key).await.stored()?;
            } else {
                failures::take_back(tx, &counted.key, counted.until).await.stored()?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end_in_a_lock() {
        let policy = Policy::default();
        let wait = |seconds| Pause::Wait(Duration::seconds(seconds));
        let lock = Pause::Lock(policy.lock_for);
        for (failures, expected) in [
            (1, Pause::None),
            (3, Pause::None),
            (4, wait(1)),
            (5, wait(2)),
            (9, wait(32)),
            (10, lock),
            (11, lock),
        ] {
            assert_eq!(pause(&policy, 1, failures), expected, "{failures} of an account");
        }
        for (failures, expected) in
            [(15, Pause::None), (16, wait(1)), (22, wait(60)), (49, wait(60)), (50, lock)]
        {
            assert_eq!(pause(&policy, 5, failures), expected, "{failures} of an address");
        }
    }

    #[test]
    fn a_wait_is_never_longer_than_the_lock() {
        let policy = Policy {
            free_failures: 0,
            lock_after: 500,
            lock_for: Duration::seconds(10),
            ..Policy::default()
        };
        for failures in [6, 64, 65, 200] {
            let expected = Pause::Wait(Duration::seconds(10));
            assert_eq!(pause(&policy, 1, failures), expected, "{failures}");
        }
    }

    #[test]
    fn neighbours_in_a_network_are_one_address() {
        for (address, expected) in [
            ("203.0.113.7", "203.0.113.7"),
            ("::ffff:203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
            ("unknown", "unknown"),
        ] {
            assert_eq!(network(address), expected, "{address}");
        }
    }

    #[test]
    fn what_is_left_is_rounded_up() {
        for (millis, unit, expected) in
            [(1, 1, 1), (1000, 1, 1), (1001, 1, 2), (60_000, 60, 1), (60_001, 60, 2), (0, 60, 1)]
        {
            let rest = Duration::milliseconds(millis);
            assert_eq!(rounded_up(rest, unit), expected, "{millis} ms in {unit} s");
        }
    }
}
