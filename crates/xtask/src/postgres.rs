//! A PostgreSQL for the tests: made in a moment, thrown away afterwards.

use std::fs::{self, File};
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, thread};

use anyhow::{Context, Result, bail};
use nix::sys::signal::Signal;
use tempfile::TempDir;

use crate::process::{self, Program, Running};

/// The database's administrator, in it and outside.
const NAME: &str = "postgres";

/// Nothing here has to survive a loss of power.
const SETTINGS: [&str; 7] = [
    "listen_addresses=127.0.0.1",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "shared_buffers=128MB",
    "logging_collector=off",
];

/// A server of its own, with a folder of its own. Dropping it stops it and removes both.
#[derive(Debug)]
pub struct Postgres {
    // Dropped in this order: the folder goes when nothing writes to it any more.
    server: Running,
    address: String,
    #[cfg_attr(not(test), expect(dead_code, reason = "removes the folder when it is dropped"))]
    folder: TempDir,
}

/// The folder with the newest server programs of the machine.
pub fn programs() -> Option<PathBuf> {
    let version = |folder: &Path| -> Option<u32> { folder.file_name()?.to_str()?.parse().ok() };
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions
        .map(|version| version.path())
        .filter(|folder| {
            folder.join("bin/initdb").is_file() && folder.join("bin/postgres").is_file()
        })
        .max_by_key(|folder| version(folder));
    newest.map(|folder| folder.join("bin")).or_else(|| {
        let initdb = process::find("initdb")?.canonicalize().ok()?;
        let folder = initdb.parent()?;
        folder.join("postgres").is_file().then(|| folder.to_owned())
    })
}

impl Postgres {
    /// Starts one.
    ///
    /// # Errors
    ///
    /// If there are no programs for it, or it does not start; the error quotes what it said.
    pub fn start() -> Result<Self> {
        let programs = programs().context("PostgreSQL is missing: `apt-get install postgresql`")?;
        let owner = Owner::find()?;
        let folder = tempfile::Builder::new().prefix("partner-center-postgres-").tempdir()?;
        let password = folder.path().join("password");
        let data = folder.path().join("data");
        let log = folder.path().join("log");
        // Only this machine can reach it, and only who can read this word can enter.
        let word = word()?;
        fs::write(&password, &word)?;
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700))?;
        owner.give(folder.path())?;
        owner.give(&password)?;

        owner
            .run(Program::new(programs.join("initdb")))
            .args(["--no-sync", "--no-instructions", "--encoding=UTF8", "--locale=C.UTF-8"])
            .args(["--auth=password", "--username", NAME])
            .arg(format!("--pwfile={}", password.display()))
            .arg("--pgdata")
            .arg(&data)
            .dir(folder.path())
            .read()
            .context("initdb failed")?;

        let port = free_port()?;
        let mut server = owner
            .run(Program::new(programs.join("postgres")))
            .arg("-D")
            .arg(&data)
            .args(["-p", &port.to_string()])
            .arg("-c")
            .arg(format!("unix_socket_directories={}", folder.path().display()))
            .args(SETTINGS.iter().flat_map(|setting| ["-c", setting]))
            .dir(folder.path())
            .log_to(&File::create(&log)?)?
            .outlives_interrupt()
            .start()?;
        let ready = || {
            let host = ["-h", "127.0.0.1", "-U", NAME, "-p"];
            let question = Program::new(programs.join("pg_isready")).args(host);
            question.arg(port.to_string()).succeeds()
        };
        let begun = Instant::now();
        while !ready() {
            if process::interrupted() {
                bail!("interrupted while PostgreSQL started");
            }
            if server.ended()?.is_some() || begun.elapsed() > Duration::from_mins(1) {
                let said = fs::read_to_string(&log).unwrap_or_default();
                bail!("PostgreSQL did not start:\n{said}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        let address = format!("postgres://{NAME}:{word}@127.0.0.1:{port}/{NAME}");
        Ok(Self { server, address, folder })
    }

    /// For `TEST_DATABASE_URL`.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // At once, whoever is connected: the data are thrown away.
        self.server.stop(Signal::SIGQUIT);
    }
}

/// Whom the server runs as: it refuses to be root.
struct Owner(Option<(u32, u32)>);

impl Owner {
    fn find() -> Result<Self> {
        if !nix::unistd::Uid::effective().is_root() {
            return Ok(Self(None));
        }
        let users = fs::read_to_string("/etc/passwd")?;
        let user = |name: &str| users.lines().find_map(|line| numbers(line, name));
        let found = user(NAME).or_else(|| user("nobody"));
        let found = found.context("neither `postgres` nor `nobody` is a user of this machine")?;
        Ok(Self(Some(found)))
    }

    fn give(&self, path: &Path) -> Result<()> {
        if let Some((user, group)) = self.0 {
            chown(path, Some(user), Some(group))?;
        }
        Ok(())
    }

    fn run(&self, program: Program) -> Program {
        // A user's settings for psql and its kin are not for this server.
        let program = env::vars()
            .filter(|(name, _)| name.starts_with("PG"))
            .fold(program, |program, (name, _)| program.without_env(&name));
        match self.0 {
            Some((user, group)) => program.user(user, group),
            None => program,
        }
    }
}

/// User and group in a line of `/etc/passwd`, if it is `name`'s.
fn numbers(line: &str, name: &str) -> Option<(u32, u32)> {
    let mut fields = line.split(':');
    if fields.next()? != name {
        return None;
    }
    Some((fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn word() -> Result<String> {
    let mut bytes = [0; 12];
    File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(crate::build::digest::Digest::of(&bytes).hex()[..24].to_owned())
}

/// A port that nobody listens on.
///
/// # Errors
///
/// If there is none.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[test]
    fn a_server_is_there_and_then_is_not() {
        if programs().is_none() {
            return;
        }
        let postgres = Postgres::start().unwrap();
        let port = postgres.address().rsplit(['/', ':']).nth(1).unwrap().parse::<u16>().unwrap();
        let folder = postgres.folder.path().to_owned();
        assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());

        drop(postgres);

        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!folder.exists());
    }

    #[test]
    fn a_user_is_found_by_the_whole_name() {
        let line = "postgres:x:107:114:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash";
        assert_eq!(numbers(line, "postgres"), Some((107, 114)));
        assert_eq!(numbers(line, "post"), None);
    }
}
