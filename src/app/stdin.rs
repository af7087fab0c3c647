//! What the program reads from its standard input is typed on the stage when it comes to that, unless a file was given for it.

use std::{sync::Arc, time::Duration};

use tui_input::Input;

use super::{App, Overlay, Stage};
use crate::{
    host::{Session, Wanted},
    program::Program,
};

/// No more is typed into one run, in bytes.
const LONGEST: usize = 1 << 20;

/// A line of input that the program waits for.
#[derive(Debug)]
pub struct Line {
    wanted: Wanted,
    /// What the program printed before it, on the same line.
    pub prompt: String,
    /// What was typed so far.
    pub typed: Input,
    /// It played when it came to this, and goes on playing afterwards.
    playing: bool,
}

/// Where the input of a run comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Stdin {
    /// It was given, or nobody has asked for it.
    #[default]
    Given,
    /// It is typed.
    Typed,
    /// It was typed, and has come to its end.
    Ended,
}

impl Stage {
    /// From now on the viewer is asked for input, if the program reads any and none was given.
    fn ask_for_input(&mut self) {
        if self.stdin == Stdin::Given && self.scenario().input.is_empty() && self.scenario().reads_input() {
            self.stdin = Stdin::Typed;
        }
        let asks = self.stdin == Stdin::Typed && self.origin.is_none();
        self.session.ask_for_input(asks);
    }

    /// Whether the program may come to read lines that have not been typed.
    pub(super) fn may_read_more(&self) -> bool {
        self.stdin == Stdin::Typed
    }

    /// The line of input that the run waits for, if it does.
    fn line_wanted(&mut self) -> Option<Line> {
        let wanted = self.session.take_wanted()?;
        let names = self.names();
        let mut prompt: String = self.scene().output.iter().map(|piece| names.text(piece.text)).collect();
        prompt.push_str(&wanted.prints);
        let prompt = prompt.rsplit('\n').next().unwrap_or_default().to_owned();
        let playing = wanted.live.is_none() && std::mem::take(&mut self.was_playing);
        Some(Line { wanted, prompt, typed: Input::default(), playing })
    }

    /// The program reads this line and goes on; without one, it finds its input at its end.
    fn give_line(&mut self, line: &Line, text: Option<&str>, now: Duration) {
        let program = text.and_then(|text| {
            let input = format!("{}{text}\n", self.scenario().input);
            self.feed(input)
        });
        self.go(now, |session| match program {
            Some(program) => session.go_on_with(Arc::new(program), &line.wanted),
            None => session.go_on_without(&line.wanted),
        });
        if text.is_none() {
            self.stdin = Stdin::Ended;
        } else {
            self.look_ahead();
            // It is that of the program without the line.
            self.chart = None;
        }
        if line.playing && self.end().is_none() {
            self.due = Some(now);
        }
    }

    /// The program with this input; nothing, where it cannot be run.
    fn feed(&mut self, input: String) -> Option<Program> {
        self.scenario.input = Arc::from(input);
        self.scenario.compile().ok()
    }

    /// Looks anew what the run will come to.
    fn look_ahead(&mut self) {
        self.forecast = self.session.forecast();
    }

    /// Begins again without what was typed: it is asked for anew.
    pub(super) fn forget_input(&mut self) {
        if self.stdin == Stdin::Given || self.scenario().input.is_empty() {
            self.stdin = Stdin::Given;
            return;
        }
        if let Some(program) = self.feed(String::new()) {
            self.session = Session::new(Arc::new(program), *self.session.settings());
            self.session.set_priorities(self.scenario().priorities.clone());
            self.stdin = Stdin::Given;
            self.look_ahead();
        }
    }
}

impl App {
    /// From now on the viewer types what programs read.
    pub fn ask_for_input(&mut self) {
        self.asks_for_input = true;
    }

    /// Tells the stage, before it goes on.
    pub(super) fn tell_input(&mut self) {
        if let Some(stage) = self.stage.as_mut().filter(|_| self.asks_for_input) {
            stage.ask_for_input();
        }
    }

    /// Asks for a line if the run has come to where it wants one.
    pub(super) fn ask_for_line(&mut self) {
        let Some(line) = self.stage.as_mut().and_then(|stage| stage.line_wanted()) else { return };
        self.notice = None;
        self.tour = None;
        self.overlay = Some(Overlay::Line(Box::new(line)));
    }

    /// The line that was typed is what the program reads; without one, its input is at its end.
    pub(super) fn give_line(&mut self, line: &Line, is_end: bool, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        let text = Some(line.typed.value()).filter(|_| !is_end);
        if text.is_some_and(|text| text.len() + stage.scenario().input.len() > LONGEST) {
            let text = self.locale.text("input-too-long");
            return self.say(text, now);
        }
        stage.give_line(line, text, now);
        self.renew_challenge(now);
        self.chart_on();
        self.ask_for_line();
    }

    /// What the program printed before the line of input that it waits for, on the same line.
    #[must_use]
    pub fn line_prompt(&self) -> Option<&str> {
        match &self.overlay {
            Some(Overlay::Line(line)) => Some(&line.prompt),
            _ => None,
        }
    }

    /// The program reads this line.
    pub fn type_line(&mut self, text: &str, now: Duration) {
        match self.overlay.take() {
            Some(Overlay::Line(mut line)) => {
                line.typed = Input::new(text.to_owned());
                self.give_line(&line, false, now);
            }
            other => self.overlay = other,
        }
    }

    /// Whether a line of input is being typed.
    #[must_use]
    pub fn is_asking_for_line(&self) -> bool {
        matches!(self.overlay, Some(Overlay::Line(_)))
    }

    /// There is no more input.
    pub fn end_input(&mut self, now: Duration) {
        match self.overlay.take() {
            Some(Overlay::Line(line)) => self.give_line(&line, true, now),
            other => self.overlay = other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            Action,
            tests::{let_finish, on_stage},
        },
        *,
    };
    use crate::{
        choice::{Choice, Unit, Way},
        event::End,
        ids::ThreadId,
    };

    const NOW: Duration = Duration::from_secs(1);

    /// Whether the two can deadlock hangs on what is typed.
    const TWO: &str = "\
import threading
a, b = threading.Lock(), threading.Lock()
if input('twice? ') == 'no':
    b = a
def one(x, y):
    with x:
        if x is not y:
            y.acquire()
            y.release()
threading.Thread(target=one, args=(a, b)).start()
threading.Thread(target=one, args=(b, a)).start()
";

    #[test]
    fn a_challenge_judges_nothing_before_the_first_line_is_typed() {
        use super::super::challenge::Progress;
        let progress = |app: &App| app.stage().and_then(Stage::challenge).map(super::super::Challenge::progress);
        let mut app = asked(TWO);
        app.update(Action::Challenge, NOW);
        let_finish(&mut app, NOW, App::is_challenging);
        assert_eq!(progress(&app), Some(Progress::Waiting));
        app.update(Action::Hint, NOW);
        assert_eq!(progress(&app), Some(Progress::Waiting), "and no hint says that it is hopeless");
        while !app.is_asking_for_line() {
            app.update(Action::Run(ThreadId::MAIN), NOW);
        }
        app.paste("yes");
        app.submit(NOW);
        let_finish(&mut app, NOW, App::is_challenging);
        assert_eq!(progress(&app), Some(Progress::OnTheWay), "now there is a deadlock to be brought about");
    }

    const GREETER: &str = "\
import threading
name = input('who? ')
greeter = threading.Thread(target=print, args=('hello', name))
greeter.start()
greeter.join()
try:
    print(input('and? '))
except EOFError:
    print('nobody')
";

    fn asked(text: &str) -> App {
        let mut app = on_stage(text);
        app.ask_for_input();
        app
    }

    fn stage(app: &App) -> &Stage {
        app.stage().expect("a program is on the stage")
    }

    fn printed(app: &App) -> String {
        stage(app).scene().output.iter().map(|piece| stage(app).names().text(piece.text)).collect()
    }

    fn prompt(app: &App) -> &str {
        match app.overlay() {
            Some(Overlay::Line(line)) => &line.prompt,
            _ => "",
        }
    }

    #[test]
    fn what_is_typed_is_read() {
        let mut app = asked(GREETER);
        app.update(Action::End, NOW);
        assert_eq!(prompt(&app), "who? ");
        app.paste("ann");
        app.submit(NOW);
        assert!(!app.is_asking_for_line());
        app.update(Action::End, NOW);
        assert_eq!(prompt(&app), "and? ");
        app.end_input(NOW);
        app.update(Action::End, NOW);
        assert_eq!(stage(&app).end(), Some(End::Finished));
        assert_eq!(printed(&app), "who? hello ann\nand? nobody\n");
    }

    /// Lets the threads of a live run go until the test holds.
    fn follow_until(app: &mut App, test: impl Fn(&App) -> bool) {
        let start = std::time::Instant::now();
        while !test(app) {
            assert!(start.elapsed() < Duration::from_mins(2), "it came to {:?}", stage(app).history().tip());
            if let Some(live) = stage(app).live() {
                let _ = live.bell().clone().recv_timeout(Duration::from_millis(20));
            }
            app.tick(NOW);
        }
    }

    #[test]
    fn a_live_run_asks_for_it_too() {
        let mut app = asked(GREETER);
        (0..10).for_each(|_| app.update(Action::Faster, NOW));
        app.update(Action::Live, NOW);
        app.update(Action::Play, NOW);
        follow_until(&mut app, App::is_asking_for_line);
        assert_eq!(prompt(&app), "who? ");
        assert!(stage(&app).live().is_some_and(crate::host::live::Live::is_paused), "all are held meanwhile");
        app.paste("ann");
        app.submit(NOW);
        assert!(stage(&app).live().is_some() && stage(&app).is_playing(), "they go on");
        follow_until(&mut app, App::is_asking_for_line);
        assert_eq!(prompt(&app), "and? ");
        app.end_input(NOW);
        follow_until(&mut app, |app| stage(app).end().is_some());
        assert_eq!(printed(&app), "who? hello ann\nand? nobody\n");
        assert_eq!(stage(&app).header().input, "ann\n");
    }

    #[test]
    fn it_is_part_of_the_run() {
        let mut app = asked(GREETER);
        for line in ["ann", "ben"] {
            app.update(Action::End, NOW);
            app.paste(line);
            app.submit(NOW);
        }
        app.update(Action::End, NOW);
        let text = printed(&app);
        assert_eq!(text, "who? hello ann\nand? ben\n");
        app.update(Action::Start, NOW);
        app.update(Action::End, NOW);
        assert_eq!(printed(&app), text, "it is not asked for twice");
        assert_eq!(stage(&app).header().input, "ann\nben\n");
        app.update(Action::Restart, NOW);
        app.update(Action::End, NOW);
        assert_eq!(prompt(&app), "who? ", "from the beginning it is");
    }

    #[test]
    fn playing_goes_on_behind_it_and_who_gives_nothing_is_asked_again() {
        let mut app = asked(GREETER);
        app.update(Action::Play, NOW);
        let mut now = NOW;
        while !app.is_asking_for_line() {
            now += Duration::from_secs(30);
            app.tick(now);
        }
        assert!(!stage(&app).is_playing());
        app.update(Action::Back, now);
        assert!(!app.is_asking_for_line());
        app.update(Action::Play, now);
        app.tick(now);
        app.paste("ann");
        app.submit(now);
        assert!(stage(&app).is_playing());
    }

    #[test]
    fn the_map_and_the_challenge_are_those_of_the_program_with_the_line() {
        let mut app = asked(GREETER);
        let whole = |app: &mut App| {
            app.chart_all();
            stage(app).chart().map(|chart| chart.map().states().len())
        };
        app.update(Action::Map, NOW);
        let before = whole(&mut app);
        app.update(Action::End, NOW);
        app.paste("ann");
        app.submit(NOW);
        assert_ne!(whole(&mut app), before, "with a line it starts a thread");
        assert!(stage(&app).chart().is_some_and(|chart| chart.here().is_some()), "the run is on it");
    }

    #[test]
    fn a_hint_that_is_followed_asks_for_the_line() {
        let mut app = asked(GREETER);
        app.update(Action::Challenge, NOW);
        app.update(Action::Start, NOW);
        let next = Choice::new(ThreadId::MAIN, Way::Run(Unit::Operation));
        let taken = (0..5).take_while(|_| app.stage_mut().is_some_and(|stage| stage.choose(next, NOW))).count();
        app.tick(NOW);
        assert!(app.is_asking_for_line(), "the step behind {taken} waits for the line");
        assert_eq!(prompt(&app), "who? ");
    }

    #[test]
    fn a_file_is_not_asked_about() {
        let mut app = asked(GREETER);
        if let Some(stage) = app.stage_mut() {
            let program = stage.feed("ann\n".to_owned()).expect("it compiles");
            stage.session = Session::new(Arc::new(program), *stage.session.settings());
        }
        app.update(Action::End, NOW);
        assert!(!app.is_asking_for_line());
        assert_eq!(printed(&app), "who? hello ann\nand? nobody\n");
    }
}
