//! Values as text: how floats are written.

pub mod float;
mod part;
