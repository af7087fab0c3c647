//! Signs for terminals in which those of the stage would take two cells: characters whose width is *ambiguous* in Unicode
//! (box lines, blocks, arrows, circles) are wide in some terminals that are set up for Chinese. What takes two cells there would shift
//! the rest of its row; so ASCII stands in its place, changed on the finished screen.
//!
//! <https://www.unicode.org/reports/tr11/> says which they are. Which kind a terminal is is measured: `tui/answer.rs`.

use ratatui::buffer::{Buffer, Cell};
use unicode_width::UnicodeWidthChar;

/// Which signs a terminal can show in one cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Signs {
    /// All that the stage has.
    #[default]
    All,
    /// Those of ASCII.
    Ascii,
}

impl Signs {
    /// The signs for a terminal in which a sign of ambiguous width moved the cursor by so many cells.
    #[must_use]
    pub const fn of_width(cells: u16) -> Self {
        if cells > 1 { Self::Ascii } else { Self::All }
    }

    /// Changes the signs of a finished screen.
    pub fn fit(self, buffer: &mut Buffer) {
        if self == Self::Ascii {
            buffer.content.iter_mut().for_each(replace);
        }
    }
}

fn replace(cell: &mut Cell) {
    let ambiguous = |c: char| c.width() == Some(1) && (c.width_cjk() == Some(2) || is_kin(c));
    if let Some(sign) = cell.symbol().chars().next().filter(|&sign| ambiguous(sign)) {
        cell.set_char(ascii(sign));
    }
}

/// What Unicode gives one width, but belongs to a set of which the rest is ambiguous, as `░` does; and what fonts lack and
/// borrow, wide, from others.
const fn is_kin(sign: char) -> bool {
    matches!(sign, '\u{2500}'..='\u{259F}' | '✓' | '✗' | '▸' | '◂' | '▴' | '▾')
}

/// What stands for a sign: the same for the same meaning, as the legend of the stage has it.
const fn ascii(sign: char) -> char {
    match sign {
        '█' => '#',
        '░' | '▒' | '▓' => '%',
        '●' => '*',
        '○' => 'o',
        '▶' | '▸' | '▷' | '→' | '›' | '»' => '>',
        '◀' | '◂' | '◁' | '←' | '‹' | '«' => '<',
        '▲' | '▴' | '△' | '↑' => '^',
        '▼' | '▾' | '▽' | '↓' => 'v',
        '◆' | '◈' => '@',
        '★' => '!',
        '·' | '•' | '‥' => '.',
        '…' => '~',
        '×' | '✗' => 'x',
        '✓' => '+',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '–' | '—' | '―' => '-',
        '│' | '┃' | '║' | '┆' | '┇' | '┊' | '┋' | '╎' | '╏' => '|',
        '─' | '━' | '═' | '┄' | '┅' | '┈' | '┉' | '╌' | '╍' => '-',
        '\u{2500}'..='\u{257F}' => '+',
        '▏' | '▎' | '▍' | '▌' | '▐' | '▕' => '|',
        '▁' | '▂' | '▃' => '_',
        '\u{2580}'..='\u{259F}' | '■' => '#',
        // Of a sign that is nowhere above nothing is known but that it is one.
        _ => '?',
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    fn shown(text: &str, signs: Signs) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 1));
        buffer.set_string(0, 0, text, ratatui::style::Style::new());
        signs.fit(&mut buffer);
        buffer.content.iter().map(Cell::symbol).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn what_would_take_two_cells_becomes_ascii() {
        assert_eq!(shown("█░●○▶◀▲▼◆◇·…─│┼", Signs::Ascii), "#%*o><^v@?.~-|+");
        assert_eq!(shown("“a” × 3 → b", Signs::Ascii), "\"a\" x 3 > b");
    }

    #[test]
    fn what_has_one_width_everywhere_stays() {
        let text = "lock 锁，(2) [pen] z";
        let kept: String = text.chars().filter(|c| c.width() == c.width_cjk()).collect();
        assert_eq!(shown(&kept, Signs::Ascii).replace(' ', ""), kept.replace(' ', ""));
        assert_eq!(shown("█ ● ─", Signs::All), "█ ● ─");
    }

    #[test]
    fn a_terminal_is_asked_for_the_width() {
        assert_eq!((Signs::of_width(1), Signs::of_width(2)), (Signs::All, Signs::Ascii));
    }
}
