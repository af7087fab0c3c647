//! Which lock guards which variable, as a scenario says it by their names.

use super::Names;
use crate::{
    ids::{ResourceId, VariableId},
    scenario::Scenario,
    scene::Scene,
};

/// What the scenario says that guards what, as far as both are there by now.
#[must_use]
pub fn declared_guards(scenario: &Scenario, scene: &Scene, names: Names<'_>) -> Vec<(ResourceId, VariableId)> {
    let lock = |name: &str| {
        (0..scene.resources.len())
            .map(ResourceId::at)
            .find(|&id| names.resource(id) == name)
            .map(|id| scene.lock_of(id))
            .filter(|&id| scene.can_guard(id))
    };
    let data = |name: &str| (0..scene.variables.len()).map(VariableId::at).find(|&id| names.variable(id) == name);
    let guards = scenario.course.guards.iter();
    let pairs = guards.flat_map(|guard| guard.data.iter().map(|name| (lock(&guard.lock), data(name))));
    pairs.filter_map(|(lock, data)| lock.zip(data)).collect()
}
