//! The preview of the chosen scenario: what it is, what to watch for, its parameters and the beginning of its program.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use crate::{
    app::App,
    compiler::highlight,
    scenario::Scenario,
    tui::{painter::fit, theme::Theme, wrap::wrap},
};

/// Draws the preview.
pub fn draw(app: &App, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let Some(scenario) = app.gallery().chosen() else { return };
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let language = app.locale().language();
    let mut y = inner.y;
    let title = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
    y = text(scenario.title.get(language), title, Rect { y, ..inner }, inner, buf);
    y = text(scenario.summary.get(language), Style::new().fg(theme.text), Rect { y, ..inner }, inner, buf) + 1;
    let watch = scenario.watch.get(language);
    if !watch.is_empty() && y < inner.bottom() {
        buf.set_string(inner.x, y, app.locale().text("watch-for"), theme.title());
        y = text(watch, Style::new().fg(theme.text), Rect { y: y + 1, ..inner }, inner, buf) + 1;
    }
    y = parameters(app, theme, scenario, Rect { y, ..inner }, inner, buf);
    program(theme, scenario, y, inner, buf);
}

/// Draws wrapped text at the row of `from`, inside `bounds`; returns the row behind it.
fn text(words: &str, style: Style, from: Rect, bounds: Rect, buf: &mut Buffer) -> u16 {
    if from.y >= bounds.bottom() || bounds.width == 0 {
        return from.y;
    }
    let lines = wrap(&[Span::styled(words, style)], usize::from(bounds.width));
    let rows = (lines.len() as u16).min(bounds.bottom() - from.y);
    for (y, line) in (from.y..from.y + rows).zip(lines) {
        buf.set_line(bounds.x, y, &line, bounds.width);
    }
    from.y + rows
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
            Span::styled(if chosen { format!("◂ {value} ▸") } else { value.to_string() }, strong),
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
