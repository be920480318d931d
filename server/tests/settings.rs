//! Settings: right ones count, wrong ones stop the start by name, and the document lists them all.

use std::fs;
use std::path::Path;

use server::config::{Config, ConfigError};
use tempfile::TempDir;

fn read(pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

#[test]
fn what_is_not_set_has_its_default() {
    let config = read(&[("PATH", "/usr/bin"), ("HOME", "/root")]).unwrap();
    assert_eq!(config, Config::default());
    assert_eq!(config.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(config.operator_name, "21Vianet");
    assert_eq!(config.policy(), services::Policy::default());
    assert!(!config.secure());
}

#[test]
fn the_environment_goes_before_the_file() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("portal.toml");
    fs::write(&file, "listen = \"0.0.0.0:80\"\nsandbox = true\nconnections = 3\n").unwrap();
    let config = read(&[
        ("PORTAL_CONFIG", file.to_str().unwrap()),
        ("PORTAL_LISTEN", "127.0.0.1:1"),
        ("DATABASE_URL", "postgres://portal:geheim@db/portal"),
    ]);
    let config = config.unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:1");
    assert!(config.sandbox);
    assert_eq!(config.connections, 3);
    let shown = format!("{:?} {config:?}", config.shown());
    assert!(!shown.contains("geheim"), "{shown}");
}

#[test]
fn a_wrong_setting_stops_the_start_and_is_named() {
    for (name, value) in [
        ("PORTAL_LISTEM", "127.0.0.1:3000"),
        ("PORTAL_LISTEN", "3000"),
        ("PORTAL_DATABASE_URL", "sqlite:x.db"),
        ("DATABASE_URL", "mysql://db"),
        ("PORTAL_CONNECTIONS", "many"),
        ("PORTAL_CONNECTIONS", "0"),
        ("PORTAL_SANDBOX", "perhaps"),
        ("PORTAL_PUBLIC_URL", "partner.example.cn"),
        ("PORTAL_PUBLIC_URL", "https://partner.example.cn/portal"),
        ("PORTAL_TRUSTED_PROXY", "proxy"),
        ("PORTAL_LOG_FORMAT", "xml"),
        ("PORTAL_SMTP_URL", "mail.example.cn"),
        ("PORTAL_SEAL_KEYS", "secret"),
        ("PORTAL_VAT_PERCENT", "6%"),
    ] {
        let error = read(&[(name, value)]).unwrap_err().to_string();
        assert!(error.contains(name), "{error}");
    }
    let error = read(&[("PORTAL_SMTP_URL", "smtp://mail.example.cn")]).unwrap_err().to_string();
    assert!(error.contains("PORTAL_MAIL_FROM"), "{error}");
}

#[test]
fn a_wrong_file_stops_the_start_and_is_named() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("portal.toml");
    let path = file.to_str().unwrap();
    assert!(read(&[("PORTAL_CONFIG", path)]).unwrap_err().to_string().contains(path));
    for (text, named) in [("listem = 1", "listem"), ("listen = [1]", "listen"), ("= =", path)] {
        fs::write(&file, text).unwrap();
        let error = read(&[("PORTAL_CONFIG", path)]).unwrap_err().to_string();
        assert!(error.contains(named), "{error}");
    }
}

#[test]
fn the_document_lists_every_setting() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/CONFIGURATION.md");
    let document = fs::read_to_string(path).unwrap();
    for setting in Config::default().shown() {
        let value = if setting.value.is_empty() {
            "–".to_owned()
        } else {
            format!("`{}`", setting.value)
        };
        let row = format!(
            "| `{}` | `{}` | {value} | {} |",
            setting.variable, setting.name, setting.about
        );
        assert!(document.contains(&row), "docs/CONFIGURATION.md lacks\n{row}");
    }
}
