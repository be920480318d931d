//! A password on its way to the one page that shows it.
//!
//! It is in a cookie of the answer to the form, for as long as a reader needs to be sent on, and
//! only for the pages of that customer. The page that shows it takes it away.

use domain::ids::CustomerId;
use leptos::prelude::expect_context;

use axum::http::HeaderValue;
use axum::http::header::{COOKIE, SET_COOKIE};
use leptos_axum::ResponseOptions;

use crate::context::percent;
use crate::ssr::{header, origin};

/// The cookie's name.
const NAME: &str = "shown-once";

/// Seconds in which the reader is sent on.
const AGE: u32 = 120;

/// The page that shows it.
pub(super) fn page(id: CustomerId) -> String {
    format!("/customers/{id}/welcome")
}

/// Gives `password` to the page of the customer `id`.
pub(super) fn hand_over(id: CustomerId, password: &str) {
    set(id, &percent(password), AGE);
}

/// The password that was given to the page of the customer `id`; the next time there is none.
pub(super) fn take(id: CustomerId) -> Option<String> {
    let cookies = header(COOKIE)?;
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, value)| *name == NAME && !value.is_empty())?;
    set(id, "", 0);
    unpercent(value)
}

fn set(id: CustomerId, value: &str, age: u32) {
    let secure = if origin().secure { "; Secure" } else { "" };
    let path = page(id);
    let cookie =
        format!("{NAME}={value}; Path={path}; Max-Age={age}; SameSite=Strict; HttpOnly{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        expect_context::<ResponseOptions>().append_header(SET_COOKIE, cookie);
    }
}

/// What [`percent`] has written.
fn unpercent(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        if *first == b'%' {
            let digits = std::str::from_utf8(behind.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        for password in ["Abc-1234", "a;b=c%20 \"+", "密码"] {
            assert_eq!(unpercent(&percent(password)).as_deref(), Some(password));
        }
        assert_eq!(unpercent("%4"), None);
        assert_eq!(unpercent("%zz"), None);
    }
}
