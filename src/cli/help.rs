//! The command line in the viewer's language: the parser's own texts are replaced one by one.

use clap::{Arg, Command, CommandFactory, builder::Styles, builder::styling::AnsiColor};

use super::{Ending, REFUSED, arguments::Arguments, console::Console, usage};

/// Explains a command, or all of them: the same as `--help` behind it.
pub fn run(of: Option<&str>, console: &Console) -> Ending {
    let command = command(console);
    let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    if let Some(of) = of.filter(|of| !known.contains(of)) {
        let arguments = [("value", of.into()), ("argument", "raddle help".into())];
        let values = console.locale.format("usage-possible-values", &[("values", known.join(", ").into())]);
        console.complain(&console.locale.format("usage-bad-value", &arguments), Some(&values));
        return Ok(REFUSED);
    }
    let line = ["raddle"].into_iter().chain(of).chain(["--help"]);
    match command.try_get_matches_from(line) {
        Err(error) => usage::answer(&error, console),
        Ok(_) => Ok(0),
    }
}

/// A help text with what the parser of the command line writes itself in the viewer's language.
pub fn localized(text: &str, console: &Console) -> String {
    let headings = ["help-arguments", "help-options", "help-commands"].map(|key| console.words(key));
    let colon = console.words("colon");
    let text = text.replace("[OPTIONS]", &console.words("help-options-sign"));
    headings
        .iter()
        .fold(text, |text, heading| text.replace(&format!("{heading}:"), &format!("{heading}{}", colon.trim_end())))
}

/// The command line, with its help in the console's language.
pub fn command(console: &Console) -> Command {
    translated(Arguments::command(), console).styles(styles())
}

fn translated(command: Command, console: &Console) -> Command {
    let name = command.get_name().to_owned();
    let usage = console.words("help-usage");
    let template = format!("{{about-with-newline}}\n{usage}{{usage}}\n\n{{all-args}}{{after-help}}");
    let after = format!("help-{name}-after");
    let own_usage = format!("help-{name}-usage");
    let command = command
        .about(console.words(&format!("help-{name}")))
        .help_template(template)
        .subcommand_help_heading(console.words("help-commands"))
        .mut_args(|argument| explained(argument, &name, console))
        .mut_subcommands(|inner| translated(inner, console));
    let command = if console.locale.has(&after) { command.after_help(console.words(&after)) } else { command };
    if console.locale.has(&own_usage) { command.override_usage(console.words(&own_usage)) } else { command }
}

fn explained(argument: Arg, command: &str, console: &Console) -> Arg {
    let id = argument.get_id().as_str().replace('_', "-");
    let own = format!("help-{command}-arg-{id}");
    let key = if console.locale.has(&own) { own } else { format!("help-arg-{id}") };
    let heading = if argument.is_positional() { "help-arguments" } else { "help-options" };
    let takes_value = argument.get_action().takes_values();
    argument.help(console.words(&key)).help_heading(console.words(heading)).hide_possible_values(takes_value)
}

fn styles() -> Styles {
    let heading = AnsiColor::Cyan.on_default().bold();
    Styles::styled()
        .header(heading)
        .usage(heading)
        .literal(AnsiColor::Green.on_default())
        .placeholder(AnsiColor::White.on_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every text of a command and of those in it.
    fn texts(command: &Command, found: &mut Vec<String>) {
        let about = command.get_about().map(ToString::to_string);
        let arguments = command.get_arguments().map(|argument| argument.get_help().map(ToString::to_string));
        for text in std::iter::once(about).chain(arguments) {
            found.push(text.unwrap_or_else(|| panic!("something of {} is not explained", command.get_name())));
        }
        command.get_subcommands().for_each(|inner| texts(inner, found));
    }

    #[test]
    fn everything_is_explained_in_both_languages() {
        for language in ["en", "zh"] {
            let arguments = ["raddle", "--lang", language].map(Into::into);
            let mut found = Vec::new();
            texts(&command(&Console::new(&arguments, |_| None)), &mut found);
            assert!(found.len() > 25, "{}", found.len());
            assert!(found.iter().all(|text| !text.starts_with("help-")), "{found:#?}");
        }
    }

    #[test]
    fn the_command_line_is_well_formed() {
        command(&Console::new(&[], |_| None)).debug_assert();
    }
}
