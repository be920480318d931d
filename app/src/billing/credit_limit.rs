//! A word of warning where a change goes beyond what the partner has agreed with its customer.

use domain::billing::{Commitments, Credit, TooLarge};
use domain::error::Arg;
use domain::money::Money;
use leptos::prelude::*;

use crate::ui::{Banner, Tone};

/// Warns if `more` goes beyond the limit; the change may still be made.
#[component]
pub fn OverLimit(
    /// How the customer stands; nothing without a limit.
    credit: Option<Credit>,
    /// What the change commits to, tax included.
    more: Money,
) -> impl IntoView {
    credit.filter(|credit| credit.exceeded_by(more)).map(|credit| {
        let text = match credit {
            Credit::Told { limit, exposure } => t!(
                "credit-over-limit-text",
                limit = Arg::Money(limit),
                exposure = Arg::Money(exposure)
            ),
            Credit::Over => t!("credit-over-limit-untold"),
        };
        view! {
            <Banner tone=Tone::Caution title=t!("credit-over-limit")>
                <p>{text}</p>
            </Banner>
        }
    })
}

/// Warns, beside what is typed, of a change that passes the limit; that it was passed before is said
/// once, for the whole page.
#[component]
pub fn NewlyOver(
    /// How changes stand to the limit; nothing without one.
    commitments: Option<Commitments>,
    /// What the change adds, if it can be read and prices are known.
    more: impl Fn(&Commitments) -> Option<Result<Money, TooLarge>> + Send + Sync + 'static,
) -> impl IntoView {
    let told = commitments.and_then(|seen| match seen.credit {
        Credit::Told { limit, exposure } => Some((seen, limit, exposure)),
        // Whoever may not see prices reads it at the head of the page.
        Credit::Over => None,
    });
    told.map(|(seen, limit, exposure)| {
        let warning = move || {
            let text = t!(
                "credit-over-limit-more",
                limit = Arg::Money(limit),
                exposure = Arg::Money(exposure),
                more = Arg::Money(seen.newly_passed(more(&seen)?)?)
            );
            Some(view! {
                <Banner tone=Tone::Caution title=t!("credit-over-limit")>
                    <p>{text}</p>
                </Banner>
            })
        };
        view! { <div aria-live="polite">{warning}</div> }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::billing::{Ahead, BillingDay, Dated, VatRate};
    use domain::money::UnitPrice;

    use super::*;

    fn html(credit: Option<Credit>, fen: i64) -> String {
        view! { <OverLimit credit more=Money::from_fen(fen) /> }.to_html()
    }

    #[test]
    fn the_warning_comes_with_the_fen_that_is_too_much() {
        let credit = Credit::Told { limit: Money::from_fen(100), exposure: Money::from_fen(90) };
        assert!(!html(Some(credit), 10).contains("banner"));
        assert!(html(Some(credit), 11).contains("banner"));
        assert!(!html(None, 11).contains("banner"));
    }

    /// A unit at 10.00 for a year, exposed with 0.90 before.
    fn typed(limit: i64, quantity: Option<u32>) -> String {
        let day = |text: &str| text.parse().expect("the tests write dates");
        let (from, end) = (day("2019-06-15"), day("2020-06-15"));
        let own =
            Ahead::of(from, BillingDay::FIRST, (from, end), &Dated::always(VatRate::default()));
        let credit = Credit::Told { limit: Money::from_fen(limit), exposure: Money::from_fen(90) };
        let seen = Commitments { credit, own: own.clone(), add_on: own.clone(), upgrade: own };
        let price = UnitPrice::from_stored(100_000);
        let more = move |seen: &Commitments| Some(seen.by_add_on(price, quantity?));
        view! { <NewlyOver commitments=Some(seen) more /> }.to_html()
    }

    #[test]
    fn what_is_typed_is_warned_of_where_it_passes_the_limit() {
        assert!(typed(100, Some(1)).contains("banner"));
        for (limit, quantity) in [(100, None), (100, Some(0)), (1_000_000, Some(1)), (89, Some(1))]
        {
            let html = typed(limit, quantity);
            assert!(html.contains("polite") && !html.contains("banner"), "{limit}, {quantity:?}");
        }
    }

    #[test]
    fn who_may_not_see_prices_sees_no_figures() {
        let html = html(Some(Credit::Over), 0);
        assert!(html.contains("banner") && !html.contains('¥'), "{html}");
    }
}
