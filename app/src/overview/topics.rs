//! The topics of Partner Center, each a tile that leads to its first page.

use domain::access::Action;
use i18n::{MessageId, message};
use leptos::prelude::*;

use crate::context::{can, locale};
use crate::ui::{Glyph, Tile};

/// A page behind a topic.
struct Page {
    /// Where it is.
    href: &'static str,
    /// What the reader must be allowed to do, all of it.
    needs: &'static [Action],
}

/// Something that partners deal with.
struct Topic {
    glyph: Glyph,
    title: MessageId,
    text: MessageId,
    /// The pages that exist, the one that the tile leads to first.
    pages: &'static [Page],
}

/// The topics, in the order of the domain book. One without a page has no tile.
///
/// Source: domain book, "index" (screens, 2).
const TOPICS: [Topic; 7] = [
    Topic {
        glyph: Glyph::Settings,
        title: message!("overview-account"),
        text: message!("overview-account-text"),
        pages: &[
            Page { href: "/account", needs: &[Action::EditOwnProfile] },
            Page { href: "/settings/catalog", needs: &[Action::PinOffers] },
            Page { href: "/settings/activity", needs: &[Action::ViewActivityLog] },
        ],
    },
    Topic {
        glyph: Glyph::Tags,
        title: message!("overview-pricing"),
        text: message!("overview-pricing-text"),
        // A sales agent sees the catalogue, but no prices in it.
        pages: &[Page { href: "/catalog", needs: &[Action::ViewPricing, Action::SeeCatalogue] }],
    },
    Topic {
        glyph: Glyph::Receipt,
        title: message!("overview-billing"),
        text: message!("overview-billing-text"),
        pages: &[],
    },
    Topic {
        glyph: Glyph::Customers,
        title: message!("overview-customers"),
        text: message!("overview-customers-text"),
        pages: &[],
    },
    Topic {
        glyph: Glyph::Package,
        title: message!("overview-subscriptions"),
        text: message!("overview-subscriptions-text"),
        pages: &[],
    },
    Topic {
        glyph: Glyph::Handshake,
        title: message!("overview-partners"),
        text: message!("overview-partners-text"),
        pages: &[],
    },
    Topic {
        glyph: Glyph::Support,
        title: message!("overview-support"),
        text: message!("overview-support-text"),
        pages: &[],
    },
];

impl Topic {
    /// The first page that the reader may open.
    fn href(&self) -> Option<&'static str> {
        let open = |page: &&Page| page.needs.iter().all(|action| can(*action));
        self.pages.iter().find(open).map(|page| page.href)
    }
}

/// A tile for each topic behind which the reader may open a page.
#[component]
pub(super) fn Topics() -> impl IntoView {
    let say = |id| locale().say(id, &[]);
    let tiles = TOPICS.iter().filter_map(|topic| Some((topic, topic.href()?)));
    let tiles = tiles.map(|(topic, href)| {
        view! { <Tile href glyph=topic.glyph title=say(topic.title) text=say(topic.text) /> }
    });
    view! { <div class="tiles">{tiles.collect_view()}</div> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::access::{AdminRole, AgentRole, PartnerRoles};

    use super::*;
    use crate::overview::testing::with_reader;

    /// The titles of the tiles that somebody with these settings sees, in English.
    fn tiles(agent: Option<AgentRole>, admin: Option<AdminRole>) -> Vec<&'static str> {
        const TITLES: [&str; 7] = [
            "Manage your account",
            "Pricing and offers",
            "Billing",
            "Customer accounts",
            "Customer subscriptions",
            "Work with other partners",
            "Customer support",
        ];
        let roles = PartnerRoles { agent, admin };
        let html = with_reader(Some(roles), i18n::Language::En, || view! { <Topics /> }.to_html());
        let shown = |title: &&str| html.contains(&format!(">{title}</a>"));
        TITLES.into_iter().filter(shown).collect()
    }

    #[test]
    fn a_tile_is_shown_if_a_page_behind_it_can_be_opened() {
        let own = vec!["Manage your account"];
        let priced = vec!["Manage your account", "Pricing and offers"];
        assert_eq!(tiles(None, Some(AdminRole::GlobalAdmin)), priced);
        assert_eq!(tiles(Some(AgentRole::AdminAgent), None), priced);
        // Sees the catalogue, but no prices; prices, but no catalogue; both together.
        assert_eq!(tiles(Some(AgentRole::SalesAgent), None), own);
        assert_eq!(tiles(None, Some(AdminRole::BillingAdmin)), own);
        assert_eq!(tiles(Some(AgentRole::SalesAgent), Some(AdminRole::BillingAdmin)), priced);
        assert_eq!(tiles(Some(AgentRole::HelpdeskAgent), None), own);
        assert_eq!(tiles(None, None), own);
    }
}
