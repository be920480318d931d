//! What the outbox asks of the server.

use domain::mails::{MailStatus, MailView, MailsQuery};
use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

/// A mail with its words, in the receiver's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailRow {
    /// How it stands.
    pub mail: MailView,
    /// One line; empty if this version has no words for it.
    pub subject: String,
    /// What it says.
    pub body: String,
}

/// A page of mails, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxView {
    /// The mails.
    pub rows: Vec<MailRow>,
    /// `before` of the next page; `None` if this is the last.
    pub next: Option<String>,
    /// How many wait, have been sent, have failed.
    pub counts: Vec<(MailStatus, i64)>,
}

/// A page of the mails of all companies.
///
/// # Errors
///
/// As `services::mails::list`.
#[server(prefix = "/rpc", endpoint = "mails/list", input = GetUrl)]
pub async fn list_mails(
    /// What the reader asks for.
    query: MailsQuery,
) -> Result<OutboxView, Failure> {
    use crate::ssr::{answer, caller};
    use domain::access::Surface::BackOffice;
    use i18n::Language;

    answer(async {
        let found = services::mails::list(&caller(BackOffice).await?, query).await?;
        let row = |mail: MailView| {
            let language = Language::from_tag(mail.letter.language.as_str());
            let language = language.unwrap_or(Language::En);
            let words = i18n::letter(language, &mail.letter.kind, &mail.letter.arguments);
            let (subject, body) =
                words.map(|words| (words.subject, words.body)).unwrap_or_default();
            MailRow { mail, subject, body }
        };
        Ok(OutboxView {
            rows: found.mails.into_iter().map(row).collect(),
            next: found.next.map(|next| next.to_string()),
            counts: found.counts,
        })
    })
    .await
}
