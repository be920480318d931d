//! The documented file of new people: at most 100 rows.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::bulk::bulk_user_name;
use super::fault::{ImportFault, UserFault};
use super::people::{PersonDetails, UserName, optional, user_name};
use crate::error::{FieldError, Refusal};
use crate::input::{Fault, display_name, person_name};

/// The columns, all of them and no others.
///
/// Source: domain book, 2 "assign-licenses-to-users" (fields).
pub const IMPORT_HEADER: [&str; 5] =
    ["First name", "Last name", "Display name", "Email", "Status update"];

/// Most rows below the header.
pub const MAX_IMPORT_ROWS: usize = 100;

/// A row as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportCells {
    /// Given name, or nothing.
    pub first_name: String,
    /// Family name, or nothing.
    pub last_name: String,
    /// What the person is called in lists.
    pub display_name: String,
    /// The name to sign in with, in the company's domain.
    pub email: String,
    /// Left empty.
    pub status: String,
}

/// Somebody who can be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The part before the `@`.
    pub user_name: UserName,
    /// The person.
    pub details: PersonDetails,
}

/// A row with the person in it, or with every cell at fault.
pub type ImportRow = (ImportCells, Result<NewPerson, Vec<FieldError>>);

/// What each row below the header says, or its cells at fault: `first_name`, `last_name`,
/// `display_name`, `email`, `status`. Whether a name is free, the company's list says.
///
/// # Errors
///
/// [`ImportFault::Header`] for other columns than the documented ones; [`ImportFault::TooMany`].
///
/// Source: domain book, 2 "assign-licenses-to-users" (fields): the header as documented, at most 100
/// rows, unique addresses in the company's domain, the last column left empty.
pub fn read_import(table: &[Vec<String>], domain: &str) -> Result<Vec<ImportRow>, ImportFault> {
    let (header, rows) = table.split_first().ok_or(ImportFault::Header)?;
    if !header.iter().map(|name| name.trim()).eq(IMPORT_HEADER) {
        return Err(ImportFault::Header);
    }
    if rows.len() > MAX_IMPORT_ROWS {
        let max = i64::try_from(MAX_IMPORT_ROWS).unwrap_or(i64::MAX);
        return Err(ImportFault::TooMany { max });
    }
    let mut seen = HashSet::new();
    let row = |row: &Vec<String>| {
        let cell = |place: usize| row.get(place).cloned().unwrap_or_default();
        let cells = ImportCells {
            first_name: cell(0),
            last_name: cell(1),
            display_name: cell(2),
            email: cell(3),
            status: cell(4),
        };
        let person = read_row(&cells, domain, &mut seen);
        (cells, person)
    };
    Ok(rows.iter().map(row).collect())
}

fn read_row(
    cells: &ImportCells,
    domain: &str,
    seen: &mut HashSet<UserName>,
) -> Result<NewPerson, Vec<FieldError>> {
    let mut faults = Vec::new();
    let mut note = |field: &str, refusal: Refusal| {
        faults.push(FieldError { field: field.to_owned(), refusal });
    };
    let given = optional(&cells.first_name, person_name);
    let given = given.map_err(|why| note("first_name", Refusal::new(&why))).ok();
    let family = optional(&cells.last_name, person_name);
    let family = family.map_err(|why| note("last_name", Refusal::new(&why))).ok();
    let display = display_name(&cells.display_name);
    let display = display.map_err(|why| note("display_name", Refusal::new(&why))).ok();
    let name = address(&cells.email, domain).and_then(|name| {
        let first = seen.insert(name.clone());
        if first { Ok(name) } else { Err(Refusal::new(&UserFault::Taken)) }
    });
    let name = name.map_err(|why| note("email", why)).ok();
    if !cells.status.trim().is_empty() {
        note("status", Refusal::new(&ImportFault::Status));
    }
    match (given, family, display, name) {
        (Some(given_name), Some(family_name), Some(display_name), Some(user_name))
            if faults.is_empty() =>
        {
            let details = PersonDetails {
                display_name,
                family_name,
                given_name,
                phone: None,
                usage_location: None,
            };
            Ok(NewPerson { user_name, details })
        }
        _ => Err(faults),
    }
}

/// The user name in an address of `domain`.
fn address(text: &str, domain: &str) -> Result<UserName, Refusal> {
    let name = bulk_user_name(text, domain).ok_or_else(|| Refusal::new(&Fault::Required))?;
    match name.split_once('@') {
        Some((local, of)) if of == domain => user_name(local),
        _ => Err(Refusal::new(&ImportFault::Domain { domain: domain.to_owned() })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOMAIN: &str = "haiyun.partner.onmschina.cn";

    fn table(rows: &[[&str; 5]]) -> Vec<Vec<String>> {
        let line = |row: &[&str; 5]| row.iter().map(|cell| (*cell).to_owned()).collect();
        std::iter::once(&IMPORT_HEADER).chain(rows).map(line).collect()
    }

    #[test]
    fn a_hundred_rows_are_read_and_one_more_is_refused() {
        let rows = |count: usize| {
            let mut table = table(&[]);
            table.extend((0..count).map(|n| {
                let cells = ["", "", "某人", &format!("p{n}@{DOMAIN}"), ""];
                cells.map(str::to_owned).to_vec()
            }));
            read_import(&table, DOMAIN)
        };
        assert!(rows(100).unwrap().iter().all(|(_, person)| person.is_ok()));
        assert_eq!(rows(101), Err(ImportFault::TooMany { max: 100 }));
    }

    #[test]
    fn the_header_is_the_documented_one() {
        let mut more = table(&[]);
        more[0].push("Department".into());
        assert_eq!(read_import(&more, DOMAIN), Err(ImportFault::Header));
        let mut fewer = table(&[]);
        fewer[0].pop();
        assert_eq!(read_import(&fewer, DOMAIN), Err(ImportFault::Header));
        assert_eq!(read_import(&[], DOMAIN), Err(ImportFault::Header));
        assert_eq!(read_import(&table(&[]), DOMAIN), Ok(vec![]));
    }

    #[test]
    fn every_cell_at_fault_is_named() {
        let at = |n: &str| format!("{n}@{DOMAIN}");
        let rows = table(&[
            ["伟", "王", "王伟", &at("Wang.Wei"), ""],
            ["", "", "李娜", &at("li.na"), ""],
            ["", "", "另一个", &at("li.na"), ""],
            ["1", "2", "", "li@elsewhere.cn", "done"],
            ["", "", "某人", "", ""],
        ]);
        let read = read_import(&rows, DOMAIN).unwrap();
        let keys: Vec<Vec<String>> = read
            .iter()
            .map(|(_, person)| match person {
                Ok(_) => Vec::new(),
                Err(faults) => {
                    let key = |at: &FieldError| format!("{} {}", at.field, at.refusal.code.key);
                    faults.iter().map(key).collect()
                }
            })
            .collect();
        assert_eq!(
            keys,
            [
                vec![],
                vec![],
                vec!["email err-upn-taken".to_owned()],
                vec![
                    "first_name err-person-name".into(),
                    "last_name err-person-name".into(),
                    "display_name err-required".into(),
                    "email err-import-domain".into(),
                    "status err-import-status".into(),
                ],
                vec!["email err-required".into()],
            ]
        );
    }
}
