//! The gallery: the scenarios by chapter at the left, and at the right what the chosen one shows and how it can be changed.

mod list;
mod preview;

use std::time::Duration;

use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{hit::Hits, keymap::Place, panel::footer, theme::Theme};
use crate::app::App;

/// The smallest width that has room for the preview beside the list.
const BESIDE: u16 = 64;

/// Draws the gallery.
pub fn draw(app: &App, theme: &Theme, area: Rect, now: Duration, hits: &mut Hits, buf: &mut Buffer) {
    let footer_rows = u16::from(area.height > 4);
    let header_rows = if area.height > 12 { 2 } else { 1 };
    let [header, body, footer_area] =
        Layout::vertical([Constraint::Length(header_rows), Constraint::Fill(1), Constraint::Length(footer_rows)])
            .areas(area);
    draw_header(app, theme, header, buf);
    if body.width >= BESIDE {
        let list_width = (body.width * 2 / 5).clamp(30, 54);
        let [list_area, rule, preview_area] =
            Layout::horizontal([Constraint::Length(list_width), Constraint::Length(1), Constraint::Fill(1)])
                .areas(body);
        list::draw(app, theme, list_area, hits, buf);
        for y in rule.top()..rule.bottom() {
            buf.set_string(rule.x, y, "│", Style::new().fg(theme.rule));
        }
        preview::draw(app, theme, preview_area, buf);
    } else {
        let preview_rows = if body.height >= 10 { body.height / 2 } else { 0 };
        let [list_area, preview_area] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(preview_rows)]).areas(body);
        list::draw(app, theme, list_area, hits, buf);
        preview::draw(app, theme, preview_area, buf);
    }
    if footer_area.height > 0 {
        match app.notice(now) {
            Some(text) => footer::notice(theme, text, footer_area, buf),
            None => footer::draw(app.locale(), theme, Place::Gallery, footer_area, hits, buf),
        }
    }
}

/// What raddle is, and the search.
fn draw_header(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let locale = app.locale();
    let gallery = app.gallery();
    let row = Rect { height: 1.min(area.height), ..area };
    buf.set_style(row, Style::new().bg(theme.raised));
    let brand = Style::new().fg(theme.background).bg(theme.accent).add_modifier(Modifier::BOLD);
    let motto = Span::styled(locale.text("motto"), Style::new().fg(theme.text));
    buf.set_line(row.x, row.y, &Line::from(vec![Span::styled(" raddle ", brand), Span::raw(" "), motto]), row.width);
    let searches = gallery.is_searching() || !gallery.is_whole();
    if area.height < 2 && !searches {
        return;
    }
    let row = Rect { y: area.bottom() - 1, height: 1, ..area };
    if searches {
        buf.set_string(row.x, row.y, " ".repeat(usize::from(row.width)), theme.plain());
        let cursor = if gallery.is_searching() { "▏" } else { "" };
        let found = format!("  {}", locale.format("found", &[("count", gallery.found().len().into())]));
        let room = usize::from(row.width).saturating_sub(4 + found.width());
        let line = Line::from(vec![
            Span::styled(" / ", theme.title()),
            Span::styled(end_of(gallery.query().value(), room), Style::new().fg(theme.text)),
            Span::styled(cursor, theme.title()),
            Span::styled(found, theme.faint()),
        ]);
        buf.set_line(row.x, row.y, &line, row.width);
    }
}

/// The end of what is being typed, as far as there is room for it: that is where it is typed.
fn end_of(text: &str, room: usize) -> String {
    let mut wide = text.width();
    let end = text.chars().skip_while(|c| {
        let hidden = wide > room;
        wide = wide.saturating_sub(c.width().unwrap_or(0));
        hidden
    });
    end.collect()
}
