//! What the mouse can hit: drawing notes where it put things, and a click finds what is under it.

use ratatui::layout::{Position, Rect};

use crate::{app::Action, ids::StepIndex};

/// What is under a place of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Target {
    /// A click does this.
    Action(Action),
    /// A lane of the timeline: a click or drag goes to the step under it. `first` is the step at the left, and each cell
    /// stands for `steps` steps.
    Timeline { first: StepIndex, steps: u32 },
}

/// Where things were drawn, the last one on top.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    targets: Vec<(Rect, Target)>,
    /// The program, and how many lines it can be scrolled up and down.
    source: Option<(Rect, (usize, usize))>,
}

impl Hits {
    /// A click in the area does this.
    pub fn action(&mut self, area: Rect, action: Action) {
        self.targets.push((area, Target::Action(action)));
    }

    /// The area is a lane of the timeline.
    pub fn timeline(&mut self, area: Rect, first: StepIndex, steps: u32) {
        self.targets.push((area, Target::Timeline { first, steps }));
    }

    /// The program stands there, and so many lines are above and below what is shown of it.
    pub fn scroll(&mut self, area: Rect, room: (usize, usize)) {
        self.source = Some((area, room));
    }

    /// How many lines the program can be scrolled up and down.
    #[must_use]
    pub fn scroll_room(&self) -> (usize, usize) {
        self.source.map_or((0, 0), |(_, room)| room)
    }

    /// Whether the program stands there.
    #[must_use]
    pub fn is_source(&self, x: u16, y: u16) -> bool {
        self.source.is_some_and(|(area, _)| area.contains(Position::new(x, y)))
    }

    /// Forgets what was under something that covers all.
    pub fn clear(&mut self) {
        self.targets.clear();
        self.source = None;
    }

    /// What a click there does.
    #[must_use]
    pub fn at(&self, x: u16, y: u16) -> Option<Action> {
        let place = Position::new(x, y);
        let (area, target) = self.targets.iter().rev().find(|(area, _)| area.contains(place))?;
        Some(match *target {
            Target::Action(action) => action,
            Target::Timeline { first, steps } => {
                Action::Seek(StepIndex(first.0 + u32::from(x.saturating_sub(area.x)) * steps))
            }
        })
    }

    /// What dragging over the place does: only the timeline can be dragged.
    #[must_use]
    pub fn dragged(&self, x: u16, y: u16) -> Option<Action> {
        self.at(x, y).filter(|action| matches!(action, Action::Seek(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_drawn_is_on_top_and_the_timeline_counts_steps() {
        let mut hits = Hits::default();
        hits.timeline(Rect::new(10, 5, 20, 3), StepIndex(40), 2);
        hits.action(Rect::new(12, 5, 2, 1), Action::Play);
        assert_eq!(hits.at(15, 6), Some(Action::Seek(StepIndex(50))));
        assert_eq!(hits.at(12, 5), Some(Action::Play));
        assert_eq!(hits.at(9, 5), None);
        assert_eq!(hits.dragged(12, 5), None);
    }
}
