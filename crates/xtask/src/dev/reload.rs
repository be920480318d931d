//! Tells open pages to load again, in the way that Leptos' `AutoReload` listens for.

use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use tungstenite::{Message, WebSocket};

type Pages = Arc<Mutex<Vec<WebSocket<TcpStream>>>>;

/// The pages that want to know.
#[derive(Debug)]
pub struct Reload {
    port: u16,
    pages: Pages,
}

impl Reload {
    /// Listens for pages on `port`, on this machine only.
    ///
    /// # Errors
    ///
    /// If somebody else does.
    pub fn listen(port: u16) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let pages = Pages::default();
        let known = Arc::clone(&pages);
        thread::spawn(move || {
            for page in listener.incoming().flatten() {
                // A page that says nothing must not keep the others waiting.
                let patient = page.set_read_timeout(Some(Duration::from_secs(2)));
                if let (Ok(()), Ok(page)) = (patient, tungstenite::accept(page)) {
                    known.lock().unwrap_or_else(PoisonError::into_inner).push(page);
                }
            }
        });
        Ok(Self { port, pages })
    }

    /// Where the pages find it.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Tells every page to load again; it will then come back as a new page.
    pub fn announce(&self) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        for mut page in pages.drain(..) {
            // A page that was closed need not be told.
            let _ = page.send(Message::text(r#"{"all":"changed"}"#));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::postgres::free_port;

    #[test]
    fn an_open_page_is_told_to_load_again() {
        let reload = Reload::listen(free_port().unwrap()).unwrap();
        let stream = TcpStream::connect(("127.0.0.1", reload.port())).unwrap();
        let address = format!("ws://127.0.0.1:{}/live_reload", reload.port());
        let (mut page, _) = tungstenite::client(address, stream).unwrap();
        // The page knows that it is heard a moment before it is remembered.
        while reload.pages.lock().unwrap().is_empty() {
            thread::yield_now();
        }

        reload.announce();

        assert_eq!(page.read().unwrap().into_text().unwrap().as_str(), r#"{"all":"changed"}"#);
    }
}
