//! Why a program cannot be run: each problem with its line, a caret under the place, and advice.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::frame;
use crate::{
    app::Problem,
    compiler::Diagnostic,
    locale::Locale,
    source::SourceText,
    tui::{painter::fit, theme::Theme},
};

/// Draws the problems, as many as there is room for.
pub fn draw(locale: &Locale, theme: &Theme, problem: &Problem, area: Rect, buf: &mut Buffer) {
    let source = &problem.scenario.source;
    let lines: Vec<Line<'_>> =
        problem.diagnostics.iter().flat_map(|diagnostic| lines(locale, theme, source, diagnostic)).collect();
    let title = locale.format("cannot-be-run", &[("name", source.name().into())]);
    let inner = frame(theme, &title, (area.width.min(100), lines.len() as u16 + 2), area, buf);
    for (y, line) in (inner.y..inner.bottom()).zip(lines) {
        buf.set_line(inner.x, y, &Line::from(fit(line.spans, usize::from(inner.width))), inner.width);
    }
}

fn lines<'a>(locale: &Locale, theme: &Theme, source: &SourceText, diagnostic: &Diagnostic) -> Vec<Line<'a>> {
    let (line, column) = source.line_column(diagnostic.span.start);
    let number = format!("{line:>5} │ ");
    let text = source.line(line).to_owned();
    let before: String = text.chars().take(column as usize - 1).collect();
    let carets = source.slice(diagnostic.span).lines().next().map_or(1, UnicodeWidthStr::width).max(1);
    let bad = Style::new().fg(theme.bad).add_modifier(Modifier::BOLD);
    let words = Style::new().fg(theme.text);
    let said = String::new();
    let advice = String::new();
    vec![
        Line::from(vec![Span::styled(format!(" {said}"), bad)]),
        Line::from(vec![Span::styled(number.clone(), theme.faint()), Span::styled(text, words)]),
        Line::from(vec![
            Span::styled(format!("{}│ ", " ".repeat(number.width() - 2)), theme.faint()),
            Span::styled(format!("{}{}", " ".repeat(before.width()), "^".repeat(carets)), bad),
        ]),
        Line::from(Span::styled(format!("   {advice}"), Style::new().fg(theme.accent))),
        Line::default(),
    ]
}
