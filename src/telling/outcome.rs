//! How a run ended, in a word: whether it is what should be. By what the scenario expects, by assertions that failed, and by
//! threads that died.

use super::{
    message::{Argument, Message},
    names::Names,
};
use crate::{
    event::{End, RealEnd},
    scenario::{Expect, Scenario},
    scene::{Scene, Sentence, ThreadState},
};

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// As it should, which the scenario says.
    Right,
    /// All has run to its end; nobody said whether that is what should be.
    Over,
    /// It came to its end, which is not what should be.
    Wrong,
    /// In a circle of waits that cannot be undone.
    Deadlock,
    /// Somebody waits for what nobody will do.
    Stuck,
    /// An exception ended the program or a thread.
    Died,
    /// A limit was reached first.
    Limit,
    /// It went on, and nobody looked at it any more.
    Open,
}

/// What is known of how a run should end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Proper<'a> {
    /// The ends that the scenario expects; none where nobody said.
    pub expect: &'a [Expect],
    /// What is printed when all goes well; anything, where nobody said.
    pub prints: Option<&'a str>,
}

impl<'a> Proper<'a> {
    /// What a scenario says; nothing, where its parameters are changed from what it was written for.
    #[must_use]
    pub fn of(scenario: &'a Scenario, changed: bool) -> Self {
        if !changed {
            Self { expect: &scenario.expect, prints: scenario.course.prints.as_deref() }
        } else {
            Self::default()
        }
    }

    /// What a run that ended wrong should have printed, in one line, and the name of the message that says so; nothing, where
    /// something else says what is wrong.
    #[must_use]
    pub fn missed(&self, scene: &Scene, outcome: Outcome) -> Option<(&'static str, String)> {
        let unexplained = outcome == Outcome::Wrong && scene.dead().is_empty() && scene.lost_writes() == 0;
        let prints = self.prints.filter(|_| unexplained)?;
        let lines: Vec<&str> = prints.trim().lines().collect();
        let key = if lines.len() > 1 { "end-should-print-lines" } else { "end-should-print" };
        Some((key, lines.join(" / ")))
    }

    /// Whether the run has printed what it should.
    fn is_printed(&self, scene: &Scene, names: Names<'_>) -> bool {
        let printed = || scene.output.iter().map(|piece| names.text(piece.text)).collect::<String>();
        self.prints.is_none_or(|wanted| printed().contains(wanted))
    }
}

impl Outcome {
    /// How a run with this end ended, or that a deadlock has closed; none while it goes on.
    #[must_use]
    pub fn of(scene: &Scene, end: Option<End>, names: Names<'_>, proper: Proper<'_>) -> Option<Self> {
        let expect = proper.expect;
        if scene.deadlocks().next().is_some() {
            return Some(Self::Deadlock);
        }
        let end = end?;
        let dead = scene.dead();
        Some(match end {
            End::Failed => Self::Died,
            End::Finished if !dead.is_empty() => Self::Died,
            End::Finished if scene.lost_writes() > 0 => Self::Wrong,
            End::Finished if !proper.is_printed(scene, names) => Self::Wrong,
            End::Finished if expect.is_empty() => Self::Over,
            End::Finished if expect.contains(&Expect::Finished) => Self::Right,
            End::Finished => Self::Wrong,
            End::Deadlock => Self::Deadlock,
            End::Stuck => Self::Stuck,
            End::Limit => Self::Limit,
            End::Real(RealEnd::Exited(0)) => Self::Over,
            End::Real(RealEnd::Exited(_) | RealEnd::Killed(_)) => Self::Died,
            End::Real(RealEnd::Hung) => Self::Stuck,
            End::Real(RealEnd::Left | RealEnd::Other(_)) => Self::Open,
        })
    }

    /// The name of the message that says it, sign and word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Right => "outcome-right",
            Self::Over => "outcome-over",
            Self::Wrong => "outcome-wrong",
            Self::Deadlock => "outcome-deadlock",
            Self::Stuck => "outcome-stuck",
            Self::Died => "outcome-died",
            Self::Limit => "outcome-limit",
            Self::Open => "outcome-open",
        }
    }

    /// The sign that stands before its word.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Right | Self::Over => "✓",
            Self::Wrong | Self::Deadlock | Self::Stuck | Self::Died => "✗",
            Self::Limit | Self::Open => "◆",
        }
    }

    /// Whether it is what should not be.
    #[must_use]
    pub const fn is_bad(self) -> bool {
        matches!(self, Self::Wrong | Self::Deadlock | Self::Stuck | Self::Died)
    }
}

/// A sentence of the log. That the program is done says also whether it is as it should be, where that is known.
#[must_use]
pub fn logged(sentence: Sentence, outcome: Option<Outcome>) -> Message {
    match (sentence, outcome) {
        (Sentence::Ends(End::Finished), Some(Outcome::Right)) => Message::new("log-end-right"),
        (Sentence::Ends(End::Finished), Some(Outcome::Wrong)) => Message::new("log-end-wrong"),
        (Sentence::Ends(End::Finished), Some(Outcome::Died)) => Message::new("log-end-died"),
        _ => super::sentence::message(sentence),
    }
}

/// Why it ended so, in one or two messages. Not for a deadlock, which its circle explains.
#[must_use]
pub fn reasons(scene: &Scene, end: Option<End>, outcome: Outcome) -> Vec<Message> {
    let says = super::sentence::message;
    let dead = scene.dead();
    match (outcome, end) {
        (_, Some(End::Real(end))) => vec![says(Sentence::Ends(End::Real(end)))],
        (Outcome::Right | Outcome::Over, _) if scene.threads.iter().all(|view| view.state == ThreadState::Finished) => {
            let count = scene.threads.len() as u32;
            vec![Message::new("end-all-done").with("count", Argument::Number(count))]
        }
        (Outcome::Right | Outcome::Over, _) => vec![says(Sentence::Ends(End::Finished))],
        (Outcome::Wrong | Outcome::Died, end) if !dead.is_empty() => {
            let died = dead.iter().map(|&thread| says(Sentence::WasEnded { thread }));
            let all_the_same = (end == Some(End::Finished)).then(|| Message::new("end-all-the-same"));
            died.take(1).chain(all_the_same).collect()
        }
        (Outcome::Wrong, _) if scene.lost_writes() > 0 => {
            vec![Message::new("end-lost").with("count", Argument::Number(scene.lost_writes()))]
        }
        (Outcome::Wrong, _) => vec![Message::new("end-unexpected")],
        (Outcome::Stuck, _) => {
            let why: Vec<Message> = scene.why().into_iter().map(says).collect();
            if why.is_empty() { vec![says(Sentence::Ends(End::Stuck))] } else { why }
        }
        (Outcome::Died, _) => vec![Message::new("end-exit-code")],
        (Outcome::Limit, _) => vec![Message::new("end-limit"), Message::new("end-limit-then")],
        (Outcome::Deadlock | Outcome::Open, _) => Vec::new(),
    }
}
