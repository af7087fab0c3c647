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
    comment: Color,
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
    dim: rgb(0x7A_8599),
    rule: rgb(0x3A_4252),
    accent: rgb(0x88_C0D0),
    good: rgb(0x8F_C774),
    warn: rgb(0xEB_CB6B),
    bad: rgb(0xF0_6A74),
    on_thread: rgb(0x14_171C),
    threads: colours([0xA9_B4C6, 0x61_AFEF, 0xE5_A05A, 0x8F_C774, 0xC6_8CE0, 0x4F_C4B8, 0xE9_80A6, 0xD6_C15A]),
    comment: rgb(0x6B_7689),
};

const LIGHT: Theme = Theme {
    background: rgb(0xFA_FAF7),
    raised: rgb(0xE4_E8EE),
    text: rgb(0x1F_2430),
    dim: rgb(0x66_6F80),
    rule: rgb(0xC3_C9D3),
    accent: rgb(0x0B_6E8A),
    good: rgb(0x2E_7D32),
    warn: rgb(0x8A_5A00),
    bad: rgb(0xC2_1F30),
    on_thread: rgb(0xFF_FFFF),
    threads: colours([0x55_5F70, 0x1F_62B5, 0xB0_5A00, 0x2E_7D32, 0x7A_3CA3, 0x00_7A72, 0xB0_2A64, 0x7A_6500]),
    comment: rgb(0x7A_8290),
};

const HIGH_CONTRAST: Theme = Theme {
    background: rgb(0x00_0000),
    raised: rgb(0x30_3030),
    text: rgb(0xFF_FFFF),
    dim: rgb(0xC8_C8C8),
    rule: rgb(0xA0_A0A0),
    accent: rgb(0x00_FFFF),
    good: rgb(0x00_FF66),
    warn: rgb(0xFF_FF00),
    bad: rgb(0xFF_5555),
    on_thread: rgb(0x00_0000),
    threads: colours([0xFF_FFFF, 0x4D_C3FF, 0xFF_B000, 0x00_FF66, 0xFF_80FF, 0x00_FFE0, 0xFF_8080, 0xFF_FF00]),
    comment: rgb(0xC8_C8C8),
};

/// The palette of Okabe and Ito, "Color Universal Design" (2008), lightened a little for a dark ground.
const COLOUR_BLIND: Theme = Theme {
    background: rgb(0x12_1418),
    raised: rgb(0x2A_2F38),
    text: rgb(0xE6_E6E6),
    dim: rgb(0x9A_A0AA),
    rule: rgb(0x4A_505A),
    accent: rgb(0x56_B4E9),
    good: rgb(0x56_B4E9),
    warn: rgb(0xF0_E442),
    bad: rgb(0xE6_7A2E),
    on_thread: rgb(0x0C_0E10),
    threads: colours([0xE6_E6E6, 0x56_B4E9, 0xE6_9F00, 0x00_C08F, 0xF0_E442, 0x4C_8FD6, 0xE6_7A2E, 0xDC_96BE]),
    comment: rgb(0x9A_A0AA),
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

    /// A stretch of Python. It has no colour: a colour in a program is a thread's.
    #[must_use]
    pub const fn token(&self, class: TokenClass) -> Style {
        match class {
            TokenClass::Keyword => Style::new().fg(self.text).add_modifier(Modifier::BOLD),
            TokenClass::Text | TokenClass::Comment => Style::new().fg(self.comment),
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
