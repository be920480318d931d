//! Help.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::frame::PageHead;

/// Help.
pub struct HelpPage;

#[lazy_route]
impl LazyRoute for HelpPage {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("frame-help") />
            </div>
        }
        .into_any()
    }
}
