//! Tables read from files that people send, and files for people.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx as XlsxReader};
use domain::access::Action;
use domain::error::Refusal;
use domain::ids::BulkJobId;
use domain::licences::{
    BULK_HEADER, BulkFault, BulkFilter, BulkOutcome, IMPORT_HEADER, ImportedUsers,
    TemporaryPassword, bulk_sample,
};
use encoding_rs::{Encoding, GB18030};
use storage::licences::bulk::{self as rows, Kind};
use storage::licences::seats;

use super::bulk::{NO_JOB, line};
use super::{domain_of, skus};
use crate::caller::Caller;
use crate::export::{Cell, Csv, Xlsx};
use crate::failure::{Result, Stored, report};

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// UTF-8 with a byte order mark.
    Csv,
    /// An Excel workbook.
    Xlsx,
}

/// The rows of the table in `content`: CSV in UTF-8, UTF-16 with a mark or GB 18030, separated by
/// commas, semicolons or tabs; or the first sheet of an Excel workbook. Empty rows are left out.
///
/// # Errors
///
/// [`BulkFault::Unreadable`].
pub(crate) fn read_table(content: &[u8]) -> std::result::Result<Vec<Vec<String>>, BulkFault> {
    let mut table =
        if content.starts_with(b"PK") { read_workbook(content)? } else { read_csv(content)? };
    table.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    Ok(table)
}

fn read_workbook(content: &[u8]) -> std::result::Result<Vec<Vec<String>>, BulkFault> {
    let unreadable = |_| BulkFault::Unreadable;
    let mut workbook: XlsxReader<_> = XlsxReader::new(Cursor::new(content)).map_err(unreadable)?;
    let sheet = workbook.worksheet_range_at(0).ok_or(BulkFault::Unreadable)?;
    let text = |cell: &Data| match cell {
        Data::Empty | Data::Error(_) => String::new(),
        other => other.to_string(),
    };
    let sheet = sheet.map_err(unreadable)?;
    Ok(sheet.rows().map(|row| row.iter().map(text).collect()).collect())
}

fn read_csv(content: &[u8]) -> std::result::Result<Vec<Vec<String>>, BulkFault> {
    let text = decoded(content).ok_or(BulkFault::Unreadable)?;
    if text.contains('\0') {
        return Err(BulkFault::Unreadable);
    }
    let header = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'];
    let often = |byte: &u8| header.bytes().filter(|other| other == byte).count();
    // Of equally many, the first counts: the documented comma.
    let separator = separator.into_iter().rev().max_by_key(often).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let row = |row: csv::Result<csv::StringRecord>| {
        let row = row.map_err(|_| BulkFault::Unreadable)?;
        Ok(row.iter().map(str::to_owned).collect())
    };
    reader.records().map(row).collect()
}

/// What a mark at the beginning says, else UTF-8 if it is, else GB 18030.
fn decoded(content: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(content) {
        let (text, faulty) = encoding.decode_without_bom_handling(&content[mark..]);
        return (!faulty).then(|| text.into_owned());
    }
    if let Ok(text) = std::str::from_utf8(content) {
        return Some(text.to_owned());
    }
    let (text, faulty) = GB18030.decode_without_bom_handling(content);
    (!faulty).then(|| text.into_owned())
}

/// A file of `columns` and `rows`.
fn written(format: Format, columns: &[&'static str], rows: &[Vec<String>]) -> Result<Vec<u8>> {
    fn cells(row: &[String]) -> Vec<Cell<'_>> {
        row.iter().map(|cell| Cell::text(Some(cell))).collect()
    }
    match format {
        Format::Csv => {
            let mut csv = Csv::new(columns);
            for row in rows {
                csv.row(&cells(row));
            }
            Ok(csv.take())
        }
        Format::Xlsx => {
            let mut xlsx = Xlsx::new(columns).map_err(|error| report(&error))?;
            for row in rows {
                xlsx.row(&cells(row)).map_err(|error| report(&error))?;
            }
            let mut file = Vec::new();
            xlsx.write_to(&mut file).map_err(|error| report(&error))?;
            Ok(file)
        }
    }
}

/// A file that shows how licence work is written, with the company's domain and a licence it has.
///
/// # Errors
///
/// `Forbidden` without the right to assign licences.
pub async fn template(caller: &Caller, format: Format) -> Result<Vec<u8>> {
    let grant = caller.authorize(Action::AssignLicences)?;
    let mut tx = grant.read().await?;
    let domain = domain_of(&mut tx, grant.customer()).await?;
    let skus = skus(&mut tx, "en").await?;
    let pools = seats::list(&mut tx, grant.customer()).await.stored()?;
    let sku = pools.iter().find_map(|(sku, _)| skus.get(*sku));
    let rows = bulk_sample(&domain, sku).map(|row| row.cells().map(str::to_owned).to_vec());
    written(format, &BULK_HEADER, &rows)
}

/// The documented file of new people, empty but for a sample row.
///
/// # Errors
///
/// `Forbidden` without the right to edit people.
pub async fn import_template(caller: &Caller, format: Format) -> Result<Vec<u8>> {
    let grant = caller.authorize(Action::EditUsers)?;
    let mut tx = grant.read().await?;
    let domain = domain_of(&mut tx, grant.customer()).await?;
    let sample = ["伟", "王", "王伟", &format!("wang.wei@{domain}"), ""];
    written(format, &IMPORT_HEADER, &[sample.map(str::to_owned).to_vec()])
}

/// The rows of a job that were refused, as they were written, and why, as `say` puts it. What is
/// corrected there can be sent again without the last column.
///
/// # Errors
///
/// `Forbidden` without the right to assign licences; `NotFound`.
pub async fn failing_rows(
    caller: &Caller,
    id: BulkJobId,
    format: Format,
    say: impl Fn(&Refusal) -> String,
) -> Result<Vec<u8>> {
    let grant = caller.authorize(Action::AssignLicences)?;
    let mut tx = grant.read().await?;
    let customer = grant.customer();
    rows::find(&mut tx, customer, Kind::Licences, id).await.stored()?.ok_or(NO_JOB)?;
    let refused = BulkFilter { outcome: Some(BulkOutcome::Refused), after: 0 };
    let lines = rows::rows(&mut tx, customer, id, refused, i64::MAX).await.stored()?;
    let mut table = Vec::with_capacity(lines.len());
    for row in lines {
        let row = line(row)?;
        let why: Vec<_> = row.faults.iter().map(|fault| say(&fault.refusal)).collect();
        let mut cells = row.cells.cells().map(str::to_owned).to_vec();
        cells.push(why.join(" "));
        table.push(cells);
    }
    let [user, licence, action, off] = BULK_HEADER;
    written(format, &[user, licence, action, off, "Problem"], &table)
}

/// The first passwords of people who have just been added: to be handed over once.
///
/// # Errors
///
/// If a workbook cannot be written.
pub fn passwords_file(added: &ImportedUsers, format: Format) -> Result<Vec<u8>> {
    let row = |user: &domain::licences::ImportedUser| {
        let password = user.password.as_ref().map(TemporaryPassword::reveal).unwrap_or_default();
        vec![user.display_name.clone(), user.sign_in_name.clone(), password.to_owned()]
    };
    let rows: Vec<_> = added.users.iter().map(row).collect();
    written(format, &["Display name", "Email", "Temporary password"], &rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_table_is_read_in_every_form() {
        let text = "User name,Licence\r\n\"wang, wei\",企业版\r\n,\r\n";
        let expected = table(&[&["User name", "Licence"], &["wang, wei", "企业版"]]);
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        for content in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            GB18030.encode(text).0.into_owned(),
            utf16,
            "User name;Licence\n\"wang, wei\";企业版\n".as_bytes().to_vec(),
            "User name\tLicence\nwang, wei\t企业版\n".as_bytes().to_vec(),
            written(Format::Csv, &["User name", "Licence"], &expected[1..]).unwrap(),
            written(Format::Xlsx, &["User name", "Licence"], &expected[1..]).unwrap(),
        ] {
            assert_eq!(read_table(&content).as_ref(), Ok(&expected));
        }
    }

    #[test]
    fn what_is_no_table_is_said_to_be_none() {
        for content in [b"PK\x03\x04nonsense".as_slice(), &[0xff; 9], b"a,b\0c"] {
            assert_eq!(read_table(content), Err(BulkFault::Unreadable), "{content:?}");
        }
        assert_eq!(read_table(b""), Ok(vec![]));
    }
}
