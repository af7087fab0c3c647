//! The application without a terminal: what is shown, what is selected, and what each action does to it.
//!
//! [`App::update`] is the one place where actions take effect; drawing only reads. Time comes in from outside, as the
//! duration since the start. Tests: `app/tests.rs`.

mod action;
mod asking;
mod band;
mod challenge;
mod challenge_band;
mod checking;
mod choosing;
mod comparing;
mod conduct;
mod driving;
mod exporting;
mod finding;
mod gallery;
mod live;
mod look;
mod moments;
mod other_end;
pub mod palette;
mod panes;
mod problem;
mod progress;
mod pursuit;
mod quiz;
mod reading;
pub mod recording;
mod runs;
mod search;
mod side_by_side;
mod speed;
mod stage;
mod state_map;
mod stdin;
#[cfg(test)]
mod tests;
mod tour;
mod trials;
mod twins;
mod typing;

use std::{path::PathBuf, sync::Arc, time::Duration};

use tui_input::Input;

pub use action::Action;
pub use asking::{keys_of, thread_of};
pub use band::{Band, Said, Tone};
pub use challenge::{Challenge, Hint, Progress};
pub use checking::{HowFar, Inquiry, found_rows};
pub use conduct::{opening, settings_of};
pub use gallery::{Entry, FIRST, Fold, Gallery};
pub use look::{Look, NotATheme, ThemeName};
pub use moments::{Moment, Showing};
pub use palette::Palette;
pub use problem::{Mistake, Problem};
pub use progress::Seen;
pub use quiz::{Choice, Marked, Question, Questions};
pub use runs::{Left, RunSide, RunStep, Runs};
pub use side_by_side::{Row, Side, SideBySide};
pub use speed::Speed;
pub use stage::{Moved, RING, Stage};
pub use state_map::Chart;
pub use stdin::Line;
pub use tour::Pressed;
pub use trials::{Board, Shown, right_result, trials_of};
pub use twins::Twins;

use pursuit::Goal;

use crate::{
    host::Settings,
    ids::StepIndex,
    locale::{Language, Locale},
    scenario::{Catalogue, OpenError, Scenario, Setup, Wording},
};

/// How long a notice stays.
const NOTICE: Duration = Duration::from_secs(4);

/// What the screen is made of.
#[derive(Debug)]
pub struct App {
    gallery: Gallery,
    stage: Option<Box<Stage>>,
    overlay: Option<Overlay>,
    notice: Option<Notice>,
    locale: Locale,
    look: Look,
    run: Settings,
    /// Where one of many runs was opened from: back goes there.
    opened_from: Option<Box<trials::OpenedFrom>>,
    /// What the viewer asked of every run.
    setup: Setup,
    /// The seed that the viewer asked for.
    seed: Option<u64>,
    live: bool,
    tour: Option<tour::Tour>,
    /// The scenario from which its twin was opened.
    twin_of: Option<String>,
    /// The run that was left for its twin: there and back it stands where it stood.
    left_for_twin: Option<Box<Stage>>,
    keys: tour::Keys,
    /// Another end that is being looked for.
    hunt: Option<Box<other_end::Hunt>>,
    /// The folder in which recordings are saved; where raddle was started, unless it is said.
    folder: PathBuf,
    exports: exporting::Exports,
    /// No longer is computed at once.
    slice: Duration,
    questions: Questions,
    /// The viewer types what programs read.
    asks_for_input: bool,
    quit: bool,
}

/// What lies over the screen.
#[derive(Debug)]
pub enum Overlay {
    /// The keys, from this row on.
    Help(u16),
    /// The number of a step is being typed.
    GoTo(Input),
    /// A line is being typed that the program reads.
    Line(Box<Line>),
    /// Every action by its name.
    Palette(Palette),
    /// What is to be made of the run?
    Export,
    /// What a presenter wants to know, from this row on.
    Notes(u16),
    /// Many runs of the program.
    Trials(Box<Board>),
    /// The program and its twin beside each other.
    Twins(Box<Twins>),
    /// A search of every interleaving.
    Check(Box<Inquiry>),
    /// Two runs that it has found, beside each other.
    Runs(Box<Runs>),
    /// A program cannot be run.
    Problem(Problem),
}

/// Something that has just to be said.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Notice {
    text: String,
    until: Duration,
}

/// Where keys go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// To the gallery.
    Gallery,
    /// To the stage.
    Stage,
    /// To a line of text: the search, or the number of a step.
    Text,
}

/// How the application begins.
#[derive(Debug)]
pub struct Beginning {
    /// The scenarios of the gallery.
    pub catalogue: Catalogue,
    /// The language.
    pub language: Language,
    /// The theme.
    pub theme: ThemeName,
    /// Whether changes are shown in motion.
    pub motion: bool,
    /// How programs run.
    pub run: Settings,
}

impl App {
    /// The application, with the gallery open.
    #[must_use]
    pub fn new(beginning: Beginning) -> Self {
        Self {
            gallery: Gallery::new(beginning.catalogue),
            stage: None,
            overlay: None,
            notice: None,
            locale: Locale::new(beginning.language),
            look: Look { theme: beginning.theme, motion: beginning.motion, zoom: None, zoomed: None },
            run: beginning.run,
            setup: Setup::default(),
            seed: None,
            live: false,
            tour: None,
            twin_of: None,
            left_for_twin: None,
            opened_from: None,
            keys: tour::Keys::default(),
            hunt: None,
            folder: PathBuf::from("."),
            exports: exporting::Exports::default(),
            slice: pursuit::PATIENCE,
            questions: Questions::Off,
            asks_for_input: false,
            quit: false,
        }
    }

    /// Programs are run so from now on, whatever they ask for themselves.
    pub fn set_up(&mut self, setup: Setup, seed: Option<u64>) {
        self.setup = setup;
        self.seed = seed;
    }

    /// The gallery, to recall what was seen before, and to keep what is new.
    pub fn gallery_mut(&mut self) -> &mut Gallery {
        &mut self.gallery
    }

    /// The gallery.
    #[must_use]
    pub fn gallery(&self) -> &Gallery {
        &self.gallery
    }

    /// The stage, if something is on it.
    #[must_use]
    pub fn stage(&self) -> Option<&Stage> {
        self.stage.as_deref()
    }

    /// The stage, to prepare what is to be shown on it.
    #[must_use]
    pub fn stage_mut(&mut self) -> Option<&mut Stage> {
        self.stage.as_deref_mut()
    }

    /// What lies over the screen.
    #[must_use]
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
    }

    /// Something that has just to be said.
    #[must_use]
    pub fn notice(&self, now: Duration) -> Option<&str> {
        self.notice.as_ref().filter(|notice| now < notice.until).map(|notice| notice.text.as_str())
    }

    /// The words.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// How the screen looks.
    #[must_use]
    pub fn look(&self) -> Look {
        self.look
    }

    /// Whether the viewer has asked to quit.
    #[must_use]
    pub fn has_quit(&self) -> bool {
        self.quit
    }

    /// Where keys go.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match (&self.overlay, &self.stage) {
            (Some(Overlay::GoTo(_) | Overlay::Line(_) | Overlay::Palette(_)), _) => Mode::Text,
            (_, Some(_)) => Mode::Stage,
            (_, None) if self.gallery.is_searching() => Mode::Text,
            (_, None) => Mode::Gallery,
        }
    }

    /// Says something for a while.
    pub fn say(&mut self, text: String, now: Duration) {
        self.notice = Some(Notice { text, until: now + NOTICE });
    }

    /// Puts a scenario on the stage; shows what is wrong with it if it cannot be run.
    pub fn open(&mut self, scenario: Scenario) {
        let source = Arc::clone(&scenario.source);
        let run = opening(&scenario, (self.setup, self.seed), self.run);
        match Stage::open(scenario, run) {
            Ok(mut stage) => {
                self.gallery.note_opened(&stage.scenario().id);
                if self.live {
                    stage.go_live(Duration::ZERO);
                }
                self.stage = Some(Box::new(stage));
                self.opened_from = None;
                self.left_for_twin = None;
                self.pair_up();
                self.overlay = None;
                self.tour = None;
            }
            Err(diagnostics) => self.overlay = Some(Overlay::Problem(Problem::of_program(&source, diagnostics))),
        }
    }

    /// The program on the stage was saved anew: it begins again, and goes on to where it was. If it cannot be run any
    /// more, it says why and the old one stays.
    pub fn reload(&mut self, saved: Result<Scenario, OpenError>, now: Duration) {
        const FARTHEST: u32 = 10_000;
        let Some(stage) = &self.stage else { return };
        let mut scenario = match saved {
            Ok(scenario) => scenario,
            Err(OpenError::Metadata { source, errors }) => {
                self.overlay = Some(Overlay::Problem(Problem::of_metadata(source, errors)));
                return;
            }
            Err(error) => return self.say(Wording::of_opening(&error, &self.locale).problem, now),
        };
        scenario.keep_parameters_of(stage.scenario());
        let source = Arc::clone(&scenario.source);
        match Stage::open(scenario, *stage.session().settings()) {
            Ok(mut fresh) => {
                let goal = Goal::Step(StepIndex(stage.cursor().0.min(FARTHEST)));
                fresh.set_speed(stage.speed(), now);
                self.stage = Some(Box::new(fresh));
                self.pair_up();
                self.overlay = None;
                self.set_out(goal, now);
                self.say(self.locale.text("reloaded"), now);
            }
            Err(diagnostics) => self.overlay = Some(Overlay::Problem(Problem::of_program(&source, diagnostics))),
        }
    }

    /// The line of text that is being typed is what was meant.
    pub fn submit(&mut self, now: Duration) {
        match self.overlay.take() {
            Some(Overlay::GoTo(input)) => {
                let step: Option<u32> = input.value().parse().ok();
                if let Some(step) = step {
                    self.set_out(Goal::Step(StepIndex(step)), now);
                }
            }
            Some(Overlay::Line(line)) => self.give_line(&line, false, now),
            Some(Overlay::Palette(palette)) => {
                self.overlay = Some(Overlay::Palette(palette));
                self.pick(None, now);
            }
            other => {
                self.overlay = other;
                if self.overlay.is_none() && self.stage.is_none() && self.gallery.is_searching() {
                    self.watch_chosen(now);
                }
            }
        }
    }

    /// Lets time pass.
    pub fn tick(&mut self, now: Duration) {
        self.tell_questions();
        self.tell_input();
        self.go_on(now);
        if let Some(stage) = &mut self.stage {
            let full = stage.is_full();
            // In a tour its own words are read, and it says itself how long.
            let reading = self.tour.is_none().then_some(&self.locale);
            stage.tick(now, reading);
            if stage.is_full() && !full {
                let text = self.locale.text("full");
                self.say(text, now);
            }
        }
        self.trials_on(now);
        self.check_on();
        self.challenge_on(now);
        self.chart_on();
        self.side_by_side_on(now);
        self.twins_on(now);
        self.hunt_on(now);
        self.tell_refusal(now);
        self.tour_on(now);
        self.ask_for_line();
        self.note_end();
        self.notice = self.notice.take().filter(|notice| now < notice.until);
    }

    /// When something will change by itself, if anything will.
    #[must_use]
    pub fn next_change(&self, now: Duration) -> Option<Duration> {
        const FRAME: Duration = Duration::from_millis(33);
        let stage = self.stage.as_ref();
        let moving =
            stage.filter(|stage| self.look.motion && now < stage.moved().at + stage.motion()).map(|_| now + FRAME);
        let twins = match &self.overlay {
            Some(Overlay::Twins(twins)) => twins.due(),
            _ => None,
        };
        let due = stage.and_then(|stage| stage.due());
        let notice = self.notice.as_ref().map(|notice| notice.until);
        let busy = self.is_trying()
            || self.is_checking()
            || self.is_challenging()
            || self.stage().is_some_and(Stage::is_charting)
            || self.is_comparing()
            || self.is_hunting()
            || stage.is_some_and(|stage| stage.has_news() || stage.is_under_way() || stage.is_comparing());
        let news = busy.then_some(now);
        [moving, due, twins, notice, news, self.next_of_tour(now)].into_iter().flatten().min()
    }

    /// Does what the viewer asks for.
    pub fn update(&mut self, action: Action, now: Duration) {
        // What was said is over when the viewer does the next thing.
        self.notice = None;
        let toured = self.is_touring();
        self.interrupt_tour(action, now);
        self.note_pressed(action, now);
        self.tell_questions();
        self.tell_input();
        self.end_hunt(action);
        if toured && action == Action::Play {
            // Whoever takes over from a tour finds the stage at rest.
            self.stage.iter_mut().for_each(|stage| stage.pause());
        } else if !self.answer(action, now) {
            self.perform(action, now);
        }
        self.look_at_challenge();
        self.chart_on();
        self.ask_for_line();
        self.tell_questions();
        self.note_end();
    }

    /// Notes how the run on the stage ended, if it has, and what the viewer has answered.
    fn note_end(&mut self) {
        let Some(stage) = &mut self.stage else { return };
        let id = stage.scenario().id.clone();
        for (number, right) in stage.quiz.fresh() {
            self.gallery.note_answer(&id, number, right);
        }
        if stage.meets_challenge() {
            self.gallery.note_solved(&id);
        }
        if let Some((id, end)) = self.stage.as_ref().and_then(|stage| Some((&stage.scenario().id, stage.end()?))) {
            self.gallery.note_end(id, end);
        }
    }

    fn perform(&mut self, action: Action, now: Duration) {
        match action {
            Action::Quit => self.quit = true,
            Action::Help => {
                let open = matches!(self.overlay, Some(Overlay::Help(_)));
                self.overlay = (!open).then_some(Overlay::Help(0));
            }
            Action::Language => self.locale = Locale::new(self.locale.language().next()),
            Action::Theme => {
                self.look.theme = self.look.theme.next();
                self.say(self.locale.format("theme-is", &[("theme", self.look.theme.name().into())]), now);
            }
            Action::Palette if matches!(self.overlay, Some(Overlay::Palette(_))) => self.overlay = None,
            Action::Palette => self.open_palette(),
            Action::Pick(at) => self.pick(Some(at), now),
            Action::Back => self.back(now),
            Action::Notes if matches!(self.overlay, Some(Overlay::Notes(_))) => self.overlay = None,
            _ if matches!(self.overlay, Some(Overlay::Export)) => self.answer_export(action),
            _ if matches!(self.overlay, Some(Overlay::Trials(_))) => self.answer_trials(action, now),
            _ if matches!(self.overlay, Some(Overlay::Check(_))) => self.answer_check(action, now),
            _ if matches!(self.overlay, Some(Overlay::Runs(_))) => self.answer_runs(action, now),
            _ if matches!(self.overlay, Some(Overlay::Twins(_))) => self.answer_twins(action, now),
            _ if self.overlay.is_some() => self.scroll(action),
            _ if self.stage.is_some() => self.update_stage(action, now),
            _ => self.update_gallery(action, now),
        }
    }

    /// Leaves the popup, the search, the stage. The gallery is left only by quitting.
    fn back(&mut self, now: Duration) {
        if self.leave_runs() {
            return;
        }
        if self.overlay.take().is_some() {
            return;
        }
        if self.stage().is_some_and(|stage| stage.challenge().is_some()) {
            return self.give_up_challenge(now);
        }
        if self.back_to_before() {
            return;
        }
        if self.stage.take().is_some() {
            self.look.zoom = None;
        } else if !self.gallery.clear_search() {
            self.say(self.locale.text("quit-asked"), now);
        }
    }

    /// A popup scrolls; what does not scroll it closes it, so that nobody is caught in it.
    fn scroll(&mut self, action: Action) {
        if let Some(Overlay::Palette(palette)) = &mut self.overlay {
            return match action {
                Action::Down | Action::SelectNext => palette.move_by(1),
                Action::Up | Action::SelectPrevious => palette.move_by(-1),
                Action::PageDown => palette.move_by(10),
                Action::PageUp => palette.move_by(-10),
                _ => {}
            };
        }
        let Some(Overlay::Help(row) | Overlay::Notes(row)) = &mut self.overlay else {
            self.overlay = None;
            return;
        };
        match action {
            Action::Down | Action::SelectNext => *row = row.saturating_add(1),
            Action::Up | Action::SelectPrevious => *row = row.saturating_sub(1),
            Action::PageDown => *row = row.saturating_add(10),
            Action::PageUp => *row = row.saturating_sub(10),
            _ => self.overlay = None,
        }
    }

    fn update_gallery(&mut self, action: Action, now: Duration) {
        const PAGE: isize = 10;
        match action {
            Action::Up => self.gallery.move_by(-1),
            Action::Down => self.gallery.move_by(1),
            Action::PageUp => self.gallery.move_by(-PAGE),
            Action::PageDown => self.gallery.move_by(PAGE),
            Action::ChooseAt(at) => self.click(at, now),
            Action::Open => self.watch_chosen(now),
            Action::Try => self.try_chosen(),
            Action::Unfold | Action::Fold if self.gallery.parameter_at().is_some() => {
                self.gallery.change(action == Action::Unfold);
            }
            Action::Unfold => self.gallery.unfold(),
            Action::Fold => self.gallery.fold(),
            Action::Search => self.gallery.search(),
            Action::NextParameter => self.gallery.next_parameter(true),
            Action::PreviousParameter => self.gallery.next_parameter(false),
            Action::Increase => self.gallery.change(true),
            Action::Decrease => self.gallery.change(false),
            _ => {}
        }
    }

    /// A click on a row chooses it; on a chapter it folds or unfolds it, and on the chosen scenario it watches it.
    fn click(&mut self, at: usize, now: Duration) {
        let again = at == self.gallery.chosen_at();
        self.gallery.choose(at);
        match self.gallery.chosen_entry() {
            Some(Entry::Chapter(_)) => self.gallery.toggle(),
            Some(Entry::Scenario(_)) if again => self.watch_chosen(now),
            _ => {}
        }
    }

    /// Plays the tour of the chosen scenario, or puts it on the stage if it has none; a chapter is folded or unfolded.
    fn watch_chosen(&mut self, now: Duration) {
        if let Some(Entry::Chapter(_)) = self.gallery.chosen_entry() {
            return self.gallery.toggle();
        }
        self.try_chosen();
        if self.stage.is_some() && !self.begin_tour(now) {
            self.say(self.locale.text("no-tour-here"), now);
        }
    }

    /// Puts the chosen scenario on the stage.
    fn try_chosen(&mut self) {
        let Some(scenario) = self.gallery.chosen().cloned() else { return };
        self.gallery.stop_searching();
        self.open(scenario);
    }
}
