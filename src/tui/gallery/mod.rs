//! The gallery: the scenarios by chapter at the left, and at the right what the chosen one shows and how it can be seen.

mod list;
mod preview;

pub use list::SOLVED;

use std::time::Duration;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{hit::Hits, painter::fit, panel::footer, theme::Theme};
use crate::app::{App, FIRST};

/// The smallest width that has room for the preview beside the list.
const BESIDE: u16 = 64;

/// Draws the gallery.
pub fn draw(app: &App, theme: &Theme, area: Rect, now: Duration, hits: &mut Hits, buf: &mut Buffer) {
    let footer_rows = u16::from(area.height > 4);
    let head_rows = u16::from(area.height > 2) + u16::from(area.height > 5 || searches(app));
    let head_rows = head_rows.min(area.height);
    if head_rows > 0 {
        draw_header(app, theme, Rect { height: 1, ..area }, buf);
    }
    if head_rows > 1 {
        draw_sentence(app, theme, Rect { y: area.y + 1, height: 1, ..area }, buf);
    }
    let body = Rect { y: area.y + head_rows, height: area.height.saturating_sub(head_rows + footer_rows), ..area };
    draw_body(app, theme, body, hits, buf);
    if footer_rows > 0 {
        let row = Rect { y: area.bottom() - 1, height: 1, ..area };
        match app.notice(now) {
            Some(text) => footer::notice(app, theme, text, row, hits, buf),
            None => footer::draw(app, theme, row, hits, buf),
        }
    }
}

/// List and preview, side by side or one above the other, each below its title.
fn draw_body(app: &App, theme: &Theme, body: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let locale = app.locale();
    let title = locale.text(if app.gallery().is_whole() { "chapters" } else { "found-title" });
    let preview_title = preview::title(app);
    if body.height < 3 {
        return list::draw(app, theme, body, hits, buf);
    }
    if body.width < BESIDE {
        let preview_rows = if body.height >= 12 { body.height / 2 } else { 0 };
        let list_area = Rect { height: body.height - preview_rows, ..body };
        list::draw(app, theme, rule(theme, &title, list_area, buf), hits, buf);
        if preview_rows > 0 {
            let place = Rect { y: list_area.bottom(), height: preview_rows, ..body };
            preview::draw(app, theme, rule(theme, &preview_title, place, buf), hits, buf);
        }
        return;
    }
    let column = list_width(body.width);
    let list_area = Rect { width: column, ..body };
    list::draw(app, theme, rule(theme, &title, list_area, buf), hits, buf);
    let preview_area = Rect { x: body.x + column, width: body.width - column, ..body };
    let inside = rule(theme, &preview_title, preview_area, buf);
    let style = Style::new().fg(theme.rule);
    buf.set_string(body.x + column, body.y, "┬", style);
    for y in inside.top()..inside.bottom() {
        buf.set_string(body.x + column, y, "│", style);
    }
    preview::draw(app, theme, Rect { x: inside.x + 1, width: inside.width - 1, ..inside }, hits, buf);
}

/// The column of the line between list and preview: a little right of the middle on narrow screens, where titles need room.
fn list_width(width: u16) -> u16 {
    width / 2 + 160_u16.saturating_sub(width) / 20
}

/// Draws a title into a rule, and returns what is below it.
fn rule(theme: &Theme, title: &str, area: Rect, buf: &mut Buffer) -> Rect {
    let style = Style::new().fg(theme.rule);
    buf.set_string(area.x, area.y, "─".repeat(usize::from(area.width)), style);
    let words = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
    let room = usize::from(area.width).saturating_sub(3);
    if !title.is_empty() {
        let mut spans = vec![Span::raw(" ")];
        spans.extend(fit(vec![Span::styled(title.to_owned(), words)], room));
        spans.push(Span::raw(" "));
        buf.set_line(area.x + 1, area.y, &Line::from(spans), area.width.saturating_sub(1));
    }
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// Whether something is or was searched for.
fn searches(app: &App) -> bool {
    app.gallery().is_searching() || !app.gallery().is_whole()
}

/// What raddle is, and how many scenarios were seen.
fn draw_header(app: &App, theme: &Theme, row: Rect, buf: &mut Buffer) {
    let locale = app.locale();
    let (seen, all) = app.gallery().progress();
    let seen = locale.format("seen", &[("seen", seen.into()), ("all", all.into())]);
    let wide = seen.width() as u16 + 1;
    let title = Span::styled(" raddle  ", theme.title());
    let motto = Span::styled(locale.text("motto"), Style::new().fg(theme.text).add_modifier(Modifier::BOLD));
    let has_room = row.width > wide + 20;
    let room = if has_room { row.width - wide - 2 } else { row.width };
    buf.set_line(row.x, row.y, &Line::from(fit(vec![title, motto], usize::from(room))), row.width);
    if has_room {
        buf.set_string(row.right() - wide, row.y, seen, theme.faint());
    }
}

/// What can be done first, or what is searched for.
fn draw_sentence(app: &App, theme: &Theme, row: Rect, buf: &mut Buffer) {
    let (locale, gallery) = (app.locale(), app.gallery());
    buf.set_style(row, Style::new().bg(theme.raised));
    buf.set_string(row.x, row.y, "▌", Style::new().fg(theme.accent));
    let inner = Rect { x: row.x + 2.min(row.width), width: row.width.saturating_sub(3), ..row };
    let text = Style::new().fg(theme.text);
    if !searches(app) {
        let is_new = gallery.chosen().is_some_and(|scenario| scenario.id == FIRST && !gallery.seen(FIRST).opened);
        let key = match (is_new, gallery.chosen()) {
            (true, _) => "new-here",
            (false, Some(scenario)) if scenario.tour.is_empty() => "say-try",
            (false, Some(_)) => "say-watch",
            (false, None) => "say-unfold",
        };
        let line = Line::from(fit(vec![Span::styled(locale.text(key), text)], usize::from(inner.width)));
        buf.set_line(inner.x, inner.y, &line, inner.width);
        return;
    }
    let counts = [("count", gallery.found().into()), ("all", gallery.catalogue().scenarios().len().into())];
    let found = locale.format("found", &counts);
    let has_count = usize::from(inner.width) > found.width() + 12;
    let room = usize::from(inner.width).saturating_sub(if has_count { found.width() + 5 } else { 3 });
    let cursor = if gallery.is_searching() { "▏" } else { "" };
    let line = Line::from(vec![
        Span::styled("/ ", theme.title()),
        Span::styled(end_of(gallery.query().value(), room), text),
        Span::styled(cursor, theme.title()),
    ]);
    buf.set_line(inner.x, inner.y, &line, inner.width);
    if has_count {
        buf.set_string(inner.right() - found.width() as u16, inner.y, found, theme.faint());
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
