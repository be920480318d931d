//! Whether the page has woken.

use leptos::prelude::*;

/// False in the server's HTML and while the browser takes it over, true from then on.
///
/// For what is of no use without JavaScript (a copy button) or replaces a plain control
/// (the combobox): both must look the same in the server's HTML and in the browser's first
/// rendering. This is the one signal written from an effect: that effects run is what it says.
#[must_use]
pub fn awake() -> ReadSignal<bool> {
    let (awake, wake) = signal(false);
    Effect::new(move |_| wake.set(true));
    awake
}
