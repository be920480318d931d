//! Secrets that must be read again, such as an authenticator's, are sealed before they are stored:
//! who has a copy of the database alone cannot make codes with it.

use std::fmt;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use domain::ids::UserId;
use uuid::Uuid;

use super::totp::SECRET_BYTES;
use crate::failure::{Result, report};
use crate::system::Ids;

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// The house's keys: the first seals, each opens. Without one, secrets are stored as they are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SealKeys(Vec<[u8; KEY_BYTES]>);

/// A secret that none of the house's keys opens.
#[derive(Debug, thiserror::Error)]
#[error("a stored secret cannot be opened: PORTAL_SEAL_KEYS lacks the key it was sealed with")]
struct NoKey;

impl SealKeys {
    /// The keys in `text`: 64 hexadecimal digits each, separated by commas.
    ///
    /// # Errors
    ///
    /// What was expected instead.
    pub fn read(text: &str) -> Result<Self, &'static str> {
        const EXPECTED: &str = "keys of 64 hexadecimal digits are expected, separated by commas";
        let given = text.split(',').map(str::trim).filter(|key| !key.is_empty());
        let keys = given.map(|key| bytes(key).ok_or(EXPECTED));
        keys.collect::<Result<_, _>>().map(Self)
    }

    /// Whether nothing is sealed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What to store of `secret`, which is `owner`'s and of [`SECRET_BYTES`].
    pub(super) fn seal(&self, ids: &dyn Ids, owner: UserId, secret: &[u8]) -> Result<Vec<u8>> {
        let Some(key) = self.0.first() else { return Ok(secret.to_vec()) };
        let mut nonce = [0; NONCE_BYTES];
        ids.fill(&mut nonce);
        let sealed = cipher(key).encrypt(&XNonce::from(nonce), bound(owner, secret).payload());
        Ok([nonce.as_slice(), &sealed.map_err(|error| report(&error))?].concat())
    }

    /// The secret of `owner` that is `stored`, sealed or not.
    pub(super) fn open(&self, owner: UserId, stored: &[u8]) -> Result<Vec<u8>> {
        if stored.len() == SECRET_BYTES {
            return Ok(stored.to_vec());
        }
        let opened = self.0.iter().find_map(|key| unsealed(key, owner, stored));
        opened.ok_or_else(|| report(&NoKey))
    }

    /// Whether the key that seals today opens what is `stored`, or nothing is sealed today.
    pub(super) fn is_current(&self, owner: UserId, stored: &[u8]) -> bool {
        self.0.first().is_none_or(|key| unsealed(key, owner, stored).is_some())
    }
}

impl fmt::Debug for SealKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} keys", self.0.len())
    }
}

fn cipher(key: &[u8; KEY_BYTES]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*key))
}

/// A text bound to whose it is: moved to another's row, it does not open.
struct Bound<'a> {
    owner: Uuid,
    text: &'a [u8],
}

fn bound(owner: UserId, text: &[u8]) -> Bound<'_> {
    Bound { owner: owner.into(), text }
}

impl Bound<'_> {
    fn payload(&self) -> Payload<'_, '_> {
        Payload { msg: self.text, aad: self.owner.as_bytes() }
    }
}

fn unsealed(key: &[u8; KEY_BYTES], owner: UserId, stored: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = stored.split_first_chunk::<NONCE_BYTES>()?;
    cipher(key).decrypt(&XNonce::from(*nonce), bound(owner, sealed).payload()).ok()
}

fn bytes(hex: &str) -> Option<[u8; KEY_BYTES]> {
    if !hex.is_ascii() || hex.len() != 2 * KEY_BYTES {
        return None;
    }
    let pairs = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).ok());
    pairs.collect::<Option<Vec<_>>>()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::RandomIds;

    const SECRET: [u8; SECRET_BYTES] = [7; SECRET_BYTES];

    fn keys(text: &str) -> SealKeys {
        SealKeys::read(text).unwrap()
    }

    fn key(digit: char) -> String {
        digit.to_string().repeat(64)
    }

    fn owner(number: u128) -> UserId {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn keys_are_64_hexadecimal_digits() {
        assert!(keys("").is_empty());
        assert_eq!(keys(&format!(" {}, {} ,", key('0'), key('F'))).0, [[0; 32], [255; 32]]);
        for wrong in ["0", &key('g'), &key('0')[1..], &format!("{}0", key('0')), &"é".repeat(32)] {
            assert!(SealKeys::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_sealed_opens_for_its_owner_and_a_known_key_only() {
        let (old, new) = (keys(&key('1')), keys(&format!("{},{}", key('2'), key('1'))));
        let stored = old.seal(&RandomIds, owner(1), &SECRET).unwrap();
        assert!(!stored.windows(4).any(|four| four == &SECRET[..4]), "unreadable");
        assert_ne!(
            stored,
            old.seal(&RandomIds, owner(1), &SECRET).unwrap(),
            "never twice the same"
        );

        assert_eq!(old.open(owner(1), &stored).unwrap(), SECRET);
        assert_eq!(new.open(owner(1), &stored).unwrap(), SECRET, "an older key still opens");
        assert!(old.open(owner(2), &stored).is_err(), "moved to another's row");
        assert!(keys(&key('3')).open(owner(1), &stored).is_err(), "an unknown key");
        assert!(SealKeys::default().open(owner(1), &stored).is_err(), "no key");
        let mut changed = stored.clone();
        changed[30] ^= 1;
        assert!(old.open(owner(1), &changed).is_err(), "changed");
        assert!(old.is_current(owner(1), &stored) && !new.is_current(owner(1), &stored));
    }

    #[test]
    fn without_a_key_secrets_are_stored_as_they_are_and_open_later_too() {
        let none = SealKeys::default();
        let stored = none.seal(&RandomIds, owner(1), &SECRET).unwrap();
        assert_eq!(stored, SECRET);
        assert!(none.is_current(owner(1), &stored));
        let some = keys(&key('1'));
        assert_eq!(some.open(owner(1), &stored).unwrap(), SECRET);
        assert!(!some.is_current(owner(1), &stored), "to be sealed");
    }

    #[test]
    fn keys_are_never_printed() {
        assert_eq!(format!("{:?}", keys(&key('5'))), "1 keys");
    }
}
