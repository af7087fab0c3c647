//! The colours of a drawing, each a class of a short name.

use std::fmt::Write;

use indexmap::IndexSet;

use super::{FONTS, LETTERS};
use crate::picture::{Colour, Look};

/// The colours that are used.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Styles {
    colours: IndexSet<Colour>,
}

impl Styles {
    /// The class of a colour.
    pub fn class(&mut self, colour: Colour) -> String {
        format!("c{}", self.colours.insert_full(colour).0)
    }

    /// The classes of a text.
    pub fn classes(&mut self, look: Look) -> String {
        let mut classes = self.class(look.text);
        for (is, class) in [(look.bold, " b"), (look.italic, " i"), (look.underlined, " u")] {
            classes.push_str(if is { class } else { "" });
        }
        classes
    }

    /// What the classes mean.
    pub fn css(&self) -> String {
        let mut css = format!(
            "text{{font:{LETTERS}px {FONTS};white-space:pre}}\
             .b{{font-weight:700}}.i{{font-style:italic}}.u{{text-decoration:underline}}\
             .k{{shape-rendering:crispEdges}}"
        );
        for (at, &colour) in self.colours.iter().enumerate() {
            let _ = write!(css, ".c{at}{{fill:{}}}", hex(colour));
        }
        css
    }
}

/// The ground of the whole screen.
pub(super) fn ground(colour: Colour) -> String {
    format!(r#"<rect width="100%" height="100%" fill="{}"/>"#, hex(colour))
}

fn hex(Colour(r, g, b): Colour) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}
