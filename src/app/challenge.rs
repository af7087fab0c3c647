//! You are the scheduler: something that the program can come to, and the viewer says who goes next until it does.
//!
//! What it is, the scenario says; where it says nothing, a search finds an end that is bad. A map of the program's states, drawn in
//! slices while the screen goes on, knows the fewest steps, and from wherever the viewer has come to the next one of the nearest
//! way. Where there are too many states for that, the ways that the search has found tell as much as they can. Tests: here.

use std::time::Duration;

use super::{Action, App, Stage, checking::Inquiry, pursuit::patience, trials::operation_by_operation};
use crate::{
    choice::Choice,
    explore::{Goal, Kind, MapBounds, StateMap},
    ids::{StepIndex, ThreadId},
    machine::Machine,
    scenario::{Expect, Reach},
};

/// No more states than these are looked at for the fewest steps; each of those at the edge keeps a machine.
const BOUNDS: MapBounds = MapBounds { most: 60_000, tells_threads: false };

/// What the viewer is to bring about.
#[derive(Debug)]
pub struct Challenge {
    /// None while it is being looked for.
    goal: Option<Goal>,
    /// The scenario says what.
    is_own: bool,
    /// Looks for a bad end, or for ways to an end.
    inquiry: Option<Inquiry>,
    map: Option<StateMap>,
    /// The program may still read lines that nobody has typed: what is found is what it does without them.
    is_open: bool,
    /// Ways that the search has found.
    known: Vec<Vec<Choice>>,
    hints: u32,
    /// Where a hint was asked for.
    hinted: Option<u32>,
    standing: Standing,
}

/// How far the viewer is.
#[derive(Clone, Debug, Default)]
struct Standing {
    /// Of which step of the tree that is known, and with how much of the map.
    of: Option<(Option<u32>, bool)>,
    is_reached: bool,
    next: Option<Choice>,
    /// No way leads to the goal any more.
    is_hopeless: bool,
    /// The last step up to which a known way was kept to.
    leave: Option<StepIndex>,
}

/// What is said of how far the viewer is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Progress {
    /// What there is to bring about is not known yet.
    Seeking,
    /// What there is to bring about cannot be known before more is typed.
    Waiting,
    /// It goes on.
    OnTheWay,
    /// No way leads there any more.
    Hopeless,
    /// It is reached.
    Reached,
}

/// What somebody is told who asks who goes next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hint {
    /// This is chosen next on the nearest way.
    Next(Choice),
    /// No way is known from here, but one from this step on.
    GoBack(StepIndex),
    /// Nothing leads there any more.
    Hopeless,
    /// It is not known yet, or not at all.
    Unknown,
}

impl Challenge {
    /// What is to be brought about, once that is known.
    #[must_use]
    pub fn goal(&self) -> Option<&Goal> {
        self.goal.as_ref()
    }

    /// Whether it is the scenario that says what.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.is_own
    }

    /// Whether it is reached at the present step.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.standing.is_reached
    }

    /// How far the viewer is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        match (&self.goal, &self.standing) {
            (None, _) if self.is_open && self.inquiry.is_none() => Progress::Waiting,
            (None, _) => Progress::Seeking,
            (_, Standing { is_reached: true, .. }) => Progress::Reached,
            (_, Standing { is_hopeless: true, .. }) => Progress::Hopeless,
            _ => Progress::OnTheWay,
        }
    }

    /// How many hints were given.
    #[must_use]
    pub fn hints(&self) -> u32 {
        self.hints
    }

    /// The fewest steps from the start to the goal that are known, and whether there are none with fewer.
    #[must_use]
    pub fn fewest(&self) -> Option<(u32, bool)> {
        let proved = self.map.as_ref().and_then(StateMap::nearest_goal).map(|steps| (steps, !self.is_open));
        proved.or_else(|| Some((self.known.iter().map(Vec::len).min()? as u32, false)))
    }

    /// The hint that was asked for at a step of the tree.
    #[must_use]
    pub fn hint(&self, node: Option<u32>) -> Option<Hint> {
        if node.is_none() || self.hinted != node {
            return None;
        }
        Some(match &self.standing {
            Standing { next: Some(choice), .. } => Hint::Next(*choice),
            Standing { is_hopeless: true, .. } => Hint::Hopeless,
            Standing { leave: Some(step), .. } => Hint::GoBack(*step),
            _ => Hint::Unknown,
        })
    }

    /// Whether there is more to compute.
    fn is_busy(&self) -> bool {
        self.inquiry.as_ref().is_some_and(Inquiry::is_under_way) || self.map.as_ref().is_some_and(|map| !map.is_done())
    }

    /// Goes on computing for as long as a slice lasts: first what is to be brought about, then the map, and where that is too large,
    /// ways there.
    fn advance(&mut self, slice: Duration, beginning: impl FnOnce() -> Option<Machine>) {
        if self.goal.is_some()
            && let Some(map) = self.map.as_mut().filter(|map| !map.is_done())
        {
            map.advance(patience(slice));
            return;
        }
        if !self.needs_ways() {
            self.inquiry = None;
        }
        let Some(inquiry) = &mut self.inquiry else { return };
        inquiry.advance(slice);
        if inquiry.is_under_way() {
            return;
        }
        // Whoever finds no more to read fails; that is no end to be brought about.
        let lacks_input = |goal: &Goal| self.is_open && *goal == Goal::End(Kind::Failed);
        self.goal = self.goal.take().or_else(|| inquiry.worst_goal().filter(|goal| !lacks_input(goal)));
        if let (Some(goal), Some(report)) = (&self.goal, inquiry.report()) {
            let leads = report
                .outcomes
                .iter()
                .filter(|outcome| goal.is_reached(&outcome.machine) || is_endless(goal, outcome.kind));
            self.known = leads.map(|outcome| outcome.witness.choices.clone()).collect();
        }
        self.inquiry = None;
        self.standing.of = None;
        if self.map.is_none()
            && let (Some(goal), Some(machine)) = (&self.goal, beginning())
        {
            self.map = Some(StateMap::new(machine, Some(goal.clone()), BOUNDS));
        }
    }

    /// Whether ways that a search finds would be of use.
    fn needs_ways(&self) -> bool {
        self.goal.is_none()
            || self.map.as_ref().is_none_or(|map| map.is_done() && map.nearest_goal().is_none() && !map.is_whole())
    }

    /// Looks where the viewer has come to.
    fn look(&mut self, stage: &Stage) {
        let (Some(map), Some(goal)) = (&self.map, &self.goal) else { return };
        let of = Some((stage.history().node(stage.cursor()), map.is_done()));
        if self.standing.of == of {
            return;
        }
        let choices: Vec<Choice> = stage.history().choices(stage.cursor()).collect();
        let mut standing = Standing { of, ..Standing::default() };
        if let Some(machine) = map.machine(&choices) {
            let state = map.find(&machine);
            standing.is_reached = goal.is_reached(&machine) || state.is_some_and(|state| map.is_goal(state));
            standing.next = state.and_then(|state| map.next_from(&machine, state));
            standing.is_hopeless =
                !self.is_open && map.is_whole() && state.is_some_and(|state| map.distance(state).is_none());
        }
        if standing.next.is_none() && !standing.is_hopeless {
            let kept = |way: &Vec<Choice>| way.iter().zip(&choices).take_while(|(one, other)| one == other).count();
            if let Some((way, kept)) = self.known.iter().map(|way| (way, kept(way))).max_by_key(|(_, kept)| *kept) {
                standing.next = way.get(kept).copied().filter(|_| kept == choices.len());
                standing.leave = Some(StepIndex(kept as u32)).filter(|_| kept < choices.len());
            }
        }
        self.standing = standing;
    }
}

/// Whether the goal is that nobody gets on any more, and the outcome is such: its machine alone does not show it.
fn is_endless(goal: &Goal, kind: Kind) -> bool {
    kind == Kind::Livelock && *goal == Goal::End(Kind::Livelock)
}

/// The goal that a scenario names; none where it takes a search to know it.
fn goal_of(reach: &Reach) -> Option<Goal> {
    Some(match reach {
        Reach::End(end) => Goal::End(match end {
            Expect::Finished => Kind::Finished,
            Expect::Failed => Kind::Failed,
            Expect::Deadlock => Kind::Deadlock,
            Expect::Stuck => Kind::Stuck,
            Expect::Livelock => Kind::Livelock,
        }),
        Reach::WrongResult => return None,
        Reach::Prints(text) => Goal::Prints(text.clone()),
        Reach::Inside { part, threads } => Goal::Inside { part: part.clone(), threads: *threads },
    })
}

impl Stage {
    /// What the viewer is to bring about, if that is how the stage is played.
    #[must_use]
    pub fn challenge(&self) -> Option<&Challenge> {
        self.challenge.as_deref()
    }

    /// The hint for the present step, if one was asked for.
    #[must_use]
    pub fn hint(&self) -> Option<Hint> {
        self.challenge()?.hint(self.history().node(self.cursor()))
    }

    /// The thread that a hint says is to go next.
    #[must_use]
    pub fn hinted(&self) -> Option<ThreadId> {
        match self.hint()? {
            Hint::Next(choice) => Some(choice.thread),
            _ => None,
        }
    }

    /// Goes on by a choice. Returns whether that was possible.
    pub(super) fn choose(&mut self, choice: Choice, now: Duration) -> bool {
        self.pause();
        let chosen = self.go(now, |session| session.choose(choice));
        self.driven |= chosen;
        chosen
    }
}

impl App {
    /// Begins the challenge of what is on the stage, from its first step on; where there is one, gives it up.
    pub(super) fn begin_challenge(&mut self, now: Duration) {
        if self.stage().is_some_and(|stage| stage.challenge.is_some()) {
            return self.give_up_challenge(now);
        }
        let Some(challenge) = self.new_challenge() else {
            return self.say(self.locale.text("recording-no-program"), now);
        };
        let Some(stage) = &mut self.stage else { return };
        let settings = operation_by_operation(stage);
        let Ok(mut opened) = Stage::open(stage.scenario().clone(), settings) else { return };
        opened.set_speed(stage.speed(), now);
        opened.opened = stage.opened;
        opened.challenge = Some(Box::new(challenge));
        **stage = opened;
        self.pair_up();
        self.tell_questions();
        self.challenge_on(now);
    }

    /// The challenge of what is on the stage, of which nothing is known yet; none where there is no program to be run.
    fn new_challenge(&self) -> Option<Challenge> {
        let reach = self.stage()?.scenario().course.challenge.as_ref().and_then(|challenge| challenge.reach.clone());
        let goal = reach.as_ref().and_then(goal_of);
        let machine = self.beginning()?;
        let is_open = self.stage()?.may_read_more();
        let lacks_input = is_open && self.stage()?.scenario().input.is_empty();
        // What the right result is matters only where the goal is still to be found.
        let inquiry = match &goal {
            Some(_) => Inquiry::new(machine.clone(), None, None, Vec::new()),
            None if lacks_input => None,
            None => self.inquiry(Vec::new()),
        };
        let map = goal.clone().map(|goal| StateMap::new(machine, Some(goal), BOUNDS));
        Some(Challenge {
            goal,
            is_own: reach.is_some(),
            inquiry,
            map,
            is_open,
            known: Vec::new(),
            hints: 0,
            hinted: None,
            standing: Standing::default(),
        })
    }

    /// The program reads more than it did: what is known of the challenge is of another one. The hints that were given count.
    pub(super) fn renew_challenge(&mut self, now: Duration) {
        let Some(hints) = self.stage().and_then(Stage::challenge).map(Challenge::hints) else { return };
        let Some(challenge) = self.new_challenge() else { return };
        let Some(stage) = &mut self.stage else { return };
        stage.challenge = Some(Box::new(Challenge { hints, ..challenge }));
        self.challenge_on(now);
    }

    /// Ends the challenge; the run stays where it is. Without one, nothing happens.
    pub(super) fn give_up_challenge(&mut self, now: Duration) {
        if self.stage.as_mut().and_then(|stage| stage.challenge.take()).is_some() {
            self.tell_questions();
            self.say(self.locale.text("challenge-over"), now);
        }
    }

    /// Goes on with what is to be known of the challenge, if there is one.
    pub(super) fn challenge_on(&mut self, now: Duration) {
        let slice = self.slice;
        let Some(mut challenge) = self.stage.as_mut().and_then(|stage| stage.challenge.take()) else { return };
        challenge.advance(slice, || self.beginning());
        let Some(stage) = &mut self.stage else { return };
        let nothing = challenge.goal.is_none() && challenge.inquiry.is_none() && !challenge.is_open;
        if nothing {
            self.tell_questions();
            return self.say(self.locale.text("challenge-none"), now);
        }
        challenge.look(stage);
        stage.challenge = Some(challenge);
    }

    /// Whether there is more to be known of the challenge.
    pub(super) fn is_challenging(&self) -> bool {
        self.stage().and_then(Stage::challenge).is_some_and(Challenge::is_busy)
    }

    /// Says who goes next on the nearest way; asked again, lets it go.
    pub(super) fn give_hint(&mut self, now: Duration) {
        self.challenge_on(now);
        let Some(stage) = &mut self.stage else { return };
        let node = stage.history().node(stage.cursor());
        let again = stage.hint();
        match stage.challenge.as_mut() {
            None => self.say(self.locale.text("challenge-first"), now),
            Some(challenge) if challenge.is_reached() => {}
            Some(challenge) if again.is_none() => {
                challenge.hinted = node;
                challenge.hints += u32::from(challenge.goal.is_some());
            }
            Some(_) => {
                if let Some(Hint::Next(choice)) = again {
                    stage.choose(choice, now);
                }
            }
        }
    }

    /// Who goes next is for the viewer to say: whether the action would leave it to the policy. If so, that is said.
    pub(super) fn refuses_in_challenge(&mut self, action: Action, now: Duration) -> bool {
        let Some(stage) = self.stage.as_ref().filter(|stage| stage.challenge.is_some()) else { return false };
        let at_the_front = stage.cursor() == stage.history().tip();
        let is_over = stage.end().is_some();
        let key = match action {
            Action::RunSelected if is_over => "challenge-take-back",
            Action::Forward if at_the_front && is_over => "challenge-take-back",
            Action::Forward if stage.walks() => return false,
            Action::Forward if at_the_front => "challenge-you-say",
            Action::Play
            | Action::End
            | Action::NextMark
            | Action::NextOfThread
            | Action::NextBlocking
            | Action::RunToLine(_)
            | Action::Policy
            | Action::Live
            | Action::NextSeed => "challenge-you-say",
            Action::Unit => "challenge-whole-steps",
            _ => return false,
        };
        self.say(self.locale.text(key), now);
        true
    }

    /// Looks where the viewer has come to.
    pub(super) fn look_at_challenge(&mut self) {
        let Some(stage) = &mut self.stage else { return };
        if let Some(mut challenge) = stage.challenge.take() {
            challenge.look(stage);
            stage.challenge = Some(challenge);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{app_with, let_finish, on_stage, stage},
        *,
    };
    use crate::event::End;

    const NOW: Duration = Duration::from_secs(1);

    fn challenged(mut app: App) -> App {
        app.update(Action::Challenge, NOW);
        let_finish(&mut app, NOW, App::is_challenging);
        app
    }

    fn challenge(app: &App) -> &Challenge {
        stage(app).challenge().expect("there is a challenge")
    }

    #[test]
    fn whoever_follows_the_hints_comes_to_the_goal_with_the_fewest_steps() {
        let mut app = challenged(app_with("deadlock"));
        assert_eq!(challenge(&app).goal(), Some(&Goal::End(Kind::Deadlock)));
        assert_eq!(stage(&app).cursor(), StepIndex(0));
        let (fewest, is_proved) = challenge(&app).fewest().expect("it is known");
        assert!(is_proved);
        for step in 0..fewest {
            assert_eq!(challenge(&app).progress(), Progress::OnTheWay, "step {step}");
            app.update(Action::Hint, NOW);
            let thread = stage(&app).hinted().expect("there is a way");
            app.update(Action::Run(thread), NOW);
            assert_eq!(stage(&app).cursor().0, step + 1);
        }
        assert_eq!((challenge(&app).progress(), challenge(&app).hints()), (Progress::Reached, fewest));
        assert!(stage(&app).scene().deadlocks().next().is_some());
        app.update(Action::Backward, NOW);
        assert_eq!(challenge(&app).progress(), Progress::OnTheWay, "it can be taken back");
    }

    #[test]
    fn from_where_no_way_leads_there_any_more_that_is_said_and_who_goes_next_is_not_left_to_the_policy() {
        let mut app = challenged(app_with("deadlock"));
        app.update(Action::Forward, NOW);
        assert_eq!(stage(&app).cursor(), StepIndex(0), "the viewer is to say who goes next");
        assert!(app.notice(NOW).is_some());
        app.update(Action::Play, NOW);
        assert!(!stage(&app).is_playing());
        // One thread goes as far as it can, then the next one.
        while stage(&app).end().is_none() {
            let next =
                (1..stage(&app).scene().threads.len()).map(ThreadId::at).find(|&thread| stage(&app).can_run(thread));
            app.update(Action::Run(next.unwrap_or(ThreadId::MAIN)), NOW);
        }
        assert_eq!((stage(&app).end(), challenge(&app).progress()), (Some(End::Finished), Progress::Hopeless));
        app.update(Action::Hint, NOW);
        assert_eq!(stage(&app).hint(), Some(Hint::Hopeless));
        app.update(Action::RunSelected, NOW);
        assert_eq!(stage(&app).scenario().id, "deadlock", "the next scenario is not opened by mistake");
        app.update(Action::Back, NOW);
        assert!(stage(&app).challenge().is_none() && stage(&app).end().is_some(), "given up, and still there");
    }

    #[test]
    fn a_hint_asked_for_again_takes_the_step_and_counts_once() {
        let mut app = challenged(app_with("deadlock"));
        app.update(Action::Hint, NOW);
        app.update(Action::Hint, NOW);
        assert_eq!((stage(&app).cursor(), challenge(&app).hints()), (StepIndex(1), 1));
    }

    #[test]
    fn a_wrong_result_is_a_goal_where_nothing_worse_can_happen() {
        let mut app = challenged(app_with("lost_update"));
        assert!(matches!(challenge(&app).goal(), Some(Goal::FinishesUnlike(_) | Goal::FinishesWithout(_))));
        while challenge(&app).progress() == Progress::OnTheWay {
            app.update(Action::Hint, NOW);
            app.update(Action::Hint, NOW);
        }
        assert_eq!(challenge(&app).progress(), Progress::Reached);
        assert!(stage(&app).scene().lost_writes() > 0);
    }

    #[test]
    fn where_nothing_ends_badly_there_is_no_challenge() {
        let app = challenged(app_with("deadlock_ordered"));
        assert!(stage(&app).challenge().is_none());
        assert!(app.notice(NOW).is_some());
    }

    #[test]
    fn what_the_scenario_names_is_the_goal() {
        let text = "# /// script\n# [tool.raddle]\n# challenge = { en = \"Meet.\", zh = \"相遇\", inside = \"visit\" }\n# ///\nimport threading\nx = 0\ndef visit():\n    global x\n    x += 1\n    x -= 1\nfor _ in range(2):\n    threading.Thread(target=visit).start()\n";
        let app = challenged(on_stage(text));
        assert_eq!(challenge(&app).goal(), Some(&Goal::Inside { part: "visit".to_owned(), threads: 2 }));
        assert!(
            challenge(&app).is_own() && challenge(&app).fewest().is_some_and(|(steps, proved)| steps > 2 && proved)
        );
    }
}
