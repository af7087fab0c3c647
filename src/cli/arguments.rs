//! What can be asked for on the command line. The words that explain it are in `cli.ftl`.

use std::{ops::RangeInclusive, path::PathBuf, str::FromStr, time::Duration};

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, builder::PossibleValuesParser, builder::TypedValueParser};
use clap_complete::Shell;

use super::check::CheckArguments;
use crate::{
    app::{Questions, Speed, Stage, ThemeName},
    event::Nanos,
    export::cast,
    ids::StepIndex,
    locale::Language,
    machine::{Printing, Switching},
    scenario::{MOST_CORES, Setup},
    schedule::{Policy, Quantum},
};

/// The whole command line.
#[derive(Parser, Debug)]
#[command(
    name = "raddle",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    #[command(flatten)]
    pub screen: ScreenArguments,
    #[arg(long, global = true, display_order = 100, value_name = "LANG", value_parser = named::<Language, 2>(Language::ALL.map(Language::code)))]
    pub lang: Option<Language>,
    #[arg(
        long,
        global = true,
        display_order = 101,
        value_enum,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true
    )]
    pub color: When,
    #[arg(long, global = true, display_order = 102, value_name = "DIR")]
    pub scenarios: Vec<PathBuf>,
    #[arg(long, short, global = true, display_order = 103, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', display_order = 104, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    List {
        #[arg(long)]
        json: bool,
        #[arg(long, conflicts_with = "json")]
        concepts: bool,
    },
    Run(RunArguments),
    Check(CheckArguments),
    Replay(ReplayArguments),
    Export(ExportArguments),
    Notes {
        #[arg(value_name = "TARGET")]
        target: String,
    },
    Lint {
        #[arg(value_name = "TARGET")]
        target: String,
    },
    New {
        #[arg(value_name = "NAME")]
        name: String,
    },
    Completions {
        #[arg(value_enum, value_name = "SHELL", hide_possible_values = true)]
        shell: Shell,
    },
    Man,
    Help {
        #[arg(value_name = "COMMAND")]
        of: Option<String>,
    },
}

/// What the screen takes.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Args, Clone, PartialEq, Debug, Default)]
pub struct ScreenArguments {
    #[arg(value_name = "TARGET")]
    pub target: Option<String>,
    #[command(flatten)]
    pub conduct: Conduct,
    #[arg(long, value_name = "NAME", value_parser = named::<ThemeName, 4>(ThemeName::ALL.map(ThemeName::name)))]
    pub theme: Option<ThemeName>,
    #[arg(long)]
    pub no_motion: bool,
    #[arg(long, requires = "target")]
    pub tour: bool,
    #[arg(long)]
    pub show_keys: bool,
    #[arg(long, value_name = "HOW", value_parser = named::<Questions, 3>(Questions::ALL.map(Questions::name)))]
    pub questions: Option<Questions>,
    #[arg(long)]
    pub no_progress: bool,
    #[arg(long, conflicts_with_all = ["theme", "no_motion", "tour", "show_keys"])]
    pub text: bool,
}

/// What `run` takes.
#[derive(Args, Debug)]
pub struct RunArguments {
    #[arg(value_name = "TARGET")]
    pub target: String,
    #[command(flatten)]
    pub conduct: Conduct,
    #[arg(long, value_name = "FILE")]
    pub choices: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub save: Option<PathBuf>,
    #[arg(long, requires = "save")]
    pub force: bool,
    #[arg(
        allow_negative_numbers = true,
        long,
        value_name = "N",
        default_value_t = 10_000_000,
        hide_default_value = true
    )]
    pub max_steps: u64,
    #[arg(allow_negative_numbers = true, long, value_name = "S", default_value = "10", hide_default_value = true, value_parser = seconds)]
    pub max_seconds: f64,
    #[arg(allow_negative_numbers = true, long, value_name = "MB", default_value_t = 1024, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_memory: u32,
    #[arg(allow_negative_numbers = true, long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..), conflicts_with_all = ["seed", "save", "choices"])]
    pub times: Option<u64>,
    #[arg(long)]
    pub json: bool,
}

/// What `replay` takes.
#[derive(Args, Debug)]
pub struct ReplayArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "NAME", value_parser = named::<ThemeName, 4>(ThemeName::ALL.map(ThemeName::name)))]
    pub theme: Option<ThemeName>,
    #[arg(long)]
    pub no_motion: bool,
    #[arg(long, conflicts_with_all = ["theme", "no_motion"])]
    pub text: bool,
}

/// What `export` takes.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Args, Debug)]
pub struct ExportArguments {
    #[arg(value_name = "TARGET")]
    pub target: String,
    #[arg(long, short, value_name = "OUT")]
    pub output: PathBuf,
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub conduct: Conduct,
    #[arg(allow_negative_numbers = true, long, value_name = "N", default_value_t = 2000, hide_default_value = true)]
    pub max_steps: u32,
    #[arg(long, conflicts_with_all = ["steps", "step"])]
    pub tour: bool,
    #[arg(long)]
    pub show_keys: bool,
    #[arg(long, value_name = "A..B", conflicts_with = "step")]
    steps: Option<Steps>,
    #[arg(allow_negative_numbers = true, long, value_name = "N")]
    pub step: Option<u32>,
    #[arg(long, value_name = "COLSxROWS", default_value = "100x30", hide_default_value = true)]
    pub size: Size,
    #[arg(long, value_name = "NAME", value_parser = named::<ThemeName, 4>(ThemeName::ALL.map(ThemeName::name)))]
    pub theme: Option<ThemeName>,
    #[arg(long, value_name = "N", default_value = "4", hide_default_value = true)]
    pub speed: Speed,
    #[arg(allow_negative_numbers = true, long, value_name = "S", value_parser = pause)]
    idle: Option<Duration>,
    #[arg(long)]
    pub no_motion: bool,
    #[arg(long, value_name = "N", default_value = "2", hide_default_value = true)]
    pub cast_version: cast::Version,
    #[arg(allow_negative_numbers = true, long, value_name = "N", default_value_t = 2, hide_default_value = true, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub scale: u8,
}

impl ExportArguments {
    /// What the key x asks for on the stage: the whole run, or the present step where a format shows one.
    pub fn of_stage(stage: &Stage, theme: ThemeName) -> Self {
        Self {
            target: String::new(),
            output: PathBuf::new(),
            force: false,
            conduct: Conduct::default(),
            max_steps: 2000,
            tour: false,
            show_keys: false,
            steps: None,
            step: Some(stage.cursor().0),
            size: Size((100, 30)),
            theme: Some(theme),
            speed: stage.speed(),
            idle: None,
            no_motion: false,
            cast_version: cast::Version::V2,
            scale: 2,
        }
    }

    /// No picture stays longer; what a tour says is read at its own pace.
    pub fn idle(&self) -> Duration {
        self.idle.unwrap_or(if self.tour { Duration::MAX } else { Duration::from_secs(3) })
    }

    /// The steps that were asked for, of a run that has so many; none when there are none such.
    pub fn steps_of(&self, tip: StepIndex) -> Option<RangeInclusive<StepIndex>> {
        let Steps { from, to } = self.steps.unwrap_or(Steps { from: 0, to: None });
        // A recording may have any number of steps.
        let most = from.saturating_add(self.max_steps);
        let (from, to) = (StepIndex(from), StepIndex(to.unwrap_or(most)).min(tip));
        (from <= to && self.step.is_none_or(|step| step <= tip.0)).then_some(from..=to)
    }
}

/// A range of steps, both ends included; without an end it goes to the last one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Steps {
    from: u32,
    to: Option<u32>,
}

/// Cells in a row, and rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size(pub (u16, u16));

/// A text that says no size, or no range.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not understood")]
pub struct NotUnderstood;

impl FromStr for Steps {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, NotUnderstood> {
        let (from, to) = text.split_once("..").ok_or(NotUnderstood)?;
        let number = |text: &str| match text {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| NotUnderstood),
        };
        Ok(Self { from: number(from)?.unwrap_or(0), to: number(to)? })
    }
}

impl FromStr for Size {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, NotUnderstood> {
        let (columns, rows) = text.split_once('x').ok_or(NotUnderstood)?;
        let number = |text: &str| text.parse::<u16>().map_err(|_| NotUnderstood);
        let (columns, rows) = (number(columns)?, number(rows)?);
        let sensible = (20..=400).contains(&columns) && (5..=200).contains(&rows);
        if sensible { Ok(Self((columns, rows))) } else { Err(NotUnderstood) }
    }
}

impl FromStr for cast::Version {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, NotUnderstood> {
        match text {
            "2" => Ok(Self::V2),
            "3" => Ok(Self::V3),
            _ => Err(NotUnderstood),
        }
    }
}

/// How long a picture stays at most.
fn pause(text: &str) -> Result<Duration, NotSeconds> {
    seconds(text).map(Duration::from_secs_f64)
}

/// How a program is run.
#[derive(Args, Clone, PartialEq, Debug, Default)]
pub struct Conduct {
    #[arg(long, value_name = "NAME", value_parser = named::<Driver, 8>(Driver::ALL.map(Driver::name)))]
    policy: Option<Driver>,
    #[arg(allow_negative_numbers = true, long, value_name = "N")]
    seed: Option<u64>,
    #[arg(allow_negative_numbers = true, long, value_name = "N|Nms")]
    quantum: Option<Quantum>,
    #[arg(long)]
    inherit: bool,
    #[command(flatten)]
    processor: Processor,
    #[arg(long, value_name = "NAME=VALUE", requires = "target")]
    pub set: Vec<Setting>,
}

/// What a program is run on.
#[derive(Args, Clone, PartialEq, Debug, Default)]
pub struct Processor {
    #[arg(allow_negative_numbers = true, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=i64::from(MOST_CORES)))]
    cores: Option<u16>,
    #[arg(long, value_name = "on|off", value_parser = named::<Switch, 2>(["on", "off"]))]
    gil: Option<Switch>,
    #[arg(allow_negative_numbers = true, long, value_name = "MS")]
    interval: Option<Interval>,
    #[arg(long, value_name = "WHERE", value_parser = named::<SwitchingName, 3>(Switching::ALL.map(Switching::name)))]
    switching: Option<SwitchingName>,
    #[arg(long, value_name = "HOW", value_parser = named::<PrintingName, 2>(Printing::ALL.map(Printing::name)))]
    printing: Option<PrintingName>,
    #[arg(long, value_name = "on|off", num_args = 0..=1, require_equals = true, default_missing_value = "on", value_parser = named::<Switch, 2>(["on", "off"]))]
    spurious: Option<Switch>,
}

impl Processor {
    /// What the flags say of it.
    fn setup(&self) -> Setup {
        Setup {
            cores: self.cores,
            gil: self.gil.map(|Switch(on)| on),
            interval: self.interval.map(|Interval(time)| time),
            switching: self.switching.map(|SwitchingName(switching)| switching),
            printing: self.printing.map(|PrintingName(printing)| printing),
            spurious: self.spurious.map(|Switch(on)| on),
            ..Setup::default()
        }
    }

    /// What the flags say of it, or else the program's own settings.
    ///
    /// # Errors
    /// A flag that means nothing without cores.
    pub fn setup_with(&self, own: Setup) -> Result<Setup, Meaningless> {
        let setup = self.setup().or(own);
        let lacks_cores = (self.gil.is_some() || self.interval.is_some()) && setup.cores.is_none();
        if lacks_cores { Err(Meaningless::Gil) } else { Ok(setup) }
    }

    /// What was said, as flags again.
    pub fn flags(&self) -> Vec<String> {
        let cores = self.cores.map(|cores| format!("--cores={cores}"));
        let switch = |name: &str, Switch(on)| format!("--{name}={}", if on { "on" } else { "off" });
        let gil = self.gil.map(|gil| switch("gil", gil));
        let spurious = self.spurious.map(|spurious| switch("spurious", spurious));
        let printing = self.printing.map(|PrintingName(it)| format!("--printing={}", it.name()));
        let interval = self.interval.map(|Interval(time)| format!("--interval={}", time as f64 / 1e6));
        let switching = self.switching.map(|SwitchingName(it)| format!("--switching={}", it.name()));
        [cores, gil, interval, switching, printing, spurious].into_iter().flatten().collect()
    }
}

/// Another value for a name of the program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    pub name: String,
    pub value: String,
}

/// A setting that is on or off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Switch(bool);

impl FromStr for Switch {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, NotUnderstood> {
        match text {
            "on" => Ok(Self(true)),
            "off" => Ok(Self(false)),
            _ => Err(NotUnderstood),
        }
    }
}

/// Where threads can be put aside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SwitchingName(Switching);

impl FromStr for SwitchingName {
    type Err = NotUnderstood;

    fn from_str(name: &str) -> Result<Self, NotUnderstood> {
        Switching::named(name).map(Self).ok_or(NotUnderstood)
    }
}

/// How much of a line is written at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PrintingName(Printing);

impl FromStr for PrintingName {
    type Err = NotUnderstood;

    fn from_str(name: &str) -> Result<Self, NotUnderstood> {
        Printing::named(name).map(Self).ok_or(NotUnderstood)
    }
}

/// A length of virtual time, in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval(Nanos);

impl FromStr for Interval {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, NotUnderstood> {
        let text = text.strip_suffix("ms").unwrap_or(text);
        match format!("{text}ms").parse() {
            Ok(Quantum::Time(time)) => Ok(Self(time)),
            _ => Err(NotUnderstood),
        }
    }
}

/// Who decides who goes next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Driver {
    By(Policy),
    /// The operating system.
    Live,
}

impl Driver {
    const ALL: [Self; 8] = {
        let [fair, random, rr, fcfs, sjf, mlfq, priority] = Policy::ALL;
        [
            Self::By(fair),
            Self::By(random),
            Self::By(rr),
            Self::By(fcfs),
            Self::By(sjf),
            Self::By(mlfq),
            Self::By(priority),
            Self::Live,
        ]
    };

    const fn name(self) -> &'static str {
        match self {
            Self::By(policy) => policy.name(),
            Self::Live => "live",
        }
    }
}

impl FromStr for Driver {
    type Err = NotUnderstood;

    fn from_str(name: &str) -> Result<Self, NotUnderstood> {
        Self::ALL.into_iter().find(|driver| driver.name() == name).ok_or(NotUnderstood)
    }
}

/// A flag that means nothing to the policy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaningless {
    /// `--quantum`, where threads have no turns.
    Quantum,
    /// `--inherit`, where threads have no priorities.
    Inherit,
    /// `--gil` or `--interval`, where there are no cores.
    Gil,
    /// `--cores`, where the operating system has its own.
    Cores,
}

impl Meaningless {
    /// The message that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Quantum => "usage-quantum",
            Self::Inherit => "usage-inherit",
            Self::Gil => "usage-gil",
            Self::Cores => "usage-live-cores",
        }
    }
}

impl Conduct {
    /// How the program is to be run, as the flags say.
    pub fn setup(&self) -> Setup {
        let policy = self.policy.map(|driver| match driver {
            Driver::By(policy) => policy,
            Driver::Live => Policy::Fair,
        });
        Setup { policy, quantum: self.quantum, inherit: self.inherit.then_some(true), ..self.processor.setup() }
    }

    /// How the program is to be run, as the flags say, or else the program's own settings.
    ///
    /// # Errors
    /// A flag that means nothing together with the others.
    pub fn setup_with(&self, own: Setup) -> Result<Setup, Meaningless> {
        let setup = self.setup().or(own);
        let policy = setup.policy().unwrap_or(Policy::Fair);
        if self.quantum.is_some() && policy.quantum().is_none() {
            return Err(Meaningless::Quantum);
        }
        if self.inherit && !matches!(policy, Policy::Priority { .. }) {
            return Err(Meaningless::Inherit);
        }
        if self.is_live() && self.processor.cores.is_some() {
            return Err(Meaningless::Cores);
        }
        self.processor.setup_with(setup)
    }

    /// What was said besides policy and seed, as flags again.
    pub fn beside_policy(&self) -> Vec<String> {
        setting_flags(&self.set).chain(self.processor.flags()).collect()
    }

    /// Whether threads of the operating system run it.
    pub fn is_live(&self) -> bool {
        self.policy == Some(Driver::Live)
    }

    /// Whether anything was said of it.
    pub fn is_given(&self) -> bool {
        *self != Self::default()
    }

    /// The seed, where one was given.
    pub fn seed(&self) -> Option<u64> {
        self.seed
    }
}

impl ScreenArguments {
    /// Whether anything was asked of the screen.
    pub fn is_given(&self) -> bool {
        let Self { target, conduct, theme, no_motion, tour, show_keys, questions, no_progress, text } = self;
        let flags = [no_motion, tour, show_keys, no_progress, text];
        let given = target.is_some() || conduct.is_given() || theme.is_some() || questions.is_some();
        given || flags.into_iter().any(|flag| *flag)
    }
}

/// A text that does not set a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("NAME=VALUE")]
pub struct NotASetting;

impl FromStr for Setting {
    type Err = NotASetting;

    fn from_str(text: &str) -> Result<Self, NotASetting> {
        let (name, value) = text.split_once('=').filter(|(name, _)| !name.trim().is_empty()).ok_or(NotASetting)?;
        Ok(Self { name: name.trim().to_owned(), value: value.to_owned() })
    }
}

/// Settings as flags again.
pub fn setting_flags(set: &[Setting]) -> impl Iterator<Item = String> + '_ {
    set.iter().flat_map(|Setting { name, value }| ["--set".to_owned(), format!("{name}={value}")])
}

/// A value that goes by one of these names.
pub fn named<T, const N: usize>(names: [&'static str; N]) -> impl TypedValueParser<Value = T>
where
    T: FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|name| name.parse::<T>())
}

/// A number of seconds that a clock can count.
pub fn seconds(text: &str) -> Result<f64, NotSeconds> {
    let seconds: f64 = text.parse().map_err(|_| NotSeconds)?;
    let countable = (0.0..=1e9).contains(&seconds);
    if countable { Ok(seconds) } else { Err(NotSeconds) }
}

/// A text that is no number of seconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("seconds")]
pub struct NotSeconds;
