//! Every component with its states.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::frame::PageHead;

/// Styleguide.
pub struct StyleguidePage;

#[lazy_route]
impl LazyRoute for StyleguidePage {
    fn data() -> Self {
        Self
    }

    fn view(_: Self) -> AnyView {
        view! {
            <div class="page">
                <PageHead title=t!("frame-product") />
            </div>
        }
        .into_any()
    }
}
