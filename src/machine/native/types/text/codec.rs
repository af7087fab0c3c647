//! Characters into bytes and back: `encode`, `decode` and their errors.
//!
//! UTF-8, UTF-16, ASCII and Latin-1 (`text/codec.rs`) with the error handlers of `Python/codecs.c`. Tests: `tests/programs/text/codecs.py`.

use crate::machine::{
    native::types::text::Kind,
    run::{
        exec::Exec,
        flow::{Raise, Result},
    },
    state::{class, value::Value},
};
use crate::text::{
    codec::{Codec, Mistake, decoded},
    literal::escaped,
};

/// `str.encode(encoding, errors)`
pub fn encode(exec: &mut Exec<'_>, function: &str, text: Value, names: &[Value]) -> Result<Value> {
    let codec = codec(exec, function, names[0])?;
    let errors = handler(exec, function, names[1])?;
    let characters: Vec<char> = exec.text_of(text).unwrap_or_default().chars().collect();
    let mut bytes = codec.mark().to_vec();
    let mut at = 0;
    while let Some(&c) = characters.get(at) {
        if u32::from(c) <= codec.highest() {
            codec.push(&mut bytes, c);
            at += 1;
            continue;
        }
        let unfit = characters[at..].iter().take_while(|&&c| u32::from(c) > codec.highest()).count();
        let reason = if codec == Codec::Ascii { "ordinal not in range(128)" } else { "ordinal not in range(256)" };
        let mistake = Mistake { start: at, end: at + unfit, reason };
        let stand_in = encode_mistake(exec, text, codec, &errors, (&mistake, &characters[at..at + unfit]))?;
        bytes.extend_from_slice(stand_in.as_bytes());
        at += unfit;
    }
    exec.text_value(Kind::Bytes, &bytes)
}

fn encode_mistake(
    exec: &mut Exec<'_>,
    text: Value,
    codec: Codec,
    errors: &str,
    (mistake, unfit): (&Mistake, &[char]),
) -> Result<String> {
    match errors {
        "strict" => Err(codec_error(exec, class::UNICODE_ENCODE_ERROR, codec, text, mistake)),
        "ignore" => Ok(String::new()),
        "replace" => Ok("?".repeat(unfit.len())),
        "xmlcharrefreplace" => {
            Ok(unfit.iter().flat_map(|&c| ["&#".to_owned(), u32::from(c).to_string(), ";".to_owned()]).collect())
        }
        "backslashreplace" => Ok(unfit.iter().map(|&c| escaped(c)).collect()),
        other => Err(unknown_handler(exec, other)),
    }
}

/// `bytes.decode(encoding, errors)`
pub fn decode(exec: &mut Exec<'_>, function: &str, object: Value, names: &[Value]) -> Result<Value> {
    let codec = codec(exec, function, names[0])?;
    let errors = handler(exec, function, names[1])?;
    let Some(bytes) = exec.text_as(object, Kind::Bytes) else { return Err(Raise::PYTHON) };
    let bytes = bytes.bytes();
    let mut text = String::new();
    let (codec, mut at) = codec.marked(bytes);
    while at < bytes.len() {
        let (good, mistake) = decoded(codec, bytes, at);
        text.push_str(&good);
        let Some(mistake) = mistake else { break };
        match errors.as_str() {
            "strict" => return Err(codec_error(exec, class::UNICODE_DECODE_ERROR, codec, object, &mistake)),
            "ignore" => {}
            "replace" => text.push('\u{fffd}'),
            "backslashreplace" => {
                let bytes = bytes[mistake.start..mistake.end].iter();
                let escapes: Vec<String> = bytes.map(|byte| format!("\\x{byte:02x}")).collect();
                text.push_str(&escapes.concat());
            }
            other => return Err(unknown_handler(exec, other)),
        }
        at = mistake.end;
    }
    exec.string(&text)
}

fn name_argument(exec: &mut Exec<'_>, name: Value, what: &str) -> Result<String> {
    match exec.text_of(name) {
        Some(name) => Ok(name.to_owned()),
        None => {
            let message = format!("{what} must be str, not {}", exec.given_class(name));
            Err(exec.type_error(&message))
        }
    }
}

fn codec(exec: &mut Exec<'_>, function: &str, name: Value) -> Result<Codec> {
    if !name.is_bound() {
        return Ok(Codec::Utf8);
    }
    let name = name_argument(exec, name, &format!("{function}() argument 'encoding'"))?;
    match Codec::named(&name) {
        Some(codec) => Ok(codec),
        None if has_codecs(exec) => Err(Raise::PYTHON),
        None => Err(exec.error(class::LOOKUP_ERROR, &format!("unknown encoding: {name}"))),
    }
}

fn handler(exec: &mut Exec<'_>, function: &str, name: Value) -> Result<String> {
    match name.is_bound() {
        true => name_argument(exec, name, &format!("{function}() argument 'errors'")),
        false => Ok("strict".to_owned()),
    }
}

/// Whether the program could have encodings and handlers of its own: the library looks for them.
fn has_codecs(exec: &Exec<'_>) -> bool {
    exec.program.module("codecs").is_some()
}

fn unknown_handler(exec: &mut Exec<'_>, name: &str) -> Raise {
    if has_codecs(exec) {
        return Raise::PYTHON;
    }
    exec.error(class::LOOKUP_ERROR, &format!("unknown error handler name '{name}'"))
}

fn codec_error(
    exec: &mut Exec<'_>,
    class: crate::machine::state::value::ClassId,
    codec: Codec,
    object: Value,
    mistake: &Mistake,
) -> Raise {
    let texts = exec.string(codec.name()).and_then(|name| Ok((name, exec.string(mistake.reason)?)));
    match texts {
        Ok((name, reason)) => {
            let range = [mistake.start, mistake.end].map(|at| Value::Int(at as i64));
            exec.exception(class, &[name, object, range[0], range[1], reason])
        }
        Err(raise) => raise,
    }
}
