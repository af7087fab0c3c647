//! What a viewer can ask for: the one list of actions. Keys, mouse and help are tables over it.

use crate::ids::{StepIndex, ThreadId};

/// What a viewer can ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Action {
    /// Show or hide the keys.
    Help,
    /// Change to the next language.
    Language,
    /// Change to the next theme.
    Theme,
    /// Leave the popup, the search, the stage; from the gallery, quit.
    Back,
    /// Quit.
    Quit,

    /// Choose the one above; scroll up.
    Up,
    /// Choose the one below; scroll down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Open the chosen scenario.
    Open,
    /// Open the chosen scenario by its place in the list.
    OpenAt(usize),
    /// Choose a scenario by its place in the list.
    ChooseAt(usize),
    /// Type to search.
    Search,
    /// Go on to the next parameter.
    NextParameter,
    /// Go back to the parameter before.
    PreviousParameter,
    /// More of the chosen parameter.
    Increase,
    /// Less of the chosen parameter.
    Decrease,

    /// Play or pause.
    Play,
    /// A step forward.
    Forward,
    /// A step back.
    Backward,
    /// Let the thread of this number run one step.
    Run(ThreadId),
    /// Let the selected thread run one step.
    RunSelected,
    /// Select the next thread.
    SelectNext,
    /// Select the thread before.
    SelectPrevious,
    /// To the start.
    Start,
    /// Run to the end.
    End,
    /// Ask for the number of a step, and go there.
    GoTo,
    /// Go to a step.
    Seek(StepIndex),
    /// To the next step of the selected thread.
    NextOfThread,
    /// To the step before of the selected thread.
    PreviousOfThread,
    /// To the next step in which somebody begins to wait.
    NextBlocking,
    /// To the step before in which somebody began to wait.
    PreviousBlocking,
    /// Play faster.
    Faster,
    /// Play slower.
    Slower,
    /// Begin again.
    Restart,
    /// Begin again with the next seed.
    NextSeed,
    /// Change to the next policy.
    Policy,
    /// Make a file of the run for others.
    Export,
    /// Run live, by threads of the operating system, or by a policy.
    Live,
    /// Change what one step is: an operation, a line, an instruction.
    Unit,
    /// Go over to another way that the run has gone.
    OtherWay,
    /// Give the next pane more room.
    Zoom,
    /// Open the scenario that does it right.
    Fixed,
    /// Run the program many times, under random schedules.
    RunMany,
    /// Save what was recorded.
    Save,
}

impl Action {
    /// Whether it lets the run go otherwise than it went. A real run cannot.
    #[must_use]
    pub const fn changes_the_run(self) -> bool {
        matches!(
            self,
            Self::Run(_)
                | Self::RunSelected
                | Self::Restart
                | Self::NextSeed
                | Self::Policy
                | Self::Live
                | Self::Unit
                | Self::OtherWay
                | Self::RunMany
        )
    }
}
