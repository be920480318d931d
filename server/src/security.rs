//! What browsers are told not to do, and writes that other sites' pages send.

use axum::http::header::{
    CONTENT_SECURITY_POLICY, HOST, HeaderName, ORIGIN, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method};

use crate::config::PublicUrl;

/// On every answer.
const ALWAYS: [(HeaderName, HeaderValue); 5] = [
    (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// For what is no page: nothing in it may run or load.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// Two years, as browsers' lists of TLS-only hosts ask.
const TLS_ONLY: HeaderValue = HeaderValue::from_static("max-age=63072000");

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The policy of a page whose own scripts and styles carry `nonce`.
pub(crate) fn page_policy(nonce: &str) -> Option<HeaderValue> {
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; connect-src 'self'; font-src 'self'; \
         manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::try_from(policy).ok()
}

/// Adds what every answer carries.
pub(crate) fn protect(headers: &mut HeaderMap, secure: bool) {
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(NOTHING);
    if secure {
        headers.insert(STRICT_TRANSPORT_SECURITY, TLS_ONLY);
    }
}

/// Whether a page of another site sent this write.
///
/// Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`; what says neither is no browser
/// that forms could be sent from, and is refused like a stranger.
pub(crate) fn foreign(method: &Method, headers: &HeaderMap, public: &PublicUrl) -> bool {
    if method.is_safe() {
        return false;
    }
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = text(SEC_FETCH_SITE) {
        return site != "same-origin" && site != "none";
    }
    let Some(origin) = text(ORIGIN) else { return true };
    let host = origin.split_once("://").map(|(_, host)| host);
    let ours = host.is_some() && host == text(HOST);
    !ours && Some(origin) != public.origin()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Value;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn only_the_portals_own_pages_may_write() {
        let host = ("host", "portal:3000");
        let public = PublicUrl::read("https://partner.example.cn").unwrap();
        for (sent, refused) in [
            (&[host, ("sec-fetch-site", "same-origin")][..], false),
            (&[host, ("sec-fetch-site", "none")], false),
            (&[host, ("sec-fetch-site", "same-site")], true),
            (&[host, ("sec-fetch-site", "cross-site")], true),
            (&[host, ("sec-fetch-site", "cross-site"), ("origin", "http://portal:3000")], true),
            (&[host, ("origin", "http://portal:3000")], false),
            (&[host, ("origin", "https://partner.example.cn")], false),
            (&[host, ("origin", "http://evil.example")], true),
            (&[host, ("origin", "null")], true),
            (&[host], true),
        ] {
            assert_eq!(foreign(&Method::POST, &headers(sent), &public), refused, "{sent:?}");
            assert!(!foreign(&Method::GET, &headers(sent), &public), "{sent:?}");
        }
    }
}
