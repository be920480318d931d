//! Where a reader goes next, as text: nothing here asks who the reader is.

use std::fmt::Write as _;

use domain::access::Surface;
use domain::account::Stage;
use domain::ids::RequestId;

use crate::context::{at, percent};

/// How long a device remembers a choice, in seconds.
pub const YEAR: i64 = 365 * 24 * 60 * 60;

/// The longest address that is remembered while somebody signs in.
const LONGEST: usize = 2_000;

/// `path` if it leads to a page of this portal, ready for a `Location` header.
///
/// It comes from an address that anybody can make up. A browser reads `//host` and `/\host` as
/// another site, and drops tabs and line ends before it looks.
#[must_use]
pub fn local_path(path: &str) -> Option<String> {
    let mut rest = path.chars();
    let rooted = rest.next() == Some('/') && rest.next() != Some('/');
    let strange = |c: char| c == '\\' || c.is_control();
    if !rooted || path.len() > LONGEST || path.contains(strange) || path.starts_with("/rpc/") {
        return None;
    }
    let mut written = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>') {
            written.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(written, "%{byte:02X}");
        }
    }
    Some(written)
}

/// The page for somebody on the way into `surface` who stands at `stage` and wanted to go on to
/// `then`.
#[must_use]
pub fn next_page(surface: Surface, stage: Stage, then: Option<&str>) -> String {
    let then = then.and_then(local_path);
    let step = match stage {
        Stage::PasswordChange => "/sign-in/password",
        Stage::SecondFactor => "/sign-in/second-factor",
        Stage::EnrolSecondFactor => "/sign-in/set-up",
        Stage::Complete => return then.unwrap_or_else(|| at(surface, "/")),
    };
    let then = then.map(|then| format!("?return={}", percent(&then))).unwrap_or_default();
    format!("{}{then}", at(surface, step))
}

/// The page that shows the recovery codes which `attempt` has made, and then leads on to `then`.
#[must_use]
pub fn codes_page(surface: Surface, attempt: RequestId, then: Option<&str>) -> String {
    let then = then.and_then(local_path).map(|then| format!("&return={}", percent(&then)));
    let page = at(surface, "/account/second-factor");
    format!("{page}?codes={attempt}{}", then.unwrap_or_default())
}

/// The page with the address `referer`, without what it said had just been done; `kept` takes
/// the place of a form that it had brought back.
#[must_use]
pub fn same_page(referer: &str, kept: Option<&str>) -> String {
    // Only the path: another site's address never comes back to it.
    let path = referer.splitn(4, '/').nth(3).unwrap_or_default();
    let path = path.split('#').next().unwrap_or_default();
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let gone = |pair: &&str| {
        !pair.is_empty()
            && !pair.starts_with("done=")
            && (kept.is_none() || !pair.starts_with("kept="))
    };
    let mut pairs: Vec<String> = query.split('&').filter(gone).map(str::to_owned).collect();
    pairs.extend(kept.map(|kept| format!("kept={kept}")));
    let mark = if pairs.is_empty() { "" } else { "?" };
    local_path(&format!("/{path}{mark}{}", pairs.join("&"))).unwrap_or_else(|| "/".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_portal_are_returned_to() {
        for (path, expected) in [
            ("/", Some("/")),
            ("/catalog?words=e3&page=2", Some("/catalog?words=e3&page=2")),
            ("/catalog?words=办公 1", Some("/catalog?words=%E5%8A%9E%E5%85%AC%201")),
            ("/catalog?words=%E5", Some("/catalog?words=%E5")),
            ("/account#sessions", Some("/account#sessions")),
            ("/catalog?return=//host", Some("/catalog?return=//host")),
            ("", None),
            ("catalog", None),
            ("//evil.example", None),
            ("/\\evil.example", None),
            ("/\t/evil.example", None),
            ("/\n/evil.example", None),
            ("/catalog\r\nSet-Cookie: a=b", None),
            ("https://evil.example/", None),
            ("javascript:alert(1)", None),
            ("\\\\evil.example", None),
            ("/rpc/account/sign-out", None),
        ] {
            assert_eq!(local_path(path).as_deref(), expected, "{path:?}");
        }
        assert_eq!(local_path(&format!("/{}", "a".repeat(LONGEST))), None);
    }

    #[test]
    fn each_step_leads_to_its_page_and_remembers_the_goal() {
        let next = |surface, stage, then| next_page(surface, stage, then);
        for (found, expected) in [
            (next(Surface::PartnerCenter, Stage::Complete, None), "/"),
            (next(Surface::AdminCenter, Stage::Complete, None), "/admin"),
            (
                next(Surface::PartnerCenter, Stage::Complete, Some("/catalog?page=2")),
                "/catalog?page=2",
            ),
            (next(Surface::BackOffice, Stage::Complete, Some("//evil.example")), "/operator"),
            (next(Surface::PartnerCenter, Stage::PasswordChange, None), "/sign-in/password"),
            (
                next(Surface::AdminCenter, Stage::SecondFactor, Some("/admin/account?done=x")),
                "/admin/sign-in/second-factor?return=/admin/account%3Fdone%3Dx",
            ),
            (
                next(Surface::BackOffice, Stage::EnrolSecondFactor, Some("x")),
                "/operator/sign-in/set-up",
            ),
        ] {
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn the_same_page_keeps_its_query() {
        for (referer, kept, expected) in [
            ("http://host/catalog?page=2&done=saved#top", None, "/catalog?page=2"),
            ("http://host/sign-in?kept=1&return=/catalog", None, "/sign-in?kept=1&return=/catalog"),
            ("http://host/sign-in?kept=1", Some("2"), "/sign-in?kept=2"),
            ("http://host/", None, "/"),
            ("http://host//evil.example/x", None, "/"),
            ("", None, "/"),
        ] {
            assert_eq!(same_page(referer, kept), expected, "{referer}");
        }
    }
}
