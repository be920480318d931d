//! What an invoice on paper says: the same as its page.
//!
//! Source: domain book, "read-your-bill".

use app::billing::words;
use domain::billing::{CustomerShare, FileKind, Line, LineView, PrintedInvoice, UsageLineView};
use domain::error::Arg;
use domain::money::Money;
use i18n::{Locale, MessageId, format, message};
use krilla::metadata::Metadata;

use super::canvas::{Canvas, Column, LEFT, RIGHT, Side, TEXT};
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

/// The whole document, in `locale`'s language; `None` if the font cannot be used after all.
pub(super) fn compose(face: &Face, printed: &PrintedInvoice, locale: Locale) -> Option<Vec<u8>> {
    let words = Words(locale);
    let mut paper = Canvas::new(face.ruler()?);
    let number = printed.invoice.summary.number.clone();
    let title = words.with(message!("invoice-title"), &[("number", Arg::Text(number))]);
    first_page(&mut paper, printed, words, &title);
    if printed.itemised {
        for share in &printed.invoice.customers {
            customer(&mut paper, printed, share, words);
        }
    } else {
        paper.skip(GAP);
        paper.paragraph(TEXT, &words.say(message!("invoice-pdf-not-itemised")));
    }
    let metadata = Metadata::new()
        .title(title.clone())
        .language(locale.language().tag().to_owned())
        .authors(vec![printed.invoice.header.seller.name.clone()]);
    let foot = |page, of| {
        let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
        words.with(message!("invoice-pdf-page"), &[("page", count(page)), ("of", count(of))])
    };
    paper.finish(face, metadata, &title, foot)
}

/// Who and when, the sections, the proof, and what each customer has of it.
fn first_page(paper: &mut Canvas<'_>, printed: &PrintedInvoice, words: Words, title: &str) {
    let invoice = &printed.invoice;
    paper.paragraph(160, title);
    paper.skip(GAP / 2);
    for (label, fact) in app::billing::words::header(words.0, invoice) {
        paper.row(&FACTS, &[words.say(label), fact]);
    }
    paper.skip(GAP);
    let sums = words::sections(&invoice.summary.sections);
    let sums = sums.into_iter().chain(words::below_total(&invoice.summary));
    let rows: Vec<_> = sums.map(|(name, sum)| vec![words.say(name), words.money(sum)]).collect();
    let header = [message!("invoice-section"), message!("invoice-amount")];
    paper.table(&SUMS, &header.map(|name| words.say(name)), &rows);
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
    let header = [
        message!("invoice-customer"),
        message!("invoice-domain"),
        message!("invoice-subtotal"),
        message!("invoice-tax"),
        message!("billing-total"),
    ];
    let rows: Vec<_> = invoice.customers.iter().map(|share| words.share(share)).collect();
    paper.table(&SHARES, &header.map(|name| words.say(name)), &rows);
}

/// A customer's lines, beginning on a page of their own.
fn customer(paper: &mut Canvas<'_>, printed: &PrintedInvoice, share: &CustomerShare, words: Words) {
    paper.turn();
    paper.paragraph(120, &format!("{} · {}", share.name, share.domain));
    paper.skip(GAP / 2);
    let own = printed.lines.iter().filter(|line| line.customer == share.customer);
    let rows: Vec<_> = own.map(|line| words.line(line)).collect();
    if !rows.is_empty() {
        paper.table(&LINES, &words.columns(FileKind::License), &rows);
        paper.skip(GAP);
    }
    let own = printed.usage.iter().filter(|row| row.customer == share.customer);
    let rows: Vec<_> = own.map(|row| words.usage(row)).collect();
    if !rows.is_empty() {
        paper.table(&LINES, &words.columns(FileKind::Usage), &rows);
        paper.skip(GAP);
    }
    let sums = [
        (message!("invoice-subtotal"), share.money.subtotal()),
        (message!("invoice-tax"), share.money.tax),
        (message!("billing-total"), share.money.total()),
    ];
    for (name, sum) in sums {
        let cells = [words.say(name), words.money(sum)];
        if !paper.fits(paper.height(&SUMS, &cells)) {
            paper.turn();
        }
        paper.row(&SUMS, &cells);
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
