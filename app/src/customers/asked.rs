//! What the reader asks of the list of customers: in the address.

use domain::customers::{CustomerSort, CustomersQuery};

/// The list's address, without a query.
pub(super) const PAGE: &str = "/customers";

/// The query that an address asks for; what cannot be read is not asked for.
pub(super) fn read(param: impl Fn(&str) -> Option<String>) -> CustomersQuery {
    CustomersQuery {
        words: param("words").unwrap_or_default().chars().take(100).collect(),
        tag: param("tag").and_then(|id| id.parse().ok()),
        delegated_admin: match param("delegated").as_deref() {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            _ => None,
        },
        sort: param("sort").and_then(|word| word.parse().ok()).unwrap_or_default(),
        descending: param("order").as_deref() == Some("down"),
        size: param("size").and_then(|size| size.parse().ok()).unwrap_or_default(),
        after: param("after").and_then(|id| id.parse().ok()),
        before: param("before").and_then(|id| id.parse().ok()),
    }
}

/// `query` as it stands in an address, without a page; empty or beginning with `?`.
pub(super) fn written(query: &CustomersQuery) -> String {
    let mut text = String::new();
    let mut add = |name: &str, value: &str| {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.extend([name, "=", value]);
    };
    let CustomersQuery { words, tag, delegated_admin, sort, descending, size, .. } = query;
    if !words.is_empty() {
        add("words", &crate::context::percent(words));
    }
    if let Some(tag) = tag {
        add("tag", &tag.to_string());
    }
    if let Some(delegated) = delegated_admin {
        add("delegated", yes_no(*delegated));
    }
    if *sort != CustomerSort::default() {
        add("sort", sort.as_str());
    }
    if *descending {
        add("order", "down");
    }
    if *size > 0 {
        add("size", &size.to_string());
    }
    text
}

/// The word for `yes` in an address.
pub(super) fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// The address of what `query` finds.
pub(super) fn href(query: &CustomersQuery) -> String {
    format!("{PAGE}{}", written(query))
}

/// The page beside: of `name` (`after` or `before`) the customer `id`.
pub(super) fn beside(query: &CustomersQuery, name: &str, id: impl std::fmt::Display) -> String {
    let href = href(query);
    let mark = if href.contains('?') { '&' } else { '?' };
    format!("{href}{mark}{name}={id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(address: &str) -> CustomersQuery {
        let query = address.split_once('?').map_or("", |(_, query)| query);
        let pairs: Vec<_> = query.split('&').filter_map(|pair| pair.split_once('=')).collect();
        read(|name| {
            let pair = pairs.iter().find(|(key, _)| *key == name);
            pair.map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn what_an_address_asks_for_is_written_back() {
        for address in [
            "/customers",
            "/customers?words=contoso",
            "/customers?tag=0c000000-0000-0000-0000-000000000001&delegated=no&sort=domain&size=25",
            "/customers?delegated=yes&order=down",
        ] {
            assert_eq!(href(&of(address)), address);
        }
    }

    #[test]
    fn a_page_is_found_by_the_customer_beside_it() {
        let id = "0c000000-0000-0000-0000-000000000001";
        let next = beside(&of("/customers?sort=domain"), "after", id);
        assert_eq!(next, format!("/customers?sort=domain&after={id}"));
        assert_eq!(of(&next).after.map(|id| id.to_string()).as_deref(), Some(id));
        assert_eq!(beside(&of("/customers"), "before", id), format!("/customers?before={id}"));
    }

    #[test]
    fn what_cannot_be_read_is_not_asked_for() {
        let wrong = "/customers?tag=x&delegated=maybe&sort=size&order=up&size=many&after=1";
        assert_eq!(of(wrong), CustomersQuery::default());
    }
}
