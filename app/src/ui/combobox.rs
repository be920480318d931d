//! A long list to choose one of, by typing.

use leptos::{ev, prelude::*};

use super::{Choice, Field, Glyph, Icon, awake};

/// Matches shown at once; more are found by typing more.
const SHOWN: usize = 50;

/// A labelled choice among many: type to find, arrow keys to choose (ARIA 1.2 combobox).
///
/// The server sends a plain list, which works without JavaScript; the page replaces it when
/// it has woken. The form sends the same in both cases.
#[component]
pub fn Combobox(
    /// The `id` of the input.
    #[prop(into)]
    id: String,
    /// Its name in the form.
    #[prop(into)]
    name: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What can be chosen, in order.
    choices: Vec<Choice>,
    /// The value chosen; empty for none.
    chosen: RwSignal<String>,
    /// What stands for none in the plain list, such as "Choose a customer".
    #[prop(into)]
    none: String,
    /// Says how many match, such as "12 matches" or "Nothing found".
    #[prop(into)]
    found: Callback<usize, String>,
    /// Makes what is typed and what is offered comparable.
    #[prop(default = |text| text.to_lowercase())]
    fold: fn(&str) -> String,
    /// Shown while nothing is wrong.
    #[prop(optional, into)]
    help: String,
    /// The word for "optional", if nothing need be chosen.
    #[prop(optional, into)]
    optional: String,
    /// What is wrong with the choice.
    #[prop(optional, into)]
    problem: Signal<Option<String>>,
    /// Whether it cannot be changed.
    #[prop(optional)]
    disabled: bool,
) -> impl IntoView {
    let awake = awake();
    let choices = StoredValue::new(choices);
    let parts =
        Parts { id: id.clone(), name, label: label.clone(), found, fold, disabled, problem };
    let inner = move || {
        let parts = parts.clone();
        if awake.get() {
            live(parts, choices, chosen).into_any()
        } else {
            plain(parts, choices, chosen, none.clone()).into_any()
        }
    };
    view! {
        <Field id label help optional problem>
            <div class="combobox">{inner}</div>
        </Field>
    }
}

/// What both forms of the control need.
#[derive(Clone)]
struct Parts {
    id: String,
    name: String,
    label: String,
    found: Callback<usize, String>,
    fold: fn(&str) -> String,
    disabled: bool,
    problem: Signal<Option<String>>,
}

impl Parts {
    fn note(&self) -> String {
        format!("{}-note", self.id)
    }
}

fn plain(
    parts: Parts,
    choices: StoredValue<Vec<Choice>>,
    chosen: RwSignal<String>,
    none: String,
) -> impl IntoView {
    let described_by = parts.note();
    let Parts { id, name, disabled, problem, .. } = parts;
    let now = chosen.get_untracked();
    let option = |value: String, label: String| {
        let selected = value == now;
        view! {
            <option value=value selected=selected>
                {label}
            </option>
        }
    };
    let first = option(String::new(), none);
    let options = choices
        .with_value(|choices| {
            choices.iter().map(|each| (each.value.clone(), each.label.clone())).collect::<Vec<_>>()
        })
        .into_iter()
        .map(|(value, label)| option(value, label))
        .collect_view();
    view! {
        <select
            id=id
            name=name
            disabled=disabled
            aria-describedby=described_by
            aria-invalid=move || problem.read().is_some().then_some("true")
            on:change=move |event| chosen.set(event_target_value(&event))
        >
            {first}
            {options}
        </select>
    }
}

fn live(
    parts: Parts,
    choices: StoredValue<Vec<Choice>>,
    chosen: RwSignal<String>,
) -> impl IntoView {
    let described_by = parts.note();
    let Parts { id, name, label, found, fold, disabled, problem } = parts;
    let state = State::new(choices, chosen, fold);
    let State { typed, open, active, matches, .. } = state;
    let list_id = format!("{id}-list");
    let prefix = list_id.clone();
    let marked = move || active.get().map(|index| format!("{prefix}-{index}"));
    let prefix = list_id.clone();
    let options = move || {
        let shown = if open.get() { matches.get() } else { Vec::new() };
        shown
            .into_iter()
            .take(SHOWN)
            .enumerate()
            .map(|(index, choice)| option(state, format!("{prefix}-{index}"), index, choice))
            .collect::<Vec<_>>()
    };
    let count = move || open.get().then(|| found.run(matches.read().len()));
    view! {
        <input type="hidden" name=name prop:value=chosen />
        <input
            id=id
            class="input"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-controls=list_id.clone()
            aria-expanded=move || open.get().to_string()
            aria-activedescendant=marked
            aria-describedby=described_by
            aria-invalid=move || problem.read().is_some().then_some("true")
            disabled=disabled
            prop:value=typed
            on:input=move |event| state.search(event_target_value(&event))
            on:keydown=move |event| state.press(&event)
            on:click=move |_| open.set(true)
            on:blur=move |_| state.give_up()
        />
        <Icon glyph=Glyph::ChevronDown />
        // Pressing an option must not take the focus from the input: that would close the list.
        <div
            class="combobox__list"
            hidden=move || !open.get()
            on:mousedown=|event| event.prevent_default()
        >
            <ul id=list_id role="listbox" aria-label=label>
                {options}
            </ul>
            <p class="combobox__none" role="status">
                {count}
            </p>
        </div>
    }
}

fn option(state: State, id: String, index: usize, choice: Choice) -> impl IntoView {
    let State { chosen, active, .. } = state;
    let selected = (choice.value == *chosen.read_untracked()).to_string();
    let Choice { label, note, .. } = choice.clone();
    view! {
        <li
            id=id
            class="combobox__option"
            role="option"
            aria-selected=selected
            data-active=move || (active.get() == Some(index)).to_string()
            on:click=move |_| state.choose(choice.clone())
        >
            {label}
            {(!note.is_empty()).then(|| view! { <small>{note}</small> })}
        </li>
    }
}

/// What the reader has typed, opened and marked.
#[derive(Clone, Copy)]
struct State {
    choices: StoredValue<Vec<Choice>>,
    chosen: RwSignal<String>,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    /// Which match the arrow keys have marked.
    active: RwSignal<Option<usize>>,
    /// Until something is typed, everything is offered, not only what is chosen already.
    searching: RwSignal<bool>,
    matches: Memo<Vec<Choice>>,
}

impl State {
    fn new(
        choices: StoredValue<Vec<Choice>>,
        chosen: RwSignal<String>,
        fold: fn(&str) -> String,
    ) -> Self {
        let typed = RwSignal::new(label_of(choices, &chosen.read_untracked()));
        let searching = RwSignal::new(false);
        let matches = Memo::new(move |_| {
            let wanted = if searching.get() { fold(&typed.read()) } else { String::new() };
            choices.with_value(|choices| {
                let fits = |each: &&Choice| {
                    fold(&each.label).contains(&wanted) || fold(&each.note).contains(&wanted)
                };
                choices.iter().filter(fits).cloned().collect::<Vec<_>>()
            })
        });
        let open = RwSignal::new(false);
        let active = RwSignal::new(None);
        Self { choices, chosen, typed, open, active, searching, matches }
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
        self.searching.set(false);
    }

    fn choose(self, choice: Choice) {
        self.typed.set(choice.label);
        self.chosen.set(choice.value);
        self.close();
    }

    /// Leaves without choosing: an emptied input is none, any other text was only a search.
    fn give_up(self) {
        if self.typed.read_untracked().is_empty() {
            self.chosen.set(String::new());
        } else {
            self.typed.set(label_of(self.choices, &self.chosen.read_untracked()));
        }
        self.close();
    }

    fn search(self, text: String) {
        self.typed.set(text);
        self.searching.set(true);
        self.open.set(true);
        self.active.set(None);
    }

    fn step(self, forward: bool) {
        let count = self.matches.read_untracked().len().min(SHOWN);
        if count == 0 {
            return;
        }
        self.open.set(true);
        self.active.update(|active| {
            *active = Some(match (*active, forward) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(index), true) => (index + 1) % count,
                (Some(index), false) => (index + count - 1) % count,
            });
        });
    }

    fn press(self, event: &ev::KeyboardEvent) {
        let open = self.open.get_untracked();
        match event.key().as_str() {
            arrow @ ("ArrowDown" | "ArrowUp") => {
                event.prevent_default();
                self.step(arrow == "ArrowDown");
            }
            "Enter" if open => {
                event.prevent_default();
                let marked = self.active.get_untracked();
                let choice = marked.and_then(|at| self.matches.read_untracked().get(at).cloned());
                if let Some(choice) = choice {
                    self.choose(choice);
                }
            }
            "Escape" if open => {
                // A dialog around it stays open.
                event.prevent_default();
                self.give_up();
            }
            _ => {}
        }
    }
}

/// The label of the choice that has `value`; empty if none has.
fn label_of(choices: StoredValue<Vec<Choice>>, value: &str) -> String {
    choices.with_value(|choices| {
        let found = choices.iter().find(|each| each.value == value);
        found.map(|each| each.label.clone()).unwrap_or_default()
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_server_sends_a_plain_list() {
        let owner = Owner::new();
        owner.set();
        let choices = vec![Choice::new("1", "Jixiang"), Choice::new("2", "Contoso")];
        let chosen = RwSignal::new("2".to_owned());
        let html = view! {
            <Combobox
                id="customer"
                name="customer"
                label="Customer"
                choices
                chosen
                none="Choose a customer"
                found=|count| format!("{count} matches")
            />
        }
        .to_html();
        assert!(html.contains("<select") && html.contains("Choose a customer"), "{html}");
        assert!(html.contains(r#"<option value="2" selected>Contoso"#), "{html}");
        assert!(!html.contains("combobox__list"), "{html}");
    }

    #[test]
    fn awake_it_is_a_combobox_with_the_chosen_label() {
        let owner = Owner::new();
        owner.set();
        let choices = StoredValue::new(vec![Choice::new("2", "Contoso")]);
        let parts = Parts {
            id: "customer".into(),
            name: "customer".into(),
            label: "Customer".into(),
            found: Callback::new(|count| format!("{count} matches")),
            fold: str::to_lowercase,
            disabled: false,
            problem: Signal::stored(None),
        };
        let html = live(parts, choices, RwSignal::new("2".to_owned())).into_view().to_html();
        assert!(html.contains(r#"role="combobox""#), "{html}");
        assert!(html.contains(r#"aria-controls="customer-list""#), "{html}");
        assert!(html.contains(r#"aria-expanded="false""#), "{html}");
    }
}
