//! The licences of one person: a box for each, with boxes for its service plans.

use domain::error::Arg;
use domain::ids::RequestId;
use domain::licences::{LicenceView, PlanView, UserDetails};
use leptos::prelude::*;

use crate::forms::{Hidden, Outcome, returned};
use crate::ui::{Button, ButtonKind};

/// What came back ticked, if the form did.
#[derive(Clone, Default)]
struct Ticked {
    licences: Option<Vec<String>>,
    plans: Option<Vec<String>>,
}

impl Ticked {
    fn licence(&self, licence: &LicenceView) -> bool {
        let id = licence.sku.to_string();
        self.licences.as_ref().map_or(licence.held, |ticked| ticked.contains(&id))
    }

    fn plan(&self, licence: &LicenceView, plan: &PlanView) -> bool {
        let value = format!("{}/{}", licence.sku, plan.id);
        self.plans.as_ref().map_or(plan.on, |ticked| ticked.contains(&value))
    }
}

/// The form; only facts for whoever may not change them.
#[component]
pub(super) fn Licences(
    /// The person.
    user: UserDetails,
    /// Names the attempt.
    request: RequestId,
) -> impl IntoView {
    let UserDetails { id, version, licences, may_assign, .. } = user;
    let heading = view! { <h2>{t!("users-licences")}</h2> };
    if licences.is_empty() || !may_assign {
        let held = licences.into_iter().filter(|licence| licence.held);
        let held: Vec<_> = held.map(|licence| view! { <li>{licence.name}</li> }).collect();
        let none = held.is_empty().then(|| view! { <p>{t!("users-no-licences")}</p> });
        return view! {
            <section class="page__section" id="licences">
                {heading} {none} <ul class="list">{held}</ul>
            </section>
        }
        .into_any();
    }
    let returned = returned("licences");
    let ticked = Ticked { licences: returned.ticked("licences"), plans: returned.ticked("plans") };
    let boxes = licences.into_iter().map(|licence| licence_box(licence, &ticked)).collect_view();
    view! {
        <section class="page__section" id="licences">
            {heading}
            <Outcome returned refused=t!("users-licences-not-saved") />
            <form action="/rpc/licences/set" method="post" class="form" data-form="licences">
                <Hidden name="request" value=request.to_string() />
                <Hidden name="user" value=id.to_string() />
                <Hidden name="version" value=version.to_string() />
                {boxes}
                <div class="form__actions">
                    <Button kind=ButtonKind::Main>{t!("users-save-licences")}</Button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn licence_box(licence: LicenceView, ticked: &Ticked) -> impl IntoView + use<> {
    let id = format!("sku-{}", licence.sku);
    let note = format!("{id}-note");
    let available = licence.seats.available();
    let none_left = available == 0 && !licence.held;
    let words = if none_left {
        t!("err-no-licence", licence = Arg::Text(licence.name.clone()))
    } else {
        t!("users-available", count = Arg::Count(available))
    };
    let checked = ticked.licence(&licence);
    let on = licence.plans.iter().filter(|plan| ticked.plan(&licence, plan)).count();
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let summary = t!("users-plans-on", on = count(on), all = count(licence.plans.len()));
    let plan = |plan: &PlanView| {
        let value = format!("{}/{}", licence.sku, plan.id);
        let id = format!("plan-{}-{}", licence.sku, plan.id);
        let checked = ticked.plan(&licence, plan);
        view! {
            <div class="choice">
                <input id=id.clone() type="checkbox" name="draft[plans][]" value=value checked=checked />
                <label for=id>{plan.name.clone()}</label>
            </div>
        }
    };
    let plans = licence.plans.iter().map(plan).collect_view();
    view! {
        <fieldset class="choices">
            <legend class="unseen">{licence.name.clone()}</legend>
            <div class="choice">
                <input
                    id=id.clone()
                    type="checkbox"
                    name="draft[licences][]"
                    value=licence.sku.to_string()
                    checked=checked
                    disabled=none_left
                    aria-describedby=note.clone()
                />
                <label for=id>
                    <strong>{licence.name}</strong>
                </label>
                <p id=note class="field__note">
                    {words}
                </p>
            </div>
            <details class="stack stack--tight">
                <summary>{summary}</summary>
                <div class="choices">{plans}</div>
            </details>
        </fieldset>
    }
}
