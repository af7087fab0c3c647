//! Each scenario at its first step, at the one that decides, and at its last, at four sizes in both languages: one snapshot a
//! scenario. So that they stay small, what is repeated is not written again:
//!
//! - `─×40` is a character so many times;
//! - `=` is a row as in the step before, at the same size in the same language; `~` one as in English; `=×5` are five such rows.
//!
//! After a change that is meant, `cargo insta review` or `INSTA_UPDATE=always`.

use std::{fmt::Write, time::Duration};

use raddle::{
    app::{Action, App, Beginning, Stage, ThemeName},
    host::Settings,
    ids::StepIndex,
    locale::Language,
    scenario::{Catalogue, Scenario},
    tui::{depth::ColourDepth, screen},
};
use ratatui::{buffer::Buffer, layout::Rect};
use unicode_width::UnicodeWidthStr;

const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 36), (160, 50)];

/// The scenarios that are looked at so: one of each kind of picture.
const IDS: [&str; 11] = [
    "start_join",
    "lost_update",
    "lost_update_fixed",
    "deadlock",
    "deadlock_ordered",
    "rlock",
    "semaphore",
    "event",
    "condition",
    "barrier",
    "queue",
];

/// Long after the last change: nothing moves.
const STILL: Duration = Duration::from_mins(1);

/// So many equal characters are counted.
const MANY: usize = 6;

/// All snapshots together are no larger, in bytes: the repository stays small.
const LARGEST: u64 = 450_000;

/// What makes a step decide.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Why {
    Circle,
    LostWrite,
    Blocked,
    Middle,
}

fn app(scenario: &Scenario, language: Language) -> App {
    let mut app = App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language,
        theme: ThemeName::Dark,
        motion: true,
        run: Settings::default(),
    });
    app.open(scenario.clone());
    app
}

fn stage(app: &App) -> &Stage {
    app.stage().expect("a scenario is on the stage")
}

/// The first step in which a circle closes, or else a write is lost, or else somebody becomes blocked; or else the middle of
/// the run. And the last step.
fn decisive(scenario: &Scenario) -> (Why, StepIndex, StepIndex) {
    let mut app = app(scenario, Language::English);
    app.update(Action::End, Duration::ZERO);
    let last = stage(&app).cursor();
    let mut found: [Option<StepIndex>; 3] = [None; 3];
    for step in (0..=last.0).map(StepIndex) {
        app.update(Action::Seek(step), Duration::ZERO);
        let scene = stage(&app).scene();
        let circle = !scene.circles.is_empty() || scene.deadlocks().next().is_some();
        let is = [circle, scene.lost_writes() > 0, stage(&app).session().blocks(step)];
        found
            .iter_mut()
            .zip(is)
            .filter(|(first, is)| first.is_none() && *is)
            .for_each(|(first, _)| *first = Some(step));
    }
    let kinds = [Why::Circle, Why::LostWrite, Why::Blocked];
    let first = kinds.into_iter().zip(found).find_map(|(why, step)| Some((why, step?)));
    let (why, step) = first.unwrap_or((Why::Middle, StepIndex(last.0 / 2)));
    (why, step, last)
}

fn rows(app: &App, (width, height): (u16, u16)) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    screen::draw(app, ColourDepth::True, STILL, area, &mut buffer);
    let row = |y| {
        let (mut text, mut x) = (String::new(), 0);
        while x < width {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        squeezed(text.trim_end())
    };
    (0..height).map(row).collect()
}

/// The row, with many equal characters counted.
fn squeezed(row: &str) -> String {
    let characters: Vec<char> = row.chars().collect();
    let mut text = String::new();
    for same in characters.chunk_by(|one, other| one == other) {
        if same.len() >= MANY {
            let _ = write!(text, "{}×{}", same[0], same.len());
        } else {
            text.extend(same);
        }
    }
    text
}

/// The screens of a step at all sizes in both languages, each with its rows.
type Screens = Vec<((u16, u16), Language, Vec<String>)>;

fn screens(apps: &[(Language, App)]) -> Screens {
    let of_size = |size| apps.iter().map(move |(language, app)| (size, *language, rows(app, size)));
    SIZES.into_iter().flat_map(of_size).collect()
}

fn write_screens(text: &mut String, screens: &Screens, before: Option<&Screens>) {
    for (at, (size, language, rows)) in screens.iter().enumerate() {
        let earlier = before.map(|before| &before[at].2);
        let english = (*language != Language::English).then(|| &screens[at - 1].2);
        let _ = writeln!(text, "--- {}x{} {language}", size.0, size.1);
        let mut shown_rows: Vec<&str> = Vec::new();
        for (y, row) in rows.iter().enumerate() {
            let same = |other: Option<&Vec<String>>| other.is_some_and(|other| other[y] == *row);
            shown_rows.push(match row.as_str() {
                _ if same(earlier) => "=",
                _ if same(english) => "~",
                other => other,
            });
        }
        for alike in shown_rows.chunk_by(|one, other| one == other) {
            let _ = match alike {
                ["=" | "~", _, ..] => writeln!(text, "{}×{}", alike[0], alike.len()),
                _ => writeln!(text, "{}", alike.join("\n")),
            };
        }
    }
}

#[test]
fn every_scenario_at_its_first_decisive_and_last_step() {
    let catalogue = Catalogue::embedded();
    for scenario in IDS.map(|id| catalogue.find(id).unwrap_or_else(|| panic!("no scenario {id}"))) {
        let (why, step, last) = decisive(scenario);
        assert!(StepIndex(0) < step && step <= last, "{}: {step:?}", scenario.id);
        let mut apps = Language::ALL.map(|language| (language, app(scenario, language)));
        let mut text = String::new();
        let mut before = None;
        for (name, step) in [("first", StepIndex(0)), ("decisive", step), ("last", last)] {
            for (_, app) in &mut apps {
                app.update(Action::End, Duration::ZERO);
                app.update(Action::Seek(step), Duration::ZERO);
            }
            let _ = writeln!(
                text,
                "===== {name}: step {}{}",
                step.0,
                if name == "decisive" { format!(", {why:?}") } else { String::new() }
            );
            let now = screens(&apps);
            write_screens(&mut text, &now, before.as_ref());
            before = Some(now);
        }
        insta::assert_snapshot!(scenario.id.as_str(), text);
    }
}

#[test]
fn what_decides_is_found_by_what_there_is_to_see() {
    let catalogue = Catalogue::embedded();
    for (id, why) in [("deadlock", Why::Circle), ("lost_update", Why::LostWrite), ("queue", Why::Blocked)] {
        assert_eq!(decisive(catalogue.find(id).expect("it is there")).0, why, "{id}");
    }
}

#[test]
fn the_snapshots_stay_small() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/screen/snapshots");
    let files = std::fs::read_dir(folder).expect("the snapshots are there").flatten();
    let ours = files.filter(|file| file.file_name().to_string_lossy().starts_with("screen__decisive__"));
    let size: u64 = ours.filter_map(|file| file.metadata().ok()).map(|data| data.len()).sum();
    assert!(size > 0 && size <= LARGEST, "{size} bytes");
}

#[test]
fn equal_characters_are_counted() {
    assert_eq!(squeezed("─ Threads ──────────│  x"), "─ Threads ─×10│  x");
}
