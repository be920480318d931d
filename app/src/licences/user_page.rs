//! One person: facts, licences, and what can be done.

use domain::error::{Entity, Error};
use domain::licences::{UserDetails, UserStatus};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};

use super::licence_boxes::Licences;
use super::person_fields::{Known, PersonFields};
use super::server_fns::{UserView, find_user};
use super::user_acts::{Acts, Restore, Roles};
use super::words;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{Button, Fact, KeyValueList, Skeleton, StatusBadge};

/// The page of one person.
pub struct UserPage;

#[lazy_route]
impl LazyRoute for UserPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let UserPage = this;
        let params = use_params_map();
        let id = move || params.with(|params| params.get("user"));
        let found = Resource::new(id, |id| async move {
            match id.and_then(|id| id.parse().ok()) {
                Some(id) => find_user(id).await,
                None => Err(Error::NotFound { entity: Entity::User }.into()),
            }
        });
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <User found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// The way to a page about one person.
pub(super) fn crumbs() -> Vec<Crumb> {
    vec![Crumb { href: "/admin/users".to_owned(), name: t!("users-title") }]
}

#[component]
fn User(found: UserView) -> impl IntoView {
    let UserView { user, attempts } = found;
    let deleted = user.status == UserStatus::Deleted;
    let head = view! {
        <PageHead title=user.display_name.clone() crumbs=crumbs() />
        <Outcome returned=returned("user") refused=t!("users-not-done") />
        <KeyValueList facts=facts(&user) />
    };
    if deleted {
        let body = view! { <Restore user request=attempts.delete /> };
        return view! { <div class="page">{head} {body}</div> }.into_any();
    }
    let edit = user.may_edit.then(|| {
        view! { <Edit user=user.clone() request=attempts.edit /> }
    });
    view! {
        <div class="page">
            {head}
            <Licences user=user.clone() request=attempts.licences />
            {edit}
            <Roles user=user.clone() request=attempts.roles />
            <Acts user attempts />
        </div>
    }
    .into_any()
}

fn facts(user: &UserDetails) -> Vec<Fact> {
    let (tone, word) = words::status(user.status);
    let location = user.usage_location.map_or_else(|| t!("none"), |_| t!("users-china"));
    let mut facts = vec![
        Fact::new(t!("users-status"), view! { <StatusBadge tone word /> }),
        Fact::new(t!("users-sign-in-name"), user.sign_in_name.clone()),
        Fact::new(t!("users-roles"), words::roles(&user.roles)),
        Fact::new(t!("users-location"), location),
    ];
    if let Some(phone) = user.phone.clone() {
        facts.push(Fact::new(t!("users-phone"), phone));
    }
    if let Some(day) = user.restorable_until {
        facts.push(Fact::new(t!("users-restorable-until"), words::day(day)));
    }
    facts
}

/// The form that edits a person.
#[component]
fn Edit(user: UserDetails, request: domain::ids::RequestId) -> impl IntoView {
    let returned = returned("edit-user");
    let UserDetails { id, version, display_name, family_name, given_name, phone, .. } = user;
    let location = user.usage_location.map(|location| location.as_str().to_owned());
    let known = Known {
        display_name,
        family_name,
        given_name,
        phone: phone.unwrap_or_default(),
        usage_location: location.unwrap_or_default(),
    };
    let known = known.or_typed(&returned);
    view! {
        <section class="page__section" id="edit">
            <h2>{t!("users-edit")}</h2>
            <Outcome returned=returned.clone() refused=t!("users-not-saved") />
            <form action="/rpc/users/edit" method="post" class="form" data-form="edit-user">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="user" value=id.to_string() />
                <Hidden name="version" value=version.to_string() />
                <PersonFields known returned />
                <div class="form__actions">
                    <Button>{t!("save")}</Button>
                </div>
            </form>
        </section>
    }
}
