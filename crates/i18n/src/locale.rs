//! Sentences for one reader.

use domain::error::{Arg, Entity, Error, Refusal};
use fluent_bundle::{FluentArgs, FluentValue};

use crate::{Language, MessageId, catalogue, format, message};

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
        let args = args.iter().map(|(name, arg)| (*name, value(self.language, arg)));
        let args = args.collect::<FluentArgs>();
        self.sentence(id.as_str(), &args).unwrap_or_else(|| id.as_str().to_owned())
    }

    /// Why a rule said no. A code without words, which only a newer server can send,
    /// becomes a general sentence.
    #[must_use]
    pub fn say_refusal(self, refusal: &Refusal) -> String {
        let args = refusal.args.iter();
        let args = args.map(|(name, arg)| (&**name, value(self.language, arg)));
        let args = args.collect::<FluentArgs>();
        self.sentence(&refusal.code.key, &args)
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
        self.sentence(id, &FluentArgs::new())
    }

    fn sentence(self, id: &str, args: &FluentArgs) -> Option<String> {
        catalogue::sentence(self.language, id, Some(args))
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
    }
}

/// `arg` for Fluent. Its numbers are floats, so that only counts are numbers; what has to
/// be exact is written out here.
fn value(language: Language, arg: &Arg) -> FluentValue<'static> {
    match arg {
        Arg::Count(count) => (*count).into(),
        Arg::Money(amount) => format::money(language, *amount).into(),
        Arg::UnitPrice(price) => format::unit_price(language, *price).into(),
        Arg::Day(day) => format::date(language, *day).into(),
        Arg::Instant(instant) => format::instant(language, *instant).into(),
        Arg::Text(text) => text.clone().into(),
    }
}
