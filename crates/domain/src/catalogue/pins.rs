//! A partner's pinned offers: up to five, in order, first in every list of offers.
//!
//! Source: domain book, "customize-the-catalog".

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::model::Offer;
use crate::error::{Arg, Code, Coded, Error};
use crate::ids::{OfferId, RequestId};

/// Most offers that can be pinned.
pub const MAX_PINNED: usize = 5;

/// Why offers cannot be pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PinRefusal {
    /// More than [`MAX_PINNED`].
    #[error("more than {MAX_PINNED} offers")]
    Full,
    /// No such offer, or it is not in this month's price list.
    #[error("an offer that is not sold")]
    NotSold,
    /// Add-ons are bought from their parent subscription.
    #[error("an add-on")]
    AddOn,
    /// The form cannot be read.
    #[error("not a list of offers")]
    Unreadable,
}

impl Coded for PinRefusal {
    fn code(&self) -> Code {
        match self {
            Self::Full => Code::new("err-catalog-max", 3000, 400),
            Self::NotSold => Code::new("err-catalog-not-sold", 3000, 400),
            Self::AddOn => Code::new("err-catalog-add-on", 3000, 400),
            Self::Unreadable => Code::new("err-catalog-unreadable", 3000, 400),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Full => vec![("max", Arg::Count(i64::try_from(MAX_PINNED).unwrap_or(i64::MAX)))],
            Self::NotSold | Self::AddOn | Self::Unreadable => Vec::new(),
        }
    }
}

/// A partner's pinned offers as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PinnedOffers {
    /// How often they have been changed; 0 if never.
    pub version: i64,
    /// In the order of the slots.
    pub offers: Vec<OfferId>,
    /// Who changed them last.
    pub changed_by: Option<String>,
}

/// Adds `offer` behind the others; a duplicate is ignored and reported as `false`.
///
/// # Errors
///
/// [`PinRefusal::Full`] for a sixth.
pub fn add(pinned: &mut Vec<OfferId>, offer: OfferId) -> Result<bool, PinRefusal> {
    if pinned.contains(&offer) {
        return Ok(false);
    }
    if pinned.len() >= MAX_PINNED {
        return Err(PinRefusal::Full);
    }
    pinned.push(offer);
    Ok(true)
}

/// Removes `offer`; the ones behind it move up.
pub fn remove(pinned: &mut Vec<OfferId>, offer: OfferId) {
    pinned.retain(|other| *other != offer);
}

/// A step in the list of slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// One slot towards the first.
    Up,
    /// One slot towards the last.
    Down,
}

/// Moves `offer` by one slot; at the end of the list nothing happens.
pub fn move_by(pinned: &mut [OfferId], offer: OfferId, step: Move) {
    let Some(from) = pinned.iter().position(|other| *other == offer) else { return };
    let to = match step {
        Move::Up => from.checked_sub(1),
        Move::Down => Some(from + 1).filter(|to| *to < pinned.len()),
    };
    if let Some(to) = to {
        pinned.swap(from, to);
    }
}

/// Whether `wanted` can be pinned; `sold` finds an offer of this month's price list.
///
/// # Errors
///
/// The first [`PinRefusal`] that applies.
pub fn check_pins<'a>(
    wanted: &[OfferId],
    sold: impl Fn(OfferId) -> Option<&'a Offer>,
) -> Result<(), PinRefusal> {
    if wanted.len() > MAX_PINNED {
        return Err(PinRefusal::Full);
    }
    for id in wanted {
        match sold(*id) {
            None => return Err(PinRefusal::NotSold),
            Some(offer) if offer.add_on => return Err(PinRefusal::AddOn),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Replaces a partner's pinned offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavePins {
    /// This attempt.
    pub request: RequestId,
    /// The version that the reader saw.
    pub seen: i64,
    /// The offers, in order, without duplicates.
    pub offers: Vec<OfferId>,
}

/// A button of the form that works without JavaScript: what to do before anything is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PinStep {
    /// Keep the list as it is.
    Save,
    /// Put this offer behind the others.
    Add(OfferId),
    /// Take this offer out.
    Remove(OfferId),
    /// Move this offer by one slot.
    Move(OfferId, Move),
}

/// [`SavePins`] as a form sends it: what was chosen, not yet trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavePinsDraft {
    /// This attempt.
    pub request: String,
    /// The version that the reader saw.
    pub version: String,
    /// Offer ids in order, separated by spaces.
    #[serde(default)]
    pub offers: String,
    /// The button pressed: `save`, `add <id>`, `remove <id>`, `up <id>`, `down <id>`.
    #[serde(default)]
    pub step: String,
}

/// A [`SavePinsDraft`] that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinDraft {
    /// The list as the form showed it, without duplicates.
    pub command: SavePins,
    /// What to do with it.
    pub step: PinStep,
    /// Whether the list named an offer twice.
    pub duplicate: bool,
}

impl SavePinsDraft {
    /// The list and the button, if both can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] at `offers` for anything that the page did not write.
    pub fn parse(self) -> Result<PinDraft, Error> {
        let Self { request, version, offers, step } = self;
        let unreadable = || Error::invalid("offers", PinRefusal::Unreadable);
        let request = request.parse().map_err(|_| unreadable())?;
        let seen = version.parse().map_err(|_| unreadable())?;
        let mut listed: Vec<OfferId> = Vec::new();
        let mut duplicate = false;
        for id in offers.split_whitespace() {
            let id = id.parse().map_err(|_| unreadable())?;
            if listed.contains(&id) {
                duplicate = true;
            } else {
                listed.push(id);
            }
        }
        let step = parse_step(&step).ok_or_else(unreadable)?;
        Ok(PinDraft { command: SavePins { request, seen, offers: listed }, step, duplicate })
    }

    /// The form after the work of its button: what is kept of it if it cannot be saved, so that
    /// the step is not lost. As it was if the button cannot do its work.
    #[must_use]
    pub fn after_step(self) -> Self {
        let done = self.clone().parse().ok().and_then(|draft| apply(draft).ok());
        let Some(SavePins { offers, .. }) = done else { return self };
        let offers: Vec<_> = offers.iter().map(OfferId::to_string).collect();
        Self { offers: offers.join(" "), step: "save".to_owned(), ..self }
    }
}

/// The list that `draft`'s button asks to save.
///
/// # Errors
///
/// [`PinRefusal::Full`] if the button adds a sixth offer.
pub fn apply(draft: PinDraft) -> Result<SavePins, PinRefusal> {
    let PinDraft { mut command, step, .. } = draft;
    match step {
        PinStep::Save => {}
        PinStep::Add(offer) => {
            add(&mut command.offers, offer)?;
        }
        PinStep::Remove(offer) => remove(&mut command.offers, offer),
        PinStep::Move(offer, step) => move_by(&mut command.offers, offer, step),
    }
    Ok(command)
}

fn parse_step(step: &str) -> Option<PinStep> {
    let (verb, id) = step.split_once(' ').unwrap_or((step, ""));
    if id.is_empty() {
        return matches!(verb, "" | "save").then_some(PinStep::Save);
    }
    let id = id.parse().ok()?;
    match verb {
        "add" => Some(PinStep::Add(id)),
        "remove" => Some(PinStep::Remove(id)),
        "up" => Some(PinStep::Move(id, Move::Up)),
        "down" => Some(PinStep::Move(id, Move::Down)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::catalogue::{Billing, Category, Segment, Unit};

    fn id(n: u128) -> OfferId {
        OfferId::from(Uuid::from_u128(n))
    }

    fn ids(numbers: &[u128]) -> Vec<OfferId> {
        numbers.iter().map(|n| id(*n)).collect()
    }

    fn offer(add_on: bool) -> Offer {
        Offer {
            id: id(1),
            code: "O365-E3".into(),
            sku: Uuid::nil(),
            string_id: "ENTERPRISEPACK".into(),
            category: Category::Enterprise,
            segment: Segment::Commercial,
            billing: Billing::License,
            unit: Unit::Licences,
            minimum: 1,
            maximum: 300,
            per_customer: None,
            add_on,
            rank: 1,
        }
    }

    #[test]
    fn five_offers_can_be_pinned_and_a_sixth_cannot() {
        let base = offer(false);
        let sold = |_| Some(&base);
        assert_eq!(check_pins(&ids(&[]), sold), Ok(()));
        assert_eq!(check_pins(&ids(&[1, 2, 3, 4, 5]), sold), Ok(()));
        assert_eq!(check_pins(&ids(&[1, 2, 3, 4, 5, 6]), sold), Err(PinRefusal::Full));
    }

    #[test]
    fn add_ons_and_offers_out_of_the_price_list_cannot_be_pinned() {
        let add_on = offer(true);
        assert_eq!(check_pins(&ids(&[1]), |_| Some(&add_on)), Err(PinRefusal::AddOn));
        assert_eq!(check_pins(&ids(&[1]), |_| None), Err(PinRefusal::NotSold));
    }

    #[test]
    fn a_duplicate_is_ignored_even_when_the_slots_are_full() {
        let mut pinned = ids(&[1, 2, 3, 4]);
        assert_eq!(add(&mut pinned, id(5)), Ok(true));
        assert_eq!(add(&mut pinned, id(3)), Ok(false));
        assert_eq!(add(&mut pinned, id(6)), Err(PinRefusal::Full));
        assert_eq!(pinned, ids(&[1, 2, 3, 4, 5]));
    }

    #[test]
    fn offers_move_by_one_slot_and_stop_at_the_ends() {
        for (start, moved, step, expected) in [
            ([1, 2, 3], 2, Move::Up, [2, 1, 3]),
            ([1, 2, 3], 2, Move::Down, [1, 3, 2]),
            ([1, 2, 3], 1, Move::Up, [1, 2, 3]),
            ([1, 2, 3], 3, Move::Down, [1, 2, 3]),
            ([1, 2, 3], 9, Move::Up, [1, 2, 3]),
        ] {
            let mut pinned = ids(&start);
            move_by(&mut pinned, id(moved), step);
            assert_eq!(pinned, ids(&expected), "{moved} {step:?} in {start:?}");
        }
    }

    #[test]
    fn what_a_button_did_is_kept_with_the_form() {
        let [one, two] = [id(1), id(2)].map(|id| id.to_string());
        let draft = |step: String| SavePinsDraft {
            request: Uuid::from_u128(9).to_string(),
            version: "3".into(),
            offers: one.clone(),
            step,
        };
        let added = draft(format!("add {two}")).after_step();
        assert_eq!((added.offers, added.step), (format!("{one} {two}"), "save".to_owned()));
        assert_eq!(draft(format!("remove {one}")).after_step().offers, "");
        let strange = draft("sell 1".to_owned());
        assert_eq!(strange.clone().after_step(), strange);
    }

    #[test]
    fn a_form_is_read_whole_or_not_at_all() {
        let draft = |offers: &str, step: &str| SavePinsDraft {
            request: Uuid::from_u128(9).to_string(),
            version: "3".into(),
            offers: offers.into(),
            step: step.into(),
        };
        let [one, two] = [id(1), id(2)].map(|id| id.to_string());

        let read = draft(&format!("{one} {two} {one}"), &format!("up {two}")).parse();
        let read = read.expect("a page writes this");
        assert_eq!(read.command.offers, [id(1), id(2)]);
        assert_eq!(read.step, PinStep::Move(id(2), Move::Up));
        assert!(read.duplicate);

        for (offers, step) in [("nonsense", "save"), (one.as_str(), "sell 1"), ("", "add")] {
            assert!(draft(offers, step).parse().is_err(), "{offers:?}, {step:?}");
        }
    }
}
