//! What an invoice on paper says: the same as its page.
//!
//! Source: domain book, "read-your-bill".

use std::num::NonZeroU16;

use app::billing::words;
use domain::billing::{
    CustomerShare, FileKind, InvoiceKind, InvoiceSummary, Line, LineView, PrintedInvoice,
    UsageLineView,
};
use domain::error::Arg;
use domain::money::Money;
use i18n::{Locale, MessageId, format, message};
use krilla::metadata::Metadata;

use super::canvas::{Canvas, Column, LEFT, RIGHT, Side, TEXT, Table};
use super::face::Face;

/// Between two things that do not belong together.
const GAP: i32 = 160;

const FACTS: [Column; 2] =
    [Column(LEFT, LEFT + 1_500, Side::Left), Column(LEFT + 1_600, RIGHT, Side::Left)];

const SUMS: [Column; 2] =
    [Column(LEFT, RIGHT - 1_300, Side::Left), Column(RIGHT - 1_200, RIGHT, Side::Right)];

const SHARES: [Column; 5] = [
    Column(LEFT, LEFT + 1_700, Side::Left),
    Column(LEFT + 1_800, LEFT + 2_600, Side::Left),
    Column(LEFT + 2_700, LEFT + 3_400, Side::Right),
    Column(LEFT + 3_500, LEFT + 4_200, Side::Right),
    Column(LEFT + 4_300, RIGHT, Side::Right),
];

const LINES: [Column; 8] = [
    Column(LEFT, LEFT + 1_020, Side::Left),
    Column(LEFT + 1_070, LEFT + 2_000, Side::Left),
    Column(LEFT + 2_050, LEFT + 2_480, Side::Right),
    Column(LEFT + 2_500, LEFT + 2_830, Side::Right),
    Column(LEFT + 2_850, LEFT + 3_420, Side::Right),
    Column(LEFT + 3_440, LEFT + 3_900, Side::Right),
    Column(LEFT + 3_920, LEFT + 4_400, Side::Right),
    Column(LEFT + 4_420, RIGHT, Side::Right),
];

const TITLE: NonZeroU16 = NonZeroU16::MIN;
const BELOW_TITLE: NonZeroU16 = TITLE.saturating_add(1);

/// The whole document, in `locale`'s language; `None` if the font cannot be used after all.
pub(super) fn compose(face: &Face, printed: &PrintedInvoice, locale: Locale) -> Option<Vec<u8>> {
    let words = Words(locale);
    let mut paper = Canvas::new(face.ruler()?);
    let title = words.title(&printed.invoice.summary);
    paper.heading(TITLE, 160, &title);
    paper.skip(GAP / 2);
    match printed.invoice.summary.kind {
        InvoiceKind::Invoice => invoice(&mut paper, printed, words, &title),
        InvoiceKind::CreditNote => {
            let facts = words::credit_note(locale, &printed.invoice);
            paper.table(&words.facts(&title, facts));
        }
    }
    let metadata = Metadata::new()
        .title(title.clone())
        .language(locale.language().tag().to_owned())
        .authors(vec![printed.invoice.header.seller.name.clone()]);
    let foot = |page, of| {
        let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
        words.with(message!("invoice-pdf-page"), &[("page", count(page)), ("of", count(of))])
    };
    paper.finish(face, &metadata, &title, foot)
}

/// Who and when, the sections, the proof, what each customer has of it, and its lines.
fn invoice(paper: &mut Canvas<'_>, printed: &PrintedInvoice, words: Words, title: &str) {
    let invoice = &printed.invoice;
    paper.table(&words.facts(title, words::header(words.0, invoice)));
    paper.skip(GAP);
    paper.table(&words.sums(&invoice.summary));
    paper.skip(GAP / 2);
    let proof = invoice.proof;
    let sides = [
        ("lines", Arg::Money(proof.lines)),
        ("sections", Arg::Money(proof.sections)),
        ("files", Arg::Money(proof.files)),
        ("total", Arg::Money(proof.total)),
    ];
    paper.paragraph(TEXT, &words.with(message!("invoice-proof"), &sides));
    paper.skip(GAP);
    paper.table(&words.shares(&invoice.customers));
    if printed.itemised {
        customers(paper, printed, words);
    } else {
        paper.skip(GAP);
        paper.paragraph(TEXT, &words.say(message!("invoice-pdf-not-itemised")));
    }
}

/// Each customer's lines, beginning on a page of their own.
fn customers(paper: &mut Canvas<'_>, printed: &PrintedInvoice, words: Words) {
    for share in &printed.invoice.customers {
        paper.turn();
        paper.heading(BELOW_TITLE, 120, &format!("{} · {}", share.name, share.domain));
        paper.skip(GAP / 2);
        let own = printed.lines.iter().filter(|line| line.customer == share.customer);
        lines(paper, words, FileKind::License, own.map(|line| words.line(line)).collect());
        let own = printed.usage.iter().filter(|row| row.customer == share.customer);
        lines(paper, words, FileKind::Usage, own.map(|row| words.usage(row)).collect());
        paper.table(&words.customer_sums(share));
    }
}

fn lines(paper: &mut Canvas<'_>, words: Words, file: FileKind, rows: Vec<Vec<String>>) {
    if !rows.is_empty() {
        let about = words.say(message!("invoice-lines"));
        paper.table(&Table { about, columns: &LINES, header: words.columns(file), rows });
        paper.skip(GAP);
    }
}

/// How one reader is spoken to.
#[derive(Clone, Copy)]
struct Words(Locale);

impl Words {
    fn say(self, id: MessageId) -> String {
        self.0.say(id, &[])
    }

    fn with(self, id: MessageId, args: &[(&'static str, Arg)]) -> String {
        self.0.say(id, args)
    }

    fn money(self, amount: Money) -> String {
        format::money(self.0.language(), amount)
    }

    fn title(self, summary: &InvoiceSummary) -> String {
        let number = [("number", Arg::Text(summary.number.clone()))];
        match summary.kind {
            InvoiceKind::Invoice => self.with(message!("invoice-title"), &number),
            InvoiceKind::CreditNote => self.with(message!("credit-note-title"), &number),
        }
    }

    /// Labels and what they are about, under the name of the whole.
    fn facts(self, about: &str, facts: Vec<(MessageId, String)>) -> Table<'static> {
        let rows = facts.into_iter().map(|(label, fact)| vec![self.say(label), fact]).collect();
        Table { about: about.to_owned(), columns: &FACTS, header: Vec::new(), rows }
    }

    fn sums(self, summary: &InvoiceSummary) -> Table<'static> {
        let header = [message!("invoice-section"), message!("invoice-amount")];
        let sums = words::sections(&summary.sections);
        let sums = sums.into_iter().chain(words::below_total(summary));
        Table {
            about: self.say(message!("invoice-summary")),
            columns: &SUMS,
            header: header.map(|name| self.say(name)).to_vec(),
            rows: sums.map(|(name, sum)| vec![self.say(name), self.money(sum)]).collect(),
        }
    }

    fn customer_sums(self, share: &CustomerShare) -> Table<'static> {
        let sums = [
            (message!("invoice-subtotal"), share.money.subtotal()),
            (message!("invoice-tax"), share.money.tax),
            (message!("billing-total"), share.money.total()),
        ];
        let rows = sums.map(|(name, sum)| vec![self.say(name), self.money(sum)]).to_vec();
        Table { about: share.name.clone(), columns: &SUMS, header: Vec::new(), rows }
    }

    fn shares(self, customers: &[CustomerShare]) -> Table<'static> {
        let header = [
            message!("invoice-customer"),
            message!("invoice-domain"),
            message!("invoice-subtotal"),
            message!("invoice-tax"),
            message!("billing-total"),
        ];
        Table {
            about: self.say(message!("invoice-customers")),
            columns: &SHARES,
            header: header.map(|name| self.say(name)).to_vec(),
            rows: customers.iter().map(|share| self.share(share)).collect(),
        }
    }

    fn share(self, share: &CustomerShare) -> Vec<String> {
        let sums = [share.money.subtotal(), share.money.tax, share.money.total()];
        let names = [share.name.clone(), share.domain.clone()];
        names.into_iter().chain(sums.map(|sum| self.money(sum))).collect()
    }

    fn columns(self, file: FileKind) -> Vec<String> {
        let (what, how_many, price) = match file {
            FileKind::License => (
                message!("invoice-subscription"),
                message!("invoice-seats"),
                message!("invoice-price"),
            ),
            FileKind::Usage => (
                message!("files-resource"),
                message!("files-overage"),
                message!("files-list-price"),
            ),
        };
        let rest = [
            message!("invoice-amount"),
            message!("invoice-discount"),
            message!("invoice-tax"),
            message!("billing-total"),
        ];
        let names = [what, message!("invoice-charge"), price, how_many];
        names.into_iter().chain(rest).map(|name| self.say(name)).collect()
    }

    fn line(self, row: &LineView) -> Vec<String> {
        let Line { charge_type, days, unit_price, quantity, money, .. } = row.line;
        let language = self.0.language();
        vec![
            row.nickname.clone().unwrap_or_else(|| row.offer_name.clone()),
            self.charge(charge_type, days),
            format::unit_price(language, unit_price),
            format::count(language, quantity.into()),
            self.money(money.amount),
            self.money(money.discount),
            self.money(money.tax),
            self.money(money.total()),
        ]
    }

    fn usage(self, row: &UsageLineView) -> Vec<String> {
        let language = self.0.language();
        vec![
            row.resource.clone(),
            self.charge(row.charge_type, row.days),
            format::unit_price(language, row.list_price),
            format::decimal(language, row.overage.units().normalize()),
            self.money(row.money.amount),
            self.money(row.money.discount),
            self.money(row.money.tax),
            self.money(row.money.total()),
        ]
    }

    fn charge(self, charge: domain::billing::ChargeType, days: domain::billing::Days) -> String {
        let ends = [("first", Arg::Day(days.first)), ("last", Arg::Day(days.last))];
        let days = self.with(message!("invoice-from-to"), &ends);
        format!("{}\n{days}", self.say(words::charge(charge)))
    }
}
