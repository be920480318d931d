//! Lines that are computed before it is anybody's turn to write.
//!
//! SQLite has one writer. What a partner has sold is read and charged while others write; under the
//! lock it is only compared whether anything has changed meanwhile, and written.

use domain::ids::{InvoiceId, PartnerId};
use domain::time::Day;
use storage::billing::histories::{self, Stamp};
use storage::billing::lines::{self, StoredLine};
use storage::{Dialect, Tx};

use super::charges::{Writing, charge};
use crate::failure::{Result, Stored};
use crate::system::System;

/// Most lines that wait in memory: some 80 MiB. A partner with more is read and written page by page.
const MOST: usize = 200_000;

/// Lines of a partner, and what they were computed from.
pub(super) struct Ahead {
    stamp: Stamp,
    writing: Writing,
    lines: Vec<StoredLine>,
}

impl Ahead {
    /// The lines of `partner` on `date`, if that is of use: not on PostgreSQL, where everybody writes
    /// at once, not of more than fit, and not where something is wrong, which the run itself tells.
    pub(super) async fn read(
        system: &System,
        partner: PartnerId,
        date: Day,
    ) -> Result<Option<Self>> {
        if system.store.dialect() != Dialect::Sqlite {
            return Ok(None);
        }
        let mut tx = system.store.read().await.stored()?;
        let stamp = histories::stamp(&mut tx, partner).await.stored()?;
        // Most subscriptions have one line: of more, nothing would be kept.
        if usize::try_from(stamp.subscriptions).is_ok_and(|sold| sold > MOST) {
            return Ok(None);
        }
        let mut writing = Writing::of(InvoiceId::from(system.next_id()), date);
        let (mut lines, mut after) = (Vec::new(), None);
        loop {
            let found = histories::page(&mut tx, partner, writing.bounds(), after).await;
            let (page, next) = found.stored()?;
            for billed in &page {
                let charged = charge(billed, &system.policy.vat, &mut writing, &mut lines);
                if charged.is_err() || lines.len() > MOST {
                    return Ok(None);
                }
            }
            if next.is_none() {
                return Ok(Some(Self { stamp, writing, lines }));
            }
            after = next;
        }
    }

    /// Writes the lines, if they are still what there is to be charged; `None` if they are not.
    pub(super) async fn write(self, tx: &mut Tx, partner: PartnerId) -> Result<Option<Writing>> {
        if histories::stamp(tx, partner).await.stored()? != self.stamp {
            return Ok(None);
        }
        lines::insert_many(tx, self.writing.id, &self.lines).await.stored()?;
        Ok(Some(self.writing))
    }
}
