//! Ids and secrets that are the same in every run.

use std::sync::atomic::{AtomicU64, Ordering};

use services::Ids;
use uuid::Uuid;

/// Ids 1, 2, 3 …, and secrets from a generator that always begins alike.
#[derive(Debug, Default)]
pub struct CountingIds {
    last: AtomicU64,
    state: AtomicU64,
}

impl Ids for CountingIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(u128::from(self.last.fetch_add(1, Ordering::Relaxed) + 1))
    }

    fn fill(&self, secret: &mut [u8]) {
        for part in secret.chunks_mut(8) {
            let random = self.random().to_le_bytes();
            part.copy_from_slice(&random[..part.len()]);
        }
    }
}

impl CountingIds {
    /// The next number of the generator `SplitMix64`.
    fn random(&self) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let state = self.state.fetch_add(STEP, Ordering::Relaxed).wrapping_add(STEP);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_and_secrets_repeat() {
        let (one, other) = (CountingIds::default(), CountingIds::default());
        assert_eq!([one.next(), one.next()], [Uuid::from_u128(1), Uuid::from_u128(2)]);
        let secret = |ids: &CountingIds| {
            let mut secret = [0; 20];
            ids.fill(&mut secret);
            secret
        };
        let first = secret(&one);
        assert_eq!(first, secret(&other));
        assert_ne!(first, secret(&one));
    }
}
