//! The first row of the stage: what is on it, whether it plays, and where in the run it is.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};

use crate::{
    app::{Speed, Stage},
    choice::Unit,
    host::Settings,
    machine::{Printing, Rules, Switching},
    telling::names::{duration, printable},
    tui::painter::{Painter, fit, width},
};

/// Draws the row.
pub fn draw(painter: &Painter<'_>, stage: &Stage, touring: bool, area: Rect, buf: &mut Buffer) {
    let theme = painter.theme;
    let right = right(painter, stage, touring, usize::from(area.width));
    let room = usize::from(area.width).saturating_sub(width(&right) + 2);
    let title = stage.scenario().title.get(painter.locale.language()).to_owned();
    let left = vec![
        Span::styled(" raddle  ", theme.title()),
        Span::styled(title, Style::new().fg(theme.text).add_modifier(Modifier::BOLD)),
    ];
    buf.set_line(area.x, area.y, &Line::from(fit(left, room)), area.width);
    let wide = width(&right) as u16;
    buf.set_line(area.right().saturating_sub(wide), area.y, &Line::from(right), wide);
}

/// What is said at the right, three blanks between: who decides, if it is not as it always is; the step, the time, the state.
fn right<'a>(painter: &Painter<'a>, stage: &Stage, touring: bool, room: usize) -> Vec<Span<'a>> {
    let mut parts = settings(painter, stage);
    parts.push(Span::styled(step(painter, stage), Style::new().fg(painter.theme.text)));
    parts.push(painter.faint(duration(painter.scene.clock)));
    parts.push(state(painter, stage, touring));
    // What is said of the settings gives way first.
    let wide = |parts: &[Span<'_>]| parts.iter().map(|part| part.width() + 3).sum::<usize>();
    while parts.len() > 3 && wide(&parts) + 26 > room {
        parts.remove(0);
    }
    let mut spans = Vec::new();
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            spans.push(Span::raw("   "));
        }
        spans.push(part);
    }
    spans.push(Span::raw(" "));
    spans
}

fn step(painter: &Painter<'_>, stage: &Stage) -> String {
    let (cursor, tip) = (stage.cursor(), stage.history().tip());
    if cursor == tip && stage.end().is_none() {
        return painter.locale.format("step", &[("step", cursor.0.into())]);
    }
    painter.locale.format("step-of", &[("step", cursor.0.into()), ("tip", tip.0.into())])
}

fn state<'a>(painter: &Painter<'a>, stage: &Stage, touring: bool) -> Span<'a> {
    let key = match (stage.is_playing(), stage.end()) {
        // A tour goes on by itself, also while it lets one read.
        _ if touring => "touring",
        _ if stage.challenge().is_some() => "challenged",
        (_, None) if stage.question(painter.locale).is_some() => "asks",
        (true, _) => "playing",
        (false, Some(_)) => "at-the-end",
        (false, None) => "paused",
    };
    Span::styled(painter.word(key), Style::new().fg(painter.theme.text))
}

/// How it runs, where that is not as it always is.
fn settings<'a>(painter: &Painter<'a>, stage: &Stage) -> Vec<Span<'a>> {
    let (locale, settings, usual) = (painter.locale, stage.session().settings(), Settings::default());
    let mut parts = Vec::new();
    if stage.origin().is_some() {
        parts.push(painter.faint(locale.text("real-run")));
    } else if settings.unit != usual.unit {
        parts.push(painter.faint(locale.text(unit_key(settings.unit))));
    }
    let has_settings =
        (settings.policy, settings.seed, settings.hardware) != (usual.policy, usual.seed, usual.hardware);
    if stage.live().is_some() || stage.origin().is_some() || has_settings {
        parts.push(driver(painter, stage));
    }
    if stage.origin().is_none() {
        parts.extend(rules(painter, settings.rules));
    }
    if stage.speed() != Speed::default() {
        parts.push(painter.faint(locale.format("speed", &[("speed", u32::from(stage.speed().number()).into())])));
    }
    parts
}

/// The rules of the machine, where they are not as they always are.
fn rules<'a>(painter: &Painter<'a>, rules: Rules) -> Vec<Span<'a>> {
    let switching = match rules.switching {
        Switching::Anywhere => None,
        Switching::Calls => Some("switching-calls"),
        Switching::Count => Some("switching-count"),
    };
    let printing = (rules.printing == Printing::Torn).then_some("printing-torn");
    let spurious = rules.spurious.then_some("spurious-on");
    [switching, printing, spurious].into_iter().flatten().map(|key| painter.faint(painter.locale.text(key))).collect()
}

/// Who decides who goes next.
fn driver<'a>(painter: &Painter<'a>, stage: &Stage) -> Span<'a> {
    let (locale, settings) = (painter.locale, stage.session().settings());
    if stage.live().is_some() {
        let text = locale.format("live", &[("count", stage.kernel_threads().into())]);
        return Span::styled(text, Style::new().fg(painter.theme.good).add_modifier(Modifier::BOLD));
    }
    if let Some(origin) = stage.origin() {
        let host = if origin.host.is_empty() { &origin.by } else { &origin.host };
        return Span::styled(printable(host), Style::new().fg(painter.theme.text));
    }
    let arguments = [("policy", settings.policy.name().into()), ("seed", settings.seed.to_string().into())];
    let cores = settings.hardware.map_or_else(String::new, |hardware| {
        let key = if hardware.gil.is_some() { "cores-locked" } else { "cores-free" };
        format!("   {}", locale.format(key, &[("count", u32::from(hardware.cores).into())]))
    });
    painter.faint(format!("{}{cores}", locale.format("seed", &arguments)))
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
