//! Asks the terminal once, before anything is read from it, how wide a sign of ambiguous width is: the sign is printed, and the
//! terminal says where the cursor then stands. One that does not answer is waited for briefly, and taken for one in which it
//! is one cell wide. What was typed meanwhile is kept.

use std::{
    io::{self, IsTerminal, Write, stdin, stdout},
    os::fd::AsFd,
    time::{Duration, Instant},
};

use crossterm::{
    cursor::MoveTo,
    event::{Event, KeyCode, KeyEvent, KeyModifiers},
    execute, queue,
    style::Print,
    terminal::{Clear, ClearType},
};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::read,
};

use super::signs::Signs;

/// An answer that comes later is ignored.
const PATIENCE: Duration = Duration::from_millis(100);

/// What is printed, and the question where the cursor is (ECMA-48, device status report).
const SIGN: char = '●';
const QUESTION: &str = "\x1b[6n";

/// What the terminal has said, and what was typed before it did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// The signs that it can show.
    pub signs: Signs,
    /// What was typed.
    pub typed: Vec<Event>,
}

/// Asks. The terminal is in raw mode, and its screen is ours; it is empty afterwards.
///
/// # Errors
/// When the terminal cannot be written or read.
pub fn ask() -> io::Result<Answer> {
    // The events come from elsewhere when the input is not the terminal.
    if !stdin().is_terminal() {
        return Ok(Answer::default());
    }
    queue!(stdout(), MoveTo(0, 0), Print(SIGN), Print(QUESTION))?;
    stdout().flush()?;
    let bytes = listen(stdin(), PATIENCE)?;
    execute!(stdout(), MoveTo(0, 0), Clear(ClearType::All))?;
    Ok(understood(&bytes))
}

/// What comes up to the answer, or until patience is at its end.
fn listen(from: impl AsFd, patience: Duration) -> io::Result<Vec<u8>> {
    let end = Instant::now() + patience;
    let mut bytes = Vec::new();
    while column(&bytes).is_none() {
        let left = end.saturating_duration_since(Instant::now());
        let left = Timespec::try_from(left).map_err(io::Error::other)?;
        let mut asked = [PollFd::new(&from, PollFlags::IN)];
        let mut piece = [0; 256];
        match poll(&mut asked, Some(&left)) {
            Ok(0) => break,
            Err(rustix::io::Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        match read(&from, &mut piece)? {
            0 => break,
            count => bytes.extend_from_slice(&piece[..count]),
        }
    }
    Ok(bytes)
}

/// Where the answer is: `ESC [ row ; column R`.
fn column(bytes: &[u8]) -> Option<(std::ops::Range<usize>, u16)> {
    (0..bytes.len()).find_map(|from| {
        let behind = bytes[from..].strip_prefix(b"\x1b[")?;
        let end = behind.iter().position(|byte| !byte.is_ascii_digit() && *byte != b';')?;
        let (_, column) = std::str::from_utf8(&behind[..end]).ok()?.split_once(';')?;
        let column = column.parse().ok().filter(|_| behind[end] == b'R')?;
        Some((from..from + end + 3, column))
    })
}

/// The signs, and what was typed around the answer.
fn understood(bytes: &[u8]) -> Answer {
    let Some((place, column)) = column(bytes) else {
        return Answer { signs: Signs::All, typed: keys(bytes) };
    };
    let typed = [&bytes[..place.start], &bytes[place.end..]].concat();
    Answer { signs: Signs::of_width(column.saturating_sub(1)), typed: keys(&typed) }
}

/// Letters, and the keys that are one byte. What begins with Escape and has more behind it is left out: nobody is missed who
/// moved the mouse before there was anything to see.
fn keys(bytes: &[u8]) -> Vec<Event> {
    let text = String::from_utf8_lossy(bytes);
    let mut keys = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let key = match c {
            '\x1b' if matches!(rest.peek(), Some('[' | 'O')) => {
                rest.next();
                while rest.next_if(|c| !('\x40'..='\x7e').contains(c)).is_some() {}
                rest.next();
                continue;
            }
            '\x1b' => KeyEvent::from(KeyCode::Esc),
            '\r' => KeyEvent::from(KeyCode::Enter),
            '\t' => KeyEvent::from(KeyCode::Tab),
            '\x7f' => KeyEvent::from(KeyCode::Backspace),
            '\x01'..='\x1a' => KeyEvent::new(KeyCode::Char(char::from(c as u8 - 1 + b'a')), KeyModifiers::CONTROL),
            c if c.is_control() || c == char::REPLACEMENT_CHARACTER => continue,
            c if c.is_uppercase() => KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT),
            c => KeyEvent::from(KeyCode::Char(c)),
        };
        keys.push(Event::Key(key));
    }
    keys
}

#[cfg(test)]
mod tests {
    use std::os::unix::net::UnixStream;

    use super::*;

    fn codes(answer: &Answer) -> Vec<KeyCode> {
        answer.typed.iter().filter_map(|event| event.as_key_event().map(|key| key.code)).collect()
    }

    #[test]
    fn the_column_says_how_wide_the_sign_is() {
        assert_eq!(understood(b"\x1b[1;2R"), Answer { signs: Signs::All, typed: Vec::new() });
        assert_eq!(understood(b"\x1b[1;3R"), Answer { signs: Signs::Ascii, typed: Vec::new() });
        assert_eq!(understood(b""), Answer::default());
    }

    #[test]
    fn what_was_typed_meanwhile_is_kept() {
        let answer = understood("q\x1b[A锁\r\x1b[1;3R\x03".as_bytes());
        assert_eq!(answer.signs, Signs::Ascii);
        assert_eq!(codes(&answer), [KeyCode::Char('q'), KeyCode::Char('锁'), KeyCode::Enter, KeyCode::Char('c')]);
        assert_eq!(codes(&understood(b"\x1b")), [KeyCode::Esc]);
    }

    #[test]
    fn an_answer_ends_the_wait_and_nobody_waits_longer_than_patience() {
        let (ours, mut theirs) = UnixStream::pair().expect("there are sockets");
        theirs.write_all(b"x\x1b[1;").expect("it is taken");
        theirs.write_all(b"3R").expect("it is taken");
        let forever = Duration::from_secs(1000);
        assert_eq!(listen(&ours, forever).expect("it can be read"), b"x\x1b[1;3R");
        assert_eq!(listen(&ours, Duration::from_millis(1)).expect("it can be read"), b"", "nobody answers");
        drop(theirs);
        assert_eq!(listen(&ours, forever).expect("it can be read"), b"", "it is gone");
    }
}
