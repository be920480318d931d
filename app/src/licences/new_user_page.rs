//! Adds a person.

use domain::access::Action;
use domain::error::Arg;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::person_fields::{Known, PersonFields, RoleBoxes, TextField};
use super::server_fns::{NewUserView, find_new_user};
use super::user_page::crumbs;
use crate::context::can;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Button, ButtonKind, LinkButton, Skeleton};

/// The page with the form.
pub struct NewUserPage;

#[lazy_route]
impl LazyRoute for NewUserPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let NewUserPage = this;
        let found = Resource::new(|| (), |()| find_new_user());
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <NewUser found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn NewUser(found: NewUserView) -> impl IntoView {
    let NewUserView { domain, request } = found;
    let returned = returned("add-user");
    let known = Known { usage_location: "CN".to_owned(), ..Known::default() }.or_typed(&returned);
    let roles = can(Action::GiveCustomerAdminRole).then(|| {
        let ticked = returned.ticked("roles").unwrap_or_default();
        view! { <RoleBoxes ticked /> }
    });
    view! {
        <div class="page">
            <PageHead title=t!("users-add") text=t!("users-add-text") crumbs=crumbs() />
            <Outcome returned=returned.clone() refused=t!("users-not-added") />
            <form action="/rpc/users/add" method="post" class="form" data-form="add-user">
                <Hidden name="request" value=request.to_string() />
                <TextField
                    name="user_name"
                    label=t!("users-user-name")
                    value=returned.typed("user_name")
                    help=t!("users-user-name-help", domain = Arg::Text(domain))
                    returned=returned.clone()
                />
                <PersonFields known returned />
                {roles}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("users-add")}</Button>
                    <LinkButton href="/admin/users">{t!("cancel")}</LinkButton>
                </div>
            </form>
        </div>
    }
}
