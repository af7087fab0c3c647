//! A search of every interleaving: how far it is, what can happen, and which accesses race. Takes the rectangle that it is
//! given, and nothing else.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Style},
    text::Span,
};
use unicode_width::UnicodeWidthStr;

use super::page::Page;
use crate::{
    app::{Action, HowFar, Inquiry, found_rows},
    explore::{Kind, Outcome, Race, RaceAccess, Report, Starved},
    ids::StepIndex,
    locale::Locale,
    scenario::Scenario,
    source::SourceText,
    telling::{check_kind_word, line_words, one_line},
    tui::{
        hit::Hits,
        painter::{fit, width},
        theme::Theme,
    },
};

/// Cells before the words of a row: whether it is chosen, and whether it is as it should be.
const SIGNS: usize = 6;

/// What is drawn, and on what.
struct Findings<'a> {
    page: Page<'a>,
    inquiry: &'a Inquiry,
    source: &'a SourceText,
}

/// A row that can be chosen.
struct Row {
    /// Whether it is as it should be; none where it is neither right nor wrong.
    is_good: Option<bool>,
    words: String,
    /// What is printed, or where it is.
    more: String,
    way: String,
}

/// Draws the search over an area; what can be clicked comes into the hits.
pub fn draw(
    (locale, theme): (&Locale, &Theme),
    (inquiry, scenario, cursor): (&Inquiry, &Scenario, StepIndex),
    area: Rect,
    (hits, buf): (&mut Hits, &mut Buffer),
) {
    if area.is_empty() {
        return;
    }
    let rows = inquiry.report().map_or(0, found_rows);
    let mut findings =
        Findings { page: Page::new((locale, theme), area, 12 + 2 * rows, buf), inquiry, source: &scenario.source };
    let board = match inquiry.from().0 {
        0 => locale.text("check-board"),
        step => locale.format("check-board-from", &[("step", step.into())]),
    };
    findings.page.header(scenario.title.get(locale.language()), &board, buf);
    match inquiry.report() {
        Some(report) => findings.report(report, (hits, buf)),
        None => findings.under_way(inquiry.how_far(), buf),
    }
    findings.footer(cursor, buf);
}

impl Findings<'_> {
    /// The two rows of words below the header.
    fn words(&mut self, first: String, second: String, buf: &mut Buffer) {
        let (first, second) = (self.page.strong(first), self.page.plain(second));
        self.page.words([first], buf);
        self.page.words([second], buf);
    }

    fn under_way(&mut self, how_far: Option<HowFar>, buf: &mut Buffer) {
        let HowFar { states, steps, depth } = how_far.unwrap_or(HowFar { states: 0, steps: 0, depth: 0 });
        let arguments = [
            ("states", states.to_string().into()),
            ("steps", steps.to_string().into()),
            ("depth", depth.to_string().into()),
        ];
        let far = format!("{}   {}", self.page.locale.format("check-under-way", &arguments), self.seconds());
        self.words(self.page.locale.text("check-searching"), far, buf);
    }

    fn seconds(&self) -> String {
        let seconds = format!("{:.1}", self.inquiry.took().as_secs_f64());
        self.page.locale.format("trials-seconds", &[("seconds", seconds.into())])
    }

    fn report(&mut self, report: &Report, (hits, buf): (&mut Hits, &mut Buffer)) {
        let key = if report.complete { "check-board-complete" } else { "check-board-incomplete" };
        let arguments =
            [("states", report.states.to_string().into()), ("steps", report.transitions.to_string().into())];
        let far = self.page.locale.format("check-board-size", &arguments);
        self.words(self.page.locale.text(key), format!("{far}   {}", self.seconds()), buf);
        let ends: Vec<Row> = report.outcomes.iter().map(|outcome| self.end_row(outcome)).collect();
        let races: Vec<Row> = report.races.iter().map(|race| self.race_row(race)).collect();
        let starved: Vec<Row> = report.starved.iter().map(|starved| self.starved_row(starved)).collect();
        // What comes below has its rule and a row at least, if there is any.
        let height = usize::from(self.page.area.height);
        let room = |rows: &[Row], part| if rows.is_empty() { 0 } else { (rows.len() + 1).min(height / part) };
        let (for_races, for_starved) = (room(&races, 3), room(&starved, 4));
        self.rule("check-board-ends", buf);
        self.rows((0, &ends, for_races + for_starved), (hits, &mut *buf));
        if !races.is_empty() {
            self.rule("check-board-races", buf);
            self.rows((ends.len(), &races, for_starved), (hits, &mut *buf));
        }
        if !starved.is_empty() {
            self.rule("check-starvation", buf);
            self.rows((ends.len() + races.len(), &starved, 0), (hits, buf));
        }
    }

    fn rule(&mut self, key: &str, buf: &mut Buffer) {
        self.page.rule(&self.page.locale.text(key), buf);
        self.page.breathe();
    }

    fn end_row(&self, outcome: &Outcome) -> Row {
        let values: Vec<String> = outcome.globals.iter().map(|(name, worth)| format!("{name} = {worth}")).collect();
        let printed = one_line(self.page.locale, Some(&outcome.output));
        let more = match (outcome.output.trim().is_empty(), values.is_empty()) {
            (true, false) => values.join("  "),
            (false, false) => format!("{printed}   {}", values.join("  ")),
            _ => printed,
        };
        let wrong = self.inquiry.is_wrong(outcome);
        let way = &outcome.witness;
        let arguments = [("steps", (way.choices.len() as u64).into()), ("switches", (way.switches() as u64).into())];
        Row {
            is_good: Some(outcome.kind == Kind::Finished && !wrong),
            words: if wrong {
                self.page.locale.text("trials-kind-wrong")
            } else {
                check_kind_word(self.page.locale, outcome.kind)
            },
            more: crate::telling::names::printable(&more),
            way: self.page.locale.format("check-board-way", &arguments),
        }
    }

    fn race_row(&self, race: &Race) -> Row {
        let access = |access: &RaceAccess| {
            let key = if access.writes { "check-writes" } else { "check-reads" };
            self.page.locale.format(
                key,
                &[
                    ("thread", (&*access.thread).into()),
                    ("line", line_words(self.source, access.line, self.page.locale).into()),
                ],
            )
        };
        let [one, other] = &race.accesses;
        let (one, other) = (access(one), access(other));
        let arguments = [("variable", race.variable.as_str().into()), ("one", one.into()), ("other", other.into())];
        Row {
            is_good: Some(race.ordered_by.is_some()),
            words: self.page.locale.format("check-race", &arguments),
            more: String::new(),
            way: String::new(),
        }
    }

    fn starved_row(&self, starved: &Starved) -> Row {
        let locale = self.page.locale;
        let arguments = [
            ("thread", starved.thread.as_str().into()),
            ("line", line_words(self.source, starved.line, locale).into()),
            ("others", starved.others.join(&locale.text("list-separator")).into()),
        ];
        // A scheduler may do so, and few will.
        Row {
            is_good: None,
            words: locale.format("check-board-starves", &arguments),
            more: String::new(),
            way: String::new(),
        }
    }

    /// The rows that there is room for, with so many rows left free below; the chosen one is among them.
    fn rows(&mut self, (first, rows, below): (usize, &[Row], usize), (hits, buf): (&mut Hits, &mut Buffer)) {
        let each = 1 + usize::from(self.page.airy);
        let room = usize::from(self.page.area.bottom().saturating_sub(self.page.y + 1)).saturating_sub(below) / each;
        let chosen = self.inquiry.chosen().saturating_sub(first).min(rows.len().saturating_sub(1));
        let from = (chosen + 1).saturating_sub(room.max(1));
        let widest = rows.iter().filter(|row| !row.way.is_empty()).map(|row| row.words.width()).max().unwrap_or(0);
        for (at, row) in rows.iter().enumerate().skip(from).take(room.max(1)) {
            let spans = self.row(row, widest, first + at == self.inquiry.chosen());
            let Some(place) = self.page.put(spans, buf) else { return };
            if first + at == self.inquiry.chosen() {
                buf.set_style(place, Style::new().bg(self.page.theme.raised));
            }
            hits.action(place, Action::ChooseAt(first + at));
            self.page.breathe();
        }
    }

    fn row<'r>(&self, row: &'r Row, widest: usize, chosen: bool) -> Vec<Span<'r>> {
        let theme = self.page.theme;
        let (sign, colour): (&str, Color) = match row.is_good {
            Some(true) => ("✓", theme.good),
            Some(false) => ("✗", theme.bad),
            None => ("·", theme.text),
        };
        let text = Style::new().fg(theme.text);
        let mut spans = vec![
            Span::styled(if chosen { " ▶ " } else { "   " }, theme.title()),
            Span::styled(format!("{sign}  "), Style::new().fg(colour)),
        ];
        if row.way.is_empty() {
            spans.push(Span::styled(row.words.as_str(), text));
            return spans;
        }
        let free = usize::from(self.page.area.width).saturating_sub(SIGNS + widest + 2 + row.way.width() + 3);
        let more = fit(vec![Span::styled(row.more.as_str(), text)], free);
        let pad = " ".repeat(free.saturating_sub(width(&more)));
        spans.push(Span::styled(
            format!("{}{}  ", row.words, " ".repeat(widest - row.words.width())),
            Style::new().fg(colour),
        ));
        spans.extend(more);
        spans.push(Span::styled(format!("{pad}  {}", row.way), theme.faint()));
        spans
    }

    fn footer(&self, cursor: StepIndex, buf: &mut Buffer) {
        let locale = self.page.locale;
        let open = if self.inquiry.report().is_some() { "check-board-open" } else { "check-board-stop" };
        let mut keys =
            vec![(Action::SelectNext, locale.text("trials-choose")), (Action::RunSelected, locale.text(open))];
        if self.inquiry.report().is_some() {
            keys.push((Action::Twins, locale.text("check-board-beside")));
        }
        match (self.inquiry.from().0, cursor.0) {
            (0, 0) => {}
            (0, step) => keys.push((Action::Check, locale.format("check-board-here", &[("step", step.into())]))),
            _ => keys.push((Action::Check, locale.text("check-board-start"))),
        }
        self.page.footer(&keys, buf);
    }
}
