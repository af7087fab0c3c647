//! The key that was just pressed, for those who watch a recording.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    app::Action,
    tui::{keymap, theme::Theme},
};

/// Draws the key in the corner at the bottom right, above the footer.
pub fn draw(theme: &Theme, action: Action, area: Rect, buf: &mut Buffer) {
    let Some(label) = keymap::label(action) else { return };
    let text = format!("  {label}  ");
    let width = text.width() as u16;
    if area.width < width + 2 || area.height < 5 {
        return;
    }
    let (x, y) = (area.right() - width - 1, area.bottom() - 4);
    let style = Style::new().fg(theme.background).bg(theme.accent).add_modifier(Modifier::BOLD);
    let blank = " ".repeat(usize::from(width));
    buf.set_string(x, y, &blank, style);
    buf.set_string(x, y + 1, &text, style);
    buf.set_string(x, y + 2, &blank, style);
}
