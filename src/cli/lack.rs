//! What a terminal may lack that the screen needs, as far as the environment says so.

use crate::locale::Locale;

/// What is missing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Lack {
    /// The cursor cannot be moved.
    Cursor,
    /// Its characters are not those of Unicode.
    Utf8 {
        /// The character set that the locale names.
        charset: String,
        /// The variable that says so.
        variable: &'static str,
        /// What it says.
        value: String,
    },
}

impl Lack {
    /// What the environment says is missing.
    ///
    /// Characters are those of the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set (POSIX). It counts when it names a
    /// character set other than UTF-8 (`en_US.ISO-8859-1`), and so do `C` and `POSIX`, which are ASCII by definition: whoever
    /// sets them has asked for that. It does not count when nothing is set, as in most containers: today's terminals show
    /// UTF-8, whatever nobody has told the programs in them. Nor does a locale that names no character set (`de_DE`): which
    /// one it means is known to the C library only, and with musl it is UTF-8.
    #[must_use]
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<Self> {
        if variable("TERM").as_deref() == Some("dumb") {
            return Some(Self::Cursor);
        }
        let set = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
        let (name, value) =
            set.filter_map(|name| Some((name, variable(name)?))).find(|(_, value)| !value.is_empty())?;
        let charset = match value.as_str() {
            "C" | "POSIX" => "ASCII".to_owned(),
            value => value.split_once('.')?.1.split('@').next().unwrap_or_default().to_owned(),
        };
        let is_utf8 = matches!(charset.to_ascii_lowercase().as_str(), "utf-8" | "utf8");
        (!is_utf8).then_some(Self::Utf8 { charset, variable: name, value })
    }

    /// What is wrong, and what to do.
    #[must_use]
    pub fn words(&self, locale: &Locale) -> (String, String) {
        match self {
            Self::Cursor => (locale.text("dumb-terminal"), locale.text("with-text")),
            Self::Utf8 { charset, variable, value } => {
                let arguments =
                    [("charset", charset.into()), ("variable", (*variable).into()), ("value", value.into())];
                (locale.format("not-a-utf8-terminal", &arguments), locale.text("with-text-or-utf8"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(set: &[(&str, &str)]) -> Option<Lack> {
        Lack::of_environment(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn only_what_the_environment_says_is_missing() {
        for fine in [
            &[][..],
            &[("LANG", "zh_CN.UTF-8")],
            &[("LANG", "C"), ("LC_ALL", "C.utf8")],
            &[("LC_CTYPE", "UTF-8"), ("LANG", "C")],
            &[("LC_ALL", ""), ("LANG", "de_DE")],
            &[("TERM", "xterm"), ("LC_CTYPE", "ca_ES.UTF-8@valencia"), ("LANG", "C")],
        ] {
            assert_eq!(of(fine), None, "{fine:?}");
        }
        assert_eq!(of(&[("TERM", "dumb"), ("LANG", "C.UTF-8")]), Some(Lack::Cursor));
        for (set, charset) in [
            (&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")][..], "ASCII"),
            (&[("LANG", "POSIX")], "ASCII"),
            (&[("LC_CTYPE", "en_US.ISO-8859-1"), ("LANG", "en_US.UTF-8")], "ISO-8859-1"),
            (&[("LANG", "zh_CN.GB18030")], "GB18030"),
            (&[("LANG", "de_DE.ISO-8859-15@euro")], "ISO-8859-15"),
        ] {
            let found = of(set);
            assert!(
                matches!(&found, Some(Lack::Utf8 { charset: named, .. }) if named == charset),
                "{set:?}: {found:?}"
            );
        }
    }
}
