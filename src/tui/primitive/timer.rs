//! A timer: how long it still sleeps, whether its time has come, or whether it was cancelled.

use ratatui::{style::Style, text::Span};

use super::{Figure, Measure, lock::wanting};
use crate::{
    scene::{ResourceView, TimerState},
    telling::names::duration,
    tui::painter::Painter,
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, timer: &TimerState, measure: &Measure) -> Figure<'a> {
    let TimerState { cancelled, fired } = *timer;
    let theme = painter.theme;
    // The thread of the timer waits for its time: so long it still has.
    let left = view.waiters.first().and_then(|waiter| painter.scene.thread(waiter.thread)?.waits);
    let left = left.map(|(_, deadline)| duration(deadline.saturating_sub(painter.scene.clock)));
    let (sign, text, colour) = match (fired, cancelled) {
        (true, _) => ("✓", painter.word("timer-fired"), theme.good),
        (false, true) => ("✗", painter.word("timer-cancelled"), theme.text),
        (false, false) => ("z", left.unwrap_or_default(), theme.text),
    };
    Figure {
        slots: vec![vec![Span::styled(format!("{sign} {text}"), Style::new().fg(colour))]],
        slot: measure.tag + 2 * measure.air(),
        right: wanting(view),
        frame: Style::new().fg(theme.text),
        ..Figure::default()
    }
}
