//! What `partner-center doctor` looks at, and what it says to do.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::time::Instant;
use services::{activity, health};
use storage::Store;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::config::{Config, Host, Value};
use crate::invoice_pdf::face::{self, Face};
use crate::site::Site;

/// One thing looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub subject: &'static str,
    /// What is well, or what is wrong and what to do.
    pub result: Result<String, String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { subject, result } = self;
        match result {
            Ok(words) => write!(f, "ok    {subject}: {words}"),
            Err(words) => write!(f, "wrong {subject}: {words}"),
        }
    }
}

/// The build that this program was made with, if the build said so.
const BUILD: Option<&str> = option_env!("PARTNER_CENTER_BUILD");

/// Before this moment there was no such program: a clock that shows less is wrong.
const EARLIEST: &str = "2026-01-01T00:00:00Z";

/// How far a clock may stand before what the database has seen.
const SLACK: chrono::Duration = chrono::Duration::minutes(5);

/// Free space below which writing will soon fail, in MiB.
const LITTLE_SPACE: u64 = 512;

/// How long a mail server may take to answer.
const MAIL_PATIENCE: Duration = Duration::from_secs(5);

/// Looks at everything that `config` needs; `now` is what the machine's clock shows.
pub async fn examine(config: &Config, now: Instant) -> Vec<Finding> {
    let url = config.database_url.reveal();
    let store = match Store::open(url, 1).await {
        Ok(store) => Ok(store),
        Err(error) => {
            let shown = config.database_url.show();
            Err(format!("{shown} cannot be opened ({error}); check DATABASE_URL and that it runs"))
        }
    };
    let mut findings = Vec::new();
    let mut found = |subject, result| findings.push(Finding { subject, result });
    found("site files", site(&config.site_root));
    found("disk", disk(url));
    found("secrets", secrets(config));
    found("mail", mail(config).await);
    found("font", font(Path::new(&config.pdf_font)));
    match store {
        Ok(store) => {
            found("database", Ok(config.database_url.show()));
            found("schema", schema(&store).await);
            found("clock", clock(&store, now).await);
            found("activity log", log(&store).await);
            store.close().await;
        }
        Err(words) => found("database", Err(words)),
    }
    findings
}

fn site(root: &Path) -> Result<String, String> {
    let site = Site::open(root).map_err(|error| error.to_string())?;
    match BUILD {
        Some(build) if build != site.hash => Err(format!(
            "{} holds build {}, this program belongs to {build}; deploy both together",
            root.display(),
            site.hash
        )),
        _ => Ok(format!("build {} in {}", site.hash, root.display())),
    }
}

/// The space beside the database's file. A database elsewhere looks after its own.
fn disk(url: &str) -> Result<String, String> {
    let Some(file) = url.strip_prefix("sqlite:").filter(|file| !file.contains(":memory:")) else {
        return Ok("the database is not on this machine's disk".to_owned());
    };
    let file = file.trim_start_matches("//").split('?').next().unwrap_or_default();
    let folder = match Path::new(file).parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let space = rustix::fs::statvfs(&folder).map_err(|error| {
        format!("{} cannot be examined ({error}); run `partner-center migrate`", folder.display())
    })?;
    let free = space.f_bavail.saturating_mul(space.f_frsize) / (1024 * 1024);
    if free < LITTLE_SPACE {
        return Err(format!("{free} MiB free in {}; make room", folder.display()));
    }
    Ok(format!("{free} MiB free in {}", folder.display()))
}

/// What invoices are printed with.
fn font(wished: &Path) -> Result<String, String> {
    let path = face::find(wished)?;
    Face::read(&path)?;
    Ok(format!("invoices are printed with {}", path.display()))
}

/// A portal that others reach over TLS is one in earnest.
fn secrets(config: &Config) -> Result<String, String> {
    match (config.seal_keys.is_empty(), config.secure()) {
        (false, _) => Ok("secrets of authenticators are sealed".to_owned()),
        (true, false) => Ok("no key is set; secrets of authenticators are not sealed".to_owned()),
        (true, true) => {
            Err("secrets of authenticators are stored unsealed; set PORTAL_SEAL_KEYS".to_owned())
        }
    }
}

async fn mail(config: &Config) -> Result<String, String> {
    if config.smtp_url.is_empty() {
        return Ok("no mail server is set; mail is kept and not sent".to_owned());
    }
    let shown = config.smtp_url.show();
    let host = Host::of_mail_server(config.smtp_url.reveal())
        .ok_or_else(|| format!("{shown} is no address of a mail server; set PORTAL_SMTP_URL"))?;
    let connect = TcpStream::connect((host.name.as_str(), host.port));
    match timeout(MAIL_PATIENCE, connect).await {
        Ok(Ok(_)) => Ok(format!("{shown} answers")),
        Ok(Err(error)) => Err(format!("{shown} does not answer ({error}); check PORTAL_SMTP_URL")),
        Err(_) => Err(format!("{shown} does not answer in time; check PORTAL_SMTP_URL")),
    }
}

async fn schema(store: &Store) -> Result<String, String> {
    match health::schema(store).await {
        Ok(schema) if schema.current() => Ok(format!("{} migrations", schema.applied)),
        Ok(schema) if schema.applied < schema.known => Err(format!(
            "{} of {} migrations; run `partner-center migrate`",
            schema.applied, schema.known
        )),
        Ok(_) => Err("the database is newer than this program; deploy the newer one".to_owned()),
        Err(error) => Err(format!("{error}; see the log")),
    }
}

async fn clock(store: &Store, now: Instant) -> Result<String, String> {
    let shown = now.format("%Y-%m-%d %H:%M:%S UTC");
    if EARLIEST.parse().is_ok_and(|earliest: Instant| now < earliest) {
        return Err(format!("{shown} cannot be; set the machine's clock"));
    }
    match health::last_known_moment(store).await {
        Ok(Some(last)) if now + SLACK < last => Err(format!(
            "{shown} is before the last job, which ran at {last}; set the machine's clock"
        )),
        _ => Ok(shown.to_string()),
    }
}

async fn log(store: &Store) -> Result<String, String> {
    let verified = activity::verify(store)
        .await
        .map_err(|error| format!("cannot be verified ({error}); migrate, then see the log"))?;
    if verified.broken.is_empty() {
        return Ok(format!("{} entries, every chain is whole", verified.entries));
    }
    let places = verified.broken.iter().map(|(tenant, seq)| format!("{tenant} at {seq}"));
    let places = places.collect::<Vec<_>>().join(", ");
    Err(format!("changed or cut: {places}; keep the database as evidence, compare with backups"))
}
