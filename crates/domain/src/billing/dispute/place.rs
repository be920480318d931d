//! Where a line stands that is disputed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::DisputeFault;
use crate::billing::FileKind;

/// Marks places of the usage-based file; those of the license-based one are numbers alone.
const USAGE: char = 'u';

/// In which of an invoice's two files a line stands, and where: `3` is the third line of the
/// license-based file, `u3` that of the usage-based one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct LinePlace {
    /// Which file.
    pub file: FileKind,
    /// The place in it, from 1.
    pub position: u32,
}

impl LinePlace {
    /// Before all lines of an invoice.
    pub const START: Self = Self::license(0);

    /// A place in the license-based file.
    #[must_use]
    pub const fn license(position: u32) -> Self {
        Self { file: FileKind::License, position }
    }

    /// A place in the usage-based file.
    #[must_use]
    pub const fn usage(position: u32) -> Self {
        Self { file: FileKind::Usage, position }
    }
}

impl fmt::Display for LinePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.file {
            FileKind::License => write!(f, "{}", self.position),
            FileKind::Usage => write!(f, "{USAGE}{}", self.position),
        }
    }
}

impl FromStr for LinePlace {
    type Err = DisputeFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = |digits: &str| digits.parse().map_err(|_| DisputeFault::Lines);
        match text.strip_prefix(USAGE) {
            Some(digits) => read(digits).map(Self::usage),
            None => read(text).map(Self::license),
        }
    }
}

impl From<LinePlace> for String {
    fn from(place: LinePlace) -> Self {
        place.to_string()
    }
}

impl TryFrom<String> for LinePlace {
    type Error = DisputeFault;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_they_are_written_and_licences_come_first() {
        let places = [LinePlace::license(2), LinePlace::license(10), LinePlace::usage(1)];
        let texts = places.map(|place| place.to_string());
        assert_eq!(texts, ["2", "10", "u1"]);
        assert!(places.is_sorted());
        for (place, text) in places.iter().zip(&texts) {
            assert_eq!(text.parse(), Ok(*place));
        }
        for wrong in ["", "u", "uu1", "-1", "1u", "x"] {
            assert_eq!(wrong.parse::<LinePlace>(), Err(DisputeFault::Lines), "{wrong}");
        }
    }
}
