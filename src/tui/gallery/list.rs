//! The list at the left: the chapters with how far the viewer has come, and the scenarios of those that are unfolded; or
//! what was found.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    app::{Action, App, Entry, Fold},
    scenario::{Chapter, Scenario},
    tui::{
        hit::Hits,
        painter::{cut, fit},
        theme::Theme,
    },
};

/// So many scenarios of an unfolded chapter are shown at least.
const FEWEST: usize = 3;

/// Where the titles begin, in cells from the left.
const TITLES: u16 = 7;

/// Who has met a scenario's challenge sees this behind its title.
pub const SOLVED: &str = "★";

/// In a row that is no wider, names have the room of the dots that show how much was seen.
const DOTTED: u16 = 50;

/// A row of the list as it is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Row {
    /// The entry of this place.
    Entry(usize),
    /// So many scenarios of a chapter are not shown.
    More(usize),
}

/// Draws the list, scrolled so that the chosen row can be seen.
pub fn draw(app: &App, theme: &Theme, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let gallery = app.gallery();
    if gallery.entries().is_empty() {
        let text = Line::styled(app.locale().text("nothing-found"), theme.faint());
        buf.set_line(area.x + 1, area.y, &text, area.width.saturating_sub(1));
        return;
    }
    let visible = usize::from(area.height);
    let rows = rows(gallery.entries(), |chapter| gallery.fold_of(chapter), gallery.chosen_at(), visible);
    let at = rows.iter().position(|row| *row == Row::Entry(gallery.chosen_at())).unwrap_or(0);
    let first = if rows.len() <= visible || at < visible * 2 / 3 {
        0
    } else {
        (at - visible / 2).min(rows.len().saturating_sub(visible))
    };
    let mut list = List { app, theme, hits, buf };
    for (y, row) in (area.y..area.bottom()).zip(rows.iter().skip(first)) {
        let place = Rect { y, height: 1, ..area };
        match *row {
            Row::Entry(at) => list.entry(at, place),
            Row::More(count) => list.more(count, place),
        }
    }
    if !gallery.is_whole() {
        list.advice(Rect {
            y: area.y + rows.len().min(visible) as u16,
            height: visible.saturating_sub(rows.len()) as u16,
            ..area
        });
    }
}

/// The rows: where there is no room for all, only some scenarios of the chapters that are unfolded briefly are shown, those
/// about the chosen one.
fn rows(entries: &[Entry], fold: impl Fn(usize) -> Fold, chosen: usize, visible: usize) -> Vec<Row> {
    let all: Vec<Row> = (0..entries.len()).map(Row::Entry).collect();
    let mut over = entries.len().saturating_sub(visible);
    if over == 0 {
        return all;
    }
    let mut rows = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        let Entry::Chapter(chapter) = entries[at] else {
            rows.push(Row::Entry(at));
            at += 1;
            continue;
        };
        rows.push(Row::Entry(at));
        let own = at + 1;
        let count = entries[own..].iter().take_while(|entry| matches!(entry, Entry::Scenario(_))).count();
        let shown = count.saturating_sub(over + 1).max(FEWEST);
        if fold(chapter) == Fold::Brief && shown + 1 < count {
            let last = (own + count).saturating_sub(shown);
            let first = (chosen.max(own) + 1).saturating_sub(shown).clamp(own, last);
            rows.extend((first..first + shown).map(Row::Entry));
            rows.push(Row::More(count - shown));
            over = over.saturating_sub(count - shown - 1);
        } else {
            rows.extend((own..own + count).map(Row::Entry));
        }
        at = own + count;
    }
    rows
}

/// What else somebody could search for, as words of each language.
const ALSO: &str = "also-words";

/// The list being drawn.
struct List<'a> {
    app: &'a App,
    theme: &'a Theme,
    hits: &'a mut Hits,
    buf: &'a mut Buffer,
}

impl List<'_> {
    fn entry(&mut self, at: usize, row: Rect) {
        let gallery = self.app.gallery();
        let chosen = at == gallery.chosen_at();
        if chosen {
            self.buf.set_style(row, Style::new().bg(self.theme.raised));
        }
        match gallery.entries().get(at) {
            Some(&Entry::Chapter(number)) => {
                if let Some(chapter) = gallery.chapter(number) {
                    self.chapter((number, chapter), chosen, row);
                }
            }
            Some(&Entry::Scenario(place)) => {
                if let Some(scenario) = gallery.scenario(place) {
                    if gallery.is_whole() {
                        self.scenario(scenario, chosen, row);
                    } else {
                        self.found(scenario, chosen, row);
                    }
                }
            }
            None => {}
        }
        self.hits.action(row, Action::ChooseAt(at));
    }

    /// Number and title of a chapter, and how many of its scenarios were opened.
    fn chapter(&mut self, (number, chapter): (usize, &Chapter), chosen: bool, row: Rect) {
        let (app, theme) = (self.app, self.theme);
        let unfolded = app.gallery().fold_of(number) != Fold::Folded;
        let text = Style::new().fg(theme.text);
        let title = if unfolded || chosen { text.add_modifier(Modifier::BOLD) } else { text };
        let signs = format!(" {}{}", if unfolded { "▼" } else { " " }, if chosen { "▶" } else { " " });
        let spans = vec![
            Span::styled(signs, theme.title()),
            Span::styled(format!("{:>2}  ", number + 1), theme.faint()),
            Span::styled(chapter.title.get(app.locale().language()).to_owned(), title),
        ];
        let (opened, all) = app.gallery().progress_of(chapter);
        let counted = format!("{:<4} ", format!("{opened}/{all}"));
        let progress = match row.width > DOTTED {
            true => format!("{}  {counted}", dots(opened, all)),
            false => counted,
        };
        let wide = progress.width() as u16;
        let has_progress = row.width > wide + TITLES + 8;
        let room = if has_progress { row.width - wide - 2 } else { row.width };
        self.buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(room))), row.width);
        if has_progress {
            let style = if opened == all { Style::new().fg(theme.good) } else { theme.faint() };
            self.buf.set_string(row.right() - wide, row.y, progress, style);
        }
    }

    /// A scenario below its chapter.
    fn scenario(&mut self, scenario: &Scenario, chosen: bool, row: Rect) {
        let (app, theme) = (self.app, self.theme);
        let gallery = app.gallery();
        let (seen, sign) = match (gallery.seen(&scenario.id).opened, gallery.is_understood(scenario)) {
            (_, true) => ("✓ ", Style::new().fg(theme.good).add_modifier(Modifier::BOLD)),
            (true, false) => ("● ", theme.faint()),
            (false, false) => ("  ", theme.faint()),
        };
        let spans = vec![
            Span::styled(if chosen { "   ▶ " } else { "     " }, theme.title()),
            Span::styled(seen, sign),
            Span::styled(scenario.full_title(app.locale().language()), title_style(theme, chosen)),
        ];
        let room = row.width.saturating_sub(if gallery.is_solved(scenario) { 3 } else { 0 });
        self.buf.set_line(row.x, row.y, &Line::from(fit(spans, usize::from(room))), room);
        if room < row.width {
            let style = Style::new().fg(theme.good).add_modifier(Modifier::BOLD);
            self.buf.set_string(row.x + room + 1, row.y, SOLVED, style);
        }
    }

    /// A scenario that was found, with a word for its chapter.
    fn found(&mut self, scenario: &Scenario, chosen: bool, row: Rect) {
        let (app, theme) = (self.app, self.theme);
        let language = app.locale().language();
        let chapter = app.gallery().catalogue().chapters().find(|chapter| chapter.id == scenario.chapter);
        let short = chapter.map_or("", |chapter| first_word(chapter.title.get(language)));
        let short = cut(short, usize::from(row.width) / 4).to_lowercase();
        let spans = vec![
            Span::styled(if chosen { " ▶ " } else { "   " }, theme.title()),
            Span::styled(scenario.full_title(language), title_style(theme, chosen)),
        ];
        let room = usize::from(row.width).saturating_sub(short.width() + 3);
        self.buf.set_line(row.x, row.y, &Line::from(fit(spans, room)), row.width);
        let x = row.right().saturating_sub(short.width() as u16 + 1);
        self.buf.set_stringn(x, row.y, &short, usize::from(row.right() - x), theme.faint());
    }

    /// What Python calls what was searched for, and what else could be.
    fn advice(&mut self, area: Rect) {
        let locale = self.app.locale();
        let name = self.app.gallery().python_name();
        let name = name
            .map(|(word, python)| locale.format("python-name", &[("word", word.into()), ("python", python.into())]));
        let also = locale.format("also-search", &[("words", locale.text(ALSO).into())]);
        let rows = (area.top() + 1..area.bottom()).step_by(2);
        for (y, text) in rows.zip(name.into_iter().chain([also])) {
            let line = Line::from(fit(
                vec![Span::styled(text, self.theme.faint())],
                usize::from(area.width.saturating_sub(4)),
            ));
            self.buf.set_line(area.x + 3.min(area.width), y, &line, area.width.saturating_sub(3));
        }
    }

    fn more(&mut self, count: usize, row: Rect) {
        let text = self.app.locale().format("unfolds-all", &[("count", count.into())]);
        let width = usize::from(row.width.saturating_sub(TITLES));
        self.buf.set_stringn(row.x + TITLES.min(row.width), row.y, text, width, self.theme.faint());
        self.hits.action(row, Action::Unfold);
    }
}

fn title_style(theme: &Theme, chosen: bool) -> Style {
    let style = Style::new().fg(theme.text);
    if chosen { style.add_modifier(Modifier::BOLD) } else { style }
}

/// Four dots, as many of them full as so many out of all are quarters; what was begun has one.
fn dots(done: usize, all: usize) -> String {
    let full = if done == 0 { 0 } else { (done * 4 / all.max(1)).clamp(1, 4) };
    format!("{}{}", "●".repeat(full), "○".repeat(4 - full))
}

/// A title up to its first comma or colon.
fn first_word(title: &str) -> &str {
    title.split([',', ':', '、', '，', '：']).next().unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_say_how_many_quarters_are_done() {
        let dots = |done, all| dots(done, all).chars().filter(|&dot| dot == '●').count();
        assert_eq!([dots(0, 3), dots(1, 3), dots(2, 12), dots(6, 12), dots(11, 12), dots(4, 4)], [0, 1, 1, 2, 3, 4]);
        assert_eq!(dots(0, 0), 0);
    }

    #[test]
    fn where_there_is_no_room_a_chapter_shows_the_scenarios_about_the_chosen_one() {
        let mut entries: Vec<Entry> = vec![Entry::Chapter(0), Entry::Chapter(1)];
        entries.extend((0..8).map(Entry::Scenario));
        entries.push(Entry::Chapter(2));
        let brief = |chosen, visible| rows(&entries, |_| Fold::Brief, chosen, visible);
        assert_eq!(brief(2, 11).len(), 11);
        let few = brief(2, 8);
        assert_eq!(few.len(), 8);
        assert_eq!(few[2..7], [Row::Entry(2), Row::Entry(3), Row::Entry(4), Row::Entry(5), Row::More(4)]);
        assert!(brief(9, 8).contains(&Row::Entry(9)) && !brief(9, 8).contains(&Row::Entry(2)));
        assert_eq!(brief(2, 3)[2..6], [Row::Entry(2), Row::Entry(3), Row::Entry(4), Row::More(5)]);
        assert_eq!(rows(&entries, |_| Fold::Whole, 2, 8).len(), 11, "what was unfolded scrolls");
        assert_eq!(first_word("竞态、锁与死锁"), "竞态");
    }
}
