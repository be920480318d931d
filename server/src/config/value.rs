//! Kinds of values that settings have.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use services::accounts::SealKeys;

/// A value that is read from text.
pub trait Value: Sized {
    /// Whether it must not be shown.
    const SECRET: bool = false;

    /// The value in `text`.
    ///
    /// # Errors
    ///
    /// What was expected instead.
    fn read(text: &str) -> Result<Self, &'static str>;

    /// The value as the log may show it.
    fn show(&self) -> String;
}

impl Value for String {
    fn read(text: &str) -> Result<Self, &'static str> {
        Ok(text.to_owned())
    }

    fn show(&self) -> String {
        self.clone()
    }
}

impl Value for u32 {
    fn read(text: &str) -> Result<Self, &'static str> {
        text.parse().map_err(|_| "a whole number is expected")
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

impl Value for bool {
    fn read(text: &str) -> Result<Self, &'static str> {
        match text {
            "true" | "1" | "yes" => Ok(true),
            "false" | "0" | "no" => Ok(false),
            _ => Err("`true` or `false` is expected"),
        }
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

impl Value for SocketAddr {
    fn read(text: &str) -> Result<Self, &'static str> {
        text.parse().map_err(|_| "an address with a port is expected, such as 127.0.0.1:3000")
    }

    fn show(&self) -> String {
        self.to_string()
    }
}

impl Value for PathBuf {
    fn read(text: &str) -> Result<Self, &'static str> {
        if text.is_empty() { Err("a folder is expected") } else { Ok(Self::from(text)) }
    }

    fn show(&self) -> String {
        self.display().to_string()
    }
}

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

impl Value for LogFormat {
    fn read(text: &str) -> Result<Self, &'static str> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err("`text` or `json` is expected"),
        }
    }

    fn show(&self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Json => "json".to_owned(),
        }
    }
}

/// Text that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is `given`, in a time that does not tell how far they agree.
    #[must_use]
    pub fn is(&self, given: &[u8]) -> bool {
        let ours = self.0.as_bytes();
        let differ = ours.iter().zip(given).fold(0, |differ, (a, b)| differ | (a ^ b));
        ours.len() == given.len() && differ == 0
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.show())
    }
}

impl Value for Secret {
    const SECRET: bool = true;

    fn read(text: &str) -> Result<Self, &'static str> {
        Ok(Self(text.to_owned()))
    }

    fn show(&self) -> String {
        if self.0.is_empty() { String::new() } else { "(set)".to_owned() }
    }
}

impl Value for SealKeys {
    const SECRET: bool = true;

    fn read(text: &str) -> Result<Self, &'static str> {
        Self::read(text)
    }

    fn show(&self) -> String {
        if self.is_empty() { String::new() } else { "(set)".to_owned() }
    }
}

/// The address of another program, perhaps with a password in it; that is never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address with everything in it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Address {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.show())
    }
}

impl Value for Address {
    const SECRET: bool = true;

    fn read(text: &str) -> Result<Self, &'static str> {
        let known = ["sqlite:", "postgres://", "postgresql://", "smtp://", "smtps://"];
        if text.is_empty() || known.iter().any(|scheme| text.starts_with(scheme)) {
            Ok(Self::from(text))
        } else {
            Err("an address is expected: sqlite:…, postgres://…, smtp://… or smtps://…")
        }
    }

    fn show(&self) -> String {
        let plain = self.0.split('?').next().unwrap_or_default();
        match plain.split_once("://") {
            Some((scheme, rest)) => {
                let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place);
                format!("{scheme}://{place}")
            }
            None => plain.to_owned(),
        }
    }
}

/// The address that readers type; empty for none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// Whether it is reached over TLS.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// `https://host[:port]`, without a slash at the end; `None` if nothing is set.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        (!self.0.is_empty()).then_some(self.0.as_str())
    }
}

impl Value for PublicUrl {
    fn read(text: &str) -> Result<Self, &'static str> {
        let text = text.trim_end_matches('/');
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        match host {
            None if text.is_empty() => Ok(Self::default()),
            Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@']) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err("an address without a path is expected, such as https://partner.example.cn"),
        }
    }

    fn show(&self) -> String {
        self.0.clone()
    }
}

/// Networks, such as `10.0.0.0/8` or a single address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<Network>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    bits: u8,
}

impl Networks {
    /// Whether `address` is in one of them.
    #[must_use]
    pub fn contain(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(address))
    }
}

impl Network {
    fn contains(self, address: IpAddr) -> bool {
        let (ours, theirs, whole) = match (self.address, address) {
            (IpAddr::V4(ours), IpAddr::V4(theirs)) => {
                (u128::from(ours.to_bits()), u128::from(theirs.to_bits()), 32)
            }
            (IpAddr::V6(ours), IpAddr::V6(theirs)) => (ours.to_bits(), theirs.to_bits(), 128),
            _ => return false,
        };
        let rest = whole - u32::from(self.bits);
        // Shifting by the whole width is no shift in Rust.
        rest >= 128 || ours >> rest == theirs >> rest
    }

    fn read(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let whole = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(whole), |bits| bits.parse().ok())?;
        (bits <= whole).then_some(Self { address, bits })
    }
}

impl Value for Networks {
    fn read(text: &str) -> Result<Self, &'static str> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let networks: Option<Vec<_>> = parts.map(Network::read).collect();
        networks.map(Self).ok_or("addresses or networks are expected, such as 10.0.0.0/8, ::1")
    }

    fn show(&self) -> String {
        let shown = self.0.iter().map(|network| format!("{}/{}", network.address, network.bits));
        shown.collect::<Vec<_>>().join(", ")
    }
}

/// A host and its port in a mail server's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Name or address.
    pub name: String,
    /// Port; the protocol's own where none is written.
    pub port: u16,
}

impl Host {
    /// The host of `smtp://…` or `smtps://…`.
    #[must_use]
    pub fn of_mail_server(url: &str) -> Option<Self> {
        let (usual, rest) = match (url.strip_prefix("smtps://"), url.strip_prefix("smtp://")) {
            (Some(rest), _) => (465, rest),
            (_, Some(rest)) => (587, rest),
            _ => return None,
        };
        let place = rest.rsplit_once('@').map_or(rest, |(_, place)| place).trim_end_matches('/');
        let (name, port) = match place.rsplit_once(':') {
            Some((name, port)) => (name, port.parse().ok()?),
            None => (place, usual),
        };
        (!name.is_empty()).then(|| Self { name: name.to_owned(), port })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_contains_what_begins_like_it() {
        let networks = Networks::read("10.0.0.0/8, 192.0.2.7, ::1, 2001:db8::/32").unwrap();
        for (address, inside) in [
            ("10.1.2.3", true),
            ("11.0.0.0", false),
            ("192.0.2.7", true),
            ("192.0.2.8", false),
            ("::1", true),
            ("::ffff:10.1.2.3", true),
            ("2001:db8:1::1", true),
            ("2001:db9::", false),
        ] {
            assert_eq!(networks.contain(address.parse().unwrap()), inside, "{address}");
        }
        assert!(Networks::read("0.0.0.0/0").unwrap().contain("8.8.8.8".parse().unwrap()));
        for wrong in ["10.0.0.0/33", "proxy", "1.2.3.4/x"] {
            assert!(Networks::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn secrets_are_not_shown() {
        for (text, shown) in [
            ("", ""),
            (
                "postgres://portal:geheim@db:5432/portal?password=geheim",
                "postgres://db:5432/portal",
            ),
            ("smtps://me:geheim@mail.example.cn", "smtps://mail.example.cn"),
            ("sqlite:data/partner-center.db", "sqlite:data/partner-center.db"),
            ("sqlite::memory:", "sqlite::memory:"),
        ] {
            assert_eq!(Address::from(text).show(), shown);
            assert_eq!(format!("{:?}", Address::from(text)), shown);
        }
    }

    #[test]
    fn a_secret_only_says_whether_it_is_set() {
        assert_eq!(Secret::from("a:b").show(), "(set)");
        assert_eq!(format!("{:?}", Secret::from("a:b")), "(set)");
        assert_eq!(Secret::from("").show(), "");
        for (given, same) in [("a:b", true), ("a:c", false), ("a:", false), ("a:bc", false)] {
            assert_eq!(Secret::from("a:b").is(given.as_bytes()), same, "{given}");
        }
    }

    #[test]
    fn a_mail_servers_port_follows_its_protocol() {
        for (url, host) in [
            ("smtps://u:p@mail.example.cn", Some(("mail.example.cn", 465))),
            ("smtp://mail.example.cn/", Some(("mail.example.cn", 587))),
            ("smtp://mail.example.cn:2525", Some(("mail.example.cn", 2525))),
            ("https://mail.example.cn", None),
            ("smtp://", None),
            ("smtp://host:port", None),
        ] {
            let host = host.map(|(name, port): (&str, u16)| Host { name: name.into(), port });
            assert_eq!(Host::of_mail_server(url), host, "{url}");
        }
    }
}
