//! The whole screen, composed: the gallery or the stage, and what lies over it. A pure function of the application and of
//! the time; what the mouse can hit comes back with it.

use std::time::Duration;

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use super::{
    depth::ColourDepth,
    gallery,
    hit::Hits,
    keymap::Place,
    layout,
    motion::Motion,
    painter::Painter,
    panel::{
        footer, header, narration,
        table::{View, panel, wants},
    },
    popup,
    theme::Theme,
};
use crate::app::{App, Overlay, Stage};

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
        Overlay::GoTo(input) => popup::go_to::draw(app.locale(), theme, input.value(), area, buf),
        Overlay::Export => popup::export::draw(app.locale(), theme, app.exports(), area, buf),
        Overlay::Trials(board) => {
            let title = app.stage().map_or("", |stage| stage.scenario().title.get(app.locale().language()));
            popup::trials::draw((app.locale(), theme), (board, title), area, (hits, buf));
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
    let layout = layout::stage(area, &wants(stage, area.width), app.look().zoom);
    header::draw(&painter, stage, layout.header, buf);
    for rule in &layout.rules {
        for y in rule.top()..rule.bottom() {
            buf.set_string(rule.x, y, "│", Style::new().fg(theme.rule));
        }
    }
    for &(pane, area) in &layout.panes {
        if let Some(panel) = panel(pane) {
            let view = View { painter: &painter, stage, title: painter.word(panel.title) };
            (panel.draw)(&view, area, hits, buf);
        }
    }
    match app.caption(app.locale().language()) {
        Some(caption) => narration::caption(&painter, caption, layout.narration, buf),
        None => narration::draw(&painter, stage, layout.narration, buf),
    }
    if layout.footer.height > 0 {
        match app.notice(now) {
            Some(text) => footer::notice(theme, text, layout.footer, buf),
            None => footer::draw(app.locale(), theme, place_of(stage), layout.footer, hits, buf),
        }
    }
}
