//! The values of arguments: what a text on the command line stands for.

use std::{str::FromStr, time::Duration};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::{
    event::Nanos,
    export::cast,
    machine::{Printing, Switching},
    schedule::Quantum,
};

/// A range of steps, both ends included; without an end it goes to the last one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Steps {
    pub from: u32,
    pub to: Option<u32>,
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

/// Another value for a name of the program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    pub name: String,
    pub value: String,
}

/// A setting that is on or off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Switch(pub bool);

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
pub struct SwitchingName(pub Switching);

impl FromStr for SwitchingName {
    type Err = NotUnderstood;

    fn from_str(name: &str) -> Result<Self, NotUnderstood> {
        Switching::named(name).map(Self).ok_or(NotUnderstood)
    }
}

/// How much of a line is written at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PrintingName(pub Printing);

impl FromStr for PrintingName {
    type Err = NotUnderstood;

    fn from_str(name: &str) -> Result<Self, NotUnderstood> {
        Printing::named(name).map(Self).ok_or(NotUnderstood)
    }
}

/// A length of virtual time, in milliseconds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval(pub Nanos);

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

/// How long a picture stays at most.
pub fn pause(text: &str) -> Result<Duration, NotSeconds> {
    seconds(text).map(Duration::from_secs_f64)
}
