//! Invoices as JSON: two spaces, one member a line, always in the same order.

use std::fmt::{Display, Write as _};

use crate::billing::book::{Issued, IssuedLine};

/// `invoices` as the replay prints them, with a line end behind the last line.
pub(super) fn invoices(invoices: &[Issued]) -> String {
    let mut json = Json { text: String::new(), depth: 0, empty: true };
    json.list(invoices, invoice);
    json.text.push('\n');
    json.text
}

fn invoice(json: &mut Json, invoice: &Issued) {
    let sections = &invoice.sections;
    json.object(|json| {
        json.text("date", invoice.date);
        json.key("lines");
        json.list(&invoice.lines, line);
        json.key("sections");
        json.object(|json| {
            json.text("recurring", sections.recurring);
            json.text("other_products", sections.other_products);
            json.text("discounts", sections.discounts);
            json.text("tax", sections.tax);
        });
        json.text("total", sections.total);
    });
}

fn line(json: &mut Json, IssuedLine { subscription, line }: &IssuedLine) {
    json.object(|json| {
        json.text("subscription", escaped(subscription));
        json.text("charge_type", line.charge_type.code());
        json.text("from", line.days.first);
        json.text("to", line.days.last);
        json.text("unit_price", line.unit_price);
        json.number("quantity", line.quantity);
        json.text("amount", line.money.amount);
        json.text("discount", line.money.discount);
        json.text("subtotal", line.money.subtotal());
        json.text("tax", line.money.tax);
        json.text("total", line.money.total());
    });
}

struct Json {
    text: String,
    depth: usize,
    /// Whether nothing stands yet in the list or object that was begun last.
    empty: bool,
}

impl Json {
    fn list<T>(&mut self, items: &[T], item: impl Fn(&mut Self, &T)) {
        self.open('[');
        for one in items {
            self.next();
            item(self, one);
        }
        self.close(']');
    }

    fn object(&mut self, members: impl FnOnce(&mut Self)) {
        self.open('{');
        members(self);
        self.close('}');
    }

    fn key(&mut self, name: &str) {
        self.next();
        self.write(format_args!("\"{name}\": "));
    }

    fn text(&mut self, name: &str, value: impl Display) {
        self.key(name);
        self.write(format_args!("\"{value}\""));
    }

    fn number(&mut self, name: &str, value: u32) {
        self.key(name);
        self.write(format_args!("{value}"));
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.empty = true;
    }

    fn close(&mut self, bracket: char) {
        self.depth -= 1;
        if !self.empty {
            self.new_line();
        }
        self.text.push(bracket);
        self.empty = false;
    }

    fn next(&mut self) {
        if !self.empty {
            self.text.push(',');
        }
        self.new_line();
        self.empty = false;
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn write(&mut self, what: std::fmt::Arguments<'_>) {
        self.text.write_fmt(what).expect("a text takes what is written to it");
    }
}

/// `name` as it stands between quotes.
fn escaped(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            c if c < ' ' => {
                let hexadecimal = [u32::from(c) / 16, u32::from(c) % 16];
                text.push_str("\\u00");
                text.extend(hexadecimal.map(|digit| char::from_digit(digit, 16).unwrap_or('0')));
            }
            c => text.push(c),
        }
    }
    text
}
