//! What is shared: the primitives, each drawn as what it is, the shared variables in columns, and all threads where there are too
//! many for a row each. How large things are drawn follows from what there will be, so that nothing moves when it comes.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use super::{crowd, more, opening, table::View, title};
use crate::{
    app::{Action, Stage},
    event::ResourceKind,
    ids::{ResourceId, VariableId},
    scenario::Pane,
    scene::{ResourceView, Scene, VariableView},
    tui::{
        hit::Hits,
        painter::{Painter, distinct, fit, value_cut},
        primitive::{self, Label, Measure, Size},
        theme::mix,
    },
};

/// Whether there is anything to draw.
#[must_use]
pub fn wanted(stage: &Stage) -> bool {
    let (scene, named) = (stage.scene(), &stage.scenario().panes);
    if opening::wanted(stage) || named.contains(&Pane::Resources) || !scene.resources.is_empty() {
        return true;
    }
    // Where there are no primitives, and never will be, another pane of the picture shows the variables, or shows more than that
    // there are none.
    let Some(forecast) = stage.forecast().filter(|forecast| forecast.things.is_empty()) else { return true };
    let told = |pane: &Pane| matches!(pane, Pane::Memory | Pane::AddressSpaces);
    let has_variables = forecast.variables > 0 || scene.known_variables().next().is_some();
    let pictured =
        |pane: &Pane| !pane.always_stands() && !matches!(pane, Pane::Graph | Pane::SideBySide | Pane::StateMap);
    !(named.iter().any(told) || !has_variables && named.iter().any(pictured))
}

/// Draws the pane.
pub fn draw(view: &View<'_>, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let View { painter, stage, .. } = *view;
    if area.height > 1 && opening::wanted(stage) {
        return opening::draw(view, area, buf);
    }
    let summary = if area.height == 1 { held(painter) } else { Vec::new() };
    let mut area = title(painter, &view.title, summary, area, buf);
    if area.height == 0 {
        return;
    }
    let crowd = if crowd::wanted(view) { crowd::draw(painter, stage.threads_expected(), area, buf) } else { 0 };
    area.height -= crowd;
    let picture = Picture::of(view, area, crowd > 0);
    if picture.things.is_empty() && picture.variables.is_empty() {
        let text = Line::from(painter.faint(painter.word("nothing-shared")));
        buf.set_line(area.x + 1, area.y, &text, area.width.saturating_sub(1));
        return;
    }
    for (id, place) in picture.draw(buf) {
        hits.action(place, Action::SelectThing(id));
        if stage.thing() == Some(id) {
            buf.set_string(place.x, place.y + place.height / 2, "▶", painter.theme.title());
        }
    }
}

/// Who holds what, for the title of a folded pane.
fn held<'a>(painter: &Painter<'a>) -> Vec<Span<'a>> {
    let mut spans = Vec::new();
    for id in (0..painter.scene.resources.len()).map(ResourceId::at) {
        if let Some(owner) = painter.scene.owner_of(id) {
            spans.extend([painter.resource(id), Span::raw(" "), painter.chip(owner), Span::raw(" ")]);
        }
    }
    spans
}

/// What is drawn where.
struct Picture<'a> {
    painter: &'a Painter<'a>,
    area: Rect,
    /// The primitives with what they are called here.
    things: Vec<(ResourceId, String)>,
    variables: Vec<(VariableId, String)>,
    measure: Measure,
    sizes: Sizes,
    /// Blank rows before each thing.
    gap: u16,
}

/// How large things with a heading are drawn, and those with their name beside them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Sizes {
    headed: Size,
    beside: Size,
}

impl Sizes {
    /// From the largest to the smallest.
    const ALL: [Self; 7] = [
        Self { headed: Size::Large, beside: Size::Large },
        Self { headed: Size::Full, beside: Size::Full },
        Self { headed: Size::Box, beside: Size::Box },
        Self { headed: Size::Full, beside: Size::Line },
        Self { headed: Size::Box, beside: Size::Line },
        Self { headed: Size::Line, beside: Size::Box },
        Self { headed: Size::Line, beside: Size::Line },
    ];

    /// What is drawn beside a crowd where there are few rows.
    const CROWDED: Self = Self { headed: Size::Box, beside: Size::Line };

    fn of(self, kind: ResourceKind) -> Size {
        if primitive::is_headed(kind) { self.headed } else { self.beside }
    }

    fn rows(self, things: &[(ResourceKind, u32)]) -> u16 {
        let rows = things.iter().map(|&(kind, limit)| primitive::rows(kind, limit, self.of(kind)));
        rows.fold(0, u16::saturating_add)
    }
}

/// The things that there will be: those that are there, and those that a dry run came to.
fn expected(stage: &Stage) -> Vec<(ResourceKind, u32)> {
    let mut things: Vec<_> = stage.scene().resources.iter().map(|view| (view.kind, view.limit)).collect();
    let foreseen = stage.forecast().map_or(&[][..], |forecast| &forecast.things);
    things.extend(foreseen.iter().skip(things.len()));
    things
}

/// Shared variables that are more than a name for a thing that is drawn anyhow.
fn variables(painter: &Painter<'_>) -> Vec<VariableId> {
    let scene = painter.scene;
    let things: Vec<_> = (0..scene.resources.len()).map(|at| painter.names.resource(ResourceId::at(at))).collect();
    let is_thing = |&id: &VariableId| {
        // A list of things of which each is drawn.
        let inside = format!("{}[", painter.names.variable(id));
        if things.iter().any(|name| name.starts_with(&inside)) {
            return true;
        }
        let value = scene.variable(id).and_then(|view| view.value).map(|value| painter.names.value(value));
        value.is_some_and(|text| text.starts_with('<')) && things.iter().any(|name| name == painter.names.variable(id))
    };
    scene.known_variables().filter(|id| !is_thing(id)).collect()
}

impl<'a> Picture<'a> {
    /// The picture in this area; beside a crowd, what the threads crowd around is drawn as a box before all others.
    fn of(view: &View<'a>, area: Rect, crowded: bool) -> Self {
        let View { painter, stage, .. } = *view;
        let scene = painter.scene;
        let ids: Vec<ResourceId> = (0..scene.resources.len()).map(ResourceId::at).collect();
        let names: Vec<String> = ids.iter().map(|&id| painter.names.resource(id).into_owned()).collect();
        let widest = (usize::from(area.width) / 3).clamp(6, 20);
        let known = variables(painter);
        let variable_names: Vec<String> = known.iter().map(|&id| painter.names.variable(id).to_owned()).collect();
        let short = distinct(&names, widest).into_iter().map(|name| format!("[{name}]"));
        let things = expected(stage);
        // There is room for the variables that there will be, but they never take more than half.
        let lines = known.len().max(stage.forecast().map_or(0, |forecast| forecast.variables));
        let lines = lines.min(usize::from(area.height.div_ceil(2)));
        let fits = |sizes: &Sizes| {
            let large = sizes.headed == Size::Large;
            let rows = sizes.rows(&things).saturating_add(lines as u16 + u16::from(large));
            let headed: Vec<_> = things.iter().copied().filter(|&(kind, _)| primitive::is_headed(kind)).collect();
            let enough = crowded && *sizes == Sizes::CROWDED && !headed.is_empty() && sizes.rows(&headed) < area.height;
            enough || rows <= area.height && (!large || area.width >= 70 && area.height >= 20)
        };
        let sizes = Sizes::ALL.into_iter().find(fits).unwrap_or(Sizes::ALL[6]);
        let left = area.height.saturating_sub(sizes.rows(&things) + lines as u16);
        let most = match area.height {
            20.. => 4,
            15.. => 2,
            _ => 1,
        };
        // One gap before each thing, and one before the variables.
        let gaps = things.len() as u16 + u16::from(lines > 0);
        let gap = left.checked_div(gaps).unwrap_or(0).min(most);
        let mut picture = Self {
            painter,
            area,
            things: ids.into_iter().zip(short).collect(),
            variables: known.into_iter().zip(distinct(&variable_names, widest + 2)).collect(),
            measure: measure(stage, painter, area, &things),
            sizes,
            gap: if sizes.beside == Size::Line && sizes.headed == Size::Line { 0 } else { gap },
        };
        picture.measure.name = picture.things.iter().map(|(_, name)| name.width()).max().unwrap_or(0);
        picture
    }

    /// Draws it; returns where each thing stands.
    fn draw(&self, buf: &mut Buffer) -> Vec<(ResourceId, Rect)> {
        let rows = usize::from(self.area.height);
        let lines = self.sizes.rows(&self.kinds());
        let (things, variables) = match rows.checked_sub(usize::from(lines)) {
            Some(left) if left >= self.variables.len() => (self.all(), self.variables.len()),
            // The last row says how many are left out.
            Some(left) if left >= 2 => (self.all(), left - 1),
            _ => self.chosen(rows),
        };
        let mut y = self.area.y;
        let mut places = Vec::new();
        for &at in &things {
            let (id, name) = &self.things[at];
            let Some(view) = self.painter.scene.resource(*id) else { continue };
            let size = self.sizes.of(view.kind);
            let high = primitive::rows(view.kind, view.limit, size);
            y += self.gap_before(view.kind, y);
            let place = Rect { y, height: high.min(self.area.bottom().saturating_sub(y)), ..self.area };
            self.draw_thing(view, name, size, place, buf);
            places.push((*id, place));
            y += high;
        }
        if variables > 0 {
            let spare = self.area.bottom().saturating_sub(y + variables as u16);
            y += if y > self.area.y { self.gap.min(2).min(spare) } else { 0 };
            self.draw_variables(variables, Rect { y, height: self.area.bottom().saturating_sub(y), ..self.area }, buf);
        }
        let left = self.things.len() + self.variables.len() - things.len() - variables;
        if left > 0 {
            more(
                self.painter,
                left,
                Rect { x: self.area.x + 1, y: self.area.bottom() - 1, height: 1, ..self.area },
                buf,
            );
        }
        places
    }

    fn kinds(&self) -> Vec<(ResourceKind, u32)> {
        self.painter.scene.resources.iter().map(|view| (view.kind, view.limit)).collect()
    }

    fn all(&self) -> Vec<usize> {
        (0..self.things.len()).collect()
    }

    /// A heading may stand in the first row; a box has air above it.
    fn gap_before(&self, kind: ResourceKind, y: u16) -> u16 {
        if y == self.area.y && primitive::is_headed(kind) && self.sizes.headed < Size::Large { 0 } else { self.gap }
    }

    /// Which things, and how many variables, where there are too few rows for all: boxes with a heading, then what is held,
    /// wanted, changed last. The last row says how many are left out.
    fn chosen(&self, rows: usize) -> (Vec<usize>, usize) {
        let shown = rows.saturating_sub(1);
        let flat = self.sizes == Sizes::ALL[6];
        let variables = if flat { (shown / 3).max(shown.saturating_sub(self.things.len())) } else { 0 };
        let mut left = shown - self.variables.len().min(variables);
        let mut order = self.all();
        let view_of = |at: usize| self.painter.scene.resource(self.things[at].0);
        order.sort_by_key(|&at| {
            let rank = view_of(at).map(|view| {
                let boxed = primitive::is_headed(view.kind) && self.sizes.headed != Size::Line;
                let held = !view.state.holders().is_empty();
                (boxed, held, !view.waiters.is_empty(), view.changed.map(|(step, ..)| step))
            });
            std::cmp::Reverse(rank)
        });
        let mut fits = |at: &usize| {
            let rows = view_of(*at).map_or(0, |view| self.sizes.rows(&[(view.kind, view.limit)]));
            let fits = usize::from(rows) <= left;
            left -= if fits { usize::from(rows) } else { 0 };
            fits
        };
        let mut things: Vec<usize> = order.into_iter().filter(|at| fits(at)).collect();
        things.sort_unstable();
        let taken: u16 =
            things.iter().filter_map(|&at| view_of(at)).map(|view| self.sizes.rows(&[(view.kind, view.limit)])).sum();
        (things, self.variables.len().min(shown - usize::from(taken)))
    }

    fn draw_thing(&self, view: &ResourceView, name: &str, size: Size, area: Rect, buf: &mut Buffer) {
        let measure = Measure { size, ..self.measure };
        let figure = primitive::figure(self.painter, view, &measure);
        let kind = self.kind(view.kind, size);
        let label = Label { name, kind: &kind, heading: primitive::is_headed(view.kind) };
        figure.draw(self.painter, label, &measure, area, buf);
    }

    /// What kind of thing it is; on a large screen also in which order a queue gives its items.
    fn kind(&self, kind: ResourceKind, size: Size) -> String {
        let order = match kind {
            ResourceKind::Queue | ResourceKind::SimpleQueue => "picture-first-in-first-out",
            ResourceKind::LifoQueue => "picture-last-in-first-out",
            ResourceKind::PriorityQueue => "picture-lowest-first",
            _ => return kind.name().to_owned(),
        };
        if size == Size::Large {
            [kind.name(), &*self.painter.word("comma"), &*self.painter.word(order)].concat()
        } else {
            kind.name().to_owned()
        }
    }

    /// The variables that were written last, in the order in which they were first spoken of: name, value, who wrote it, when.
    fn draw_variables(&self, count: usize, area: Rect, buf: &mut Buffer) {
        let scene = self.painter.scene;
        let mut shown: Vec<usize> = (0..self.variables.len()).collect();
        if count < shown.len() {
            shown.sort_by_key(|&at| std::cmp::Reverse(scene.variable(self.variables[at].0).map(|view| view.written)));
            shown.truncate(count);
            shown.sort_unstable();
        }
        let margin = if self.sizes.headed == Size::Large { 3 } else { 1 };
        let names = self.variables.iter().map(|(_, name)| name.width()).max().unwrap_or(0).max(self.measure.name);
        let values: Vec<String> = shown.iter().map(|&at| value(self.painter, self.variables[at].0)).collect();
        let room = usize::from(area.width).saturating_sub(margin + names + 2);
        let who = usize::from(area.width) >= 55;
        let step = |id: VariableId| {
            let written = scene.variable(id).map_or(0, |view| view.written.0);
            self.painter.locale.format("picture-step", &[("step", written.to_string().into())]).width()
        };
        let step = shown.iter().map(|&at| step(self.variables[at].0)).max().unwrap_or(0);
        let behind = step + 4 + if who { self.measure.tag } else { 4 };
        let most = room.saturating_sub(behind).max(4);
        let widest = values.iter().map(|text| text.width()).max().unwrap_or(0).clamp(4, most);
        for ((y, &at), text) in (area.y..area.bottom()).zip(&shown).zip(values) {
            let (id, name) = &self.variables[at];
            let Some(view) = scene.variable(*id) else { continue };
            let spans = self.variable(view, (name, names), (&text, widest), who);
            let line = Line::from(fit(spans, usize::from(area.width).saturating_sub(margin)));
            buf.set_line(area.x + margin as u16, y, &line, area.width - margin as u16);
        }
    }

    fn variable(
        &self,
        view: &VariableView,
        (name, names): (&str, usize),
        (text, widest): (&str, usize),
        who: bool,
    ) -> Vec<Span<'a>> {
        let (painter, theme) = (self.painter, self.painter.theme);
        // A new value lights up in the colour of who wrote it, and calms down.
        let part = painter.motion.part(view.written);
        let flash = view.writer.map_or(theme.text, |writer| theme.thread(writer));
        let style = Style::new().fg(theme.text).bg(mix(mix(theme.background, flash, 0.7), theme.background, part));
        let text = value_cut(text, widest);
        let pad = |wide: usize, text: &str| " ".repeat(wide.saturating_sub(text.width()));
        let mut spans = vec![
            Span::styled(name.to_owned(), Style::new().fg(theme.text)),
            Span::raw(pad(names, name) + "  "),
            Span::styled(text.clone(), style.add_modifier(Modifier::BOLD)),
            Span::raw(pad(widest, &text) + "  "),
        ];
        match view.writer {
            Some(writer) => {
                let chip = if who { painter.tag(writer) } else { painter.chip(writer) };
                let wide = if who { self.measure.tag } else { 4 };
                let blanks = pad(wide, &chip.content);
                let step = painter.locale.format("picture-step", &[("step", view.written.0.to_string().into())]);
                spans.extend([chip, Span::raw(blanks + "  "), painter.faint(step)]);
            }
            None => spans.push(painter.faint(painter.word("picture-start"))),
        }
        spans
    }
}

/// What a variable is worth, as it is shown.
fn value(painter: &Painter<'_>, id: VariableId) -> String {
    let value = painter.scene.variable(id).and_then(|view| view.value.or(view.initial));
    value.map_or_else(|| "·".to_owned(), |value| plain(&painter.names.value(value)))
}

/// The text of a value without what means nothing to a viewer: `Semaphore` for `<threading.Semaphore at 0x7f10: value 2>`.
fn plain(text: &str) -> String {
    let mut text = text.to_owned();
    while let Some(at) = text.find(" at 0x") {
        let Some(start) = text[..at].rfind('<') else { break };
        let end = text[at..].find('>').map_or(text.len(), |end| at + end + 1);
        let words: Vec<&str> = text[start + 1..at].split(' ').filter(|&word| word != "object").collect();
        let name = words.last().map_or("", |word| word.rsplit('.').next().unwrap_or(word));
        let name = if name == "lock" { "Lock".to_owned() } else { name.to_owned() };
        text.replace_range(start..end, &name);
    }
    text
}

/// What all things of the picture have in common.
fn measure(stage: &Stage, painter: &Painter<'_>, area: Rect, things: &[(ResourceKind, u32)]) -> Measure {
    let scene: &Scene = painter.scene;
    let known = (1..scene.threads.len()).map(|at| painter.tag(crate::ids::ThreadId::at(at)).width());
    let forecast = stage.forecast();
    let digits = stage.threads_expected().to_string().len();
    let foreseen = forecast.map_or(&[][..], |forecast| &forecast.names).iter();
    let foreseen = foreseen.map(|name| crate::telling::names::brief(name).width() + digits + 3);
    let there = |view: &'_ ResourceView| {
        let waiters = view.waiters.iter().map(|waiter| waiter.thread);
        view.state.holders().iter().copied().chain(waiters).collect::<Vec<_>>()
    };
    let holders = scene.resources.iter().flat_map(there).map(|thread| painter.tag(thread).width());
    Measure {
        name: 0,
        tag: known.chain(foreseen).chain(holders).max().unwrap_or(0).clamp(5, 24),
        item: forecast.map_or(1, |forecast| forecast.item.trim_matches('\'').width()),
        kind: things.iter().map(|(kind, _)| kind.name().width()).max().unwrap_or(0),
        cells: usize::from(area.width),
        threads: stage.threads_expected(),
        size: Size::Line,
    }
}

#[cfg(test)]
#[path = "resources_tests.rs"]
mod tests;
