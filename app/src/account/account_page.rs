//! One's own account: who, what one may do, how it looks, where one is signed in.

use domain::access::Surface;
use domain::account::Viewer;
use domain::error::Error;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::account_fns::find_account;
use super::rights::Rights;
use super::roles_in_words;
use super::second_factor_page::badge;
use super::sessions::Sessions;
use super::settings_form::SettingsForm;
use super::views::AccountView;
use crate::context::{at, locale, surface, with_page};
use crate::failure::Failure;
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{Fact, KeyValueList, LinkButton, Skeleton};

/// The page of one's own account.
pub struct AccountPage;

#[lazy_route]
impl LazyRoute for AccountPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let AccountPage = this;
        let account = Resource::new(surface, find_account);
        view! {
            <Suspense fallback=|| view! { <Skeleton label=t!("loading") /> }>
                {move || Suspend::new(async move {
                    match (account.await, with_page(|page| page.viewer.clone())) {
                        (Ok(account), Some(viewer)) => {
                            Either::Left(view! { <Account account viewer /> })
                        }
                        (Ok(_), None) => {
                            let failure = Failure::from(Error::Unauthenticated);
                            Either::Right(view! { <ErrorPage failure /> })
                        }
                        (Err(failure), _) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Suspense>
        }
        .into_any()
    }
}

/// The way to the pages below this one.
pub(super) fn crumbs(surface: Surface) -> Vec<Crumb> {
    vec![Crumb { href: at(surface, "/account"), name: t!("account-title") }]
}

#[component]
fn Account(account: AccountView, viewer: Viewer) -> impl IntoView {
    let AccountView { settings, save, second_factor, sessions, end_others } = account;
    let Viewer { actor, family_name, given_name, sign_in_name, company, .. } = viewer;
    let surface = surface();
    let name = format::person_name(locale().language(), &family_name, &given_name);
    let facts = vec![
        Fact::new(t!("account-person"), name),
        Fact::new(t!("account-name"), sign_in_name),
        Fact::new(t!("account-company"), company),
        Fact::new(t!("account-roles"), roles_in_words(&actor).join(" · ")),
        Fact::new(t!("account-second-factor"), badge(second_factor)),
    ];
    let actions = view! {
        <LinkButton href=at(surface, "/account/password")>{t!("account-change-password")}</LinkButton>
        <LinkButton href=at(surface, "/account/second-factor")>
            {t!("account-second-factor")}
        </LinkButton>
    };
    view! {
        <div class="page">
            <PageHead
                title=t!("account-title")
                text=t!("account-text")
                actions=actions.into_any()
            />
            <KeyValueList facts />
            <SettingsForm settings request=save />
            <Sessions sessions end_others />
            <Rights actor />
        </div>
    }
}
