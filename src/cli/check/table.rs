//! What can happen, as a table: an outcome a row, with the shortest way to it.

use unicode_width::UnicodeWidthStr;

use super::{
    Checked, Console,
    number::grouped,
    page::{WIDTH, wrapped},
    printable,
};
use crate::{
    cli::{
        console::{style, styled},
        times::padded,
    },
    explore::{Kind, Outcome, Values},
    telling::one_line,
};

/// Of one kind of end, no more outcomes than these are shown; fewer of good ones.
const MOST: usize = 8;
const MOST_GOOD: usize = 5;

/// Before the kind stands its sign, and behind each column is room.
const SIGN: usize = 5;
const ROOM: usize = 2;

/// A row, but for its colours.
struct Row {
    /// The number of its outcome.
    at: usize,
    word: String,
    output: String,
    values: String,
    way: String,
}

/// The lines of the table.
pub fn lines(checked: &Checked<'_>, console: &Console) -> Vec<String> {
    let rows = rows(checked, console);
    let widest = |column: fn(&Row) -> &String| rows.iter().map(|row| column(row).width()).max().unwrap_or(0);
    let (word, way) = (widest(|row| &row.word), widest(|row| &row.way));
    let mut columns = [widest(|row| &row.output), widest(|row| &row.values)];
    let left =
        WIDTH.saturating_sub(SIGN + word + ROOM + columns.iter().filter(|&&cells| cells > 0).count() * ROOM + way);
    share(&mut columns, left);
    let [output, values] = columns;
    let mut lines = Vec::new();
    let mut said: Vec<&[String]> = Vec::new();
    for row in &rows {
        let told = &checked.told.outcomes[row.at];
        let colour = if told.is_good() { style::GOOD } else { style::ERROR };
        let sign = styled(told.sign, colour, console.out_colour);
        let cells = [(&row.word, word), (&row.output, output), (&row.values, values), (&row.way, way)];
        let cells = cells.into_iter().filter(|(_, cells)| *cells > 0).map(|(text, cells)| padded(text, cells));
        let cells = cells.collect::<Vec<_>>().join(&" ".repeat(ROOM));
        lines.push(format!("  {sign}  {cells}").trim_end().to_owned());
        if !told.reasons.is_empty() && !said.contains(&told.reasons.as_slice()) {
            said.push(&told.reasons);
            lines.extend(told.reasons.iter().flat_map(|reason| wrapped(reason, SIGN)));
        }
        lines.extend(remark(checked, row.at, console).map(|remark| " ".repeat(SIGN) + &remark));
    }
    lines.extend(more(checked, rows.len(), console));
    if let Some(fixed) = &checked.subject.scenario.fixed_by
        && rows.iter().any(|row| checked.told.outcomes[row.at].differs)
    {
        let text = console.locale.format("check-differs", &[("fixed", fixed.as_str().into())]);
        lines.push(styled(&text, style::FAINT, console.out_colour));
    }
    let unproved = rows.iter().any(|row| !checked.told.report.outcomes[row.at].witness.proved);
    if unproved {
        lines.push(styled(&console.words("check-shortest-found"), style::FAINT, console.out_colour));
    } else if !rows.is_empty() {
        lines.push(styled(&console.words("check-shortest"), style::FAINT, console.out_colour));
    }
    lines
}

/// The first of each kind.
fn rows(checked: &Checked<'_>, console: &Console) -> Vec<Row> {
    let outcomes = &checked.told.report.outcomes;
    let is_early = |at: usize| {
        let kind = outcomes[at].kind;
        let most = if kind == Kind::Finished { MOST_GOOD } else { MOST };
        outcomes[..at].iter().filter(|outcome| outcome.kind == kind).count() < most
    };
    let shown = (0..outcomes.len()).filter(|&at| is_early(at));
    let row = |at: usize| {
        let Outcome { kind, output, globals, .. } = &outcomes[at];
        let output = match checked.wanted.ignore_output || (output.is_empty() && *kind == Kind::Livelock) {
            true => String::new(),
            false => one_line(&console.locale, Some(output)),
        };
        Row {
            at,
            word: checked.told.outcomes[at].word.clone(),
            output,
            values: written(globals),
            way: way(&outcomes[at], console),
        }
    };
    let mut rows: Vec<Row> = shown.map(row).collect();
    // Where nothing is ever printed, that need not be said in each row.
    if outcomes.iter().all(|outcome| outcome.output.trim().is_empty()) {
        rows.iter_mut().for_each(|row| row.output.clear());
    }
    rows
}

fn written(values: &Values) -> String {
    let values = values.iter().map(|(name, worth)| format!("{name}={worth}"));
    printable(&values.collect::<Vec<_>>().join(", "))
}

fn way(outcome: &Outcome, console: &Console) -> String {
    let witness = &outcome.witness;
    let (steps, switches) = (witness.choices.len(), witness.switches());
    let arguments = [("steps", steps.into()), ("grouped", grouped(steps as u64).into()), ("switches", switches.into())];
    let way = console.locale.format("check-way", &arguments);
    if witness.proved { way } else { format!("~{way}") }
}

/// Two columns that want so many cells get what is left.
fn share(columns: &mut [usize; 2], left: usize) {
    let [output, values] = *columns;
    let fair = (left / 2).max(left.saturating_sub(output));
    columns[1] = values.min(fair);
    columns[0] = output.min(left.saturating_sub(columns[1]));
}

/// What else is to be said of an outcome.
fn remark(checked: &Checked<'_>, at: usize, console: &Console) -> Option<String> {
    let mut remarks = Vec::new();
    if checked.told.outcomes[at].is_unexpected {
        remarks.push(console.words("check-unexpected"));
    }
    remarks.extend(checked.news(super::finding::At::Outcome(at)).map(|key| console.words(key)));
    let separator = console.words("clause-separator");
    (!remarks.is_empty()).then(|| styled(&remarks.join(&separator), style::BOLD, console.out_colour))
}

/// That there are more outcomes than these.
fn more(checked: &Checked<'_>, shown: usize, console: &Console) -> Option<String> {
    let report = &checked.told.report;
    let more = match report.outcomes_total {
        Some(total) => u64::try_from(total).unwrap_or(u64::MAX).saturating_sub(shown as u64),
        None => return Some(wrapped(&console.words("check-outcomes-endless"), SIGN).join("\n")),
    };
    let arguments = [("count", more.into()), ("grouped", grouped(more).into())];
    (more > 0).then(|| " ".repeat(SIGN) + &console.locale.format("check-more-outcomes", &arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_what_is_left() {
        for (wanted, left, expected) in [
            ([5, 5], 20, [5, 5]),
            ([30, 5], 20, [15, 5]),
            ([5, 30], 20, [5, 15]),
            ([30, 30], 20, [10, 10]),
            ([3, 3], 0, [0, 0]),
        ] {
            let mut columns = wanted;
            share(&mut columns, left);
            assert_eq!(columns, expected, "{wanted:?} in {left}");
        }
    }
}
