//! The invoice on a page, on paper, in its files and in the database.

use axum::http::StatusCode;
use domain::money::Money;
use i18n::{Language, Locale, format, message};
use lopdf::Document;
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
