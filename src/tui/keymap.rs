//! The keys: one table. Help, footer and the README's list are made from it, and no key is named anywhere else.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::{app::Action, ids::ThreadId, telling::names::mark};

/// Where a key means something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Place {
    /// Everywhere.
    Everywhere,
    /// In the gallery.
    Gallery,
    /// On the stage.
    Stage,
    /// On the stage, where the run cannot be changed.
    RealRun,
}

impl Place {
    /// Every place, in the order of the help.
    pub const ALL: [Self; 3] = [Self::Stage, Self::Gallery, Self::Everywhere];

    /// The name of its title among the messages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Everywhere => "keys-everywhere",
            Self::Gallery => "keys-gallery",
            Self::Stage | Self::RealRun => "keys-stage",
        }
    }
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Where it holds.
    pub place: Place,
    /// The keys, as they are shown.
    pub label: &'static str,
    codes: &'static [KeyCode],
    /// Whether they are pressed together with the shift key; of letters, their case says it.
    shift: bool,
    /// What they do.
    pub action: Action,
    /// The message that explains it.
    pub help: &'static str,
    /// The message of one word for the footer, which may have a better one for the moment; empty if it never stands there.
    pub hint: &'static str,
}

const fn row(
    place: Place,
    label: &'static str,
    codes: &'static [KeyCode],
    action: Action,
    help: &'static str,
    hint: &'static str,
) -> Row {
    Row { place, label, codes, shift: false, action, help, hint }
}

const fn shifted(row: Row) -> Row {
    Row { shift: true, ..row }
}

use KeyCode::{BackTab, Char, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up};
use Place::{Everywhere, Gallery, Stage};

const DIGITS: &[KeyCode] =
    &[Char('1'), Char('2'), Char('3'), Char('4'), Char('5'), Char('6'), Char('7'), Char('8'), Char('9')];

/// Every key there is.
pub const TABLE: &[Row] = &[
    row(Stage, "Space", &[Char(' ')], Action::Play, "key-play", "hint-play"),
    row(Stage, "→", &[Right, Char('l')], Action::Forward, "key-forward", "hint-forward"),
    row(Stage, "←", &[Left, Char('h')], Action::Backward, "key-backward", "hint-backward"),
    row(Stage, "1-9", DIGITS, Action::Run(ThreadId::MAIN), "key-run", "hint-run"),
    row(Stage, "↓", &[Down, Char('j')], Action::SelectNext, "key-select-next", ""),
    row(Stage, "↑", &[Up, Char('k')], Action::SelectPrevious, "key-select-previous", ""),
    row(Stage, "PgUp", &[PageUp], Action::PageUp, "key-page-up", ""),
    row(Stage, "PgDn", &[PageDown], Action::PageDown, "key-page-down", ""),
    shifted(row(Stage, "⇧↑", &[Up], Action::SourceUp, "key-source-up", "")),
    shifted(row(Stage, "⇧↓", &[Down], Action::SourceDown, "key-source-down", "")),
    row(Stage, "Enter", &[Enter], Action::RunSelected, "key-run-selected", ""),
    // At the end of a run nobody can be run, and the same key leads on.
    row(Stage, "Enter", &[], Action::NextScenario, "key-next-scenario", ""),
    row(Stage, ">", &[Char('>')], Action::NextMark, "key-next-mark", "hint-next-mark"),
    row(Stage, "<", &[Char('<')], Action::PreviousMark, "key-previous-mark", "hint-previous-mark"),
    row(Stage, "w", &[Char('w')], Action::NextThing, "key-next-thing", ""),
    row(Stage, "]", &[Char(']')], Action::NextOfThread, "key-next-of-thread", ""),
    row(Stage, "[", &[Char('[')], Action::PreviousOfThread, "key-previous-of-thread", ""),
    row(Stage, "b", &[Char('b')], Action::NextBlocking, "key-next-blocking", ""),
    row(Stage, "B", &[Char('B')], Action::PreviousBlocking, "key-previous-blocking", ""),
    row(Stage, "Home", &[Home], Action::Start, "key-start", "hint-start"),
    row(Stage, "End", &[End], Action::End, "key-end", ""),
    row(Stage, "g", &[Char('g')], Action::GoTo, "key-go-to", ""),
    row(Stage, "+", &[Char('+'), Char('=')], Action::Faster, "key-faster", "hint-faster"),
    row(Stage, "-", &[Char('-')], Action::Slower, "key-slower", "hint-slower"),
    row(Stage, "r", &[Char('r')], Action::Restart, "key-restart", ""),
    row(Stage, "R", &[Char('R')], Action::NextSeed, "key-next-seed", ""),
    row(Stage, "p", &[Char('p')], Action::Policy, "key-policy", ""),
    row(Stage, "o", &[Char('o')], Action::Live, "key-live", ""),
    row(Stage, "u", &[Char('u')], Action::Unit, "key-unit", ""),
    row(Stage, "v", &[Char('v')], Action::OtherWay, "key-other-way", ""),
    row(Stage, "Tab", &[Tab], Action::Turn, "key-turn", ""),
    row(Stage, "z", &[Char('z')], Action::Zoom, "key-zoom", ""),
    row(Stage, "f", &[Char('f')], Action::Fixed, "key-fixed", "hint-fixed"),
    row(Stage, "F", &[Char('F')], Action::Twins, "key-twins", "hint-twins"),
    row(Stage, "t", &[Char('t')], Action::Tour, "key-tour", "hint-tour"),
    row(Stage, "a", &[Char('a')], Action::RunMany, "key-run-many", "hint-run-many"),
    row(Stage, "c", &[Char('c')], Action::Check, "key-check", "hint-check"),
    row(Stage, "C", &[Char('C')], Action::Challenge, "key-challenge", "hint-challenge"),
    row(Stage, "H", &[Char('H')], Action::Hint, "key-hint", "hint-hint"),
    row(Stage, "m", &[Char('m')], Action::Map, "key-map", ""),
    row(Stage, "P", &[Char('P')], Action::Questions, "key-questions", "hint-questions"),
    row(Stage, "n", &[Char('n')], Action::Notes, "key-notes", "hint-notes"),
    row(Stage, "e", &[Char('e')], Action::OtherEnd, "key-other-end", "hint-other-end"),
    row(Stage, "s", &[Char('s')], Action::Save, "key-save", ""),
    row(Stage, "x", &[Char('x')], Action::Export, "key-export", ""),
    row(Gallery, "↑", &[Up, Char('k')], Action::Up, "key-up", "hint-choose"),
    row(Gallery, "↓", &[Down, Char('j')], Action::Down, "key-down", "hint-choose"),
    row(Gallery, "PgUp", &[PageUp], Action::PageUp, "key-page-up", ""),
    row(Gallery, "PgDn", &[PageDown], Action::PageDown, "key-page-down", ""),
    row(Gallery, "→", &[Right, Char('l')], Action::Unfold, "key-unfold", "hint-fold"),
    row(Gallery, "←", &[Left, Char('h')], Action::Fold, "key-fold", "hint-fold"),
    row(Gallery, "Enter", &[Enter], Action::Open, "key-open", "hint-watch"),
    row(Gallery, "t", &[Char('t')], Action::Try, "key-try", "hint-try"),
    row(Gallery, "/", &[Char('/')], Action::Search, "key-search", "hint-search"),
    row(Gallery, "Tab", &[Tab], Action::NextParameter, "key-next-parameter", "hint-parameter"),
    row(Gallery, "⇧Tab", &[BackTab], Action::PreviousParameter, "key-previous-parameter", ""),
    row(Gallery, "+", &[Char('+'), Char('=')], Action::Increase, "key-increase", ""),
    row(Gallery, "-", &[Char('-')], Action::Decrease, "key-decrease", ""),
    row(Everywhere, "?", &[Char('?')], Action::Help, "key-help", "hint-help"),
    row(Everywhere, ": Ctrl-P", &[Char(':')], Action::Palette, "key-palette", "hint-palette"),
    row(Everywhere, "L", &[Char('L')], Action::Language, "key-language", "hint-language"),
    row(Everywhere, "T", &[Char('T')], Action::Theme, "key-theme", ""),
    row(Everywhere, "Esc", &[Esc], Action::Back, "key-back", "hint-back"),
    row(Everywhere, "q", &[Char('q')], Action::Quit, "key-quit", "hint-quit"),
];

/// What a key does at a place.
#[must_use]
pub fn action(place: Place, key: KeyEvent) -> Option<Action> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        // In raw mode the terminal does not turn it into a signal.
        return match key.code {
            Char('c') => Some(Action::Quit),
            Char('p') => Some(Action::Palette),
            _ => None,
        };
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    let rows =
        || TABLE.iter().filter(|row| (row.place == place || row.place == Everywhere) && row.codes.contains(&key.code));
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let row = rows().find(|row| row.shift == shift).or_else(|| rows().find(|row| !row.shift))?;
    Some(match (row.action, key.code) {
        (Action::Run(_), Char(digit)) => Action::Run(ThreadId(digit as u32 - '1' as u32)),
        (action, _) => action,
    })
}

/// How the key of an action is shown; none if no key stands for it.
#[must_use]
pub fn label(action: Action) -> Option<String> {
    let row = match action {
        Action::Run(thread) => return Some(mark(thread).to_string()),
        Action::Seek(step) => return Some(format!("g {}", step.0)),
        action => TABLE.iter().find(|row| row.action == action)?,
    };
    Some(row.label.to_owned())
}

/// The row of an action at a place.
#[must_use]
pub fn row_of(place: Place, action: Action) -> Option<&'static Row> {
    let action = if matches!(action, Action::Run(_)) { Action::Run(ThreadId::MAIN) } else { action };
    rows(place).chain(rows(Everywhere)).find(|row| row.action == action)
}

/// How the key of an action is shown at a place, where there is room for one key only.
#[must_use]
pub fn short_label(place: Place, action: Action) -> Option<&'static str> {
    row_of(place, action).and_then(|row| row.label.split(' ').next())
}

/// The rows of a place, in the order of the help.
pub fn rows(place: Place) -> impl Iterator<Item = &'static Row> {
    let on = if place == Place::RealRun { Stage } else { place };
    TABLE.iter().filter(move |row| row.place == on && !(place == Place::RealRun && row.action.changes_the_run()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    #[test]
    fn no_key_means_two_things_at_one_place() {
        for place in [Gallery, Stage] {
            let rows = TABLE.iter().filter(|row| row.place == place || row.place == Everywhere);
            let keys = rows.flat_map(|row| row.codes.iter().map(|code| (row.shift, code)));
            let mut codes: Vec<String> = keys.map(|key| format!("{key:?}")).collect();
            let all = codes.len();
            codes.sort();
            codes.dedup();
            assert_eq!(codes.len(), all, "{place:?}");
        }
    }

    #[test]
    fn digits_run_the_thread_of_that_mark() {
        assert_eq!(action(Stage, press(Char('3'))), Some(Action::Run(ThreadId(2))));
        assert_eq!(action(Gallery, press(Char('3'))), None);
        assert_eq!(action(Gallery, press(Char('?'))), Some(Action::Help));
        assert_eq!(action(Stage, KeyEvent::new(Char('c'), KeyModifiers::CONTROL)), Some(Action::Quit));
        assert_eq!(action(Stage, KeyEvent::new(Char('r'), KeyModifiers::CONTROL)), None);
        assert_eq!(action(Stage, KeyEvent::new(Up, KeyModifiers::SHIFT)), Some(Action::SourceUp));
        assert_eq!(action(Stage, KeyEvent::new(Right, KeyModifiers::SHIFT)), Some(Action::Forward));
        assert_eq!(action(Stage, press(Up)), Some(Action::SelectPrevious));
    }

    #[test]
    fn every_key_stands_in_the_palette_unless_it_only_moves() {
        use Action::{Down, PageDown, PageUp, Palette, Run, Up};
        let moves = |action| matches!(action, Up | Down | PageUp | PageDown | Palette | Run(_));
        for row in TABLE.iter().filter(|row| !moves(row.action)) {
            assert!(crate::app::palette::name_of(row.action).is_some(), "{}", row.label);
        }
    }

    #[test]
    fn every_key_is_explained_in_both_languages() {
        use crate::locale::{Language, Locale};
        for language in Language::ALL {
            let locale = Locale::new(language);
            for row in TABLE {
                assert!(locale.has(row.help), "{}", row.help);
                assert!(row.hint.is_empty() || locale.has(row.hint), "{}", row.hint);
            }
        }
    }
}
