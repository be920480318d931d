//! What the account's small forms send.

use std::collections::BTreeMap;
use std::fmt;

use domain::access::Surface;
use domain::account::{Settings, SettingsFault, Theme};
use domain::error::Error;
use domain::ids::{RequestId, SessionId};
use serde::{Deserialize, Serialize};

/// A form that only says where it was sent from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurfaceDraft {
    /// Where.
    pub surface: Surface,
}

/// Another language, and what stood in another form of the page when it was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageDraft {
    /// Where.
    pub surface: Surface,
    /// The tag.
    pub language: String,
    /// The other form's name.
    #[serde(default)]
    pub form: String,
    /// What was typed there: a flat JSON object of texts, without secrets.
    #[serde(default)]
    pub typed: String,
    /// The name typed on the sign-in page, which sends its own form and has no script.
    #[serde(default)]
    pub name: String,
}

impl LanguageDraft {
    /// The most that is kept of another form.
    const MOST: usize = 16 * 1024;

    /// The language, if the product speaks it.
    ///
    /// # Errors
    ///
    /// [`SettingsFault::Language`] at the field.
    pub fn language(&self) -> Result<&str, Error> {
        let language = self.language.as_str();
        if Settings::LANGUAGES.contains(&language) {
            Ok(language)
        } else {
            Err(Error::invalid("language", SettingsFault::Language))
        }
    }

    /// The other form: its name and its texts, if it sent something that can be kept.
    #[must_use]
    pub fn other_form(&self) -> Option<(&str, BTreeMap<String, String>)> {
        if !self.name.is_empty() && self.name.len() <= Self::MOST {
            return Some(("sign-in", BTreeMap::from([("name".into(), self.name.clone())])));
        }
        let word = |c: char| c.is_ascii_lowercase() || c == '-';
        let named = !self.form.is_empty() && self.form.len() <= 40 && self.form.chars().all(word);
        if !named || self.typed.len() > Self::MOST {
            return None;
        }
        let typed = leptos::serde_json::from_str(&self.typed).ok()?;
        Some((&self.form, typed))
    }
}

/// The form of the settings, as it is sent: an empty choice follows the browser or the system,
/// and a box without a tick is not sent at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsDraft {
    /// Where.
    pub surface: Surface,
    /// Names the attempt.
    pub request: RequestId,
    /// The language's tag, or nothing.
    pub language: String,
    /// The theme, or nothing.
    pub theme: String,
    /// Something, if the box was ticked.
    #[serde(default)]
    pub shortcuts: Option<String>,
}

impl SettingsDraft {
    /// The settings.
    ///
    /// # Errors
    ///
    /// [`SettingsFault::Language`] for a language that the product does not speak. A theme that
    /// does not exist is none: only somebody who changes the page can send one.
    pub fn parse(&self) -> Result<Settings, Error> {
        let language = Some(self.language.clone()).filter(|language| !language.is_empty());
        let spoken = |language: &String| Settings::LANGUAGES.contains(&language.as_str());
        if !language.as_ref().is_none_or(spoken) {
            return Err(Error::invalid("language", SettingsFault::Language));
        }
        let theme = self.theme.parse::<Theme>().ok();
        Ok(Settings { language, theme, shortcuts: self.shortcuts.is_some() })
    }
}

/// The end of one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndSessionDraft {
    /// Where.
    pub surface: Surface,
    /// Names the attempt.
    pub request: RequestId,
    /// Which one.
    pub session: SessionId,
}

/// The end of all sessions but the one that asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndOthersDraft {
    /// Where.
    pub surface: Surface,
    /// Names the attempt.
    pub request: RequestId,
}

/// The code that shows that an authenticator has learned the secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmDraft {
    /// Where.
    pub surface: Surface,
    /// Names the attempt, and so the recovery codes that follow from it.
    pub request: RequestId,
    /// The code.
    pub code: String,
}

impl ConfirmDraft {
    /// What may be kept of it.
    #[must_use]
    pub fn kept(&self) -> Self {
        Self { code: String::new(), ..self.clone() }
    }
}

/// The end of the second factor; the password proves who asks.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveDraft {
    /// Where.
    pub surface: Surface,
    /// Names the attempt.
    pub request: RequestId,
    /// The password.
    pub password: String,
}

impl RemoveDraft {
    /// What may be kept of it.
    #[must_use]
    pub fn kept(&self) -> Self {
        Self { password: String::new(), ..self.clone() }
    }
}

// Codes and passwords stay out of every log.
impl fmt::Debug for ConfirmDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConfirmDraft").field("request", &self.request).finish_non_exhaustive()
    }
}

impl fmt::Debug for RemoveDraft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RemoveDraft").field("request", &self.request).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn language(form: &str, typed: &str) -> LanguageDraft {
        LanguageDraft {
            surface: Surface::PartnerCenter,
            language: "fr".into(),
            form: form.into(),
            typed: typed.into(),
            name: String::new(),
        }
    }

    #[test]
    fn another_form_is_kept_only_as_named_texts() {
        let kept = language("sign-in", r#"{"name":"li.wei"}"#);
        let (form, typed) = kept.other_form().expect("a form and its texts");
        assert_eq!((form, typed["name"].as_str()), ("sign-in", "li.wei"));

        let long = format!(r#"{{"name":"{}"}}"#, "a".repeat(LanguageDraft::MOST));
        for (form, typed) in [
            ("", "{}"),
            ("sign-in", ""),
            ("sign-in", "[]"),
            ("sign-in", r#"{"name":{"deep":"x"}}"#),
            ("Sign in", "{}"),
            ("sign-in", long.as_str()),
        ] {
            assert_eq!(language(form, typed).other_form(), None, "{form:?} {typed:.40}");
        }
    }

    #[test]
    fn a_language_must_be_spoken() {
        assert_eq!(language("", "").language(), Ok("fr"));
        let klingon = LanguageDraft { language: "tlh".into(), ..language("", "") };
        assert_eq!(klingon.language(), Err(Error::invalid("language", SettingsFault::Language)));
    }

    #[test]
    fn an_empty_choice_follows_the_browser() {
        let draft = SettingsDraft {
            surface: Surface::BackOffice,
            request: RequestId::from(Uuid::nil()),
            language: String::new(),
            theme: String::new(),
            shortcuts: None,
        };
        let nothing = Settings { language: None, theme: None, shortcuts: false };
        assert_eq!(draft.parse(), Ok(nothing));

        let chosen = SettingsDraft {
            language: "zh-CN".into(),
            theme: "contrast".into(),
            shortcuts: Some("on".into()),
            ..draft.clone()
        };
        let settings = Settings {
            language: Some("zh-CN".into()),
            theme: Some(Theme::Contrast),
            shortcuts: true,
        };
        assert_eq!(chosen.parse(), Ok(settings));

        let unknown = SettingsDraft { language: "de".into(), ..draft };
        assert_eq!(unknown.parse(), Err(Error::invalid("language", SettingsFault::Language)));
    }

    #[test]
    fn secrets_are_neither_printed_nor_kept() {
        let request = RequestId::from(Uuid::nil());
        let surface = Surface::BackOffice;
        let confirm = ConfirmDraft { surface, request, code: "Secret".into() };
        let remove = RemoveDraft { surface, request, password: "Secret".into() };
        assert!(!format!("{confirm:?} {remove:?}").contains("Secret"));
        assert!(confirm.kept().code.is_empty() && remove.kept().password.is_empty());
    }
}
