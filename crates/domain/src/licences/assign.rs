//! What one person holds: SKUs, and their service plans switched on or off.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::fault::LicenceRefusal;
use crate::error::Error;
use crate::ids::{RequestId, SkuId, UserId};

/// A service inside a SKU, with its name in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePlan {
    /// Its id, such as `EXCHANGE_S_STANDARD`.
    pub id: String,
    /// Two plans of one family cannot serve the same person.
    pub family: Option<String>,
    /// Its name.
    pub name: String,
}

/// What can be assigned to a person, with words in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sku {
    /// Its id.
    pub id: SkuId,
    /// Its name for programs, such as `ENTERPRISEPACK`.
    pub string_id: String,
    /// Codes of the offers that sell it.
    pub codes: Vec<String>,
    /// Its name.
    pub name: String,
    /// Its services, in order.
    pub plans: Vec<ServicePlan>,
}

/// All SKUs that people can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skus {
    by_id: BTreeMap<SkuId, Sku>,
    by_word: BTreeMap<String, SkuId>,
}

impl FromIterator<Sku> for Skus {
    fn from_iter<I: IntoIterator<Item = Sku>>(skus: I) -> Self {
        let mut all = Self::default();
        for sku in skus {
            let words = sku.codes.iter().chain([&sku.string_id]).map(|word| word.to_lowercase());
            all.by_word.extend(words.chain([sku.id.to_string()]).map(|word| (word, sku.id)));
            all.by_id.insert(sku.id, sku);
        }
        all
    }
}

impl Skus {
    /// The SKU `id`.
    #[must_use]
    pub fn get(&self, id: SkuId) -> Option<&Sku> {
        self.by_id.get(&id)
    }

    /// The SKU that people write as `word`: an offer's code, the SKU's name for programs or its id.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<&Sku> {
        self.by_word.get(&word.trim().to_lowercase()).and_then(|id| self.get(*id))
    }

    /// The name of the SKU `id`; its id if it is sold no more.
    #[must_use]
    pub fn name(&self, id: SkuId) -> String {
        self.get(id).map_or_else(|| id.to_string(), |sku| sku.name.clone())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Sku> {
        self.by_id.values()
    }
}

/// Service plans that are switched off, by id, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OffPlans(BTreeSet<String>);

impl FromIterator<String> for OffPlans {
    fn from_iter<I: IntoIterator<Item = String>>(plans: I) -> Self {
        Self(plans.into_iter().collect())
    }
}

impl OffPlans {
    /// As they are stored: with commas between.
    #[must_use]
    pub fn as_text(&self) -> String {
        self.0.iter().map(String::as_str).collect::<Vec<_>>().join(",")
    }

    /// The plans stored as `text`.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        text.split(',').filter(|plan| !plan.is_empty()).map(str::to_owned).collect()
    }

    /// Whether `plan` is switched off.
    #[must_use]
    pub fn contains(&self, plan: &str) -> bool {
        self.0.contains(plan)
    }

    /// The ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// A licence that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Of what.
    pub sku: SkuId,
    /// What of it is switched off.
    pub off: OffPlans,
}

/// Whether somebody can hold all of `held` at once: no two service plans of one family are on.
///
/// # Errors
///
/// [`LicenceRefusal::Conflict`] with the first two that exclude each other.
///
/// Source: domain book, 2 "assign-licenses-to-users" (rules). A plan that is switched off serves
/// nobody and excludes nothing.
pub fn check_conflicts(held: &[Held], skus: &Skus) -> Result<(), LicenceRefusal> {
    let mut taken: BTreeMap<&str, (&Sku, &ServicePlan)> = BTreeMap::new();
    for Held { sku, off } in held {
        let Some(sku) = skus.get(*sku) else { continue };
        for plan in sku.plans.iter().filter(|plan| !off.contains(&plan.id)) {
            let Some(family) = plan.family.as_deref() else { continue };
            match taken.get(family) {
                Some((other, other_plan)) if other.id != sku.id => {
                    return Err(LicenceRefusal::Conflict {
                        first: other.name.clone(),
                        first_plan: other_plan.name.clone(),
                        second: sku.name.clone(),
                        second_plan: plan.name.clone(),
                    });
                }
                _ => {
                    taken.insert(family, (sku, plan));
                }
            }
        }
    }
    Ok(())
}

/// One change to what somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LicenceStep {
    /// The licence is free again.
    Remove(SkuId),
    /// Service plans are switched; no seat changes hands.
    Switch(Held),
    /// A seat is taken.
    Assign(Held),
}

/// The steps from `before` to `wanted`: first what is given back, then what is switched, then what
/// is taken. Whether seats are left, the pools say.
///
/// # Errors
///
/// [`LicenceRefusal::Unknown`], [`LicenceRefusal::UnknownPlan`], [`LicenceRefusal::Conflict`];
/// [`LicenceRefusal::NoUsageLocation`] if something is to be assigned to a person who is not `located`.
///
/// Source: domain book, 2 "assign-licenses-to-users".
pub fn changes(
    before: &[Held],
    wanted: &[Held],
    skus: &Skus,
    located: bool,
) -> Result<Vec<LicenceStep>, LicenceRefusal> {
    let had = |sku: SkuId| before.iter().find(|held| held.sku == sku);
    let mut steps = Vec::new();
    for Held { sku, .. } in before {
        if !wanted.iter().any(|kept| kept.sku == *sku) {
            steps.push(LicenceStep::Remove(*sku));
        }
    }
    let mut taken = Vec::new();
    for licence in wanted {
        let sku = skus.get(licence.sku).ok_or(LicenceRefusal::Unknown)?;
        let known = |plan: &str| sku.plans.iter().any(|known| known.id == plan);
        if let Some(plan) = licence.off.iter().find(|plan| !known(plan)) {
            return Err(LicenceRefusal::UnknownPlan { plan: plan.to_owned() });
        }
        match had(licence.sku) {
            Some(held) if held.off == licence.off => {}
            Some(_) => steps.push(LicenceStep::Switch(licence.clone())),
            None => taken.push(LicenceStep::Assign(licence.clone())),
        }
    }
    if !taken.is_empty() && !located {
        return Err(LicenceRefusal::NoUsageLocation);
    }
    check_conflicts(wanted, skus)?;
    steps.extend(taken);
    Ok(steps)
}

/// The form of one person's licences. Each box that is ticked sends its value: `licences` the ids
/// of SKUs, `plans` `<SKU id>/<plan id>` for service plans that are on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetLicencesDraft {
    /// This attempt.
    pub request: RequestId,
    /// Whose.
    pub user: UserId,
    /// The version that the reader saw.
    pub version: i64,
    /// Ids of the SKUs that are ticked.
    #[serde(default)]
    pub licences: Vec<String>,
    /// Service plans that are ticked.
    #[serde(default)]
    pub plans: Vec<String>,
}

/// Sets what one person holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetLicences {
    /// This attempt.
    pub request: RequestId,
    /// Whose.
    pub user: UserId,
    /// The version that the reader saw.
    pub seen: i64,
    /// SKUs with the service plans that are on.
    pub licences: Vec<(SkuId, Vec<String>)>,
}

impl SetLicencesDraft {
    /// The command, if every id can be read. Plans of licences that are not ticked are left out.
    ///
    /// # Errors
    ///
    /// [`LicenceRefusal::Unknown`] at `licences`.
    pub fn parse(self) -> Result<SetLicences, Error> {
        let Self { request, user, version, licences, plans } = self;
        let mut wanted: BTreeMap<SkuId, Vec<String>> = BTreeMap::new();
        for id in licences {
            let unknown = |_| Error::invalid("licences", LicenceRefusal::Unknown);
            wanted.entry(id.parse().map_err(unknown)?).or_default();
        }
        for plan in plans {
            let Some((sku, plan)) = plan.split_once('/') else { continue };
            if let Some(on) = sku.parse().ok().and_then(|sku| wanted.get_mut(&sku)) {
                on.push(plan.to_owned());
            }
        }
        Ok(SetLicences { request, user, seen: version, licences: wanted.into_iter().collect() })
    }
}

impl SetLicences {
    /// What the person is to hold: plans that are not on are off.
    ///
    /// # Errors
    ///
    /// [`LicenceRefusal::Unknown`].
    pub fn held(&self, skus: &Skus) -> Result<Vec<Held>, LicenceRefusal> {
        let held = |(sku, on): &(SkuId, Vec<String>)| {
            let known = skus.get(*sku).ok_or(LicenceRefusal::Unknown)?;
            let off = known.plans.iter().map(|plan| plan.id.clone()).filter(|id| !on.contains(id));
            Ok(Held { sku: *sku, off: off.collect() })
        };
        self.licences.iter().map(held).collect()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use uuid::Uuid;

    use super::*;

    pub(in crate::licences) fn sku_id(n: u128) -> SkuId {
        SkuId::from(Uuid::from_u128(n))
    }

    fn plan(id: &str, family: Option<&str>) -> ServicePlan {
        ServicePlan { id: id.into(), family: family.map(Into::into), name: id.to_lowercase() }
    }

    /// 1 and 2 are rich and poor mail, 3 is something else.
    pub(in crate::licences) fn skus() -> Skus {
        let sku = |n: u128, code: &str, plans: Vec<ServicePlan>| Sku {
            id: sku_id(n),
            string_id: format!("PACK_{n}"),
            codes: vec![code.into()],
            name: format!("Licence {n}"),
            plans,
        };
        [
            sku(1, "O365-E3", vec![plan("MAIL_2", Some("mail")), plan("OFFICE", Some("office"))]),
            sku(2, "O365-E1", vec![plan("MAIL_1", Some("mail")), plan("SITES", None)]),
            sku(3, "PBI-PRO", vec![plan("BI", None)]),
        ]
        .into_iter()
        .collect()
    }

    pub(in crate::licences) fn held(n: u128, off: &str) -> Held {
        Held { sku: sku_id(n), off: OffPlans::from_text(off) }
    }

    #[test]
    fn plans_of_one_family_exclude_each_other_unless_switched_off() {
        for (licences, fits) in [
            (vec![held(1, ""), held(3, "")], true),
            (vec![held(1, ""), held(2, "")], false),
            (vec![held(1, "MAIL_2"), held(2, "")], true),
            (vec![held(1, "OFFICE"), held(2, "")], false),
            (vec![held(1, ""), held(2, "MAIL_1")], true),
        ] {
            assert_eq!(check_conflicts(&licences, &skus()).is_ok(), fits, "{licences:?}");
        }
        let conflict = check_conflicts(&[held(1, ""), held(2, "")], &skus());
        assert_eq!(
            conflict,
            Err(LicenceRefusal::Conflict {
                first: "Licence 1".into(),
                first_plan: "mail_2".into(),
                second: "Licence 2".into(),
                second_plan: "mail_1".into(),
            })
        );
    }

    #[test]
    fn a_licence_is_found_by_code_name_and_id() {
        let skus = skus();
        let id = sku_id(1).to_string();
        for word in ["O365-E3", " o365-e3 ", "pack_1", id.as_str()] {
            assert_eq!(skus.find(word).map(|sku| sku.id), Some(sku_id(1)), "{word}");
        }
        assert_eq!(skus.find("E5"), None);
    }

    #[test]
    fn seats_are_given_back_before_others_are_taken() {
        let before = [held(2, ""), held(3, "")];
        let steps = changes(&before, &[held(1, "OFFICE"), held(3, "BI")], &skus(), true);
        assert_eq!(
            steps,
            Ok(vec![
                LicenceStep::Remove(sku_id(2)),
                LicenceStep::Switch(held(3, "BI")),
                LicenceStep::Assign(held(1, "OFFICE")),
            ])
        );
        assert_eq!(changes(&before, &before, &skus(), false), Ok(vec![]));
    }

    #[test]
    fn what_cannot_be_held_is_refused() {
        let refused =
            |wanted: &[Held], located| changes(&[], wanted, &skus(), located).unwrap_err();
        assert_eq!(refused(&[held(1, "")], false), LicenceRefusal::NoUsageLocation);
        assert_eq!(refused(&[held(9, "")], true), LicenceRefusal::Unknown);
        let plan = LicenceRefusal::UnknownPlan { plan: "X".into() };
        assert_eq!(refused(&[held(1, "X")], true), plan);
        assert!(changes(&[held(1, "")], &[], &skus(), false).is_ok(), "removing needs no location");
    }

    #[test]
    fn boxes_that_are_not_ticked_are_off() {
        let draft = SetLicencesDraft {
            request: RequestId::from(Uuid::from_u128(1)),
            user: UserId::from(Uuid::from_u128(2)),
            version: 1,
            licences: vec![sku_id(1).to_string()],
            plans: vec![format!("{}/OFFICE", sku_id(1)), format!("{}/BI", sku_id(3))],
        };
        let command = draft.clone().parse().unwrap();
        assert_eq!(command.held(&skus()), Ok(vec![held(1, "MAIL_2")]));
        assert!(SetLicencesDraft { licences: vec!["x".into()], ..draft }.parse().is_err());
    }
}
