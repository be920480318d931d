//! Counts, decimals and money.

use domain::money::{Money, UnitPrice};
use rust_decimal::Decimal;

use crate::Language;

/// Before an amount below zero.
const MINUS: &str = "\u{2212}";

/// Between groups of digits, and between number and sign, in French.
pub(super) const NARROW_SPACE: char = '\u{202f}';

/// A whole number: `12,345` · `12 345`.
#[must_use]
pub fn count(language: Language, count: i64) -> String {
    grouped(language, &count.to_string())
}

/// A number with as many decimals as it has: `1,234.50` · `1 234,50`.
#[must_use]
pub fn decimal(language: Language, number: Decimal) -> String {
    grouped(language, &number.to_string())
}

/// An amount: `CN¥1,234.50` · `1 234,50 ¥` · `¥1,234.50`.
#[must_use]
pub fn money(language: Language, amount: Money) -> String {
    with_sign(language, &amount.yuan().to_string())
}

/// The price of one unit, like money, with the third and fourth decimal where they count.
#[must_use]
pub fn unit_price(language: Language, price: UnitPrice) -> String {
    let yuan = price.yuan().normalize();
    with_sign(language, &format!("{yuan:.*}", yuan.scale().max(2) as usize))
}

/// `yuan` with the sign of the currency, where the language puts it.
fn with_sign(language: Language, yuan: &str) -> String {
    let (minus, yuan) = split_minus(yuan);
    let digits = grouped(language, yuan);
    match language {
        Language::En => format!("{minus}CN¥{digits}"),
        Language::Fr => format!("{minus}{digits}{NARROW_SPACE}¥"),
        Language::ZhCn => format!("{minus}¥{digits}"),
    }
}

/// `number`, written as Rust does, with the separators of `language`.
fn grouped(language: Language, number: &str) -> String {
    let (group, point) = match language {
        Language::En | Language::ZhCn => (',', '.'),
        Language::Fr => (NARROW_SPACE, ','),
    };
    let (minus, number) = split_minus(number);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut text = minus.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// The sign to show, and the rest of `number`. Zero has no sign.
fn split_minus(number: &str) -> (&'static str, &str) {
    match number.strip_prefix('-') {
        Some(rest) if rest.bytes().any(|byte| matches!(byte, b'1'..=b'9')) => (MINUS, rest),
        Some(rest) => ("", rest),
        None => ("", number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{En, Fr, ZhCn};

    #[test]
    fn money_is_written_as_the_domain_book_says() {
        for (fen, en, fr, zh) in [
            (123_450, "CN¥1,234.50", "1\u{202f}234,50\u{202f}¥", "¥1,234.50"),
            (0, "CN¥0.00", "0,00\u{202f}¥", "¥0.00"),
            (5, "CN¥0.05", "0,05\u{202f}¥", "¥0.05"),
            (-5, "\u{2212}CN¥0.05", "\u{2212}0,05\u{202f}¥", "\u{2212}¥0.05"),
            (99_999, "CN¥999.99", "999,99\u{202f}¥", "¥999.99"),
            (
                -123_456_789,
                "\u{2212}CN¥1,234,567.89",
                "\u{2212}1\u{202f}234\u{202f}567,89\u{202f}¥",
                "\u{2212}¥1,234,567.89",
            ),
        ] {
            let amount = Money::from_fen(fen);
            assert_eq!(money(En, amount), en, "{fen}");
            assert_eq!(money(Fr, amount), fr, "{fen}");
            assert_eq!(money(ZhCn, amount), zh, "{fen}");
        }
    }

    #[test]
    fn the_largest_amounts_can_be_written() {
        assert_eq!(money(ZhCn, Money::from_fen(i64::MIN)), "\u{2212}¥92,233,720,368,547,758.08");
        assert_eq!(money(ZhCn, Money::from_fen(i64::MAX)), "¥92,233,720,368,547,758.07");
    }

    #[test]
    fn a_unit_price_has_two_to_four_decimals() {
        for (stored, text) in [
            (0, "¥0.00"),
            (500_000, "¥50.00"),
            (505_000, "¥50.50"),
            (505_500, "¥50.55"),
            (505_550, "¥50.555"),
            (505_555, "¥50.5555"),
            (1, "¥0.0001"),
            (12_345_678_900, "¥1,234,567.89"),
            (-505_550, "\u{2212}¥50.555"),
        ] {
            assert_eq!(unit_price(ZhCn, UnitPrice::from_stored(stored)), text, "{stored}");
        }
        assert_eq!(unit_price(Fr, UnitPrice::from_stored(505_550)), "50,555\u{202f}¥");
    }

    #[test]
    fn zero_has_no_sign() {
        let mut nothing = Decimal::new(0, 2);
        nothing.set_sign_negative(true);
        assert_eq!(decimal(En, nothing), "0.00");
    }
}
