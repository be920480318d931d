//! A partner's own marks for customers, and a person's named filters.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::profile::Faults;
use crate::error::{Arg, Code, Coded, Error};
use crate::ids::{CustomerId, RequestId, SavedViewId, TagId};
use crate::input::{self, Fault};
use crate::words::words;

/// Most tags that a partner can have.
pub const MAX_TAGS: usize = 100;

/// Most customers that are marked at once.
pub const MAX_TAGS_EACH: usize = 1000;

/// Most saved views that a person can have of one list.
pub const MAX_VIEWS: usize = 50;

/// Most characters of a tag's name.
const TAG_NAME: u32 = 30;

/// Most characters of a saved view's name, and of what it asks for.
const VIEW_NAME: u32 = 50;
const VIEW_QUERY: u32 = 500;

words! {
    /// How a tag is coloured. Its name says the same: colour alone tells nothing.
    TagColour {
        /// Grey.
        Grey = "grey",
        /// Red.
        Red = "red",
        /// Orange.
        Orange = "orange",
        /// Yellow.
        Yellow = "yellow",
        /// Green.
        Green = "green",
        /// Teal.
        Teal = "teal",
        /// Blue.
        Blue = "blue",
        /// Purple.
        Purple = "purple",
    }
}

/// Why a tag or a saved view cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TagFault {
    /// Another tag is called so.
    #[error("another tag has this name")]
    Taken,
    /// None of the colours.
    #[error("no colour")]
    Colour,
    /// The partner has [`MAX_TAGS`].
    #[error("{MAX_TAGS} tags")]
    TooMany,
    /// More than [`MAX_TAGS_EACH`] customers, or none.
    #[error("not 1 to {MAX_TAGS_EACH} customers")]
    Customers,
    /// The person has [`MAX_VIEWS`].
    #[error("{MAX_VIEWS} saved views")]
    TooManyViews,
    /// The form cannot be read.
    #[error("not a form of the page")]
    Unreadable,
}

impl Coded for TagFault {
    fn code(&self) -> Code {
        match self {
            Self::Taken => Code::new("err-tag-taken", 3000, 409),
            Self::Colour => Code::new("err-tag-colour", 3000, 400),
            Self::TooMany => Code::new("err-tag-max", 3000, 400),
            Self::Customers => Code::new("err-tag-customers", 3000, 400),
            Self::TooManyViews => Code::new("err-saved-view-max", 3000, 400),
            Self::Unreadable => Code::new("err-tag-unreadable", 3000, 400),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        let max = |most: usize| vec![("max", Arg::Count(i64::try_from(most).unwrap_or(i64::MAX)))];
        match self {
            Self::TooMany => max(MAX_TAGS),
            Self::Customers => max(MAX_TAGS_EACH),
            Self::TooManyViews => max(MAX_VIEWS),
            Self::Taken | Self::Colour | Self::Unreadable => Vec::new(),
        }
    }
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagView {
    /// Which.
    pub id: TagId,
    /// Its name.
    pub name: String,
    /// Its colour.
    pub colour: TagColour,
    /// The version to send back with a change.
    pub version: i64,
}

/// The form that makes or changes a tag, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaveTagDraft {
    /// This attempt.
    pub request: String,
    /// Which tag; nothing for a new one.
    pub id: String,
    /// The version that the reader saw; nothing for a new one.
    pub version: String,
    /// The name.
    pub name: String,
    /// The colour's word.
    pub colour: String,
}

/// Makes or changes a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveTag {
    /// This attempt.
    pub request: RequestId,
    /// Which, with the version that the reader saw; `None` for a new one.
    pub tag: Option<(TagId, i64)>,
    /// The name: 1 to 30 characters.
    pub name: String,
    /// The colour.
    pub colour: TagColour,
}

impl SaveTagDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<SaveTag, Error> {
        let mut faults = Faults::default();
        let request = self.request.parse().map_err(|_| TagFault::Unreadable);
        let request = faults.read("request", request);
        let tag = if self.id.is_empty() {
            Some(None)
        } else {
            let id = faults.read("id", self.id.parse().map_err(|_| TagFault::Unreadable));
            let seen = self.version.parse().map_err(|_| TagFault::Unreadable);
            id.zip(faults.read("version", seen)).map(Some)
        };
        let name = faults.read("name", some_line(&self.name, TAG_NAME));
        let colour = match self.colour.as_str() {
            "" => Some(TagColour::Grey),
            word => faults.read("colour", word.parse().map_err(|_| TagFault::Colour)),
        };
        let read =
            (|| Some(SaveTag { request: request?, tag: tag?, name: name?, colour: colour? }))();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

fn some_line(text: &str, max: u32) -> Result<String, Fault> {
    let line = input::line(text, max)?;
    if line.is_empty() { Err(Fault::Required) } else { Ok(line) }
}

/// Deletes a tag and takes it off all customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteTag {
    /// This attempt.
    pub request: RequestId,
    /// Which.
    pub id: TagId,
    /// The version that the reader saw.
    pub seen: i64,
}

/// The form that puts a tag on customers or takes it off, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MarkCustomersDraft {
    /// This attempt.
    pub request: String,
    /// Which tag.
    pub tag: String,
    /// Ids of customers, separated by spaces.
    pub customers: String,
    /// `off` takes the tag off; anything else puts it on.
    pub step: String,
}

/// Puts a tag on customers, or takes it off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkCustomers {
    /// This attempt.
    pub request: RequestId,
    /// Which tag.
    pub tag: TagId,
    /// Which customers: 1 to 1,000, none twice.
    pub customers: Vec<CustomerId>,
    /// Whether to put it on.
    pub on: bool,
}

impl MarkCustomersDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] at `tag` or `customers`.
    pub fn parse(self) -> Result<MarkCustomers, Error> {
        let unreadable = |field| move || Error::invalid(field, TagFault::Unreadable);
        let request = self.request.parse().map_err(|_| unreadable("request")())?;
        let tag = self.tag.parse().map_err(|_| unreadable("tag")())?;
        let ids = self.customers.split_whitespace().map(str::parse);
        let mut customers: Vec<CustomerId> =
            ids.collect::<Result<_, _>>().map_err(|_| unreadable("customers")())?;
        customers.sort_unstable();
        customers.dedup();
        if customers.is_empty() || customers.len() > MAX_TAGS_EACH {
            return Err(Error::invalid("customers", TagFault::Customers));
        }
        Ok(MarkCustomers { request, tag, customers, on: self.step != "off" })
    }
}

/// A person's named filters of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Which.
    pub id: SavedViewId,
    /// Its name.
    pub name: String,
    /// The part of the address after the question mark.
    pub query: String,
}

/// The form that keeps a view, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SaveViewDraft {
    /// This attempt.
    pub request: String,
    /// The name; a view of the same name is replaced.
    pub name: String,
    /// The part of the address after the question mark.
    pub query: String,
}

/// Keeps a view of the list of customers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveView {
    /// This attempt.
    pub request: RequestId,
    /// The name: 1 to 50 characters.
    pub name: String,
    /// The part of the address after the question mark, at most 500 characters.
    pub query: String,
}

impl SaveViewDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<SaveView, Error> {
        let mut faults = Faults::default();
        let request = self.request.parse().map_err(|_| TagFault::Unreadable);
        let request = faults.read("request", request);
        let name = faults.read("name", some_line(&self.name, VIEW_NAME));
        let query = faults.read("query", input::line(&self.query, VIEW_QUERY));
        let read = (|| Some(SaveView { request: request?, name: name?, query: query? }))();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id() -> String {
        Uuid::from_u128(1).to_string()
    }

    #[test]
    fn a_tag_has_a_name_of_at_most_thirty_characters() {
        for (name, fits) in [
            ("重点客户".to_owned(), true),
            ("𠮷".repeat(30), true),
            ("a".repeat(31), false),
            (" ".into(), false),
        ] {
            let draft = SaveTagDraft { request: id(), name, ..SaveTagDraft::default() };
            let read = draft.parse();
            assert_eq!(read.is_ok(), fits, "{read:?}");
        }
    }

    #[test]
    fn a_tag_has_one_of_the_colours() {
        let draft = |colour: &str| SaveTagDraft {
            request: id(),
            name: "VIP".into(),
            colour: colour.into(),
            ..SaveTagDraft::default()
        };
        assert_eq!(draft("").parse().unwrap().colour, TagColour::Grey);
        for colour in TagColour::ALL {
            assert_eq!(draft(colour.as_str()).parse().unwrap().colour, *colour);
        }
        assert_eq!(draft("#fff").parse(), Err(Error::invalid("colour", TagFault::Colour)));
    }

    #[test]
    fn customers_are_marked_once_each_and_not_too_many() {
        let draft = |customers: String| MarkCustomersDraft {
            request: id(),
            tag: id(),
            customers,
            step: String::new(),
        };
        let ids = |count: u128| {
            let ids: Vec<_> = (1..=count).map(|n| Uuid::from_u128(n).to_string()).collect();
            ids.join(" ")
        };
        assert_eq!(draft(format!("{} {}", ids(2), ids(2))).parse().unwrap().customers.len(), 2);
        assert_eq!(draft(ids(1000)).parse().unwrap().customers.len(), 1000);
        for wrong in [ids(1001), String::new()] {
            let refused = Error::invalid("customers", TagFault::Customers);
            assert_eq!(draft(wrong).parse(), Err(refused));
        }
        let refused = Error::invalid("customers", TagFault::Unreadable);
        assert_eq!(draft("x".into()).parse(), Err(refused));
    }

    #[test]
    fn a_view_needs_a_name() {
        let draft = SaveViewDraft { request: id(), name: " ".into(), query: "tag=1".into() };
        assert_eq!(draft.parse(), Err(Error::invalid("name", Fault::Required)));
    }
}
