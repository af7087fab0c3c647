//! What lies over the screen: one file a popup.

pub mod export;
pub mod go_to;
pub mod help;
pub mod notes;
pub mod palette;
pub mod pressed;
pub mod problem;
pub mod trials;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Rect},
    style::Style,
    widgets::{Block, BorderType, Clear, Widget},
};

use super::theme::Theme;

/// Clears room for a popup in the middle of the screen, frames it, and returns what is inside the frame.
pub fn frame(theme: &Theme, title: &str, (width, height): (u16, u16), area: Rect, buf: &mut Buffer) -> Rect {
    let place = area.centered(Constraint::Length(width.min(area.width)), Constraint::Length(height.min(area.height)));
    Clear.render(place, buf);
    buf.set_style(place, theme.plain());
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(Style::new().fg(theme.accent))
        .title(format!(" {title} "))
        .title_style(theme.title());
    let inner = block.inner(place);
    block.render(place, buf);
    inner
}
