//! The tours of the embedded scenarios: each plays by itself to its end, says something at every moment in both languages,
//! and shows what it speaks of.

use std::time::Duration;

use raddle::{
    app::{App, Beginning, ThemeName},
    event::End,
    host::Settings,
    locale::Language,
    scenario::{Catalogue, Deed, Scenario},
};

use crate::support;

fn touring(scenario: &Scenario) -> App {
    let mut app = App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language: Language::English,
        theme: ThemeName::default(),
        motion: false,
        run: Settings::default(),
    });
    app.open(scenario.clone());
    assert!(app.begin_tour(Duration::ZERO), "{}", scenario.id);
    app
}

/// What was seen during a tour: how often a deadlock was there, and how the run stood at the end.
struct Seen {
    deadlocked: bool,
    end: Option<End>,
    lasted: Duration,
    silent: bool,
}

fn play(app: &mut App) -> Seen {
    let mut now = Duration::ZERO;
    let mut seen = Seen { deadlocked: false, end: None, lasted: now, silent: false };
    app.tick(now);
    while app.is_touring() {
        for language in Language::ALL {
            seen.silent |= app.caption(language).is_none();
        }
        let stage = app.stage().expect("a program is on the stage");
        seen.deadlocked |= !stage.scene().deadlock.is_empty();
        seen.end = stage.end();
        let next = app.next_change(now).expect("a tour goes on by itself");
        now = next.max(now + Duration::from_millis(1));
        assert!(now < Duration::from_mins(3), "a tour is short");
        app.tick(now);
    }
    Seen { lasted: now, ..seen }
}

#[test]
fn every_tour_plays_to_the_end_of_its_run() {
    let catalogue = Catalogue::embedded();
    support::side_by_side(support::cores(), catalogue.scenarios(), |scenario| {
        assert!(!scenario.tour.is_empty(), "{} has no tour", scenario.id);
        let seen = play(&mut touring(scenario));
        assert!(seen.end.is_some() || seen.deadlocked, "{}", scenario.id);
        assert!(!seen.silent, "{}", scenario.id);
        let fits = (Duration::from_secs(30)..=Duration::from_secs(90)).contains(&seen.lasted);
        assert!(fits, "{}: {:?}", scenario.id, seen.lasted);
        for cue in &scenario.tour {
            if let Some(Deed::Run(thread, _)) = &cue.deed {
                assert!(scenario.source.text().contains(&format!("\"{thread}\"")), "{thread}");
            }
        }
    });
}

#[test]
fn the_tour_of_the_deadlock_shows_it_and_how_it_is_avoided() {
    let catalogue = Catalogue::embedded();
    let mut app = touring(catalogue.find("deadlock").expect("there is one"));
    let seen = play(&mut app);
    assert!(seen.deadlocked);
    assert_eq!(seen.end, Some(End::Finished));
}

/// What a tour says stands in two rows at 80 columns, and is said in either language.
#[test]
fn what_tours_say_is_short_and_stands_in_both_languages() {
    let catalogue = Catalogue::embedded();
    for scenario in catalogue.scenarios() {
        let all = scenario.tour.iter().filter_map(|cue| cue.say.as_ref());
        for words in all {
            assert!(!words.en.is_empty() && !words.zh.is_empty() && words.en != words.zh, "{}: {words:?}", scenario.id);
            for text in [&words.en, &words.zh] {
                let rows = raddle::tui::wrap_text(text, 76);
                assert!(rows.len() <= 2, "{}: {text}", scenario.id);
            }
        }
    }
}
