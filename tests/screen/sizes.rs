//! Every pane, popup and place at every size: what is drawn never reaches over the edge of the screen, in either language.
//!
//! Small sizes are tried one by one, since that is where there is no room for what a pane takes for granted.

use std::time::Duration;

use raddle::{
    app::{Action, App, Beginning, ThemeName},
    host::Settings,
    ids::{StepIndex, ThreadId},
    locale::Language,
    scenario::{Catalogue, Pane, Scenario},
    source::SourceText,
    tui::{depth::ColourDepth, screen},
};
use ratatui::{Terminal, backend::TestBackend};
use tui_input::InputRequest;

/// Long after the last change: nothing moves.
const STILL: Duration = Duration::from_mins(1);

fn app(language: Language) -> App {
    let run = Settings::default();
    App::new(Beginning { catalogue: Catalogue::embedded(), language, theme: ThemeName::Dark, motion: true, run })
}

fn on_stage(id: &str, language: Language, actions: &[Action]) -> App {
    let mut app = app(language);
    let scenario = app.gallery().catalogue().find(id).cloned();
    app.open(scenario.unwrap_or_else(|| panic!("no scenario {id}")));
    actions.iter().for_each(|&action| app.update(action, Duration::ZERO));
    app
}

fn type_text(app: &mut App, text: &str) {
    text.chars().for_each(|typed| app.edit(InputRequest::InsertChar(typed)));
}

/// A terminal whose size changes.
struct Screen(Terminal<TestBackend>);

impl Screen {
    fn new() -> Self {
        Self(Terminal::new(TestBackend::new(1, 1)).expect("a terminal in memory fails at nothing"))
    }

    fn draw(&mut self, app: &App, (width, height): (u16, u16), now: Duration) {
        self.0.backend_mut().resize(width, height);
        let drawn = self.0.draw(|frame| {
            screen::draw(app, ColourDepth::True, now, frame.area(), frame.buffer_mut());
        });
        drawn.expect("a terminal in memory fails at nothing");
    }
}

/// All small heights at some widths and all small widths at some heights, and some of what people have.
fn sizes() -> Vec<(u16, u16)> {
    let low = [1, 9, 60].into_iter().flat_map(|width| (1..=14).map(move |height| (width, height)));
    let narrow = [1, 4].into_iter().flat_map(|height| (2..=30).map(move |width| (width, height)));
    low.chain(narrow).chain([(40, 20), (63, 20), (64, 20), (80, 24), (250, 70)]).collect()
}

/// Draws at every size, in both languages by turns.
fn at_every_size(mut app: App) {
    let mut screen = Screen::new();
    for _ in Language::ALL {
        sizes().into_iter().for_each(|size| screen.draw(&app, size, STILL));
        // Changing the language says nothing and closes nothing.
        app.update(Action::Language, Duration::ZERO);
    }
}

/// What has much to show: many threads that wait for one another, names in both languages, output that is wide.
const CROWD: &str = "\
import threading

a, b = threading.Lock(), threading.Lock()
gate = threading.Barrier(20)
排队 = threading.Condition()


def cross(first, second):
    print('很长的一行 ' * 40)
    with first:
        with second:
            gate.wait()


for n in range(12):
    order = (a, b) if n % 2 else (b, a)
    threading.Thread(target=cross, args=order, name=f'线程-{n}-with-a-long-name').start()
";

fn crowd(language: Language) -> App {
    let mut app = app(language);
    let source = std::sync::Arc::new(SourceText::new("人群.py", CROWD));
    app.open(Scenario::read("crowd", source, None).expect("it has no metadata"));
    app.update(Action::End, Duration::ZERO);
    app
}

#[test]
fn every_pane_at_every_size() {
    for mut app in [on_stage("deadlock", Language::English, &[Action::End]), crowd(Language::English)] {
        let mut screen = Screen::new();
        for _ in 0..=Pane::ALL.len() {
            for (at, size) in sizes().into_iter().enumerate() {
                if at % 20 == 0 {
                    app.update(Action::Language, Duration::ZERO);
                }
                screen.draw(&app, size, STILL);
            }
            app.update(Action::Zoom, Duration::ZERO);
            if app.look().zoom.is_none() {
                app.update(Action::Zoom, Duration::ZERO);
            }
        }
        for _ in 0..Pane::ALL.len() {
            if app.look().zoom.is_some() {
                app.update(Action::Zoom, Duration::ZERO);
            }
        }
        assert_eq!(app.look().zoom, None, "behind the last pane it is the whole stage again");
    }
}

#[test]
fn every_popup_at_every_size() {
    let stage = |actions: &[Action]| on_stage("deadlock", Language::English, actions);
    at_every_size(stage(&[Action::Help]));
    let mut scrolled = stage(&[Action::Help]);
    (0..100).for_each(|_| scrolled.update(Action::Down, Duration::ZERO));
    at_every_size(scrolled);
    let mut asking = stage(&[Action::GoTo]);
    type_text(&mut asking, "12");
    at_every_size(asking);
    let mut exporting = stage(&[]);
    exporting.offer_exports(vec!["cast", "dot", "gif", "html", "json", "mmd", "png", "svg", "txt"]);
    exporting.update(Action::Export, Duration::ZERO);
    assert!(exporting.overlay().is_some());
    at_every_size(exporting);
    for actions in [&[Action::Twins][..], &[Action::Twins, Action::End, Action::Turn]] {
        at_every_size(stage(actions));
    }
    let mut wrong = app(Language::English);
    let source =
        std::sync::Arc::new(SourceText::new("错.py", "async def 函数(:\n    f(锁 锁)\nmatch x:\n  case 1: pass\n"));
    wrong.open(Scenario::read("wrong", source, None).expect("it has no metadata"));
    assert!(wrong.overlay().is_some());
    at_every_size(wrong);
    let mut gallery = app(Language::English);
    gallery.update(Action::Help, Duration::ZERO);
    at_every_size(gallery);
}

#[test]
fn the_gallery_the_tour_and_what_is_said_at_every_size() {
    at_every_size(app(Language::English));
    let mut searching = app(Language::English);
    searching.update(Action::Search, Duration::ZERO);
    type_text(&mut searching, "锁 a very long search that fits into no small screen");
    at_every_size(searching);
    let mut setting = app(Language::English);
    (0..4).for_each(|_| setting.update(Action::Down, Duration::ZERO));
    setting.update(Action::NextParameter, Duration::ZERO);
    at_every_size(setting);
    let mut touring = on_stage("deadlock", Language::English, &[]);
    touring.show_keys();
    assert!(touring.begin_tour(STILL));
    touring.tick(STILL);
    at_every_size(touring);
    let mut said = on_stage("deadlock", Language::English, &[]);
    said.show_keys();
    said.say("long ".repeat(80), STILL);
    said.update(Action::Policy, STILL);
    at_every_size(said);
}

/// Numbers that look random and are the same each time (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % count as u64) as usize
    }
}

#[test]
fn a_storm_of_sizes_and_keys() {
    use Action::{
        Back, Backward, Down, Export, Faster, Forward, GoTo, Help, Language as NextLanguage, NextBlocking,
        NextOfThread, Open, Restart, RunSelected, Search, SelectNext, Unit, Up, Zoom,
    };
    const WORK: &[Action] = &[
        Back,
        Backward,
        Down,
        Export,
        Faster,
        Forward,
        Forward,
        GoTo,
        Help,
        NextLanguage,
        NextBlocking,
        NextOfThread,
        Open,
        Action::End,
        Restart,
        RunSelected,
        Search,
        SelectNext,
        Unit,
        Up,
        Zoom,
        Zoom,
        Zoom,
    ];
    let mut dice = Dice(0x5EED);
    let mut screen = Screen::new();
    for id in ["deadlock", "queue", "barrier", "condition"] {
        let mut app = on_stage(id, Language::English, &[]);
        app.offer_exports(vec!["cast", "gif"]);
        for moment in 0..100 {
            let now = Duration::from_millis(moment * 90);
            match dice.below(12) {
                0 => app.update(Action::Seek(StepIndex(dice.below(60) as u32)), now),
                1 => app.update(Action::Run(ThreadId::at(dice.below(5))), now),
                2 => type_text(&mut app, "1锁"),
                3 => app.submit(now),
                _ => app.update(WORK[dice.below(WORK.len())], now),
            }
            app.tick(now);
            let most = if dice.below(3) == 0 { (120, 40) } else { (40, 6) };
            screen.draw(&app, (1 + dice.below(most.0) as u16, 1 + dice.below(most.1) as u16), now);
            if app.stage().is_none() {
                app.open(app.gallery().catalogue().find(id).cloned().expect("it was there before"));
            }
        }
    }
}

/// Lets everything be computed that goes on by itself while nothing plays.
fn wait(app: &mut App) {
    for _ in 0..10_000 {
        if app.next_change(STILL) != Some(STILL) {
            return;
        }
        app.tick(STILL);
    }
    panic!("it never comes to rest");
}

#[test]
fn a_challenge_a_map_and_two_runs_at_every_size() {
    let mut challenge = on_stage("deadlock", Language::English, &[Action::Challenge]);
    wait(&mut challenge);
    challenge.update(Action::Hint, STILL);
    at_every_size(challenge);
    for id in ["deadlock", "how_many_orders", "philosophers"] {
        let mut map = on_stage(id, Language::English, &[Action::Map]);
        wait(&mut map);
        (0..4).for_each(|_| map.update(Action::Forward, STILL));
        map.update(Action::Zoom, STILL);
        at_every_size(map);
    }
    for id in ["deadlock", "lost_update"] {
        let mut runs = on_stage(id, Language::English, &[Action::Check]);
        wait(&mut runs);
        runs.update(Action::Twins, STILL);
        at_every_size(runs);
    }
}
