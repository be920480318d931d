//! The real program, and requests to it over a socket.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use services::jobs::Sandbox;
use services::{RandomIds, System, SystemClock, demo};
use storage::Store;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[path = "../support/mod.rs"]
mod support;

/// Fills the database at `url` with the demo, and `folder` with a site.
pub async fn fill(url: &str, folder: &Path) {
    support::write_site(&folder.join("site"));
    let store = Store::open(url, 2).await.expect("the database opens");
    store.migrate().await.expect("the migrations run");
    let clock = Arc::new(SystemClock::default());
    let policy = testkit::policy();
    let system = System::new(store, clock.clone(), Arc::new(RandomIds), policy);
    let sandbox = Sandbox::new(clock);
    sandbox.begin(&system, demo::first_moment()).await.expect("the sandbox begins");
    demo::load(&system).await.expect("the demo loads");
    system.close().await;
}

/// A running server; it dies with this value.
pub struct Portal {
    child: Mutex<Child>,
    address: String,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub cookie: Option<String>,
    /// Where the reader is sent.
    pub location: String,
    pub body: String,
}

impl Portal {
    /// Starts the program and waits until it listens.
    pub async fn start(url: &str, folder: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_partner-center"))
            .args(["serve", "--sandbox"])
            .env("DATABASE_URL", url)
            .env("PORTAL_SITE_ROOT", folder.join("site"))
            .env("PORTAL_LISTEN", "127.0.0.1:0")
            .env("PORTAL_PASSWORD_MEMORY_KIB", "8")
            .env("PORTAL_LOG_FILTER", "error,partner_center=info")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let log = child.stderr.take().expect("its log is read");
        let address = tokio::task::spawn_blocking(move || {
            let mut lines = BufReader::new(log).lines().map_while(Result::ok);
            let said = lines.find_map(|line| {
                line.split_once("listening on http://").map(|(_, rest)| rest.trim().to_owned())
            });
            // Whatever it says later is read, so that it never waits for a reader.
            std::thread::spawn(move || lines.for_each(drop));
            said.expect("it listens")
        });
        let address = address.await.expect("somebody reads");
        let address = address.split_whitespace().next().unwrap_or_default().to_owned();
        Self { child: Mutex::new(child), address }
    }

    /// Kills it as no program can prevent.
    pub fn kill(&self) {
        let mut child = self.child.lock().expect("nobody panics with it");
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }

    /// Sends the form `fields` to `path`; `None` if no whole answer came.
    pub async fn post(&self, path: &str, cookie: &str, fields: &str) -> Option<Answer> {
        let mut stream = TcpStream::connect(&self.address).await.ok()?;
        let address = &self.address;
        let length = fields.len();
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n\
             Accept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Cookie: {cookie}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{fields}"
        );
        stream.write_all(request.as_bytes()).await.ok()?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.ok()?;
        read(&String::from_utf8_lossy(&answer))
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The answer in `text`; `None` if it is not whole.
fn read(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let header = |wanted: &str| {
        let mut found = head.lines().filter_map(|line| line.split_once(": "));
        found.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
    };
    let length: Option<usize> = header("content-length").and_then(|length| length.parse().ok());
    if length.is_some_and(|length| length != body.len()) {
        return None;
    }
    let cookie = header("set-cookie").and_then(|cookie| cookie.split(';').next());
    let location = header("location").unwrap_or_default().to_owned();
    Some(Answer { status, cookie: cookie.map(str::to_owned), location, body: body.to_owned() })
}
