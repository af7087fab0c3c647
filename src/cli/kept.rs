//! Where what the viewer has seen is kept: `raddle/progress.json` in the user's folder for data. It can be deleted at any time.

use std::{
    env,
    io::Write as _,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy as _;

use crate::{
    app::Gallery,
    host::file::{self, Draft},
};

/// Larger files are none of ours.
const MOST: u64 = 4 << 20;

/// The file; none where the user has no folder for data, or wants nothing to be kept.
pub fn place(unwanted: bool) -> Option<PathBuf> {
    let switched_off = env::var_os("RADDLE_NO_PROGRESS").is_some_and(|value| !value.is_empty());
    if unwanted || switched_off {
        return None;
    }
    let data = etcetera::base_strategy::choose_base_strategy().ok()?.data_dir();
    Some(data.join("raddle").join("progress.json"))
}

/// What was kept there; nothing, if there is no such file or it cannot be read.
pub fn read(place: &Path) -> Option<String> {
    let bytes = file::read(place, MOST).ok()??;
    String::from_utf8(bytes).ok()
}

/// Keeps a text there, together with what somebody else has kept there since, as well as that goes: nobody is kept from a lesson
/// because a disk is full.
pub fn write(place: &Path, text: &str) {
    let joined = read(place).and_then(|kept| Gallery::joined(&kept, text));
    let text = joined.as_deref().unwrap_or(text);
    let keep = || -> std::io::Result<()> {
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let mut draft = Draft::of(place)?;
        draft.write_all(text.as_bytes())?;
        draft.put(true)
    };
    // The next change is written again.
    let _ = keep();
}
