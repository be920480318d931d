//! Where in a sequence of steps the reader is.

use leptos::prelude::*;

use super::{Glyph, Icon};

/// The steps of a longer form, those done, and the one at hand.
#[component]
pub fn Stepper(
    /// Names the whole, such as "Add a customer".
    #[prop(into)]
    label: String,
    /// The steps' names, in order.
    steps: Vec<String>,
    /// The step at hand, from 0; those before it are done.
    current: usize,
    /// What "done" is called, for those who do not see the tick.
    #[prop(into)]
    done: String,
) -> impl IntoView {
    let steps = steps
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let tick =
                (index < current).then(|| view! { <Icon glyph=Glyph::Check name=done.clone() /> });
            view! {
                <li class="stepper__step" aria-current=(index == current).then_some("step")>
                    {tick}
                    {name}
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="stepper" aria-label=label>
            {steps}
        </ol>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_steps_before_the_current_one_are_done() {
        let steps = ["Account", "Subscriptions", "Review"].map(str::to_owned).to_vec();
        let html =
            view! { <Stepper label="Add a customer" steps current=1 done="Done" /> }.to_html();
        assert_eq!(html.matches(r#"aria-label="Done""#).count(), 1, "{html}");
        assert_eq!(html.matches("aria-current").count(), 1, "{html}");
    }
}
