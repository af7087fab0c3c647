//! Whoever drives the machine is a host. Hosts choose, record and rewind; they know nothing of locks.

mod checkpoints;
mod comparison;
mod crew;
pub mod file;
mod following;
pub mod live;
pub mod recording;
mod rehearsal;
mod run;
pub mod schedule_text;
mod session;
mod trials;

pub use comparison::{Chart, Comparison, Effort, Fare, Means, Stretch};
pub use crew::Cores;
pub use recording::{Extent, Recording, RecordingError, Saver};
pub use rehearsal::Forecast;
pub use run::{Budget, RunEnd, Runner, judged};
pub use session::{Ahead, Obstacle, Session, Settings, Wanted};
pub use trials::{EndKind, Group, Tally, Trials, sort};
