//! The README is true: its screen and its picture are what raddle draws, and its keys are those of the table of keys.
//!
//! `BLESS=1 cargo test --test house readme` writes them.

use std::{fmt::Write, path::Path, process::Command, sync::Arc, time::Duration};

use raddle::{
    app::{Action, App, Beginning, ThemeName},
    event::{End, Silence},
    host::{Settings, schedule_text},
    locale::{Language, Locale},
    machine::Machine,
    scenario::Catalogue,
    tui::{
        depth::ColourDepth,
        keymap::{self, Place},
        screen,
    },
};
use ratatui::{buffer::Buffer, layout::Rect};

use crate::paper::{self, section};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
fn check(mark: &str, expected: &str) {
    paper::check(README, mark, expected);
}

fn screen_text(app: &App, (width, height): (u16, u16)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    screen::draw(app, ColourDepth::True, Duration::from_mins(1), area, &mut buffer);
    let mut text = String::new();
    for y in 0..height {
        let row: String = (0..width).map(|x| buffer[(x, y)].symbol()).collect();
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}

#[test]
fn the_screen_is_the_real_one() {
    let mut app = App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language: Language::English,
        theme: ThemeName::Dark,
        motion: false,
        run: Settings::default(),
    });
    let scenario = app.gallery().catalogue().find("deadlock").cloned();
    app.open(scenario.expect("the scenario is there"));
    app.update(Action::End, Duration::ZERO);
    let screen = screen_text(&app, (100, 34));
    check("<!-- screen: BLESS=1 cargo test --test house readme -->\n", &format!("```text\n{screen}```\n"));
}

#[test]
fn the_picture_is_what_the_command_makes() {
    let readme = std::fs::read_to_string(README).expect("the README is there");
    let command = section(&readme, "<!-- picture: BLESS=1 cargo test --test house readme -->\n").lines().nth(1);
    let arguments = command.and_then(|line| line.strip_prefix("$ raddle ")).expect("a command").split(' ');
    let (mut arguments, output): (Vec<&str>, _) = match arguments.collect::<Vec<_>>().split_last() {
        Some((output, others)) => (others.to_vec(), Path::new(env!("CARGO_MANIFEST_DIR")).join(output)),
        None => panic!("the command has arguments"),
    };
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let made = folder.path().join("made.svg");
    arguments.push(made.to_str().expect("a path in UTF-8"));
    let mut program = Command::new(env!("CARGO_BIN_EXE_raddle"));
    let status = program.args(["--lang", "en"]).args(&arguments).status().expect("the program can be run");
    assert!(status.success(), "{arguments:?}");
    let made = std::fs::read_to_string(made).expect("it was written");
    if std::fs::read_to_string(&output).is_ok_and(|found| found == made) {
        return;
    }
    assert!(std::env::var_os("BLESS").is_some(), "{} shows something else; BLESS=1 makes it anew", output.display());
    std::fs::write(output, made).expect("the picture can be written");
}

#[test]
fn the_keys_are_those_of_the_table() {
    let locale = Locale::new(Language::English);
    let mut text = String::from("\n| where | key | does |\n|---|---|---|\n");
    for place in Place::ALL {
        for row in keymap::rows(place) {
            let where_ = locale.text(place.key()).to_lowercase();
            let keys: Vec<String> = row.label.split(' ').map(|key| format!("`{key}`")).collect();
            writeln!(text, "| {where_} | {} | {} |", keys.join(" "), locale.text(row.help)).expect("a text takes text");
        }
    }
    text.push('\n');
    check("<!-- keys: BLESS=1 cargo test --test house readme -->\n", &text);
}

#[test]
fn the_schedule_leads_to_the_deadlock() {
    let readme = std::fs::read_to_string(README).expect("the README is there");
    let rest = readme.split("raddle deadlock --choices ").nth(1).expect("the README shows one");
    let text = rest.split('`').next().unwrap_or_default();
    let catalogue = Catalogue::embedded();
    let program = catalogue.find("deadlock").expect("it is embedded").compile().expect("it compiles");
    let mut machine = Machine::new(Arc::new(program), 1 << 30);
    let choices = schedule_text::read(&machine, text);
    let choices =
        choices.unwrap_or_else(|wrong| panic!("{text}: {wrong}; `raddle check deadlock` gives the one of today"));
    for choice in choices {
        machine.step(choice, &mut Silence).expect("it was read for this program");
    }
    assert_eq!(machine.end(), Some(End::Deadlock));
}
