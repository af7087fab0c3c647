//! The screen without a terminal: what would be drawn, as a picture.

use std::time::Duration;

use ratatui::{
    buffer::{Buffer, Cell as Drawn},
    layout::Rect,
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

use super::{depth::ColourDepth, screen, theme::Theme};
use crate::{
    app::App,
    picture::{Cell, Colour, Look, Picture},
};

/// The screen of the application at a moment, so many cells wide and high.
#[must_use]
pub fn picture(app: &App, (width, height): (u16, u16), now: Duration) -> Picture {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    screen::draw(app, ColourDepth::True, now, area, &mut buffer);
    let theme = Theme::of(app.look().theme);
    let mut cells = Vec::with_capacity(buffer.content.len());
    for row in buffer.content.chunks(usize::from(width.max(1))) {
        let mut covered = 0;
        for drawn in row {
            let look = look(drawn, theme);
            if covered > 0 {
                covered -= 1;
                cells.push(Cell { text: "".into(), width: 0, look });
                continue;
            }
            let width = drawn.symbol().width().clamp(1, 2) as u8;
            covered = width - 1;
            cells.push(Cell { text: drawn.symbol().into(), width, look });
        }
    }
    Picture::new(width, colour(theme.background).unwrap_or_default(), cells)
}

fn look(drawn: &Drawn, theme: &Theme) -> Look {
    let own = |own: Color, other: Color| colour(own).or_else(|| colour(other)).unwrap_or_default();
    let (mut text, mut ground) = (own(drawn.fg, theme.text), own(drawn.bg, theme.background));
    if drawn.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut text, &mut ground);
    }
    Look {
        text,
        ground,
        bold: drawn.modifier.contains(Modifier::BOLD),
        italic: drawn.modifier.contains(Modifier::ITALIC),
        underlined: drawn.modifier.contains(Modifier::UNDERLINED),
    }
}

/// Themes speak of colours in full; none is the theme's own.
fn colour(colour: Color) -> Option<Colour> {
    match colour {
        Color::Rgb(r, g, b) => Some(Colour(r, g, b)),
        _ => None,
    }
}
