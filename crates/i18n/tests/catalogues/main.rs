//! What all catalogues must keep: complete, used, and written as each language is.

mod completeness;
mod domain_words;
mod reading;
mod same_as_fluent;
mod sources;
mod wording;
