//! Facts about one thing.

use leptos::prelude::*;

/// One fact.
pub struct Fact {
    /// What it is about.
    pub name: String,
    /// What is so.
    pub value: AnyView,
}

impl Fact {
    /// The fact that `name` is `value`.
    pub fn new(name: impl Into<String>, value: impl IntoView + 'static) -> Self {
        Self { name: name.into(), value: value.into_any() }
    }
}

/// Facts, one a line: name and value.
#[component]
pub fn KeyValueList(
    /// The facts, most important first.
    facts: Vec<Fact>,
) -> impl IntoView {
    let facts = facts
        .into_iter()
        .map(|Fact { name, value }| {
            view! {
                <div class="facts__fact">
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            }
        })
        .collect_view();
    view! { <dl class="facts">{facts}</dl> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_a_term_and_its_description() {
        let facts = vec![Fact::new("Status", "Active")];
        let html = view! { <KeyValueList facts /> }.to_html().replace("<!>", "");
        assert!(html.contains("<dt>Status</dt><dd>Active</dd>"), "{html}");
    }
}
