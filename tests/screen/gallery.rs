//! The gallery and the footer as they are drawn, at the sizes that people have and in both languages.

use std::time::Duration;

use raddle::{
    app::{Action, App, Beginning, Entry, ThemeName},
    host::Settings,
    locale::Language,
    scenario::Catalogue,
    tui::{depth::ColourDepth, screen},
};
use ratatui::{buffer::Buffer, layout::Rect};
use tui_input::InputRequest;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 50)];

/// Long after the last change: nothing moves, and nothing is said any more.
const STILL: Duration = Duration::from_mins(1);

fn app(catalogue: Catalogue, language: Language) -> App {
    App::new(Beginning { catalogue, language, theme: ThemeName::Dark, motion: false, run: Settings::default() })
}

fn act(app: &mut App, actions: &[Action]) {
    actions.iter().for_each(|&action| app.update(action, Duration::ZERO));
}

fn rows(app: &App, (width, height): (u16, u16), now: Duration) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    screen::draw(app, ColourDepth::True, now, area, &mut buffer);
    let row = |y| {
        let mut row = String::new();
        let mut x = 0;
        while x < width {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            // A wide character takes the cell behind it, too.
            let is_wide = symbol.chars().any(|letter| ('\u{2E80}'..'\u{FFE6}').contains(&letter));
            x += 1 + u16::from(is_wide);
        }
        row
    };
    (0..height).map(row).collect()
}

fn typed(app: &mut App, text: &str) {
    text.chars().for_each(|letter| app.edit(InputRequest::InsertChar(letter)));
}

/// A catalogue of so many programs in chapters of twelve.
fn many(count: usize) -> Catalogue {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for number in 0..count {
        let chapter = number / 12;
        let text = format!(
            "# /// script\n# [tool.raddle]\n# title = \"Program {number} with a title that is rather long for a list\"\n\
             # concept = {{ en = \"Concept {number}\", zh = \"概念 {number}\" }}\n# chapter = \"part-{chapter:02}\"\n# ///\nprint({number})\n"
        );
        std::fs::write(folder.path().join(format!("program_{number:03}.py")), text).expect("it can be written");
    }
    let mut catalogue = Catalogue::default();
    catalogue.add_folder(folder.path()).expect("it can be read");
    assert!(catalogue.problems().is_empty());
    catalogue
}

#[test]
fn somebody_new_can_watch_or_try_a_deadlock_at_every_size() {
    for size in SIZES {
        for (language, words) in [
            (Language::English, ["New here?", "▶ Watch", "Try", "Deadlock: two locks", "0/5", "✗ deadlock", "q quit"]),
            (Language::Chinese, ["第一次来", "▶ 观看", "动手", "死锁：两把锁", "0/5", "✗ 死锁", "q 退出"]),
        ] {
            let text = rows(&app(Catalogue::embedded(), language), size, STILL).join("\n");
            for word in words {
                assert!(text.contains(word), "{size:?}: no {word} in\n{text}");
            }
        }
    }
}

#[test]
fn a_challenge_that_was_met_has_a_sign_that_the_help_explains() {
    for (language, words) in [(Language::English, "★ challenge met"), (Language::Chinese, "★ 完成了挑战")] {
        let mut app = on_stage("lost_wakeup", language, &[Action::Challenge]);
        let starred = |app: &App| rows(app, SIZES[0], STILL).join("\n").matches('★').count();
        for _ in 0..200 {
            app.tick(STILL);
        }
        while app.stage().and_then(|stage| stage.challenge()).is_some_and(|challenge| !challenge.is_reached()) {
            act(&mut app, &[Action::Hint, Action::Hint]);
        }
        act(&mut app, &[Action::Back, Action::Back]);
        assert!(app.stage().is_none());
        let row = |app: &App, wanted: &dyn Fn(&Entry) -> bool| app.gallery().entries().iter().position(wanted);
        let chapter = row(&app, &|entry| *entry == Entry::Chapter(8)).expect("the signals");
        act(&mut app, &[Action::ChooseAt(chapter)]);
        let is_it = |entry: &Entry| match entry {
            Entry::Scenario(at) => app.gallery().scenario(*at).is_some_and(|scenario| scenario.id == "lost_wakeup"),
            Entry::Chapter(_) => false,
        };
        let at = row(&app, &is_it).expect("its chapter is unfolded");
        act(&mut app, &[Action::ChooseAt(at)]);
        assert_eq!(starred(&app), 2, "{}", rows(&app, SIZES[0], STILL).join("\n"));
        assert!(rows(&app, SIZES[1], STILL).join("\n").contains(words));
        act(&mut app, &[Action::Help]);
        let help: String = (0..4).fold(String::new(), |text, _| {
            let text = text + &rows(&app, SIZES[2], STILL).join("\n");
            act(&mut app, &[Action::PageDown]);
            text
        });
        assert!(help.contains(words), "{help}");
    }
}

#[test]
fn no_title_is_cut_before_it_says_what_it_is_about() {
    for language in Language::ALL {
        let mut app = app(Catalogue::embedded(), language);
        let chapters = app.gallery().catalogue().chapters().count();
        for at in (0..chapters).rev() {
            let row = app.gallery().entries().iter().position(|entry| *entry == Entry::Chapter(at)).expect("a chapter");
            let folded = app.gallery().entries().get(row + 1).is_none_or(|entry| matches!(entry, Entry::Chapter(_)));
            if folded {
                act(&mut app, &[Action::ChooseAt(row)]);
            }
        }
        let text = rows(&app, (80, 130), STILL).join("\n");
        for scenario in app.gallery().catalogue().scenarios() {
            let concept = scenario.concept.get(language);
            assert!(text.contains(concept), "{} in {language:?}:\n{text}", scenario.id);
        }
    }
}

#[test]
fn two_hundred_programs_are_listed_chosen_and_found_at_every_size() {
    for language in Language::ALL {
        let mut app = app(many(200), language);
        for size in SIZES {
            let text = rows(&app, size, STILL).join("\n");
            let concept = if language == Language::English { "Concept 0: " } else { "概念 0：" };
            assert!(text.contains(concept) && text.contains("0/12"), "{text}");
        }
        for _ in 0..40 {
            act(&mut app, &[Action::Down]);
            for size in SIZES {
                let drawn = rows(&app, size, STILL);
                let chosen = drawn.iter().filter(|row| row.chars().take(5).any(|sign| sign == '▶')).count();
                assert_eq!(chosen, 1, "{}", drawn.join("\n"));
            }
        }
        act(&mut app, &[Action::Unfold, Action::Search]);
        typed(&mut app, "program 199");
        let found = rows(&app, SIZES[0], STILL);
        assert!(found[3].contains("199"), "{}", found.join("\n"));
    }
}

#[test]
fn a_chapter_that_does_not_fit_shows_some_and_says_how_many_more() {
    let mut app = app(many(200), Language::English);
    let small = rows(&app, SIZES[0], STILL).join("\n");
    assert!(small.contains("more, → unfolds all"), "{small}");
    assert!(!rows(&app, SIZES[2], STILL).join("\n").contains("unfolds all"));
    act(&mut app, &[Action::Unfold]);
    let text = rows(&app, SIZES[0], STILL).join("\n");
    assert!(!text.contains("unfolds all") && text.contains("Concept 9"), "{text}");
}

fn on_stage(id: &str, language: Language, actions: &[Action]) -> App {
    let mut app = app(Catalogue::embedded(), language);
    let scenario = app.gallery().catalogue().find(id).cloned();
    app.open(scenario.expect("there is such a scenario"));
    act(&mut app, actions);
    app
}

#[test]
fn the_footer_has_the_keys_of_the_moment_and_the_way_out() {
    use Action::{End, Forward, Play, Start};
    let footer = |app: &App, size| rows(app, size, STILL).pop().unwrap_or_default();
    for (id, actions, begins) in [
        ("deadlock", &[][..], " Space play  → step  ← back  1-9 run thread  "),
        ("deadlock", &[Forward, Play], " Space pause  + faster  - slower  → step  "),
        ("deadlock", &[End], " ← back  Home again  f fixed  e other end  a 100 runs  "),
        ("deadlock_ordered", &[End], " ← back  Home again  f broken  "),
        ("semaphore", &[End], " ← back  Home again  a 100 runs  "),
        ("start_join", &[End, Start], " Space play  → step  ← back  1-9 run thread  "),
    ] {
        let row = footer(&on_stage(id, Language::English, actions), SIZES[0]);
        assert!(row.starts_with(begins), "{row}");
        assert!(row.ends_with("  ? help  Esc back  q quit "), "{row}");
    }
    let chinese = footer(&on_stage("deadlock", Language::Chinese, &[]), SIZES[0]);
    assert!(
        chinese.starts_with(" Space 播放  → 前进  ← 后退  1-9 指定线程  ") && chinese.ends_with("q 退出 "),
        "{chinese}"
    );
    let wide = footer(&on_stage("deadlock", Language::English, &[End]), SIZES[2]);
    assert!(
        wide.starts_with(
            " ← back   Home again   f fixed version   e other end   a 100 runs   F both   c check   < last mark   : palette   "
        ),
        "{wide}"
    );
    let wide = footer(&on_stage("deadlock_ordered", Language::English, &[End]), SIZES[2]);
    assert!(wide.contains("f broken version"), "{wide}");
}

#[test]
fn the_way_out_stays_while_something_is_said() {
    let mut app = on_stage("deadlock", Language::English, &[]);
    app.say("Something short".to_owned(), Duration::ZERO);
    let row = rows(&app, SIZES[0], Duration::ZERO).pop().unwrap_or_default();
    assert!(row.starts_with(" Something short") && row.ends_with("? help  Esc back  q quit "), "{row}");
    app.say("Something long ".repeat(8), Duration::ZERO);
    let row = rows(&app, SIZES[0], Duration::ZERO).pop().unwrap_or_default();
    assert!(row.starts_with(" Something long") && !row.contains("q quit"), "{row}");
}

#[test]
fn the_palette_lies_over_what_is_dim_and_shows_the_keys() {
    for size in SIZES {
        for (language, words) in [
            (Language::English, ["▶ Run to the next mark", "Run to the end", "Enter do it"]),
            (Language::Chinese, ["▶ 运行到下一个标记", "运行到结束", "Enter 执行"]),
        ] {
            let mut app = on_stage("deadlock", language, &[Action::Palette]);
            let query = if language == Language::English { "run to" } else { "运行到" };
            app.paste(query);
            if language == Language::Chinese {
                act(&mut app, &[Action::Down]);
            }
            let drawn = rows(&app, size, STILL);
            let text = drawn.join("\n");
            for word in words {
                assert!(text.contains(word), "{size:?}: no {word} in\n{text}");
            }
            let row = drawn.iter().find(|row| row.contains(words[0])).expect("it is there");
            assert!(row.contains("> │"), "its key stands at the right: {row}");
        }
    }
}
