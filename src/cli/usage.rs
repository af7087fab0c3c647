//! Answers to `--help` and `--version`, and to a command line that makes no sense.

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::{
    Ending, REFUSED,
    console::{Console, print, say},
    help::localized,
};

/// Answers what the parser of the command line stopped at.
pub fn answer(error: &Error, console: &Console) -> Ending {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let text = error.render();
        let text = if console.out_colour { text.ansi().to_string() } else { text.to_string() };
        print(&localized(&text, console))?;
        return Ok(0);
    }
    let context = |kind| error.get(kind).map(text_of).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let arguments = [
        ("argument", argument.as_str().into()),
        ("value", context(ContextKind::InvalidValue).into()),
        ("other", context(ContextKind::PriorArg).into()),
    ];
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => "usage-no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-bad-value",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::ArgumentConflict => "usage-twice",
        ErrorKind::TooManyValues | ErrorKind::NoEquals => "usage-too-many",
        ErrorKind::InvalidUtf8 => "usage-not-utf8",
        _ => "usage-wrong",
    };
    console.complain(&console.locale.format(key, &arguments), advice(error, &argument, console).as_deref());
    say(&format!("{}\n", console.words("usage-more")));
    Ok(REFUSED)
}

/// What would have been right.
fn advice(error: &Error, argument: &str, console: &Console) -> Option<String> {
    let hint = format!("hint-{}", argument.trim_start_matches('-').split([' ', '=']).next().unwrap_or_default());
    if let Some(ContextValue::Strings(values)) = error.get(ContextKind::ValidValue) {
        return Some(console.locale.format("usage-possible-values", &[("values", values.join(", ").into())]));
    }
    let suggested = error.get(ContextKind::SuggestedArg).map(text_of).filter(|text| !text.is_empty());
    if let Some(suggested) = suggested {
        return Some(console.locale.format("did-you-mean", &[("name", format!("`{suggested}`").into())]));
    }
    console.locale.has(&hint).then(|| console.words(&hint))
}

fn text_of(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(values) => values.join(", "),
        value => value.to_string(),
    }
}
