//! Start pages.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::frame::PageHead;

/// Start.
pub struct HomePage;

#[lazy_route]
impl LazyRoute for HomePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("overview-title") />
            </div>
        }
        .into_any()
    }
}

/// Start.
pub struct AdminCenterPage;

#[lazy_route]
impl LazyRoute for AdminCenterPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("overview-title") />
            </div>
        }
        .into_any()
    }
}

/// Start.
pub struct BackOfficePage;

#[lazy_route]
impl LazyRoute for BackOfficePage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("overview-title") />
            </div>
        }
        .into_any()
    }
}
