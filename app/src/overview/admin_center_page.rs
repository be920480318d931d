//! The start page of the customers' admin center.

use domain::overview::CompanyView;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::find_own_company;
use crate::account::roles_in_words;
use crate::context::with_page;
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Card, Fact, KeyValueList, Shape, Skeleton};

/// The page at `/admin`.
pub struct AdminCenterPage;

#[lazy_route]
impl LazyRoute for AdminCenterPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let AdminCenterPage = this;
        let company = Resource::new(|| (), |()| find_own_company());
        let waiting = || view! { <Skeleton shape=Shape::Lines label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match company.await {
                        Ok(company) => Either::Left(view! { <Overview company /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Overview(company: CompanyView) -> impl IntoView {
    let CompanyView { name, domain, uscc } = company;
    let mut facts = vec![
        Fact::new(t!("overview-company-name"), name.clone()),
        Fact::new(t!("overview-company-domain"), domain),
    ];
    if let Some(uscc) = uscc {
        facts.push(Fact::new(t!("overview-company-code"), uscc));
    }
    view! {
        <div class="page">
            <PageHead title=t!("overview-title") text=name />
            <div class="cards">
                <Card title=t!("overview-company")>
                    <KeyValueList facts />
                </Card>
                <Yourself />
            </div>
        </div>
    }
}

/// Who is signed in, and with which roles.
#[component]
pub(super) fn Yourself() -> impl IntoView {
    let viewer = with_page(|page| page.viewer.clone());
    viewer.map(|viewer| {
        let language = crate::context::locale().language();
        let name = i18n::format::person_name(language, &viewer.family_name, &viewer.given_name);
        let roles = roles_in_words(&viewer.actor).join(" · ");
        let facts = vec![
            Fact::new(t!("overview-you-name"), name),
            Fact::new(t!("overview-you-sign-in"), viewer.sign_in_name),
            Fact::new(t!("overview-you-roles"), roles),
        ];
        view! {
            <Card title=t!("overview-you")>
                <KeyValueList facts />
            </Card>
        }
    })
}
