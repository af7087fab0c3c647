//! Both languages say the same things of the same things.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The names of the messages of a file, each with the names of its arguments.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic())) {
            key = name.to_owned();
            assert!(messages.insert(key.clone(), BTreeSet::new()).is_none(), "{key} stands there twice");
        }
        for behind in line.split('$').skip(1) {
            let end = behind.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(behind.len());
            messages.get_mut(&key).expect("an argument belongs to a message").insert(behind[..end].to_owned());
        }
    }
    messages
}

#[test]
fn every_message_stands_in_both_languages_with_the_same_arguments() {
    for (english, chinese) in ENGLISH.iter().zip(CHINESE) {
        let (english, chinese) = (messages(english), messages(chinese));
        let names = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&english), names(&chinese));
        for (key, arguments) in &english {
            assert_eq!(arguments, &chinese[key], "the arguments of {key}");
        }
    }
}

#[test]
fn no_file_has_a_mistake_and_no_name_stands_in_two_files() {
    for files in [ENGLISH, CHINESE] {
        let mut known = BTreeSet::new();
        for text in files {
            if let Err((_, errors)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{errors:?} in {}", &text[..text.len().min(80)]);
            }
            for key in messages(text).into_keys() {
                assert!(known.insert(key.clone()), "{key} stands in two files");
            }
        }
    }
}

/// Every message that the program names stands in the files: looks for names in quotes behind the functions that take one.
#[test]
fn every_message_that_the_program_names_is_there() {
    let locale = Locale::new(Language::English);
    let mut folders = vec![std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut named = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the sources are there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).expect("a source can be read");
                for call in [
                    "locale.text(\"",
                    "locale.format(\"",
                    "locale.pieces(\"",
                    "Message::new(\"",
                    "Told::new(\"",
                    "says(\"",
                ] {
                    for behind in text.split(call).skip(1) {
                        let key = behind.split('"').next().unwrap_or_default();
                        if key.starts_with(|c: char| c.is_ascii_lowercase()) {
                            assert!(locale.has(key), "{}: no message {key}", path.display());
                            named += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(named > 40, "{named} names were found: does the test still look at the right places?");
}

#[test]
fn pieces_keep_the_arguments_apart() {
    let locale = Locale::new(Language::English);
    let pieces = locale.pieces("log-acquired", &[("thread", "T".into()), ("resource", "lock".into())]);
    assert_eq!(pieces, [Piece::Argument(0), Piece::Words(" takes ".to_owned()), Piece::Argument(1)]);
    assert_eq!(locale.text("no-such-message"), "no-such-message");
}
