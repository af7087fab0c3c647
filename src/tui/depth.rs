//! Fits a finished screen to the colours that the terminal can show.

use ratatui::{
    buffer::Buffer,
    style::{Color, Modifier},
};

use super::theme::Theme;

/// How many colours there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColourDepth {
    /// None (`NO_COLOR`): what stands out by its ground is shown in reverse.
    None,
    /// The 256 of xterm.
    Indexed,
    /// All.
    True,
}

impl ColourDepth {
    /// What the environment says: <https://no-color.org>, and `COLORTERM` as terminals set it.
    #[must_use]
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        match (set("NO_COLOR"), set("COLORTERM").as_deref()) {
            (Some(_), _) => Self::None,
            (None, Some("truecolor" | "24bit")) => Self::True,
            _ => Self::Indexed,
        }
    }

    /// Changes the colours of a screen that was drawn in this theme.
    pub fn fit(self, theme: &Theme, buffer: &mut Buffer) {
        for cell in &mut buffer.content {
            match self {
                Self::True => return,
                Self::Indexed => {
                    cell.fg = indexed(cell.fg);
                    cell.bg = indexed(cell.bg);
                }
                Self::None => {
                    let stands_out = cell.bg != theme.background && cell.bg != theme.raised && cell.bg != Color::Reset;
                    if stands_out {
                        cell.modifier |= Modifier::REVERSED;
                    }
                    cell.fg = Color::Reset;
                    cell.bg = Color::Reset;
                }
            }
        }
    }
}

/// The nearest colour of the 6×6×6 cube or of the greys of xterm's palette.
fn indexed(colour: Color) -> Color {
    let Color::Rgb(r, g, b) = colour else { return colour };
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let nearest = |part: u8| (0..6u8).min_by_key(|&at| STEPS[usize::from(at)].abs_diff(part)).unwrap_or(0);
    let (x, y, z) = (nearest(r), nearest(g), nearest(b));
    let cube = [STEPS[usize::from(x)], STEPS[usize::from(y)], STEPS[usize::from(z)]];
    let mean = (u16::from(r) + u16::from(g) + u16::from(b)) / 3;
    let grey = (mean.saturating_sub(3) / 10).min(23) as u8;
    let level = 8 + 10 * grey;
    let distance =
        |other: [u8; 3]| -> u32 { [r, g, b].iter().zip(other).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    if distance([level; 3]) < distance(cube) {
        Color::Indexed(232 + grey)
    } else {
        Color::Indexed(16 + 36 * x + 6 * y + z)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides() {
        let of = |set: &[(&str, &str)]| {
            ColourDepth::of_environment(|name| {
                set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), ColourDepth::Indexed);
        assert_eq!(of(&[("COLORTERM", "truecolor")]), ColourDepth::True);
        assert_eq!(of(&[("COLORTERM", "truecolor"), ("NO_COLOR", "1")]), ColourDepth::None);
        assert_eq!(of(&[("NO_COLOR", "")]), ColourDepth::Indexed);
    }

    #[test]
    fn the_nearest_of_the_256_colours_is_taken() {
        assert_eq!(indexed(Color::Rgb(255, 255, 255)), Color::Indexed(231));
        assert_eq!(indexed(Color::Rgb(0, 0, 0)), Color::Indexed(16));
        assert_eq!(indexed(Color::Rgb(128, 128, 128)), Color::Indexed(244));
        assert_eq!(indexed(Color::Rgb(255, 0, 0)), Color::Indexed(196));
    }
}
