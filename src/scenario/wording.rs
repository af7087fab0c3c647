//! What is wrong with a program, in words: what it is, and what to do about it.
//!
//! The words are in `problem.ftl`: a message `problem-…` for each mistake, and `advice-…` where there is advice. How they
//! are drawn is the business of the command line and of the screen.

use super::{MetadataProblem, OpenError, Pane, ParameterError};
use crate::{
    compiler::{LiteralKind, Problem},
    locale::{Argument, Locale},
    stdlib::Library,
};

/// A mistake in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wording {
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub advice: Option<String>,
}

/// The kind of value that was found, in the viewer's language.
fn found_key(found: &str, locale: &Locale) -> String {
    let key = format!("found-{found}");
    if locale.has(&key) { locale.text(&key) } else { found.to_owned() }
}

type Arguments<'a> = Vec<(&'static str, Argument<'a>)>;

impl Wording {
    /// Of a mistake that the compiler found.
    #[must_use]
    pub fn of_program(problem: &Problem, locale: &Locale) -> Self {
        let (key, arguments): (String, Arguments<'_>) = match problem {
            Problem::Syntax { message } => ("syntax".into(), vec![("message", message.into())]),
            Problem::Unsupported { feature } => (feature.key().into(), vec![]),
            Problem::UnmodelledBuiltin { name } => (builtin_key(name), vec![("name", name.into())]),
            Problem::UnmodelledModule { name, nearest } => {
                // What programs name first: the others are parts of these, or are nobody's but the library's.
                let is_told = |name: &&str| *name != "builtins" && !name.starts_with('_') && !name.contains('.');
                let modules: Vec<&str> = Library.names().filter(is_told).collect();
                let arguments = vec![("name", name.into()), ("modules", modules.join(", ").into())];
                return Self::new("module", &arguments, locale).or_nearest(nearest, locale);
            }
            Problem::UnmodelledMember { module, name } => {
                ("member".into(), vec![("module", module.into()), ("name", name.into())])
            }
            Problem::Misplaced { keyword } => (format!("misplaced-{keyword}"), vec![]),
            Problem::NoOuterBinding { name } => ("no-outer-binding".into(), vec![("name", name.into())]),
            Problem::ConflictingScopes { name } => ("conflicting-scopes".into(), vec![("name", name.into())]),
            Problem::UsedBeforeScope { name } => ("used-before-scope".into(), vec![("name", name.into())]),
            Problem::DuplicateParameter { name } => ("duplicate-parameter".into(), vec![("name", name.into())]),
            Problem::TooDeep => ("too-deep".into(), vec![]),
            Problem::TooLarge => ("too-large".into(), vec![]),
        };
        Self::new(&key, &arguments, locale)
    }

    /// Of a mistake in metadata.
    #[must_use]
    pub fn of_metadata(problem: &MetadataProblem, locale: &Locale) -> Self {
        match problem {
            MetadataProblem::Unclosed => Self::new("unclosed", &[], locale),
            MetadataProblem::Toml { message } => Self::new("toml", &[("message", message.into())], locale),
            MetadataProblem::UnknownKey { key, nearest } => {
                Self::new("unknown-key", &[("name", key.into())], locale).or_nearest(nearest, locale)
            }
            MetadataProblem::WrongType { key, expected, found } => {
                let expected = locale.text(&format!("type-{}", expected.key()));
                let arguments =
                    [("name", key.into()), ("expected", expected.into()), ("found", found_key(found, locale).into())];
                Self::new("wrong-type", &arguments, locale)
            }
            MetadataProblem::TwoGoals => Self::new("two-goals", &[], locale),
            MetadataProblem::UnknownEnd { name } => Self::new("unknown-end", &[("name", name.into())], locale),
            MetadataProblem::UnknownPane { name, nearest } => {
                let known: Vec<String> = Pane::ALL.iter().map(|pane| format!("`{}`", pane.name())).collect();
                let known = known.join(&locale.text("list-separator"));
                let arguments = [("name", name.into()), ("known", known.into())];
                Self::new("unknown-pane", &arguments, locale).or_nearest(nearest, locale)
            }
            MetadataProblem::NotAssigned { name, nearest } => {
                Self::new("not-assigned", &[("name", name.into())], locale).or_nearest(nearest, locale)
            }
            MetadataProblem::OtherKind { name, given, assigned } => {
                let arguments =
                    [("name", name.into()), ("given", given.name().into()), ("assigned", assigned.name().into())];
                Self::new("other-kind", &arguments, locale)
            }
            MetadataProblem::UnknownWord { key, word, nearest } => {
                Self::new("unknown-word", &[("name", key.into()), ("value", word.into())], locale)
                    .or_nearest(nearest, locale)
            }
            MetadataProblem::Lacks { key, of } => {
                Self::new("lacks", &[("name", key.into()), ("of", of.into())], locale)
            }
            MetadataProblem::TwoDeeds => Self::new("two-deeds", &[], locale),
            MetadataProblem::OutsideBounds { name, value } => {
                Self::new("outside-bounds", &[("name", name.into()), ("value", value.into())], locale)
            }
        }
    }

    /// Of a value that a parameter does not take.
    #[must_use]
    pub fn of_parameter(error: &ParameterError, locale: &Locale) -> Self {
        match error {
            ParameterError::Unknown { name, nearest, known } => {
                let known = known.join(", ");
                let key = if known.is_empty() { "no-parameters" } else { "no-such-parameter" };
                Self::new(key, &[("name", name.into()), ("known", known.into())], locale).or_nearest(nearest, locale)
            }
            ParameterError::WrongKind { name, text, kind } => {
                let key = match kind {
                    LiteralKind::Int => "not-an-int",
                    LiteralKind::Float => "not-a-float",
                    LiteralKind::Bool | LiteralKind::Str => "not-a-bool",
                };
                Self::new(key, &[("name", name.into()), ("value", text.into())], locale)
            }
            ParameterError::NoChoice { name, text, choices } => {
                let known = choices.join(&locale.text("list-separator"));
                let arguments = [("name", name.into()), ("value", text.into()), ("known", known.into())];
                Self::new("no-choice", &arguments, locale)
            }
            ParameterError::OutOfRange { name, text, min, max } => {
                let key = match (min, max) {
                    (Some(_), Some(_)) => "not-between",
                    (Some(_), None) => "too-small",
                    _ => "too-big",
                };
                let bound = |bound: &Option<i64>| bound.map_or_else(String::new, |bound| bound.to_string()).into();
                let arguments =
                    [("name", name.into()), ("value", text.into()), ("min", bound(min)), ("max", bound(max))];
                Self::new(key, &arguments, locale)
            }
        }
    }

    /// Of a scenario that cannot be opened. Mistakes in metadata have words of their own, each with its place.
    #[must_use]
    pub fn of_opening(error: &OpenError, locale: &Locale) -> Self {
        let path = |path: &std::path::Path| ("path", Argument::from(path.display().to_string()));
        match error {
            OpenError::Unknown { target, nearest } => {
                Self::new("no-such-scenario", &[("name", target.into())], locale).or_nearest(nearest, locale)
            }
            OpenError::Missing { path: at } => Self::new("no-such-file", &[path(at)], locale),
            OpenError::Directory { path: at } => Self::new("directory", &[path(at)], locale),
            OpenError::Special { path: at } => Self::new("special", &[path(at)], locale),
            OpenError::NotADirectory { path: at } => Self::new("not-a-directory", &[path(at)], locale),
            OpenError::Unreadable { path: at, reason } => {
                Self::new("unreadable", &[path(at), ("reason", reason.into())], locale)
            }
            OpenError::Twice { path: at, other } => {
                Self::new("twice", &[path(at), ("other", other.display().to_string().into())], locale)
            }
            OpenError::TooLong { path: at } => Self::new("too-long", &[path(at)], locale),
            OpenError::NotUtf8 { path: at, line } => {
                Self::new("not-utf8", &[path(at), ("line", (*line).into())], locale)
            }
            OpenError::StandardInput => Self::new("standard-input", &[], locale),
            OpenError::Metadata { source, .. } => Self::new("metadata", &[("path", source.name().into())], locale),
        }
    }

    /// The messages of that name.
    fn new(key: &str, arguments: &[(&str, Argument<'_>)], locale: &Locale) -> Self {
        let advice = format!("advice-{key}");
        Self {
            problem: locale.format(&format!("problem-{key}"), arguments),
            advice: locale.has(&advice).then(|| locale.format(&advice, arguments)),
        }
    }

    /// With "did you mean" as its advice, if some name is near.
    fn or_nearest(self, nearest: &[String], locale: &Locale) -> Self {
        let Some(question) = did_you_mean(nearest, locale) else { return self };
        let advice = match self.advice {
            Some(advice) => format!("{question} {advice}"),
            None => question,
        };
        Self { advice: Some(advice), ..self }
    }
}

/// "Did you mean …?", if some name is near.
fn did_you_mean(nearest: &[String], locale: &Locale) -> Option<String> {
    let quoted: Vec<String> = nearest.iter().map(|name| format!("`{name}`")).collect();
    let (last, others) = quoted.split_last()?;
    if others.is_empty() {
        return Some(locale.format("did-you-mean", &[("name", last.into())]));
    }
    let others = others.join(&locale.text("list-separator"));
    Some(locale.format("did-you-mean-one-of", &[("names", others.into()), ("last", last.into())]))
}

/// Some builtins have advice of their own.
fn builtin_key(name: &str) -> String {
    match name {
        "eval" | "exec" => format!("builtin-{name}"),
        _ => "builtin".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compiler::{Feature, MISPLACED},
        locale::Language,
        scenario::ValueType,
    };

    /// Every mistake, once.
    fn wordings(locale: &Locale) -> Vec<Wording> {
        let text = || "x".to_owned();
        let near = || vec!["y".to_owned(), "z".to_owned()];
        let mut problems = vec![
            Problem::Syntax { message: text() },
            Problem::UnmodelledModule { name: text(), nearest: near() },
            Problem::UnmodelledMember { module: text(), name: text() },
            Problem::NoOuterBinding { name: text() },
            Problem::ConflictingScopes { name: text() },
            Problem::UsedBeforeScope { name: text() },
            Problem::DuplicateParameter { name: text() },
            Problem::TooDeep,
            Problem::TooLarge,
        ];
        for name in ["eval", "exec", "compile"] {
            problems.push(Problem::UnmodelledBuiltin { name: name.to_owned() });
        }
        problems.extend(MISPLACED.iter().map(|keyword| Problem::Misplaced { keyword }));
        problems.extend(Feature::ALL.map(|feature| Problem::Unsupported { feature }));
        let mut all: Vec<Wording> = problems.iter().map(|problem| Wording::of_program(problem, locale)).collect();
        assert!(all.iter().all(|wording| wording.advice.is_some()), "{all:#?}");

        let expected =
            ValueType::ALL.map(|expected| MetadataProblem::WrongType { key: text(), expected, found: "integer" });
        let metadata = [
            MetadataProblem::Unclosed,
            MetadataProblem::Toml { message: text() },
            MetadataProblem::UnknownKey { key: text(), nearest: near() },
            MetadataProblem::UnknownEnd { name: text() },
            MetadataProblem::TwoGoals,
            MetadataProblem::UnknownPane { name: text(), nearest: near() },
            MetadataProblem::NotAssigned { name: text(), nearest: Vec::new() },
            MetadataProblem::OtherKind { name: text(), given: LiteralKind::Int, assigned: LiteralKind::Str },
            MetadataProblem::OutsideBounds { name: text(), value: text() },
            MetadataProblem::TwoDeeds,
            MetadataProblem::UnknownWord { key: text(), word: text(), nearest: near() },
            MetadataProblem::Lacks { key: text(), of: text() },
        ];
        all.extend(metadata.iter().chain(&expected).map(|problem| Wording::of_metadata(problem, locale)));
        let bounds = [(Some(1), Some(2)), (Some(1), None), (None, Some(2))];
        let parameters = bounds.map(|(min, max)| ParameterError::OutOfRange { name: text(), text: text(), min, max });
        all.extend(parameters.iter().map(|error| Wording::of_parameter(error, locale)));
        for kind in [LiteralKind::Int, LiteralKind::Float, LiteralKind::Bool] {
            all.push(Wording::of_parameter(&ParameterError::WrongKind { name: text(), text: text(), kind }, locale));
        }
        let choice = ParameterError::NoChoice { name: text(), text: text(), choices: near() };
        all.push(Wording::of_parameter(&choice, locale));
        for known in [near(), Vec::new()] {
            all.push(Wording::of_parameter(&ParameterError::Unknown { name: text(), nearest: near(), known }, locale));
        }
        let path = || std::path::PathBuf::from("x");
        let opening = [
            OpenError::Unknown { target: text(), nearest: vec![text()] },
            OpenError::Missing { path: path() },
            OpenError::Directory { path: path() },
            OpenError::Special { path: path() },
            OpenError::NotADirectory { path: path() },
            OpenError::Unreadable { path: path(), reason: text() },
            OpenError::TooLong { path: path() },
            OpenError::Twice { path: path(), other: path() },
            OpenError::NotUtf8 { path: path(), line: 1 },
            OpenError::StandardInput,
        ];
        all.extend(opening.iter().map(|error| Wording::of_opening(error, locale)));
        all
    }

    #[test]
    fn every_mistake_has_words_in_both_languages() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            for Wording { problem, advice } in wordings(&locale) {
                for text in [Some(&problem), advice.as_ref()].into_iter().flatten() {
                    let unknown = ["problem-", "advice-", "type-"].iter().any(|key| text.contains(key));
                    assert!(!unknown && !text.contains('$') && !text.contains('{'), "{language}: {text}");
                }
            }
        }
    }

    #[test]
    fn near_names_are_asked_for() {
        let locale = Locale::new(Language::English);
        let ask = |names: &[&str]| {
            let nearest = names.iter().map(|name| (*name).to_owned()).collect();
            Wording::of_opening(&OpenError::Unknown { target: "x".to_owned(), nearest }, &locale)
                .advice
                .unwrap_or_default()
        };
        assert!(ask(&["a"]).starts_with("Did you mean `a`?"));
        assert!(ask(&["a", "b", "c"]).starts_with("Did you mean `a`, `b` or `c`?"));
        assert!(!ask(&[]).contains("mean"));
    }
}
