//! The house: arrows between the folders of `src/` point only downwards, each outside crate has one door, and files are
//! as the house wants them. Reads the source as text; knows no Rust beyond paths.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// The folders and files of `src/` by their height. A folder may use what is lower; folders of one height only
/// themselves.
const HEIGHTS: &[(&str, u32)] = &[
    ("ids", 0),
    ("source", 0),
    ("sync", 0),
    ("event", 0),
    ("choice", 0),
    ("text", 0),
    ("program", 1),
    ("standstill", 1),
    ("locale", 1),
    ("compiler", 2),
    ("stdlib", 2),
    ("machine", 2),
    ("trace", 3),
    ("schedule", 4),
    ("explore", 4),
    ("analysis", 4),
    ("host", 5),
    ("scenario", 5),
    ("scene", 6),
    ("picture", 6),
    ("telling", 7),
    ("app", 8),
    ("tui", 9),
    ("export", 9),
    ("lint", 10),
    ("cli", 11),
    ("main", 12),
    ("lib", 12),
];

/// Uses between folders of one height that are meant: ids below the vocabulary that speaks of them, primitives below
/// the events that speak of their changes, the library behind the compiler's look-up of modules.
const BESIDE: &[(&str, &str)] = &[
    ("event", "ids"),
    ("event", "source"),
    ("event", "sync"),
    ("sync", "ids"),
    ("choice", "ids"),
    ("choice", "event"),
    ("picture", "ids"),
    ("compiler", "stdlib"),
];

/// The floors of `machine/` by their height. `machine/mod.rs` is the house itself: it uses all of them, and they use it.
const FLOORS: &[(&str, u32)] = &[("state", 0), ("run", 1), ("language", 2), ("native", 3)];

/// Outside crates, and the only folders that may use them.
const DOORS: &[(&str, &[&str])] = &[
    ("ratatui", &["tui"]),
    ("crossterm", &["tui"]),
    ("tui_input", &["tui", "app"]),
    ("unicode_width", &["tui", "cli", "lint"]),
    ("unicode_segmentation", &["tui"]),
    ("ruff_python_parser", &["compiler"]),
    ("ruff_python_ast", &["compiler", "scenario"]),
    ("ruff_text_size", &["compiler"]),
    ("annotate_snippets", &["cli"]),
    ("etcetera", &["cli"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("signal_hook", &["cli", "tui"]),
    ("rustix", &["tui"]),
    ("crossbeam_channel", &["cli", "host", "tui"]),
    ("parking_lot", &["host"]),
    ("mimalloc", &["main"]),
    ("notify", &["tui", "app"]),
    ("notify_debouncer_full", &["tui", "app"]),
    ("nucleo_matcher", &["app"]),
    ("fluent_bundle", &["locale"]),
    ("unic_langid", &["locale"]),
    ("toml", &["scenario", "app", "cli", "tui"]),
    ("serde", &["scenario", "explore", "cli", "trace", "app", "export"]),
    ("serde_json", &["app", "cli", "trace", "export"]),
    ("num_bigint", &["machine", "program", "compiler", "text"]),
    ("num_traits", &["machine", "compiler", "text"]),
    ("num_integer", &["machine"]),
    ("hashbrown", &["machine", "explore"]),
    ("triomphe", &["machine"]),
    ("unicode_general_category", &["text"]),
    ("unicode_case_mapping", &["text"]),
    ("unicode_ident", &["text"]),
    ("unicode_names2", &["text"]),
    ("caseless", &["text"]),
    ("libm", &["machine"]),
    ("sha2", &["text"]),
    ("gif", &["export"]),
    ("png", &["export"]),
    ("noto_sans_mono_bitmap", &["export"]),
    ("unifont", &["export"]),
    ("ab_glyph", &["export"]),
];

/// What only hosts and whoever stands above them may know.
const OUTSIDE_WORLD: &[&str] = &[
    "std::time",
    "std::thread",
    "std::fs",
    "std::io",
    "std::process",
    "std::env",
    "std::net",
    "Instant",
    "SystemTime",
];

/// The longest a file may be, without its tests.
const MOST_LINES: usize = 600;

struct File {
    path: PathBuf,
    /// The folder below `src/`, or the name of the file that stands there.
    part: String,
    text: String,
}

fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the source can be read").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).expect("it was found there");
                let first = below.iter().next().expect("a file has a name").to_string_lossy();
                let part = first.trim_end_matches(".rs").to_owned();
                let text = std::fs::read_to_string(&path).expect("the source can be read");
                found.push(File { path: below.to_owned(), part, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The text without its comments and without what stands in quotes.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let line = line.find("//").map_or(line, |at| &line[..at]);
        let outside = line.split('"').step_by(2);
        code.extend(outside);
        code.push('\n');
    }
    code
}

/// The text before the tests at the end of a file.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default()
}

/// The parts of `src/` that a file names: in `crate::x`, in `use crate::{x, y}`, in as many `super` as lead to the top.
fn used_parts(file: &File) -> BTreeSet<String> {
    let code = code_of(without_tests(&file.text));
    let mut used = BTreeSet::new();
    for root in ["crate::".to_owned(), way_to_the_top(&file.path)] {
        for (at, _) in code.match_indices(&root) {
            let longer = code[..at].ends_with("super::") || code[..at].ends_with('$');
            if !longer {
                used.extend(first_names(&code[at + root.len()..]));
            }
        }
    }
    used.retain(|name| HEIGHTS.iter().any(|(known, _)| known == name));
    used
}

/// The floor of `machine/` on which a file stands.
fn floor(file: &File) -> Option<String> {
    let mut folders = file.path.iter().map(|part| part.to_string_lossy().into_owned());
    let (room, floor) = (folders.next()?, folders.next()?);
    (room == "machine" && FLOORS.iter().any(|(known, _)| *known == floor)).then_some(floor)
}

/// The floors that a file of `machine/` names: in `crate::machine::x` or `use crate::{machine::{x, y}}`.
fn used_floors(file: &File) -> BTreeSet<String> {
    let code = code_of(without_tests(&file.text));
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("machine::") {
        let before = code[..at].chars().next_back();
        let continues = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        if !continues {
            used.extend(first_names(&code[at + "machine::".len()..]));
        }
    }
    used.retain(|name| FLOORS.iter().any(|(known, _)| known == name));
    used
}

/// Whether the file stands on a lower floor than that one.
fn looks_up(file: &File, used: &str) -> bool {
    let height = |floor: &str| FLOORS.iter().find(|(known, _)| *known == floor).map(|&(_, height)| height);
    floor(file).is_some_and(|own| height(used) > height(&own))
}

/// `super::` as many times as lead from the file to the root of the crate.
fn way_to_the_top(path: &Path) -> String {
    let folders = path.components().count() - 1;
    let is_folder_itself = path.file_name().is_some_and(|name| name == "mod.rs");
    "super::".repeat(folders + usize::from(!is_folder_itself))
}

/// The names at the start of a path, or of each path in braces.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(inside) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut names, mut start) = (0_u32, Vec::new(), true);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = true,
            c if start && !c.is_whitespace() => {
                names.push(name(&inside[at..]));
                start = false;
            }
            _ => {}
        }
    }
    names
}

fn height(part: &str) -> Option<u32> {
    HEIGHTS.iter().find(|(known, _)| *known == part).map(|&(_, height)| height)
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n  {}\n", wrong.join("\n  "));
}

#[test]
fn every_part_has_a_height() {
    let parts: BTreeSet<String> = files().into_iter().map(|file| file.part).collect();
    let unknown: Vec<String> = parts.into_iter().filter(|part| height(part).is_none()).collect();
    assert_none(&unknown);
}

#[test]
fn arrows_point_only_downwards() {
    let mut wrong = Vec::new();
    for file in files() {
        for used in used_parts(&file) {
            let beside = BESIDE.contains(&(file.part.as_str(), used.as_str()));
            let downwards = height(&used) < height(&file.part);
            if used != file.part && !downwards && !beside {
                wrong.push(format!("{} uses {used}", file.path.display()));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_floors_of_the_machine_use_only_those_below() {
    let mut wrong = Vec::new();
    for file in files() {
        for used in used_floors(&file).into_iter().filter(|used| looks_up(&file, used)) {
            wrong.push(format!("{} uses the floor {used}", file.path.display()));
        }
    }
    assert_none(&wrong);
}

#[test]
fn floors_are_named_from_the_top() {
    // `super` is not followed from floor to floor: none may lead out of one.
    let mut wrong = Vec::new();
    for file in files().into_iter().filter(|file| floor(file).is_some()) {
        let out = way_to_the_top(&file.path);
        let out = out.strip_suffix("super::").unwrap_or_default();
        if code_of(without_tests(&file.text)).contains(out) {
            wrong.push(format!("{} leaves its floor by super", file.path.display()));
        }
    }
    assert_none(&wrong);
}

#[test]
fn the_test_sees_the_arrows_that_there_are() {
    let used: BTreeMap<String, BTreeSet<String>> =
        files().into_iter().map(|file| (file.path.display().to_string(), used_parts(&file))).collect();
    let has = |file: &str, part: &str| used[file].contains(part);
    assert!(
        has("machine/run/step.rs", "choice")
            && has("machine/run/step.rs", "event")
            && has("machine/run/step.rs", "sync")
    );
    let floors: BTreeMap<String, BTreeSet<String>> =
        files().into_iter().map(|file| (file.path.display().to_string(), used_floors(&file))).collect();
    let on = |file: &str, floor: &str| floors[file].contains(floor);
    assert!(on("machine/language/repr.rs", "state") && on("machine/native/tables.rs", "language"));
    assert!(!on("machine/language/repr.rs", "native") && !on("machine/state/value.rs", "run"));
    assert!(has("host/session.rs", "machine") && has("host/session.rs", "trace"));
    assert!(has("scene/playback.rs", "ids") && !has("scene/playback.rs", "machine"));
}

#[test]
fn each_outside_crate_has_its_doors() {
    let mut wrong = Vec::new();
    for file in files() {
        let code = code_of(&file.text);
        for (name, doors) in DOORS {
            let used = code.match_indices(&format!("{name}::")).any(|(at, _)| {
                let before = code[..at].chars().next_back().unwrap_or(' ');
                !before.is_alphanumeric() && before != '_' && before != ':'
            });
            if used && !doors.contains(&file.part.as_str()) {
                wrong.push(format!("{} uses {name}, whose door is {}", file.path.display(), doors.join(" or ")));
            }
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_below_the_hosts_knows_the_world_outside() {
    let mut wrong = Vec::new();
    let is_test =
        |file: &File| file.path.components().any(|part| part.as_os_str().to_string_lossy().starts_with("tests"));
    for file in files().into_iter().filter(|file| height(&file.part) < height("host") && !is_test(file)) {
        let code = code_of(without_tests(&file.text));
        let lines = code.lines().filter(|line| OUTSIDE_WORLD.iter().any(|word| line.contains(word)));
        wrong.extend(lines.map(|line| format!("{}: {}", file.path.display(), line.trim())));
    }
    assert_none(&wrong);
}

#[test]
fn files_say_what_they_are_and_are_not_too_long() {
    let mut wrong = Vec::new();
    for file in files() {
        let own = without_tests(&file.text);
        if !file.text.starts_with("//!") {
            wrong.push(format!("{} does not begin with //!", file.path.display()));
        }
        if own.lines().count() > MOST_LINES {
            wrong.push(format!("{} has {} lines", file.path.display(), own.lines().count()));
        }
        if !file.text.ends_with('\n') || file.text.lines().any(|line| line.ends_with(' ') || line.contains('\t')) {
            wrong.push(format!("{} has stray white space", file.path.display()));
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_depends_on_the_order_of_a_hash() {
    let mut wrong = Vec::new();
    for file in files() {
        let code = code_of(&file.text);
        let names = ["HashMap", "HashSet", "RandomState", "DefaultHasher", "thread_rng"];
        wrong.extend(
            names.iter().filter(|name| code.contains(**name)).map(|name| format!("{}: {name}", file.path.display())),
        );
    }
    assert_none(&wrong);
}

#[test]
fn nothing_is_left_to_be_done() {
    let mut wrong = Vec::new();
    for file in files() {
        let words = ["TODO", "FIXME", "// XXX", "todo!(", "unimplemented!(", "dbg!("];
        wrong.extend(
            words
                .iter()
                .filter(|word| file.text.contains(**word))
                .map(|word| format!("{}: {word}", file.path.display())),
        );
    }
    assert_none(&wrong);
}

/// The rows of the tables of `docs/ARCHITECTURE.md` below a heading, as cells.
fn rows_of(heading: &str) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ARCHITECTURE.md"))
        .expect("the house is described");
    let part = text.split("\n## ").find(|part| part.starts_with(heading)).unwrap_or_else(|| panic!("no {heading}"));
    let rows = part.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// What stands in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn the_description_has_every_part_at_its_height() {
    let rows = rows_of("The rooms");
    let mut wrong = Vec::new();
    let mut told = BTreeSet::new();
    for row in &rows {
        for part in quoted(&row[1]).map(|part| part.trim_end_matches('/')) {
            told.insert(part.to_owned());
            if height(part).map(|height| height.to_string()).as_ref() != Some(&row[0]) {
                wrong.push(format!("{part} does not stand at {}", row[0]));
            }
        }
    }
    let parts: BTreeSet<String> = files().into_iter().map(|file| file.part).collect();
    wrong.extend(parts.into_iter().filter(|part| !matches!(part.as_str(), "main" | "lib") && !told.contains(part)));
    assert_none(&wrong);
}

#[test]
fn what_the_description_says_to_touch_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    let mut found = 0;
    for row in rows_of("Where things go") {
        // Names in capitals and types stand for others.
        for place in quoted(&row[1]).filter(|place| place.contains(['/', '.'])) {
            let fixed = place.split('/').take_while(|part| !part.starts_with(|c: char| c.is_ascii_uppercase()));
            let place = fixed.collect::<Vec<_>>().join("/");
            let all = ["en", "zh"].map(|language| place.replace('*', language));
            let is_there = |place: &String| root.join("src").join(place).exists() || root.join(place).exists();
            wrong.extend(all.iter().filter(|place| !is_there(place)).cloned());
            found += 1;
        }
    }
    assert_none(&wrong);
    assert!(found > 30, "{found} places were found: is the table still there?");
}

#[test]
fn each_primitive_has_its_file_in_every_room() {
    let files = files();
    let known: BTreeSet<&Path> = files.iter().map(|file| file.path.as_path()).collect();
    // A primitive is what a thread can attempt something with; the other files of the folder help them.
    let primitives = files.iter().filter(|file| file.part == "sync" && file.text.contains("pub(super) fn attempt"));
    let names: Vec<&str> = primitives
        .filter_map(|file| file.path.file_stem()?.to_str())
        // A re-entrant lock is shown as a lock.
        .map(|name| if name == "rlock" { "lock" } else { name })
        .collect();
    assert!(names.len() >= 8, "{names:?}");
    let rooms = ["scene/primitive", "telling/primitive", "tui/primitive"];
    let places = rooms.iter().flat_map(|room| names.iter().map(move |name| format!("{room}/{name}.rs")));
    let missing: Vec<String> = places.filter(|place| !known.contains(Path::new(place))).collect();
    assert_none(&missing);
}
