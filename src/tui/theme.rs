//! What the themes mean in colours: a colour a role, and a colour a thread. The one place where colours are named.
//!
//! Colours are given in full; [`super::depth`] fits them to what the terminal can show.

use ratatui::style::{Color, Modifier, Style};

use crate::{app::ThemeName, compiler::highlight::TokenClass, ids::ThreadId};

/// The colours of a theme by what they are for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    /// Behind everything.
    pub background: Color,
    /// Behind the line that is about to run, and behind what is chosen.
    pub raised: Color,
    /// Words.
    pub text: Color,
    /// Words that matter less.
    pub dim: Color,
    /// Rules between panes.
    pub rule: Color,
    /// Titles and keys.
    pub accent: Color,
    /// What went well.
    pub good: Color,
    /// What wants a look.
    pub warn: Color,
    /// What went wrong.
    pub bad: Color,
    /// Words on a thread's colour.
    pub on_thread: Color,
    threads: [Color; 8],
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const fn colours<const N: usize>(hex: [u32; N]) -> [Color; N] {
    let mut all = [Color::Reset; N];
    let mut at = 0;
    while at < N {
        all[at] = rgb(hex[at]);
        at += 1;
    }
    all
}

const DARK: Theme = Theme {
    background: rgb(0x16_191F),
    raised: rgb(0x27_2D38),
    text: rgb(0xD8_DEE9),
    dim: rgb(0xA3_ADBF),
    rule: rgb(0x3A_4252),
    accent: rgb(0x88_C0D0),
    good: rgb(0x8F_C774),
    warn: rgb(0xEB_CB6B),
    bad: rgb(0xF0_848C),
    on_thread: rgb(0x14_171C),
    threads: colours([0xA9_B4C6, 0x61_AFEF, 0xE5_A05A, 0xC6_8CE0, 0x4F_C4B8, 0xD6_C15A, 0xF2_A7C3, 0x9D_B8FF]),
};

const LIGHT: Theme = Theme {
    background: rgb(0xFA_FAF7),
    raised: rgb(0xE4_E8EE),
    text: rgb(0x1F_2430),
    dim: rgb(0x52_5A68),
    rule: rgb(0xC3_C9D3),
    accent: rgb(0x0A_5C74),
    good: rgb(0x1F_6B27),
    warn: rgb(0x74_4B00),
    bad: rgb(0xB0_1828),
    on_thread: rgb(0xFF_FFFF),
    threads: colours([0x4A_5464, 0x1A_56A3, 0x8F_4700, 0x6F_3397, 0x00_665F, 0x66_5400, 0x96_285A, 0x3D_4FB0]),
};

const HIGH_CONTRAST: Theme = Theme {
    background: rgb(0x00_0000),
    raised: rgb(0x1C_1C1C),
    text: rgb(0xFF_FFFF),
    dim: rgb(0xC8_C8C8),
    rule: rgb(0xA0_A0A0),
    accent: rgb(0x00_FFFF),
    good: rgb(0x00_FF66),
    warn: rgb(0xFF_FF00),
    bad: rgb(0xFF_9090),
    on_thread: rgb(0x00_0000),
    threads: colours([0xFF_FFFF, 0x4D_C3FF, 0xFF_B000, 0xFF_80FF, 0x00_FFE0, 0xFF_FF00, 0xFF_B3CF, 0xAF_C4FF]),
};

/// The palette of Okabe and Ito, "Color Universal Design" (2008), lightened a little for a dark ground.
const COLOUR_BLIND: Theme = Theme {
    background: rgb(0x12_1418),
    raised: rgb(0x2A_2F38),
    text: rgb(0xE6_E6E6),
    dim: rgb(0xB0_B6C0),
    rule: rgb(0x4A_505A),
    accent: rgb(0x7C_C4F0),
    good: rgb(0x56_B4E9),
    warn: rgb(0xF0_E442),
    bad: rgb(0xF0_9A5C),
    on_thread: rgb(0x0C_0E10),
    threads: colours([0xE6_E6E6, 0x56_B4E9, 0xE6_9F00, 0xDC_96BE, 0x2C_C9A0, 0xF0_E442, 0xC9_B6F2, 0x9C_C0E0]),
};

impl Theme {
    /// The theme of a name.
    #[must_use]
    pub const fn of(name: ThemeName) -> &'static Self {
        match name {
            ThemeName::Dark => &DARK,
            ThemeName::Light => &LIGHT,
            ThemeName::HighContrast => &HIGH_CONTRAST,
            ThemeName::ColourBlind => &COLOUR_BLIND,
        }
    }

    /// The colour of a thread: the same in every pane. Threads behind the eighth begin again with the second colour.
    #[must_use]
    pub const fn thread(&self, id: ThreadId) -> Color {
        match id.index() {
            0 => self.threads[0],
            at => self.threads[1 + (at - 1) % 7],
        }
    }

    /// Plain words.
    #[must_use]
    pub const fn plain(&self) -> Style {
        Style::new().fg(self.text).bg(self.background)
    }

    /// Words that matter less.
    #[must_use]
    pub const fn faint(&self) -> Style {
        Style::new().fg(self.dim)
    }

    /// Titles and keys.
    #[must_use]
    pub const fn title(&self) -> Style {
        Style::new().fg(self.accent).add_modifier(Modifier::BOLD)
    }

    /// A stretch of Python: nearly without colour, since a colour is always a thread.
    #[must_use]
    pub const fn token(&self, class: TokenClass) -> Style {
        match class {
            TokenClass::Keyword => Style::new().fg(self.text).add_modifier(Modifier::BOLD),
            TokenClass::Text | TokenClass::Comment => Style::new().fg(self.dim),
            _ => Style::new().fg(self.text),
        }
    }
}

/// The colour on the way from one to another; `part` from 0 to 1.
#[must_use]
pub fn mix(from: Color, to: Color, part: f32) -> Color {
    let (Color::Rgb(r, g, b), Color::Rgb(to_r, to_g, to_b)) = (from, to) else { return to };
    let blend = |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * part).round() as u8;
    Color::Rgb(blend(r, to_r), blend(g, to_g), blend(b, to_b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of a colour, as in WCAG 2.
    fn luminance(colour: Color) -> f64 {
        let Color::Rgb(r, g, b) = colour else { panic!("{colour:?} is not given in full") };
        let linear = |part: u8| match f64::from(part) / 255.0 {
            low if low <= 0.03928 => low / 12.92,
            high => ((high + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_word_can_be_read_on_every_ground() {
        for name in ThemeName::ALL {
            let theme = Theme::of(name);
            let least = if name == ThemeName::HighContrast { 7.0 } else { 4.5 };
            let mut words = vec![theme.text, theme.dim, theme.accent, theme.good, theme.warn, theme.bad];
            words.extend(theme.threads);
            for word in words {
                for ground in [theme.background, theme.raised] {
                    let found = contrast(word, ground);
                    assert!(found >= least, "{name:?}: {word:?} on {ground:?} has {found:.1}");
                }
            }
            for ground in theme.threads.into_iter().chain([theme.bad, theme.accent]) {
                let found = contrast(theme.on_thread, ground);
                assert!(found >= 4.5, "{name:?}: a chip on {ground:?} has {found:.1}");
            }
        }
    }
}
