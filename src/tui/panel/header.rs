//! The first row of the stage: what is on it, whether it plays, and where in the run it is.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use crate::{
    app::Stage,
    choice::Unit,
    telling::names::{duration, printable},
    tui::painter::{Painter, fit, width},
};

/// Draws the row.
pub fn draw(painter: &Painter<'_>, stage: &Stage, area: Rect, buf: &mut Buffer) {
    let theme = painter.theme;
    buf.set_style(area, Style::new().bg(theme.raised));
    let right = right(painter, stage, usize::from(area.width));
    let room = usize::from(area.width).saturating_sub(width(&right) + 1);
    let brand = Style::new().fg(theme.background).bg(theme.accent).add_modifier(Modifier::BOLD);
    let title = stage.scenario().title.get(painter.locale.language()).to_owned();
    let left = vec![
        Span::styled(" raddle ", brand),
        Span::raw(" "),
        Span::styled(title, Style::new().fg(theme.text).add_modifier(Modifier::BOLD)),
    ];
    buf.set_line(area.x, area.y, &Line::from(fit(left, room)), area.width);
    let wide = width(&right) as u16;
    buf.set_line(area.right().saturating_sub(wide), area.y, &Line::from(right), wide);
}

/// What is said at the right: the less important first, so that it can be left out.
fn right<'a>(painter: &Painter<'a>, stage: &Stage, room: usize) -> Vec<Span<'a>> {
    let theme = painter.theme;
    let locale = painter.locale;
    let settings = stage.session().settings();
    let (sign, state, colour) = match stage.is_playing() {
        true => ("▶", "playing", theme.good),
        false => ("❚❚", "paused", theme.warn),
    };
    let parts = [
        Span::styled(format!("{sign} {} ", locale.text(state)), Style::new().fg(colour).add_modifier(Modifier::BOLD)),
        Span::styled(
            format!(
                "{} ",
                locale.format("step-of", &[("step", stage.cursor().0.into()), ("tip", stage.history().tip().0.into())])
            ),
            Style::new().fg(theme.text),
        ),
        Span::styled(format!("· {} ", duration(painter.scene.clock)), Style::new().fg(theme.text)),
        match stage.origin() {
            Some(_) => painter.faint(format!("· {} ", locale.text("real-run"))),
            None => painter.faint(format!("· {} ", locale.text(unit_key(settings.unit)))),
        },
        driver(painter, stage),
        painter.faint(format!("· {} ", locale.format("speed", &[("speed", u32::from(stage.speed().number()).into())]))),
    ];
    let mut spans = Vec::new();
    for part in parts {
        if width(&spans) + part.width() + 26 > room && !spans.is_empty() {
            break;
        }
        spans.push(part);
    }
    spans
}

/// Who decides who goes next.
fn driver<'a>(painter: &Painter<'a>, stage: &Stage) -> Span<'a> {
    let (locale, settings) = (painter.locale, stage.session().settings());
    if stage.live().is_some() {
        let text = locale.format("live", &[("count", stage.kernel_threads().into())]);
        return Span::styled(format!("· {text} "), Style::new().fg(painter.theme.good).add_modifier(Modifier::BOLD));
    }
    if let Some(origin) = stage.origin() {
        let host = if origin.host.is_empty() { &origin.by } else { &origin.host };
        return Span::styled(format!("· {} ", printable(host)), Style::new().fg(painter.theme.text));
    }
    let arguments = [("policy", settings.policy.name().into()), ("seed", settings.seed.to_string().into())];
    let cores = settings.hardware.map_or_else(String::new, |hardware| {
        let key = if hardware.gil.is_some() { "cores-locked" } else { "cores-free" };
        format!("· {} ", locale.format(key, &[("count", u32::from(hardware.cores).into())]))
    });
    painter.faint(format!("· {} {cores}", locale.format("seed", &arguments)))
}

/// The message for a unit.
#[must_use]
pub const fn unit_key(unit: Unit) -> &'static str {
    match unit {
        Unit::Operation => "unit-operation",
        Unit::Line => "unit-line",
        Unit::Instruction => "unit-instruction",
    }
}
