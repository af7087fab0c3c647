//! Metadata, parameters and the catalogue, from text to what is said of it.

use super::*;
use crate::{
    compiler::Literal,
    locale::Language,
    machine::{Printing, Switching},
    schedule::{Policy, Quantum},
};

fn source(text: &str) -> Arc<SourceText> {
    Arc::new(SourceText::new("x.py", text))
}

fn scenario(text: &str) -> Scenario {
    Scenario::read("x", source(text), None).expect("the metadata is well formed")
}

/// A program with these lines in raddle's table.
fn with(lines: &str) -> String {
    let table = lines.replace('\n', "\n# ");
    format!("# /// script\n# [tool.raddle]\n# {table}\n# ///\n\nWORKERS = 2\nDELAY = 0.5\nNAME = 'ann'\n")
}

#[test]
fn metadata_is_read_from_the_block() {
    let read = scenario(&with(concat!(
        "title = { en = \"Two\", zh = \"二\" }\nchapter = \"locks\"\nsummary = \"One for all\"\n",
        "concepts = [\"C130\"]\nexpect = [\"deadlock\", \"finished\"]\n",
        "params = { WORKERS = { value = 2, min = 1, max = 8 }, DELAY = {} }\nfixed_by = \"y\"",
    )));
    assert_eq!(read.title.get(Language::Chinese), "二");
    assert_eq!(read.summary.get(Language::Chinese), "One for all");
    assert_eq!((read.chapter.as_str(), read.fixed_by.as_deref()), ("locks", Some("y")));
    assert_eq!(
        (&read.concepts[..], &read.expect[..]),
        (&["C130".to_owned()][..], &[Expect::Deadlock, Expect::Finished][..])
    );
    let names: Vec<&str> = read.params.iter().map(Parameter::name).collect();
    assert_eq!(names, ["WORKERS", "DELAY"]);
    assert_eq!(read.params[1].value(), &Literal::Float(0.5));
}

#[test]
fn a_scenario_names_the_panes_that_it_wants() {
    assert_eq!(scenario(&with("panes = [\"graph\", \"shared\"]")).panes, [Pane::Graph, Pane::Resources]);
    assert_eq!(scenario(&with("chapter = \"x\"")).panes, []);
    let refused = Metadata::read(&source(&with("panes = [\"grpah\"]"))).expect_err("there is no such pane");
    let words = Wording::of_metadata(&refused[0].problem, &crate::locale::Locale::new(Language::English));
    let advice = words.advice.unwrap_or_default();
    assert!(words.problem.contains("`grpah`") && advice.starts_with("Did you mean `graph`?"), "{advice}");
    assert!(Pane::ALL.iter().all(|pane| advice.contains(&format!("`{}`", pane.name()))), "{advice}");
}

#[test]
fn a_program_without_a_block_is_a_scenario() {
    let read = Scenario::read("x", source("print(1)\n"), Some(Path::new("a/x.py"))).expect("nothing is wrong with it");
    assert_eq!((read.id.as_str(), read.title.en.as_str(), read.chapter.as_str()), ("x", "x.py", OWN));
    // Another tool's block says nothing to raddle.
    assert_eq!(scenario("# /// script\n# dependencies = []\n# ///\n").title.en, "x");
}

/// Place and kind of each mistake.
fn mistakes(text: &str) -> Vec<String> {
    let source = source(text);
    let errors = Scenario::read("x", Arc::clone(&source), None).expect_err("there is a mistake");
    let show = |error: &MetadataError| {
        let (line, column) = source.line_column(error.span.start);
        let kind = format!("{:?}", error.problem);
        let kind = kind.split([' ', '{']).next().unwrap_or_default().to_owned();
        format!("{line}:{column} {kind} `{}`", source.slice(error.span))
    };
    errors.iter().map(show).collect()
}

#[test]
fn mistakes_in_metadata_have_their_place() {
    for (lines, expected) in [
        ("titel = \"x\"", "3:3 UnknownKey `titel`"),
        ("title = 3", "3:11 WrongType `3`"),
        ("title = { en = 1 }", "3:18 WrongType `1`"),
        ("title = { de = \"zwei\" }", "3:13 UnknownKey `de`"),
        ("concepts = \"C1\"", "3:14 WrongType `\"C1\"`"),
        ("expect = [\n  \"dedlock\",\n]", "4:5 UnknownEnd `\"dedlock\"`"),
        ("panes = [\"log\", \"grpah\"]", "3:19 UnknownPane `\"grpah\"`"),
        ("panes = \"log\"", "3:11 WrongType `\"log\"`"),
        ("show = \"random\"", "3:10 WrongType `\"random\"`"),
        ("show = { policy = \"randm\" }", "3:21 WrongType `\"randm\"`"),
        ("show = { policy = \"live\" }", "3:21 WrongType `\"live\"`"),
        ("show = { seed = -1 }", "3:19 WrongType `-1`"),
        ("show = { sed = 1 }", "3:12 UnknownKey `sed`"),
        ("params = 1", "3:12 WrongType `1`"),
        ("params = { WORKER = { value = 2 } }", "3:14 NotAssigned `WORKER`"),
        ("params = { WORKERS = { value = \"2\" } }", "3:34 OtherKind `\"2\"`"),
        ("params = { WORKERS = { value = 9, max = 8 } }", "3:34 OutsideBounds `9`"),
        ("params = { WORKERS = { value = 2, least = 1 } }", "3:37 UnknownKey `least`"),
        ("params = { WORKERS = { value = 2, min = \"1\" } }", "3:43 WrongType `\"1\"`"),
        ("params = { WORKERS = { value = [] } }", "3:34 WrongType `[]`"),
    ] {
        assert_eq!(mistakes(&with(lines)), [expected], "{lines}");
    }
    assert_eq!(mistakes("# /// script\n# [tool.raddle]\nx = 1\n"), ["1:1 Unclosed `# /// script`"]);
    assert_eq!(mistakes("# /// script\n# tool = 1\n# ///\n"), ["2:10 WrongType `1`"]);
    assert!(mistakes(&with("title = {"))[0].contains("Toml"));
    let two = mistakes(&with("titel = \"x\"\nsumary = \"y\""));
    assert_eq!(two, ["3:3 UnknownKey `titel`", "4:3 UnknownKey `sumary`"]);
}

#[test]
fn a_program_that_is_not_python_is_for_the_compiler_to_refuse() {
    let text = with("params = { WORKERS = { value = 2 } }") + "def\n";
    assert!(scenario(&text).compile().is_err());
}

#[test]
fn only_declared_parameters_can_be_set_if_there_are_any() {
    let mut read = scenario(&with("params = { WORKERS = { value = 2, max = 4 } }"));
    assert_eq!(read.set("WORKERS", "3"), Ok(()));
    assert_eq!(read.params[0].value(), &Literal::Int(3));
    assert!(matches!(read.set("DELAY", "1"), Err(ParameterError::Unknown { known, .. }) if known == ["WORKERS"]));
    assert!(matches!(read.set("WORKER", "1"), Err(ParameterError::Unknown { nearest, .. }) if nearest == ["WORKERS"]));
    assert!(matches!(read.set("WORKERS", "5"), Err(ParameterError::OutOfRange { max: Some(4), .. })));
}

#[test]
fn any_literal_can_be_set_if_none_is_declared() {
    let mut read = scenario("N = 2\nNAME = 'ann'\nprint(N, NAME)\n");
    assert_eq!((read.set("N", "-3"), read.set("NAME", "bob"), read.set("N", "4")), (Ok(()), Ok(()), Ok(())));
    assert!(matches!(read.set("n", "1"), Err(ParameterError::Unknown { .. })));
    let values: Vec<_> = read.params.iter().map(|one| format!("{}={}", one.name(), one.value())).collect();
    assert_eq!(values, ["N=4", "NAME=bob"]);
}

#[test]
fn every_embedded_scenario_can_be_read_and_is_there_once() {
    let catalogue = Catalogue::embedded();
    // Asking for all of them reads the metadata of each.
    let mut ids: Vec<&str> = catalogue.scenarios().iter().map(|scenario| scenario.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), catalogue.scenarios().len());
    for scenario in catalogue.scenarios() {
        assert_eq!(Catalogue::embedded().find(&scenario.id), Some(scenario), "one read alone is the same");
    }
    assert_eq!(catalogue.nearest("Deadlok").first().map(String::as_str), Some("deadlock"));
}

#[test]
fn a_folder_adds_scenarios_and_takes_the_place_of_embedded_ones() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("a file can be written");
    write("deadlock.py", "# /// script\n# [tool.raddle]\n# chapter = \"zz\"\n# ///\n");
    write("broken.py", "# /// script\n# [tool.raddle]\n# x = 1\n# ///\n");
    write("mine.py", "print(1)\n");
    write("notes.txt", "not a program");
    let mut catalogue = Catalogue::embedded();
    catalogue.add_folder(folder.path()).expect("the folder can be read");
    assert_eq!(catalogue.find("deadlock").map(|scenario| scenario.chapter.as_str()), Some("zz"));
    assert_eq!(catalogue.problems().len(), 1);
    let last: Vec<&str> = catalogue.chapters().rev().take(2).map(|chapter| chapter.id.as_str()).collect();
    assert_eq!(last, ["zz", OWN]);
    assert_eq!(catalogue.of_chapter(OWN).map(|scenario| scenario.id.as_str()).collect::<Vec<_>>(), ["mine"]);
    let missing = catalogue.add_folder(&folder.path().join("none"));
    assert!(matches!(missing, Err(OpenError::Missing { .. })));
}

#[test]
fn two_files_of_one_name_are_one_too_many() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir(path("b")).expect("a folder can be made");
    std::fs::write(path("a.py"), "print(1)\n").expect("a file can be written");
    std::fs::write(path("b/a.py"), "print(2)\n").expect("a file can be written");
    let mut catalogue = Catalogue::default();
    catalogue.add_folder(folder.path()).expect("the folder can be read");
    assert_eq!(catalogue.find("a").map(|scenario| scenario.source.text()), Some("print(1)\n"));
    assert_eq!(catalogue.problems(), [OpenError::Twice { path: path("b/a.py"), other: path("a.py") }]);
}

#[test]
fn targets_are_ids_or_paths() {
    let catalogue = Catalogue::embedded();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("a.py"), "\u{feff}x = 1\n").expect("a file can be written");
    std::fs::write(path("latin.py"), b"x = 1\n# caf\xe9\n").expect("a file can be written");
    let opened = open(&path("a.py"), &catalogue).expect("the file is well formed");
    assert_eq!((opened.source.text(), opened.source.name()), ("x = 1\n", path("a.py").as_str()));
    assert!(matches!(open("deadlok", &catalogue), Err(OpenError::Unknown { nearest, .. }) if nearest[0] == "deadlock"));
    assert!(matches!(open("none.py", &catalogue), Err(OpenError::Missing { .. })));
    assert!(matches!(open(&path(""), &catalogue), Err(OpenError::Directory { .. })));
    assert!(matches!(open(&path("latin.py"), &catalogue), Err(OpenError::NotUtf8 { line: 2, .. })));
    assert!(matches!(open("-", &catalogue), Err(OpenError::StandardInput)));
    assert!(matches!(open("", &catalogue), Err(OpenError::Unknown { .. })));
    assert_eq!(
        open("deadlock", &catalogue).map(|scenario| scenario.source.name().to_owned()),
        Ok("deadlock.py".to_owned())
    );
}

proptest::proptest! {
    /// Whatever stands in a block, it is read or refused with places that lie in the text.
    #[test]
    fn any_metadata_is_read_or_refused(lines in proptest::collection::vec(METADATA_LINE, 0..6)) {
        let text = with(&lines.join("\n"));
        let source = source(&text);
        if let Err(errors) = Scenario::read("x", Arc::clone(&source), None) {
            proptest::prop_assert!(!errors.is_empty());
            for error in errors {
                proptest::prop_assert!(source.text().get(error.span.range()).is_some(), "{error:?} in {text}");
            }
        }
    }
}

/// Lines that are metadata, nearly metadata, or nothing of the kind.
const METADATA_LINE: &str = concat!(
    "(title|chapter|summary|watch|concepts|expect|params|fixed_by|panes|show|x|\"\\PC\"|)(\\.en|\\.zh|\\.WORKERS)? ?=? ?",
    "(\"\\PC{0,3}\"|\"\"\"|\\[\"C1\"\\]|\\[\"deadlock\"|\\{ WORKERS = \\{ value = -?[0-9]{1,20} \\} \\}|1979-05-27|0x7f|nan|\\PC{0,8})",
);

#[test]
fn the_settings_of_the_machine_and_priorities_are_read() {
    let text = "# /// script\n# [tool.raddle]\n# machine = { cores = 2, gil = false, interval = 5, policy = \"mlfq\", quantum = \"0.5ms\", switching = \"calls\", printing = \"torn\", spurious = true }\n\
                # priorities = { doctor = 3, \"janitor 1\" = -1 }\n# ///\n";
    let scenario = Scenario::read("own", Arc::new(SourceText::new("own.py", text)), None).expect("it is well formed");
    let setup = Setup {
        policy: Some(Policy::Mlfq { quantum: Quantum::Steps(1) }),
        quantum: Some(Quantum::Time(500_000)),
        inherit: None,
        cores: Some(2),
        gil: Some(false),
        interval: Some(5_000_000),
        switching: Some(Switching::Calls),
        printing: Some(Printing::Torn),
        spurious: Some(true),
    };
    assert_eq!(scenario.setup, setup);
    assert_eq!(setup.policy(), Some(Policy::Mlfq { quantum: Quantum::Time(500_000) }));
    let flags = Setup { policy: Some(Policy::Priority { inherit: false }), inherit: Some(true), ..Setup::default() };
    assert_eq!(flags.or(setup).policy(), Some(Policy::Priority { inherit: true }), "a quantum means nothing there");
    assert_eq!(Setup::default().policy(), None);
    let mut priorities = Priorities::default();
    priorities.set("doctor", 3);
    priorities.set("janitor 1", -1);
    assert_eq!(scenario.priorities, priorities);
    for (row, place) in [
        ("machine = 3", "3:13"),
        ("machine = { cores = 0 }", "3:23"),
        ("machine = { gil = \"on\" }", "3:21"),
        ("machine = { interval = \"5s\" }", "3:26"),
        ("machine = { switching = \"never\" }", "3:27"),
        ("machine = { printing = true }", "3:26"),
        ("machine = { spurious = \"on\" }", "3:26"),
        ("machine = { policy = \"lifo\" }", "3:24"),
        ("machine = { quantum = 0 }", "3:25"),
        ("machine = { core = 1 }", "3:15"),
        ("priorities = { a = \"high\" }", "3:22"),
    ] {
        let text = format!("# /// script\n# [tool.raddle]\n# {row}\n# ///\n");
        let found = mistakes(&text);
        assert!(found.len() == 1 && found[0].starts_with(place), "{row}: {found:?}");
    }
}

#[test]
fn the_block_may_stand_anywhere_and_is_not_shown() {
    let block = "# /// script\n# [tool.raddle]\n# title = \"T\"\n# ///\n";
    let shown = |text: &str| {
        let scenario = Scenario::read("x", Arc::new(SourceText::new("x.py", text)), None).expect("it is sound");
        assert_eq!(scenario.title.en, "T");
        scenario.shown_lines()
    };
    let program = "a = 1\n\n#: Told.\nb = 2\n";
    assert_eq!(shown(&format!("{program}\n{block}")), [1, 2, 4]);
    assert_eq!(shown(&format!("{block}\n{program}")), [6, 7, 9]);
    assert_eq!(shown(&format!("a = 1\n{block}b = 2\n")), [1, 6]);
    let late = format!("a = 1\n\n{}", block.replace("title", "titel"));
    assert_eq!(mistakes(&late).first().map(|it| it.starts_with("5:3 ")), Some(true), "{:?}", mistakes(&late));
}
