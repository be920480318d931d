//! The outbox: every mail with its words, and how far it has come; newest first.

use std::fmt::Write as _;

use domain::error::Arg;
use domain::mails::{MailStatus, MailsQuery};
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::components::Form;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::{MailRow, OutboxView, list_mails};
use crate::context::{locale, percent};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Button, CellKind, Choice, Column, DataTable, EmptyState, Field, Glyph, Length, LinkButton,
    Markup, Pager, Select, Shape, Skeleton, Tone,
};

/// The page's address, without a query.
const PAGE: &str = "/operator/outbox";

/// The page of mails.
pub struct OutboxPage;

#[lazy_route]
impl LazyRoute for OutboxPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OutboxPage = this;
        let params = use_query_map();
        let asked = Memo::new(move |_| read(|name| params.with(|params| params.get(name))));
        let found = Resource::new(move || asked.get(), list_mails);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Outbox asked=asked.get() found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// What an address asks for; what cannot be read is not asked for.
fn read(param: impl Fn(&str) -> Option<String>) -> MailsQuery {
    MailsQuery {
        status: param("status").and_then(|status| status.parse().ok()),
        words: param("words").unwrap_or_default(),
        before: param("before").and_then(|id| id.parse().ok()),
    }
}

/// `query` as an address, without a page.
fn address(query: &MailsQuery) -> String {
    let mut address = format!("{PAGE}?words={}", percent(&query.words));
    if let Some(status) = query.status {
        // Writing to a string cannot fail.
        let _ = write!(address, "&status={status}");
    }
    address
}

fn status_words(status: MailStatus) -> (Tone, String) {
    match status {
        MailStatus::Waiting => (Tone::Info, t!("outbox-waiting")),
        MailStatus::Sent => (Tone::Positive, t!("outbox-sent")),
        MailStatus::Failed => (Tone::Negative, t!("outbox-failed")),
    }
}

#[component]
fn Outbox(asked: MailsQuery, found: OutboxView) -> impl IntoView {
    let OutboxView { rows, next, counts } = found;
    let list = if rows.is_empty() {
        Either::Left(view! {
            <EmptyState
                glyph=Glyph::History
                title=t!("outbox-nothing")
                text=t!("outbox-nothing-text")
            >
                <LinkButton href=PAGE>{t!("activity-clear")}</LinkButton>
            </EmptyState>
        })
    } else {
        let href = address(&asked);
        let next = next.map(|next| format!("{href}&before={next}"));
        let newest = asked.before.is_some().then_some(href);
        Either::Right(view! { <Mails rows next newest /> })
    };
    view! {
        <div class="page">
            <PageHead title=t!("outbox-title") text=t!("outbox-text") />
            <Filters asked counts />
            {list}
        </div>
    }
}

/// The filters: a form that changes the address, with and without JavaScript.
#[component]
fn Filters(asked: MailsQuery, counts: Vec<(MailStatus, i64)>) -> impl IntoView {
    let number = |status| {
        let found = counts.iter().find(|(known, _)| *known == status);
        format::count(locale().language(), found.map_or(0, |(_, count)| *count))
    };
    let choice = |status: &MailStatus| {
        let words = format!("{} ({})", status_words(*status).1, number(*status));
        Choice::new(status.as_str(), words)
    };
    let all = std::iter::once(Choice::new("", t!("all")));
    let choices = all.chain(MailStatus::ALL.iter().map(choice)).collect();
    view! {
        <Form action=PAGE method="GET" attr:class="filters" attr:aria-label=t!("activity-filter")>
            <Field id="words" label=t!("outbox-address") length=Length::Medium compact=true>
                <input id="words" name="words" type="search" value=asked.words.clone() />
            </Field>
            <Select
                id="status"
                name="status"
                label=t!("outbox-status")
                choices
                chosen=asked.status.map(|status| status.to_string()).unwrap_or_default()
                compact=true
                length=Length::Medium
            />
            <Button>{t!("apply")}</Button>
        </Form>
    }
}

#[component]
fn Mails(rows: Vec<MailRow>, next: Option<String>, newest: Option<String>) -> impl IntoView {
    let [to, status, when] = [t!("outbox-to"), t!("outbox-status"), t!("activity-when")];
    let columns = vec![
        Column::new(t!("outbox-mail"), CellKind::Main),
        Column::new(to.clone(), CellKind::Text),
        Column::new(status.clone(), CellKind::Text),
        Column::new(when.clone(), CellKind::Text),
    ];
    let shown = Arg::Count(i64::try_from(rows.len()).unwrap_or(i64::MAX));
    let mut text = Markup::default();
    for MailRow { mail, subject, body } in &rows {
        let letter = &mail.letter;
        text.row(|row| {
            row.cell(CellKind::Main, "", |cell| {
                // A kind that this version does not know is shown by its name.
                let line = if subject.is_empty() { &letter.kind } else { subject };
                let language = letter.language.as_str();
                cell.element("details", &[("class", "outbox"), ("lang", language)], |mail| {
                    mail.element("summary", &[], |summary| summary.text(line));
                    mail.element("p", &[("class", "outbox__body")], |inside| inside.text(body));
                });
            });
            row.cell(CellKind::Text, &to, |cell| cell.text(&letter.address));
            row.cell(CellKind::Text, &status, |cell| {
                cell.element("span", &[], |cell| {
                    let (tone, word) = status_words(mail.status);
                    cell.status(tone, &word, None);
                    if let Some(why) = &mail.last_error {
                        cell.note(why);
                    }
                });
            });
            row.cell(CellKind::Text, &when, |cell| {
                cell.text(&format::instant(locale().language(), mail.created_at));
            });
        });
    }
    let foot = view! {
        <Pager
            label=t!("activity-pages")
            summary=t!("outbox-showing", shown = shown)
            previous=t!("activity-newest")
            next=t!("activity-older")
            previous_href=newest
            next_href=next
        />
    };
    view! { <DataTable caption=t!("outbox-title") columns rows=text foot=foot.into_any() /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_asks_for_is_written_back() {
        let pairs = [("status", "failed"), ("words", "a&b")];
        let query = read(|name| {
            let pair = pairs.iter().find(|(key, _)| *key == name);
            pair.map(|(_, value)| (*value).to_owned())
        });
        assert_eq!(query.status, Some(MailStatus::Failed));
        assert_eq!(address(&query), format!("{PAGE}?words=a%26b&status=failed"));
        assert_eq!(read(|_| Some("<script>".to_owned())).status, None);
    }
}
