//! A word of warning where an order goes beyond what the partner has agreed with its customer.

use domain::billing::Credit;
use domain::error::Arg;
use domain::money::Money;
use leptos::prelude::*;

use crate::ui::{Banner, Tone};

/// Warns if `more` goes beyond the limit; an order may still be placed.
#[component]
pub(super) fn CreditNote(
    /// How the customer stands; nothing without a limit.
    credit: Option<Credit>,
    /// What the order commits to, before tax.
    more: Money,
) -> impl IntoView {
    credit.filter(|credit| credit.exceeded_by(more)).map(|credit| {
        let text = match credit {
            Credit::Told { limit, exposure } => t!(
                "order-over-limit-text",
                limit = Arg::Money(limit),
                exposure = Arg::Money(exposure)
            ),
            Credit::Over => t!("order-over-limit-untold"),
        };
        view! {
            <Banner tone=Tone::Caution title=t!("order-over-limit")>
                <p>{text}</p>
            </Banner>
        }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn html(credit: Option<Credit>, fen: i64) -> String {
        view! { <CreditNote credit more=Money::from_fen(fen) /> }.to_html()
    }

    #[test]
    fn the_warning_comes_with_the_fen_that_is_too_much() {
        let credit = Credit::Told { limit: Money::from_fen(100), exposure: Money::from_fen(90) };
        assert!(!html(Some(credit), 10).contains("banner"));
        assert!(html(Some(credit), 11).contains("banner"));
        assert!(!html(None, 11).contains("banner"));
    }

    #[test]
    fn who_may_not_see_prices_sees_no_figures() {
        let html = html(Some(Credit::Over), 0);
        assert!(html.contains("banner") && !html.contains('¥'), "{html}");
    }
}
