//! What a reader asks of the list of customers, and what they are shown.

use serde::{Deserialize, Serialize};

use super::model::RelationshipKind;
use super::tags::{SavedView, TagView};
use crate::ids::{CustomerId, TagId};
use crate::words::words;

/// Rows a page can have.
///
/// Source: domain book, "see-your-customer-list" (rules).
pub const PAGE_SIZES: [u32; 3] = [25, 50, 100];

words! {
    /// By what the list is sorted.
    #[derive(Default)]
    CustomerSort {
        /// Company name, in the order of pinyin.
        #[default]
        Name = "name",
        /// Initial domain.
        Domain = "domain",
        /// Relationship, and whether administration is delegated.
        Relationship = "relationship",
    }
}

/// What a reader asks for. It stands in the address, so that a list can be bookmarked.
///
/// A page is found by a customer beside it, not by a number: the page behind the customer `after`,
/// or the one before `before`. An id that is not in the reader's list leads to the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomersQuery {
    /// Part of the company's name, of its domain, or the first letters of its pinyin.
    pub words: String,
    /// Only with this tag.
    pub tag: Option<TagId>,
    /// Only with, or only without, delegated administration.
    pub delegated_admin: Option<bool>,
    /// The order.
    pub sort: CustomerSort,
    /// Whether the order is the other way round.
    pub descending: bool,
    /// Rows a page; another number than those of [`PAGE_SIZES`] is the usual one.
    pub size: u32,
    /// The last customer of the page before.
    pub after: Option<CustomerId>,
    /// The first customer of the page behind.
    pub before: Option<CustomerId>,
}

impl CustomersQuery {
    /// Rows a page, as many as there can be.
    #[must_use]
    pub fn rows(&self) -> u32 {
        if PAGE_SIZES.contains(&self.size) { self.size } else { PAGE_SIZES[1] }
    }

    /// Whether it leaves customers out.
    #[must_use]
    pub fn filtered(&self) -> bool {
        !self.words.trim().is_empty() || self.tag.is_some() || self.delegated_admin.is_some()
    }
}

/// A customer in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerRow {
    /// Which: the Microsoft ID.
    pub id: CustomerId,
    /// Its name.
    pub company_name: String,
    /// Its initial domain, whole.
    pub domain: String,
    /// How the partner sells to it.
    pub relationship: RelationshipKind,
    /// Whether it lets the partner administer its services.
    pub delegated_admin: bool,
    /// How many of the partner's subscriptions it has that are active.
    pub active_subscriptions: i64,
    /// The partner's marks, by name.
    pub tags: Vec<TagView>,
}

/// How many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// So many.
    pub count: i64,
    /// Or more: nobody went on counting.
    pub at_least: bool,
}

/// What a reader may do with customers; a courtesy to pages, which hide the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "one right each")]
pub struct CustomerRights {
    /// Open a customer's details.
    pub view: bool,
    /// Create one. Where the partner's account is suspended, the button is there and says so.
    pub create: bool,
    /// Change details, and mark with tags.
    pub edit: bool,
    /// Change the billing part.
    pub edit_billing: bool,
    /// Download the list.
    pub export: bool,
}

/// A page of the customers that answer a [`CustomersQuery`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomersView {
    /// The rows of this page.
    pub customers: Vec<CustomerRow>,
    /// How many answer the query, over all pages.
    pub total: Total,
    /// Rows a page.
    pub size: u32,
    /// `before` of the page before this one; `None` if this is the first.
    pub before: Option<CustomerId>,
    /// `after` of the page behind this one; `None` if this is the last.
    pub after: Option<CustomerId>,
    /// All tags of the partner, by name, to filter by; none for who may only read the list.
    pub tags: Vec<TagView>,
    /// The reader's saved views of this list, by name.
    pub saved: Vec<SavedView>,
    /// What the reader may do.
    pub may: CustomerRights,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_one_of_three_sizes() {
        for (asked, rows) in [(0, 50), (24, 50), (25, 25), (50, 50), (100, 100), (101, 50)] {
            let query = CustomersQuery { size: asked, ..CustomersQuery::default() };
            assert_eq!(query.rows(), rows, "{asked}");
        }
    }

    #[test]
    fn spaces_are_no_filter() {
        let words = |words: &str| CustomersQuery { words: words.into(), ..Default::default() };
        assert!(!words(" \u{3000}").filtered());
        assert!(words("海云").filtered());
        assert!(CustomersQuery { delegated_admin: Some(false), ..Default::default() }.filtered());
    }
}
