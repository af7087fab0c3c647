//! What is typed and pasted into a line of text: the search of the gallery, the palette, or the number of a step.

use tui_input::{Input, InputRequest};

use super::{App, Overlay};

/// No line of text has more characters.
const LONGEST: usize = 4096;

impl App {
    /// Changes the line of text that is being typed.
    pub fn edit(&mut self, request: InputRequest) {
        match (&mut self.overlay, request) {
            (Some(Overlay::GoTo(_) | Overlay::Line(_)), InputRequest::InsertChar(typed)) => {
                self.paste(typed.encode_utf8(&mut [0; 4]));
            }
            (Some(Overlay::GoTo(input)), request) => {
                input.handle(request);
            }
            (Some(Overlay::Line(line)), request) => {
                line.typed.handle(request);
            }
            (Some(Overlay::Palette(_)), InputRequest::InsertChar(typed)) => {
                self.paste(typed.encode_utf8(&mut [0; 4]));
            }
            (Some(Overlay::Palette(palette)), request) => palette.edit(request),
            (_, InputRequest::InsertChar(typed)) => self.paste(typed.encode_utf8(&mut [0; 4])),
            (_, request) => self.gallery.edit(request),
        }
    }

    /// Puts a text into the line that is being typed, as far as there is room: without what ends a line or moves a cursor,
    /// and where a number is asked for, its digits only.
    pub fn paste(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::GoTo(input)) => *input = with(input, text, |c| c.is_ascii_digit()),
            Some(Overlay::Line(line)) => line.typed = with(&line.typed, text, |c| !c.is_control()),
            Some(Overlay::Palette(palette)) => {
                let input = with(palette.input(), text, |c| !c.is_control());
                palette.set_input(input);
            }
            _ => self.gallery.set_query(with(self.gallery.query(), text, |c| !c.is_control())),
        }
    }
}

/// The line with a text at its cursor.
fn with(line: &Input, text: &str, fits: impl Fn(char) -> bool) -> Input {
    let room = LONGEST.saturating_sub(line.value().chars().count());
    let pasted: String = text.chars().filter(|&c| fits(c)).take(room).collect();
    let cursor = line.cursor();
    let before = line.value().chars().take(cursor);
    let behind = line.value().chars().skip(cursor);
    let value: String = before.chain(pasted.chars()).chain(behind).collect();
    Input::new(value).with_cursor(cursor + pasted.chars().count())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{
        super::{Action, Stage, tests::app_with},
        *,
    };
    use crate::ids::StepIndex;

    const NOW: Duration = Duration::ZERO;

    #[test]
    fn what_is_pasted_into_the_search_is_one_line_and_has_an_end() {
        let mut app = app_with("deadlock");
        app.update(Action::Back, NOW);
        app.update(Action::Search, NOW);
        app.paste("lo\r\nst\x1b[A 锁");
        assert_eq!(app.gallery().query().value(), "lost[A 锁");
        app.edit(InputRequest::GoToStart);
        app.paste("the ");
        assert_eq!(app.gallery().query().value(), "the lost[A 锁");
        assert_eq!(app.gallery().query().cursor(), 4);
        app.paste(&"x".repeat(100_000));
        assert_eq!(app.gallery().query().value().chars().count(), LONGEST);
        app.edit(InputRequest::InsertChar('y'));
        assert_eq!(app.gallery().query().value().chars().count(), LONGEST);
    }

    #[test]
    fn what_is_pasted_where_a_number_is_asked_for_is_a_number() {
        let mut app = app_with("deadlock");
        app.update(Action::GoTo, NOW);
        app.paste("step 1\n2\n");
        app.submit(NOW);
        assert_eq!(app.stage().map(Stage::cursor), Some(StepIndex(12)));
    }
}
