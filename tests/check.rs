//! The search against known results.

use std::{path::Path, sync::Arc};

use raddle::{
    compiler::compile,
    explore::{Bounds, Kind, Report, Search},
    machine::Machine,
    program::Program,
    source::SourceText,
    stdlib::Library,
};

fn program(text: &str) -> Arc<Program> {
    let source = Arc::new(SourceText::new("program.py", text));
    Arc::new(compile(&source, &Library).unwrap_or_else(|wrong| panic!("{wrong:?} in\n{text}")))
}

fn check(text: &str, bounds: Bounds) -> Report {
    let mut search = Search::new(Machine::new(program(text), 1 << 30), bounds);
    search.advance(|| true);
    search.report(None, || true)
}

#[test]
fn peers() {
    let folder = Path::new("/work/shared/peers/programs/raddle");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        if file.to_str().unwrap().contains("4_4") || file.to_str().unwrap().contains("4_3") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let start = std::time::Instant::now();
        let mut search = Search::new(Machine::new(program(&text), 1 << 30), Bounds::default());
        search.advance(|| true);
        let searched = start.elapsed();
        let report = search.report(None, || true);
        let outcomes: Vec<_> = report
            .outcomes
            .iter()
            .take(4)
            .map(|it| {
                (
                    it.kind.name(),
                    it.output.clone(),
                    it.globals.iter().map(|(n, w)| format!("{n}={w}")).collect::<Vec<_>>().join(" "),
                    it.witness.choices.len(),
                    it.witness.switches(),
                    it.witness.proved,
                )
            })
            .collect();
        println!(
            "{:?} {} states {} steps {:?} +{:?} {:?} total {:?}\n   {:?}\n  {:?} {:?} {:?}",
            file.file_name().unwrap(),
            report.states,
            report.transitions,
            searched,
            start.elapsed() - searched,
            report.interleavings,
            report.outcomes_total,
            outcomes,
            report.races.iter().map(|r| (&r.variable, r.accesses[0].line, r.accesses[1].line)).collect::<Vec<_>>(),
            report.guards,
            report.lock_order.len()
        );
    }
}
