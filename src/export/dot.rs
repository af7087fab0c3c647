//! The wait-for graph at a step in DOT, the language of Graphviz.
//!
//! Facts from <https://graphviz.org/doc/info/lang.html> and `…/attrs.html`: in a quoted string `"` is written `\"`; in a
//! label a backslash begins an escape, and an HTML entity is read as its character.

use std::io::{self, Write};

use super::{
    Performance,
    graph::{Body, Edge, Node, graph},
};
use crate::ids::StepIndex;

/// The colour of a deadlock; lines that are thick and doubled say it without colour.
const RED: &str = "#b00020";

/// Writes the graph after the step.
///
/// # Errors
/// When it cannot be written.
pub fn write(performance: &Performance<'_>, step: StepIndex, out: &mut dyn Write) -> io::Result<()> {
    let graph = graph(performance, step);
    let title: Vec<String> = graph.title.iter().map(|line| escaped(line)).collect();
    writeln!(out, "digraph \"raddle\" {{")?;
    writeln!(out, "    graph [label=\"{}\", labelloc=t, fontname=\"sans-serif\", nodesep=0.7]", title.join("\\n"))?;
    writeln!(out, "    node [fontname=\"sans-serif\"]")?;
    writeln!(out, "    edge [fontname=\"sans-serif\", fontsize=11]")?;
    for node in &graph.nodes {
        writeln!(out, "    {}", node_line(node))?;
    }
    for edge in &graph.edges {
        writeln!(out, "    {}", edge_line(edge))?;
    }
    writeln!(out, "}}")
}

fn node_line(Node { body, label, in_cycle }: &Node) -> String {
    let shape = match body {
        Body::Thread(_) => "shape=ellipse",
        Body::Resource(_) => "shape=box",
    };
    let strong = match in_cycle {
        true => format!(", peripheries=2, penwidth=2, color=\"{RED}\""),
        false => String::new(),
    };
    format!("{} [label=\"{}\", {shape}{strong}]", body.id(), escaped(label))
}

fn edge_line(Edge { from, to, label, waits, in_cycle }: &Edge) -> String {
    let line = match (waits, in_cycle) {
        (true, true) => format!(", style=\"bold,dashed\", penwidth=3, color=\"{RED}\", fontcolor=\"{RED}\""),
        (false, true) => format!(", style=bold, penwidth=3, color=\"{RED}\", fontcolor=\"{RED}\""),
        (true, false) => ", style=dashed".to_owned(),
        (false, false) => String::new(),
    };
    format!("{} -> {} [label=\" {} \"{line}]", from.id(), to.id(), escaped(label))
}

/// A text for a quoted label.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
