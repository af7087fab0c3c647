//! The stage while the program runs live: the threads go by themselves, the stage follows, and the viewer can hold them,
//! look back, and take over.

use std::time::Duration;

use super::{App, Stage};
use crate::{host::live::Live, ids::ThreadId};

impl Stage {
    /// The live run, if there is one.
    #[must_use]
    pub fn live(&self) -> Option<&Live> {
        self.session.live()
    }

    /// The kernel's id of the thread that runs a thread of the program, unless that has ended.
    #[must_use]
    pub fn kernel_id(&self, thread: ThreadId) -> Option<u32> {
        self.scene().thread(thread).filter(|view| view.state.is_alive())?;
        self.session.kernel_id(thread)
    }

    /// How many threads of the operating system there are for the program.
    #[must_use]
    pub fn kernel_threads(&self) -> usize {
        (0..self.scene().threads.len()).filter(|&at| self.kernel_id(ThreadId::at(at)).is_some()).count()
    }

    /// Hands the program to threads of the operating system, from here on; a run that is over begins again. They are held
    /// until the viewer plays, unless it plays.
    pub fn go_live(&mut self, now: Duration) {
        let paused = !self.is_playing();
        if self.end().is_some() {
            self.restart(self.session().settings().seed, now);
        }
        self.due = None;
        let pace = self.speed.interval();
        self.go(now, |session| {
            session.go_live(pace, paused);
            true
        });
    }

    /// Ends the threads of the live run; from here on, a policy says who goes next. Returns whether it was live.
    pub fn leave_live(&mut self, now: Duration) -> bool {
        self.pause();
        self.go(now, crate::host::Session::end_live)
    }

    /// Whether the cursor is where the threads are.
    pub(super) fn is_at_the_front(&self) -> bool {
        self.cursor() == self.history().tip()
    }

    /// Takes in what the threads have done since. They are held where a deadlock closes, and when so much was recorded
    /// that memory is at stake.
    pub(super) fn follow(&mut self, now: Duration, patient: impl FnMut() -> bool) {
        let (deadlocked, full) = (self.scene().deadlock.len(), self.full);
        if !self.go(now, |session| session.follow(patient)) {
            return;
        }
        let closed = self.scene().deadlock.len() > deadlocked;
        if let Some(live) = self.live().filter(|_| closed || (self.full && !full)) {
            live.pause();
        }
    }

    /// Whether the threads have done what was not yet taken in.
    #[must_use]
    pub fn has_news(&self) -> bool {
        self.live().is_some_and(|live| !live.reports().is_empty())
    }
}

impl App {
    /// Begins or ends the live run.
    pub(super) fn toggle_live(&mut self, now: Duration) {
        let Some(stage) = &mut self.stage else { return };
        let text = if stage.leave_live(now) {
            self.locale.text("live-left")
        } else {
            stage.go_live(now);
            self.locale.text("live-entered")
        };
        self.say(text, now);
    }

    /// Programs that are put on the stage run live from now on, and so does the one that is on it.
    pub fn run_live(&mut self) {
        self.live = true;
        if let Some(stage) = &mut self.stage {
            stage.go_live(Duration::ZERO);
        }
    }

    /// Says that the operating system would not give a thread, if that has just happened.
    pub(super) fn tell_refusal(&mut self, now: Duration) {
        let refusal = self.stage.as_mut().and_then(|stage| stage.session.take_refusal());
        if let Some(reason) = refusal {
            self.say(self.locale.format("live-refused", &[("reason", reason.into())]), now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Action, tests::app_with},
        *,
    };
    use crate::{choice::Unit, ids::StepIndex};

    const NOW: Duration = Duration::from_secs(1);

    fn stage(app: &App) -> &Stage {
        app.stage().expect("a program is on the stage")
    }

    fn quick_app(scenario: &str) -> App {
        let mut app = app_with(scenario);
        (0..10).for_each(|_| app.update(Action::Faster, NOW));
        app
    }

    /// Lets the threads go on until the test holds.
    fn wait_until(app: &mut App, test: impl Fn(&Stage) -> bool) {
        let start = std::time::Instant::now();
        while !test(stage(app)) {
            assert!(start.elapsed() < Duration::from_mins(2), "it came to {:?}", stage(app).history().tip());
            let bell = stage(app).live().expect("it is live").bell().clone();
            let _ = bell.recv_timeout(Duration::from_millis(20));
            app.tick(NOW);
        }
    }

    /// Live, and held after one step.
    fn held_after_a_step(scenario: &str) -> App {
        let mut app = quick_app(scenario);
        app.update(Action::Live, NOW);
        assert!(stage(&app).live().is_some() && !stage(&app).is_playing());
        app.update(Action::Forward, NOW);
        wait_until(&mut app, |stage| stage.cursor() == StepIndex(1));
        app
    }

    #[test]
    fn a_live_run_is_held_followed_rewound_and_taken_over() {
        let mut app = held_after_a_step("deadlock");
        assert!(!stage(&app).is_playing(), "one step, and they are held again");
        app.update(Action::Unit, NOW);
        assert_eq!(stage(&app).session().settings().unit, Unit::Operation);
        app.update(Action::Play, NOW);
        wait_until(&mut app, |stage| stage.end().is_some());
        assert_eq!(stage(&app).scene().deadlock.len(), 2);
        assert_eq!(stage(&app).kernel_threads(), 3, "they stay to be looked at");
        assert!(!stage(&app).is_playing());
        let tip = stage(&app).history().tip();
        app.update(Action::Backward, NOW);
        assert_eq!(stage(&app).cursor().0, tip.0 - 1);
        assert!(stage(&app).live().is_some(), "looking back does not end it");
        app.update(Action::Start, NOW);
        app.update(Action::Forward, NOW);
        app.update(Action::Forward, NOW);
        let other = (0..3).map(ThreadId).find(|&thread| {
            let next = stage(&app).history().step(StepIndex(3)).choice.map(|choice| choice.thread);
            next != Some(thread) && stage(&app).can_run(thread)
        });
        let Some(other) = other else { return };
        app.update(Action::Run(other), NOW);
        assert!(stage(&app).live().is_none(), "the viewer is the scheduler now");
        assert_eq!(stage(&app).cursor(), StepIndex(3));
    }

    #[test]
    fn playing_through_the_past_lets_the_threads_go_at_the_front() {
        let mut app = held_after_a_step("deadlock_ordered");
        app.update(Action::Slower, NOW);
        app.update(Action::Backward, NOW);
        app.update(Action::Play, NOW);
        let due = |app: &App| stage(app).due().expect("it plays what was recorded");
        app.tick(due(&app));
        assert_eq!(stage(&app).cursor(), StepIndex(1));
        app.tick(due(&app));
        assert!(stage(&app).due().is_none(), "from here on the threads go by themselves");
        wait_until(&mut app, |stage| stage.end().is_some());
        assert!(stage(&app).live().is_some());
    }

    #[test]
    fn a_live_run_goes_on_unless_there_is_another_way_to_go_over_to() {
        let mut app = held_after_a_step("deadlock_ordered");
        app.update(Action::OtherWay, NOW);
        assert!(stage(&app).live().is_some(), "there is none");
        let mut app = quick_app("lost_update");
        app.update(Action::End, NOW);
        app.update(Action::Seek(StepIndex(7)), NOW);
        app.update(Action::Run(ThreadId(2)), NOW);
        app.update(Action::Live, NOW);
        assert!(stage(&app).live().is_some());
        app.update(Action::OtherWay, NOW);
        assert!(stage(&app).live().is_none(), "the way that was left was none of this run");
        assert_eq!(stage(&app).cursor(), StepIndex(7));
    }

    #[test]
    fn a_live_run_begins_anywhere_and_again_after_its_end() {
        let mut app = quick_app("deadlock_ordered");
        app.update(Action::Forward, NOW);
        app.update(Action::Forward, NOW);
        app.update(Action::Live, NOW);
        app.update(Action::End, NOW);
        wait_until(&mut app, |stage| stage.end().is_some());
        assert_eq!(stage(&app).kernel_threads(), 0, "they have ended");
        app.update(Action::Live, NOW);
        assert!(stage(&app).live().is_none());
        app.update(Action::Live, NOW);
        assert_eq!((stage(&app).cursor(), stage(&app).live().is_some()), (StepIndex(0), true));
        app.update(Action::Restart, NOW);
        assert!(stage(&app).live().is_some(), "what was live begins again live");
    }
}
