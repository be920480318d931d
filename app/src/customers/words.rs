//! Words about customers that are chosen by data.

use domain::catalogue::Segment;
use domain::customers::{MailLanguage, RelationshipKind};
use domain::time::Instant;
use i18n::format;
use leptos::prelude::*;

use crate::context::locale;
use crate::ui::DateText;

pub(super) fn relationship(kind: RelationshipKind) -> String {
    match kind {
        RelationshipKind::Reseller => t!("customers-reseller"),
        RelationshipKind::IndirectProvider => t!("customers-indirect-provider"),
    }
}

/// Whether the partner administers the customer's services.
pub(super) fn delegated(delegated: bool) -> String {
    if delegated { t!("customers-delegated") } else { t!("customers-not-delegated") }
}

/// A language by its own name, as the settings show it.
pub(super) fn language(language: MailLanguage) -> &'static str {
    match language {
        MailLanguage::Chinese => i18n::Language::ZhCn.own_name(),
        MailLanguage::English => i18n::Language::En.own_name(),
        MailLanguage::French => i18n::Language::Fr.own_name(),
    }
}

/// The catalogue's word.
pub(super) fn segment(segment: Segment) -> String {
    locale().say_dynamic(&format!("catalogue-segment-{segment}")).unwrap_or_default()
}

pub(super) fn moment(at: Instant) -> impl IntoView {
    let text = format::instant(locale().language(), at);
    view! { <DateText text iso=at.to_rfc3339() /> }
}
