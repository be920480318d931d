//! The head of a page, and the page that only says why there is none.

use domain::access::{Action, Role, roles_that_may};
use domain::error::{Arg, Error};
use leptos::prelude::*;
use leptos_meta::Title;

use crate::account::colleagues_who_may;
use crate::context::{at, locale, surface, with_page};
use crate::failure::Failure;
use crate::ui::{ButtonKind, LinkButton};

/// A step on the way to a page.
pub struct Crumb {
    /// Where it leads.
    pub href: String,
    /// Its name.
    pub name: String,
}

/// Breadcrumb, one title, at most one sentence, the main action.
#[component]
pub fn PageHead(
    /// The page's title.
    #[prop(into)]
    title: String,
    /// One sentence of orientation; empty for none.
    #[prop(optional, into)]
    text: String,
    /// The way here, below level two.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// The one main action, and quiet ones.
    #[prop(optional)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let document = format!("{title} · {}", t!("frame-product"));
    let trail = (!crumbs.is_empty()).then(|| {
        let steps = crumbs.into_iter().map(|Crumb { href, name }| {
            view! {
                <li>
                    <a href=href>{name}</a>
                </li>
            }
        });
        view! {
            <nav class="breadcrumb" aria-label=t!("frame-breadcrumb")>
                <ol>{steps.collect_view()}</ol>
            </nav>
        }
    });
    view! {
        <Title text=document />
        {trail}
        <header class="page__head">
            <div class="page__title">
                <h1 tabindex="-1">{title}</h1>
                {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
            </div>
            {actions.map(|actions| view! { <div class="page__actions">{actions}</div> })}
        </header>
    }
    .into_any()
}

/// Why there is no page, in the reader's words, with the way out.
#[component]
pub fn ErrorPage(
    /// What happened instead.
    failure: Failure,
) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::ssr::set_status(failure.status());
    let title = match failure.status() {
        401 => t!("page-401"),
        403 => t!("page-403"),
        404 => t!("page-404"),
        405 => t!("page-405"),
        413 => t!("page-413"),
        503 => t!("page-503"),
        _ => t!("page-500"),
    };
    let help = match &failure {
        Failure::Refused { error: Error::Forbidden { action }, .. } => {
            Some(view! { <WhoMay action=*action /> }.into_any())
        }
        Failure::Refused { error: Error::Unauthenticated, kept } => {
            let back = kept.map(|kept| format!("?return=/?kept={kept}")).unwrap_or_default();
            let href = format!("{}{back}", at(surface(), "/sign-in"));
            let link = view! { <a class="button button--main" href=href rel="external">{t!("frame-sign-in")}</a> };
            Some(link.into_any())
        }
        _ => None,
    };
    let signed_in = with_page(|page| page.viewer.is_some());
    let home = if signed_in { t!("page-to-overview") } else { t!("page-to-start") };
    view! {
        <div class="page">
            <PageHead title text=failure.words() />
            {help}
            <p>
                <LinkButton href=at(surface(), "/") kind=ButtonKind::Normal>
                    {home}
                </LinkButton>
            </p>
        </div>
    }
    .into_any()
}

/// Which roles would allow it, and who in the company has one of them.
#[component]
fn WhoMay(
    /// What was asked for.
    action: Action,
) -> impl IntoView {
    let asked = locale().say_dynamic(action.message()).unwrap_or_default();
    let roles = roles_that_may(action).into_iter().map(Role::message);
    let roles: Vec<_> = roles.filter_map(|role| locale().say_dynamic(role)).collect();
    let here = surface();
    let colleagues = Resource::new(|| (), move |()| colleagues_who_may(here, action));
    view! {
        <dl class="facts">
            <div>
                <dt>{t!("page-403-action")}</dt>
                <dd>{asked}</dd>
            </div>
            <div>
                <dt>{t!("page-403-roles")}</dt>
                <dd>{roles.join(" · ")}</dd>
            </div>
            <Suspense>
                {move || Suspend::new(async move {
                    let names = colleagues.await.unwrap_or_default();
                    let count = Arg::Count(i64::try_from(names.len()).unwrap_or(i64::MAX));
                    view! {
                        <div>
                            <dt>{t!("page-403-colleagues", count = count)}</dt>
                            <dd>
                                {if names.is_empty() {
                                    t!("page-403-nobody")
                                } else {
                                    names.join(" · ")
                                }}
                            </dd>
                        </div>
                    }
                })}
            </Suspense>
        </dl>
    }
    .into_any()
}
