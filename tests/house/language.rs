//! `docs/LANGUAGE.md` is true: its tables are those of the compiler and of the library.
//!
//! `BLESS=1 cargo test --test house language` writes them.

use std::fmt::Write;

use raddle::{
    compiler::{Feature, UNMODELLED_BUILTINS},
    locale::{Language, Locale},
    stdlib::Library,
};

use crate::paper::check;

const PAPER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/LANGUAGE.md");

#[test]
fn the_refusals_are_those_of_the_compiler() {
    let locale = Locale::new(Language::English);
    let mut table = String::from("| refused | instead |\n|---|---|\n");
    for feature in Feature::ALL {
        let (problem, advice) = (format!("problem-{}", feature.key()), format!("advice-{}", feature.key()));
        let advice = if locale.has(&advice) { locale.text(&advice) } else { String::new() };
        let cell = |text: String| text.replace('|', "\\|");
        let _ = writeln!(table, "| {} | {} |", cell(locale.text(&problem)), cell(advice));
    }
    check(PAPER, "<!-- refused: BLESS=1 cargo test --test house language -->\n", &table);
}

#[test]
fn the_modules_are_those_of_the_library() {
    let own = |name: &&str| !name.starts_with('_') || ["__future__", "_thread"].contains(name);
    let mut names: Vec<&str> = Library.names().filter(own).collect();
    names.sort_unstable();
    let list: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    check(PAPER, "<!-- modules: BLESS=1 cargo test --test house language -->\n", &format!("{}\n", list.join(" ")));
}

#[test]
fn the_missing_builtins_are_those_of_the_compiler() {
    let mut names = UNMODELLED_BUILTINS.to_vec();
    names.sort_unstable();
    let list: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    check(PAPER, "<!-- builtins: BLESS=1 cargo test --test house language -->\n", &format!("{}\n", list.join(" ")));
}
