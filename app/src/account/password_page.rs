//! Another password.

use domain::account::Viewer;
use domain::error::Error;
use domain::ids::RequestId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::account_fns::find_account;
use super::account_page::crumbs;
use super::parts::{NewPassword, PasswordField, Whose};
use crate::context::{at, surface, with_page};
use crate::failure::Failure;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Button, ButtonKind, LinkButton, Skeleton};

/// The page on which the reader changes the password.
pub struct ChangePasswordPage;

#[lazy_route]
impl LazyRoute for ChangePasswordPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let ChangePasswordPage = this;
        let account = Resource::new(surface, find_account);
        view! {
            <Suspense fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    let viewer = with_page(|page| page.viewer.clone());
                    match account.await.map(|account| (account.save, viewer)) {
                        Ok((request, Some(viewer))) => {
                            Either::Left(view! { <ChangePassword request viewer /> })
                        }
                        Ok((_, None)) => {
                            let failure = Failure::from(Error::Unauthenticated);
                            Either::Right(view! { <ErrorPage failure /> })
                        }
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Suspense>
        }
        .into_any()
    }
}

#[component]
fn ChangePassword(
    /// Names the attempt.
    request: RequestId,
    /// Whose password.
    viewer: Viewer,
) -> impl IntoView {
    let surface = surface();
    let returned = returned("change-password");
    let problem = Signal::stored(returned.problem("current"));
    let first = returned.error().is_none();
    view! {
        <div class="page">
            <PageHead
                title=t!("account-change-password")
                text=t!("account-change-password-text")
                crumbs=crumbs(surface)
            />
            <Outcome returned=returned.clone() refused=t!("account-password-not-changed") />
            <form action="/rpc/account/change-password" method="post" class="form">
                <input type="hidden" name="surface" value=surface.key() />
                <Hidden name="request" value=request.to_string() />
                <Whose sign_in_name=viewer.sign_in_name.clone() />
                <PasswordField
                    name="current"
                    label=t!("account-current-password")
                    autocomplete="current-password"
                    problem
                    first
                />
                <NewPassword sign_in_name=viewer.sign_in_name returned />
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("account-set-password")}</Button>
                    <LinkButton href=at(surface, "/account")>{t!("cancel")}</LinkButton>
                </div>
            </form>
        </div>
    }
}
