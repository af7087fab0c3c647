//! An event: a flag that is up or not, and who wants it up.

use ratatui::style::{Modifier, Style};
use ratatui::text::Span;

use super::{Figure, Measure, lock::wanting};
use crate::{
    scene::{EventState, ResourceView},
    tui::{painter::Painter, theme::mix},
};

pub fn figure<'a>(painter: &Painter<'a>, view: &ResourceView, event: &EventState, measure: &Measure) -> Figure<'a> {
    let theme = painter.theme;
    let (target, before) = if event.set { (theme.text, theme.dim) } else { (theme.dim, theme.text) };
    // The flag lights up, or goes out, as it changes.
    let part = view.changed.map_or(1.0, |(step, ..)| painter.motion.part(step));
    let style = Style::new().fg(mix(before, target, part));
    let (sign, word) = if event.set { ("● ", "event-set") } else { ("○ ", "event-clear") };
    let inside = vec![
        Span::styled(sign, style.add_modifier(if event.set { Modifier::BOLD } else { Modifier::empty() })),
        Span::styled(painter.word(word), style),
    ];
    Figure {
        slots: vec![inside],
        slot: measure.tag + 2 * measure.air(),
        right: wanting(view),
        frame: Style::new().fg(theme.text),
        ..Figure::default()
    }
}
