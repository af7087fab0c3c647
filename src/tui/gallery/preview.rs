//! The preview of the chosen scenario: what it is about, the two ways to see it, what it can come to, its parameters and the
//! beginning of its program; or of the chosen chapter.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::list::SOLVED;
use crate::{
    app::{Action, App, Entry},
    compiler::highlight,
    scenario::{Deed, Expect, Scenario},
    tui::{hit::Hits, painter::fit, theme::Theme, wrap::wrap},
};

/// What stands over the preview.
pub fn title(app: &App) -> String {
    let language = app.locale().language();
    match app.gallery().chosen_entry() {
        Some(Entry::Scenario(at)) => {
            app.gallery().scenario(at).map_or_else(String::new, |scenario| scenario.title.get(language).to_owned())
        }
        Some(Entry::Chapter(at)) => {
            app.gallery().chapter(at).map_or_else(String::new, |chapter| chapter.title.get(language).to_owned())
        }
        None => String::new(),
    }
}

/// Draws the preview.
pub fn draw(app: &App, theme: &Theme, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    if area.width < 4 {
        return;
    }
    // What is short has air above and beside it.
    let air = u16::from(area.width > 60);
    let inner = Rect { x: area.x + 1 + air, width: area.width.saturating_sub(2 + 2 * air), ..area };
    let top = area.y + u16::from(area.height > 12);
    match app.gallery().chosen_entry() {
        Some(Entry::Chapter(at)) => chapter(app, theme, at, Rect { y: top, ..inner }, inner, buf),
        Some(Entry::Scenario(_)) => {
            if let Some(scenario) = app.gallery().chosen() {
                Sheet { app, theme, bounds: inner, y: top, hits, buf }.scenario(scenario);
            }
        }
        None => {}
    }
}

/// The scenarios of a chapter.
fn chapter(app: &App, theme: &Theme, at: usize, from: Rect, bounds: Rect, buf: &mut Buffer) {
    let Some(chapter) = app.gallery().chapter(at) else { return };
    let own = app.gallery().catalogue().of_chapter(&chapter.id);
    for (scenario, y) in own.zip(from.y..bounds.bottom()) {
        let title = Span::styled(scenario.full_title(app.locale().language()), Style::new().fg(theme.text));
        let line = Line::from(fit(vec![title], usize::from(bounds.width)));
        buf.set_line(bounds.x, y, &line, bounds.width);
    }
}

/// What is said of a scenario, row below row.
struct Sheet<'a> {
    app: &'a App,
    theme: &'a Theme,
    bounds: Rect,
    y: u16,
    hits: &'a mut Hits,
    buf: &'a mut Buffer,
}

impl Sheet<'_> {
    fn scenario(mut self, scenario: &Scenario) {
        let language = self.app.locale().language();
        let plain = Style::new().fg(self.theme.text);
        self.y = text(scenario.summary.get(language), plain, self.y, self.bounds, self.buf) + 1;
        self.choices(scenario);
        self.facts(scenario);
        let place = Rect { y: self.y, ..self.bounds };
        self.y = parameters(self.app, self.theme, scenario, place, self.bounds, self.buf);
        self.progress(scenario);
        program(self.theme, scenario, self.y, self.bounds, self.buf);
    }

    /// To watch its tour, or to try it: what Enter does is marked.
    fn choices(&mut self, scenario: &Scenario) {
        let locale = self.app.locale();
        let has_tour = !scenario.tour.is_empty();
        let mut rows = Vec::new();
        if has_tour {
            let tour = locale.format("watch-does", &[("minutes", minutes(scenario).into())]);
            rows.push((Action::Open, locale.text("watch"), tour));
        }
        rows.push((Action::Try, locale.text("try"), locale.text("try-does")));
        let wide = rows.iter().map(|(_, name, _)| name.width()).max().unwrap_or(0);
        for (at, (action, name, does)) in rows.into_iter().enumerate() {
            let pad = " ".repeat(wide - name.width() + 3);
            let sign = if at == 0 { "▶ " } else { "  " };
            let title = Style::new().fg(self.theme.text).add_modifier(Modifier::BOLD);
            let row = self.row(vec![
                Span::styled(sign, self.theme.title()),
                Span::styled(format!("{name}{pad}"), title),
                Span::styled(does, self.theme.faint()),
            ]);
            if let Some(row) = row {
                self.hits.action(row, action);
            }
        }
        self.y += 1;
    }

    /// Its twin, and what it can come to.
    fn facts(&mut self, scenario: &Scenario) {
        let locale = self.app.locale();
        let catalogue = self.app.gallery().catalogue();
        let mut rows: Vec<(String, Vec<Span<'_>>)> = Vec::new();
        let plain = Style::new().fg(self.theme.text);
        if let Some(fixed) = &scenario.fixed_by {
            rows.push((locale.text("repaired-by"), vec![Span::styled(fixed.clone(), plain)]));
        } else if let Some(broken) =
            catalogue.scenarios().iter().find(|one| one.fixed_by.as_ref() == Some(&scenario.id))
        {
            rows.push((locale.text("broken-by"), vec![Span::styled(broken.id.clone(), plain)]));
        }
        if !scenario.expect.is_empty() {
            let mut ends: Vec<Span<'_>> = Vec::new();
            if scenario.can_end_wrong() {
                let word = Span::styled(locale.text("trials-kind-wrong"), plain);
                ends.extend([Span::styled("✗ ", Style::new().fg(self.theme.bad)), word, Span::raw("  ")]);
            }
            ends.extend(scenario.expect.iter().flat_map(|&end| self.end(end)));
            ends.pop();
            rows.push((locale.text("can-end"), ends));
        }
        if rows.is_empty() {
            return;
        }
        let wide = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
        for (name, mut spans) in rows {
            let pad = " ".repeat(wide - name.width() + 3);
            spans.insert(0, Span::styled(format!("{name}{pad}"), self.theme.faint()));
            self.row(spans);
        }
        self.y += 1;
    }

    /// The sign of an end, its word, and what stands before the next one.
    fn end(&self, end: Expect) -> [Span<'static>; 3] {
        let word = self.app.locale().text(&format!("end-{}", end.name()));
        let (sign, colour) = if end == Expect::Finished { ("✓ ", self.theme.good) } else { ("✗ ", self.theme.bad) };
        [
            Span::styled(sign, Style::new().fg(colour)),
            Span::styled(word, Style::new().fg(self.theme.text)),
            Span::raw("  "),
        ]
    }

    /// What the viewer has seen of it.
    fn progress(&mut self, scenario: &Scenario) {
        let gallery = self.app.gallery();
        let seen = gallery.seen(&scenario.id);
        if !seen.opened {
            return;
        }
        let locale = self.app.locale();
        let mut parts = vec![locale.text("was-opened")];
        if seen.toured {
            parts.push(locale.text("was-watched"));
        }
        let ends = scenario.expect.iter().filter(|end| seen.ends.contains(end)).count();
        if ends > 0 {
            let counts = [("seen", ends.into()), ("all", scenario.expect.len().into())];
            parts.push(locale.format("ends-seen", &counts));
        }
        let (asked, right) = gallery.answers(scenario);
        let mut parts: Vec<_> = parts.into_iter().map(|part| ("●", part)).collect();
        if gallery.is_understood(scenario) {
            parts.push(("✓", locale.text("is-understood")));
        } else if right > 0 {
            let counts = [("right", right.into()), ("asked", asked.into())];
            parts.push(("●", locale.format("answered-right", &counts)));
        }
        if gallery.is_solved(scenario) {
            parts.push((SOLVED, locale.text("was-solved")));
        }
        let spans = parts.into_iter().flat_map(|(sign, part)| {
            // Only what was understood or met has the colour of what is right.
            let style = if sign == "●" { self.theme.faint() } else { Style::new().fg(self.theme.good) };
            let part = Span::styled(format!("{part}  "), Style::new().fg(self.theme.text));
            [Span::styled(format!("{sign} "), style), part]
        });
        self.row(spans.collect());
        self.y += 1;
    }

    /// Draws a row, if there is room for it, and returns its place.
    fn row(&mut self, spans: Vec<Span<'_>>) -> Option<Rect> {
        if self.y >= self.bounds.bottom() {
            return None;
        }
        let row = Rect { y: self.y, height: 1, ..self.bounds };
        self.buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(row.width))), row.width);
        self.y += 1;
        Some(row)
    }
}

/// How many minutes the tour takes, about; one at least.
fn minutes(scenario: &Scenario) -> u32 {
    const STEP: f32 = 0.7;
    const PLAYED: f32 = 5.0;
    let takes = scenario.tour.iter().map(|cue| {
        let steps = match &cue.deed {
            Some(Deed::Step(count) | Deed::Back(count) | Deed::Run(_, count)) => *count as f32 * STEP,
            Some(Deed::Play(_)) => PLAYED,
            _ => 0.0,
        };
        cue.rest().as_secs_f32() + steps
    });
    ((takes.sum::<f32>() / 60.0).round() as u32).max(1)
}

/// Draws wrapped text from a row on, inside `bounds`; returns the row behind it.
fn text(words: &str, style: Style, from: u16, bounds: Rect, buf: &mut Buffer) -> u16 {
    if from >= bounds.bottom() || bounds.width == 0 || words.is_empty() {
        return from;
    }
    let lines = wrap(&[Span::styled(words, style)], usize::from(bounds.width));
    let rows = (lines.len() as u16).min(bounds.bottom() - from);
    for (y, line) in (from..from + rows).zip(lines) {
        buf.set_line(bounds.x, y, &line, bounds.width);
    }
    from + rows
}

fn parameters(app: &App, theme: &Theme, scenario: &Scenario, from: Rect, bounds: Rect, buf: &mut Buffer) -> u16 {
    let mut y = from.y;
    if scenario.params.is_empty() || y + 1 >= bounds.bottom() {
        return y;
    }
    let hint = Span::styled(format!("  {}", app.locale().text("parameters-hint")), theme.faint());
    let title = Span::styled(app.locale().text("parameters"), theme.title());
    buf.set_line(bounds.x, y, &Line::from(fit(vec![title, hint], usize::from(bounds.width))), bounds.width);
    y += 1;
    for (at, parameter) in scenario.params.iter().enumerate() {
        if y >= bounds.bottom() {
            return y;
        }
        let chosen = app.gallery().parameter_at() == Some(at);
        let row = Rect { y, height: 1, ..bounds };
        if chosen {
            buf.set_style(row, Style::new().bg(theme.raised));
        }
        let value = parameter.value();
        let strong = Style::new().fg(theme.accent).add_modifier(Modifier::BOLD);
        let mut spans = vec![
            Span::styled(if chosen { "▶ " } else { "  " }, theme.title()),
            Span::styled(format!("{} = ", parameter.name()), Style::new().fg(theme.text)),
            Span::styled(if chosen { format!("◀ {value} ▶") } else { value.to_string() }, strong),
        ];
        if let (Some(min), Some(max)) = (parameter.min(), parameter.max()) {
            spans.push(Span::styled(format!("   {min}…{max}"), theme.faint()));
        }
        buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(row.width))), row.width);
        y += 1;
    }
    y + 1
}

/// The program from its first line on, as far as there is room.
fn program(theme: &Theme, scenario: &Scenario, from: u16, bounds: Rect, buf: &mut Buffer) {
    if from + 1 >= bounds.bottom() {
        return;
    }
    buf.set_string(bounds.x, from, "─".repeat(usize::from(bounds.width)), Style::new().fg(theme.rule));
    let source = &scenario.source;
    let tokens = highlight::tokens(source);
    for (y, line) in (from + 1..bounds.bottom()).zip(scenario.shown_lines()) {
        let span = source.line_span(line);
        let mut spans = Vec::new();
        let mut at = span.start;
        for &(token, class) in tokens.iter().filter(|(token, _)| token.start < span.end && token.end > span.start) {
            let (start, end) = (token.start.max(span.start), token.end.min(span.end));
            spans.push(Span::raw(source.slice(crate::source::Span::new(at, start)).to_owned()));
            let text = source.slice(crate::source::Span::new(start, end)).to_owned();
            spans.push(Span::styled(text, theme.token(class)));
            at = end;
        }
        buf.set_line(bounds.x, y, &Line::from(fit(spans, usize::from(bounds.width))), bounds.width);
    }
}
