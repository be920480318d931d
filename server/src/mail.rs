//! Handing mails to the mail server.

use anyhow::{Context, Result};
use domain::mails::Letter;
use i18n::Language;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use services::mails::{NotTaken, Transport};

use crate::config::{Config, Value as _};

/// The mail server of the settings.
pub struct MailServer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl MailServer {
    /// The one that `config` names; `None` if it names none.
    ///
    /// # Errors
    ///
    /// If its address or the sender cannot be used.
    pub fn of(config: &Config) -> Result<Option<Self>> {
        if config.smtp_url.is_empty() {
            return Ok(None);
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(config.smtp_url.reveal())
            .with_context(|| format!("PORTAL_SMTP_URL: {}", config.smtp_url.show()))?
            .build();
        let from = config.mail_from.parse().context("PORTAL_MAIL_FROM is no address")?;
        Ok(Some(Self { transport, from }))
    }

    fn message(&self, letter: &Letter) -> Result<Message> {
        let language = Language::from_tag(letter.language.as_str()).unwrap_or(Language::En);
        let words = i18n::letter(language, &letter.kind, &letter.arguments)
            .with_context(|| format!("there are no words for {}", letter.kind))?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(letter.address.parse().context("the receiver's address")?)
            // Receivers can tell by it that they have the mail already.
            .message_id(Some(format!("<{}@partner-center>", letter.id)))
            .subject(words.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(words.body)?;
        Ok(message)
    }
}

impl Transport for MailServer {
    async fn send(&self, letter: &Letter) -> Result<(), NotTaken> {
        let not_taken = |why: String| NotTaken(why);
        let message = self.message(letter).map_err(|error| not_taken(format!("{error:#}")))?;
        let sent = self.transport.send(message).await;
        sent.map(drop).map_err(|error| not_taken(error.to_string()))
    }
}
