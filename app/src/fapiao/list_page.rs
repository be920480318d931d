//! The fapiao that a partner has requested.

use domain::billing::{FapiaoQuery, FapiaosView};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::list_fapiao;
use super::words::{List, asked};
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{Shape, Skeleton};

/// The page at `/billing/fapiao`.
pub struct FapiaosPage;

#[lazy_route]
impl LazyRoute for FapiaosPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let FapiaosPage = this;
        let asked = asked();
        let found = Resource::new(move || asked.get(), list_fapiao);
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Page found asked=asked.get() /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

#[component]
fn Page(found: FapiaosView, asked: FapiaoQuery) -> impl IntoView {
    let crumbs = vec![Crumb { href: "/billing".to_owned(), name: t!("billing-title") }];
    view! {
        <div class="page">
            <PageHead title=t!("fapiao-title") text=t!("fapiao-text") crumbs />
            <List found asked operator=false />
        </div>
    }
}
