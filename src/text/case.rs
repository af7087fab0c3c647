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
    if text.is_ascii() {
        match case {
            Case::Upper => return text.to_ascii_uppercase(),
            Case::Lower | Case::Fold => return text.to_ascii_lowercase(),
            _ => {}
        }
        return String::from_utf8_lossy(&changed_bytes(text.as_bytes(), case)).into_owned();
    }
    let mut out = String::with_capacity(text.len());
    match case {
        Case::Upper => text.chars().for_each(|c| unicode::push_changed(&mut out, c, c.to_uppercase())),
        Case::Lower => small(text, |c, small| unicode::push_changed(&mut out, c, small.chars())),
        Case::Fold => text.chars().for_each(|c| unicode::push_folded(&mut out, c)),
        Case::Swap => small(text, |c, small| match c {
            c if unicode::is_upper(c) => unicode::push_changed(&mut out, c, small.chars()),
            c if unicode::is_lower(c) => unicode::push_changed(&mut out, c, c.to_uppercase()),
            c => out.push(c),
        }),
        Case::Capitalize => {
            let mut inside = false;
            small(text, |c, small| match std::mem::replace(&mut inside, true) {
                true => unicode::push_changed(&mut out, c, small.chars()),
                false => unicode::push_title(&mut out, c),
            });
        }
        Case::Title => {
            let mut inside = false;
            small(text, |c, small| match std::mem::replace(&mut inside, unicode::is_cased(c)) {
                true => unicode::push_changed(&mut out, c, small.chars()),
                false => unicode::push_title(&mut out, c),
            });
        }
    }
    out
}

/// Tells each character with its small form, which depends on what is around it: a capital sigma at the end of a word
/// becomes the final one.
fn small(text: &str, mut tell: impl FnMut(char, &str)) {
    // What is no character yet is no letter around others either.
    let known = |c: char| if unicode::is_assigned(c) { c } else { char::REPLACEMENT_CHARACTER };
    let lowered = text.chars().map(known).collect::<String>().to_lowercase();
    let mut rest = lowered.as_str();
    for c in text.chars() {
        // Both sigmas are as long.
        let length = known(c).to_lowercase().map(char::len_utf8).sum();
        let (small, behind) = rest.split_at(length);
        tell(c, small);
        rest = behind;
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_changed_as_in_cpython() {
        for (text, case, wanted) in [
            ("ßΣας", Case::Upper, "SSΣΑΣ"),
            ("ΑΣ ΑΣΑ Σ İ", Case::Lower, "ας ασα σ i\u{307}"),
            ("ßẞςİıﬃꭰ", Case::Fold, "ssssσi\u{307}ıffiᎠ"),
            ("ßnd ǆ'ﬃ ὈΔΥΣΣΕΎΣ.Σ աა", Case::Title, "Ssnd ǅ'Ffi Ὀδυσσεύσ.Σ Աა"),
            ("ǆΑΣ", Case::Capitalize, "ǅας"),
            ("ΙΣ ǅß", Case::Swap, "ις ǅSS"),
            // Pairs of letters of which Unicode 14 has only one, or none.
            ("ΑΣ\u{1c89}Α", Case::Lower, "ας\u{1c89}α"),
            ("ƛɤ\u{1c8a}", Case::Upper, "ƛɤ\u{1c8a}"),
            ("ƛɤ\u{1c8a}", Case::Capitalize, "ƛɤ\u{1c8a}"),
            ("\u{1c89}\u{a7cb}", Case::Fold, "\u{1c89}\u{a7cb}"),
        ] {
            assert_eq!(changed(text, case), wanted, "{text} {case:?}");
        }
    }
}
