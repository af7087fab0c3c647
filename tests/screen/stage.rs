//! The screen by snapshots: what a viewer sees at three sizes in both languages, and that every size at all is drawn.
//!
//! A snapshot has the glyphs, not the colours. After a change that is meant, `cargo insta review` or `INSTA_UPDATE=always`.

use std::{sync::Arc, time::Duration};

use raddle::{
    app::{Action, App, Beginning, Overlay, ThemeName},
    host::Settings,
    ids::{StepIndex, ThreadId},
    locale::Language,
    scenario::{Catalogue, Pane, Scenario},
    source::SourceText,
    tui::{depth::ColourDepth, screen},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 50)];

/// Long after the last change: nothing moves.
const STILL: Duration = Duration::from_mins(1);

fn app(language: Language) -> App {
    App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language,
        theme: ThemeName::Dark,
        motion: true,
        run: Settings::default(),
    })
}

fn on_stage(id: &str, language: Language, actions: &[Action]) -> App {
    let mut app = app(language);
    let scenario = app.gallery().catalogue().find(id).cloned();
    app.open(scenario.unwrap_or_else(|| panic!("no scenario {id}")));
    for &action in actions {
        app.update(action, Duration::ZERO);
    }
    app
}

fn drawn(app: &App, (width, height): (u16, u16), depth: ColourDepth, now: Duration) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    screen::draw(app, depth, now, area, &mut buffer);
    buffer
}

/// The glyphs of a screen, a line a row.
fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            text.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
    text
}

fn shown(app: &App, size: (u16, u16)) -> String {
    text(&drawn(app, size, ColourDepth::True, STILL))
}

/// A snapshot at every size in every language.
fn snapshots(name: &str, app: impl Fn(Language) -> App) {
    for language in Language::ALL {
        for size in SIZES {
            let name = format!("{name}_{language}_{}x{}", size.0, size.1);
            insta::assert_snapshot!(name, shown(&app(language), size));
        }
    }
}

#[test]
fn the_gallery() {
    snapshots("gallery", app);
}

#[test]
fn a_deadlock_that_has_closed() {
    snapshots("deadlock", |language| on_stage("deadlock", language, &[Action::End]));
}

#[test]
fn a_queue_with_threads_at_both_ends() {
    snapshots("queue", |language| {
        let step = StepIndex(30);
        on_stage("queue", language, &[Action::End, Action::Seek(step)])
    });
}

/// The board of a hundred runs, when all are made.
fn tried(id: &str, language: Language) -> App {
    let mut app = on_stage(id, language, &[Action::RunMany]);
    while matches!(app.overlay(), Some(Overlay::Trials(board)) if !board.is_done()) {
        app.tick(STILL);
    }
    app
}

#[test]
fn a_hundred_runs() {
    snapshots("runs_deadlock", |language| tried("deadlock", language));
    insta::assert_snapshot!("runs_lost_update", shown(&tried("lost_update", Language::English), (80, 24)));
    let mut many = tried("queue", Language::English);
    (0..40).for_each(|_| many.update(Action::SelectNext, STILL));
    insta::assert_snapshot!("runs_queue", shown(&many, (80, 24)));
}

#[test]
fn every_other_primitive_in_use() {
    for (id, step) in [("semaphore", 26), ("event", 20), ("condition", 18), ("barrier", 24), ("rlock", 18)] {
        let app = on_stage(id, Language::English, &[Action::End, Action::Seek(StepIndex(step))]);
        insta::assert_snapshot!(format!("{id}_at_{step}"), shown(&app, (120, 36)));
    }
}

#[test]
fn the_keys() {
    for language in Language::ALL {
        let app = on_stage("deadlock", language, &[Action::Help]);
        insta::assert_snapshot!(format!("keys_{language}"), shown(&app, (100, 45)));
    }
}

#[test]
fn a_scenario_has_the_panes_that_it_names_and_the_others_are_a_key_away() {
    let text = "# /// script\n# [tool.raddle]\n# panes = [\"timeline\", \"threads\"]\n# ///\nprint(1)\n";
    let scenario = Scenario::read("x", Arc::new(SourceText::new("x.py", text)), None).expect("it is well formed");
    let mut app = app(Language::English);
    app.open(scenario);
    let has = |shown: &str, title: &str| shown.lines().any(|line| line.contains(&format!("─ {title} ─")));
    for size in SIZES {
        let shown = shown(&app, size);
        assert!(has(&shown, "Threads") && shown.contains("│"), "{shown}");
        assert!(!has(&shown, "Shared") && !has(&shown, "Output") && !has(&shown, "x.py"), "{shown}");
    }
    let mut zoomed = Vec::new();
    for _ in 0..2 * Pane::ALL.len() {
        app.update(Action::Zoom, Duration::ZERO);
        zoomed.extend(app.look().zoom);
    }
    assert!(Pane::ALL.iter().filter(|pane| pane.always_stands()).all(|pane| zoomed.contains(pane)), "{zoomed:?}");
    while app.look().zoom != Some(Pane::Source) {
        app.update(Action::Zoom, Duration::ZERO);
    }
    assert!(has(&shown(&app, (80, 24)), "x.py"));
}

#[test]
fn every_size_is_drawn_in_every_theme() {
    for mut app in [on_stage("queue", Language::Chinese, &[Action::End]), tried("lost_update", Language::Chinese)] {
        draw_at_every_size(&mut app);
    }
}

fn draw_at_every_size(app: &mut App) {
    for _ in ThemeName::ALL {
        app.update(Action::Theme, Duration::ZERO);
        for width in (1..=200).step_by(33).chain([20, 80]) {
            for height in (1..=60).step_by(12).chain([5, 24]) {
                drawn(app, (width, height), ColourDepth::Indexed, STILL);
            }
        }
    }
}

#[test]
fn without_colour_there_are_the_same_glyphs_and_no_colour() {
    let app = on_stage("deadlock", Language::English, &[Action::End]);
    let plain = drawn(&app, (120, 36), ColourDepth::None, STILL);
    assert!(plain.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert!(plain.content.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)), "marks stand out in reverse");
    assert_eq!(text(&plain), shown(&app, (120, 36)));
}

#[test]
fn a_change_is_seen_in_motion_and_ends_as_without_it() {
    let mut app = on_stage("deadlock", Language::English, &[Action::End, Action::Seek(StepIndex(2))]);
    let begin = Duration::from_secs(10);
    app.update(Action::Forward, begin);
    let frames: Vec<String> = (0..6)
        .map(|frame| text(&drawn(&app, (120, 36), ColourDepth::True, begin + Duration::from_millis(frame * 90))))
        .collect();
    assert_eq!(frames[5], shown(&app, (120, 36)), "the motion has ended");
    assert_ne!(frames[0], frames[5], "something moved");
    assert_eq!(app.next_change(begin + Duration::from_secs(5)), None, "at rest nothing wakes the screen");
}

#[test]
fn a_thread_has_one_colour_in_every_pane() {
    let app = on_stage("deadlock", Language::English, &[Action::End]);
    let buffer = drawn(&app, (160, 50), ColourDepth::True, STILL);
    let name = app.stage().map(|stage| stage.names().thread(ThreadId(1)).into_owned()).expect("it is on the stage");
    let mut grounds: Vec<Color> = Vec::new();
    for y in 0..50 {
        let row: String = (0..160).map(|x| buffer[(x, y)].symbol().chars().next().unwrap_or(' ')).collect();
        for (at, _) in row.match_indices(&format!("2 {name}")) {
            let x = row[..at].chars().count() as u16;
            let plain = [Color::Rgb(0x16, 0x19, 0x1F), Color::Rgb(0x27, 0x2D, 0x38)];
            grounds.extend(Some(buffer[(x, y)].bg).filter(|ground| !plain.contains(ground)));
        }
    }
    assert!(!grounds.is_empty(), "the tag stands in the picture");
    assert!(grounds.windows(2).all(|pair| pair[0] == pair[1]), "{grounds:?}");
}
