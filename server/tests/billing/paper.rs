//! The invoice on a page, on paper, in its files and in the database.

use axum::http::StatusCode;
use domain::access::OperatorRole;
use domain::billing::IssueCreditNote;
use domain::ids::InvoiceId;
use domain::money::Money;
use i18n::{Language, Locale, format, message};
use lopdf::{Document, Object};
use server::config::Config;

use crate::files;
use crate::rich::{CUSTOMER, Rich};
use crate::support::{Product, config};

/// The words of all pages of `pdf`, without the spaces and ends of lines that belong to the layout.
fn text(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    let text = document.extract_text(&pages).expect("text that can be copied");
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[tokio::test]
async fn page_paper_files_and_database_say_the_same() {
    let rich = Rich::new().await;
    let answer = rich.file("invoice.pdf").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert_eq!(answer.header("content-type"), "application/pdf");
    let name = format!("attachment; filename=\"{}.pdf\"", rich.invoice.number);
    assert_eq!(answer.header("content-disposition"), name);
    let paper = text(&answer.bytes);
    let page = rich.page().await;
    let language = Language::En;
    let money = |amount: Money| format::money(language, amount);
    let on_both = |what: &str| {
        assert!(paper.contains(&tight(what)), "on paper: {what}");
        assert!(page.contains(what), "on the page: {what}");
    };

    // The sections, of which the files' sums are a test of their own.
    let sections = rich.invoice.sections;
    for sum in [
        sections.recurring,
        sections.other_products,
        sections.usage,
        sections.discounts,
        sections.credits,
        sections.tax,
        sections.total,
        rich.invoice.payable,
    ] {
        on_both(&money(sum));
    }
    let due = format::date(language, rich.invoice.due_on);
    for words in [&rich.invoice.number, CUSTOMER, "合作伙伴有限公司", "4390934", &due, "CNY"]
    {
        on_both(words);
    }

    // Each line of the database, in the file and on paper.
    let lines = rich.lines().await;
    let licence = files::licence(&rich).await;
    assert_eq!(licence.rows(), lines.len());
    for line in &lines {
        for amount in [line.line.money.amount, line.line.money.tax, line.line.money.total()] {
            on_both(&money(amount));
        }
    }
    assert_eq!(
        licence.sum("TotalForCustomer", |_| true),
        lines.iter().map(|line| line.line.money.total()).sum()
    );
    for sum in ["645.79", "307.20", "78.50", "0.89"] {
        assert!(paper.contains(sum), "usage on paper: {sum}");
    }
}

#[tokio::test]
async fn a_credit_note_has_a_paper_of_its_own_and_no_files() {
    let rich = Rich::new().await;
    let id = credit_note(&rich).await;
    let get = async |path: &str| {
        let path = path.replace("ID", &id.to_string());
        rich.product.page_of(&rich.token, &path).await
    };
    let page = get("/billing/ID").await;
    assert!(page.body.contains("/files/billing/invoice.pdf"), "{}", page.body);
    let answer = get("/files/billing/invoice.pdf?invoice=ID").await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let name = "attachment; filename=\"CNC-201907-000001.pdf\"";
    assert_eq!(answer.header("content-disposition"), name);
    let paper = text(&answer.bytes);
    let back = format::money(Language::En, Money::from_fen(-5_300));
    for words in ["Credit note CNC-201907-000001", &rich.invoice.number, "服务中断", &back] {
        assert!(paper.contains(&tight(words)), "on paper: {words} in {paper}");
        assert!(page.body.contains(words), "on the page: {words}");
    }
    assert!(!paper.contains("Recurringcharges"), "it is no invoice: {paper}");
    let claim = b"pdfuaid:part";
    assert!(answer.bytes.windows(claim.len()).any(|at| at == claim), "it can be read out");
    for path in [
        "/files/billing/license.csv?invoice=ID",
        "/files/billing/license.xlsx?invoice=ID",
        "/files/billing/usage.csv?invoice=ID",
        "/files/billing/usage.xlsx?invoice=ID",
        "/billing/ID/files",
    ] {
        assert_eq!(get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

async fn credit_note(rich: &Rich) -> InvoiceId {
    let world = &rich.product.world;
    let operator = world.operator_caller(OperatorRole::CreditAndCollections);
    let wanted = IssueCreditNote {
        request: world.request(),
        partner: world.partner(1),
        invoice: rich.invoice.id,
        amount: Money::from_fen(5_300),
        reason: "服务中断".to_owned(),
    };
    services::billing::issue_credit_note(&operator, wanted).await.expect("it can be issued")
}

/// Everything below `part` that has a role, as `Role[…]`.
fn roles(document: &Document, part: &Object) -> String {
    match document.dereference(part).expect("it is there").1 {
        Object::Array(parts) => parts.iter().map(|part| roles(document, part)).collect(),
        Object::Dictionary(part) => {
            let below = part.get(b"K").map_or_else(|_| String::new(), |k| roles(document, k));
            match part.get(b"S").and_then(Object::as_name) {
                Ok(role) => format!("{}[{below}]", String::from_utf8_lossy(role)),
                Err(_) => below,
            }
        }
        _ => String::new(),
    }
}

#[tokio::test]
async fn the_paper_can_be_read_out() {
    let rich = Rich::new().await;
    let answer = rich.file_in("fr", "invoice.pdf").await;
    let document = Document::load_mem(&answer.bytes).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    let language = catalog.get(b"Lang").and_then(Object::as_str).expect("a language");
    assert_eq!(String::from_utf8_lossy(language), "fr");
    assert!(catalog.has(b"Outlines"), "a list of headings");
    let all = roles(&document, catalog.get(b"StructTreeRoot").expect("it is tagged"));
    let label = "TR[TH[]TD[]]";
    assert!(all.starts_with(&format!("Document[H1[]Table[TBody[{label}")), "{all}");
    assert!(all.contains("Table[THead[TR[TH[]TH[]]]TBody[TR[TH[]TD[]]"), "the sections: {all}");
    let line = "TR[TH[]TD[]TD[]TD[]TD[]TD[]TD[]TD[]]";
    assert!(
        all.contains(&format!("H2[]Table[THead[TR[{}]]TBody[{line}", "TH[]".repeat(8))),
        "{all}"
    );
    // A row for each line of both files, and the header of each table once.
    assert_eq!(all.matches(line).count(), rich.lines().await.len() + 4, "{all}");
    assert_eq!(all.matches("THead").count(), 4, "{all}");
}

#[tokio::test]
async fn the_paper_speaks_the_readers_language_and_counts_its_pages() {
    let rich = Rich::new().await;
    for (language, first) in
        [(Language::En, "Page 1 of"), (Language::Fr, "Page 1 sur"), (Language::ZhCn, "第 1 页，共")]
    {
        let answer = rich.file_in(language.tag(), "invoice.pdf").await;
        let paper = text(&answer.bytes);
        let say = |id| Locale::new(language).say(id, &[]);
        let labels = [message!("invoice-recurring"), message!("invoice-terms")].map(say);
        for words in labels.iter().map(String::as_str).chain([first]) {
            assert!(paper.contains(&tight(words)), "{language:?}: {words} in {paper}");
        }
        // Only the glyphs that appear are in the document.
        assert!(answer.bytes.len() < 300_000, "{} bytes", answer.bytes.len());
    }
}

#[tokio::test]
async fn without_a_font_the_reader_is_told_and_everything_else_works() {
    let rich = Rich::new().await;
    let set = [("PORTAL_PDF_FONT".to_owned(), "/no/such/font.ttc".to_owned())];
    let bare = Config { pdf_font: Config::read(set).expect("a setting").pdf_font, ..config() };
    let Rich { product, invoice, token } = rich;
    let product = Product::with(product.world, bare);
    let path = format!("/files/billing/invoice.pdf?invoice={}", invoice.id);
    let answer = product.page_of(&token, &path).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.body.contains("no font with Chinese characters"), "{}", answer.body);
    let page = product.page_of(&token, &format!("/billing/{}", invoice.id)).await;
    assert_eq!(page.status, StatusCode::OK);
}
