//! Customize the catalogue: a partner's pinned offers.

use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use super::pin_board::PinBoard;
use super::server_fns::{SavePinsAction, find_pin_board};
use crate::frame::{ErrorPage, PageHead};
use crate::ui::{Shape, Skeleton};

/// The page on which offers are pinned.
pub struct CustomizePage;

#[lazy_route]
impl LazyRoute for CustomizePage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let CustomizePage = this;
        let save = ServerAction::<SavePinsAction>::new();
        // What is saved, or refused for what is there by now, has changed what there is to see:
        // load it again. Without session or network there is nothing to load, and the page stays.
        let version = Memo::new(move |before: Option<&usize>| {
            let version = save.version().get();
            let lost = save.value().with_untracked(
                |answer| matches!(answer, Some(Err(failure)) if failure.ends_before_the_server()),
            );
            before.copied().filter(|_| lost).unwrap_or(version)
        });
        let bench_before = StoredValue::new(None);
        let board = Resource::new(move || version.get(), |_| find_pin_board());
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match board.await {
                        Ok(board) => {
                            Either::Left(
                                view! {
                                    <div class="page">
                                        <PageHead
                                            title=t!("catalogue-customize")
                                            text=t!("catalogue-customize-text")
                                        />
                                        <PinBoard board save bench_before />
                                    </div>
                                },
                            )
                        }
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}
