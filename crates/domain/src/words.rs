//! Words that the database, the address bar and Fluent ids share.

use thiserror::Error;

/// A word that stands for nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("unknown word")]
pub struct UnknownWord;

/// Enums of which each variant has one word.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ })+) => {
        $(
            $(#[$doc])*
            #[derive(
                Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
                serde::Deserialize,
            )]
            pub enum $name {
                $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
            }

            impl $name {
                /// All of them, in the order in which they are listed.
                pub const ALL: &[Self] = &[$(Self::$variant,)+];

                /// Its word.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self {
                        $(Self::$variant => $word,)+
                    }
                }
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(self.as_str())
                }
            }

            impl std::str::FromStr for $name {
                type Err = $crate::words::UnknownWord;

                fn from_str(word: &str) -> Result<Self, Self::Err> {
                    let known = Self::ALL.iter().find(|known| known.as_str() == word);
                    known.copied().ok_or($crate::words::UnknownWord)
                }
            }
        )+
    };
}

pub(crate) use words;
