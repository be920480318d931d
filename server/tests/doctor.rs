//! What the doctor finds.

mod support;

use domain::time::Instant;
use server::config::Config;
use server::doctor::{Finding, examine};
use storage::Store;
use support::write_site;
use tempfile::TempDir;

/// A machine with a database and a site, as settings.
struct Machine {
    folder: TempDir,
}

impl Machine {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        write_site(folder.path());
        Self { folder }
    }

    fn url(&self) -> String {
        format!("sqlite:{}", self.folder.path().join("portal.db").display())
    }

    fn config(&self, more: &[(&str, &str)]) -> Config {
        let url = self.url();
        let root = self.folder.path().display().to_string();
        let ours = [("DATABASE_URL", url.as_str()), ("PORTAL_SITE_ROOT", root.as_str())];
        let all = ours.iter().chain(more);
        Config::read(all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).unwrap()
    }
}

fn now() -> Instant {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

fn wrong(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().filter(|found| found.result.is_err()).map(|found| found.subject).collect()
}

#[tokio::test]
async fn a_healthy_machine_has_nothing_wrong() {
    let machine = Machine::new();
    Store::open(&machine.url(), 1).await.unwrap().migrate().await.unwrap();
    let findings = examine(&machine.config(&[]), now()).await;
    let subjects: Vec<_> = findings.iter().map(|found| found.subject).collect();
    assert_eq!(wrong(&findings), [""; 0], "{findings:?}");
    assert_eq!(
        subjects,
        [
            "site files",
            "disk",
            "secrets",
            "mail",
            "font",
            "database",
            "schema",
            "clock",
            "activity log"
        ]
    );
}

#[tokio::test]
async fn what_is_wrong_is_named_with_what_to_do() {
    let machine = Machine::new();
    let findings = examine(&machine.config(&[]), now()).await;
    assert_eq!(wrong(&findings), ["schema", "activity log"], "{findings:?}");
    assert!(findings.iter().any(|found| found.to_string().contains("partner-center migrate")));

    let elsewhere = machine.config(&[
        ("PORTAL_SITE_ROOT", "/no/such/folder"),
        ("DATABASE_URL", "sqlite:/no/such/folder/portal.db"),
        ("PORTAL_SMTP_URL", "smtp://localhost:1"),
        ("PORTAL_MAIL_FROM", "portal@example.cn"),
        ("PORTAL_PDF_FONT", "/no/such/font.ttc"),
    ]);
    let findings = examine(&elsewhere, now()).await;
    assert_eq!(
        wrong(&findings),
        ["site files", "disk", "mail", "font", "database"],
        "{findings:?}"
    );
}

#[tokio::test]
async fn a_clock_of_long_ago_is_wrong() {
    let machine = Machine::new();
    Store::open(&machine.url(), 1).await.unwrap().migrate().await.unwrap();
    let long_ago = "1970-01-01T00:01:00Z".parse().unwrap();
    assert_eq!(wrong(&examine(&machine.config(&[]), long_ago).await), ["clock"]);
}

#[tokio::test]
async fn a_portal_in_earnest_seals_secrets() {
    let machine = Machine::new();
    Store::open(&machine.url(), 1).await.unwrap().migrate().await.unwrap();
    let address = ("PORTAL_PUBLIC_URL", "https://partner.example.cn");
    assert_eq!(wrong(&examine(&machine.config(&[address]), now()).await), ["secrets"]);
    let key = "0f".repeat(32);
    let sealed = machine.config(&[address, ("PORTAL_SEAL_KEYS", &key)]);
    assert_eq!(wrong(&examine(&sealed, now()).await), [""; 0]);
}
