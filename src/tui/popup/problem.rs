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
    app::{Mistake, Problem},
    locale::Locale,
    source::SourceText,
    tui::{painter::fit, theme::Theme, wrap::wrap},
};

/// Draws the problems, as many as there is room for.
pub fn draw(locale: &Locale, theme: &Theme, problem: &Problem, area: Rect, buf: &mut Buffer) {
    let source = &problem.source;
    let wide = area.width.min(100);
    let room = usize::from(wide.saturating_sub(6));
    let mut lines: Vec<Line<'_>> =
        problem.mistakes.iter().flat_map(|mistake| lines(locale, theme, source, (mistake, room))).collect();
    if problem.more > 0 {
        let more = locale.format("more-mistakes", &[("count", problem.more.into())]);
        lines.push(Line::from(Span::styled(format!(" {more}"), theme.faint())));
    }
    let name = source.name().rsplit(['/', '\\']).next().unwrap_or_default();
    let title = locale.format("cannot-be-run", &[("name", name.into())]);
    let inner = frame(theme, &title, (wide, lines.len() as u16 + 2), area, buf);
    for (y, line) in (inner.y..inner.bottom()).zip(lines) {
        buf.set_line(inner.x, y, &Line::from(fit(line.spans, usize::from(inner.width))), inner.width);
    }
}

fn lines<'a>(locale: &Locale, theme: &Theme, source: &SourceText, (mistake, room): (&Mistake, usize)) -> Vec<Line<'a>> {
    let span = mistake.span();
    let (line, column) = source.line_column(span.start);
    let number = format!("{line:>5} │ ");
    let text = source.line(line).to_owned();
    let before: String = text.chars().take(column as usize - 1).collect();
    let carets = source.slice(span).lines().next().map_or(1, UnicodeWidthStr::width).max(1);
    let bad = Style::new().fg(theme.bad).add_modifier(Modifier::BOLD);
    let wording = mistake.wording(locale);
    let mut lines = indented(wrap(&[Span::styled(wording.problem, bad)], room), " ");
    lines.push(Line::from(vec![
        Span::styled(number.clone(), theme.faint()),
        Span::styled(text, Style::new().fg(theme.text)),
    ]));
    lines.push(Line::from(vec![
        Span::styled(format!("{}│ ", " ".repeat(number.width() - 2)), theme.faint()),
        Span::styled(format!("{}{}", " ".repeat(before.width()), "^".repeat(carets)), bad),
    ]));
    if let Some(advice) = wording.advice {
        lines.extend(indented(wrap(&[Span::styled(advice, Style::new().fg(theme.accent))], room), "   "));
    }
    lines.push(Line::default());
    lines
}

fn indented<'a>(lines: Vec<Line<'a>>, by: &'static str) -> Vec<Line<'a>> {
    let indent = |mut line: Line<'a>| {
        line.spans.insert(0, Span::raw(by));
        line
    };
    lines.into_iter().map(indent).collect()
}
