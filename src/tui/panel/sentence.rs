//! The sentence, in two rows under the header: what happens, and why or what it means, with the one key that matters now. Never
//! cut: what is too long is wrapped, then its names are shortened.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
    text::{Line, Span},
};

use crate::{
    app::{Band, Said, Stage, Tone},
    tui::{
        hit::Hits,
        keymap,
        painter::{Brevity, Painter, fit, width},
        wrap::wrap,
    },
};

/// Between the sentence and the key.
const GAP: usize = 2;

/// What stands in the rows.
struct Rows<'a> {
    lines: Vec<Line<'a>>,
    key: Vec<Span<'a>>,
}

/// Draws the sentence of the step.
pub fn draw(painter: &Painter<'_>, stage: &Stage, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    if area.height == 0 || area.width < 4 {
        return;
    }
    let band = stage.band(painter.locale);
    let theme = painter.theme;
    let bad = band.tone == Tone::Bad;
    let bar = match (band.tone, band.who) {
        (Tone::Bad, _) => theme.bad,
        (Tone::Good, _) => theme.good,
        (Tone::Notable, _) => theme.warn,
        (Tone::Question, _) => theme.accent,
        (Tone::Plain, Some(thread)) => theme.thread(thread),
        (Tone::Plain, None) => theme.accent,
    };
    let rows = arranged(painter, &band, room(area), area.height);
    let rows = rows.unwrap_or_else(|| cut_off(painter, &band, room(area), area.height));
    ground(painter, bar, area, buf);
    if bad {
        let first = Rect { x: area.x + 1, width: area.width - 1, height: 1, ..area };
        buf.set_style(first, Style::new().bg(theme.bad));
    }
    let asks = band.tone == Tone::Question;
    if asks {
        buf.set_style(area, Style::new().fg(theme.on_thread).bg(theme.accent));
    }
    for (row, line) in rows.lines.iter().enumerate() {
        let y = area.y + row as u16;
        buf.set_line(area.x + 2, y, line, area.width - 2);
        // The colours of threads cannot be told from the ground of a bad end.
        if bad && row == 0 {
            buf.set_style(Rect { x: area.x + 2, y, width: area.width - 2, height: 1 }, danger(painter));
        }
        if asks {
            buf.set_style(Rect { x: area.x + 2, y, width: area.width - 2, height: 1 }, asked(painter));
        }
    }
    let wide = width(&rows.key) as u16;
    if wide > 0 {
        let place = Rect { x: area.right() - 1 - wide, y: area.bottom() - 1, width: wide, height: 1 };
        buf.set_line(place.x, place.y, &Line::from(rows.key), wide);
        if asks {
            buf.set_style(place, asked(painter));
        }
        if let Some((action, _)) = band.key {
            hits.action(place, action);
        }
    }
}

/// Draws what a tour says; what is over, while the next thing is being done, is dim.
pub fn caption(painter: &Painter<'_>, caption: &str, is_over: bool, area: Rect, buf: &mut Buffer) {
    if area.height == 0 || area.width < 4 {
        return;
    }
    let bright = Style::new().fg(painter.theme.text).add_modifier(Modifier::BOLD);
    let style = if is_over { painter.theme.faint() } else { bright };
    let spans = [Span::styled("❯ ", painter.theme.title()), Span::styled(caption.to_owned(), style)];
    ground(painter, painter.theme.accent, area, buf);
    let lines = wrapped(&spans, room(area), area.height);
    for (row, line) in lines.iter().enumerate() {
        buf.set_line(area.x + 2, area.y + row as u16, line, area.width - 2);
    }
}

fn danger(painter: &Painter<'_>) -> Style {
    Style::new().fg(painter.theme.on_thread).bg(painter.theme.bad).add_modifier(Modifier::BOLD)
}

fn asked(painter: &Painter<'_>) -> Style {
    Style::new().fg(painter.theme.on_thread).bg(painter.theme.accent).add_modifier(Modifier::BOLD)
}

/// Cells for words: a bar and a blank at the left, and two blanks at the right.
const fn room(area: Rect) -> usize {
    area.width.saturating_sub(4) as usize
}

fn ground(painter: &Painter<'_>, bar: Color, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, Style::new().fg(painter.theme.text).bg(painter.theme.raised));
    for y in area.top()..area.bottom() {
        buf.set_string(area.x, y, "▌", Style::new().fg(bar));
    }
}

/// Finds the fullest way to say it in the rows that there are; none if there is none.
fn arranged<'a>(painter: &Painter<'a>, band: &Band, cells: usize, height: u16) -> Option<Rows<'a>> {
    let (key, left) = key(painter, band, cells, height);
    let rows = usize::from(height);
    // The key stands in the last row, and takes its cells from what is said there.
    let beside = |lines: &[Line<'_>]| lines.len() < rows || lines.last().is_none_or(|line| line.width() <= left);
    for brevity in Brevity::ALL {
        let first = wrap(&first_row(painter, band, brevity), cells);
        if first.len() > rows {
            continue;
        }
        let ways = band.second.iter().flat_map(|way| Brevity::ALL.map(|brevity| said(painter, way, brevity)));
        let both = ways.map(|way| [first.clone(), wrap(&way, cells)].concat());
        let fitting: Vec<_> = both.filter(|lines| lines.len() <= rows).collect();
        // What it means matters more than the key, which stands in the footer, too.
        let whole = fitting.iter().find(|lines| beside(lines)).or(fitting.first()).cloned();
        let lines = whole.unwrap_or(first);
        let key = if beside(&lines) { key } else { Vec::new() };
        return Some(Rows { lines, key });
    }
    None
}

/// What there is room for, where there is no room for all of it however it is said.
fn cut_off<'a>(painter: &Painter<'a>, band: &Band, cells: usize, height: u16) -> Rows<'a> {
    Rows { lines: wrapped(&first_row(painter, band, Brevity::Numbers), cells, height), key: Vec::new() }
}

/// The lines of what is wrapped, as many as there are rows.
fn wrapped<'a>(spans: &[Span<'_>], cells: usize, height: u16) -> Vec<Line<'a>> {
    let mut lines = wrap(spans, cells);
    let cut = lines.len() > usize::from(height);
    lines.truncate(usize::from(height));
    if let Some(last) = lines.last_mut().filter(|_| cut) {
        last.push_span(Span::raw(" …"));
        last.spans = fit(std::mem::take(&mut last.spans), cells);
    }
    lines
}

/// The key that matters now, and the cells that it leaves; the key alone on a narrow screen, where its word would take half.
fn key<'a>(painter: &Painter<'a>, band: &Band, cells: usize, height: u16) -> (Vec<Span<'a>>, usize) {
    let Some((action, word)) = band.key.filter(|_| height > 1) else { return (Vec::new(), cells) };
    let Some(label) = keymap::label(action) else { return (Vec::new(), cells) };
    let mut spans = vec![Span::styled(label, painter.theme.title())];
    let said = Span::styled(format!(" {}", painter.word(word)), Style::new().fg(painter.theme.text));
    if (width(&spans) + said.width()) * 2 <= cells {
        spans.push(said);
    }
    let left = cells.saturating_sub(width(&spans) + GAP);
    (spans, left)
}

fn first_row<'a>(painter: &Painter<'a>, band: &Band, brevity: Brevity) -> Vec<Span<'a>> {
    let theme = painter.theme;
    let mut spans = Vec::new();
    if let Some(word) = &band.word {
        let style = match band.tone {
            Tone::Bad => danger(painter),
            Tone::Good => Style::new().fg(theme.good).add_modifier(Modifier::BOLD),
            Tone::Question => asked(painter),
            Tone::Plain | Tone::Notable => Style::new().fg(theme.warn).add_modifier(Modifier::BOLD),
        };
        spans.extend([Span::styled(word.clone(), style), Span::raw("  ")]);
    }
    if let Some(thread) = band.who.filter(|_| !band.first.parts.iter().any(telling_of_thread)) {
        spans.extend([painter.chip(thread), Span::raw(" ")]);
    }
    spans.extend(said(painter, &band.first, brevity));
    spans
}

/// Whether a part names a thread.
fn telling_of_thread(part: &crate::telling::Part) -> bool {
    matches!(part.role, crate::telling::Role::Thread(_))
}

fn said<'a>(painter: &Painter<'a>, said: &Said, brevity: Brevity) -> Vec<Span<'a>> {
    let brevity = if said.numbers { Brevity::Numbers } else { brevity };
    let spans = said.parts.iter().map(|part| painter.brief(part, brevity));
    match said.faint {
        true => spans.map(|span| painter.faint(span.content)).collect(),
        false => spans.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        host::Settings,
        locale::{Language, Locale},
        scenario::{Catalogue, Scenario},
        tui::{motion::Motion, theme::Theme},
    };
    use std::time::Duration;

    /// More steps are not looked at: a program may go on for ever.
    const MOST: u32 = 600;

    fn stages() -> Vec<Stage> {
        let catalogue = Catalogue::embedded();
        let mut stages = Vec::new();
        for scenario in catalogue.scenarios() {
            for seed in [0, 3] {
                let scenario = Scenario::clone(scenario);
                let mut settings = Settings { seed, ..Settings::default() };
                if seed > 0 {
                    settings.policy = crate::schedule::Policy::Random;
                }
                stages.push(Stage::open(scenario, settings).expect("a scenario compiles"));
            }
        }
        stages
    }

    /// Every step of every scenario, in both languages.
    fn everywhere(mut look: impl FnMut(&Stage, &Painter<'_>)) {
        let locales = Language::ALL.map(Locale::new);
        let theme = Theme::of(crate::app::ThemeName::Dark);
        for mut stage in stages() {
            loop {
                for locale in &locales {
                    let (scene, names) = (stage.scene(), stage.names());
                    look(&stage, &Painter { scene, names, locale, theme, motion: Motion::STILL });
                }
                if stage.cursor().0 > MOST || !stage.forward(Duration::ZERO) {
                    break;
                }
            }
        }
    }

    fn words(line: &Line<'_>) -> String {
        line.spans.iter().map(|span| &*span.content).collect()
    }

    #[test]
    fn no_sentence_is_longer_than_its_room() {
        everywhere(|stage, painter| {
            let place = || format!("{} at {}", stage.scenario().id, stage.cursor().0);
            let band = stage.band(painter.locale);
            for (width, height) in [(160_u16, 2), (80, 2), (60, 2), (40, 3)] {
                let area = Rect::new(0, 0, width, height);
                let Some(rows) = arranged(painter, &band, room(area), height) else {
                    // Below the width that everything is written for, a long sentence may be cut.
                    let words = words(&Line::from(first_row(painter, &band, Brevity::Full)));
                    assert!(width < 80, "{}, {width} cells: {words}", place());
                    continue;
                };
                let cells: Vec<usize> = rows.lines.iter().map(Line::width).collect();
                assert!(cells.iter().all(|&cells| cells <= room(area)), "{}: {cells:?}", place());
                let last = if cells.len() == usize::from(height) { cells[cells.len() - 1] } else { 0 };
                let beside = last + self::width(&rows.key);
                assert!(rows.key.is_empty() || last == 0 || beside + GAP <= room(area), "{}", place());
                // At the width that everything is written for, nothing gives way.
                if width >= 80 {
                    // A second sentence that has no room of its own gives way to the first one and the key.
                    let wide = |way: &Said| self::width(&said(painter, way, Brevity::Full)) + GAP + 20 > room(area);
                    let whole = cells.len() >= 2 || band.second.iter().all(wide) || rows.lines.len() == 2;
                    assert!(whole, "{}: no room for {:?}", place(), band.second.first());
                }
            }
        });
    }

    #[test]
    fn no_step_is_silent() {
        everywhere(|stage, painter| {
            let band = stage.band(painter.locale);
            let first = words(&Line::from(first_row(painter, &band, Brevity::Full)));
            assert!(
                first.chars().filter(|c| c.is_alphanumeric()).count() > 3,
                "{} at {}",
                stage.scenario().id,
                stage.cursor().0
            );
            let told = painter.scene.log.back().is_some_and(|line| line.step == stage.cursor());
            assert!(told || stage.cursor().0 == 0, "{} at {}", stage.scenario().id, stage.cursor().0);
        });
    }

    #[test]
    fn on_a_tiny_terminal_what_is_missing_is_marked() {
        let mut stage = stages().swap_remove(0);
        stage.run_to_end(Duration::ZERO);
        let locale = Locale::new(Language::English);
        let theme = Theme::of(crate::app::ThemeName::Dark);
        let painter =
            Painter { scene: stage.scene(), names: stage.names(), locale: &locale, theme, motion: Motion::STILL };
        for width in 1..30 {
            let area = Rect::new(0, 0, width, 2);
            let mut buf = Buffer::empty(area);
            draw(&painter, &stage, area, &mut Hits::default(), &mut buf);
            let band = stage.band(&locale);
            if arranged(&painter, &band, room(area), 2).is_none() && width >= 6 {
                let drawn: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
                assert!(drawn.contains('…'), "{width}: {drawn}");
            }
        }
    }
}
