//! The fapiao that a partner has requested.

use domain::billing::{FapiaoQuery, FapiaosView};
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::list_fapiao;
use super::words::List;
use crate::billing::asked_list::asked;
use crate::frame::{Crumb, PageHead, when_found};
use crate::ui::Shape;

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
        when_found(found, Shape::Table, move |found| view! { <Page found asked=asked.get() /> })
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
