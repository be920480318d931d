//! The shape of what is coming.

use leptos::prelude::*;

/// What is coming.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// Text.
    #[default]
    Lines,
    /// Rows of a table.
    Table,
    /// Tiles beside each other.
    Tiles,
}

/// Empty bars in the shape of what is being loaded.
#[component]
pub fn Skeleton(
    /// What is being loaded, in words.
    #[prop(into)]
    label: String,
    /// Its shape.
    #[prop(optional)]
    shape: Shape,
    /// How many lines, rows or tiles.
    #[prop(default = 3)]
    count: usize,
) -> impl IntoView {
    let class = match shape {
        Shape::Lines => "skeleton",
        Shape::Table => "skeleton skeleton--table",
        Shape::Tiles => "skeleton skeleton--tiles",
    };
    view! {
        <div class=class role="status">
            <span class="unseen">{label}</span>
            {(0..count).map(|_| view! { <div class="skeleton__bar"></div> }).collect_view()}
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn a_skeleton_says_what_is_loading() {
        let html =
            view! { <Skeleton label="Loading the offers" shape=Shape::Table count=5 /> }.to_html();
        assert!(html.contains("Loading the offers"), "{html}");
        assert_eq!(html.matches("skeleton__bar").count(), 5, "{html}");
    }
}
