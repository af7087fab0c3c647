//! stub
use std::io::{self, Write};
use crate::picture::Shot;
/// w
pub fn write(_title: &str, _l: &str, _shots: &mut dyn Iterator<Item = Shot>, _out: &mut dyn Write) -> io::Result<()> { Ok(()) }
