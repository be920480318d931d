//! Changes of a subscription, as they are asked for.

use serde::{Deserialize, Serialize};

use super::model::SuspendReason;
use super::refusal::SubscriptionRefusal as Refusal;
use crate::error::{Error, FieldError};
use crate::ids::{CustomerId, OfferId, RequestId, SubscriptionId};
use crate::input::{Fault, MpnId, Nickname, mpn_id, nickname, whole_number};

/// Most characters of a note.
///
/// Source: domain book, "suspend-a-subscription" (fields).
pub const MAX_NOTE: u32 = 500;

/// Which subscription, and by whom seen how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// This attempt.
    pub request: RequestId,
    /// Whose.
    pub customer: CustomerId,
    /// Which.
    pub subscription: SubscriptionId,
    /// The version that the reader saw.
    pub seen: i64,
}

/// Changes the number of units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeQuantity {
    /// Of which.
    pub target: Target,
    /// To how many.
    pub quantity: u32,
}

/// Changes the nickname; none gives the offer's name back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rename {
    /// Of which.
    pub target: Target,
    /// The new one.
    pub nickname: Option<Nickname>,
}

/// Suspends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspend {
    /// Which.
    pub target: Target,
    /// Why: one of [`SuspendReason::BY_PARTNER`].
    pub reason: SuspendReason,
    /// What is to be remembered.
    pub note: Option<String>,
}

/// Reactivates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reactivate {
    /// Which.
    pub target: Target,
}

/// Upgrades.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upgrade {
    /// Which.
    pub target: Target,
    /// To what.
    pub offer: OfferId,
    /// How many units of that.
    pub quantity: u32,
    /// Whether the people's licences move along.
    pub move_licences: bool,
}

/// Changes the reseller; none is the provider itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeReseller {
    /// Of which.
    pub target: Target,
    /// The new one's MPN ID.
    pub reseller: Option<MpnId>,
}

/// [`ChangeQuantity`] as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuantityDraft {
    /// Of which.
    pub target: Target,
    /// What was typed.
    #[serde(default)]
    pub quantity: String,
}

/// [`Rename`] as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenameDraft {
    /// Of which.
    pub target: Target,
    /// What was typed.
    #[serde(default)]
    pub nickname: String,
}

/// [`Suspend`] as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspendDraft {
    /// Which.
    pub target: Target,
    /// The word of the reason chosen.
    #[serde(default)]
    pub reason: String,
    /// What was typed.
    #[serde(default)]
    pub note: String,
}

/// [`Upgrade`] as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpgradeDraft {
    /// Which.
    pub target: Target,
    /// The id of the offer chosen.
    #[serde(default)]
    pub offer: String,
    /// What was typed.
    #[serde(default)]
    pub quantity: String,
    /// A checkbox: something, if it is ticked.
    #[serde(default)]
    pub move_licences: Option<String>,
}

/// [`ChangeReseller`] as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResellerDraft {
    /// Of which.
    pub target: Target,
    /// What was typed; nothing is the provider itself.
    #[serde(default)]
    pub reseller: String,
}

impl QuantityDraft {
    /// The change, if the number can be read.
    ///
    /// # Errors
    ///
    /// A fault at `quantity`.
    pub fn parse(self) -> Result<ChangeQuantity, Error> {
        let quantity =
            whole_number(&self.quantity).map_err(|fault| Error::invalid("quantity", fault))?;
        Ok(ChangeQuantity { target: self.target, quantity })
    }
}

impl RenameDraft {
    /// The change, if the name can be kept.
    ///
    /// # Errors
    ///
    /// A fault at `nickname`.
    pub fn parse(self) -> Result<Rename, Error> {
        let nickname =
            nickname(&self.nickname).map_err(|fault| Error::invalid("nickname", fault))?;
        Ok(Rename { target: self.target, nickname })
    }
}

impl SuspendDraft {
    /// The change, if a reason was chosen and the note is not too long.
    ///
    /// # Errors
    ///
    /// Faults at `reason` and `note`.
    pub fn parse(self) -> Result<Suspend, Error> {
        let Self { target, reason, note } = self;
        let mut fields = Vec::new();
        let chosen = reason.parse().ok().filter(|one| SuspendReason::BY_PARTNER.contains(one));
        if chosen.is_none() {
            fields.push(FieldError::new("reason", Fault::Required));
        }
        let note = note.trim();
        let most = usize::try_from(MAX_NOTE).unwrap_or(usize::MAX);
        if note.chars().nth(most).is_some() {
            fields.push(FieldError::new("note", Fault::TooLong { max: MAX_NOTE }));
        }
        // A note has lines.
        if note.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            fields.push(FieldError::new("note", Fault::ControlCharacter));
        }
        match chosen {
            Some(reason) if fields.is_empty() => {
                let note = (!note.is_empty()).then(|| note.to_owned());
                Ok(Suspend { target, reason, note })
            }
            _ => Err(Error::Invalid { fields }),
        }
    }
}

impl UpgradeDraft {
    /// The change, if an offer was chosen and the number can be read.
    ///
    /// # Errors
    ///
    /// Faults at `offer` and `quantity`.
    pub fn parse(self) -> Result<Upgrade, Error> {
        let Self { target, offer, quantity, move_licences } = self;
        let offer = offer.parse().map_err(|_| FieldError::new("offer", Fault::Required));
        let quantity = whole_number(&quantity).map_err(|fault| FieldError::new("quantity", fault));
        match (offer, quantity) {
            (Ok(offer), Ok(quantity)) => {
                Ok(Upgrade { target, offer, quantity, move_licences: move_licences.is_some() })
            }
            (offer, quantity) => {
                let fields = [offer.err(), quantity.err()].into_iter().flatten().collect();
                Err(Error::Invalid { fields })
            }
        }
    }
}

impl ResellerDraft {
    /// The change, if the MPN ID can be read.
    ///
    /// # Errors
    ///
    /// A fault at `reseller`.
    pub fn parse(self) -> Result<ChangeReseller, Error> {
        let Self { target, reseller } = self;
        if reseller.trim().is_empty() {
            return Ok(ChangeReseller { target, reseller: None });
        }
        let reseller = mpn_id(&reseller).map_err(|fault| Error::invalid("reseller", fault))?;
        Ok(ChangeReseller { target, reseller: Some(reseller) })
    }
}

impl Refusal {
    /// The error that a form shows: at the field `quantity` what is about the quantity.
    #[must_use]
    pub fn at_quantity(self) -> Error {
        match self {
            Self::QuantityRange { .. }
            | Self::QuantityAssigned { .. }
            | Self::QuantityAddOn { .. }
            | Self::QuantityParent { .. }
            | Self::TooManySeats { .. }
            | Self::MoveAssigned { .. } => Error::invalid("quantity", self),
            other => other.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn target() -> Target {
        Target {
            request: RequestId::from(Uuid::from_u128(1)),
            customer: CustomerId::from(Uuid::from_u128(2)),
            subscription: SubscriptionId::from(Uuid::from_u128(3)),
            seen: 4,
        }
    }

    fn faults<T: std::fmt::Debug>(parsed: Result<T, Error>) -> Vec<(String, String)> {
        let Err(Error::Invalid { fields }) = parsed else { return Vec::new() };
        let name = |fault: FieldError| (fault.field, fault.refusal.code.key.into_owned());
        fields.into_iter().map(name).collect()
    }

    #[test]
    fn a_reason_is_needed_and_the_operators_cannot_be_chosen() {
        for (reason, note, expected) in [
            ("non-payment", String::new(), vec![]),
            ("fraud-or-misuse", "a\nb".to_owned(), vec![]),
            ("customer-request", "字".repeat(500), vec![]),
            ("customer-request", "字".repeat(501), vec![("note", "err-too-long")]),
            (
                "",
                "a\u{0}".to_owned(),
                vec![("reason", "err-required"), ("note", "err-control-character")],
            ),
            ("operator", String::new(), vec![("reason", "err-required")]),
            ("parent", String::new(), vec![("reason", "err-required")]),
        ] {
            let draft = SuspendDraft { target: target(), reason: reason.into(), note };
            let found = faults(draft.parse());
            let found: Vec<_> = found.iter().map(|(f, k)| (f.as_str(), k.as_str())).collect();
            assert_eq!(found, expected, "{reason}");
        }
    }

    #[test]
    fn quantities_are_whole_numbers() {
        for (text, expected) in [
            ("10", Some(10)),
            ("１０", Some(10)),
            ("0", Some(0)),
            ("1.5", None),
            ("-1", None),
            ("1e3", None),
            ("", None),
            ("４２９４９６７２９６", None),
        ] {
            let draft = QuantityDraft { target: target(), quantity: text.into() };
            assert_eq!(draft.parse().ok().map(|change| change.quantity), expected, "{text}");
        }
    }

    #[test]
    fn an_upgrade_names_all_that_is_missing() {
        let draft = UpgradeDraft {
            target: target(),
            offer: String::new(),
            quantity: "x".into(),
            move_licences: None,
        };
        let found = faults(draft.parse());
        let fields: Vec<_> = found.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["offer", "quantity"]);
    }

    #[test]
    fn no_reseller_is_the_provider_itself() {
        let parse = |text: &str| {
            let draft = ResellerDraft { target: target(), reseller: text.into() };
            draft.parse().map(|change| change.reseller.map(String::from))
        };
        assert_eq!(parse(" "), Ok(None));
        assert_eq!(parse("６０４８８７９"), Ok(Some("6048879".to_owned())));
        assert!(parse("60").is_err());
    }
}
