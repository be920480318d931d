//! What can be done with a person, each a form of its own.

use domain::error::Arg;
use domain::ids::RequestId;
use domain::licences::{UserDetails, UserStatus};
use leptos::prelude::*;

use super::person_fields::RoleBoxes;
use super::server_fns::Attempts;
use super::words;
use crate::context::with_page;
use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{BlockedButton, Button, ButtonKind};

/// A form that is one button, below the words that say what follows.
#[component]
fn Act(
    /// Its name in the address.
    verb: &'static str,
    /// Who it is done to.
    user: UserDetails,
    /// Names the attempt.
    request: RequestId,
    /// What follows.
    text: String,
    /// The act, with the name of the person.
    label: String,
    /// How dangerous it is.
    #[prop(optional)]
    kind: ButtonKind,
    /// Why it cannot be done, if so.
    blocked: Option<String>,
) -> impl IntoView {
    let act = if let Some(reason) = blocked {
        view! { <BlockedButton id=format!("{verb}-why") label reason /> }.into_any()
    } else {
        view! {
            <form action=format!("/rpc/users/{verb}") method="post">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="user" value=user.id.to_string() />
                <Hidden name="version" value=user.version.to_string() />
                <Button kind>{label}</Button>
            </form>
        }
        .into_any()
    };
    view! {
        <div class="stack stack--tight">
            <p class="prose">{text}</p>
            {act}
        </div>
    }
    .into_any()
}

/// Whether the reader looks at themselves.
fn is_self(user: &UserDetails) -> bool {
    with_page(|page| page.viewer.as_ref().is_some_and(|viewer| viewer.actor.user() == user.id))
}

/// Password, blocking, deleting.
#[component]
pub(super) fn Acts(
    /// The person.
    user: UserDetails,
    /// Names the attempts.
    attempts: Attempts,
) -> impl IntoView {
    let name = || Arg::Text(user.display_name.clone());
    let own = is_self(&user).then(|| t!("err-own-account"));
    let may_try = crate::context::can(domain::access::Action::ResetUserPassword);
    let reset = may_try.then(|| {
        let blocked = own.clone().or_else(|| (!user.may_reset).then(|| t!("err-admin-password")));
        view! {
            <Act
                verb="reset-password"
                user=user.clone()
                request=attempts.reset
                text=t!("users-reset-text")
                label=t!("users-reset", name = name())
                blocked
            />
        }
    });
    let others = user.may_edit.then(|| {
        let (verb, text, label) = if user.status == UserStatus::Blocked {
            ("unblock", t!("users-unblock-text"), t!("users-unblock", name = name()))
        } else {
            ("block", t!("users-block-text"), t!("users-block", name = name()))
        };
        let held = user.licences.iter().filter(|licence| licence.held).count();
        let held = Arg::Count(i64::try_from(held).unwrap_or(i64::MAX));
        view! {
            <Act verb user=user.clone() request=attempts.block text label blocked=own.clone() />
            <Act
                verb="delete"
                user=user.clone()
                request=attempts.delete
                text=t!("users-delete-text", count = held)
                label=t!("users-delete", name = name())
                kind=ButtonKind::DangerMain
                blocked=own.clone()
            />
        }
    });
    (reset.is_some() || others.is_some()).then(|| {
        view! {
            <section class="page__section stack" id="access">
                <h2>{t!("users-access")}</h2>
                {reset}
                {others}
            </section>
        }
    })
}

/// Gives and takes roles; only who may sees it.
#[component]
pub(super) fn Roles(
    /// The person.
    user: UserDetails,
    /// Names the attempt.
    request: RequestId,
) -> impl IntoView {
    let may_give = crate::context::can(domain::access::Action::GiveCustomerAdminRole);
    if !may_give {
        return ().into_any();
    }
    if !user.may_give_roles {
        return view! {
            <section class="page__section" id="roles-of-user">
                <h2>{t!("users-roles")}</h2>
                <BlockedButton id="roles-why" label=t!("users-save-roles") reason=t!("err-own-roles") />
            </section>
        }
        .into_any();
    }
    let returned = returned("roles");
    let has = || user.roles.iter().map(ToString::to_string).collect();
    let ticked = returned.ticked("roles").unwrap_or_else(has);
    view! {
        <section class="page__section" id="roles-of-user">
            <h2>{t!("users-roles")}</h2>
            <Outcome returned refused=t!("users-roles-not-saved") />
            <form action="/rpc/users/set-roles" method="post" class="form" data-form="roles">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="user" value=user.id.to_string() />
                <Hidden name="version" value=user.version.to_string() />
                <RoleBoxes ticked below_heading=true />
                <div class="form__actions">
                    <Button>{t!("users-save-roles")}</Button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// Brings a deleted person back.
#[component]
pub(super) fn Restore(
    /// The person.
    user: UserDetails,
    /// Names the attempt.
    request: RequestId,
) -> impl IntoView {
    let blocked = user.restorable_until.is_none().then(|| t!("err-restore-over"));
    let kept = |sku| user.licences.iter().find(|licence| licence.sku == sku);
    let names = user.kept.iter().filter_map(|held| Some(kept(held.sku)?.name.clone()));
    let names = names.collect::<Vec<_>>().join(" · ");
    let names = if names.is_empty() { t!("users-none-held") } else { names };
    let day = user.restorable_until.map(words::day).unwrap_or_default();
    let text = t!("users-restore-text", day = Arg::Text(day), licences = Arg::Text(names));
    let label = t!("users-restore", name = Arg::Text(user.display_name.clone()));
    user.may_edit.then(|| {
        view! {
            <section class="page__section" id="restore">
                <h2>{t!("users-restore-title")}</h2>
                <Act verb="restore" user request text label kind=ButtonKind::Main blocked />
            </section>
        }
    })
}
