//! Ids of messages, checked by the compiler.

include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// The id of a message that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MessageId(&'static str);

impl MessageId {
    /// The message `id` of `locales/en`.
    ///
    /// Meant for constants, best through [`message!`](crate::message!): there an unknown
    /// id stops the build.
    ///
    /// # Panics
    ///
    /// If there is no such message.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        assert!(is_message(id), "locales/en has no message with this id");
        Self(id)
    }

    /// As the catalogues write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// The [`MessageId`] of a literal; an unknown one does not compile.
///
/// ```
/// let save = i18n::message!("save");
/// ```
///
/// ```compile_fail
/// let typo = i18n::message!("saev");
/// ```
#[macro_export]
macro_rules! message {
    ($id:literal) => {
        const { $crate::MessageId::new($id) }
    };
}

/// Whether `locales/en` has a message `id`.
const fn is_message(id: &str) -> bool {
    let (mut low, mut high) = (0, IDS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match compare(id.as_bytes(), IDS[middle].as_bytes()) {
            0 => return true,
            1.. => low = middle + 1,
            _ => high = middle,
        }
    }
    false
}

/// Below, at or above zero, as `left` comes before, is, or comes after `right`.
///
/// [`Ord`] cannot be used in constants yet.
const fn compare(left: &[u8], right: &[u8]) -> i8 {
    let mut at = 0;
    while at < left.len() && at < right.len() {
        if left[at] != right[at] {
            return if left[at] < right[at] { -1 } else { 1 };
        }
        at += 1;
    }
    match (at < left.len(), at < right.len()) {
        (false, true) => -1,
        (false, false) => 0,
        (true, _) => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found() {
        assert!(!IDS.is_empty());
        for id in IDS {
            assert!(is_message(id), "{id}");
        }
    }

    #[test]
    fn what_is_no_id_is_not_found() {
        for id in ["", "a", "no-such-message", "zzz", "save-", "sav"] {
            assert!(!is_message(id), "{id}");
        }
    }
}
