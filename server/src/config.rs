//! Settings: one struct, read from an optional file and the environment.

mod value;
mod vat;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;

use chrono::Duration;
use domain::billing::Seller;
use services::Policy;
use services::accounts::SealKeys;
use thiserror::Error;

pub use value::{Address, Host, LogFormat, Networks, PublicUrl, Secret, Value};
pub use vat::VatRates;

/// Why the settings cannot be used. The sentence names the setting.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ConfigError {
    /// A setting that does not exist, mostly a typing error.
    #[error("{0} is no setting; docs/CONFIGURATION.md lists them all")]
    Unknown(String),
    /// A value that cannot be used.
    #[error("{name} cannot be {value:?}: {expected}")]
    Value {
        /// The setting, as it was written.
        name: String,
        /// What it was set to; nothing if it is a secret.
        value: String,
        /// What it should be.
        expected: &'static str,
    },
    /// The file cannot be read.
    #[error("the settings file {path} cannot be read: {reason}")]
    File {
        /// Which file.
        path: String,
        /// Why.
        reason: String,
    },
}

/// One setting as documentation and start-up print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// In the environment.
    pub variable: String,
    /// In the file.
    pub name: &'static str,
    /// The value, without secrets.
    pub value: String,
    /// What it does.
    pub about: String,
}

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $default:literal;)+) => {
        /// Everything that can be set. Every field has a default.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Config {
            $($(#[doc = $doc])+ pub $name: $type,)+
        }

        impl Default for Config {
            fn default() -> Self {
                Self {
                    $($name: Value::read($default).expect("the defaults are valid"),)+
                }
            }
        }

        impl Config {
            /// Sets `name` from text; `written` is how the reader wrote the name.
            fn set(&mut self, name: &str, written: &str, text: &str) -> Result<(), ConfigError> {
                match name {
                    $(stringify!($name) => {
                        self.$name = Value::read(text)
                            .map_err(|expected| bad::<$type>(written, text, expected))?;
                    })+
                    _ => return Err(ConfigError::Unknown(written.to_owned())),
                }
                Ok(())
            }

            /// Every setting with its value, without secrets.
            #[must_use]
            pub fn shown(&self) -> Vec<Shown> {
                vec![$(Shown {
                    variable: variable(stringify!($name)),
                    name: stringify!($name),
                    value: self.$name.show(),
                    about: [$($doc),+].concat().trim().to_owned(),
                }),+]
            }
        }
    };
}

settings! {
    /// Address and port to listen on.
    listen: SocketAddr = "127.0.0.1:3000";
    /// The database: `sqlite:path` or `postgres://…`. The variable is `DATABASE_URL`.
    database_url: Address = "sqlite:data/partner-center.db";
    /// Connections to the database at most.
    connections: u32 = "8";
    /// The folder with the built browser part, as `make run` writes it.
    site_root: PathBuf = "target/site";
    /// The address that readers type, such as `https://partner.example.cn`. With `https` cookies
    /// travel over TLS only and browsers are told to insist on it. Empty: plain HTTP.
    public_url: PublicUrl = "";
    /// Addresses or networks of reverse proxies, separated by commas, whose `X-Forwarded-For` is
    /// believed.
    trusted_proxy: Networks = "";
    /// The operator's name, in the footer and in letters.
    operator_name: String = "21Vianet";
    /// The operator's name in Chinese.
    operator_name_zh: String = "世纪互联";
    /// Where the operator's customer service is reached, on invoices.
    operator_address: String = "";
    /// The bank account that invoices are paid to.
    operator_account: String = "";
    /// A font file with Chinese characters for invoices as PDF. Empty: the first that is found
    /// where Debian, Fedora, Arch and Alpine have theirs.
    pdf_font: String = "";
    /// Lets operators move the business clock; also `serve --sandbox`.
    sandbox: bool = "false";
    /// Whether what meters have counted is billed; a sandbox always does. Switched off, it waits.
    bill_usage: bool = "false";
    /// How the log is written: `text` or `json`.
    log_format: LogFormat = "text";
    /// What is logged, as `tracing` filters are written.
    log_filter: String = "info";
    /// The token that `/metrics` wants as `Authorization: Bearer …`. Empty: only the machine itself
    /// may read them.
    metrics_token: Secret = "";
    /// Seconds that a request may take before the reader is told to try again.
    request_timeout_seconds: u32 = "30";
    /// Seconds that running requests get when the program is asked to stop.
    shutdown_seconds: u32 = "10";
    /// Minutes without a request after which a session ends.
    session_idle_minutes: u32 = "60";
    /// Hours after which a session ends in any case.
    session_absolute_hours: u32 = "12";
    /// Wrong passwords an account or address may send before answers slow down.
    sign_in_free_failures: u32 = "3";
    /// Wrong passwords after which an account or address is locked for a while.
    sign_in_lock_after: u32 = "10";
    /// Minutes that it stays locked.
    sign_in_lock_minutes: u32 = "15";
    /// Whether administrators must use a second factor.
    second_factor_for_admins: bool = "false";
    /// Keys that authenticators' secrets are sealed with before they are stored: 64 hexadecimal
    /// digits each, separated by commas; the first seals, all open. Empty: stored unsealed.
    seal_keys: SealKeys = "";
    /// Minutes that a refused form is kept, so that it can be shown again.
    keep_forms_minutes: u32 = "30";
    /// KiB of memory that hashing one password takes.
    password_memory_kib: u32 = "19456";
    /// Percent of value added tax on invoices, and what it becomes from which day on, such as
    /// `6, 5.5 from 2027-01-01`. A period is taxed at the rate of its first day. Never change what
    /// lies behind: what is settled is computed anew at the rate of its period.
    vat_percent: VatRates = "6";
    /// The mail server: `smtp://host:port` or `smtps://user:password@host:port`. Empty: mail is
    /// kept and not sent.
    smtp_url: Address = "";
    /// The sender of mail. Needed as soon as there is a mail server.
    mail_from: String = "";
}

/// The prefix of this program's variables.
const PREFIX: &str = "PORTAL_";

/// The variable that names the file.
const FILE: &str = "PORTAL_CONFIG";

/// The one setting whose variable other programs know under another name.
const DATABASE: (&str, &str) = ("database_url", "DATABASE_URL");

fn variable(name: &str) -> String {
    if name == DATABASE.0 {
        DATABASE.1.to_owned()
    } else {
        format!("{PREFIX}{}", name.to_uppercase())
    }
}

fn bad<T: Value>(name: &str, text: &str, expected: &'static str) -> ConfigError {
    let value = if T::SECRET { String::new() } else { text.to_owned() };
    ConfigError::Value { name: name.to_owned(), value, expected }
}

impl Config {
    /// The settings of `environment` over those of the file it names, over the defaults.
    ///
    /// # Errors
    ///
    /// [`ConfigError`] with the first setting that is unknown or has a value of no use.
    pub fn read(
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let ours = |(name, _): &(String, String)| name.starts_with(PREFIX) || name == DATABASE.1;
        let mut variables: BTreeMap<String, String> =
            environment.into_iter().filter(ours).collect();
        let mut config = Self::default();
        if let Some(path) = variables.remove(FILE) {
            config.read_file(&path)?;
        }
        for (written, text) in variables {
            let name = if written == DATABASE.1 {
                DATABASE.0.to_owned()
            } else {
                written[PREFIX.len()..].to_lowercase()
            };
            // In the environment the database has one name only.
            if name == DATABASE.0 && written != DATABASE.1 {
                return Err(ConfigError::Unknown(written));
            }
            config.set(&name, &written, &text)?;
        }
        config.check()?;
        Ok(config)
    }

    fn read_file(&mut self, path: &str) -> Result<(), ConfigError> {
        let unreadable = |reason: String| ConfigError::File { path: path.to_owned(), reason };
        let text = std::fs::read_to_string(path).map_err(|error| unreadable(error.to_string()))?;
        let table: toml::Table = text
            .parse()
            .map_err(|error: toml::de::Error| unreadable(error.message().to_owned()))?;
        for (name, value) in table {
            let text = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                toml::Value::Boolean(yes) => yes.to_string(),
                _ => return Err(unreadable(format!("{name} is neither text, number nor yes/no"))),
            };
            self.set(&name, &name, &text)?;
        }
        Ok(())
    }

    /// What no single value can say.
    fn check(&self) -> Result<(), ConfigError> {
        if !self.smtp_url.is_empty() && self.mail_from.is_empty() {
            return Err(bad::<String>(&variable("mail_from"), "", "a mail server needs a sender"));
        }
        if self.connections == 0 {
            return Err(bad::<u32>(&variable("connections"), "0", "at least one is needed"));
        }
        Ok(())
    }

    /// Whether readers reach this portal over TLS.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.public_url.secure()
    }

    /// The house's limits.
    #[must_use]
    pub fn policy(&self) -> Policy {
        Policy {
            session_idle: Duration::minutes(self.session_idle_minutes.into()),
            session_absolute: Duration::hours(self.session_absolute_hours.into()),
            free_failures: self.sign_in_free_failures,
            lock_after: self.sign_in_lock_after,
            lock_for: Duration::minutes(self.sign_in_lock_minutes.into()),
            second_factor_for_admins: self.second_factor_for_admins,
            seal: self.seal_keys.clone(),
            keep_forms: Duration::minutes(self.keep_forms_minutes.into()),
            password_memory_kib: self.password_memory_kib,
            bill_usage: self.bill_usage || self.sandbox,
            seller: Seller {
                name: self.operator_name_zh.clone(),
                address: self.operator_address.clone(),
                account: self.operator_account.clone(),
            },
            vat: self.vat_percent.rates().clone(),
        }
    }
}
