//! How a program is run: what the viewer asked for and what it asks for itself, as settings of a session.

use crate::{
    host::Settings,
    scenario::{Scenario, Setup},
    schedule::Policy,
};

/// The settings, with what was asked for in them.
#[must_use]
pub fn settings_of(setup: &Setup, run: Settings) -> Settings {
    let (policy, hardware) = (setup.policy().unwrap_or(run.policy), setup.hardware().or(run.hardware));
    Settings { policy, hardware, rules: setup.rules(run.rules), ..run }
}

/// The settings with which a scenario opens: those that the viewer asked for, or its own, or these.
#[must_use]
pub fn opening(scenario: &Scenario, (asked, seed): (Setup, Option<u64>), run: Settings) -> Settings {
    let (setup, seed) = scenario.opening(asked, seed);
    Settings { seed: seed.unwrap_or(run.seed), ..settings_of(&setup, run) }
}

/// What of the settings has to come back when the viewer comes back to a policy.
pub(super) fn kept(settings: &Settings, own: Setup) -> Setup {
    let inherit = match settings.policy {
        Policy::Priority { inherit } => Some(inherit),
        _ => own.inherit,
    };
    Setup { quantum: settings.policy.quantum().or(own.quantum), inherit, ..own }
}
