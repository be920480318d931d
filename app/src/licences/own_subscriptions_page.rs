//! The company's subscriptions, as its partners keep them: to be read.

use domain::error::Arg;
use domain::licences::{OwnSubscription, OwnSubscriptionsView, SupportContact};
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_own_subscriptions;
use super::words;
use crate::context::locale;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    CellKind, Column, DataTable, EmptyState, Fact, Glyph, KeyValueList, Markup, Shape, Skeleton,
    Tone,
};

/// The page of all own subscriptions.
pub struct OwnSubscriptionsPage;

#[lazy_route]
impl LazyRoute for OwnSubscriptionsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OwnSubscriptionsPage = this;
        let found = Resource::new(|| (), |()| find_own_subscriptions());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <OwnSubscriptions found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn OwnSubscriptions(found: OwnSubscriptionsView) -> impl IntoView {
    let OwnSubscriptionsView { subscriptions, contacts } = found;
    let table = if subscriptions.is_empty() {
        let [title, text] = [t!("own-none"), t!("pools-none-text")];
        view! { <EmptyState glyph=Glyph::Package title text /> }.into_any()
    } else {
        view! { <Table subscriptions /> }.into_any()
    };
    view! {
        <div class="page">
            <PageHead title=t!("own-title") text=t!("own-text") />
            {table}
            <Contacts contacts />
        </div>
    }
}

fn status(subscription: &OwnSubscription) -> (Tone, String) {
    match subscription.status.as_str() {
        "active" => (Tone::Positive, t!("own-active")),
        "suspended" => (Tone::Caution, t!("own-suspended")),
        "pending" => (Tone::Info, t!("own-pending")),
        _ => (Tone::Negative, t!("own-deleted")),
    }
}

#[component]
fn Table(subscriptions: Vec<OwnSubscription>) -> impl IntoView {
    let labels = [
        t!("own-quantity"),
        t!("own-status"),
        t!("own-since"),
        t!("own-renews"),
        t!("own-partner"),
    ];
    let columns = vec![
        Column::new(t!("own-name"), CellKind::Main),
        Column::new(labels[0].clone(), CellKind::Number),
        Column::new(labels[1].clone(), CellKind::Text),
        Column::new(labels[2].clone(), CellKind::Text),
        Column::new(labels[3].clone(), CellKind::Text),
        Column::new(labels[4].clone(), CellKind::Text),
    ];
    let mut rows = Markup::default();
    for own in &subscriptions {
        row(&mut rows, &labels, own);
    }
    view! {
        <DataTable caption=t!("own-title") columns rows />
    }
}

fn row(rows: &mut Markup, labels: &[String; 5], own: &OwnSubscription) {
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.text(&own.name);
            if own.offer != own.name {
                cell.note(&own.offer);
            }
        });
        row.cell(CellKind::Number, &labels[0], |cell| {
            cell.text(&format::count(locale().language(), own.quantity));
        });
        row.cell(CellKind::Text, &labels[1], |cell| {
            let (tone, word) = status(own);
            cell.status(tone, &word, None);
            if let Some(day) = own.deletes_on {
                cell.note(&t!("own-deletes", day = Arg::Day(day)));
            }
        });
        row.cell(CellKind::Text, &labels[2], |cell| cell.text(&words::day(own.starts_on)));
        row.cell(CellKind::Text, &labels[3], |cell| cell.text(&words::day(own.renews_on)));
        row.cell(CellKind::Text, &labels[4], |cell| cell.text(&own.partner));
    });
}

/// Whom the company can ask: its partners.
#[component]
pub(super) fn Contacts(
    /// One for each partner.
    contacts: Vec<SupportContact>,
) -> impl IntoView {
    let facts = contacts.into_iter().map(|SupportContact { partner, url, email, phone }| {
        let link = |href: String, text: String| {
            view! {
                <span>
                    <a href=href rel="external noopener">
                        {text}
                    </a>
                </span>
            }
        };
        let given = [url.is_some(), email.is_some(), phone.is_some()].contains(&true);
        let none = (!given).then(|| t!("own-no-contact"));
        let url = url.map(|url| link(url.clone(), url));
        let email = email.map(|email| link(format!("mailto:{email}"), email));
        let phone = phone.map(|phone| link(format!("tel:{phone}"), phone));
        let ways = view! { <span class="stack stack--tight">{url} {email} {phone} {none}</span> };
        Fact::new(partner, ways)
    });
    let facts: Vec<_> = facts.collect();
    (!facts.is_empty()).then(|| {
        view! {
            <section class="page__section" id="support">
                <h2>{t!("own-support")}</h2>
                <p class="quiet">{t!("own-support-text")}</p>
                <KeyValueList facts />
            </section>
        }
    })
}
