//! Large and small letters: what `upper`, `lower`, `title`, `capitalize`, `swapcase` and `casefold` make of a text.
//!
//! As `do_title` and the like in CPython's `Objects/unicodeobject.c`. Tests: at the end of this file, and
//! `tests/programs/text/case.py`.

use crate::text::unicode;

/// What is done with the letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// All large.
    Upper,
    /// All small.
    Lower,
    /// The first letter of each word large.
    Title,
    /// The first character large, the others small.
    Capitalize,
    /// Small ones large, large ones small.
    Swap,
    /// For comparisons without regard to case.
    Fold,
}

/// The string with its letters changed.
#[must_use]
pub fn changed(text: &str, case: Case) -> String {
    match case {
        Case::Upper => text.to_uppercase(),
        Case::Lower => text.to_lowercase(),
        Case::Fold => text.chars().map(unicode::fold).collect(),
        Case::Swap => swapped(text),
        Case::Capitalize => {
            let mut chars = text.chars();
            let first = chars.next().map(unicode::title).unwrap_or_default();
            // The small letters depend on what is around them: the sigma at the end of a word.
            let small = text.to_lowercase();
            let skipped = text.chars().next().map_or(0, |c| c.to_lowercase().map(char::len_utf8).sum());
            first + &small[skipped..]
        }
        Case::Title => titled(text),
    }
}

fn titled(text: &str) -> String {
    let mut titled = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if unicode::is_cased(c) {
            word.push(c);
            continue;
        }
        titled.push_str(&changed(&word, Case::Capitalize));
        word.clear();
        titled.push(c);
    }
    titled + &changed(&word, Case::Capitalize)
}

fn swapped(text: &str) -> String {
    let small = |at: usize, c: char| -> String {
        // A capital sigma at the end of a word becomes the final one.
        let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
        let after = text[at + c.len_utf8()..].chars().next().is_some_and(char::is_alphabetic);
        if c == 'Σ' && before && !after { "ς".to_owned() } else { c.to_lowercase().collect() }
    };
    let swap = |(at, c): (usize, char)| match c {
        c if c.is_uppercase() => small(at, c),
        c if c.is_lowercase() => c.to_uppercase().collect(),
        c => c.to_string(),
    };
    text.char_indices().map(swap).collect()
}

/// The bytes with their ASCII letters changed.
#[must_use]
pub fn changed_bytes(bytes: &[u8], case: Case) -> Vec<u8> {
    let swap =
        |byte: &u8| if byte.is_ascii_uppercase() { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
    match case {
        Case::Upper => bytes.to_ascii_uppercase(),
        Case::Lower | Case::Fold => bytes.to_ascii_lowercase(),
        Case::Swap => bytes.iter().map(swap).collect(),
        Case::Capitalize => {
            let mut changed = bytes.to_ascii_lowercase();
            changed.iter_mut().take(1).for_each(u8::make_ascii_uppercase);
            changed
        }
        Case::Title => {
            let mut inside = false;
            let title = |&byte: &u8| {
                let changed = if inside { byte.to_ascii_lowercase() } else { byte.to_ascii_uppercase() };
                inside = byte.is_ascii_alphabetic();
                changed
            };
            bytes.iter().map(title).collect()
        }
    }
}
