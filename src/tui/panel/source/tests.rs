//! The pane of the program, drawn and read cell by cell.

use std::sync::Arc;

use ratatui::style::Color;

use super::*;
use crate::{
    app::ThemeName,
    host::Settings,
    ids::StepIndex,
    locale::{Language, Locale},
    scenario::{Catalogue, Scenario},
    source::SourceText,
    tui::{motion::Motion, theme::Theme},
};

const THEME: &Theme = Theme::of(ThemeName::Dark);

fn scenario(id: &str) -> Scenario {
    Catalogue::embedded().find(id).expect("it is there").clone()
}

/// A program on the stage, after so many steps.
fn stage(scenario: Scenario, steps: u32) -> Stage {
    let mut stage = Stage::open(scenario, Settings::default()).expect("it compiles");
    stage.run_up_to(StepIndex(steps));
    stage
}

fn with_painter<T>(stage: &Stage, run: impl FnOnce(&Painter<'_>) -> T) -> T {
    let locale = Locale::new(Language::English);
    let painter =
        Painter { scene: stage.scene(), names: stage.names(), locale: &locale, theme: THEME, motion: Motion::STILL };
    run(&painter)
}

/// The pane in so many cells, without its title, and what the mouse can hit.
fn drawn(stage: &Stage, (width, height): (u16, u16)) -> (Vec<String>, Buffer, Hits) {
    let area = Rect::new(0, 0, width, height);
    let (mut buffer, mut hits) = (Buffer::empty(area), Hits::default());
    with_painter(stage, |painter| {
        draw(
            &View { painter, stage, title: String::new(), thread_rows: Some(3), shown: &[] },
            area,
            &mut hits,
            &mut buffer,
        );
    });
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    let rows = (1..height).map(row).collect();
    (rows, buffer, hits)
}

fn text(spans: &[Text<'_>]) -> String {
    spans.iter().map(|span| &*span.content).collect()
}

#[test]
fn the_left_edge_names_one_or_two_threads_and_points_for_more() {
    let stage = stage(scenario("deadlock"), 0);
    with_painter(&stage, |painter| {
        let edge = |threads: &[u32]| text(&marks(painter, &threads.iter().map(|&at| ThreadId(at)).collect::<Vec<_>>()));
        assert_eq!(edge(&[]), "   ");
        assert_eq!(edge(&[1]), " 2▶");
        assert_eq!(edge(&[1, 2]), "23▶");
        assert_eq!(edge(&[1, 2, 3]), "▶▶▶");
        assert_eq!(edge(&[11]), "12▶");
        assert_eq!(edge(&[1, 11]), "▶▶▶", "there is no room for three digits");
        assert_eq!(edge(&[120]), "▶▶▶");
        let colours: Vec<_> = marks(painter, &[ThreadId(1), ThreadId(2)]).iter().map(|span| span.style.fg).collect();
        assert_eq!(colours[1..], [1, 2, 2].map(|at| Some(THEME.thread(ThreadId(at)))));
    });
}

#[test]
fn who_wants_what_stands_beside_its_line() {
    let stage = stage(scenario("deadlock"), 99);
    let (rows, _, hits) = drawn(&stage, (42, 13));
    assert_eq!(rows[0], "     8  def write_letter():");
    assert_eq!(rows[4], " 2▶ 16#         with paper:           (2)");
    assert_eq!(rows[10], " 3▶ 28#         with pen:   (3) wants pen");
    assert_eq!(hits.at(20, 11), Some(Action::RunToLine(28)));
    assert_eq!(hits.scroll_room().0, 4, "there are four lines above");
    let (rows, ..) = drawn(&stage, (60, 19));
    assert!(rows.contains(&" 2▶ 16#         with paper:                 (2) wants paper".to_owned()), "{rows:#?}");
    assert!(rows.contains(&"    18".to_owned()), "there is room for blank lines");
}

#[test]
fn values_stand_at_the_lines_that_set_them() {
    let stage = stage(scenario("lost_update"), 14);
    let (rows, ..) = drawn(&stage, (80, 27));
    let row = rows.iter().find(|row| row.contains(" 17# ")).expect("it is shown");
    assert!(row.ends_with("(2) seen 10   (3) seen 0"), "{row}");
    let (rows, ..) = drawn(&stage, (42, 13));
    assert!(rows.iter().any(|row| row.ends_with("seen = balan…  (3) seen 0")), "the text gives way: {rows:#?}");
}

#[test]
fn what_is_written_stands_beside_the_line_in_numbers() {
    let mut stage = stage(scenario("lost_update"), 0);
    let found = (1..40).find_map(|step| {
        stage.run_up_to(StepIndex(step));
        let (rows, ..) = drawn(&stage, (80, 27));
        rows.into_iter().find(|row| row.contains("balance = seen + 10") && row.contains("writes"))
    });
    let row = found.expect("somebody is about to write");
    assert!(row.ends_with("writes 0 + 10"), "{row}");
}

fn program(text: &str) -> Scenario {
    Scenario::read("test", Arc::new(SourceText::new("test.py", text)), None).expect("it is sound")
}

#[test]
fn what_a_thread_holds_stands_where_it_was_taken() {
    let text = "\
import threading
bank = threading.Lock()
def change():
    with bank:
        pass
def transfer():
    with bank:
        change()
alice = threading.Thread(target=transfer, name='alice')
alice.start()
alice.join()
";
    let stage = stage(program(text), 99);
    for (width, holds, wants) in [(42, "(2) holds bank", "(2) wants bank"), (80, "(2) holds bank", "(2) wants bank")] {
        let (rows, ..) = drawn(&stage, (width, 13));
        let at = |line: &str| rows.iter().find(|row| row.contains(line)).cloned().unwrap_or_default();
        assert!(at(" 7      with bank:").ends_with(holds), "{rows:#?}");
        assert!(at(" 4      with bank:").ends_with(wants), "{rows:#?}");
        assert!(at(" 8          change()").ends_with("change()"), "{rows:#?}");
    }
}

#[test]
fn things_in_containers_are_called_by_their_names() {
    let text = "\
import threading
bank = threading.Lock()
def work():
    keys = {'k': bank}
    names = {'n': work, 's': threading.current_thread()}
    print(len(names))
threading.Thread(target=work, name='ann').start()
";
    let mut stage = stage(program(text), 0);
    let found = (0..40).find_map(|step| {
        stage.run_up_to(StepIndex(step));
        let view = stage.scene().thread(ThreadId(1)).filter(|view| view.locals.len() == 2)?;
        Some(view.locals.iter().map(|&(_, value)| stage.names().value(value).into_owned()).collect::<Vec<_>>())
    });
    assert_eq!(found.expect("both are bound"), ["{'k': bank}", "{'n': work, 's': ann}"]);
}

#[test]
fn of_many_threads_at_a_line_there_is_the_number() {
    let program = "import threading\ngate = threading.Event()\ndef wait():\n    gate.wait()\nfor _ in range(9):\n    \
                   threading.Thread(target=wait).start()\n";
    let scenario = Scenario::read("many", Arc::new(SourceText::new("many.py", program)), None).expect("it is sound");
    let stage = stage(scenario, 99);
    let (rows, ..) = drawn(&stage, (80, 12));
    let chips = "(2)(3)(4)(5)(6)(7)(8)(9)(10)";
    assert!(rows.iter().any(|row| row.starts_with("▶▶▶  4") && row.ends_with(chips)), "{rows:#?}");
    let (rows, ..) = drawn(&stage, (42, 12));
    assert!(rows.iter().any(|row| row.starts_with("▶▶▶  4") && row.ends_with("9 threads")), "{rows:#?}");
    let (rows, ..) = drawn(&stage, (26, 12));
    assert!(rows.iter().any(|row| row.starts_with("▶▶▶  4") && row.ends_with("9 here")), "{rows:#?}");
}

#[test]
fn the_program_has_no_colour_but_those_of_threads() {
    let stage = stage(scenario("rlock"), 9);
    let (_, buffer, _) = drawn(&stage, (80, 30));
    let plain = [THEME.text, THEME.token(TokenClass::Comment).fg.expect("it has one"), THEME.dim, Color::Reset];
    let threads: Vec<Color> = (0..8).map(|at| THEME.thread(ThreadId(at))).collect();
    for y in 1..30 {
        for x in 0..80 {
            let cell = &buffer[(x, y)];
            let chip = threads.contains(&cell.bg) || (x < 3 && threads.contains(&cell.fg));
            assert!(chip || plain.contains(&cell.fg), "{x},{y}: {cell:?}");
        }
    }
}

#[test]
fn a_parameter_that_was_changed_is_shown_at_its_line() {
    let mut changed = scenario("lost_update");
    changed.set("PEOPLE", "3").expect("it takes that");
    let (rows, ..) = drawn(&stage(changed, 0), (42, 13));
    assert_eq!(rows[2], "     4  PEOPLE = 2                    ◆ 3");
    let (rows, ..) = drawn(&stage(scenario("lost_update"), 0), (42, 13));
    assert_eq!(rows[2], "     4  PEOPLE = 2");
}

#[test]
fn who_is_about_to_end_is_seen_where_it_was_last() {
    let mut last = (String::new(), 0);
    let mut stage = stage(scenario("deadlock_ordered"), 0);
    for step in 0..40 {
        stage.run_up_to(StepIndex(step));
        let view = stage.scene().thread(stage.selected()).expect("somebody runs");
        let (rows, ..) = drawn(&stage, (80, 13));
        if view.span.end == 0 && view.state.is_alive() && stage.selected() != ThreadId::MAIN && step > 0 {
            assert_eq!(rows[0], last.0, "the page stays");
            assert!(rows.iter().any(|row| row.ends_with("ends")), "{rows:#?}");
            last.1 += 1;
        }
        last.0 = rows[0].clone();
    }
    assert!(last.1 > 0, "somebody ends");
}

#[test]
fn scrolling_is_drawn_and_who_is_outside_stands_in_the_title() {
    let stage = stage(scenario("deadlock"), 99);
    let (_, buffer, _) = drawn(&stage, (42, 13));
    let title: String = (0..42).map(|x| buffer[(x, 0)].symbol()).collect();
    assert!(title.contains("▼ (1)  (3) line 28"), "{title}");
}
