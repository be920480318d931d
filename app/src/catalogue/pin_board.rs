//! Five slots and the offers that can fill them.
//!
//! Before the page wakes, and without JavaScript, every button of the form is a step that the
//! server saves at once. Awake, the same buttons change the list here and "Save" sends it.

use domain::catalogue::{
    self as rules, MAX_PINNED, Move, OfferCard, PinBoardView, PinRefusal, PinnedView, SavePinsDraft,
};
use domain::error::{Arg, Entity, Error};
use domain::ids::OfferId;
use domain::text::search_key;
use leptos::prelude::*;

use super::server_fns::{Editable, SavePinsAction};
use crate::context::locale;
use crate::failure::Failure;
use crate::forms::{Hidden, Outcome, Returned, returned};
use crate::ui::{Banner, ButtonKind, Field, Glyph, Icon, LinkButton, Tone, awake};

/// What the reader works on.
#[derive(Clone, Copy)]
struct Bench {
    /// The chosen offers, in order.
    chosen: RwSignal<Vec<OfferId>>,
    /// What the last step did or why it did not, for everyone to read.
    told: RwSignal<String>,
    /// Names of all offers, by id.
    names: StoredValue<Vec<(OfferId, String)>>,
    /// The offer being dragged.
    dragged: RwSignal<Option<OfferId>>,
}

impl Bench {
    fn name(self, id: OfferId) -> String {
        self.names
            .with_value(|names| {
                names.iter().find(|(other, _)| *other == id).map(|(_, name)| name.clone())
            })
            .unwrap_or_default()
    }

    /// Where `id` stands, counted from 1.
    fn place(self, id: OfferId) -> i64 {
        let place = self.chosen.read_untracked().iter().position(|other| *other == id);
        place.map_or(0, |place| i64::try_from(place + 1).unwrap_or_default())
    }

    fn add(self, id: OfferId) {
        let mut chosen = self.chosen.get_untracked();
        let offer = Arg::Text(self.name(id));
        self.told.set(match rules::add(&mut chosen, id) {
            Ok(true) => {
                self.chosen.set(chosen);
                t!("catalogue-added", offer = offer, slot = Arg::Count(self.place(id)))
            }
            Ok(false) => t!("catalogue-duplicate", offer = offer),
            Err(refusal) => say(refusal),
        });
    }

    fn remove(self, id: OfferId) {
        self.chosen.update(|chosen| rules::remove(chosen, id));
        self.told.set(t!("catalogue-removed", offer = Arg::Text(self.name(id))));
    }

    fn step(self, id: OfferId, step: Move) {
        self.chosen.update(|chosen| rules::move_by(chosen, id, step));
        self.tell_place(id);
    }

    /// Puts the dragged offer where `target` stands.
    fn drop_on(self, target: OfferId) {
        let Some(dragged) = self.dragged.get_untracked() else { return };
        self.dragged.set(None);
        self.chosen.update(|chosen| {
            let Some(to) = chosen.iter().position(|other| *other == target) else { return };
            chosen.retain(|other| *other != dragged);
            chosen.insert(to.min(chosen.len()), dragged);
        });
        self.tell_place(dragged);
    }

    fn tell_place(self, id: OfferId) {
        let total = i64::try_from(self.chosen.read_untracked().len()).unwrap_or_default();
        self.told.set(t!(
            "catalogue-moved",
            offer = Arg::Text(self.name(id)),
            slot = Arg::Count(self.place(id)),
            total = Arg::Count(total)
        ));
    }
}

fn say(refusal: PinRefusal) -> String {
    locale().say_error(&refusal.into())
}

/// Ids as the form sends them.
fn written(ids: &[OfferId]) -> String {
    ids.iter().map(OfferId::to_string).collect::<Vec<_>>().join(" ")
}

fn ids(pinned: &[PinnedView]) -> Vec<OfferId> {
    pinned.iter().map(|pinned| pinned.id).collect()
}

/// The list that a refused form brought back: what was done is not lost.
fn kept_list(returned: &Returned, offers: &[OfferCard]) -> Option<Vec<OfferId>> {
    returned.error()?;
    let known = |id: &OfferId| offers.iter().any(|card| card.offer.id == *id);
    let typed = returned.typed("offers");
    Some(typed.split_whitespace().filter_map(|id| id.parse().ok()).filter(known).collect())
}

/// The form.
#[component]
pub(super) fn PinBoard(
    /// What is pinned and what could be.
    board: Editable<PinBoardView>,
    /// Saves it.
    save: ServerAction<SavePinsAction>,
    /// What the reader has chosen, for the form that follows a refusal.
    bench_before: StoredValue<Option<Vec<OfferId>>>,
) -> impl IntoView {
    let Editable { seen, request } = board;
    let PinBoardView { version, pinned, withdrawn, offers, changed_by } = seen;
    let theirs = ids(&pinned);
    let returned = returned("pins");
    let failure = save.value().get_untracked().and_then(Result::err);
    let refused = failure.clone().and_then(sent_error).or_else(|| returned.error().cloned());
    let stale = refused == Some(Error::Stale { entity: Entity::PinnedOffers });
    // After a refusal the reader's own list stays on the page, whatever others have saved.
    let mine = failure
        .and_then(|_| bench_before.get_value())
        .or_else(|| kept_list(&returned, &offers))
        .unwrap_or_else(|| theirs.clone());
    let names = pinned.iter().map(|it| (it.id, it.name.clone()));
    let names = names.chain(offers.iter().map(|card| (card.offer.id, card.name.clone())));
    let bench = Bench {
        chosen: RwSignal::new(mine),
        told: RwSignal::new(String::new()),
        names: StoredValue::new(names.collect()),
        dragged: RwSignal::new(None),
    };
    // An action forgets what it was sent with as soon as it is answered.
    Effect::new(move |_| bench_before.set_value(Some(bench.chosen.get())));
    let awake = awake();
    let saved = StoredValue::new(theirs.clone());
    let unsaved = move || awake.get() && saved.with_value(|saved| *saved != bench.chosen.get());
    let gone = withdrawn.into_iter().map(|gone| {
        let title = t!("catalogue-withdrawn", offer = Arg::Text(gone.name));
        view! { <Banner tone=Tone::Caution title /> }
    });
    let conflict = stale.then(|| {
        let their_names: Vec<_> = theirs.iter().map(|id| bench.name(*id)).collect();
        view! { <Conflict by=changed_by.clone().unwrap_or_default() offers=their_names /> }
    });
    // Follows the answer: without session or network the page is not made anew.
    let problem = move || {
        let failure = save.value().get().and_then(Result::err);
        failure.filter(|_| !stale).map(|failure| view! { <Problem failure /> })
    };
    let done = (save.value().get_untracked().is_some_and(|saved| saved.is_ok()))
        .then(|| view! { <Banner tone=Tone::Positive title=t!("done-pins-saved") /> });
    let draft = SavePinsDraft {
        request: request.clone(),
        version: version.to_string(),
        step: "save".to_owned(),
        ..SavePinsDraft::default()
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let offers = written(&bench.chosen.read_untracked());
        save.dispatch(SavePinsAction { draft: SavePinsDraft { offers, ..draft.clone() } });
    };
    let last = changed_by.map(|name| {
        view! { <p class="note">{t!("catalogue-changed-by", name = Arg::Text(name))}</p> }
    });
    view! {
        {conflict}
        {problem}
        {done}
        {(!stale).then(|| view! { <Outcome returned refused=t!("catalogue-not-saved") /> })}
        {gone.collect_view()}
        <form
            class="pins"
            action="/rpc/catalogue/save-pins"
            method="post"
            data-form="pins"
            data-unsaved=move || unsaved().then_some("")
            on:submit=send
        >
            <Hidden name="request" value=request />
            <Hidden name="version" value=version.to_string() />
            <input
                type="hidden"
                name="draft[offers]"
                prop:value=move || written(&bench.chosen.read())
                value=written(&bench.chosen.get_untracked())
            />
            <Available bench awake offers />
            <div class="pins__side">
            <Slots bench awake />
            <div class="pins__foot">
                <p role="status">{move || bench.told.get()}</p>
                {last}
                <p class="note">{move || unsaved().then(|| t!("catalogue-unsaved"))}</p>
                <button
                    class="button button--main"
                    name="draft[step]"
                    value="save"
                    disabled=move || save.pending().get()
                >
                    {t!("save")}
                </button>
                <LinkButton href="/catalog" kind=ButtonKind::Quiet>
                    {t!("cancel")}
                </LinkButton>
            </div>
            </div>
        </form>
    }
}

/// The server's own reason; what did not reach it has none.
fn sent_error(failure: Failure) -> Option<Error> {
    match failure {
        Failure::Refused { error, .. } => Some(error),
        Failure::Unreachable => None,
    }
}

/// Somebody else saved first: theirs above, one's own list kept below.
#[component]
fn Conflict(by: String, offers: Vec<String>) -> impl IntoView {
    let text =
        t!("catalogue-conflict-text", name = Arg::Text(by), offers = Arg::Text(offers.join(" · ")));
    let actions = view! {
        <a class="button" href="/settings/catalog" rel="external">
            {t!("catalogue-take-theirs")}
        </a>
    };
    view! {
        <Banner tone=Tone::Caution title=t!("catalogue-conflict") actions=actions.into_any()>
            <p>{text}</p>
        </Banner>
    }
}

/// Why nothing was saved; after the session's end, the way to sign in and come back.
#[component]
fn Problem(failure: Failure) -> impl IntoView {
    let words = failure.words();
    let again = match failure {
        Failure::Refused { error: Error::Unauthenticated, kept } => {
            let kept = kept.map(|kept| format!("?kept={kept}")).unwrap_or_default();
            let href = format!("/sign-in?return=/settings/catalog{kept}");
            Some(
                view! { <a class="button" href=href rel="external">{t!("frame-sign-in")}</a> }
                    .into_any(),
            )
        }
        _ => None,
    };
    view! {
        <div role="alert">
            <Banner tone=Tone::Negative title=t!("catalogue-not-saved") actions=again.into_any()>
                <p>{words}</p>
            </Banner>
        </div>
    }
}

/// Five numbered places.
#[component]
fn Slots(bench: Bench, awake: ReadSignal<bool>) -> impl IntoView {
    let places = move || {
        let chosen = bench.chosen.get();
        let filled = chosen.len();
        let rows = chosen.into_iter().map(|id| view! { <Filled bench awake id /> }.into_any());
        let free = (filled + 1..=MAX_PINNED).map(|place| {
            let place = Arg::Count(i64::try_from(place).unwrap_or_default());
            view! { <li class="pins__slot pins__slot--free">{t!("catalogue-slot-empty", slot = place)}</li> }
                .into_any()
        });
        rows.chain(free).collect_view()
    };
    view! {
        <section class="pins__slots" aria-labelledby="slots-title">
            <h2 id="slots-title">{t!("catalogue-slots")}</h2>
            <ol class="pins__list">{places}</ol>
        </section>
    }
}

#[component]
fn Filled(bench: Bench, awake: ReadSignal<bool>, id: OfferId) -> impl IntoView {
    let name = bench.name(id);
    let offer = || Arg::Text(name.clone());
    view! {
        <li
            class="pins__slot"
            draggable=move || awake.get().to_string()
            on:dragstart=move |_| bench.dragged.set(Some(id))
            on:dragend=move |_| bench.dragged.set(None)
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                bench.drop_on(id);
            }
        >
            <Icon glyph=Glyph::Grip />
            <span class="pins__name">{name.clone()}</span>
            <Step
                value=format!("up {id}")
                glyph=Glyph::ArrowUp
                name=t!("catalogue-slot-up", offer = offer())
                awake
                act=Callback::new(move |()| bench.step(id, Move::Up))
            />
            <Step
                value=format!("down {id}")
                glyph=Glyph::ArrowDown
                name=t!("catalogue-slot-down", offer = offer())
                awake
                act=Callback::new(move |()| bench.step(id, Move::Down))
            />
            <Step
                value=format!("remove {id}")
                glyph=Glyph::Close
                name=t!("catalogue-slot-remove", offer = offer())
                awake
                act=Callback::new(move |()| bench.remove(id))
            />
        </li>
    }
}

/// One step: asleep, the button sends the form; awake, it only changes the list.
#[component]
fn Step(
    value: String,
    glyph: Glyph,
    name: String,
    awake: ReadSignal<bool>,
    act: Callback<()>,
    /// The words beside the glyph, if there is room for some.
    #[prop(optional, into)]
    words: String,
) -> impl IntoView {
    let click = move |event: leptos::ev::MouseEvent| {
        if awake.get_untracked() {
            event.prevent_default();
            act.run(());
        }
    };
    let class = if words.is_empty() { "button button--icon" } else { "button" };
    view! {
        <button class=class name="draft[step]" value=value aria-label=name on:click=click>
            <Icon glyph />
            {words}
        </button>
    }
}

/// All base offers, with a filter that works as soon as the page is awake.
#[component]
fn Available(bench: Bench, awake: ReadSignal<bool>, offers: Vec<OfferCard>) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let rows = offers.into_iter().map(|card| {
        let id = card.offer.id;
        let key = search_key(&format!("{} {}", card.name, card.offer.code));
        let hidden = move || !key.contains(&search_key(&words.read()));
        let pinned = move || bench.chosen.read().contains(&id);
        let label = t!("catalogue-slot-add-offer", offer = Arg::Text(card.name.clone()));
        view! {
            <li class="pins__offer" hidden=hidden>
                <span class="pins__name">
                    {card.name} " " <span class="code">{card.offer.code}</span>
                </span>
                <span class="pins__facts">
                    {super::words::category(card.offer.category)} " · "
                    {super::words::billing(card.offer.billing)}
                </span>
                <span class="pins__state">
                    {move || pinned().then(|| t!("catalogue-already-pinned"))}
                </span>
                <Step
                    value=format!("add {id}")
                    glyph=Glyph::Pin
                    name=label
                    words=t!("catalogue-slot-add")
                    awake
                    act=Callback::new(move |()| bench.add(id))
                />
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="pins__offers" aria-labelledby="offers-title">
            <h2 id="offers-title">{t!("catalogue-available")}</h2>
            <div hidden=move || !awake.get()>
                <Field id="offer-words" label=t!("catalogue-available-search") compact=true>
                    <input
                        id="offer-words"
                        type="search"
                        on:input=move |event| words.set(event_target_value(&event))
                        on:keydown=|event| {
                            if event.key() == "Enter" {
                                event.prevent_default();
                            }
                        }
                    />
                </Field>
            </div>
            <ul class="pins__list">{rows}</ul>
        </section>
    }
}
