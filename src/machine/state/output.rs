//! What the program has printed: a list that machines share, each line behind the one before.

use std::sync::Arc;

/// Printed text, in order. Cloning it is cheap, however long it is.
#[derive(Clone, Debug, Default)]
pub struct Output {
    last: Option<Arc<Piece>>,
    count: usize,
    bytes: usize,
    hash: u64,
}

#[derive(Debug)]
struct Piece {
    text: Box<str>,
    stderr: bool,
    before: Option<Arc<Piece>>,
}

impl Output {
    /// Appends a text.
    pub fn push(&mut self, text: &str, stderr: bool) {
        use std::hash::{Hash, Hasher};
        let mut hasher = rustc_hash::FxHasher::default();
        (self.hash, text, stderr).hash(&mut hasher);
        self.hash = hasher.finish();
        self.count += 1;
        self.bytes += text.len();
        let piece = Piece { text: text.into(), stderr, before: self.last.take() };
        self.last = Some(Arc::new(piece));
    }

    /// How many bytes were printed.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The pieces in order, each with whether it went to stderr.
    #[must_use]
    pub fn pieces(&self) -> Vec<(&str, bool)> {
        self.since(0)
    }

    /// How many pieces there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether nothing was printed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The pieces behind the first `count` ones.
    #[must_use]
    pub fn since(&self, count: usize) -> Vec<(&str, bool)> {
        let mut pieces = Vec::new();
        let mut at = self.last.as_deref();
        while let Some(piece) = at.filter(|_| pieces.len() < self.count.saturating_sub(count)) {
            pieces.push((&*piece.text, piece.stderr));
            at = piece.before.as_deref();
        }
        pieces.reverse();
        pieces
    }

    /// What went to stdout, or to stderr.
    #[must_use]
    pub fn text(&self, stderr: bool) -> String {
        self.text_since(0, stderr)
    }

    /// What went there behind the first `count` pieces.
    #[must_use]
    pub fn text_since(&self, count: usize, stderr: bool) -> String {
        self.since(count).into_iter().filter(|&(_, to_stderr)| to_stderr == stderr).map(|(text, _)| text).collect()
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        // One after the other: a long output would otherwise need as deep a stack.
        let mut before = self.before.take();
        while let Some(piece) = before {
            before = Arc::into_inner(piece).and_then(|mut piece| piece.before.take());
        }
    }
}

impl PartialEq for Output {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes && self.hash == other.hash
    }
}

impl Eq for Output {}

impl std::hash::Hash for Output {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_u64(self.hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_output_is_kept_in_order_and_dropped_without_recursion() {
        let mut output = Output::default();
        for n in 0..200_000 {
            output.push(&format!("{n}\n"), n % 2 == 1);
        }
        let copy = output.clone();
        drop(output);
        assert!(copy.text(false).starts_with("0\n2\n4\n"));
        assert_eq!(copy.pieces().len(), 200_000);
    }
}
