//! What I may do: the roles book, read for one person.

use domain::access::{Access, Action, Role, roles_that_may, roles_that_may_change};
use domain::account::Actor;
use leptos::prelude::*;

use crate::context::locale;
use crate::ui::{Cell, CellKind, Column, DataTable, Glyph, Icon, StatusBadge, Tone};

/// All actions of the actor's surface, in the order of the roles book, that have `access`.
fn with_access(actor: &Actor, access: Access) -> Vec<Action> {
    let here = Action::ALL.iter().filter(|action| actor.surface() == Some(action.surface()));
    here.copied().filter(|action| actor.access(*action) == access).collect()
}

/// The roles that could do `action`; where nobody may, those that could look.
fn who_could(action: Action) -> Vec<Role> {
    let roles = roles_that_may_change(action);
    if roles.is_empty() { roles_that_may(action) } else { roles }
}

/// What the actor may do, may only look at, and may not do: the same table by which the server
/// decides.
#[component]
pub(super) fn Rights(
    /// The reader.
    actor: Actor,
) -> impl IntoView {
    let [allowed, read_only, denied] = [Access::Allowed, Access::ReadOnly, Access::Denied]
        .map(|access| with_access(&actor, access));
    view! {
        <section class="page__section" id="rights">
            <h2>{t!("account-rights")}</h2>
            <p class="quiet">{t!("account-rights-text")}</p>
            <Group access=Access::Allowed actions=allowed />
            <Group access=Access::ReadOnly actions=read_only />
            <Denied actions=denied />
        </section>
    }
}

/// The word and the shape of `access`.
fn badge(access: Access) -> impl IntoView {
    let (tone, glyph) = match access {
        Access::Allowed => (Tone::Positive, Glyph::Good),
        Access::ReadOnly => (Tone::Info, Glyph::Eye),
        Access::Denied => (Tone::Neutral, Glyph::Lock),
    };
    let word = locale().say_dynamic(access.message()).unwrap_or_default();
    view! { <StatusBadge tone word glyph soft=true /> }
}

fn name(action: Action) -> String {
    locale().say_dynamic(action.message()).unwrap_or_default()
}

/// What the actor may do in one way.
#[component]
fn Group(access: Access, actions: Vec<Action>) -> impl IntoView {
    let glyph = if access == Access::Allowed { Glyph::Check } else { Glyph::Eye };
    (!actions.is_empty()).then(|| {
        let actions = actions.into_iter().map(|action| {
            view! {
                <li>
                    <Icon glyph />
                    <span>{name(action)}</span>
                </li>
            }
        });
        view! {
            <h3>{badge(access)}</h3>
            <ul class="rights">{actions.collect_view()}</ul>
        }
    })
}

/// What the actor may not do, and who could.
#[component]
fn Denied(actions: Vec<Action>) -> impl IntoView {
    (!actions.is_empty()).then(|| {
        let columns = vec![
            Column::new(t!("account-action"), CellKind::Main),
            Column::new(t!("account-who-could"), CellKind::Text),
        ];
        let rows = actions.into_iter().map(|action| {
            let roles = who_could(action).into_iter().map(Role::message);
            let roles: Vec<_> = roles.filter_map(|role| locale().say_dynamic(role)).collect();
            let roles = if roles.is_empty() { t!("account-nobody") } else { roles.join(" · ") };
            view! {
                <tr class="table__row" role="row">
                    <Cell kind=CellKind::Main>{name(action)}</Cell>
                    <Cell label=t!("account-who-could")>{roles}</Cell>
                </tr>
            }
        });
        let rows = rows.collect_view();
        view! {
            <h3>{badge(Access::Denied)}</h3>
            <DataTable caption=t!("account-may-not") columns>
                {rows}
            </DataTable>
        }
    })
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use domain::access::{AgentRole, PartnerRole, PartnerRoles};
    use domain::ids::{PartnerId, UserId};
    use uuid::Uuid;

    fn sales_agent() -> Actor {
        Actor::Partner {
            user: UserId::from(Uuid::nil()),
            partner: PartnerId::from(Uuid::nil()),
            roles: PartnerRoles { agent: Some(AgentRole::SalesAgent), admin: None },
            suspended: false,
        }
    }

    #[test]
    fn every_action_of_the_surface_stands_in_one_group_and_no_other() {
        let actor = sales_agent();
        let groups = [Access::Allowed, Access::ReadOnly, Access::Denied];
        let mut found: Vec<_> =
            groups.iter().flat_map(|access| with_access(&actor, *access)).collect();
        found.sort();
        let here = |action: &Action| action.surface() == domain::access::Surface::PartnerCenter;
        let all: Vec<_> = Action::ALL.iter().copied().filter(here).collect();
        assert_eq!(found, all);
    }

    #[test]
    fn a_sales_agent_sells_without_seeing_prices() {
        let actor = sales_agent();
        let denied = with_access(&actor, Access::Denied);
        assert!(with_access(&actor, Access::Allowed).contains(&Action::SeeCatalogue));
        assert!(with_access(&actor, Access::ReadOnly).contains(&Action::ViewPartnerProfile));
        assert!(denied.contains(&Action::SeePartnerPrices));
        assert_eq!(
            who_could(Action::SeePartnerPrices),
            [PartnerRole::GlobalAdmin, PartnerRole::BillingAdmin, PartnerRole::AdminAgent]
                .map(Role::Partner)
        );
        assert!(who_could(Action::ResetPartnerUserPassword).is_empty());
    }

    #[test]
    fn the_page_says_it_in_words() {
        let owner = Owner::new();
        owner.set();
        let html = view! { <Rights actor=sales_agent() /> }.to_html();
        let (may, may_not) = html.split_once("<table").expect("what may not be done is a table");
        for (part, place) in [
            ("View only", may),
            ("See the catalog", may),
            ("Billing admin", may_not),
            ("Nobody", may_not),
        ] {
            assert!(place.contains(part), "{part} in {place}");
        }
    }
}
