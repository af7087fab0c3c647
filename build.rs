//! Embeds the scenarios: writes a table of the files below `scenarios/` for `src/scenario/catalogue.rs` to include.
//! Names that begin with a dot or an underscore are no scenarios.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=scenarios");
    println!("cargo:rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("scenarios");
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("scenarios.rs"), table(&files)?)?;
    Ok(())
}

/// The table: each file's id, which is its name, and its text. No id can be there twice.
pub fn table(files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let mut table = String::from("&[\n");
    for (at, file) in files.iter().enumerate() {
        if let Some(other) = files[..at].iter().find(|other| other.file_stem() == file.file_stem()) {
            let (file, other) = (file.display(), other.display());
            return Err(format!("{file} and {other} would both be one scenario: give one another file name").into());
        }
        let id = file.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(table, "    ({id:?}, include_str!({:?})),", file.to_string_lossy())?;
    }
    table.push_str("]\n");
    Ok(table)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with(['.', '_']) {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
    Ok(())
}
