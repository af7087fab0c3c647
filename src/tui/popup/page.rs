//! A page over the whole screen: header, rules, rows from the top down, keys below. What many runs and a search are shown on.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::{Clear, Widget},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    app::Action,
    locale::Locale,
    tui::{
        keymap,
        painter::{fit, width},
        theme::Theme,
    },
};

/// A page, drawn from the top down.
pub struct Page<'a> {
    pub locale: &'a Locale,
    pub theme: &'a Theme,
    pub area: Rect,
    /// The next row.
    pub y: u16,
    /// An empty row behind each, where there is room.
    pub airy: bool,
}

impl<'a> Page<'a> {
    /// An empty page over the area, with an empty row behind each row if the area has so many rows.
    pub fn new((locale, theme): (&'a Locale, &'a Theme), area: Rect, airy_from: usize, buf: &mut Buffer) -> Self {
        Clear.render(area, buf);
        buf.set_style(area, theme.plain());
        Self { locale, theme, area, y: area.y, airy: usize::from(area.height) >= airy_from }
    }

    /// Puts spans on the next row, if it is above the footer.
    pub fn put(&mut self, spans: Vec<Span<'_>>, buf: &mut Buffer) -> Option<Rect> {
        let row = Rect { y: self.y, height: 1, ..self.area };
        if self.y + 1 >= self.area.bottom() {
            return None;
        }
        buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(row.width))), row.width);
        self.y += 1;
        Some(row)
    }

    /// The title, and what stands at the right of it.
    pub fn header(&mut self, title: &str, right: &str, buf: &mut Buffer) {
        let theme = self.theme;
        let place = Rect { height: 1, ..self.area };
        buf.set_style(place, Style::new().bg(theme.raised));
        let right = vec![Span::styled(format!("  {right} "), Style::new().fg(theme.text))];
        let room = usize::from(place.width).saturating_sub(width(&right));
        let brand = Style::new().fg(theme.background).bg(theme.accent).add_modifier(Modifier::BOLD);
        let title = Span::styled(format!(" {title}"), Style::new().fg(theme.text).add_modifier(Modifier::BOLD));
        let left = Line::from(fit(vec![Span::styled(" raddle ", brand), title], room));
        buf.set_line(place.x, place.y, &left, place.width);
        let wide = (width(&right) as u16).min(place.width);
        buf.set_line(place.right() - wide, place.y, &Line::from(right), wide);
        self.y += 1;
    }

    /// A row of words behind an edge.
    pub fn words(&mut self, spans: impl IntoIterator<Item = Span<'a>>, buf: &mut Buffer) {
        let edge = Span::styled("▌ ", Style::new().fg(self.theme.accent));
        self.put(std::iter::once(edge).chain(spans).collect(), buf);
    }

    /// Words of the first row behind the edge, and of others.
    pub fn strong(&self, words: String) -> Span<'a> {
        Span::styled(words, Style::new().fg(self.theme.text).add_modifier(Modifier::BOLD))
    }

    /// Words as they mostly are.
    pub fn plain(&self, words: String) -> Span<'a> {
        Span::styled(words, Style::new().fg(self.theme.text))
    }

    /// A rule with a title.
    pub fn rule(&mut self, title: &str, buf: &mut Buffer) {
        let title = format!(" {title} ");
        let rest = usize::from(self.area.width).saturating_sub(title.width() + 1);
        let line = Style::new().fg(self.theme.rule);
        let title = Span::styled(title, self.theme.title());
        self.put(vec![Span::styled("─", line), title, Span::styled("─".repeat(rest), line)], buf);
    }

    /// Leaves a row free, where there is room.
    pub fn breathe(&mut self) {
        self.y += u16::from(self.airy);
    }

    /// The keys with their words; they are those of the table. Two are on every page.
    pub fn footer(&self, keys: &[(Action, String)], buf: &mut Buffer) {
        let row = Rect { y: self.area.bottom() - 1, height: 1, ..self.area };
        let theme = self.theme;
        buf.set_style(row, Style::new().bg(theme.raised));
        let leave = [(Action::Back, "hint-back"), (Action::Quit, "hint-quit")];
        let leave = leave.map(|(action, key)| (action, self.locale.text(key)));
        let mut spans = vec![Span::raw(" ")];
        for (action, word) in keys.iter().chain(&leave) {
            let Some(label) = keymap::label(*action) else { continue };
            spans.push(Span::styled(label, theme.title()));
            spans.push(self.plain(format!(" {word}  ")));
        }
        buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(row.width))), row.width);
    }
}
