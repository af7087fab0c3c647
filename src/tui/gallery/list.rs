//! The list of scenarios by chapter.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use crate::{
    app::{Action, App},
    scenario::Scenario,
    tui::{hit::Hits, painter::fit, theme::Theme},
};

/// A row of the list.
enum Row<'a> {
    Chapter(String),
    Scenario(usize, &'a Scenario),
    Gap,
}

/// Draws the list, scrolled so that the chosen scenario can be seen with its chapter.
pub fn draw(app: &App, theme: &Theme, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let rows = rows(app);
    if rows.is_empty() {
        let text = Line::styled(app.locale().text("nothing-found"), theme.faint());
        buf.set_line(area.x + 1, area.y, &text, area.width.saturating_sub(1));
        return;
    }
    let chosen = app.gallery().chosen_at();
    let at = rows.iter().position(|row| matches!(row, Row::Scenario(at, _) if *at == chosen)).unwrap_or(0);
    let visible = usize::from(area.height);
    let first = if rows.len() <= visible || at < visible * 2 / 3 {
        0
    } else {
        (at - visible / 2).min(rows.len().saturating_sub(visible))
    };
    for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(first)) {
        let row_area = Rect { y, height: 1, ..area };
        match row {
            Row::Gap => {}
            Row::Chapter(title) => {
                buf.set_line(area.x + 1, y, &Line::styled(title.clone(), theme.title()), area.width.saturating_sub(1));
            }
            Row::Scenario(at, scenario) => {
                draw_scenario(app, theme, (scenario, *at == chosen), row_area, buf);
                hits.action(row_area, Action::ChooseAt(*at));
            }
        }
    }
}

fn rows(app: &App) -> Vec<Row<'_>> {
    let gallery = app.gallery();
    let language = app.locale().language();
    let mut rows = Vec::new();
    let mut chapter = None;
    for (at, scenario) in gallery.found().enumerate() {
        if gallery.is_whole() && chapter != Some(&scenario.chapter) {
            if chapter.is_some() {
                rows.push(Row::Gap);
            }
            let known = gallery.catalogue().chapters().find(|known| known.id == scenario.chapter);
            let title = known.map_or(scenario.chapter.as_str(), |known| known.title.get(language));
            rows.push(Row::Chapter(title.to_owned()));
            chapter = Some(&scenario.chapter);
        }
        rows.push(Row::Scenario(at, scenario));
    }
    rows
}

fn draw_scenario(app: &App, theme: &Theme, (scenario, chosen): (&Scenario, bool), area: Rect, buf: &mut Buffer) {
    let title = scenario.title.get(app.locale().language()).to_owned();
    let (mark, style) = if chosen {
        buf.set_style(area, Style::new().bg(theme.raised));
        ("▶ ", Style::new().fg(theme.text).add_modifier(Modifier::BOLD))
    } else {
        ("  ", Style::new().fg(theme.text))
    };
    let spans = vec![
        Span::styled(format!(" {mark}"), theme.title()),
        Span::styled(title, style),
        Span::styled(format!("  {}", scenario.id), theme.faint()),
    ];
    buf.set_line(area.x, area.y, &Line::from(fit(spans, usize::from(area.width))), area.width);
}
