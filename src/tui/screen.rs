//! The whole screen, composed: the gallery or the stage, and what lies over it. A pure function of the application and of
//! the time; what the mouse can hit comes back with it.

use std::time::Duration;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

use super::{
    depth::ColourDepth,
    gallery,
    hit::Hits,
    keymap::{self, Place},
    layout::{self, Home},
    motion::Motion,
    painter::Painter,
    panel::{
        footer, header, question, sentence,
        table::{View, panel, wants},
    },
    popup,
    theme::Theme,
};
use crate::{
    app::{Action, App, Overlay, Stage},
    scenario::Pane,
};

/// Draws everything.
pub fn draw(app: &App, depth: ColourDepth, now: Duration, area: Rect, buf: &mut Buffer) -> Hits {
    let theme = Theme::of(app.look().theme);
    let mut hits = Hits::default();
    if area.is_empty() {
        return hits;
    }
    buf.set_style(area, theme.plain());
    match app.stage() {
        Some(stage) => draw_stage(app, stage, theme, now, area, (&mut hits, &mut *buf)),
        None => gallery::draw(app, theme, area, now, &mut hits, buf),
    }
    if let Some(pressed) = app.pressed(now) {
        popup::pressed::draw(theme, pressed.action, area, buf);
    }
    if let Some(overlay) = app.overlay() {
        hits.clear();
        draw_overlay(app, overlay, theme, area, (&mut hits, &mut *buf));
    }
    depth.fit(theme, buf);
    hits
}

/// Where the keys of the stage are looked up.
fn place_of(stage: &Stage) -> Place {
    if stage.origin().is_some() { Place::RealRun } else { Place::Stage }
}

fn draw_overlay(app: &App, overlay: &Overlay, theme: &Theme, area: Rect, (hits, buf): (&mut Hits, &mut Buffer)) {
    match overlay {
        Overlay::Help(scroll) => {
            let place = app.stage().map_or(Place::Gallery, place_of);
            popup::help::draw(app.locale(), theme, (place, *scroll), area, buf);
        }
        Overlay::Palette(palette) => {
            let place = app.stage().map_or(Place::Gallery, place_of);
            popup::palette::draw(app.locale(), theme, (palette, place), area, (hits, buf));
        }
        Overlay::Line(line) => popup::line::draw(app.locale(), theme, line, area, buf),
        Overlay::GoTo(input) => popup::go_to::draw(app.locale(), theme, input.value(), area, buf),
        Overlay::Export => popup::export::draw(app.locale(), theme, app.exports(), area, buf),
        Overlay::Trials(board) => {
            let title = app.stage().map_or("", |stage| stage.scenario().title.get(app.locale().language()));
            popup::trials::draw((app.locale(), theme), (board, title), area, (hits, buf));
        }
        Overlay::Twins(twins) => {
            if let Some(pair) = app.stage().and_then(Stage::side_by_side) {
                popup::twins::draw((app, theme), (twins, pair), area, buf);
            }
        }
        Overlay::Check(inquiry) => {
            if let Some(stage) = app.stage() {
                let searched = (&**inquiry, stage.scenario(), stage.cursor());
                popup::check::draw((app.locale(), theme), searched, area, (hits, buf));
            }
        }
        Overlay::Runs(runs) => {
            let title = app.stage().map_or("", |stage| stage.scenario().title.get(app.locale().language()));
            popup::runs::draw((app.locale(), theme), (runs, title), area, buf);
        }
        Overlay::Notes(scroll) => {
            if let Some(stage) = app.stage() {
                popup::notes::draw(app.locale(), theme, (stage.scenario(), *scroll), area, buf);
            }
        }
        Overlay::Problem(problem) => popup::problem::draw(app.locale(), theme, problem, area, buf),
    }
}

fn motion(app: &App, stage: &Stage, now: Duration) -> Motion {
    let moved = stage.moved();
    // Going back is not shown as if it happened the other way round.
    let forward = stage.cursor() > moved.from || stage.cursor() == moved.from;
    if !app.look().motion || !forward {
        return Motion::STILL;
    }
    Motion::of(stage.cursor(), now.saturating_sub(moved.at), stage.motion())
}

fn draw_stage(
    app: &App,
    stage: &Stage,
    theme: &Theme,
    now: Duration,
    area: Rect,
    (hits, buf): (&mut Hits, &mut Buffer),
) {
    let painter = Painter {
        scene: stage.scene(),
        names: stage.names(),
        locale: app.locale(),
        theme,
        motion: motion(app, stage, now),
    };
    let layout = layout::stage(area, &wants(stage), app.look().zoom);
    header::draw(&painter, stage, app.is_touring(), layout.header, buf);
    let threads = layout.panes.iter().find(|(pane, _)| *pane == Pane::Threads);
    let thread_rows = threads.map(|(_, area)| area.height.saturating_sub(1));
    for &(pane, area) in &layout.panes {
        if let Some(panel) = panel(pane) {
            let turn = layout.turn.filter(|turn| turn.pane == pane);
            let title = turn_title(&painter, painter.word(panel.title), turn);
            let view = View { painter: &painter, stage, title, thread_rows, shown: &layout.panes };
            (panel.draw)(&view, area, hits, buf);
            if let Some(turn) = turn {
                draw_turn(&painter, turn, area, buf);
            }
        }
    }
    if let Some(cross) = &layout.cross {
        draw_cross(theme, cross, buf);
    }
    if let Some(asked) = stage.question(app.locale()) {
        let places =
            layout.panes.iter().filter(|(pane, _)| panel(*pane).is_some_and(|panel| panel.home == Home::Picture));
        let picture = places.map(|&(_, area)| area).reduce(Rect::union);
        let anywhere = || layout.panes.first().map(|&(_, area)| area);
        if let Some(area) = picture.or_else(anywhere) {
            question::draw(&painter, &asked, area, hits, buf);
        }
    }
    match app.caption(app.locale().language()) {
        Some(caption) => sentence::caption(&painter, caption, app.caption_is_over(), layout.sentence, buf),
        None => sentence::draw(&painter, stage, layout.sentence, hits, buf),
    }
    if layout.footer.height > 0 {
        match app.notice(now) {
            Some(text) => footer::notice(app, theme, text, layout.footer, hits, buf),
            None => footer::draw(app, theme, layout.footer, hits, buf),
        }
    }
}

/// The title of a pane: where it shares its place with others, which one it is.
fn turn_title(painter: &Painter<'_>, title: String, turn: Option<layout::Turn>) -> String {
    match turn {
        // A circle has taken the picture: it is no pane among others.
        Some(turn) if turn.pane != Pane::Graph => {
            let (at, count) = turn.at;
            let which = painter.locale.format("pane-of", &[("at", at.into()), ("count", count.into())]);
            format!("{title}  {which}")
        }
        _ => title,
    }
}

/// Which pane the key brings that turns the picture, at the right end of the title.
fn draw_turn(painter: &Painter<'_>, turn: layout::Turn, area: Rect, buf: &mut Buffer) {
    let (Some(key), Some(next)) = (keymap::label(Action::Turn), panel(turn.next)) else { return };
    let style = Style::new().fg(painter.theme.accent);
    let line = Line::from(vec![Span::styled(format!(" {key} "), style), painter.faint(painter.word(next.title) + " ")]);
    let wide = line.width() as u16;
    if area.width > 2 * wide {
        buf.set_line(area.right() - wide - 1, area.y, &line, wide);
    }
}

/// The upright line between the places, and where rules meet it.
fn draw_cross(theme: &Theme, cross: &layout::Cross, buf: &mut Buffer) {
    let style = Style::new().fg(theme.rule);
    for y in cross.rows.iter().flat_map(|&(y, end)| y..end) {
        buf.set_string(cross.column, y, "│", style);
    }
    for &(y, sign) in &cross.joints {
        buf.set_string(cross.column, y, sign, style);
    }
}
