//! The secret in the cookie.

use std::fmt::Write as _;

use domain::ids::RequestId;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::system::Ids;

/// A new token: 256 bits that nobody can guess, as 64 letters and digits.
pub(crate) fn new_token(ids: &dyn Ids) -> String {
    let mut secret = [0; 32];
    ids.fill(&mut secret);
    hex(&secret)
}

/// What is stored of a token. It holds enough chance that no slow hash is needed.
pub(super) fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// How many recovery codes somebody gets.
const RECOVERY_CODES: u8 = 10;

/// Without what is easily mistaken for another: no 0, 1, I, O.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The recovery codes that belong to a second factor's `secret` and the attempt that confirmed it.
///
/// They follow from the two, so that a repetition of the attempt can show them again although
/// only their hashes are stored. Who knows the secret needs no recovery code.
pub(super) fn recovery_codes(secret: &[u8], request: RequestId) -> Vec<String> {
    let code = |number: u8| {
        let digest = Sha256::new()
            .chain_update(b"recovery code")
            .chain_update([number])
            .chain_update(Uuid::from(request).as_bytes())
            .chain_update(secret)
            .finalize();
        let letters: Vec<u8> =
            digest.iter().take(16).map(|byte| ALPHABET[usize::from(byte % 32)]).collect();
        let groups: Vec<_> = letters.chunks(4).map(String::from_utf8_lossy).collect();
        groups.join("-")
    };
    (0..RECOVERY_CODES).map(code).collect()
}

/// What is stored of a recovery `code`, with or without its hyphens.
pub(super) fn recovery_hash(code: &str) -> [u8; 32] {
    let letters = code.replace('-', "");
    Sha256::new().chain_update(b"recovery hash").chain_update(letters).finalize().into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use domain::account::OneTimeCode;

    #[test]
    fn recovery_codes_differ_and_can_be_typed() {
        let codes = recovery_codes(&[7; 20], RequestId::from(Uuid::from_u128(1)));
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 10);
        for code in &codes {
            assert_eq!(code.len(), 19, "{code}");
            let typed = OneTimeCode::read(&code.to_lowercase());
            let Some(OneTimeCode::Recovery(read)) = typed else { panic!("{code}") };
            assert_eq!(recovery_hash(&read), recovery_hash(code));
        }
        assert_eq!(codes, recovery_codes(&[7; 20], RequestId::from(Uuid::from_u128(1))));
        assert_ne!(codes, recovery_codes(&[7; 20], RequestId::from(Uuid::from_u128(2))));
        assert_ne!(codes, recovery_codes(&[8; 20], RequestId::from(Uuid::from_u128(1))));
    }

    #[test]
    fn bytes_are_written_with_two_digits() {
        assert_eq!(hex(&[0, 10, 255]), "000aff");
    }
}
