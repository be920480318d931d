//! What the demo sells, and the services inside.

use domain::catalogue::{Billing, Category, Segment, Unit};
use domain::ids::OfferId;
use serde::Deserialize;
use uuid::Uuid;

use super::data::{Words, read};

/// Something that can be ordered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoOffer {
    /// The short name by which other offers and files refer to it.
    pub code: String,
    /// Its id in orders and price lists.
    pub id: OfferId,
    /// The product behind it; a trial shares that of what it tries.
    pub sku_id: Uuid,
    /// The product's name among machines.
    pub string_id: String,
    /// The part of the catalogue it stands in.
    pub category: Category,
    /// Its place in that part.
    pub rank: u32,
    /// Who may buy it.
    pub segment: Segment,
    /// How it is charged.
    pub billing: Billing,
    /// What its quantity counts.
    pub unit: Unit,
    /// Fewest units of one subscription.
    pub minimum: u32,
    /// Most units of one subscription.
    pub maximum: u32,
    /// How many subscriptions one customer may have; without it, any number.
    pub limit: Option<Limit>,
    /// What happens after the free days, for trials.
    pub trial: Option<Trial>,
    /// Needs a base subscription.
    #[serde(default)]
    pub add_on: bool,
    /// Cannot have more units than its base subscription.
    #[serde(default)]
    pub capped_by_parent: bool,
    /// Codes of the offers of which one must be owned first.
    #[serde(default)]
    pub prerequisites: Vec<String>,
    /// Codes of the offers it can be exchanged for.
    #[serde(default)]
    pub upgrade_targets: Vec<String>,
    /// Ids of the services inside.
    #[serde(default)]
    pub service_plans: Vec<String>,
    /// What readers call it.
    pub name: Words,
    /// What it is good for.
    pub description: Words,
}

/// How many subscriptions of an offer one customer may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Which ones count.
    pub kind: LimitKind,
    /// At most so many.
    pub count: u32,
}

/// Which subscriptions count towards a [`Limit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitKind {
    /// Those that are not deleted; suspended ones count.
    Concurrent,
    /// All there have ever been.
    Lifetime,
}

/// A free start.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// It ends after so many days and does not renew.
    pub days: u32,
    /// Code of the offer it can be turned into.
    pub converts_to: String,
}

/// One service inside offers.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoServicePlan {
    /// The service's name among machines.
    pub id: String,
    /// Two plans of one family cannot be assigned to the same user.
    pub family: Option<String>,
    /// Serves the whole company and is assigned to nobody.
    #[serde(default)]
    pub tenant_wide: bool,
    /// What readers call it.
    pub name: Words,
}

/// The file of [`offers`].
pub(super) const OFFERS_FILE: &str = include_str!("../../demo/offers.toml");

/// The file of [`service_plans`].
pub(super) const SERVICE_PLANS_FILE: &str = include_str!("../../demo/service_plans.toml");

/// All offers: base offers, the trial, add-ons, and what is charged by usage.
pub fn offers() -> Vec<DemoOffer> {
    #[derive(Deserialize)]
    struct File {
        offer: Vec<DemoOffer>,
    }
    read::<File>(OFFERS_FILE).offer
}

/// All services that [`offers`] name.
pub fn service_plans() -> Vec<DemoServicePlan> {
    #[derive(Deserialize)]
    struct File {
        plan: Vec<DemoServicePlan>,
    }
    read::<File>(SERVICE_PLANS_FILE).plan
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    fn by_code() -> BTreeMap<String, DemoOffer> {
        offers().into_iter().map(|offer| (offer.code.clone(), offer)).collect()
    }

    fn of_category(category: Category) -> usize {
        offers().iter().filter(|offer| offer.category == category).count()
    }

    #[test]
    fn there_is_every_offer_of_the_seed() {
        assert_eq!(of_category(Category::SmallBusiness), 3);
        assert_eq!(of_category(Category::Enterprise), 20, "19 commercial and one for education");
        assert_eq!(of_category(Category::Trial), 1);
        assert_eq!(of_category(Category::AddOn), 4);
        assert_eq!(of_category(Category::Usage), 1);
    }

    #[test]
    fn no_two_offers_share_a_code_an_id_or_a_place() {
        let offers = offers();
        let codes: BTreeSet<_> = offers.iter().map(|offer| &offer.code).collect();
        let ids: BTreeSet<_> = offers.iter().map(|offer| offer.id).collect();
        let places: BTreeSet<_> =
            offers.iter().map(|offer| (format!("{:?}", offer.category), offer.rank)).collect();
        assert_eq!(codes.len(), offers.len());
        assert_eq!(ids.len(), offers.len());
        assert_eq!(places.len(), offers.len());
    }

    #[test]
    fn only_a_trial_shares_its_product() {
        let offers = by_code();
        let mut seen = BTreeMap::new();
        for offer in offers.values().filter(|offer| offer.trial.is_none()) {
            let earlier = seen.insert(offer.sku_id, &offer.code);
            assert_eq!(earlier, None, "{} has the product of another", offer.code);
        }
        let trial = &offers["TRIAL-E3"];
        assert_eq!(trial.sku_id, offers["O365-E3"].sku_id);
        assert_eq!(trial.service_plans, offers["O365-E3"].service_plans);
    }

    #[test]
    fn quantities_are_those_of_the_seed() {
        for offer in offers() {
            let expected = match offer.code.as_str() {
                "TRIAL-E3" => (25, 25),
                "ADD-STO" => (1, 100_000),
                "AZURE" => (1, 1),
                _ if offer.category == Category::SmallBusiness => (1, 300),
                _ => (1, 10_000_000),
            };
            assert_eq!((offer.minimum, offer.maximum), expected, "{}", offer.code);
            assert!(offer.minimum <= offer.maximum, "{}", offer.code);
        }
    }

    #[test]
    fn customers_are_limited_where_the_seed_says() {
        for offer in offers() {
            let limit = |kind, count| Some(Limit { kind, count });
            let expected = match offer.category {
                Category::SmallBusiness => limit(LimitKind::Concurrent, 2),
                Category::Trial => limit(LimitKind::Lifetime, 1),
                Category::Usage => limit(LimitKind::Concurrent, 5),
                Category::Enterprise | Category::AddOn => None,
            };
            assert_eq!(offer.limit, expected, "{}", offer.code);
        }
    }

    /// The table of "add-licenses-or-services-to-an-existing-subscription".
    #[test]
    fn upgrades_are_exactly_the_documented_ones() {
        let upgrades: Vec<_> = offers()
            .into_iter()
            .filter(|offer| !offer.upgrade_targets.is_empty())
            .map(|offer| (offer.code, offer.upgrade_targets.join(" ")))
            .collect();
        let documented = [
            ("O365-BE", "O365-BP O365-E1 O365-E3"),
            ("O365-B", "O365-BP O365-PP O365-E3"),
            ("O365-BP", "O365-E3"),
        ];
        assert_eq!(upgrades, documented.map(|(from, to)| (from.to_owned(), to.to_owned())));
    }

    #[test]
    fn offers_refer_to_base_offers_that_exist() {
        let offers = by_code();
        for offer in offers.values() {
            let converts_to = offer.trial.iter().map(|trial| &trial.converts_to);
            for code in offer.prerequisites.iter().chain(&offer.upgrade_targets).chain(converts_to)
            {
                let target =
                    offers.get(code).unwrap_or_else(|| panic!("{} names {code}", offer.code));
                assert!(!target.add_on, "{} refers to the add-on {code}", offer.code);
                assert_ne!(target.code, offer.code, "an offer refers to itself");
            }
        }
    }

    #[test]
    fn an_add_on_and_nothing_else_needs_another_offer() {
        for offer in offers() {
            assert_eq!(offer.add_on, offer.category == Category::AddOn, "{}", offer.code);
            assert_eq!(offer.add_on, !offer.prerequisites.is_empty(), "{}", offer.code);
            let by_user = offer.add_on && offer.unit == Unit::Licences;
            assert_eq!(offer.capped_by_parent, by_user, "{}", offer.code);
        }
    }

    #[test]
    fn offers_are_made_of_the_listed_service_plans() {
        let plans = service_plans();
        let listed: BTreeSet<_> = plans.iter().map(|plan| plan.id.clone()).collect();
        assert_eq!(listed.len(), plans.len(), "each plan once");
        let used: BTreeSet<_> =
            offers().into_iter().flat_map(|offer| offer.service_plans).collect();
        assert_eq!(used, listed);
    }

    #[test]
    fn no_offer_holds_two_plans_of_one_family() {
        let families: BTreeMap<_, _> =
            service_plans().into_iter().map(|plan| (plan.id, plan.family)).collect();
        for offer in offers() {
            let mut met = BTreeSet::new();
            for family in offer.service_plans.iter().filter_map(|plan| families[plan].as_ref()) {
                assert!(met.insert(family), "{} has two plans of {family}", offer.code);
            }
        }
    }

    #[test]
    fn only_what_is_charged_by_usage_has_no_service_plans() {
        for offer in offers() {
            let by_usage = offer.billing == Billing::Usage;
            assert_eq!(offer.service_plans.is_empty(), by_usage, "{}", offer.code);
            assert_eq!(offer.category == Category::Usage, by_usage, "{}", offer.code);
        }
    }

    #[test]
    fn everything_has_words_in_three_languages() {
        let words = offers().into_iter().flat_map(|offer| [offer.name, offer.description]);
        for words in words.chain(service_plans().into_iter().map(|plan| plan.name)) {
            for text in [&words.en, &words.fr, &words.zh_cn] {
                assert_eq!(text.trim(), text, "no spaces around");
                assert!(!text.is_empty(), "{words:?}");
            }
            assert!(!words.zh_cn.contains(['账', '(']), "{}", words.zh_cn);
            assert!(!words.fr.contains(['\'', '"']), "{}", words.fr);
            for missing in ["Teams", "Yammer"] {
                assert!(!words.en.contains(missing), "this cloud has no {missing}");
            }
        }
    }
}
