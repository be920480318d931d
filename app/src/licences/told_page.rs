//! Passwords that are told once, in the answer to the form that made them.

use leptos::prelude::*;

use super::user_page::crumbs;
use crate::context::{Told, ToldKind};
use crate::frame::PageHead;
use crate::ui::{Banner, ButtonKind, CopyButton, Fact, KeyValueList, LinkButton, Tone};

/// The page in such an answer. It carries no script: nothing remembers the password.
#[component]
pub(crate) fn ToldPage(
    /// What is told.
    told: Told,
) -> impl IntoView {
    let Told { kind, user, passwords } = told;
    let title = match kind {
        ToldKind::UserAdded => t!("users-added"),
        ToldKind::PasswordReset => t!("users-password-is-reset"),
        ToldKind::UsersImported => t!("import-done"),
    };
    let copy = |text: String| {
        view! { <CopyButton text label=t!("copy") copied=t!("copied") /> }
    };
    let facts = passwords.into_iter().flat_map(|(sign_in_name, password)| {
        [
            Fact::new(t!("users-sign-in-name"), copy(sign_in_name)),
            Fact::new(t!("users-temporary-password"), copy(password.reveal().to_owned())),
        ]
    });
    let facts: Vec<_> = facts.collect();
    let on = match user {
        Some(user) => (format!("/admin/users/{user}"), t!("users-to-user")),
        None => ("/admin/users".to_owned(), t!("users-title")),
    };
    view! {
        <div class="page">
            <PageHead title crumbs=crumbs() />
            <Banner tone=Tone::Caution title=t!("users-told-once")>
                <p>{t!("users-told-once-text")}</p>
            </Banner>
            <KeyValueList facts />
            <p class="row">
                <LinkButton href=on.0 kind=ButtonKind::Main>
                    {on.1}
                </LinkButton>
                <LinkButton href="/admin/users/new">{t!("users-add-another")}</LinkButton>
            </p>
        </div>
    }
}
