//! The program's text: short, narrow, and its twin tells the same story.

use unicode_width::UnicodeWidthStr;

use super::Finding;
use crate::scenario::{Catalogue, Expect, Scenario};

/// Lines of a program, without blank ones.
const LINES: usize = 50;

/// Cells of a line of the program.
const COLUMNS: usize = 72;

pub(super) fn findings(scenario: &Scenario, catalogue: &Catalogue) -> Vec<Finding> {
    let mut all = Vec::new();
    let shown = scenario.shown_lines();
    let code = shown.iter().filter(|&&line| !scenario.source.line(line).trim().is_empty()).count();
    if code > LINES {
        all.push(Finding::new("lint-long").with("lines", code).with("most", LINES));
    }
    for &line in &shown {
        let width = scenario.source.line(line).width();
        if width > COLUMNS {
            all.push(Finding::new("lint-wide-line").with("cells", width).with("most", COLUMNS).at(line));
        }
    }
    if shown.first().is_some_and(|&first| first > 1) && scenario.source.line(1).starts_with("# ///") {
        all.push(Finding::new("lint-block-first").at(1));
    }
    bounds(scenario, &mut all);
    related(scenario, catalogue, &mut all);
    all
}

/// Each number has bounds, so that the gallery can change it.
fn bounds(scenario: &Scenario, all: &mut Vec<Finding>) {
    use crate::compiler::Literal;
    for parameter in &scenario.params {
        let number = matches!(parameter.value(), Literal::Int(_) | Literal::Float(_));
        let open = number && (parameter.min().is_none() || parameter.max().is_none());
        let any = matches!(parameter.value(), Literal::Str(_)) && parameter.choices().is_empty();
        if open || any {
            all.push(Finding::new("lint-no-bounds").with("name", parameter.name()));
        }
    }
}

/// The scenarios that it names are there, and its twin ends well alone.
fn related(scenario: &Scenario, catalogue: &Catalogue, all: &mut Vec<Finding>) {
    let course = &scenario.course;
    for id in course.needs.iter().filter(|id| catalogue.find(id).is_none()) {
        all.push(Finding::new("lint-no-such").with("what", "needs").with("id", id));
    }
    for harmless in &course.harmless {
        if !course.races.as_ref().is_some_and(|races| races.contains(harmless)) {
            all.push(Finding::new("lint-harmless").with("name", harmless));
        }
    }
    let Some(id) = &scenario.fixed_by else { return };
    match catalogue.find(id) {
        None => all.push(Finding::new("lint-no-such").with("what", "fixed_by").with("id", id)),
        Some(twin) if twin.expect != [Expect::Finished] => all.push(Finding::new("lint-twin-bad").with("id", id)),
        Some(_) => {}
    }
}
