//! A page that waits for what it shows.

use leptos::either::Either;
use leptos::prelude::*;

use super::ErrorPage;
use crate::failure::Failure;
use crate::ui::{Shape, Skeleton};

/// The page that `page` makes of what was `found`; until then a sketch of it in `shape`, and the
/// reason instead where there is nothing.
pub(crate) fn when_found<T, V>(
    found: Resource<Result<T, Failure>>,
    shape: Shape,
    page: impl Fn(T) -> V + Clone + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let waiting = move || view! { <Skeleton shape label=t!("loading") /> };
    view! {
        <Transition fallback=waiting>
            {move || {
                let page = page.clone();
                Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(page(found)),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })
            }}
        </Transition>
    }
    .into_any()
}
