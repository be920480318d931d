//! Licence work on many people at once: rows of a file or a selection, what each would do, and the
//! opposite of it.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::assign::{Held, OffPlans, Sku, Skus, check_conflicts};
use super::fault::{BulkFault, LicenceRefusal};
use super::people::UserStatus;
use crate::account::sign_in_name;
use crate::error::{Coded, Error, FieldError};
use crate::ids::{RequestId, SkuId, UserId};
use crate::input::Fault;
use crate::text::search_key;

/// The columns of a file; the last may be missing.
pub const BULK_HEADER: [&str; 4] = ["User name", "Licence", "Action", "Switched-off plans"];

/// How the columns are called where a row is at fault.
const FIELDS: [&str; 4] = ["user", "licence", "action", "off"];

/// What a row does with a licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BulkAction {
    /// Somebody gets it, or has other service plans switched off.
    Assign,
    /// Somebody gives it back.
    Remove,
}

impl BulkAction {
    /// How files and forms write it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Remove => "remove",
        }
    }

    /// The action that `text` names.
    ///
    /// # Errors
    ///
    /// [`BulkFault::UnknownAction`].
    pub fn read(text: &str) -> Result<Self, BulkFault> {
        match search_key(text).as_str() {
            "assign" => Ok(Self::Assign),
            "remove" => Ok(Self::Remove),
            _ => Err(BulkFault::UnknownAction),
        }
    }
}

/// A row as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkCells {
    /// The name to sign in with, with or without the company's domain.
    pub user: String,
    /// Code of the offer, or the SKU's name or id.
    pub licence: String,
    /// `assign` or `remove`.
    pub action: String,
    /// Service plans to switch off, by id or name.
    pub off: String,
}

impl BulkCells {
    /// The cells, in the order of the columns.
    #[must_use]
    pub fn cells(&self) -> [&str; 4] {
        [&self.user, &self.licence, &self.action, &self.off]
    }
}

/// A row that says what is to be done; whether it can be, the [`Planner`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkRow {
    /// Whose.
    pub user: UserId,
    /// Which licence.
    pub sku: SkuId,
    /// What with it.
    pub step: BulkStep,
}

/// What is to be done with a licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkStep {
    /// It is held with these plans switched off.
    Assign(OffPlans),
    /// It is held no more.
    Remove,
}

/// The places of the columns of [`BULK_HEADER`] in a file whose first line is `header`.
///
/// Case, width and spaces do not matter; "License" is "Licence".
///
/// # Errors
///
/// [`BulkFault::Header`] for a missing, double or unknown column.
pub fn read_bulk_header(header: &[String]) -> Result<[Option<usize>; 4], BulkFault> {
    let mut places = [None; 4];
    for (place, name) in header.iter().enumerate() {
        let name = search_key(name).replace("license", "licence");
        if name.is_empty() {
            continue;
        }
        let column = BULK_HEADER.iter().position(|known| search_key(known) == name);
        let column = column.ok_or(BulkFault::Header)?;
        if places[column].replace(place).is_some() {
            return Err(BulkFault::Header);
        }
    }
    if places[..3].iter().all(Option::is_some) { Ok(places) } else { Err(BulkFault::Header) }
}

/// What the row `cells` asks for; `user` finds a person of the company by the name to sign in with.
///
/// # Errors
///
/// Every cell at fault, in the order of the columns.
pub fn read_bulk_row(
    cells: &BulkCells,
    domain: &str,
    skus: &Skus,
    user: impl Fn(&str) -> Option<UserId>,
) -> Result<BulkRow, Vec<FieldError>> {
    let mut faults = Vec::new();
    let name = bulk_user_name(&cells.user, domain);
    let user = match name {
        None => fault(&mut faults, 0, Fault::Required),
        Some(name) => user(&name).or_else(|| fault(&mut faults, 0, BulkFault::UnknownUser)),
    };
    let sku = match cells.licence.trim() {
        "" => fault(&mut faults, 1, Fault::Required),
        word => skus.find(word).or_else(|| fault(&mut faults, 1, LicenceRefusal::Unknown)),
    };
    let action = match BulkAction::read(&cells.action) {
        Ok(action) => Some(action),
        Err(_) if cells.action.trim().is_empty() => fault(&mut faults, 2, Fault::Required),
        Err(unknown) => fault(&mut faults, 2, unknown),
    };
    let off = match (sku, action) {
        (Some(sku), Some(BulkAction::Assign)) => match off_plans(&cells.off, sku) {
            Ok(off) => Some(off),
            Err(unknown) => fault(&mut faults, 3, unknown),
        },
        _ => None,
    };
    let step = match (action, off) {
        (Some(BulkAction::Remove), _) => Some(BulkStep::Remove),
        (Some(BulkAction::Assign), Some(off)) => Some(BulkStep::Assign(off)),
        _ => None,
    };
    match (user, sku, step) {
        (Some(user), Some(sku), Some(step)) if faults.is_empty() => {
            Ok(BulkRow { user, sku: sku.id, step })
        }
        _ => Err(faults),
    }
}

/// Notes a fault at `column`; `None`, for the value that cannot be read.
fn fault<T>(faults: &mut Vec<FieldError>, column: usize, why: impl Coded) -> Option<T> {
    faults.push(FieldError::new(FIELDS[column], why));
    None
}

/// The name to sign in with that `text` stands for; a name without a domain is of `domain`.
#[must_use]
pub fn bulk_user_name(text: &str, domain: &str) -> Option<String> {
    let name = sign_in_name(text);
    if name.is_empty() {
        None
    } else if name.contains('@') {
        Some(name)
    } else {
        Some(format!("{name}@{domain}"))
    }
}

/// The plans of `sku` that `text` lists with commas, semicolons or line breaks between.
fn off_plans(text: &str, sku: &Sku) -> Result<OffPlans, LicenceRefusal> {
    let named = text.split([',', ';', '，', '；', '、', '\n']).map(str::trim);
    let plan = |word: &str| {
        let key = search_key(word);
        let same = |text: &str| search_key(text) == key;
        let plan = sku.plans.iter().find(|plan| same(&plan.id) || same(&plan.name));
        let unknown = || LicenceRefusal::UnknownPlan { plan: word.to_owned() };
        plan.map(|plan| plan.id.clone()).ok_or_else(unknown)
    };
    named.filter(|word| !word.is_empty()).map(plan).collect()
}

/// How it stands with a person before a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Present {
    /// Of the account.
    pub status: UserStatus,
    /// Whether it is known where the person uses the services.
    pub located: bool,
    /// What the person holds.
    pub held: Vec<Held>,
}

/// What a row would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowPlan {
    /// It is so already.
    Nothing,
    /// The licence goes from `before` to `after`; `None` is not held. The opposite is the way back.
    Change {
        /// Plans switched off now.
        before: Option<OffPlans>,
        /// Plans switched off afterwards.
        after: Option<OffPlans>,
    },
    /// A rule says no.
    Refused(Vec<FieldError>),
}

impl RowPlan {
    /// What takes the row back.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Change { before, after } => Self::Change { before: after, after: before },
            same => same,
        }
    }
}

/// Goes through rows in order and says what each would do after those before it.
pub struct Planner<'a> {
    skus: &'a Skus,
    people: HashMap<UserId, Present>,
    free: HashMap<SkuId, i64>,
    rows: HashMap<(UserId, SkuId), i64>,
}

impl<'a> Planner<'a> {
    /// Begins with what `people` hold and the seats that are `free`. A SKU that is not among those
    /// has never been bought.
    #[must_use]
    pub fn new(
        skus: &'a Skus,
        people: HashMap<UserId, Present>,
        free: HashMap<SkuId, i64>,
    ) -> Self {
        Self { skus, people, free, rows: HashMap::new() }
    }

    /// What the row `number` does. If it changes something, the rows after it see it done.
    pub fn row(&mut self, number: i64, row: &BulkRow) -> RowPlan {
        let BulkRow { user, sku, step } = row;
        if let Some(earlier) = self.rows.insert((*user, *sku), number) {
            self.rows.insert((*user, *sku), earlier);
            return refused("user", BulkFault::Duplicate { row: earlier });
        }
        let Some(person) = self.people.get_mut(user) else {
            return refused("user", BulkFault::UnknownUser);
        };
        if person.status == UserStatus::Deleted {
            return refused("user", BulkFault::UnknownUser);
        }
        let before = person.held.iter().find(|held| held.sku == *sku).map(|held| held.off.clone());
        let after = match step {
            BulkStep::Assign(off) => Some(off.clone()),
            BulkStep::Remove => None,
        };
        if before == after {
            return RowPlan::Nothing;
        }
        let mut held: Vec<_> =
            person.held.iter().filter(|held| held.sku != *sku).cloned().collect();
        if let Some(off) = &after {
            if before.is_none() && !person.located {
                return refused("user", LicenceRefusal::NoUsageLocation);
            }
            held.push(Held { sku: *sku, off: off.clone() });
            if let Err(conflict) = check_conflicts(&held, self.skus) {
                return refused("licence", conflict);
            }
        }
        let Some(free) = self.free.get_mut(sku) else {
            return refused("licence", LicenceRefusal::Unknown);
        };
        match (&before, &after) {
            (None, Some(_)) if *free <= 0 => {
                return refused(
                    "licence",
                    LicenceRefusal::NoneLeft { licence: self.skus.name(*sku) },
                );
            }
            (None, Some(_)) => *free -= 1,
            (Some(_), None) => *free += 1,
            _ => {}
        }
        person.held = held;
        RowPlan::Change { before, after }
    }
}

fn refused(field: &str, why: impl Coded) -> RowPlan {
    RowPlan::Refused(vec![FieldError::new(field, why)])
}

/// Rows that show how a file is written, for the company's `domain` and one of its licences.
#[must_use]
pub fn bulk_sample(domain: &str, sku: Option<&Sku>) -> [BulkCells; 3] {
    let code = sku.and_then(|sku| sku.codes.first()).map_or("O365-E3", String::as_str);
    let plan = sku.and_then(|sku| sku.plans.first()).map_or("SHAREPOINTWAC", |plan| &plan.id);
    let row = |user: &str, action: BulkAction, off: &str| BulkCells {
        user: format!("{user}@{domain}"),
        licence: code.to_owned(),
        action: action.as_str().to_owned(),
        off: off.to_owned(),
    };
    [
        row("wang.wei", BulkAction::Assign, ""),
        row("li.na", BulkAction::Assign, plan),
        row("zhang.min", BulkAction::Remove, ""),
    ]
}

/// The form under a list in which people are ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkSelectionDraft {
    /// This attempt.
    pub request: RequestId,
    /// Ids of the people ticked.
    #[serde(default)]
    pub users: Vec<String>,
    /// Id of the SKU.
    pub licence: String,
    /// `assign` or `remove`.
    pub action: String,
    /// Ids of service plans to switch off.
    #[serde(default)]
    pub off: Vec<String>,
}

/// The same with the same licence for everybody chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BulkSelection {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub users: Vec<UserId>,
    /// Which licence.
    pub sku: SkuId,
    /// What with it.
    pub action: BulkAction,
    /// Service plans to switch off.
    pub off: OffPlans,
}

impl BulkSelectionDraft {
    /// The command, if everything can be read.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<BulkSelection, Error> {
        let Self { request, users, licence, action, off } = self;
        let mut fields = Vec::new();
        let mut chosen: Vec<UserId> = users.iter().filter_map(|id| id.parse().ok()).collect();
        chosen.sort_unstable();
        chosen.dedup();
        if chosen.is_empty() {
            fields.push(FieldError::new("users", BulkFault::Empty));
        }
        let sku = licence.parse().map_err(|_| FieldError::new("licence", LicenceRefusal::Unknown));
        let sku: Option<SkuId> = sku.map_err(|fault| fields.push(fault)).ok();
        let action = BulkAction::read(&action).map_err(|why| FieldError::new("action", why));
        let action = action.map_err(|fault| fields.push(fault)).ok();
        match (sku, action) {
            (Some(sku), Some(action)) if fields.is_empty() => {
                let off = off.into_iter().collect();
                Ok(BulkSelection { request, users: chosen, sku, action, off })
            }
            _ => Err(Error::Invalid { fields }),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::assign::tests::{held, sku_id, skus};
    use super::*;

    const DOMAIN: &str = "haiyun.partner.onmschina.cn";

    fn user(n: u128) -> UserId {
        UserId::from(Uuid::from_u128(n))
    }

    fn cells(user: &str, licence: &str, action: &str, off: &str) -> BulkCells {
        let [user, licence, action, off] = [user, licence, action, off].map(str::to_owned);
        BulkCells { user, licence, action, off }
    }

    fn read(cells: &BulkCells) -> Result<BulkRow, Vec<(String, String)>> {
        let find = |name: &str| (name == format!("li.wei@{DOMAIN}")).then(|| user(1));
        read_bulk_row(cells, DOMAIN, &skus(), find).map_err(|faults| {
            let keys = |at: FieldError| (at.field, at.refusal.code.key.into_owned());
            faults.into_iter().map(keys).collect()
        })
    }

    fn assign(n: u128, sku: u128, off: &str) -> BulkRow {
        BulkRow {
            user: user(n),
            sku: sku_id(sku),
            step: BulkStep::Assign(OffPlans::from_text(off)),
        }
    }

    fn remove(n: u128, sku: u128) -> BulkRow {
        BulkRow { user: user(n), sku: sku_id(sku), step: BulkStep::Remove }
    }

    fn planner(skus: &Skus, free: &[(u128, i64)]) -> Planner<'static> {
        let person = |located, held| Present { status: UserStatus::Active, located, held };
        let people = HashMap::from([
            (user(1), person(true, vec![])),
            (user(2), person(true, vec![held(2, "")])),
            (user(3), person(false, vec![held(3, "BI")])),
            (user(4), Present { status: UserStatus::Deleted, located: true, held: vec![] }),
        ]);
        let free = free.iter().map(|(sku, free)| (sku_id(*sku), *free)).collect();
        Planner::new(Box::leak(Box::new(skus.clone())), people, free)
    }

    fn key(plan: &RowPlan) -> &str {
        match plan {
            RowPlan::Nothing => "nothing",
            RowPlan::Change { .. } => "change",
            RowPlan::Refused(faults) => &faults[0].refusal.code.key,
        }
    }

    #[test]
    fn the_header_names_every_column_once() {
        let header = |names: &[&str]| {
            read_bulk_header(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
        };
        let all = [Some(0), Some(1), Some(2), Some(3)];
        assert_eq!(header(&BULK_HEADER), Ok(all));
        assert_eq!(
            header(&["ACTION", "license", " User  name", ""]),
            Ok([Some(2), Some(1), Some(0), None])
        );
        for wrong in [
            &["User name", "Licence"][..],
            &["User name", "Licence", "Action", "Action"],
            &["User name", "Licence", "Action", "Department"],
            &[],
        ] {
            assert_eq!(header(wrong), Err(BulkFault::Header), "{wrong:?}");
        }
    }

    #[test]
    fn a_row_is_read_with_every_fault_at_its_cell() {
        for (row, expected) in [
            (cells("li.wei", "O365-E3", "assign", ""), Ok(assign(1, 1, ""))),
            (
                cells("LI.WEI@haiyun.partner.onmschina.cn ", "pack_1", "Assign", "office； mail_2"),
                Ok(assign(1, 1, "MAIL_2,OFFICE")),
            ),
            (cells("li.wei", "O365-E3", "remove", "whatever"), Ok(remove(1, 1))),
            (
                cells("", "", "", ""),
                Err(vec![
                    ("user", "err-required"),
                    ("licence", "err-required"),
                    ("action", "err-required"),
                ]),
            ),
            (
                cells("nobody", "E5", "give", ""),
                Err(vec![
                    ("user", "err-bulk-user"),
                    ("licence", "err-licence-unknown"),
                    ("action", "err-bulk-action"),
                ]),
            ),
            (
                cells("li.wei", "O365-E3", "assign", "BI"),
                Err(vec![("off", "err-licence-plan-unknown")]),
            ),
        ] {
            let expected = expected.map_err(|faults: Vec<(&str, &str)>| {
                faults.into_iter().map(|(field, key)| (field.to_owned(), key.to_owned())).collect()
            });
            assert_eq!(read(&row), expected, "{row:?}");
        }
    }

    #[test]
    fn seats_run_out_row_by_row_and_come_back() {
        let skus = skus();
        let mut plan = planner(&skus, &[(1, 1), (2, 0), (3, 0)]);
        for (number, row, expected) in [
            (1, assign(1, 1, ""), "change"),
            (2, assign(2, 1, "MAIL_2"), "err-no-licence"),
            (3, assign(1, 1, ""), "err-bulk-duplicate"),
            (4, assign(1, 3, ""), "err-no-licence"),
            (5, remove(3, 3), "change"),
            (6, assign(2, 3, ""), "change"),
            (7, remove(1, 2), "nothing"),
        ] {
            let done = plan.row(number, &row);
            assert_eq!(key(&done), expected, "row {number}");
        }
    }

    #[test]
    fn rules_are_those_of_a_single_licence() {
        let skus = skus();
        let mut plan = planner(&skus, &[(1, 9), (3, 9)]);
        for (row, expected) in [
            (assign(2, 1, ""), "err-licence-conflict"),
            (assign(3, 1, ""), "err-usage-location"),
            (assign(4, 1, ""), "err-bulk-user"),
            (assign(9, 1, ""), "err-bulk-user"),
            (assign(1, 2, ""), "err-licence-unknown"),
            (assign(3, 3, ""), "change"),
        ] {
            assert_eq!(key(&plan.row(1, &row)), expected, "{row:?}");
        }
    }

    #[test]
    fn the_opposite_of_the_opposite_is_the_row() {
        let off = |text: &str| Some(OffPlans::from_text(text));
        for (before, after) in [(None, off("A")), (off("A"), None), (off("A"), off("B"))] {
            let row = RowPlan::Change { before: before.clone(), after: after.clone() };
            let back = RowPlan::Change { before: after, after: before };
            assert_eq!(row.clone().inverse(), back);
            assert_eq!(row.clone().inverse().inverse(), row);
        }
    }

    #[test]
    fn the_sample_can_be_read() {
        let skus = skus();
        for row in bulk_sample(DOMAIN, skus.find("O365-E3")) {
            assert!(read_bulk_row(&row, DOMAIN, &skus, |_| Some(user(1))).is_ok(), "{row:?}");
        }
    }
}
