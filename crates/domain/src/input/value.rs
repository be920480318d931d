//! What the field rules share: cleaning, and values that are text.

use super::fault::Fault;
use crate::text::half_width;

/// `text` without spaces around it, composed where the tables are at hand.
pub(super) fn clean(text: &str) -> String {
    composed(text.trim())
}

/// [`clean`], with the full-width forms of ASCII as ASCII: for codes and addresses.
pub(super) fn clean_code(text: &str) -> String {
    let narrow = text.chars().map(half_width).collect::<String>();
    clean(&narrow)
}

/// `text`, if it has characters, at most `max` of them.
pub(super) fn required(text: String, max: u32) -> Result<String, Fault> {
    if text.is_empty() { Err(Fault::Required) } else { at_most(text, max) }
}

/// `text`, if it has at most `max` characters.
pub(super) fn at_most(text: String, max: u32) -> Result<String, Fault> {
    let most = usize::try_from(max).unwrap_or(usize::MAX);
    if text.chars().nth(most).is_some() { Err(Fault::TooLong { max }) } else { Ok(text) }
}

/// `text`, if all of it can be seen; otherwise `fault`.
pub(super) fn visible(text: String, fault: Fault) -> Result<String, Fault> {
    if text.contains(invisible) { Err(fault) } else { Ok(text) }
}

/// Controls, breaks, and marks that turn the direction of what follows: a name with
/// them reads as another name.
///
/// The joiner of emoji (U+200D) and the selectors of variants may stay.
pub(super) fn invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{ffff}'
        )
}

#[cfg(not(target_arch = "wasm32"))]
fn composed(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;

    text.nfc().collect()
}

#[cfg(target_arch = "wasm32")]
fn composed(text: &str) -> String {
    text.to_owned()
}

/// Types that hold a text a field rule has let through.
macro_rules! values {
    ($($(#[$doc:meta])* $name:ident from $parse:expr;)+) => {
        $(
            $(#[$doc])*
            #[derive(
                Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
                serde::Deserialize,
            )]
            #[serde(try_from = "String", into = "String")]
            pub struct $name(String);

            impl $name {
                /// The text.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.0
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(&self.0)
                }
            }

            impl From<$name> for String {
                fn from(value: $name) -> Self {
                    value.0
                }
            }

            impl TryFrom<String> for $name {
                type Error = $crate::input::Fault;

                fn try_from(text: String) -> Result<Self, Self::Error> {
                    $parse(&text)
                }
            }

            impl std::str::FromStr for $name {
                type Err = $crate::input::Fault;

                fn from_str(text: &str) -> Result<Self, Self::Err> {
                    $parse(text)
                }
            }
        )+
    };
}

pub(super) use values;

#[cfg(test)]
mod tests {
    use serde::Deserialize as _;
    use serde::de::IntoDeserializer as _;
    use serde::de::value::{Error, StrDeserializer};

    use crate::input::{Nickname, Uscc};

    #[test]
    fn what_was_sent_or_stored_is_checked_too() {
        let sent =
            |text: &'static str| -> StrDeserializer<'static, Error> { text.into_deserializer() };
        assert!(Uscc::deserialize(sent("91310115000000019M")).is_ok());
        assert!(Uscc::deserialize(sent("91310115000000019N")).is_err());
        assert!(Nickname::deserialize(sent("")).is_err());
    }
}
