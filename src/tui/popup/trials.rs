//! Many runs of the program: a bar for each kind of end, a row for each distinct output. Takes the rectangle that it is
//! given, and nothing else.

use std::time::Duration;

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::{Clear, Widget},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    app::{Action, Board},
    host::Group,
    locale::Locale,
    telling::{kind_sign, kind_word, one_line, summary},
    tui::{
        hit::Hits,
        keymap,
        motion::Motion,
        painter::{Painter, fit, width},
        panel::timeline,
        theme::Theme,
    },
};

/// What takes less time is not worth saying how long it took.
const WORTH_SAYING: Duration = Duration::from_secs(1);

/// The room for bars is no less, in cells.
const LEAST_BAR: u16 = 12;

/// Cells before the words of a row: whether it is chosen, and whether it is as it should be.
const SIGNS: u16 = 6;

/// From so many rows on there is room for the history of a run.
const TALL: u16 = 40;

/// Of a run with more threads the first ones are shown.
const MOST_LANES: usize = 8;

/// Where it is drawn, from the top down.
struct Page<'a> {
    locale: &'a Locale,
    theme: &'a Theme,
    board: &'a Board,
    area: Rect,
    y: u16,
    /// An empty row behind each, where there is room.
    airy: bool,
}

/// Draws the board over an area; what can be clicked comes into the hits.
pub fn draw(
    (locale, theme): (&Locale, &Theme),
    (board, title): (&Board, &str),
    area: Rect,
    (hits, buf): (&mut Hits, &mut Buffer),
) {
    if area.is_empty() {
        return;
    }
    Clear.render(area, buf);
    buf.set_style(area, theme.plain());
    let shown = board.shown();
    let rows = (shown.ends.len() + shown.outputs.len()) as u16;
    // Header, two rows of words, two rules with a row behind each, the last words and the footer.
    let airy = area.height >= 10 + 2 * rows;
    let mut page = Page { locale, theme, board, area, y: area.y, airy };
    page.header(title, buf);
    page.words(buf);
    page.rule("trials-ends", buf);
    page.ends(hits, buf);
    page.rule("trials-outputs", buf);
    page.outputs(hits, buf);
    page.footer(buf);
}

impl Page<'_> {
    /// Puts spans on the next row, if it is above the footer.
    fn put(&mut self, spans: Vec<Span<'_>>, buf: &mut Buffer) -> Option<Rect> {
        let row = Rect { y: self.y, height: 1, ..self.area };
        if self.y + 1 >= self.area.bottom() {
            return None;
        }
        buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(row.width))), row.width);
        self.y += 1;
        Some(row)
    }

    fn header(&mut self, title: &str, buf: &mut Buffer) {
        let theme = self.theme;
        let place = Rect { height: 1, ..self.area };
        buf.set_style(place, Style::new().bg(theme.raised));
        let runs = self.locale.format("trials-runs", &[("runs", self.board.shown().runs.into())]);
        let right = vec![Span::styled(format!("  {runs}{} ", self.time()), Style::new().fg(theme.text))];
        let room = usize::from(place.width).saturating_sub(width(&right));
        let brand = Style::new().fg(theme.background).bg(theme.accent).add_modifier(Modifier::BOLD);
        let title = Span::styled(format!(" {title}"), Style::new().fg(theme.text).add_modifier(Modifier::BOLD));
        buf.set_line(
            place.x,
            place.y,
            &Line::from(fit(vec![Span::styled(" raddle ", brand), title], room)),
            place.width,
        );
        let wide = (width(&right) as u16).min(place.width);
        buf.set_line(place.right() - wide, place.y, &Line::from(right), wide);
        self.y += 1;
    }

    /// How long it has been running, while it does.
    fn time(&self) -> String {
        let took = self.board.took();
        if took < WORTH_SAYING || self.board.is_done() {
            return String::new();
        }
        let seconds = format!("{:.1}", took.as_secs_f64());
        format!("   {}", self.locale.format("trials-seconds", &[("seconds", seconds.into())]))
    }

    /// How it all ended; below it a bar while it runs for long.
    fn words(&mut self, buf: &mut Buffer) {
        let (locale, theme, shown) = (self.locale, self.theme, self.board.shown());
        let edge = || Span::styled("▌ ", Style::new().fg(theme.accent));
        let strong = Style::new().fg(theme.text).add_modifier(Modifier::BOLD);
        let sentence = if shown.runs == 0 { String::new() } else { summary(locale, shown.runs, &shown.ends) };
        self.put(vec![edge(), Span::styled(sentence, strong)], buf);
        let (done, wanted) = (shown.runs, self.board.wanted());
        if self.board.is_done() || self.board.took() < WORTH_SAYING {
            self.put(vec![edge(), Span::styled(locale.text("trials-chance"), Style::new().fg(theme.text))], buf);
            return;
        }
        let words = locale.format("trials-progress", &[("done", done.into()), ("runs", wanted.into())]);
        let room = usize::from(self.area.width).saturating_sub(words.width() + 6);
        let full = (done as usize * room).checked_div(wanted as usize).unwrap_or(room).min(room);
        let spans = vec![
            edge(),
            Span::styled(format!("{words}  "), Style::new().fg(theme.text)),
            Span::styled("━".repeat(full), Style::new().fg(theme.accent)),
            Span::styled("╌".repeat(room - full), Style::new().fg(theme.rule)),
        ];
        self.put(spans, buf);
    }

    fn rule(&mut self, key: &str, buf: &mut Buffer) {
        self.rule_with(&self.locale.text(key), buf);
        self.breathe();
    }

    fn rule_with(&mut self, title: &str, buf: &mut Buffer) {
        let title = format!(" {title} ");
        let rest = usize::from(self.area.width).saturating_sub(title.width() + 1);
        let line = Style::new().fg(self.theme.rule);
        let spans = vec![
            Span::styled("─", line),
            Span::styled(title, self.theme.title()),
            Span::styled("─".repeat(rest), line),
        ];
        self.put(spans, buf);
    }

    fn breathe(&mut self) {
        self.y += u16::from(self.airy);
    }

    fn ends(&mut self, hits: &mut Hits, buf: &mut Buffer) {
        let (locale, groups) = (self.locale, &self.board.shown().ends);
        let names: Vec<String> = groups.iter().map(|group| kind_word(locale, group.kind)).collect();
        let tails: Vec<String> = self.tails(groups, true);
        self.rows(0, (groups, &names, &tails), (hits, buf));
    }

    /// The outputs that there is room for; the chosen one is among them.
    fn outputs(&mut self, hits: &mut Hits, buf: &mut Buffer) {
        let (locale, ends, groups) = (self.locale, self.board.shown().ends.len(), &self.board.shown().outputs);
        let each = 1 + usize::from(self.airy);
        // Below them are the last words and the footer.
        let room = usize::from(self.area.bottom().saturating_sub(self.y + 2 + self.way_rows())) / each;
        let all = groups.len() <= room;
        let room = if all { room } else { room.saturating_sub(1) };
        let chosen = self.board.chosen().saturating_sub(ends);
        let first = (chosen + 1).saturating_sub(room);
        let some = &groups[first.min(groups.len())..(first + room).min(groups.len())];
        let names: Vec<String> = some.iter().map(|group| one_line(locale, group.output.as_deref())).collect();
        let tails = self.tails(some, false);
        self.rows(ends + first, (some, &names, &tails), (hits, &mut *buf));
        if !all {
            let count = groups.len() - some.len();
            let more = locale.format("trials-more-outputs", &[("count", count.into())]);
            self.put(vec![Span::styled(format!("{}{more}", " ".repeat(usize::from(SIGNS))), self.theme.faint())], buf);
        }
        self.way(buf);
        let last = self.area.bottom().saturating_sub(2);
        if self.board.is_done() && self.y <= last {
            self.y = last;
            self.put(vec![Span::styled(format!("   {}", locale.text("trials-no-proof")), self.theme.faint())], buf);
        }
    }

    /// The rows that the history of the chosen run takes, with its title: none where there is little room.
    fn way_rows(&self) -> u16 {
        let threads = self.board.way().filter(|_| self.area.height >= TALL).map(|way| way.scene().threads.len());
        threads.map_or(0, |threads| 2 * (threads.min(MOST_LANES) as u16) + 3)
    }

    /// The history of the shortest run that ends as the chosen row says, in small.
    fn way(&mut self, buf: &mut Buffer) {
        let rows = self.way_rows();
        let (Some(way), Some(group)) = (self.board.way().filter(|_| rows > 0), self.board.chosen_group()) else {
            return;
        };
        let bottom = self.area.bottom().saturating_sub(2);
        if self.y + rows > bottom {
            return;
        }
        self.y = bottom - rows;
        let steps = self.locale.format("trials-steps", &[("steps", group.steps.into())]);
        let kind = kind_word(self.locale, group.kind);
        let seed = group.seed.to_string();
        let arguments = [("kind", kind.into()), ("seed", seed.into()), ("steps", steps.into())];
        self.rule_with(&self.locale.format("trials-way", &arguments), buf);
        let painter = Painter {
            scene: way.scene(),
            names: way.names(),
            locale: self.locale,
            theme: self.theme,
            motion: Motion::STILL,
        };
        let area =
            Rect { x: self.area.x + 3, y: self.y + 1, width: self.area.width.saturating_sub(6), height: rows - 2 };
        timeline::in_small(&painter, way, area, buf);
    }

    /// How many there are, the seed of the shortest, and perhaps its steps; one below the other.
    fn tails(&self, groups: &[Group], steps: bool) -> Vec<String> {
        let seed = |group: &Group| self.locale.format("trials-seed", &[("seed", group.seed.to_string().into())]);
        let counts = columns(groups.iter().map(|group| group.count.to_string()), true);
        let seeds = columns(groups.iter().map(seed), false);
        let lengths = groups.iter().map(|group| self.locale.format("trials-steps", &[("steps", group.steps.into())]));
        let lengths = columns(lengths.map(|length| if steps { format!("  {length}") } else { String::new() }), false);
        counts.zip(seeds).zip(lengths).map(|((count, seed), steps)| format!("  {count}  {seed}{steps} ")).collect()
    }

    /// One row for each group: its sign, its name, its bar and what stands behind it.
    fn rows(
        &mut self,
        first: usize,
        (groups, names, tails): (&[Group], &[String], &[String]),
        (hits, buf): (&mut Hits, &mut Buffer),
    ) {
        let theme = self.theme;
        let tail = tails.iter().map(|tail| tail.width()).max().unwrap_or(0) as u16;
        let free = self.area.width.saturating_sub(SIGNS + tail + 2);
        let widest = names.iter().map(|name| name.width()).max().unwrap_or(0) as u16;
        let label = widest.min(free.saturating_sub(LEAST_BAR));
        let room = free - label;
        for (at, ((group, name), tail)) in (first..).zip(groups.iter().zip(names).zip(tails)) {
            let colour = if group.kind.is_good() { theme.good } else { theme.bad };
            let chosen = at == self.board.chosen();
            let name = fit(vec![Span::styled(name.clone(), Style::new().fg(theme.text))], usize::from(label));
            let pad = usize::from(label).saturating_sub(width(&name)) + 2;
            let cells = bar(group.count, self.board.wanted(), room);
            let mut spans = vec![
                Span::styled(if chosen { " ▶ " } else { "   " }, theme.title()),
                Span::styled(format!("{}  ", kind_sign(group.kind)), Style::new().fg(colour)),
            ];
            spans.extend(name);
            spans.push(Span::raw(" ".repeat(pad)));
            spans.push(Span::styled("█".repeat(usize::from(cells)), Style::new().fg(colour)));
            spans.push(Span::raw(" ".repeat(usize::from(room - cells))));
            spans.push(Span::styled(tail.clone(), Style::new().fg(theme.text)));
            let Some(row) = self.put(spans, buf) else { return };
            if chosen {
                buf.set_style(row, Style::new().bg(theme.raised));
            }
            hits.action(row, Action::ChooseAt(at));
            self.breathe();
        }
    }

    /// The keys of the board; they are those of the table.
    fn footer(&self, buf: &mut Buffer) {
        let row = Rect { y: self.area.bottom() - 1, height: 1, ..self.area };
        let theme = self.theme;
        buf.set_style(row, Style::new().bg(theme.raised));
        let more = self.locale.format("trials-thousand", &[("count", Board::more().into())]);
        let (choose, open) = (self.locale.text("trials-choose"), self.locale.text("trials-open"));
        let keys = [
            (Action::SelectNext, choose),
            (Action::RunSelected, open),
            (Action::RunMany, more),
            (Action::Back, self.locale.text("hint-back")),
            (Action::Quit, self.locale.text("hint-quit")),
        ];
        let mut spans = vec![Span::raw(" ")];
        for (action, word) in keys {
            let Some(label) = keymap::label(action) else { continue };
            spans.push(Span::styled(label, theme.title()));
            spans.push(Span::styled(format!(" {word}  "), Style::new().fg(theme.text)));
        }
        buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(row.width))), row.width);
    }
}

/// How long the bar of so many of all runs is, in cells of the room for it; whatever happened is seen.
fn bar(count: u64, all: u64, room: u16) -> u16 {
    let cells = (count as f64 / all.max(1) as f64 * f64::from(room)).round() as u16;
    cells.max(u16::from(count > 0)).min(room)
}

/// The texts, padded to the width of the widest.
fn columns(texts: impl Iterator<Item = String>, at_the_right: bool) -> impl Iterator<Item = String> {
    let texts: Vec<String> = texts.collect();
    let widest = texts.iter().map(|text| text.width()).max().unwrap_or(0);
    texts.into_iter().map(move |text| {
        let pad = " ".repeat(widest - text.width());
        if at_the_right { pad + &text } else { text + &pad }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_part_and_never_nothing() {
        assert_eq!([0, 1, 50, 100].map(|count| bar(count, 100, 40)), [0, 1, 20, 40]);
        assert_eq!((bar(3, 0, 40), bar(5, 5, 0)), (40, 0));
    }
}
