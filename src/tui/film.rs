//! A film: the stage played without a terminal, as the pictures that a viewer would see.
//!
//! Time is counted, not measured: the same run gives the same film, however long it takes to make.

use std::{ops::RangeInclusive, time::Duration};

use super::capture::picture;
use crate::{
    app::{Action, App, Stage},
    ids::StepIndex,
    picture::Shot,
    scene::is_chapter,
    telling::Telling,
};

/// How a film is made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Direction {
    /// Cells in a row, and rows.
    pub size: (u16, u16),
    /// The steps that it shows.
    pub steps: RangeInclusive<StepIndex>,
    /// No picture stays longer.
    pub idle: Duration,
    /// It shows the scenario's tour, not the run from the first step to the last.
    pub tour: bool,
}

/// How long the first picture stays, and the last.
const OPENING: Duration = Duration::from_millis(1200);
const CLOSING: Duration = Duration::from_secs(3);

/// A film being made: its shots in order.
#[derive(Debug)]
pub struct Film {
    app: App,
    direction: Direction,
    /// The time of the application, and the time of the film, which leaves out what is idle.
    clock: Duration,
    at: Duration,
    next: Option<Shot>,
    began: bool,
}

impl Film {
    /// A film of what is on the stage. The steps must have been taken.
    #[must_use]
    pub fn new(mut app: App, direction: Direction) -> Self {
        app.compare_all();
        app.chart_all();
        app.update(Action::Seek(*direction.steps.start()), Duration::ZERO);
        // The jump to the first step is not part of the film.
        let clock = Duration::from_secs(1);
        Self { app, direction, clock, at: Duration::ZERO, next: None, began: false }
    }

    fn shoot(&self) -> Shot {
        let step = self.step();
        let picture = picture(&self.app, self.direction.size, self.clock);
        Shot { at: self.at, lasts: Duration::ZERO, picture, step, mark: None }
    }

    fn step(&self) -> StepIndex {
        self.app.stage().map_or(StepIndex(0), Stage::cursor)
    }

    /// Lets the application go on to the next moment at which something changes. Returns how long that took; `None` when
    /// nothing more will happen.
    fn advance(&mut self) -> Option<Duration> {
        if !self.began {
            self.began = true;
            if self.direction.tour && self.app.begin_tour(self.clock) {
                self.app.tick(self.clock);
                return Some(Duration::ZERO);
            }
            self.clock += OPENING;
            self.app.update(Action::Play, self.clock);
            self.app.tick(self.clock);
            self.stop_at_the_end();
            return Some(OPENING);
        }
        let next = self.app.next_change(self.clock)?;
        let passed = next.saturating_sub(self.clock);
        self.clock = next;
        self.app.tick(self.clock);
        self.stop_at_the_end();
        Some(passed)
    }

    fn stop_at_the_end(&mut self) {
        let over = !self.direction.tour && self.step() >= *self.direction.steps.end();
        if over && self.app.stage().is_some_and(Stage::is_playing) {
            self.app.update(Action::Play, self.clock);
        }
    }

    fn caption(&self) -> Option<String> {
        self.app.caption(self.app.locale().language()).map(str::to_owned)
    }

    /// What happened in a step that is worth a chapter.
    fn mark(&self) -> Option<String> {
        let stage = self.app.stage()?;
        if !is_chapter(stage.history().events(stage.cursor())) {
            return None;
        }
        let line = stage.scene().log.iter().rfind(|line| line.step == stage.cursor())?;
        let telling = Telling { scene: stage.scene(), names: stage.names(), locale: self.app.locale() };
        Some(telling.sentence(line.sentence))
    }
}

impl Iterator for Film {
    type Item = Shot;

    fn next(&mut self) -> Option<Shot> {
        let mut shot = match self.next.take() {
            Some(shot) => shot,
            None if self.began => return None,
            None => self.shoot(),
        };
        loop {
            let before = (self.step(), self.caption());
            let Some(passed) = self.advance() else {
                shot.lasts = (shot.lasts + CLOSING).min(self.direction.idle.max(CLOSING));
                return Some(shot);
            };
            let shown = passed.min(self.direction.idle.saturating_sub(shot.lasts));
            self.at += shown;
            shot.lasts += shown;
            let mut next = self.shoot();
            let (step, caption) = before;
            if self.caption() != caption {
                next.mark = self.caption();
            } else if self.step() != step {
                next.mark = self.mark();
            }
            if next.picture != shot.picture || next.mark.is_some() {
                self.next = Some(next);
                return Some(shot);
            }
        }
    }
}
