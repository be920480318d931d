//! The activity log.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::frame::PageHead;

/// The activity log.
pub struct ActivityPage;

#[lazy_route]
impl LazyRoute for ActivityPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("activity-title") />
            </div>
        }
        .into_any()
    }
}
