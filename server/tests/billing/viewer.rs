//! The page of an invoice's files.

use axum::http::StatusCode;

use crate::rich::Rich;

impl Rich {
    /// The page of the files, with `query`.
    async fn view(&self, query: &str) -> String {
        let path = format!("/billing/{}/files{query}", self.invoice.id);
        let answer = self.product.page_of(&self.token, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        answer.body
    }
}

/// Rows of the table of rows: each links to its subscription.
fn rows(page: &str) -> usize {
    page.matches("/subscriptions/").count()
}

#[tokio::test]
async fn the_page_shows_the_rows_that_are_asked_for() {
    let rich = Rich::new().await;
    let customer = rich.product.world.customer(1);
    let all = rich.lines().await.len();
    let fees = |code: &str, lines: &[storage::billing::lines::StoredLine]| {
        lines.iter().filter(|line| line.line.charge_type.code() == code).count()
    };
    let lines = rich.lines().await;
    let cycle = fees("CYCLE_FEE", &lines);
    assert!(cycle > 0 && cycle < all, "a filter leaves something and takes something away");
    for (query, expected) in [
        (String::new(), all),
        ("?file=license&charge=CYCLE_FEE".to_owned(), cycle),
        (format!("?customer={customer}&charge="), all),
        (format!("?customer={}", rich.product.world.customer(2)), 0),
        (format!("?file=license&after={}", all - 1), 1),
        ("?file=usage".to_owned(), 4),
        ("?file=usage&charge=CYCLE_USAGEFEE".to_owned(), 4),
        ("?file=usage&charge=CANCEL_USAGEFEE".to_owned(), 0),
        // What no file of ours has is no filter.
        ("?file=other&charge=NONE".to_owned(), all),
    ] {
        assert_eq!(rows(&rich.view(&query).await), expected, "{query}");
    }
}

#[tokio::test]
async fn every_section_has_its_mark_and_every_file_its_link() {
    let rich = Rich::new().await;
    let page = rich.view("").await;
    // Seven sections and the total.
    assert_eq!(page.matches(">Same<").count(), 8, "{page}");
    assert!(!page.contains(">Different<"));
    for file in ["license.csv?", "license.xlsx?", "usage.csv?", "usage.xlsx?"] {
        assert!(page.contains(&format!("/files/billing/{file}invoice={}", rich.invoice.id)));
    }
    assert_eq!(page.matches("encoding=gb18030").count(), 2);
    for block in ["The license-based file", "The usage-based file", "Rows by reseller"] {
        assert!(page.contains(block), "{block}");
    }
}
