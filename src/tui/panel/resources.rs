//! The primitives, each drawn as what it is, and the shared variables.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{more, table::View, title};
use crate::{
    app::{Action, Stage},
    ids::{ResourceId, VariableId},
    scene::{ResourceView, VariableView},
    tui::{
        hit::Hits,
        painter::{Painter, cut, fit, shortened},
        primitive,
        theme::mix,
    },
};

/// The widest column for names.
const NAMES: usize = 16;

/// Whether there is anything to draw.
#[must_use]
pub fn wanted(_stage: &Stage) -> bool {
    true
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let stage = view.stage;
    let painter = view.painter;
    let scene = painter.scene;
    let area = title(painter, &view.title, summary(painter), area, buf);
    let variables = scene.known_variables().count();
    if scene.resources.is_empty() && variables == 0 {
        let text = Line::from(painter.faint(painter.word("nothing-shared")));
        if area.height > 0 {
            buf.set_line(area.x + 1, area.y, &text, area.width.saturating_sub(1));
        }
        return;
    }
    let rows = usize::from(area.height);
    let tall = scene.resources.len() * 3 + variables <= rows;
    let each = if tall { 3 } else { 1 };
    let all = scene.resources.len() + variables;
    let fits = scene.resources.len() * each + variables <= rows;
    // Variables keep at least a third of the rows; what changed last is shown first where there is no room for all.
    let shown = if fits { all } else { rows.saturating_sub(1) };
    let shown_variables =
        if fits { variables } else { variables.min(shown / 3).max(shown.saturating_sub(scene.resources.len())) };
    let shown_resources = (shown - shown_variables.min(shown)).min(scene.resources.len());
    let names = name_width(painter, tall);
    let mut y = area.y;
    for id in latest_resources(painter, shown_resources) {
        let Some(view) = scene.resource(id) else { continue };
        let place = Rect { y, height: each as u16, ..area };
        draw_resource(painter, (id, view), names, place, buf);
        hits.action(place, Action::SelectThing(id));
        if stage.thing() == Some(id) {
            buf.set_style(Rect { width: names as u16 + 1, ..place }, Style::new().bg(painter.theme.raised));
            buf.set_string(place.x, place.y + u16::from(each == 3), "▶", painter.theme.title());
        }
        y += each as u16;
    }
    for id in latest_variables(painter, shown_variables) {
        if y >= area.bottom() {
            return;
        }
        if let Some(view) = scene.variable(id) {
            draw_variable(painter, (id, view), names, Rect { y, height: 1, ..area }, buf);
        }
        y += 1;
    }
    let left = all - shown_resources - shown_variables.min(variables);
    if left > 0 && area.height > 0 {
        more(painter, left, Rect { y: area.bottom() - 1, height: 1, ..area }, buf);
    }
}

/// A word on each primitive, for the title of a folded pane.
fn summary<'a>(painter: &Painter<'a>) -> Vec<Span<'a>> {
    let owned = (0..painter.scene.resources.len()).map(ResourceId::at);
    let mut spans = Vec::new();
    for id in owned {
        if let Some(owner) = painter.scene.owner_of(id) {
            spans.push(painter.resource(id));
            spans.push(Span::raw(" "));
            spans.push(painter.chip(owner));
            spans.push(Span::raw(" "));
        }
    }
    spans
}

fn name_width(painter: &Painter<'_>, tall: bool) -> usize {
    let kinds = painter.scene.resources.iter().filter(|_| tall).map(|view| view.kind.name().width());
    let resources = (0..painter.scene.resources.len()).map(|at| painter.names.resource(ResourceId::at(at)).width());
    let variables = painter.scene.known_variables().map(|id| painter.names.variable(id).width());
    resources.chain(variables).chain(kinds).max().unwrap_or(0).clamp(6, NAMES)
}

/// The `count` primitives that changed last, in the order of their making.
fn latest_resources(painter: &Painter<'_>, count: usize) -> Vec<ResourceId> {
    let mut ids: Vec<ResourceId> = (0..painter.scene.resources.len()).map(ResourceId::at).collect();
    if ids.len() > count {
        ids.sort_by_key(|&id| {
            let view = painter.scene.resource(id);
            std::cmp::Reverse(view.map(|view| (!view.waiters.is_empty(), view.changed.map(|(step, ..)| step))))
        });
        ids.truncate(count);
        ids.sort();
    }
    ids
}

fn latest_variables(painter: &Painter<'_>, count: usize) -> Vec<VariableId> {
    let mut ids: Vec<VariableId> = painter.scene.known_variables().collect();
    if ids.len() > count {
        ids.sort_by_key(|&id| std::cmp::Reverse(painter.scene.variable(id).map(|view| view.written)));
        ids.truncate(count);
        ids.sort();
    }
    ids
}

fn draw_resource(
    painter: &Painter<'_>,
    (id, view): (ResourceId, &ResourceView),
    names: usize,
    area: Rect,
    buf: &mut Buffer,
) {
    let tall = area.height >= 3;
    let name = painter.resource(id);
    let row = area.y + u16::from(tall);
    let text = Span::styled(shortened(&name.content, names).into_owned(), name.style);
    buf.set_line(area.x + 1, row, &Line::from(text), names as u16);
    let mut x = area.x + 2 + names as u16;
    let kind = view.kind.name();
    if tall {
        // The kind stands above the name, so that the name is level with the figure.
        buf.set_string(area.x + 1, area.y, cut(kind, names), painter.theme.faint());
    } else if usize::from(area.width) > names + 44 {
        buf.set_string(x, row, format!("{kind:<11}"), painter.theme.faint());
        x += 12;
    }
    let figure = primitive::figure(painter, view);
    figure.draw(Rect { x, width: area.right().saturating_sub(x), ..area }, buf);
}

fn draw_variable(
    painter: &Painter<'_>,
    (id, view): (VariableId, &VariableView),
    names: usize,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = painter.theme;
    let name = shortened(painter.names.variable(id), names).into_owned();
    let pad = " ".repeat(names.saturating_sub(name.width()));
    let value = view.value.map_or_else(|| "?".into(), |value| painter.names.value(value));
    // A new value lights up in the colour of who wrote it, and calms down.
    let part = painter.motion.part(view.written);
    let flash = view.writer.map_or(theme.text, |writer| theme.thread(writer));
    let style = Style::new().fg(theme.text).bg(mix(mix(theme.background, flash, 0.7), theme.background, part));
    let mut spans = vec![
        Span::raw(" "),
        Span::styled(name, Style::new().fg(theme.text).add_modifier(Modifier::BOLD)),
        Span::raw(format!("{pad} ")),
        painter.faint("= "),
        Span::styled(value.into_owned(), style.add_modifier(Modifier::BOLD)),
    ];
    if let Some(writer) = view.writer {
        spans.push(painter.faint("  ◂ "));
        spans.push(painter.thread(writer));
    }
    let line = Line::from(fit(spans, usize::from(area.width)));
    buf.set_line(area.x, area.y, &line, area.width);
}
