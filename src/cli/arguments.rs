//! What can be asked for on the command line. The words that explain it are in `cli.ftl`.

use std::{ops::RangeInclusive, path::PathBuf, str::FromStr, time::Duration};

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::{
    check::{CheckArguments, MergeArguments},
    values::{
        Interval, NotUnderstood, PrintingName, Setting, Size, Steps, Switch, SwitchingName, named, pause, seconds,
        setting_flags,
    },
};
use crate::{
    app::{Questions, Speed, Stage, ThemeName},
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
    Merge(MergeArguments),
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
    #[arg(value_name = "TARGET")]
    pub others: Vec<String>,
    #[command(flatten)]
    pub conduct: Conduct,
    #[arg(long, value_name = "NAME", value_parser = named::<ThemeName, 4>(ThemeName::ALL.map(ThemeName::name)))]
    pub theme: Option<ThemeName>,
    #[arg(long)]
    pub no_motion: bool,
    #[arg(long, requires = "target")]
    pub tour: bool,
    #[arg(long, value_name = "FILE", requires = "target", conflicts_with = "tour")]
    pub choices: Option<PathBuf>,
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
    #[arg(value_name = "TARGET")]
    pub others: Vec<String>,
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
    #[arg(long, value_name = "FILE", requires = "target")]
    pub input: Option<PathBuf>,
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
        let input = self.input.as_ref().map(|path| format!("--input={}", path.display()));
        setting_flags(&self.set).chain(self.processor.flags()).chain(input).collect()
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
        // There are others only where there is a target.
        let Self {
            target,
            others: _,
            conduct,
            theme,
            no_motion,
            tour,
            choices,
            show_keys,
            questions,
            no_progress,
            text,
        } = self;
        let flags = [no_motion, tour, show_keys, no_progress, text];
        let given = target.is_some() || conduct.is_given() || theme.is_some() || questions.is_some();
        given || choices.is_some() || flags.into_iter().any(|flag| *flag)
    }
}
