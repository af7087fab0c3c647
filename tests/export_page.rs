//! The page that a run becomes: its structure, what is harmless in it, and what a real browser shows at a step.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use raddle::{
    app::{Names, Telling},
    host::{Session, Settings},
    ids::{ResourceId, StepIndex, ThreadId},
    locale::{Language, Locale},
    scenario::Catalogue,
    scene::{Playback, ResourceState},
};
use serde_json::Value;
use tempfile::TempDir;

fn export(folder: &TempDir, target: &str, arguments: &[&str]) -> (PathBuf, String) {
    let path = folder.path().join("out.html");
    let run = Command::new(env!("CARGO_BIN_EXE_raddle"))
        .args(["export", target, "-o"])
        .arg(&path)
        .args(arguments)
        .output()
        .expect("raddle starts");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = std::fs::read_to_string(&path).expect("it was written");
    (path, text)
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder can be made")
}

/// The data block of a page.
fn data(page: &str) -> Value {
    let (_, behind) = page.split_once("id=\"data\">").expect("there is a data block");
    let (json, _) = behind.split_once("</script>").expect("it ends");
    serde_json::from_str(json).expect("it is JSON")
}

#[test]
fn it_needs_nothing_from_outside() {
    let folder = folder();
    for scenario in Catalogue::embedded().scenarios() {
        let (_, page) = export(&folder, &scenario.id, &[]);
        let addresses: Vec<_> = page.match_indices("://").map(|(at, _)| &page[at.saturating_sub(5)..at + 20]).collect();
        assert!(addresses.iter().all(|one| one.contains("http://www.w3.org")), "{}: {addresses:?}", scenario.id);
        for word in ["<link", " src=", "@import", "url(http", "fetch(", "XMLHttp", "{{"] {
            assert!(!page.contains(word), "{}: {word}", scenario.id);
        }
        let data = data(&page);
        let steps = data["steps"].as_array().expect("steps").len();
        assert!(steps > 5 && data["lines"].as_array().is_some_and(|lines| lines.len() > 10), "{}", scenario.id);
    }
}

#[test]
fn what_a_program_says_is_no_markup() {
    let folder = folder();
    let program = folder.path().join("rude.py");
    let text = "x = '</script><script>document.title = 1</script><!-- {{data}} {{script}} \\u2028'\nprint(x)\nprint('<b>&amp;\\x1b[2J')\n";
    std::fs::write(&program, text).expect("it is written");
    let (_, page) = export(&folder, program.to_str().expect("a path in UTF-8"), &[]);
    assert_eq!(page.matches("</script>").count(), 2, "the data's and the page's own");
    assert_eq!(page.matches("<script").count(), 2);
    assert!(!page.contains("<!-- ") && !page.contains("<b>") && !page.contains('\u{2028}') && !page.contains('\u{1b}'));
    let printed: Vec<_> = data(&page)["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .flat_map(|step| step["out"].as_array().cloned().unwrap_or_default())
        .collect();
    assert!(printed[0][1].as_str().is_some_and(|text| text.contains("</script><script>")), "{printed:?}");
}

#[test]
fn a_long_run_stays_small() {
    let folder = folder();
    let program = folder.path().join("long.py");
    let text = "import threading\nlock = threading.Lock()\ncount = 0\ndef work():\n    global count\n    for n in range(1000):\n        with lock:\n            count += 1\nthreads = [threading.Thread(target=work) for n in range(4)]\nfor thread in threads: thread.start()\nfor thread in threads: thread.join()\n";
    std::fs::write(&program, text).expect("it is written");
    let (_, page) = export(&folder, program.to_str().expect("a path in UTF-8"), &[]);
    assert_eq!(data(&page)["steps"].as_array().map(Vec::len), Some(2001));
    assert!(page.len() < 1 << 20, "{} bytes", page.len());
}

#[test]
fn options_are_in_the_page() {
    let folder = folder();
    let (_, page) =
        export(&folder, "deadlock", &["--steps", "3..9", "--lang", "zh", "--theme", "light", "--speed", "6"]);
    let data = data(&page);
    assert!(page.contains("<html lang=\"zh\">") && page.contains("<title>两把锁，相反的顺序</title>"));
    let numbers: Vec<_> = data["steps"].as_array().expect("steps").iter().map(|step| step["n"].as_u64()).collect();
    assert_eq!((numbers.len(), numbers[0], numbers[6]), (7, Some(3), Some(9)));
    assert_eq!((data["theme"].as_str(), data["interval"].as_u64()), (Some("light"), Some(200)));
    assert_eq!(data["title"][0], "Two locks, opposite order");
}

/// What the browser makes of a page: the document after its script has run. `None` without a browser.
fn shown(page: &Path, fragment: &str) -> Option<String> {
    let home = folder();
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--dump-dom",
    ];
    let run = Command::new("chromium")
        .args(arguments)
        .arg(format!("--user-data-dir={}", home.path().display()))
        .arg(format!("file://{}{fragment}", page.display()))
        .output()
        .ok()?;
    let document = String::from_utf8_lossy(&run.stdout).into_owned();
    document.contains("</html>").then_some(document)
}

/// The words of the element of that id.
fn words_of(document: &str, id: &str) -> String {
    let start = document.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("there is a {id}"));
    let end = document[start..].find("</section>").or_else(|| document[start..].find("</p>")).expect("it ends");
    let mut words = String::new();
    let mut inside = true;
    for c in document[start..start + end].chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => words.push(c),
            _ => {}
        }
        if c == '<' {
            words.push(' ');
        }
    }
    let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&nbsp;", " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_says(words: &str, part: &str) {
    let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(&part), "{part:?} is not in {words:?}");
}

#[test]
fn a_browser_shows_what_there_is_to_see() {
    let folder = folder();
    for (id, at, language) in
        [("deadlock", 14, Language::English), ("queue", 30, Language::Chinese), ("semaphore", 12, Language::English)]
    {
        let (path, _) = export(&folder, id, &["--lang", language.code()]);
        let Some(document) = shown(&path, &format!("#step={at}")) else {
            println!("skipped: there is no chromium here");
            return;
        };
        let program = Catalogue::embedded().find(id).expect("there is one").compile().expect("it compiles");
        let mut session = Session::new(Arc::new(program), Settings::default());
        while session.forward() {}
        let history = session.history();
        let mut playback = Playback::default();
        let scene = playback.at(history, StepIndex(at));
        let (locale, names) = (Locale::new(language), Names::new(scene, history.texts()));
        let telling = Telling { scene, names, locale: &locale };
        let (threads, shared) = (words_of(&document, "threads"), words_of(&document, "shared"));
        for (number, view) in scene.threads.iter().enumerate() {
            assert_says(&threads, names.thread(ThreadId::at(number)));
            assert_says(&threads, &telling.state(view.state));
            assert_says(&threads, &telling.doing(view));
        }
        for (number, view) in scene.resources.iter().enumerate() {
            assert_says(&shared, &names.resource(ResourceId::at(number)));
            if let ResourceState::Lock { owner: Some(owner), .. } = view.state {
                assert_says(&shared, names.thread(owner));
            }
        }
        for line in scene.log.iter().filter(|line| line.step == StepIndex(at)) {
            assert_says(&words_of(&document, "log"), &telling.sentence(&line.sentence));
        }
        assert_eq!(document.contains("id=\"graph\" aria-labelledby=\"graph-title\" hidden"), scene.deadlock.is_empty());
        assert_says(&words_of(&document, "place"), &format!("{at}/{}", history.tip().0));
    }
}

/// The page with a reader at it: a script that does what they would, as soon as the page is there.
fn used(page: &Path, deeds: &str) -> Option<String> {
    let text = std::fs::read_to_string(page).expect("the page can be read");
    let reader = format!("<script>{READER}{deeds}</script></body>");
    let used = page.with_file_name("used.html");
    std::fs::write(&used, text.replace("</body>", &reader)).expect("it is written");
    shown(&used, "")
}

const READER: &str = "const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));\
    const click = (id) => document.getElementById(id).click();";

#[test]
fn keys_buttons_and_the_timeline_move_it() {
    let folder = folder();
    let (path, _) = export(&folder, "deadlock", &[]);
    for (deeds, place, said) in [
        ("press('ArrowRight'); press('l'); press('ArrowLeft');", "1/14", "MainThread"),
        ("click('forward'); click('forward'); click('back');", "1/14", "MainThread"),
        ("press('End');", "14/14", "Deadlock"),
        ("click('end'); press('Home'); press(']');", "10/14", "MainThread waits for alice to finish"),
        ("click('end'); click('previous');", "12/14", "alice waits for paper, held by bob"),
        ("press('End'); press('L');", "14/14", "死锁"),
        (
            "const line = document.getElementById('timeline'), frame = line.getBoundingClientRect();\
             line.setPointerCapture = () => {};\
             line.dispatchEvent(new PointerEvent('pointerdown', {clientX: frame.right - 12, clientY: frame.top + 5, bubbles: true}));",
            "14/14",
            "Deadlock",
        ),
    ] {
        let Some(document) = used(&path, deeds) else {
            println!("skipped: there is no chromium here");
            return;
        };
        assert_says(&words_of(&document, "place"), place);
        assert!(document.contains(said), "{deeds}: {said}");
    }
    let light = used(&path, "press('T');").expect("there is a browser");
    let dark = used(&path, "press('T'); click('theme');").expect("there is a browser");
    assert_ne!(light.contains("class=\"light\""), dark.contains("class=\"light\""));
}
