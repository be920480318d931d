//! The license-based file: what a row says, byte for byte, and files of more than one batch.

use domain::access::AdminRole;
use domain::billing::{ChargeType, Days, LICENCE_COLUMNS, platform_id};
use domain::ids::InvoiceId;
use domain::money::{Money, UnitPrice};
use services::billing::{Written, licence_file};
use services::export::Csv;
use storage::Store;
use storage::billing::lines::{self, StoredLine};
use testkit::on_each_backend;

use super::{Desk, day, offer};

/// Two full batches: the end is known only when the third is empty.
const LINES: u32 = 4_000;

impl Desk {
    /// The first invoice, which has one line, and more of such lines behind it.
    async fn invoice_with(&self, more: impl FnOnce(StoredLine) -> Vec<StoredLine>) -> InvoiceId {
        self.buy("O365-E1", 15).await;
        self.go_to("2019-06-15");
        self.jobs().await;
        let [invoice] = &self.invoices().await[..] else { panic!("one invoice") };
        let line = self.lines(invoice).await.pop().expect("it has a line");
        let mut tx = self.world.store().write().await.expect("the database writes");
        lines::insert_many(&mut tx, invoice.id, &more(line)).await.expect("the lines are new");
        tx.commit().await.expect("the database writes");
        invoice.id
    }

    /// The rows of the file, without its header.
    async fn file(&self, invoice: InvoiceId) -> Vec<String> {
        let reader = self.world.caller(1, AdminRole::BillingAdmin);
        let mut file = licence_file(&reader, invoice).await.expect("it is there");
        let (mut csv, mut text) = (Csv::new(&LICENCE_COLUMNS), Vec::new());
        loop {
            let batch = file.next().await.expect("it can be read");
            for row in &batch {
                csv.row(&Written::of(row).cells(row));
            }
            text.extend(csv.take());
            if batch.is_empty() {
                break;
            }
        }
        let text = String::from_utf8(text).expect("it is text");
        let rows = text.strip_suffix("\r\n").expect("each row ends").split("\r\n");
        rows.skip(1).map(str::to_owned).collect()
    }
}

/// Neighbours have different values, so that none can stand in the place of another.
fn distinct(of: StoredLine) -> StoredLine {
    let mut line = of.line;
    line.charge_type = ChargeType::CycleInstanceProrate;
    line.days = Days { first: day("2019-07-20"), last: day("2019-12-31") };
    line.unit_price = UnitPrice::from_stored(-12_345);
    line.quantity = 17;
    line.money.amount = Money::from_fen(-1_234_567);
    line.money.discount = Money::from_fen(5);
    line.money.tax = Money::from_fen(70);
    StoredLine {
        position: 2,
        order_number: 123_456_789,
        line,
        starts_on: day("2019-01-02"),
        ends_on: day("2020-02-29"),
        customer_name: "=1+1, \"吉祥\"".to_owned(),
        domain_prefix: "jixiang".to_owned(),
        nickname: Some("for\nthe branch".to_owned()),
        reseller: Some("6048879".to_owned()),
        ..of
    }
}

async fn each_value_stands_in_its_column(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let invoice = desk.invoice_with(|line| vec![distinct(line)]).await;
    let [issued] = &desk.invoices().await[..] else { panic!("one invoice") };
    let line = desk.lines(issued).await.pop().expect("it has lines");
    let sku = services::demo::offers().into_iter().find(|one| one.code == "O365-E1");
    let [_, row] = &desk.file(invoice).await[..] else { panic!("two rows") };
    let expected = format!(
        "{partner},{customer},ORD-123456789,{platform},{subscription},{sku},{offer},\
         Office 365 Enterprise E1,1/2/2019 0:00,2/29/2020 0:00,7/20/2019 0:00,12/31/2019 23:59,\
         {charge},-1.2345,17,-12345.67,0.05,-12345.72,0.70,-12345.02,CNY,\
         \"'=1+1, \"\"吉祥\"\"\",4390934,,jixiang.partner.onmschina.cn,\"for\nthe branch\",\
         Office 365 Enterprise E1",
        partner = desk.world.partner(1),
        customer = desk.customer(),
        platform = platform_id(line.subscription.into()),
        subscription = line.subscription,
        sku = sku.expect("the demo sells it").sku_id,
        offer = offer("O365-E1"),
        charge = ChargeType::CycleInstanceProrate.file_words(),
    );
    assert_eq!(*row, expected);
}

/// In the order of the invoice, also where one batch ends and the next begins.
async fn a_long_file_has_every_line_once(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let copies = |line: StoredLine| {
        let copy = |position| {
            let mut copy = StoredLine { position, ..line.clone() };
            copy.line.quantity = position;
            copy
        };
        (2..=LINES).map(copy).collect()
    };
    let invoice = desk.invoice_with(copies).await;
    let rows = desk.file(invoice).await;
    let seats: Vec<u32> = rows
        .iter()
        .skip(1)
        .map(|row| row.split(',').nth(14).and_then(|cell| cell.parse().ok()).expect("a number"))
        .collect();
    assert_eq!(seats, (2..=LINES).collect::<Vec<_>>());
}

on_each_backend! {
    each_value_stands_in_its_column
    a_long_file_has_every_line_once
}
