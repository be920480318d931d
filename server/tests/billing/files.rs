//! The reconciliation files.

use std::collections::BTreeMap;
use std::io::Cursor;

use axum::http::StatusCode;
use calamine::{Data, Reader as _, Xlsx};
use csv::StringRecord;
use domain::billing::{ChargeType, LICENCE_COLUMNS, Section, USAGE_COLUMNS};
use domain::money::Money;
use encoding_rs::GB18030;

use crate::rich::{CUSTOMER, Rich};

/// A file as somebody reads it: rows by the names of the columns.
pub struct Table(Vec<BTreeMap<String, String>>);

impl Table {
    fn read(text: &str, columns: &[&str]) -> Self {
        let (header, _) = text.split_once("\r\n").expect("there is a header");
        assert_eq!(header, columns.join(","));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let names = reader.headers().expect("a header").clone();
        let row = |row: csv::Result<StringRecord>| {
            let row = row.expect("a row");
            names.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
        };
        Self(reader.records().map(row).collect())
    }

    /// The texts of `column`.
    fn column(&self, column: &str) -> Vec<&str> {
        self.0.iter().map(|row| row[column].as_str()).collect()
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.0.len()
    }

    /// Σ of `column` over the rows whose charge type is of `section`.
    pub fn sum(&self, column: &str, section: impl Fn(Section) -> bool) -> Money {
        let of = |row: &&BTreeMap<String, String>| section(charge(&row["ChargeType"]).section());
        self.0.iter().filter(of).map(|row| fen(&row[column])).sum()
    }
}

pub fn charge(words: &str) -> ChargeType {
    let found = ChargeType::ALL.iter().find(|charge| charge.file_words() == words);
    *found.expect("the file writes the book's words")
}

fn fen(text: &str) -> Money {
    Money::from_fen(text.replace('.', "").parse().expect("an amount has two decimals"))
}

pub async fn licence(rich: &Rich) -> Table {
    Table::read(&text(rich, "license.csv").await, &LICENCE_COLUMNS)
}

pub async fn usage(rich: &Rich) -> Table {
    Table::read(&text(rich, "usage.csv").await, &USAGE_COLUMNS)
}

/// The file without its mark.
async fn text(rich: &Rich, file: &str) -> String {
    let answer = rich.file(file).await;
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let named = answer.header("content-disposition");
    let name = format!("attachment; filename=\"{}-{file}\"", rich.invoice.number);
    assert_eq!(named, name);
    answer.body.strip_prefix('\u{feff}').expect("Excel needs the mark").to_owned()
}

#[tokio::test]
async fn each_row_adds_up_and_their_sums_are_the_invoice() {
    let rich = Rich::new().await;
    let (licence, usage) = (licence(&rich).await, usage(&rich).await);
    for row in &licence.0 {
        let of = |column: &str| fen(&row[column]);
        assert_eq!(of("Subtotal"), of("Amount") - of("TotalOtherDiscount"));
        assert_eq!(of("TotalForCustomer"), of("Subtotal") + of("Tax"));
    }
    for row in &usage.0 {
        let of = |column: &str| fen(&row[column]);
        assert_eq!(of("PostTaxTotal"), of("PretaxCharges") + of("TaxAmount"));
    }
    let sections = rich.invoice.sections;
    let not_given_back = |section| section != Section::Credits;
    let only = |wanted| move |section| section == wanted;
    assert_eq!(licence.sum("Amount", only(Section::Recurring)), sections.recurring);
    assert_eq!(licence.sum("Amount", only(Section::OtherProducts)), sections.other_products);
    assert_eq!(usage.sum("PretaxCharges", only(Section::Usage)), sections.usage);
    assert_eq!(-licence.sum("TotalOtherDiscount", not_given_back), sections.discounts);
    let given_back = licence.sum("TotalForCustomer", only(Section::Credits))
        + usage.sum("PostTaxTotal", only(Section::Credits));
    assert_eq!(given_back, sections.credits);
    let tax = licence.sum("Tax", not_given_back) + usage.sum("TaxAmount", not_given_back);
    assert_eq!(tax, sections.tax);
    for (name, sum) in [
        ("other products", sections.other_products),
        ("usage", sections.usage),
        ("discounts", sections.discounts),
        ("credits", sections.credits),
    ] {
        assert_ne!(sum, Money::ZERO, "the invoice has everything: {name}");
    }
}

/// Domain book, "use-the-reconciliation-files", table D; the direct model is a test of the rule.
#[tokio::test]
async fn the_resellers_of_the_four_cases_stand_in_the_file() {
    let rich = Rich::new().await;
    let table = licence(&rich).await;
    let of = |name: &str| {
        let mut found: Vec<_> = table.0.iter().filter(|row| row["OfferName"] == name).collect();
        found.dedup_by_key(|row| row["ResellerMPNID"].clone());
        assert_eq!(found.len(), 1, "{name}");
        (found[0]["MPNID"].as_str(), found[0]["ResellerMPNID"].as_str())
    };
    assert_eq!(of("Office 365 Enterprise E1"), ("4390934", "6048879"));
    assert_eq!(of("Office 365 Enterprise E3"), ("4390934", "4390934"));
    assert_eq!(of("Office 365 Business Premium"), ("4390934", "-1"));
}

#[tokio::test]
async fn names_survive_in_both_encodings_and_calculate_nothing() {
    let rich = Rich::new().await;
    let text = text(&rich, "license.csv").await;
    let table = Table::read(&text, &LICENCE_COLUMNS);
    let guarded = format!("'{CUSTOMER}");
    assert!(table.column("CustomerName").iter().all(|name| *name == guarded));
    let dates = (table.column("ChargeStartDate")[0], table.column("ChargeEndDate")[0]);
    assert_eq!(dates, ("6/15/2019 0:00", "7/14/2019 23:59"));

    let other = rich.file("license.csv?encoding=gb18030").await;
    assert_eq!(other.header("content-type"), "text/csv; charset=gb18030");
    let (decoded, faulty) = GB18030.decode_without_bom_handling(&other.bytes);
    assert!(!faulty);
    assert_eq!(decoded, text);
    assert_eq!(rich.file("license.csv?encoding=ebcdic").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_workbook_has_the_same_rows_with_numbers_and_days() {
    let rich = Rich::new().await;
    for (file, columns, figure, begin) in [
        ("license", LICENCE_COLUMNS.to_vec(), "Amount", "ChargeStartDate"),
        ("usage", USAGE_COLUMNS.to_vec(), "PretaxCharges", "ChargeStartDate"),
    ] {
        let table = Table::read(&text(&rich, &format!("{file}.csv")).await, &columns);
        let answer = rich.file(&format!("{file}.xlsx")).await;
        let mut book = Xlsx::new(Cursor::new(answer.bytes.to_vec())).expect("a workbook");
        let sheet = book.worksheet_range_at(0).expect("a sheet").expect("it can be read");
        let mut rows = sheet.rows();
        let header: Vec<_> = rows.next().expect("a header").iter().map(Data::to_string).collect();
        assert_eq!(header, columns);
        let place = |name: &str| columns.iter().position(|column| *column == name).expect("it is");
        let mut count = 0;
        for (cells, row) in rows.zip(&table.0) {
            let Data::Float(amount) = cells[place(figure)] else { panic!("a number: {cells:?}") };
            assert_eq!(format!("{amount:.2}"), row[figure]);
            assert!(matches!(cells[place(begin)], Data::DateTime(_)), "{cells:?}");
            assert_eq!(cells[place("CustomerName")], Data::String(CUSTOMER.to_owned()));
            count += 1;
        }
        assert_eq!(count, table.0.len());
    }
}

/// Domain book, "use-the-reconciliation-files", table B.
#[tokio::test]
async fn the_worked_examples_of_usage_stand_in_the_file() {
    let rich = Rich::new().await;
    let table = usage(&rich).await;
    let columns = [
        "ResourceName",
        "DetailLineItemId",
        "ConsumedQuantity",
        "IncludedQuantity",
        "OverageQuantity",
        "ListPrice",
        "PretaxCharges",
        "TaxAmount",
        "PostTaxTotal",
        "PretaxEffectiveRate",
        "PostTaxEffectiveRate",
    ];
    let mut rows: Vec<_> =
        table.0.iter().map(|row| columns.map(|column| row[column].as_str()).join(" | ")).collect();
    rows.sort_unstable();
    let none = "0.000000";
    assert_eq!(
        rows,
        [
            format!(
                "Compute hours | 1 | 744.000000 | {none} | 744.000000 | 0.8680 | 645.79 | 38.75 | 684.54 | 0.87 | 0.92"
            ),
            format!(
                "Data transfer out, GB | 1 | 11.000000 | {none} | 11.000000 | 0.0808 | 0.89 | 0.05 | 0.94 | 0.08 | 0.09"
            ),
            format!(
                "Storage, GB | 1 | 1024.000000 | {none} | 1024.000000 | 0.3000 | 307.20 | 18.43 | 325.63 | 0.30 | 0.32"
            ),
            format!(
                "Storage, GB | 2 | 314.000000 | {none} | 314.000000 | 0.2500 | 78.50 | 4.71 | 83.21 | 0.25 | 0.27"
            ),
        ]
    );
    assert!(table.column("Region").iter().all(|region| *region == "China"));
    assert!(table.column("ServiceName").iter().all(|name| *name == "云服务"));
    assert_eq!(table.column("ChargeType")[0], "Assess usage fee for current cycle");
}

/// Domain book, K1: who sells no usage sees no such file.
#[tokio::test]
async fn an_invoice_without_usage_has_no_such_file_and_others_have_none_at_all() {
    let rich = Rich::new().await;
    let june = rich.june().await;
    for (file, status) in [("license.csv", StatusCode::OK), ("usage.csv", StatusCode::NOT_FOUND)] {
        let path = format!("/files/billing/{file}?invoice={june}");
        assert_eq!(rich.product.page_of(&rich.token, &path).await.status, status, "{file}");
    }
    let world = &rich.product.world;
    let stranger = world.person(2, "qian@partner2", domain::access::AdminRole::BillingAdmin).await;
    let (_, token) = world.signed_in(&stranger).await;
    let id = rich.invoice.id;
    let files = ["license.csv", "license.xlsx", "usage.csv", "usage.xlsx", "invoice.pdf"];
    let files = files.map(|file| format!("/files/billing/{file}?invoice={id}"));
    for path in files.into_iter().chain([format!("/billing/{id}/files")]) {
        let answer = rich.product.page_of(&token, &path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}
