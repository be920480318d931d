//! Folding text, so that a search finds what was meant rather than what was typed.
//!
//! The same small tables run in the browser and on the server: a key made here must
//! match a key made there. Complete Unicode tables would make the browser's download
//! twice as long and help nobody who reads Chinese, French or English.

/// The key under which `text` is stored and searched.
///
/// Equal for capital and small letters, full and half width, letters with and without
/// accent (Latin only), 帐 and 账 (also 帳 and 賬). Spaces of any kind around it are
/// dropped, those inside are one space; characters that cannot be seen are dropped.
///
/// Source: domain book, 2 "see-your-customer-list" (rules), and the glossary's house rules.
#[must_use]
pub fn search_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let end = key.len();
        if end > 0 {
            key.push(' ');
        }
        let begin = key.len();
        for small in word.chars().map(half_width).flat_map(char::to_lowercase) {
            push_folded(&mut key, small);
        }
        if key.len() == begin {
            // Nothing of the word can be seen, so the space was none either.
            key.truncate(end);
        }
    }
    key
}

/// The pattern of everything that contains `key`, for `LIKE $1 ESCAPE '\'`.
///
/// `key` is what [`search_key`] made of the reader's words.
#[must_use]
pub fn like_pattern(key: &str) -> String {
    let mut pattern = String::with_capacity(key.len() + 2);
    pattern.push('%');
    for c in key.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// `c`, or its ASCII twin if it is one of the full-width forms `！` to `～` or the wide space.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - u32::from('！') + u32::from('!')).unwrap_or(c)
        }
        _ => c,
    }
}

/// Writes what is left of the small letter `c`.
fn push_folded(key: &mut String, c: char) {
    match c {
        '账' | '帳' | '賬' => key.push('帐'),
        'ß' => key.push_str("ss"),
        'æ' => key.push_str("ae"),
        'œ' => key.push_str("oe"),
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => {}
        _ => key.push(without_accent(c)),
    }
}

/// The letter below the accent; `?` in a table means that there is none.
fn without_accent(c: char) -> char {
    const TABLES: [(char, &[u8]); 4] = [
        ('\u{e0}', b"aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"),
        (
            '\u{100}',
            b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk?llllllllllnnnnnn???\
              oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs",
        ),
        ('\u{1cd}', b"aaiioouuuuuuuuuu"),
        (
            '\u{1e00}',
            b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnn\
              oooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzht\
              wy?s????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooo\
              uuuuuuuuuuuuuuyyyyyyyy",
        ),
    ];
    let letter = TABLES.iter().find_map(|&(first, letters)| {
        let place = u32::from(c).checked_sub(u32::from(first))?;
        letters.get(usize::try_from(place).ok()?).copied()
    });
    match letter {
        None | Some(b'?') => c,
        Some(letter) => char::from(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_alike_has_one_key() {
        for (left, right) in [
            ("Office", "OFFICE"),
            ("ＯＦＦＩＣＥ　３６５", "office 365"),
            ("帐单", "账单"),
            ("帳單", "賬單"),
            ("Été à Orléans", "ete a orleans"),
            ("Straße", "STRASSE"),
            ("Œuvre, ÆRØ", "oeuvre, aero"),
            ("nǚ zhēn", "nü zhen"),
            ("Nguyễn", "nguyen"),
            ("e\u{301}te\u{301}", "été"),
            ("İstanbul", "istanbul"),
            ("  two \t\n\u{a0}words ", "two words"),
            ("zero\u{200b}width\u{feff}", "zerowidth"),
        ] {
            assert_eq!(search_key(left), search_key(right), "{left}");
        }
    }

    #[test]
    fn what_is_meant_differently_keeps_its_own_key() {
        for (text, key) in [
            ("", ""),
            (" \u{3000} ", ""),
            ("\u{200b}", ""),
            ("𠮷野家", "𠮷野家"),
            ("上海海云信息技术有限公司", "上海海云信息技术有限公司"),
            ("50 % ÷ 2_x", "50 % ÷ 2_x"),
            ("😀", "😀"),
            ("<Script>", "<script>"),
        ] {
            assert_eq!(search_key(text), key, "{text}");
        }
    }

    #[test]
    fn a_key_is_its_own_key() {
        for text in ["  Été　ＡＢＣ 账 ß ", "a \u{200b} b", "\u{301}x"] {
            let key = search_key(text);
            assert_eq!(search_key(&key), key, "{text}");
        }
    }

    #[test]
    fn accents_are_those_that_unicode_takes_apart() {
        use unicode_normalization::UnicodeNormalization as _;

        for c in ('\u{c0}'..='\u{17f}').chain('\u{1cd}'..='\u{1dc}').chain('\u{1e00}'..='\u{1ef9}')
        {
            let letter = c.to_string().nfd().next().unwrap();
            if letter.is_ascii_alphabetic() {
                assert_eq!(
                    search_key(&c.to_string()),
                    letter.to_ascii_lowercase().to_string(),
                    "{c}"
                );
            }
        }
    }

    #[test]
    fn a_pattern_finds_its_text_literally() {
        for (key, pattern) in [
            ("", "%%"),
            ("海云", "%海云%"),
            ("100%", r"%100\%%"),
            ("a_b", r"%a\_b%"),
            (r"c:\d", r"%c:\\d%"),
        ] {
            assert_eq!(like_pattern(key), pattern, "{key}");
        }
    }
}
