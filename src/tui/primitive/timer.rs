//! A timer: whether its time has come, or whether it was cancelled.

use ratatui::{style::Style, text::Span};

use super::{Figure, Frame, lock::waiters};
use crate::{
    scene::{ResourceView, TimerState},
    telling::names::duration,
    tui::painter::Painter,
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, timer: &TimerState) -> Figure<'a> {
    let TimerState { cancelled, fired } = *timer;
    let theme = painter.theme;
    let (sign, word, colour) = match (fired, cancelled) {
        (true, _) => ("✓", "timer-fired", theme.good),
        (false, true) => ("✗", "timer-cancelled", theme.dim),
        (false, false) => ("◷", "timer-running", theme.warn),
    };
    let style = Style::new().fg(colour);
    // The thread of the timer waits for its time: so long it still has.
    let left = view.waiters.first().and_then(|waiter| painter.scene.thread(waiter.thread)?.waits);
    let left = left.map(|(_, deadline)| duration(deadline.saturating_sub(painter.scene.clock)));
    let mut right = vec![Span::styled(format!("{} ", painter.word(word)), style)];
    right.extend(left.map(|left| painter.faint(format!("{left}  "))));
    right.extend(waiters(painter, view));
    let inside = vec![Span::styled(format!("  {sign}  "), style)];
    Figure { left: Vec::new(), inside, right, frame: Frame { style, closed: !fired }, moving: None }
}
