//! What a run is written as: pages, pictures, tellings, videos.

mod browser;
mod files;
mod page;
mod pictures;
#[path = "../support/mod.rs"]
mod support;
mod tell;
mod video;
