//! What all catalogues must keep: complete, used, and written as each language is.

mod completeness;
mod domain_words;
mod reading;
mod sources;
mod wording;
