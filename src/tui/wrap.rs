//! Breaks styled words into lines: at spaces, and between Chinese characters, but not before punctuation that closes.

use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Must not begin a line.
const CLOSING: &str = "，。、；：？！）】》」』”’…,.;:?!)]}";

/// Must not end a line.
const OPENING: &str = "（【《「『“‘([{";

/// The lines that the spans take at a width, in cells.
#[must_use]
pub fn wrap<'a>(spans: &[Span<'_>], cells: usize) -> Vec<Line<'a>> {
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    for unit in units(spans) {
        if used > 0 && used + unit.wide > cells {
            lines.push(Vec::new());
            used = 0;
        }
        if used == 0 && unit.blank && lines.len() > 1 {
            continue;
        }
        used += unit.wide;
        if let Some(line) = lines.last_mut() {
            line.extend(unit.pieces);
        }
    }
    lines.into_iter().map(Line::from).collect()
}

/// The lines that a plain text takes at a width, in cells.
#[must_use]
pub fn wrap_text(text: &str, cells: usize) -> Vec<String> {
    let lines = wrap(&[Span::raw(text)], cells);
    lines.into_iter().map(|line| line.spans.iter().map(|span| &*span.content).collect::<String>()).collect()
}

/// A stretch that is not broken: a word, blanks, or a Chinese character with the punctuation behind it.
struct Unit<'a> {
    /// Its text, a piece for each span that it has a part of.
    pieces: Vec<Span<'a>>,
    /// How many cells it takes.
    wide: usize,
    blank: bool,
}

fn units<'a>(spans: &[Span<'_>]) -> Vec<Unit<'a>> {
    let mut units: Vec<Unit<'a>> = Vec::new();
    let mut before = Kind::Blank;
    for span in spans {
        let whole = span.style.bg.is_some();
        let clusters: Vec<&str> = if whole { vec![&span.content] } else { span.content.graphemes(true).collect() };
        let mut begins = true;
        for cluster in clusters {
            let kind = if whole { Kind::Whole } else { Kind::of(cluster) };
            let joins = match (before, kind) {
                (Kind::Word, Kind::Word) | (Kind::Blank, Kind::Blank) => true,
                (Kind::Blank, _) | (Kind::Opening, Kind::Blank) => false,
                (_, Kind::Closing) | (Kind::Opening, _) => true,
                // A word goes on in its brackets: `put(dish)`.
                (Kind::Word, Kind::Opening) => cluster.width() == 1,
                _ => false,
            };
            let wide = cluster.width();
            match units.last_mut().filter(|_| joins) {
                Some(unit) => {
                    unit.wide += wide;
                    match unit.pieces.last_mut().filter(|_| !begins) {
                        Some(piece) => piece.content.to_mut().push_str(cluster),
                        None => unit.pieces.push(Span::styled(cluster.to_owned(), span.style)),
                    }
                }
                None => {
                    let pieces = vec![Span::styled(cluster.to_owned(), span.style)];
                    units.push(Unit { pieces, wide, blank: kind == Kind::Blank });
                }
            }
            begins = false;
            before = match kind {
                // Behind a Chinese sign a line can be broken, whatever comes.
                Kind::Closing if wide > 1 => Kind::Wide,
                Kind::Closing => Kind::Word,
                kind => kind,
            };
        }
    }
    units
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Word,
    /// Wider than one cell: a line can be broken before and behind it.
    Wide,
    Opening,
    Closing,
    /// On a ground of its own: stays together.
    Whole,
}

impl Kind {
    fn of(cluster: &str) -> Self {
        match cluster {
            // Most texts are made of these.
            _ if cluster.len() == 1 && cluster.as_bytes()[0].is_ascii_alphanumeric() => Self::Word,
            _ if cluster.trim().is_empty() => Self::Blank,
            _ if OPENING.contains(cluster) => Self::Opening,
            _ if CLOSING.contains(cluster) => Self::Closing,
            _ if cluster.width() > 1 => Self::Wide,
            _ => Self::Word,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(text: &str, cells: usize) -> Vec<String> {
        wrap(&[Span::raw(text)], cells).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_between_chinese_characters() {
        assert_eq!(wrapped("alice takes lock_a", 12), ["alice takes ", "lock_a"]);
        assert_eq!(wrapped("两把锁，相反的顺序", 8), ["两把锁，", "相反的顺", "序"]);
        assert_eq!(wrapped("获取锁，", 6), ["获取", "锁，"]);
        assert_eq!(wrapped("之前就有了，start() 之后", 14), ["之前就有了，", "start() 之后"]);
        assert_eq!(wrapped("换策略（p）再比", 8), ["换策略", "（p）再", "比"]);
        assert_eq!(wrapped("put(dish), get()", 10), ["put(dish),", "get()"]);
        assert_eq!(wrapped("", 6), [""]);
    }
}
