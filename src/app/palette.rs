//! The palette: every action by its name, found by what is typed in either language, or by another word for it.
//!
//! What makes no sense at the moment is there all the same, with the reason. Tests: here.

use std::time::Duration;

use tui_input::{Input, InputRequest};

use super::{
    Action, App, Overlay,
    search::{marked, nearness},
};
use crate::{
    ids::StepIndex,
    locale::{Language, Locale},
    scenario::Pane,
};

/// Where an action can be asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Stage,
    Gallery,
    Everywhere,
}

/// An action with its name.
#[derive(Clone, Copy, Debug)]
struct Command {
    place: Place,
    action: Action,
    /// The message with its name.
    name: &'static str,
    /// Other words for it, in both languages.
    words: &'static str,
}

const fn on_stage(action: Action, name: &'static str, words: &'static str) -> Command {
    Command { place: Place::Stage, action, name, words }
}

const fn in_gallery(action: Action, name: &'static str, words: &'static str) -> Command {
    Command { place: Place::Gallery, action, name, words }
}

const fn everywhere(action: Action, name: &'static str, words: &'static str) -> Command {
    Command { place: Place::Everywhere, action, name, words }
}

/// Every action that has a name, in the order of the list.
const COMMANDS: &[Command] = &[
    on_stage(Action::Play, "do-play", "pause stop go run start 暂停 停止 继续"),
    on_stage(Action::Forward, "do-forward", "next 下一步 单步"),
    on_stage(Action::Backward, "do-backward", "undo rewind previous 撤销 上一步"),
    on_stage(Action::NextBlocking, "do-next-blocking", "wait block run 等待"),
    on_stage(Action::PreviousBlocking, "do-previous-blocking", "wait block 等待"),
    on_stage(Action::NextMark, "do-next-mark", "interesting chapter run 标记 有趣"),
    on_stage(Action::PreviousMark, "do-previous-mark", "interesting chapter 标记"),
    on_stage(Action::End, "do-end", "finish last run 最后"),
    on_stage(Action::Start, "do-start", "home again beginning first 开头 从头"),
    on_stage(Action::RunSelected, "do-run-selected", "choose schedule scheduler 调度 指定"),
    on_stage(Action::NextOfThread, "do-next-of-selected", "event lock queue 事件"),
    on_stage(Action::PreviousOfThread, "do-previous-of-selected", "event lock queue 事件"),
    on_stage(Action::NextThing, "do-next-thing", "resource lock queue object 资源 锁 队列"),
    on_stage(Action::SelectNext, "do-select-next", "thread choose"),
    on_stage(Action::SelectPrevious, "do-select-previous", "thread choose"),
    on_stage(Action::GoTo, "do-go-to", "jump seek number 跳转 编号"),
    on_stage(Action::Faster, "do-faster", "speed quick 速度 快"),
    on_stage(Action::Slower, "do-slower", "speed slow 速度 慢"),
    on_stage(Action::Restart, "do-restart", "again reset reload begin 重置"),
    on_stage(Action::NextSeed, "do-next-seed", "random order another 随机 顺序"),
    on_stage(Action::Policy, "do-policy", "scheduler schedule fair random round robin priority 调度"),
    on_stage(Action::Live, "do-live", "real os operating system threads 操作系统"),
    on_stage(Action::Unit, "do-unit", "granularity line instruction bytecode operation 粒度 行 指令"),
    on_stage(Action::OtherWay, "do-other-way", "branch fork way 分支"),
    on_stage(Action::Twins, "do-twins", "side by side compare difference diff both 并排 对照 比较"),
    on_stage(Action::Fixed, "do-twin", "fixed repaired broken right wrong twin mistake 修复 改正 错误"),
    on_stage(Action::RunMany, "do-run-many", "hundred trials statistics many ends outcomes seeds 统计 多次 一百"),
    on_stage(
        Action::Check,
        "do-check",
        "search every interleaving prove possible deadlock race explore 搜索 检查 穷举 证明",
    ),
    on_stage(Action::Challenge, "do-challenge", "scheduler game goal puzzle break deadlock you 挑战 目标 调度 游戏"),
    on_stage(Action::Map, "do-map", "state space graph states pane walk 状态 状态图 地图"),
    on_stage(Action::Hint, "do-hint", "help challenge next 提示 帮助"),
    on_stage(Action::Questions, "do-questions", "predict prediction quiz ask answer 预测 提问 问题"),
    on_stage(Action::Notes, "do-notes", "presenter teacher lesson class 备注 讲稿 教师"),
    on_stage(Action::OtherEnd, "do-other-end", "different result outcome seed otherwise random 结局 结果 随机 种子"),
    on_stage(
        Action::Parameters,
        "do-parameters",
        "set setting value gil cores policy quantum cure machine 参数 设置 核 解释器锁 策略 时间片",
    ),
    on_stage(Action::NextScenario, "do-next-scenario", "following continue course 下一个 场景"),
    on_stage(Action::Tour, "do-tour", "watch demo explain guide 演示 讲解"),
    on_stage(Action::Turn, "do-turn", "pane picture memory shared tab 窗格 内存 共享"),
    on_stage(Action::SourceUp, "do-source-up", "scroll program source code 滚动 源代码"),
    on_stage(Action::SourceDown, "do-source-down", "scroll program source code 滚动 源代码"),
    on_stage(Action::Zoom, "do-zoom", "pane large full big room 全屏 窗格"),
    on_stage(Action::Save, "do-save", "record recording write file 录制"),
    on_stage(Action::Export, "do-export", "gif html png svg share film movie page image 分享 动画 图片 网页"),
    in_gallery(Action::Open, "do-watch", "tour demo open 导览 打开"),
    in_gallery(Action::Try, "do-try", "open stage run hands 打开 舞台"),
    in_gallery(Action::Search, "do-search", "find look 查找"),
    in_gallery(Action::Unfold, "do-unfold", "expand chapter open 章"),
    in_gallery(Action::Fold, "do-fold", "collapse chapter close 章"),
    in_gallery(Action::NextParameter, "do-next-parameter", "set value variable 设置"),
    in_gallery(Action::PreviousParameter, "do-previous-parameter", "set value variable 设置"),
    in_gallery(Action::Increase, "do-increase", "more parameter bigger 更多"),
    in_gallery(Action::Decrease, "do-decrease", "less parameter smaller 更少"),
    everywhere(Action::Help, "do-help", "keys shortcuts signs 快捷键 符号"),
    everywhere(Action::Language, "do-language", "english chinese translate 中文 英文"),
    everywhere(Action::Theme, "do-theme", "colour color dark light contrast blind 颜色 深色 浅色 对比度"),
    everywhere(Action::Back, "do-back", "gallery close leave 返回 列表"),
    everywhere(Action::Quit, "do-quit", "exit leave bye 离开"),
];

/// The open palette.
#[derive(Debug)]
pub struct Palette {
    input: Input,
    entries: Vec<Entry>,
    /// The entries that match, best first, by their places.
    found: Vec<usize>,
    chosen: usize,
}

/// An action that is offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// Its name.
    pub name: String,
    /// Why it makes no sense now, if it makes none.
    pub obstacle: Option<String>,
    /// Other words for it.
    words: String,
}

impl Palette {
    fn new(entries: Vec<Entry>) -> Self {
        let found = (0..entries.len()).collect();
        Self { input: Input::default(), entries, found, chosen: 0 }
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.input.value()
    }

    /// How many actions there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The actions that match, best first.
    pub fn found(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.found.iter().map(|&at| &self.entries[at])
    }

    /// The place of the chosen one among them.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// The characters of a name that match what was typed, by their places.
    #[must_use]
    pub fn marked(&self, name: &str) -> Vec<usize> {
        marked(self.input.value(), name)
    }

    pub(super) fn input(&self) -> &Input {
        &self.input
    }

    pub(super) fn set_input(&mut self, input: Input) {
        self.input = input;
        let typed = self.input.value();
        let find = |lenient: bool| -> Vec<(usize, u8)> {
            let near = |(at, entry): (usize, &Entry)| Some((at, nearness(typed, &entry.name, &entry.words, lenient)?));
            self.entries.iter().enumerate().filter_map(near).collect()
        };
        let mut found = find(false);
        if found.is_empty() {
            found = find(true);
        }
        // Whatever can be done stands before what cannot; what is called so before what could be.
        found.sort_by_key(|&(at, rank)| (self.entries[at].obstacle.is_some(), rank));
        self.found = found.into_iter().map(|(at, _)| at).collect();
        self.chosen = 0;
    }

    pub(super) fn edit(&mut self, request: InputRequest) {
        let mut input = self.input.clone();
        input.handle(request);
        if input.value() == self.input.value() {
            self.input = input;
        } else {
            self.set_input(input);
        }
    }

    pub(super) fn move_by(&mut self, by: isize) {
        self.chosen = self.chosen.saturating_add_signed(by).min(self.found.len().saturating_sub(1));
    }
}

impl App {
    /// Opens the palette; the program on the stage waits meanwhile.
    pub(super) fn open_palette(&mut self) {
        if let Some(stage) = &mut self.stage {
            stage.pause();
        }
        let other = Locale::new(self.locale.language().next());
        let here = if self.stage.is_some() { Place::Stage } else { Place::Gallery };
        let commands = COMMANDS.iter().filter(|command| command.place == here || command.place == Place::Everywhere);
        let panes = Pane::ALL.iter().filter(|_| here == Place::Stage).map(|&pane| self.pane_entry(pane, &other));
        let entries = commands.map(|command| self.entry(command, &other)).chain(panes).collect();
        self.overlay = Some(Overlay::Palette(Palette::new(entries)));
    }

    fn entry(&self, command: &Command, other: &Locale) -> Entry {
        let name = self.locale.text(command.name);
        let words = format!("{} {}", other.text(command.name), command.words);
        let obstacle = self.obstacle_to(command.action).map(|reason| self.locale.text(reason));
        Entry { action: command.action, name, obstacle, words }
    }

    /// The action that opens a pane, by the pane's name.
    fn pane_entry(&self, pane: Pane, other: &Locale) -> Entry {
        let named = |locale: &Locale| locale.format("do-open-pane", &[("pane", locale.text(&pane.title()).into())]);
        let name = named(&self.locale);
        let words = format!("{} {} pane 窗格", named(other), pane.name());
        Entry { action: Action::OpenPane(pane), name, obstacle: None, words }
    }

    /// Does what is chosen in the palette; what makes no sense now is said to make none, and the palette stays.
    pub(super) fn pick(&mut self, at: Option<usize>, now: Duration) {
        let Some(Overlay::Palette(palette)) = &self.overlay else { return };
        let Some(entry) = palette.found().nth(at.unwrap_or(palette.chosen)).cloned() else { return };
        if let Some(obstacle) = entry.obstacle {
            return self.say(obstacle, now);
        }
        self.overlay = None;
        self.update(entry.action, now);
    }

    /// The message that says why an action can do nothing now, if it cannot.
    fn obstacle_to(&self, action: Action) -> Option<&'static str> {
        let Some(stage) = &self.stage else { return self.obstacle_in_gallery(action) };
        if stage.origin().is_some() && action.changes_the_run() {
            return Some("recording-real-run");
        }
        let starts = stage.cursor() == StepIndex(0);
        let ends = stage.end().is_some();
        match action {
            Action::Backward | Action::Start | Action::PreviousBlocking | Action::PreviousOfThread if starts => {
                Some("nothing-before")
            }
            Action::PreviousMark if stage.marks().previous(stage.cursor()).is_none() => Some("nothing-before"),
            Action::Forward | Action::End | Action::NextBlocking | Action::NextOfThread | Action::NextMark if ends => {
                Some("nothing-after")
            }
            Action::RunSelected if !stage.can_run(stage.selected()) => Some("cannot-run-selected"),
            Action::NextThing if stage.scene().resources.is_empty() => Some("no-things"),
            Action::OtherWay if stage.session().forks().next().is_none() => Some("no-other-way"),
            Action::Fixed | Action::Twins if self.twin().is_none() => Some("no-fixed"),
            Action::Tour if stage.scenario().tour.is_empty() => Some("no-tour-here"),
            Action::Parameters if stage.scenario().params.is_empty() => Some("no-parameters"),
            Action::Parameters if self.gallery.catalogue().find(&stage.scenario().id).is_none() => Some("no-gallery"),
            Action::Export if self.exports.is_empty() => Some("no-exports"),
            _ => None,
        }
    }

    fn obstacle_in_gallery(&self, action: Action) -> Option<&'static str> {
        let chosen = self.gallery.chosen();
        let parameters = chosen.is_some_and(|scenario| !scenario.params.is_empty());
        match action {
            Action::Open | Action::Try if chosen.is_none() => Some("nothing-chosen"),
            Action::Open if chosen.is_some_and(|scenario| scenario.tour.is_empty()) => Some("no-tour-here"),
            Action::NextParameter | Action::PreviousParameter | Action::Increase | Action::Decrease if !parameters => {
                Some("no-parameters")
            }
            _ => None,
        }
    }
}

/// The message with the name of an action, if it has one.
#[must_use]
pub fn name_of(action: Action) -> Option<&'static str> {
    COMMANDS.iter().find(|command| command.action == action).map(|command| command.name)
}

/// The names of all actions in a language, as they stand in the palette.
#[must_use]
pub fn names(language: Language) -> Vec<String> {
    let locale = Locale::new(language);
    COMMANDS.iter().map(|command| locale.text(command.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::tests::app_with, *};

    const NOW: Duration = Duration::ZERO;

    fn palette(app: &App) -> &Palette {
        match app.overlay() {
            Some(Overlay::Palette(palette)) => palette,
            other => panic!("no palette: {other:?}"),
        }
    }

    fn find(app: &mut App, typed: &str) -> Action {
        app.update(Action::Palette, NOW);
        app.paste(typed);
        palette(app).found().next().unwrap_or_else(|| panic!("{typed} finds nothing")).action
    }

    #[test]
    fn actions_are_found_by_name_in_both_languages_and_by_other_words() {
        let mut app = app_with("deadlock");
        for _ in 0..3 {
            app.update(Action::Forward, NOW);
        }
        for (typed, action) in [
            ("undo", Action::Backward),
            ("撤销", Action::Backward),
            ("repaired", Action::Fixed),
            ("fixed", Action::Fixed),
            ("正确写法", Action::Fixed),
            ("gif", Action::Export),
            ("next mark", Action::NextMark),
            ("主题", Action::Theme),
            ("seed", Action::NextSeed),
            ("run to", Action::NextMark),
        ] {
            if action == Action::Export {
                app.offer_exports(vec!["gif"]);
            }
            assert_eq!(find(&mut app, typed), action, "{typed}");
            app.update(Action::Back, NOW);
        }
    }

    #[test]
    fn enter_does_it_and_the_palette_is_gone() {
        let mut app = app_with("deadlock");
        find(&mut app, "to the end");
        app.submit(NOW);
        assert!(app.overlay().is_none());
        assert!(app.stage().is_some_and(|stage| stage.end().is_some()));
    }

    #[test]
    fn what_makes_no_sense_now_says_why_and_stands_last() {
        let mut app = app_with("semaphore");
        assert_eq!(find(&mut app, "twin"), Action::Fixed);
        app.submit(NOW);
        assert!(matches!(app.overlay(), Some(Overlay::Palette(_))));
        assert_eq!(app.notice(NOW), Some(app.locale().text("no-fixed").as_str()));
        app.update(Action::Back, NOW);
        app.update(Action::Palette, NOW);
        app.paste("step");
        let possible: Vec<bool> = palette(&app).found().map(|entry| entry.obstacle.is_none()).collect();
        assert!(possible.is_sorted_by(|a, b| a >= b) && possible.contains(&false), "{possible:?}");
    }

    #[test]
    fn it_is_moved_through_and_has_an_end() {
        let mut app = app_with("deadlock");
        app.update(Action::Palette, NOW);
        app.update(Action::Up, NOW);
        assert_eq!(palette(&app).chosen(), 0);
        for _ in 0..200 {
            app.update(Action::Down, NOW);
        }
        assert_eq!(palette(&app).chosen(), palette(&app).count() - 1);
        app.update(Action::Pick(0), NOW);
        assert!(app.overlay().is_none() && app.stage().is_some_and(Stage::is_playing));
    }

    #[test]
    fn every_pane_is_opened_by_its_name() {
        let mut app = app_with("deadlock");
        for &pane in Pane::ALL {
            let typed = format!("pane: {}", app.locale().text(&pane.title()));
            assert_eq!(find(&mut app, &typed), Action::OpenPane(pane), "{typed}");
            app.submit(NOW);
            let (zoom, opened) = (app.look().zoom, app.stage().and_then(Stage::opened_first));
            let there = if pane.always_stands() { zoom } else { zoom.or(opened) };
            assert_eq!(there, Some(pane));
        }
    }

    #[test]
    fn every_name_is_there_once_in_each_language() {
        for language in Language::ALL {
            let mut names = names(language);
            assert!(names.iter().all(|name| !name.starts_with("do-")), "{names:?}");
            let all = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), all);
        }
    }

    use super::super::Stage;
}
