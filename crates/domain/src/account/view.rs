//! What people see of their own account.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ids::SessionId;
use crate::time::Instant;

/// A running sign-in, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// Which one, to end it.
    pub id: SessionId,
    /// With what.
    pub device: DeviceView,
    /// From which address.
    pub address: String,
    /// Since when.
    pub created_at: Instant,
    /// Last use, exact to a minute.
    pub last_seen_at: Instant,
    /// Whether it is the session that asks.
    pub current: bool,
}

/// A device in the words by which its owner knows it; `None` where it does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceView {
    /// Such as "Firefox".
    pub browser: Option<String>,
    /// Such as "Windows".
    pub system: Option<String>,
}

/// Browsers by the mark they carry. Most also carry the marks of those they descend from, so
/// that the more particular ones come first.
const BROWSERS: [(&str, &str); 9] = [
    ("MicroMessenger/", "WeChat"),
    ("QQBrowser/", "QQ Browser"),
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems by the mark they carry, the more particular ones first.
const SYSTEMS: [(&str, &str); 8] = [
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

impl DeviceView {
    /// The device that calls itself `user_agent`.
    #[must_use]
    pub fn from_user_agent(user_agent: &str) -> Self {
        let known = |marks: &[(&str, &str)]| {
            let mark = marks.iter().find(|(mark, _)| user_agent.contains(mark));
            mark.map(|(_, name)| (*name).to_owned())
        };
        Self { browser: known(&BROWSERS), system: known(&SYSTEMS) }
    }
}

/// How the pages look; without a choice they follow the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The strongest differences.
    Contrast,
}

/// A text that names no theme.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no theme is called {0:?}")]
pub struct UnknownTheme(pub String);

impl Theme {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Light, Self::Dark, Self::Contrast];

    /// The name that is stored and sent.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Theme {
    type Err = UnknownTheme;

    fn from_str(name: &str) -> Result<Self, UnknownTheme> {
        let theme = Self::ALL.iter().copied().find(|theme| theme.as_str() == name);
        theme.ok_or_else(|| UnknownTheme(name.to_owned()))
    }
}

/// What somebody has chosen for all devices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The language's tag; `None` follows the browser.
    pub language: Option<String>,
    /// `None` follows the system.
    pub theme: Option<Theme>,
    /// Whether `?` and the other single keys do something.
    pub shortcuts: bool,
}

impl Settings {
    /// The languages that can be chosen, by tag.
    pub const LANGUAGES: [&str; 3] = ["en", "fr", "zh-CN"];
}

/// How it stands with somebody's second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorState {
    /// Whether it is asked for.
    pub on: bool,
    /// Whether the house demands it of this person.
    pub required: bool,
    /// Recovery codes not yet used.
    pub codes_left: i64,
}

/// What a person needs to teach an authenticator the second factor. It is the secret itself.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactorSetup {
    /// The secret, to type.
    pub secret_base32: String,
    /// The secret with the names beside it, to open.
    pub uri: String,
    /// The same as a picture to photograph: an SVG element.
    pub qr_svg: String,
}

impl fmt::Debug for SecondFactorSetup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecondFactorSetup").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_told_by_their_most_particular_mark() {
        for (user_agent, browser, system) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0",
                Some("Edge"),
                Some("Windows"),
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
                Some("Safari"),
                Some("macOS"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0",
                Some("WeChat"),
                Some("Android"),
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
                Some("Firefox"),
                Some("Linux"),
            ),
            ("curl/8", None, None),
            ("", None, None),
        ] {
            let device = DeviceView::from_user_agent(user_agent);
            assert_eq!(device.browser.as_deref(), browser, "{user_agent}");
            assert_eq!(device.system.as_deref(), system, "{user_agent}");
        }
    }

    #[test]
    fn themes_are_read_back() {
        for theme in Theme::ALL {
            assert_eq!(theme.as_str().parse(), Ok(*theme));
        }
        assert!("pink".parse::<Theme>().is_err());
    }
}
