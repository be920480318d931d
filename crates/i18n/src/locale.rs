//! Sentences for one reader.

use domain::error::{Arg, Entity, Error, Refusal};

use crate::catalogue::sentence;
use crate::{Language, MessageId, message};

/// How one reader is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    language: Language,
}

impl Locale {
    /// Speaks `language`.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The reader's language.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The sentence `id` with `args` in it.
    ///
    /// Without the words of the language, which only a browser can be, the id itself.
    #[must_use]
    pub fn say(self, id: MessageId, args: &[(&'static str, Arg)]) -> String {
        sentence(self.language, id.as_str(), args).unwrap_or_else(|| id.as_str().to_owned())
    }

    /// Why a rule said no. A code without words, which only a newer server can send,
    /// becomes a general sentence.
    #[must_use]
    pub fn say_refusal(self, refusal: &Refusal) -> String {
        sentence(self.language, &refusal.code.key, &refusal.args)
            .unwrap_or_else(|| self.say(message!("err-refused"), &[]))
    }

    /// What went wrong.
    #[must_use]
    pub fn say_error(self, error: &Error) -> String {
        let (id, args) = match error {
            Error::Unauthenticated => (message!("err-unauthenticated"), None),
            Error::Forbidden { .. } => (message!("err-forbidden"), None),
            Error::NotFound { entity } => (missing(*entity), None),
            Error::Stale { .. } => (message!("err-stale"), None),
            Error::Invalid { fields } => {
                let faults = i64::try_from(fields.len()).unwrap_or(i64::MAX);
                (message!("err-invalid"), Some(("fields", Arg::Count(faults))))
            }
            Error::Refused(refusal) => return self.say_refusal(refusal),
            Error::Unavailable => (message!("err-unavailable"), None),
            Error::Internal { reference } => {
                (message!("err-internal"), Some(("reference", Arg::Text(reference.clone()))))
            }
        };
        self.say(id, args.as_slice())
    }

    /// The words under an id that is built from data, such as `access-action-…`; `None` if
    /// there are none. Where the id can be written down, use [`say`](Self::say).
    #[must_use]
    pub fn say_dynamic(self, id: &str) -> Option<String> {
        sentence::<&str>(self.language, id, &[])
    }
}

/// That there is no such thing.
const fn missing(entity: Entity) -> MessageId {
    match entity {
        Entity::Page => message!("err-not-found-page"),
        Entity::Partner => message!("err-not-found-partner"),
        Entity::User => message!("err-not-found-user"),
        Entity::Session => message!("err-not-found-session"),
        Entity::Offer => message!("err-not-found-offer"),
        Entity::PinnedOffers => message!("err-not-found-pinned-offers"),
        Entity::Customer => message!("err-not-found-customer"),
        Entity::Tag => message!("err-not-found-tag"),
        Entity::SavedView => message!("err-not-found-saved-view"),
        Entity::CustomerRisk => message!("err-not-found-customer-risk"),
        Entity::CollectionsPolicy => message!("err-not-found-collections-policy"),
        Entity::Subscription => message!("err-not-found-subscription"),
        Entity::PriceList => message!("err-not-found-price-list"),
        Entity::SpecialPrice => message!("err-not-found-special-price"),
        Entity::Licence => message!("err-not-found-licence"),
        Entity::BulkJob => message!("err-not-found-bulk-job"),
        Entity::Invoice => message!("err-not-found-invoice"),
        Entity::Payment => message!("err-not-found-payment"),
        Entity::Dispute => message!("err-not-found-dispute"),
        Entity::Fapiao => message!("err-not-found-fapiao"),
    }
}
