//! The help page of each surface.

use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::keyboard::Keyboard;
use super::pages::Pages;
use super::whom_to_ask::WhomToAsk;
use crate::context::with_page;
use crate::frame::PageHead;

/// The page at `/help`, `/admin/help` and `/operator/help`.
pub struct HelpPage;

#[lazy_route]
impl LazyRoute for HelpPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let HelpPage = this;
        let signed_in = with_page(|page| page.viewer.is_some());
        view! {
            <div class="page">
                <PageHead title=t!("frame-help") text=t!("help-text") />
                {signed_in.then(|| view! { <Pages /> })}
                <Keyboard />
                <WhomToAsk />
            </div>
        }
        .into_any()
    }
}
