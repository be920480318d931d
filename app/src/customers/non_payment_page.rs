//! Non-payment, fraud and misuse: who answers for it, and what can be done.
//!
//! Source: domain book, "non-payment-fraud-or-misuse".

use domain::access::Action;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};

use crate::context::can;
use crate::frame::PageHead;
use crate::ui::{ButtonKind, LinkButton};

/// The page at `/customers/non-payment`.
pub struct NonPaymentPage;

#[lazy_route]
impl LazyRoute for NonPaymentPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let NonPaymentPage = this;
        let suspend = can(Action::SuspendSubscription).then(|| {
            view! {
                <p>
                    <LinkButton href="/customers" kind=ButtonKind::Main>
                        {t!("non-payment-choose")}
                    </LinkButton>
                </p>
            }
        });
        view! {
            <div class="page">
                <PageHead title=t!("non-payment-title") text=t!("non-payment-text") />
                <section class="page__section">
                    <h2>{t!("non-payment-liable")}</h2>
                    <p class="prose">{t!("non-payment-liable-text")}</p>
                    <p class="prose">{t!("non-payment-policy-text")}</p>
                </section>
                <section class="page__section">
                    <h2>{t!("non-payment-suspend")}</h2>
                    <p class="prose">{t!("non-payment-suspend-text")}</p>
                    {suspend}
                </section>
                <section class="page__section">
                    <h2>{t!("non-payment-report")}</h2>
                    <p class="prose">{t!("non-payment-report-text")}</p>
                </section>
                <section class="page__section">
                    <h2>{t!("non-payment-own")}</h2>
                    <p class="prose">{t!("non-payment-own-text")}</p>
                </section>
            </div>
        }
        .into_any()
    }
}
