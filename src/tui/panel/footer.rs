//! The last row: at the left the keys that matter now, by rank, as many as there is room for; at the right those that are
//! always there. Made from the table of keys. Or something that has just to be said.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
};
use unicode_width::UnicodeWidthStr;

use crate::{
    app::{Action, App, Question, Stage, keys_of},
    ids::ThreadId,
    tui::{
        hit::Hits,
        keymap::{self, Place},
        theme::Theme,
    },
};

/// From this width on there is room for air, and for words in full.
const WIDE: u16 = 120;

/// A key of the footer.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Item {
    action: Action,
    key: String,
    word: String,
    /// The higher, the sooner it gives way.
    rank: usize,
}

impl Item {
    fn width(&self) -> usize {
        self.key.width() + 1 + self.word.width()
    }
}

/// Draws the keys of the moment.
pub fn draw(app: &App, theme: &Theme, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let gap = if area.width >= 160 { 3 } else { 2 };
    let room = usize::from(area.width).saturating_sub(2);
    let always = fitting(always(app), 2, room);
    let taken = wide(&always, 2);
    let left = fitting(now(app, area.width), gap, room.saturating_sub(taken + gap));
    let mut row = Row { theme, area, hits, buf };
    row.items(area.x + 1, gap, &left);
    row.items(area.right().saturating_sub(taken as u16 + 1), 2, &always);
}

/// Draws something that has to be said; the keys that are always there stay.
pub fn notice(app: &App, theme: &Theme, text: &str, area: Rect, hits: &mut Hits, buf: &mut Buffer) {
    let style = Style::new().fg(theme.background).bg(theme.warn);
    let always = always(app);
    let taken = wide(&always, 2);
    let stays = text.width() + taken + 5 <= usize::from(area.width);
    let said = if stays { area.width - taken as u16 - 3 } else { area.width };
    let place = Rect { width: said, ..area };
    buf.set_style(place, style);
    buf.set_stringn(place.x + 1, place.y, text, usize::from(place.width.saturating_sub(1)), style);
    if stays {
        Row { theme, area, hits, buf }.items(area.right() - taken as u16 - 1, 2, &always);
    }
}

fn wide(items: &[Item], gap: usize) -> usize {
    items.iter().map(|item| item.width() + gap).sum::<usize>().saturating_sub(gap)
}

/// The items that fit into so many cells: those of the highest rank number go first.
fn fitting(mut items: Vec<Item>, gap: usize, room: usize) -> Vec<Item> {
    while !items.is_empty() && wide(&items, gap) > room {
        let last = (0..items.len()).max_by_key(|&at| items[at].rank).unwrap_or(0);
        items.remove(last);
    }
    items
}

/// What a row is drawn with.
struct Row<'a> {
    theme: &'a Theme,
    area: Rect,
    hits: &'a mut Hits,
    buf: &'a mut Buffer,
}

impl Row<'_> {
    fn items(&mut self, mut x: u16, gap: usize, items: &[Item]) {
        let right = self.area.right();
        for item in items {
            if usize::from(right.saturating_sub(x)) < item.width() {
                return;
            }
            let key = Style::new().fg(self.theme.accent).add_modifier(Modifier::BOLD);
            let spans = vec![
                Span::styled(item.key.as_str(), key),
                Span::raw(" "),
                Span::styled(item.word.as_str(), Style::new().fg(self.theme.text)),
            ];
            let width = item.width() as u16;
            self.buf.set_line(x, self.area.y, &Line::from(spans), width);
            // Which thread is to run only a key can say.
            if !matches!(item.action, Action::Run(_)) {
                self.hits.action(Rect { x, width, ..self.area }, item.action);
            }
            x += width + gap as u16;
        }
    }
}

/// The keys at the right, in their order.
fn always(app: &App) -> Vec<Item> {
    let on_stage = [Action::Help, Action::Back, Action::Quit];
    let in_gallery = [Action::Help, Action::Language, Action::Quit];
    let actions = match app.stage() {
        Some(_) => on_stage,
        // What is typed goes into the search: there these are no keys.
        None if app.gallery().is_searching() => return Vec::new(),
        None => in_gallery,
    };
    // Of what is always there quitting goes last.
    let ranks = [2, 1, 0];
    let items = actions.iter().zip(ranks);
    items.filter_map(|(&action, rank)| item(app, Place::Everywhere, (action, ""), rank)).collect()
}

/// The key of an action with its word, or a better one for the moment.
fn item(app: &App, place: Place, (action, better): (Action, &str), rank: usize) -> Option<Item> {
    let row = keymap::row_of(place, action)?;
    let key = row.label.split(' ').next()?.to_owned();
    let word = if better.is_empty() { row.hint } else { better };
    Some(Item { action, key, word: app.locale().text(word), rank })
}

/// The keys of the moment, best first.
fn now(app: &App, width: u16) -> Vec<Item> {
    match app.stage() {
        Some(stage) => on_stage(app, stage, width),
        None => in_gallery(app),
    }
}

fn on_stage(app: &App, stage: &Stage, width: u16) -> Vec<Item> {
    let place = if stage.origin().is_some() { Place::RealRun } else { Place::Stage };
    if let Some(question) = stage.question(app.locale()).filter(|question| question.is_marked) {
        return asked(app, &question);
    }
    if app.is_touring() {
        return [(Action::Play, "hint-take-over"), (Action::Forward, ""), (Action::Backward, "")]
            .into_iter()
            .enumerate()
            .filter_map(|(rank, what)| item(app, place, what, rank))
            .collect();
    }
    if stage.challenge().is_some() {
        return challenged(app, place);
    }
    let over = stage.end().is_some() || !stage.scene().deadlock.is_empty();
    let mut actions = if stage.is_playing() {
        vec![Action::Play, Action::Faster, Action::Slower, Action::Forward, Action::Backward]
    } else if over {
        vec![
            Action::Backward,
            Action::Start,
            Action::Fixed,
            Action::OtherEnd,
            Action::RunMany,
            Action::Twins,
            Action::Check,
            Action::PreviousMark,
        ]
    } else {
        vec![
            Action::Play,
            Action::Forward,
            Action::Backward,
            Action::Run(ThreadId::MAIN),
            Action::NextMark,
            Action::RunMany,
            Action::Check,
        ]
    };
    actions.push(Action::Palette);
    actions.retain(|&action| match action {
        Action::Fixed | Action::Twins => app.twin().is_some(),
        Action::OtherEnd => stage.can_end_otherwise(),
        _ => true,
    });
    let better = |action| match action {
        Action::Play if stage.is_playing() => "hint-pause",
        Action::Fixed if width < WIDE && stage.scenario().fixed_by.is_none() => "hint-broken-short",
        Action::Fixed if width < WIDE => "hint-fixed-short",
        Action::Fixed if stage.scenario().fixed_by.is_none() => "hint-broken",
        _ => "",
    };
    let items = actions.into_iter().enumerate();
    items.filter_map(|(rank, action)| item(app, place, (action, better(action)), rank)).collect()
}

/// What can be done in a challenge.
fn challenged(app: &App, place: Place) -> Vec<Item> {
    let keys = [
        (Action::Run(ThreadId::MAIN), ""),
        (Action::Backward, "hint-take-back"),
        (Action::Hint, ""),
        (Action::Start, ""),
    ];
    let give_up = item(app, Place::Everywhere, (Action::Back, "hint-give-up"), 2);
    let keys = keys.into_iter().enumerate().filter_map(|(rank, what)| item(app, place, what, rank));
    keys.chain(give_up).collect()
}

/// What can be done about a question.
fn asked(app: &App, question: &Question) -> Vec<Item> {
    // Where a number is typed, digits are digits, and name no thread.
    let enter = keymap::label(Action::RunSelected).unwrap_or_default();
    let key = match (question.choices.is_empty(), question.is_number) {
        (false, _) => keys_of(&question.choices),
        (true, true) => format!("0-9 {enter}"),
        (true, false) => enter,
    };
    let answers = Item { action: Action::Run(ThreadId::MAIN), key, word: app.locale().text("quiz-answer"), rank: 0 };
    let others = [(Action::Forward, "quiz-skip", 1), (Action::Questions, "quiz-off", 2)];
    let others = others.iter().filter_map(|&(action, word, rank)| item(app, Place::Stage, (action, word), rank));
    std::iter::once(answers).chain(others).collect()
}

fn in_gallery(app: &App) -> Vec<Item> {
    let label = |action| keymap::short_label(Place::Gallery, action).unwrap_or_default();
    let searching = app.gallery().is_searching();
    // In the order in which they stand, with what gives way last first.
    let ranked: &[(Action, &str, usize)] = if searching {
        &[(Action::Down, "", 0), (Action::Open, "", 1), (Action::Try, "", 3), (Action::Back, "hint-all", 2)]
    } else {
        &[
            (Action::Down, "", 0),
            (Action::Unfold, "", 4),
            (Action::Open, "", 1),
            (Action::Try, "", 2),
            (Action::Search, "", 3),
            (Action::NextParameter, "", 5),
            (Action::Palette, "", 6),
        ]
    };
    let items = ranked.iter().filter_map(|&(action, better, rank)| {
        let item = item(app, Place::Gallery, (action, better), rank)?;
        let key = match action {
            Action::Down => format!("{} {}", label(Action::Up), label(Action::Down)),
            Action::Unfold => format!("{} {}", label(Action::Unfold), label(Action::Fold)),
            Action::Try if searching => label(Action::NextParameter).to_owned(),
            _ => item.key,
        };
        Some(Item { key, ..item })
    });
    items.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(word: &str, rank: usize) -> Item {
        Item { action: Action::Play, key: "k".to_owned(), word: word.to_owned(), rank }
    }

    #[test]
    fn what_matters_least_gives_way_and_the_order_stays() {
        let items = vec![item("one", 0), item("two", 3), item("three", 1), item("四四", 2)];
        assert_eq!(wide(&items, 2), 5 + 5 + 7 + 6 + 6);
        let words = |room| fitting(items.clone(), 2, room).into_iter().map(|item| item.word).collect::<Vec<_>>();
        assert_eq!(words(29), ["one", "two", "three", "四四"]);
        assert_eq!(words(28), ["one", "three", "四四"]);
        assert_eq!(words(21), ["one", "three"]);
        assert_eq!(words(4), Vec::<String>::new());
    }
}
