//! Files for others to look at: one file a format.
//!
//! What shows the screen is made from pictures ([`crate::picture`]), what speaks of the run from its trace
//! ([`Performance`]). Nothing here knows how a screen is drawn or a program run. Tests: `tests/export/files.rs`, with readers
//! that are not ours.

pub mod cast;
pub mod chrome;
pub mod dot;
pub mod gif;
pub mod graph;
pub mod mermaid;
pub mod page;
mod palette;
pub mod png;
pub mod raster;
mod reel;
pub mod sentences;
pub mod shape;
pub mod svg;
pub mod video;

use std::{ops::RangeInclusive, path::Path};

use crate::{ids::StepIndex, locale::Locale, scenario::Narration, source::SourceText, telling::Proper, trace::History};

/// What is made of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// An asciicast: a recording of a terminal.
    Cast,
    /// The wait-for graph at a step, for Graphviz.
    Dot,
    /// A film of pixels.
    Gif,
    /// A page to play the run in.
    Html,
    /// A trace for Chrome and Perfetto.
    Json,
    /// The wait-for graph at a step, or the run as a sequence diagram, for Mermaid.
    Mermaid,
    /// A screen in pixels.
    Png,
    /// A screen or a film, drawn.
    Svg,
    /// The run in sentences, or a screen in words.
    Text,
    /// A film for players, made by ffmpeg.
    Video(video::Container),
}

impl Format {
    /// The formats, by the endings of their files.
    pub const ALL: &[(&'static str, Self)] = &[
        ("cast", Self::Cast),
        ("dot", Self::Dot),
        ("gif", Self::Gif),
        ("html", Self::Html),
        ("json", Self::Json),
        ("mmd", Self::Mermaid),
        ("mp4", Self::Video(video::Container::Mp4)),
        ("png", Self::Png),
        ("svg", Self::Svg),
        ("txt", Self::Text),
        ("webm", Self::Video(video::Container::WebM)),
    ];

    /// Whether it shows the screen as time goes by.
    #[must_use]
    pub const fn is_film(self) -> bool {
        matches!(self, Self::Cast | Self::Gif | Self::Svg | Self::Video(_))
    }

    /// Whether it can show the tour of a scenario.
    #[must_use]
    pub const fn plays_tours(self) -> bool {
        self.is_film() || matches!(self, Self::Html)
    }

    /// Whether it is made by a program that is not part of raddle.
    #[must_use]
    pub const fn needs_ffmpeg(self) -> bool {
        matches!(self, Self::Video(_))
    }

    /// The formats that raddle makes by itself, in the order in which they are offered.
    pub fn offered() -> impl Iterator<Item = (&'static str, Self)> {
        Self::ALL.iter().copied().filter(|(_, format)| !format.needs_ffmpeg())
    }

    /// The format of a file, by its ending.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.iter().find(|(known, _)| *known == ending).map(|&(_, format)| format)
    }
}

/// A run, for exporters that speak of what happened.
#[derive(Clone, Debug)]
pub struct Performance<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The program.
    pub source: &'a SourceText,
    /// The lines of the program that are shown, from one.
    pub lines: &'a [u32],
    /// What is told at its lines.
    pub narration: &'a Narration,
    /// What is known of how it should end.
    pub proper: Proper<'a>,
    /// What happened.
    pub history: &'a History,
    /// The steps that are told.
    pub steps: RangeInclusive<StepIndex>,
    /// The words.
    pub locale: &'a Locale,
}
