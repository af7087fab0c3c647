//! How the screen looks, by name; what the names mean in colours is the terminal's business.

use std::{fmt, str::FromStr};

use crate::scenario::Pane;

/// How the screen looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// The theme.
    pub theme: ThemeName,
    /// Whether changes are shown in motion.
    pub motion: bool,
    /// The pane that has all the room.
    pub zoom: Option<Pane>,
    /// The pane that had it last.
    pub zoomed: Option<Pane>,
}

/// A theme.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub enum ThemeName {
    /// Light text on dark.
    #[default]
    Dark,
    /// Dark text on light: for projectors and paper.
    Light,
    /// Black, white and few strong colours.
    HighContrast,
    /// Colours that people tell apart with every kind of colour vision (Okabe and Ito).
    ColourBlind,
}

impl ThemeName {
    /// Every theme, in the order in which one changes from one to the next.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::HighContrast, Self::ColourBlind];

    /// Its name, as in `--theme`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::HighContrast => "high-contrast",
            Self::ColourBlind => "colour-blind",
        }
    }

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|&known| known == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

impl fmt::Display for ThemeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that is no theme's.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("`{0}` is not a theme: dark, light, high-contrast, colour-blind")]
pub struct NotATheme(pub String);

impl FromStr for ThemeName {
    type Err = NotATheme;

    fn from_str(name: &str) -> Result<Self, NotATheme> {
        Self::ALL.into_iter().find(|theme| theme.name() == name).ok_or_else(|| NotATheme(name.to_owned()))
    }
}
