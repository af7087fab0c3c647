//! What a pane draws, as text: for tests.

use std::sync::Arc;

use ratatui::{buffer::Buffer, layout::Rect};
use unicode_width::UnicodeWidthStr;

use super::table::{View, panel};
use crate::{
    app::{Stage, ThemeName},
    host::Settings,
    locale::{Language, Locale},
    scenario::{Pane, Scenario},
    source::SourceText,
    tui::{hit::Hits, motion::Motion, painter::Painter, theme::Theme},
};

/// The picture place, with its title, at 80 × 24, 120 × 36 and 160 × 50; and folded into its title.
pub const PLACES: [(u16, u16); 4] = [(37, 11), (59, 18), (79, 14), (79, 1)];

/// A program on the stage.
pub fn stage_of(text: &str, settings: Settings) -> Stage {
    let scenario = Scenario::read("x", Arc::new(SourceText::new("x.py", text)), None).expect("it is well formed");
    Stage::open(scenario, settings).expect("it compiles")
}

/// The rows that a pane draws, with its title.
pub fn drawn(stage: &Stage, pane: Pane, language: Language, (width, height): (u16, u16)) -> Vec<String> {
    let locale = Locale::new(language);
    let theme = Theme::of(ThemeName::Dark);
    let painter = Painter { scene: stage.scene(), names: stage.names(), locale: &locale, theme, motion: Motion::STILL };
    let panel = panel(pane).expect("every pane has a row");
    let view = View { painter: &painter, stage, title: locale.text(panel.title), thread_rows: Some(6), shown: &[] };
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    (panel.draw)(&view, area, &mut Hits::default(), &mut buf);
    let row = |y| {
        let (mut x, mut text) = (0, String::new());
        while x < width {
            let symbol = buf[(x, y)].symbol();
            text.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        text.trim_end().to_owned()
    };
    (0..height).map(row).collect()
}
