//! The page that a run becomes: its structure, what is harmless in it, and what a real browser shows at a step.

use std::{path::PathBuf, process::Command, sync::Arc};

use raddle::{
    host::{Session, Settings},
    ids::{ResourceId, StepIndex, ThreadId},
    locale::{Language, Locale},
    scenario::{Catalogue, Scenario},
    scene::{Playback, Scene},
    telling::{Names, Prose, Telling, names::duration, state_sign},
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::support;

fn export(folder: &TempDir, target: &str, arguments: &[&str]) -> (PathBuf, String) {
    let path = folder.path().join("out.html");
    let run = Command::new(env!("CARGO_BIN_EXE_raddle"))
        .args(["export", target, "--force", "-o"])
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
    let catalogue = Catalogue::embedded();
    support::side_by_side(support::cores(), catalogue.scenarios(), |scenario| {
        let folder = folder();
        let (_, page) = export(&folder, &scenario.id, &[]);
        let addresses: Vec<_> = page.match_indices("://").map(|(at, _)| &page[at.saturating_sub(5)..at + 20]).collect();
        assert!(addresses.iter().all(|one| one.contains("http://www.w3.org")), "{}: {addresses:?}", scenario.id);
        assert_eq!(page.matches("<link").count(), page.matches("<link rel=\"icon\" href=\"data:,\">").count());
        for word in [" src=", "@import", "url(http", "fetch(", "XMLHttp", "{{"] {
            assert!(!page.contains(word), "{}: {word}", scenario.id);
        }
        let data = data(&page);
        let steps = data["steps"].as_array().expect("steps").len();
        assert!(steps > 5 && data["lines"].as_array().is_some_and(|lines| lines.len() > 10), "{}", scenario.id);
    });
}

/// The panes of the last step of a scenario's page.
fn panes(id: &str) -> Value {
    let folder = folder();
    let data = data(&export(&folder, id, &[]).1);
    let steps = data["steps"].as_array().expect("steps");
    let shown = steps.iter().rev().find_map(|step| step["pa"].as_u64());
    shown.map_or(Value::Null, |row| data["rows"][row as usize].clone())
}

#[test]
fn the_panes_that_a_scenario_asks_for_are_in_the_page() {
    let memory = &panes("lost_update")["memory"][0];
    let lost: Vec<_> = memory["b"].as_array().expect("earlier writes").iter().map(|write| write[3] == true).collect();
    assert_eq!((&memory["n"], &memory["v"], lost), (&json!("balance"), &json!("20"), vec![true, false, true]));
    let guards = &panes("last_seat_locked")["guards"]["rows"];
    assert_eq!((&guards[0][0], &guards[0][1], &guards[0][3]), (&json!("seats"), &json!(["bus"]), &json!(0)));
    let stacks = &panes("self_deadlock")["stacks"]["threads"];
    let functions: Vec<_> = stacks[1][1].as_array().expect("calls").iter().map(|card| card[0].clone()).collect();
    assert_eq!(functions, [json!("transfer"), json!("change")]);
    let spaces = &panes("separate_worlds")["spaces"];
    assert_eq!((&spaces[0][0], &spaces[0][3][0]), (&Value::Null, &json!(["n", "100", false])));
    assert_eq!((&spaces[1][0], &spaces[1][3][0]), (&json!("Process-1"), &json!(["n", "0", false])));
    assert_eq!(panes("semaphore"), Value::Null);
}

/// The page of a program with this text.
fn page_of(text: &str) -> String {
    let folder = folder();
    let program = folder.path().join("program.py");
    std::fs::write(&program, text).expect("it is written");
    export(&folder, program.to_str().expect("a path in UTF-8"), &[]).1
}

#[test]
fn what_a_program_says_is_no_markup() {
    let text = "x = '</script><script>document.title = 1</script><!-- {{data}} {{script}} \\u2028'\nprint(x)\nprint('<b>&amp;\\x1b[2J')\n";
    let page = page_of(text);
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
    let text = "import threading\nlock = threading.Lock()\ncount = 0\ndef work():\n    global count\n    for n in range(1000):\n        with lock:\n            count += 1\nthreads = [threading.Thread(target=work) for n in range(4)]\nfor thread in threads: thread.start()\nfor thread in threads: thread.join()\n";
    let page = page_of(text);
    assert_eq!(data(&page)["steps"].as_array().map(Vec::len), Some(2001));
    assert!(page.len() < 1 << 20, "{} bytes", page.len());
}

#[test]
fn options_are_in_the_page() {
    let folder = folder();
    let (_, page) =
        export(&folder, "deadlock", &["--steps", "3..9", "--lang", "zh", "--theme", "light", "--speed", "6"]);
    let data = data(&page);
    assert!(page.contains("<html lang=\"zh\">") && page.contains("<title>两把锁，顺序相反</title>"));
    let numbers: Vec<_> = data["steps"].as_array().expect("steps").iter().map(|step| step["n"].as_u64()).collect();
    assert_eq!((numbers.len(), numbers[0], numbers[6]), (7, Some(3), Some(9)));
    assert_eq!((data["theme"].as_str(), data["interval"].as_u64()), (Some("light"), Some(200)));
    assert_eq!(data["title"][0], "Two locks, opposite order");
}

/// What a reader sees at a step, taken from the document: threads, primitives, what the step did, output, place.
const READ: &str = "
(() => {
  const words = (node, without = '') => {
    if (!node) return '';
    const copy = node.cloneNode(true);
    if (without) copy.querySelectorAll(without).forEach((one) => one.remove());
    copy.querySelectorAll('.chip').forEach((chip) => chip.replaceWith(chip.title));
    return copy.textContent;
  };
  const all = (which, of) => [...document.querySelectorAll(which)].map(of);
  return {
    threads: all('#threads > li', (row) => [
      row.children[0].title, row.querySelector('.sign').textContent, words(row.querySelector('.what > span:not(.local)'), 'i'),
      [...row.querySelectorAll('.tag')].map((one) => one.textContent), [...row.querySelectorAll('.local')].map((one) => one.textContent),
    ]),
    shared: all('#shared > li[title]', (row) => [row.querySelector('.unseen').textContent, [...row.querySelectorAll('.owned .chip')].map((one) => one.title)]),
    variables: all('#shared > li:not([title], .queue)', (row) => words(row)),
    log: all('#log > li.now button', (row) => words(row)),
    output: words(document.getElementById('output'), '.chip'),
    marked: all('#lines mark', (one) => [one.style.getPropertyValue('--who'), one.textContent]),
    circle: !document.getElementById('graph').hidden,
    place: document.getElementById('place').textContent,
  };
})()";

/// The same, told from the scene.
fn expected(session: &Session, scenario: &Scenario, scene: &Scene, locale: &Locale, at: StepIndex) -> Value {
    let names = Names::new(scene, session.history().texts());
    let telling = Telling { scene, names, locale };
    let threads = scene.threads.iter().enumerate().map(|(number, view)| {
        let holds: Vec<_> = view.holds.iter().map(|&id| names.resource(id)).collect();
        let local = |&(name, value): &(_, _)| format!("{} = {}", names.text(name), names.value(value));
        let sign = format!("{} {}", state_sign(view.state), telling.state(view.state));
        let locals: Vec<_> = view.locals.iter().map(local).collect();
        json!([names.thread(ThreadId::at(number)), sign, telling.doing(view), holds, locals])
    });
    let shared = scene.resources.iter().enumerate().map(|(number, view)| {
        let prose = Prose::new(scene, session.history(), locale).resource(ResourceId::at(number));
        let owner = view.state.owner();
        json!([prose, owner.map(|owner| names.thread(owner)).into_iter().collect::<Vec<_>>()])
    });
    let variables = scene.known_variables().filter_map(|id| {
        let view = scene.variable(id)?;
        let value = view.value.map_or("?".into(), |value| names.value(value));
        let writer = view.writer.map_or_else(String::new, |writer| format!(" ◂ {}", names.thread(writer)));
        Some(format!("{} ={value}{writer}", names.variable(id)))
    });
    let log = scene.log.iter().filter(|line| line.step == at).map(|line| telling.sentence(line.sentence));
    let printed: String = scene.output.iter().map(|piece| names.text(piece.text)).collect();
    let end = session.history().tip().0;
    json!({
        "threads": threads.collect::<Vec<_>>(),
        "shared": shared.collect::<Vec<_>>(),
        "variables": variables.collect::<Vec<_>>(),
        "log": log.collect::<Vec<_>>(),
        "output": printed,
        "marked": marked(scenario, scene),
        "circle": !scene.deadlock.is_empty(),
        "place": format!("{} {}/{end} · {}", locale.text("page-step"), at.0, duration(scene.clock)),
    })
}

/// What the thread that went is about to run, if that is on one line.
fn marked(scenario: &Scenario, scene: &Scene) -> Option<String> {
    let view = scene.thread(scene.running?).filter(|view| view.state.is_alive() && view.span.end > 0)?;
    Some(scenario.source.slice(view.span).to_owned()).filter(|text| !text.contains('\n'))
}

#[test]
fn a_browser_shows_what_there_is_to_see() {
    let Some(mut browser) = Browser::start() else { return };
    let folder = folder();
    for (id, language) in
        [("deadlock", Language::English), ("queue", Language::Chinese), ("condition", Language::English)]
    {
        let (path, _) = export(&folder, id, &["--lang", language.code()]);
        let scenario = Catalogue::embedded().find(id).cloned().expect("there is one");
        let mut session = Session::new(Arc::new(scenario.compile().expect("it compiles")), Settings::default());
        while session.forward() {}
        let (mut playback, locale) = (Playback::default(), Locale::new(language));
        let tip = session.history().tip().0;
        browser.open(&path, &format!("#step={tip}"));
        // From the end to the start and on again: whatever way a reader comes to a step, it looks the same.
        for at in [tip, tip / 2, 0].into_iter().chain(1..=tip) {
            browser.worth(&format!("by({at})"));
            let at = StepIndex(at);
            let scene = playback.at(session.history(), at);
            let mut seen = browser.worth(READ);
            let mut told = expected(&session, &scenario, scene, &locale, at);
            let (marks, mark) = (seen["marked"].take(), told["marked"].take());
            if let (Some(mark), Some(runs)) = (mark.as_str(), scene.running) {
                let who = format!("var(--t{})", runs.index());
                let marks = marks.as_array().into_iter().flatten().filter(|one| one[0] == who.as_str());
                let text: String = marks.filter_map(|one| one[1].as_str()).collect();
                assert_eq!(text, mark, "{id}, step {at:?}");
            }
            assert_eq!(seen, told, "{id}, step {at:?}");
        }
        assert_eq!(browser.complaints(), Vec::<String>::new(), "{id}");
    }
}

fn place(browser: &mut Browser) -> String {
    let place = browser.worth("document.getElementById('place').textContent");
    place.as_str().and_then(|place| place.split([' ', '/']).nth(1)).unwrap_or_default().to_owned()
}

#[test]
fn a_reader_goes_through_it_with_keys_mouse_and_finger() {
    let Some(mut browser) = Browser::start() else { return };
    let folder = folder();
    let (path, _) = export(&folder, "deadlock", &["--speed", "9", "--lang", "en"]);
    browser.size(1280, 800);
    browser.open(&path, "#step=3");
    assert_eq!(place(&mut browser), "3");
    for (key, at) in [
        ("ArrowRight", "4"),
        ("ArrowLeft", "3"),
        ("End", "14"),
        ("Home", "0"),
        ("]", "10"),
        ("]", "12"),
        ("[", "10"),
        ("l", "11"),
        ("h", "10"),
    ] {
        browser.press(key);
        assert_eq!(place(&mut browser), at, "after {key}");
    }
    // Space plays up to where the deadlock closes, and pauses there.
    browser.press("Home");
    browser.press(" ");
    let playing = "new Promise((done) => { const look = () => document.getElementById('play').textContent === '▶' ? done(1) : requestAnimationFrame(look); look(); })";
    browser.worth(playing);
    assert_eq!(place(&mut browser), "14");
    for (id, at) in
        [("back", "13"), ("start", "0"), ("forward", "1"), ("next", "10"), ("end", "14"), ("previous", "12")]
    {
        browser.click(id);
        assert_eq!(place(&mut browser), at, "after {id}");
    }
    // The lanes, by mouse and as a slider by keys.
    let (x, y) = browser.middle("timeline");
    browser.drag((x - 300.0, y), (x, y));
    assert_eq!(place(&mut browser), "7");
    browser.worth("document.getElementById('timeline').focus()");
    for (key, at) in [("ArrowUp", "8"), ("ArrowRight", "9"), ("PageDown", "0"), ("PageUp", "10")] {
        browser.press(key);
        assert_eq!(place(&mut browser), at, "after {key}");
        assert_eq!(browser.worth("document.activeElement.getAttribute('aria-valuenow')"), at);
    }
    browser.press("L");
    let words = "[document.documentElement.lang, document.title, document.getElementById('said').textContent]";
    assert_eq!(browser.worth(words), json!(["zh", "两把锁，顺序相反", "MainThread 等待 alice 结束：阻塞"]));
    let theme = "document.documentElement.dataset.theme";
    let first = browser.worth(theme);
    let themes: Vec<Value> = (0..4)
        .map(|_| {
            browser.press("T");
            browser.worth(theme)
        })
        .collect();
    assert_eq!(
        (themes.iter().map(Value::to_string).collect::<std::collections::BTreeSet<_>>().len(), &themes[3]),
        (4, &first)
    );
    browser.press("?");
    assert_eq!(browser.worth("document.getElementById('help').open"), true);
    browser.press("ArrowRight");
    browser.press("Escape");
    assert_eq!(
        (browser.worth("document.getElementById('help').open"), place(&mut browser)),
        (json!(false), "10".into())
    );
    for width in [360, 390, 800] {
        browser.size(width, 844);
        browser.open(&path, "#step=14&lang=zh");
        let room = browser.worth("[document.documentElement.scrollWidth - document.documentElement.clientWidth, document.getElementById('controls').getBoundingClientRect().bottom]");
        assert_eq!(room, json!([0, 844]), "nothing sticks out, and the controls are at hand");
        let back = browser.middle("back");
        browser.tap(back);
        // A tap becomes a click when the browser is sure that it was one.
        browser.worth("new Promise((done) => { let frames = 0; const look = () => at < 14 || frames++ > 200 ? done() : requestAnimationFrame(look); look(); })");
        assert_eq!(place(&mut browser), "13", "at {width}");
        browser.worth("document.getElementById('timeline').scrollIntoView({block: 'center'})");
        let middle = browser.middle("timeline");
        browser.tap(middle);
        assert_eq!(place(&mut browser), "7", "at {width}");
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_circle_of_joins_and_many_threads_are_drawn() {
    let Some(mut browser) = Browser::start() else { return };
    let folder = folder();
    let program = folder.path().join("joins.py");
    let text = "import threading, time\ndef one():\n    time.sleep(1)\n    b.join()\ndef two():\n    a.join()\na = threading.Thread(target=one, name='ann')\nb = threading.Thread(target=two, name='ben')\na.start()\nb.start()\n";
    std::fs::write(&program, text).expect("it is written");
    let (path, page) = export(&folder, program.to_str().expect("a path in UTF-8"), &["--lang", "en"]);
    let end = data(&page)["steps"].as_array().expect("steps").len() - 1;
    browser.open(&path, &format!("#step={end}"));
    let circle = browser
        .worth("[...document.querySelectorAll('#cycle rect + text, #cycle .label')].map((one) => one.textContent)");
    assert_eq!(circle, json!(["wants", "wants", "2 ann", "3 ben"]));
    let label = browser.worth("document.querySelector('#cycle svg').getAttribute('aria-label')");
    assert!(label.as_str().is_some_and(|label| label.contains("ben joins ann")), "{label}");
    let text = "import threading\ndef work():\n    pass\nthreads = [threading.Thread(target=work) for n in range(60)]\nfor thread in threads: thread.start()\nfor thread in threads: thread.join()\n";
    std::fs::write(&program, text).expect("it is written");
    let (path, page) = export(&folder, program.to_str().expect("a path in UTF-8"), &[]);
    let steps = data(&page)["steps"].as_array().expect("steps").len();
    browser.size(1200, 800);
    browser.open(&path, "#step=0");
    // A lane keeps its height however many there are, and a step can be pointed at however many there are.
    let lane = "document.querySelector('#timeline svg').getBoundingClientRect().height / 61 > 20";
    assert_eq!(browser.worth(lane), true);
    let within = |child: &str, pane: &str| {
        let of = |which: &str| format!("{which}.getBoundingClientRect()");
        let (child, pane) = (of(child), of(pane));
        format!("(() => {{ const c = {child}, p = {pane}; return c.top >= p.top && c.bottom <= p.bottom + 1; }})()")
    };
    for at in [steps / 3, steps / 2, 5] {
        browser.worth(&format!("by({at})"));
        let thread = "data.steps[at].t";
        let lane =
            within(&format!("document.getElementById('names').children[{thread}]"), "document.getElementById('lanes')");
        let drawn = format!(
            "(() => {{ const l = document.getElementById('names').children[{thread}].getBoundingClientRect(); return !!document.elementFromPoint(l.right + 40, l.top + 10).closest('#timeline'); }})()"
        );
        assert_eq!(browser.worth(&drawn), true, "the lane of step {at}");
        let row = within(
            &format!("document.getElementById('threads').children[{thread}]"),
            "document.querySelector('.threads')",
        );
        assert_eq!((browser.worth(&lane), browser.worth(&row)), (json!(true), json!(true)), "step {at}");
    }
    browser.press("End");
    assert_eq!(place(&mut browser), (steps - 1).to_string());
    let cursor = "(() => { const c = document.getElementById('cursor').getBoundingClientRect(), t = document.getElementById('timeline').getBoundingClientRect(); return c.left >= t.left && c.right <= t.right + 1; })()";
    browser.worth("document.body.classList.remove('moves')");
    browser.press("ArrowLeft");
    browser.worth("document.getElementById('cursor').getAnimations().forEach((one) => one.finish())");
    assert_eq!(browser.worth(cursor), true, "the cursor is in view");
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_tour_is_in_the_page_with_the_ways_that_it_takes() {
    let folder = folder();
    let (_, plain) = export(&folder, "deadlock", &["--lang", "en"]);
    assert!(data(&plain)["tour"].is_null(), "a page without a tour knows of none");
    let (_, page) = export(&folder, "deadlock", &["--lang", "en", "--tour"]);
    let (plain, data) = (data(&plain), data(&page));
    assert_eq!(
        plain["steps"].as_array().map(Vec::len),
        data["steps"].as_array().map(Vec::len),
        "the first way is the run"
    );
    let way = &data["tour"]["ways"][0];
    assert_eq!((way["of"].as_u64(), way["at"].as_u64()), (Some(0), Some(5)));
    let name = "From step 5 on, another branch: alice goes on";
    assert!(way["name"][0].as_str().is_some_and(|said| said == name), "{}", way["name"]);
    let steps = way["steps"].as_array().expect("it has steps");
    assert_eq!(steps[0]["n"], 6);
    assert_eq!(steps[steps.len() - 1]["end"], serde_json::json!([false, "✓"]));
    let moments = data["tour"]["moments"].as_array().expect("moments");
    let said = |moment: &Value| data["texts"][moment[1].as_u64().expect("something is said") as usize][1][0].clone();
    assert_eq!(said(&moments[0]), "alice 和 bob 共用一支笔和一张纸。每样都是一把锁。");
    // It goes back to step 5 of the first way, and from there on the other one, to its end.
    let back = moments.iter().position(|moment| said(moment) == "倒回到 bob 来之前……").expect("it goes back");
    let place = |at: usize| (moments[at][2].as_u64(), moments[at][3].as_u64());
    assert_eq!((place(back), place(back + 1)), ((Some(0), Some(5)), (Some(1), Some(6))));
    assert_eq!(place(moments.len() - 1).1, steps[steps.len() - 1]["n"].as_u64());
}

#[test]
fn a_reader_watches_the_tour_and_takes_the_controls() {
    let Some(mut browser) = Browser::start() else { return };
    let folder = folder();
    let (path, page) = export(&folder, "deadlock", &["--lang", "en", "--tour"]);
    let data = data(&page);
    browser.size(1300, 900);
    // It begins by itself.
    browser.open(&path, "");
    let caption = "document.getElementById('caption').textContent";
    assert_eq!(browser.worth("[beat !== 0, moment]"), json!([true, 0]));
    assert_eq!(browser.worth(caption), "Alice and Bob share one pen and one paper. Each is a lock.");
    assert_eq!(
        browser.worth("Math.round(parseFloat(document.getElementById('unseen').style.transform.slice(11)))"),
        browser.worth("Math.round(each)")
    );
    // Whatever the reader does stops it; t goes on from there.
    browser.press("ArrowRight");
    assert_eq!(browser.worth("[beat, at, document.getElementById('caption').className]"), json!([0, 1, "over"]));
    browser.press("t");
    assert_eq!(browser.worth("[beat !== 0, at]"), json!([true, 0]));
    // Every moment shows its step of its way, as if the run had gone so.
    let moments = data["tour"]["moments"].as_array().expect("moments");
    let chosen = &data["tour"]["ways"][0];
    for (number, moment) in moments.iter().enumerate() {
        browser.worth(&format!("showMoment({number})"));
        let seen = browser.worth("[way, at, document.getElementById('caption').textContent, document.querySelector('#log > li.now .num').textContent]");
        let text = &data["texts"][moment[1].as_u64().expect("something is said") as usize][0][0];
        let step = moment[3].as_u64().expect("a step");
        assert_eq!(seen, json!([moment[2], step, text, step.to_string()]), "moment {number}");
    }
    let output = browser.worth("document.getElementById('output').textContent");
    let printed: String = chosen["steps"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|step| step["out"].as_array().cloned().unwrap_or_default())
        .filter_map(|piece| piece[1].as_str().map(str::to_owned))
        .collect();
    assert!(
        !printed.is_empty() && printed.lines().all(|line| output.as_str().is_some_and(|all| all.contains(line))),
        "{output}"
    );
    // The other way can be gone back to, with a key and by its name; an address says which one it is.
    browser.press("v");
    assert_eq!(browser.worth("[beat, way, data.steps.length - 1 === last]"), json!([0, 0, true]));
    browser.press("End");
    assert_eq!(browser.worth("document.getElementById('graph').hidden"), false, "that one ends in a deadlock");
    browser.worth("(() => { const one = document.getElementById('way'); one.value = 1; one.dispatchEvent(new Event('change')); })()");
    assert_eq!(browser.worth("[way, at]"), json!([1, 5]));
    browser.open(&path, "#step=6&way=2");
    assert_eq!(browser.worth("[way, at, beat]"), json!([1, 6, 0]));
    // Time moves it: at the quickest pace it comes to its end.
    browser.worth("(() => { interval = 20; seen.fill(0); moment = tour.moments.length - 3; tourOrStop(); })()");
    browser.worth("new Promise((done) => { const look = () => beat ? setTimeout(look, 20) : done(); look(); })");
    assert_eq!(browser.worth("[moment, way]"), json!([-1, 1]));
    assert_eq!(browser.worth(caption), "The tour is over. t plays it again; now you may go where you like.");
    // Nothing moves by itself for those who do not want that.
    browser.call(
        "Emulation.setEmulatedMedia",
        json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}),
    );
    browser.open(&path, "");
    assert_eq!(browser.worth("[beat, at, document.getElementById('tour').hidden]"), json!([0, 0, false]));
    browser.click("tour");
    assert_eq!(browser.worth("beat !== 0"), true);
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn items_travel_from_who_puts_them_to_the_queue_and_on_to_who_gets_them() {
    let Some(mut browser) = Browser::start() else { return };
    let folder = folder();
    let (path, _) = export(&folder, "queue", &["--lang", "en"]);
    browser.size(1300, 900);
    browser.open(&path, "#step=0");
    // A step that puts an item, and one that gets one.
    let lengths = "data.steps.map((_, index) => resources[index].map((row) => (data.rows[row].x.items ?? []).length).reduce((a, b) => a + b, 0))";
    let lengths: Vec<u64> = serde_json::from_value(browser.worth(lengths)).expect("numbers");
    let step = |more: bool| {
        let changes = |pair: &[u64]| if more { pair[1] > pair[0] } else { pair[1] < pair[0] };
        lengths.windows(2).position(changes).expect("there is such a step") + 1
    };
    let flying = "[...document.querySelectorAll('.flying')].map((one) => one.textContent)";
    for (number, puts) in [(step(true), true), (step(false), false)] {
        browser.worth(&format!("by(0); by({})", number - 1));
        let before = browser.worth("slot(0, 0)?.textContent ?? null");
        browser.worth(&format!("by({number})"));
        let item = if puts { browser.worth("slot(0, 0).textContent") } else { before };
        assert_eq!(browser.worth(flying), json!([item]), "step {number}");
        // It begins, or ends, at the chip of the thread whose step it is.
        let gap = format!(
            "(() => {{ const one = document.querySelector('.flying'), run = one.getAnimations()[0]; run.pause(); run.currentTime = {}; \
             const middle = (node) => {{ const f = frame(node); return [f.x + f.width / 2, f.y + f.height / 2]; }}; \
             const [a, b] = [middle(one), middle($('threads').children[data.steps[at].t].querySelector('.chip'))]; \
             const far = Math.hypot(a[0] - b[0], a[1] - b[1]); run.finish(); return far < 2; }})()",
            if puts { "0" } else { "run.effect.getTiming().duration - 1" },
        );
        assert_eq!(browser.worth(&gap), true, "step {number}");
        browser.worth("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assert_eq!(browser.worth(flying), json!([]), "it is there");
        // Nothing travels backwards, over many steps, or for those who want no motion.
        browser.worth(&format!("by({}); by(0); by({number})", number - 1));
        assert_eq!(browser.worth(flying), json!([]));
        let reduce = |value| json!({"features": [{"name": "prefers-reduced-motion", "value": value}]});
        browser.call("Emulation.setEmulatedMedia", reduce("reduce"));
        browser.worth(&format!("by({}); by({number})", number - 1));
        assert_eq!(browser.worth(flying), json!([]));
        browser.call("Emulation.setEmulatedMedia", reduce(""));
    }
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

/// Relative luminance (WCAG 2.2) of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a hexadecimal number")) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn every_theme_can_be_read() {
    let style = include_str!("../../src/export/page/page.css");
    let mut themes = 0;
    for theme in style.split(":root").skip(1) {
        let body = theme.split(['{', '}']).nth(1).expect("a theme has colours");
        let colours: std::collections::BTreeMap<&str, &str> = body
            .split(';')
            .filter_map(|pair| pair.trim().split_once(": #"))
            .map(|(name, _)| {
                let at = body.find(&format!("{name}: #")).expect("it stands there") + name.len() + 2;
                (name.trim_start_matches("--"), &body[at..at + 7])
            })
            .collect();
        let contrast = |one: &str, other: &str| {
            let (a, b) = (luminance(colours[one]), luminance(colours[other]));
            (a.max(b) + 0.05) / (a.min(b) + 0.05)
        };
        for ground in ["ground", "pane", "raised"] {
            for text in ["text", "dim", "accent", "good", "warn", "bad", "m"] {
                assert!(contrast(text, ground) >= 4.5, "{text} on {ground}: {:.2} in {theme}", contrast(text, ground));
            }
        }
        for thread in ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "bad", "good", "accent"] {
            assert!(contrast("on", thread) >= 4.5, "on {thread}: {:.2} in {theme}", contrast("on", thread));
        }
        themes += 1;
    }
    assert_eq!(themes, 4);
}
