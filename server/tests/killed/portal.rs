//! The program as it is delivered, and what speaks to it.

use std::io::{self, BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufStream};
use tokio::net::TcpStream;

use crate::support::write_site;

/// How long the program may take until it listens.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running program; dropping it kills it.
pub struct Portal {
    child: Mutex<Child>,
    address: String,
    // Removed with the portal.
    _site: TempDir,
}

impl Portal {
    /// Starts the program on the database at `url`, and waits until it listens.
    pub fn start(url: &str) -> Self {
        let site = TempDir::new().expect("there is room for a folder");
        write_site(site.path());
        let mut child = Command::new(env!("CARGO_BIN_EXE_partner-center"))
            .args(["serve", "--sandbox"])
            .env("DATABASE_URL", url)
            .env("PORTAL_SITE_ROOT", site.path())
            .env("PORTAL_LISTEN", "127.0.0.1:0")
            .env("PORTAL_PASSWORD_MEMORY_KIB", "8")
            .env("PORTAL_LOG_FILTER", "warn,partner_center=info")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let said = BufReader::new(child.stderr.take().expect("the log is read here"));
        let (found, address) = mpsc::channel();
        // Reads on to the end, so that the program never waits for a reader of its log.
        thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                if let Some((_, address)) = line.split_once("listening on http://") {
                    let _ = found.send(address.split_whitespace().next().unwrap_or("").to_owned());
                }
            }
        });
        let address = address.recv_timeout(PATIENCE).expect("the program listens");
        Self { child: Mutex::new(child), address, _site: site }
    }

    /// `kill -9`: nothing is finished, nothing is closed.
    pub fn kill(&self) {
        let mut child = self.child.lock().unwrap_or_else(PoisonError::into_inner);
        child.kill().expect("it is our own");
        child.wait().expect("it ends");
    }

    /// A connection that stays open.
    pub async fn connect(&self) -> io::Result<Connection> {
        let stream = TcpStream::connect(&self.address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream: BufStream::new(stream), host: self.address.clone() })
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What the program has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Answer {
    /// Whether something was done, or had been done before by the same request.
    pub fn done(&self) -> bool {
        self.status < 400
    }
}

/// One connection that sends one request after the other.
pub struct Connection {
    stream: BufStream<TcpStream>,
    host: String,
}

impl Connection {
    /// Sends a form as a script does, and waits for the answer and for the cookie that it sets.
    pub async fn post(
        &mut self,
        path: &str,
        cookie: &str,
        fields: &str,
    ) -> io::Result<(Answer, String)> {
        let fields = fields.replace('[', "%5B").replace(']', "%5D");
        let (host, length) = (&self.host, fields.len());
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\n\
             accept: application/json\r\ncookie: {cookie}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n"
        );
        self.stream.write_all(head.as_bytes()).await?;
        self.stream.write_all(fields.as_bytes()).await?;
        self.stream.flush().await?;

        let first = self.line().await?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.ok_or_else(|| io::Error::other(first.clone()))?;
        let (mut location, mut cookie) = (String::new(), String::new());
        let mut length = Some(0);
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(": ") else { break };
            match name {
                "location" | "serverfnredirect" if !value.is_empty() => {
                    value.clone_into(&mut location);
                }
                "set-cookie" => value.split(';').next().unwrap_or("").clone_into(&mut cookie),
                "content-length" => length = value.parse().ok(),
                "transfer-encoding" => length = None,
                _ => {}
            }
        }
        let body = match length {
            Some(length) => self.bytes(length).await?,
            None => self.chunks().await?,
        };
        let body = String::from_utf8(body).map_err(io::Error::other)?;
        Ok((Answer { status, location, body }, cookie))
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }

    async fn bytes(&mut self, length: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).await?;
        Ok(bytes)
    }

    async fn chunks(&mut self) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        loop {
            let length = self.line().await?;
            let length = usize::from_str_radix(&length, 16).map_err(io::Error::other)?;
            all.extend(self.bytes(length).await?);
            self.line().await?;
            if length == 0 {
                return Ok(all);
            }
        }
    }
}
