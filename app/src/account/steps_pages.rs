//! The steps between the password and the first page: each asks for one thing.

use domain::access::Surface;
use domain::account::Stage;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::entry_fns::{begin_enrolment, find_entry};
use super::parts::{Authenticator, CodeField, NewPassword, SomebodyElse, Then, Whose, then};
use super::places::next_page;
use super::views::{EnrolmentView, Entry};
use crate::context::surface;
use crate::failure::Failure;
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Button, ButtonKind, Field, InlineHelp, Length, Skeleton};

/// A step of the way in: `page` for somebody who stands at `stage`; for others, the way on.
fn step(stage: Stage, page: fn(Entry, Option<String>) -> AnyView) -> AnyView {
    let entry = Resource::new(surface, find_entry);
    let then = StoredValue::new(then());
    view! {
        <Suspense fallback=|| view! { <Skeleton label=t!("loading") /> }>
            {move || Suspend::new(async move {
                let then = then.get_value();
                match entry.await {
                    Ok(entry) if entry.stage == stage => page(entry, then),
                    Ok(entry) => view! { <TakenAlready stage=entry.stage then /> }.into_any(),
                    Err(failure) => view! { <ErrorPage failure /> }.into_any(),
                }
            })}
        </Suspense>
    }
    .into_any()
}

/// The reader has gone back in the browser, or has another window.
#[component]
fn TakenAlready(
    /// Where the reader stands.
    stage: Stage,
    /// The page that the reader came for.
    then: Option<String>,
) -> impl IntoView {
    let href = next_page(surface(), stage, then.as_deref());
    view! {
        <div class="entry">
            <PageHead title=t!("account-step-taken") text=t!("account-step-taken-text") />
            <p>
                <a class=ButtonKind::Main.class() href=href rel="external">
                    {t!("continue")}
                </a>
            </p>
        </div>
    }
}

/// A password of one's own in place of the temporary one.
pub struct FirstPasswordPage;

#[lazy_route]
impl LazyRoute for FirstPasswordPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let FirstPasswordPage = this;
        step(Stage::PasswordChange, |entry, then| view! { <FirstPassword entry then /> }.into_any())
    }
}

#[component]
fn FirstPassword(entry: Entry, then: Option<String>) -> impl IntoView {
    let surface = surface();
    let returned = returned("first-password");
    let first = returned.error().is_none();
    view! {
        <div class="entry">
            <PageHead title=t!("account-first-password") text=t!("account-first-password-text") />
            <Outcome returned=returned.clone() refused=t!("account-password-not-changed") />
            <form action="/rpc/account/first-password" method="post" class="form">
                <Hidden name="surface" value=surface.key() />
                <Then page=then />
                <Whose sign_in_name=entry.sign_in_name.clone() />
                <NewPassword sign_in_name=entry.sign_in_name returned first />
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("account-set-password")}</Button>
                </div>
            </form>
            <SomebodyElse surface />
        </div>
    }
}

/// The code of the second factor, or a recovery code.
pub struct SecondFactorPage;

#[lazy_route]
impl LazyRoute for SecondFactorPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let SecondFactorPage = this;
        step(Stage::SecondFactor, |_, then| view! { <SecondFactor then /> }.into_any())
    }
}

#[component]
fn SecondFactor(then: Option<String>) -> impl IntoView {
    let surface = surface();
    let returned = returned("second-factor");
    let first = returned.error().is_none();
    let action = "/rpc/account/second-factor";
    view! {
        <div class="entry">
            <PageHead title=t!("account-enter-code") text=t!("account-enter-code-text") />
            <Outcome returned=returned.clone() refused=t!("account-not-signed-in") />
            <form action=action method="post" class="form">
                <Hidden name="surface" value=surface.key() />
                <Then page=then.clone() />
                <CodeField help=t!("account-code-help") returned first />
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("account-check-code")}</Button>
                </div>
            </form>
            // A form of its own: a telephone's number pad has no letters.
            <InlineHelp question=t!("account-use-recovery")>
                <form action=action method="post" class="form">
                    <Hidden name="surface" value=surface.key() />
                    <Then page=then />
                    <Field
                        id="recovery"
                        label=t!("account-recovery-code")
                        help=t!("account-recovery-code-help")
                        length=Length::Medium
                    >
                        <input
                            id="recovery"
                            name="draft[code]"
                            autocomplete="off"
                            autocapitalize="characters"
                            spellcheck="false"
                            maxlength="40"
                            aria-describedby="recovery-note"
                        />
                    </Field>
                    <div class="form__actions">
                        <Button>{t!("account-check-code")}</Button>
                    </div>
                </form>
            </InlineHelp>
            <SomebodyElse surface />
        </div>
    }
}

/// A second factor for administrators who must have one before they go on.
pub struct EnrolPage;

/// The secret on offer, to those who are to take it.
async fn offer(surface: Surface) -> Result<(Entry, Option<EnrolmentView>), Failure> {
    let entry = find_entry(surface).await?;
    let offer = match entry.stage {
        Stage::EnrolSecondFactor => Some(begin_enrolment(surface).await?),
        Stage::PasswordChange | Stage::SecondFactor | Stage::Complete => None,
    };
    Ok((entry, offer))
}

#[lazy_route]
impl LazyRoute for EnrolPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let EnrolPage = this;
        let offer = Resource::new(surface, offer);
        let then = StoredValue::new(then());
        view! {
            <Suspense fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    let then = then.get_value();
                    match offer.await {
                        Ok((_, Some(offer))) => view! { <Enrol offer then /> }.into_any(),
                        Ok((entry, None)) => {
                            view! { <TakenAlready stage=entry.stage then /> }.into_any()
                        }
                        Err(failure) => view! { <ErrorPage failure /> }.into_any(),
                    }
                })}
            </Suspense>
        }
        .into_any()
    }
}

#[component]
fn Enrol(offer: EnrolmentView, then: Option<String>) -> impl IntoView {
    let surface = surface();
    let EnrolmentView { setup, request } = offer;
    let returned = returned("enrol");
    view! {
        <div class="entry">
            <PageHead title=t!("account-second-factor") text=t!("account-enrol-text") />
            <Outcome returned=returned.clone() refused=t!("account-second-factor-not-on") />
            <Authenticator setup />
            <form action="/rpc/account/enrol" method="post" class="form">
                <Hidden name="surface" value=surface.key() />
                <Hidden name="request" value=request.to_string() />
                <Then page=then />
                <CodeField help=t!("account-code-help") returned />
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("account-switch-on")}</Button>
                </div>
            </form>
            <SomebodyElse surface />
        </div>
    }
}
