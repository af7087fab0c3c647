//! Twins as they are drawn.

use std::time::Duration;

use super::super::drawn::{PLACES, drawn, stage_of};
use crate::{
    app::{Action, App, Beginning, ThemeName},
    host::Settings,
    locale::Language,
    scenario::{Catalogue, Pane},
};

fn app(id: &str) -> App {
    let catalogue = Catalogue::embedded();
    let scenario = catalogue.find(id).cloned().expect("it is embedded");
    let (language, run) = (Language::English, Settings::default());
    let mut app = App::new(Beginning { catalogue, language, theme: ThemeName::Dark, motion: false, run });
    app.open(scenario);
    app.update(Action::OpenPane(Pane::SideBySide), Duration::ZERO);
    app
}

#[test]
fn lines_that_differ_are_there_before_any_run_and_counts_after() {
    let mut app = app("deadlock");
    let places =
        || Language::ALL.into_iter().flat_map(|language| PLACES[..3].iter().map(move |place| (language, *place)));
    let text = |app: &App, (language, place)| {
        drawn(app.stage().expect("it is on the stage"), Pane::SideBySide, language, place).join("\n")
    };
    for at in places() {
        let text = text(&app, at);
        assert!(text.contains('◆') && text.contains('│'), "{at:?}\n{text}");
        assert!(!text.contains('✗') && !text.contains('✓'), "nothing was run\n{text}");
    }
    assert!(text(&app, (Language::English, PLACES[0])).contains("no runs yet"));
    let mut now = Duration::from_secs(1);
    while app.next_change(now) == Some(now) {
        now += Duration::from_millis(200);
        app.tick(now);
    }
    for at in places() {
        let text = text(&app, at);
        assert!(text.contains('✗') && text.contains('✓') && text.contains("1000"), "{at:?}\n{text}");
    }
    assert!(text(&app, (Language::English, PLACES[1])).contains("random runs"));
}

#[test]
fn without_a_twin_it_says_so_in_one_line() {
    let stage = stage_of("print(1)\n", Settings::default());
    for (language, word) in [(Language::English, "no fixed version"), (Language::Chinese, "没有")] {
        let rows = drawn(&stage, Pane::SideBySide, language, PLACES[0]);
        assert!(rows[1].contains(word), "{rows:?}");
        assert!(rows[2..].iter().all(String::is_empty), "{rows:?}");
    }
}
