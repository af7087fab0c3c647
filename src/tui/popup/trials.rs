//! Many runs of the program: a bar for each kind of end, a row for each distinct output. Takes the rectangle that it is
//! given, and nothing else.

use std::time::Duration;

use ratatui::{buffer::Buffer, layout::Rect, style::Style, text::Span};
use unicode_width::UnicodeWidthStr;

use super::page::Page;
use crate::{
    app::{Action, Board},
    host::Group,
    locale::Locale,
    telling::{kind_sign, kind_word, one_line, summary},
    tui::{
        hit::Hits,
        motion::Motion,
        painter::{Painter, apart, width},
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

/// What is drawn, and on what.
struct Tallies<'a> {
    page: Page<'a>,
    board: &'a Board,
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
    let shown = board.shown();
    let rows = shown.ends.len() + shown.outputs.len();
    // Header, two rows of words, two rules with a row behind each, the last words and the footer.
    let mut tallies = Tallies { page: Page::new((locale, theme), area, 10 + 2 * rows, buf), board };
    let runs = locale.format("trials-runs", &[("runs", shown.runs.into())]);
    tallies.page.header(title, &format!("{runs}{}", tallies.time()), buf);
    tallies.words(buf);
    tallies.rule("trials-ends", buf);
    tallies.ends(hits, buf);
    tallies.rule("trials-outputs", buf);
    tallies.outputs(hits, buf);
    tallies.footer(buf);
}

impl Tallies<'_> {
    /// How long it has been running, while it does.
    fn time(&self) -> String {
        let took = self.board.took();
        if took < WORTH_SAYING || self.board.is_done() {
            return String::new();
        }
        let seconds = format!("{:.1}", took.as_secs_f64());
        format!("   {}", self.page.locale.format("trials-seconds", &[("seconds", seconds.into())]))
    }

    /// How it all ended; below it a bar while it runs for long.
    fn words(&mut self, buf: &mut Buffer) {
        let (locale, theme, shown) = (self.page.locale, self.page.theme, self.board.shown());
        let sentence = if shown.runs == 0 { String::new() } else { summary(locale, shown.runs, &shown.ends) };
        self.page.words([self.page.strong(sentence)], buf);
        let (done, wanted) = (shown.runs, self.board.wanted());
        if self.board.is_done() || self.board.took() < WORTH_SAYING {
            self.page.words([self.page.plain(locale.text("trials-chance"))], buf);
            return;
        }
        let words = locale.format("trials-progress", &[("done", done.into()), ("runs", wanted.into())]);
        let room = usize::from(self.page.area.width).saturating_sub(words.width() + 6);
        let full = (done as usize * room).checked_div(wanted as usize).unwrap_or(room).min(room);
        let spans = [
            self.page.plain(format!("{words}  ")),
            Span::styled("━".repeat(full), Style::new().fg(theme.accent)),
            Span::styled("╌".repeat(room - full), Style::new().fg(theme.rule)),
        ];
        self.page.words(spans, buf);
    }

    fn rule(&mut self, key: &str, buf: &mut Buffer) {
        self.page.rule(&self.page.locale.text(key), buf);
        self.page.breathe();
    }

    fn ends(&mut self, hits: &mut Hits, buf: &mut Buffer) {
        let (locale, groups) = (self.page.locale, &self.board.shown().ends);
        let names: Vec<String> = groups.iter().map(|group| kind_word(locale, group.kind)).collect();
        let tails: Vec<String> = self.tails(groups, true);
        self.rows(0, (groups, &names, &tails), (hits, buf));
    }

    /// The outputs that there is room for; the chosen one is among them.
    fn outputs(&mut self, hits: &mut Hits, buf: &mut Buffer) {
        let (locale, ends, groups) = (self.page.locale, self.board.shown().ends.len(), &self.board.shown().outputs);
        let each = 1 + usize::from(self.page.airy);
        // Below them are the last words and the footer.
        let room = usize::from(self.page.area.bottom().saturating_sub(self.page.y + 2 + self.way_rows())) / each;
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
            self.page.put(
                vec![Span::styled(format!("{}{more}", " ".repeat(usize::from(SIGNS))), self.page.theme.faint())],
                buf,
            );
        }
        self.way(buf);
        let last = self.page.area.bottom().saturating_sub(2);
        if self.board.is_done() && self.page.y <= last {
            self.page.y = last;
            self.page.put(
                vec![Span::styled(format!("   {}", locale.text("trials-no-proof")), self.page.theme.faint())],
                buf,
            );
        }
    }

    /// The rows that the history of the chosen run takes, with its title: none where there is little room.
    fn way_rows(&self) -> u16 {
        let threads = self.board.way().filter(|_| self.page.area.height >= TALL).map(|way| way.scene().threads.len());
        threads.map_or(0, |threads| 2 * (threads.min(MOST_LANES) as u16) + 3)
    }

    /// The history of the shortest run that ends as the chosen row says, in small.
    fn way(&mut self, buf: &mut Buffer) {
        let rows = self.way_rows();
        let (Some(way), Some(group)) = (self.board.way().filter(|_| rows > 0), self.board.chosen_group()) else {
            return;
        };
        let bottom = self.page.area.bottom().saturating_sub(2);
        if self.page.y + rows > bottom {
            return;
        }
        self.page.y = bottom - rows;
        let steps = self.page.locale.format("trials-steps", &[("steps", group.steps.into())]);
        let kind = kind_word(self.page.locale, group.kind);
        let seed = group.seed.to_string();
        let arguments = [("kind", kind.into()), ("seed", seed.into()), ("steps", steps.into())];
        self.page.rule(&self.page.locale.format("trials-way", &arguments), buf);
        let painter = Painter {
            scene: way.scene(),
            names: way.names(),
            locale: self.page.locale,
            theme: self.page.theme,
            motion: Motion::STILL,
        };
        let area = Rect {
            x: self.page.area.x + 3,
            y: self.page.y + 1,
            width: self.page.area.width.saturating_sub(6),
            height: rows - 2,
        };
        timeline::in_small(&painter, way, (area, 2), buf);
    }

    /// How many there are, the seed of the shortest, and perhaps its steps; one below the other.
    fn tails(&self, groups: &[Group], steps: bool) -> Vec<String> {
        let seed = |group: &Group| self.page.locale.format("trials-seed", &[("seed", group.seed.to_string().into())]);
        let counts = columns(groups.iter().map(|group| group.count.to_string()), true);
        let seeds = columns(groups.iter().map(seed), false);
        let lengths =
            groups.iter().map(|group| self.page.locale.format("trials-steps", &[("steps", group.steps.into())]));
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
        let theme = self.page.theme;
        let tail = tails.iter().map(|tail| tail.width()).max().unwrap_or(0) as u16;
        let free = self.page.area.width.saturating_sub(SIGNS + tail + 2);
        let widest = names.iter().map(|name| name.width()).max().unwrap_or(0) as u16;
        let label = widest.min(free.saturating_sub(LEAST_BAR));
        let room = free - label;
        let names = apart(names, usize::from(label));
        for (at, ((group, name), tail)) in (first..).zip(groups.iter().zip(names).zip(tails)) {
            let colour = if group.kind.is_good() { theme.good } else { theme.bad };
            let chosen = at == self.board.chosen();
            let name = vec![Span::styled(name, Style::new().fg(theme.text))];
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
            let Some(row) = self.page.put(spans, buf) else { return };
            if chosen {
                buf.set_style(row, Style::new().bg(theme.raised));
            }
            hits.action(row, Action::ChooseAt(at));
            self.page.breathe();
        }
    }

    fn footer(&self, buf: &mut Buffer) {
        let locale = self.page.locale;
        let keys = [
            (Action::SelectNext, locale.text("trials-choose")),
            (Action::RunSelected, locale.text("trials-open")),
            (Action::RunMany, locale.format("trials-thousand", &[("count", Board::more().into())])),
        ];
        self.page.footer(&keys, buf);
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
