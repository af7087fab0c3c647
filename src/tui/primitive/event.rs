//! An event: a lamp that is on or off, and who waits for it to go on.

use ratatui::{
    style::{Modifier, Style},
    text::Span,
};

use super::{Figure, Frame, lock::waiters};
use crate::{
    scene::{EventState, ResourceView},
    tui::{painter::Painter, theme::mix},
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, event: &EventState) -> Figure<'a> {
    let set = event.set;
    let theme = painter.theme;
    let (target, before) = if set { (theme.warn, theme.rule) } else { (theme.rule, theme.warn) };
    // The lamp lights up, or goes out, as it changes.
    let part = view.changed.map_or(1.0, |(step, ..)| painter.motion.part(step));
    let glow = mix(before, target, part);
    let lamp = if set { "  ●  " } else { "  ○  " };
    let ground = if set { mix(theme.background, glow, 0.35 * part) } else { theme.background };
    let style = Style::new().fg(glow).add_modifier(Modifier::BOLD);
    let word = painter.word(if set { "event-set" } else { "event-clear" });
    let mut right = vec![Span::styled(format!("{word}  "), Style::new().fg(if set { theme.warn } else { theme.dim }))];
    right.extend(waiters(painter, view));
    Figure {
        left: Vec::new(),
        inside: vec![Span::styled(lamp, style.bg(ground))],
        right,
        frame: Frame { style, closed: true },
        moving: None,
    }
}
