//! The second factor of one's own account.

use domain::account::SecondFactorState;
use domain::error::Arg;
use domain::ids::RequestId;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::{LazyRoute, lazy_route};

use super::account_fns::find_second_factor;
use super::account_page::crumbs;
use super::parts::{Authenticator, CodeField, PasswordField, then};
use super::views::SecondFactorView;
use crate::context::{at, surface};
use crate::forms::{Hidden, Outcome, returned};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{
    Banner, BlockedButton, Button, ButtonKind, CopyButton, Fact, KeyValueList, LinkButton,
    Skeleton, StatusBadge, Tone,
};

/// On, off, and the recovery codes.
pub struct SecondFactorSettingsPage;

#[lazy_route]
impl LazyRoute for SecondFactorSettingsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let SecondFactorSettingsPage = this;
        let query = use_query_map();
        let wanted = move || {
            let codes = query.with(|query| query.get("codes"));
            let setting_up = query.with(|query| query.get("set-up").is_some());
            (surface(), setting_up, codes.and_then(|codes| codes.parse::<RequestId>().ok()))
        };
        let find = |(surface, setting_up, codes)| find_second_factor(surface, setting_up, codes);
        let found = Resource::new(wanted, find);
        view! {
            <Transition fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <SecondFactor found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn SecondFactor(found: SecondFactorView) -> impl IntoView {
    let SecondFactorView { state, setup, codes, request } = found;
    let what_follows = match setup {
        Some(setup) => {
            let returned = returned("confirm");
            let surface = surface();
            view! {
                <Outcome returned=returned.clone() refused=t!("account-second-factor-not-on") />
                <Authenticator setup />
                <form action="/rpc/account/confirm-second-factor" method="post" class="form">
                    <Hidden name="surface" value=surface.key() />
                    <Hidden name="request" value=request.to_string() />
                    <CodeField help=t!("account-code-help") returned />
                    <div class="form__actions">
                        <Button kind=ButtonKind::Main>{t!("account-switch-on")}</Button>
                        <LinkButton href=at(surface, "/account/second-factor")>
                            {t!("cancel")}
                        </LinkButton>
                    </div>
                </form>
            }
            .into_any()
        }
        None if !codes.is_empty() => view! { <Codes codes /> }.into_any(),
        None if state.on => view! { <Remove state request /> }.into_any(),
        None => {
            let href = at(surface(), "/account/second-factor?set-up=yes");
            view! {
                <p>
                    <LinkButton href kind=ButtonKind::Main>
                        {t!("account-set-up")}
                    </LinkButton>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <div class="page">
            <PageHead
                title=t!("account-second-factor")
                text=t!("account-second-factor-text")
                crumbs=crumbs(surface())
            />
            <KeyValueList facts=facts(state) />
            {what_follows}
        </div>
    }
}

/// How it stands, with a word, a shape and a colour.
pub(super) fn badge(state: SecondFactorState) -> impl IntoView {
    let (tone, word) = if state.on {
        (Tone::Positive, t!("account-second-factor-is-on"))
    } else {
        (Tone::Neutral, t!("account-second-factor-is-off"))
    };
    view! { <StatusBadge tone word /> }
}

fn facts(state: SecondFactorState) -> Vec<Fact> {
    let mut facts = vec![Fact::new(t!("account-second-factor"), badge(state))];
    if state.on {
        let count = Arg::Count(state.codes_left);
        facts
            .push(Fact::new(t!("account-recovery-codes"), t!("account-codes-left", count = count)));
    }
    facts
}

/// The recovery codes, once.
#[component]
fn Codes(codes: Vec<String>) -> impl IntoView {
    let href = then().unwrap_or_else(|| at(surface(), "/account"));
    view! {
        <Banner tone=Tone::Positive title=t!("account-second-factor-on-now") />
        <section class="page__section">
            <h2>{t!("account-recovery-codes")}</h2>
            <p class="prose">{t!("account-codes-text")}</p>
            <div class="codes">
                <CopyButton text=codes.join("\n") label=t!("copy") copied=t!("copied") />
            </div>
            <p>
                <a class=ButtonKind::Main.class() href=href>
                    {t!("account-codes-stored")}
                </a>
            </p>
        </section>
    }
}

/// Switches it off; the password proves who asks.
#[component]
fn Remove(state: SecondFactorState, request: RequestId) -> impl IntoView {
    let surface = surface();
    let returned = returned("remove");
    if state.required {
        return Either::Left(view! {
            <BlockedButton
                id="required"
                label=t!("account-switch-off")
                reason=t!("account-second-factor-required")
            />
        });
    }
    let problem = Signal::stored(returned.problem("password"));
    Either::Right(view! {
        <section class="page__section">
            <h2>{t!("account-switch-off")}</h2>
            <p>{t!("account-switch-off-text")}</p>
            <Outcome returned refused=t!("account-second-factor-still-on") />
            <form action="/rpc/account/remove-second-factor" method="post" class="form">
                <Hidden name="surface" value=surface.key() />
                <Hidden name="request" value=request.to_string() />
                <PasswordField
                    name="password"
                    label=t!("account-current-password")
                    autocomplete="current-password"
                    problem
                />
                <div class="form__actions">
                    <Button kind=ButtonKind::Danger>{t!("account-switch-off")}</Button>
                </div>
            </form>
        </section>
    })
}
