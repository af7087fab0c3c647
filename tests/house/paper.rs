//! Parts of a paper that are made from what is real: between a mark and the next end.

const END: &str = "<!-- end -->\n";

/// What stands in a paper between a mark and the next end.
pub fn section<'r>(paper: &'r str, mark: &str) -> &'r str {
    let start = paper.find(mark).unwrap_or_else(|| panic!("the paper has the mark {mark}")) + mark.len();
    let length = paper[start..].find(END).expect("a mark has an end");
    &paper[start..start + length]
}

/// Holds what stands behind a mark against what is real; `BLESS=1` writes it.
pub fn check(path: &str, mark: &str, expected: &str) {
    let paper = std::fs::read_to_string(path).expect("the paper is there");
    let found = section(&paper, mark);
    if found == expected {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        let new = paper.replacen(&format!("{mark}{found}{END}"), &format!("{mark}{expected}{END}"), 1);
        std::fs::write(path, new).expect("the paper can be written");
        return;
    }
    panic!("{path} says something else; BLESS=1 writes it:\n{expected}");
}
