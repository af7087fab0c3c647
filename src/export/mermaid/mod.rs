//! Mermaid: the wait-for graph at a step as a flowchart, the run as a sequence diagram.
//!
//! Facts from <https://mermaid.js.org/syntax/flowchart.html>, `…/sequenceDiagram.html` and `…/config/schema-docs/config.html`:
//! any character can be written as an entity, `#` with its number and a semicolon; a diagram of more than 50,000 characters
//! or a flowchart of more than 500 edges is not drawn.

mod sequence;

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use serde_json::json;

use super::{
    Performance,
    graph::{Body, Edge, Graph, graph},
};
use crate::ids::StepIndex;

pub use sequence::write as write_sequence;

/// The most edges that a flowchart is given.
const MOST_EDGES: usize = 400;

/// Writes the wait-for graph after the step as a flowchart.
///
/// # Errors
/// When it cannot be written.
pub fn write_graph(performance: &Performance<'_>, step: StepIndex, out: &mut dyn Write) -> io::Result<()> {
    let Graph { title, nodes, edges } = graph(performance, step);
    let shown = &edges[..edges.len().min(MOST_EDGES)];
    let drawn = |body: Body| shown.iter().any(|edge| edge.from == body || edge.to == body);
    // The head is YAML, of which a JSON string is a part.
    writeln!(out, "---\ntitle: {}\n---\nflowchart TB", json!(title.first()))?;
    let more = performance.locale.format("more", &[("count", (edges.len() - shown.len()).into())]);
    let cut = (shown.len() < edges.len()).then_some(&more);
    let described: Vec<&str> = title.iter().skip(1).chain(cut).map(String::as_str).collect();
    let described = escaped(&described.join(&performance.locale.text("clause-separator")));
    if !described.is_empty() {
        writeln!(out, "    accDescr: {described}")?;
    }
    for node in nodes.iter().filter(|node| drawn(node.body)) {
        let label = escaped(&node.label);
        let class = if node.in_cycle { ":::deadlock" } else { "" };
        match node.body {
            Body::Thread(_) => writeln!(out, "    {}([\"{label}\"]){class}", node.body.id())?,
            Body::Resource(_) => writeln!(out, "    {}[\"{label}\"]{class}", node.body.id())?,
        }
    }
    if let Some(cut) = cut {
        writeln!(out, "    more[\"{}\"]", escaped(cut))?;
    }
    if shown.is_empty() {
        writeln!(out, "    nobody[\"{described}\"]")?;
    }
    for edge in shown {
        writeln!(out, "    {}", edge_line(edge))?;
    }
    writeln!(out, "    classDef deadlock stroke:#b00020,stroke-width:4px")
}

/// A wait is broken, a hold is whole, and what belongs to a deadlock is thick and marked.
fn edge_line(Edge { from, to, label, waits, in_cycle }: &Edge) -> String {
    let arrow = match (waits, in_cycle) {
        (_, true) => "==>",
        (true, false) => "-.->",
        (false, false) => "-->",
    };
    let mark = if *in_cycle { "⚠ " } else { "" };
    format!("{} {arrow}|\"{mark}{}\"| {}", from.id(), escaped(label), to.id())
}

/// A text in which nothing speaks to Mermaid, Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || !c.is_ascii() || " .,:-=+/?!'".contains(c) {
            safe.push(c);
        } else {
            let _ = write!(safe, "#{};", u32::from(c));
        }
    }
    safe
}
