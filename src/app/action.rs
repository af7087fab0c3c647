//! What a viewer can ask for: the one list of actions. Keys, mouse and help are tables over it.

use crate::{
    ids::{ResourceId, StepIndex, ThreadId},
    scenario::Pane,
};

/// What a viewer can ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Action {
    /// Show or hide the keys.
    Help,
    /// Change to the next language.
    Language,
    /// Change to the next theme.
    Theme,
    /// Leave the popup, the search, the stage; the gallery is left by quitting alone.
    Back,
    /// Quit.
    Quit,
    /// Every action by its name.
    Palette,
    /// Choose an action of the palette by its place in the list, and do it.
    Pick(usize),

    /// Choose the one above; scroll up.
    Up,
    /// Choose the one below; scroll down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Watch the chosen scenario: its tour; a chapter is unfolded or folded.
    Open,
    /// Put the chosen scenario on the stage, to be driven.
    Try,
    /// Choose a scenario or a chapter by its place in the list.
    ChooseAt(usize),
    /// Unfold the chosen chapter; more of a parameter that is being changed.
    Unfold,
    /// Fold the chosen chapter; less of a parameter that is being changed.
    Fold,
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
    /// To the next step of the selected thread, or the next event of the selected thing.
    NextOfThread,
    /// To the step before of the selected thread, or the event before of the selected thing.
    PreviousOfThread,
    /// To the next step in which somebody begins to wait.
    NextBlocking,
    /// To the step before in which somebody began to wait.
    PreviousBlocking,
    /// To the next step in which a thread is about to run this line, from one.
    RunToLine(u32),
    /// Scroll the program up by a line; the next step brings it back.
    SourceUp,
    /// Scroll the program down by a line.
    SourceDown,
    /// To the next interesting step.
    NextMark,
    /// To the interesting step before.
    PreviousMark,
    /// Select a primitive: what happens to it can be stepped to.
    SelectThing(ResourceId),
    /// Select the next primitive; behind the last one, none.
    NextThing,
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
    /// Turn the picture to its next pane.
    Turn,
    /// Open a pane: in the picture, or with all the room if it stands on the stage anyway.
    OpenPane(Pane),
    /// Give the next pane more room.
    Zoom,
    /// Open the scenario that does it right, or from there the one with the mistake.
    Fixed,
    /// Show the program with the mistake and the one without it beside each other.
    Twins,
    /// Play the tour of the scenario on the stage.
    Tour,
    /// Run the program many times, under random schedules.
    RunMany,
    /// Search every interleaving of the program.
    Check,
    /// Bring about what the scenario, or a search, says can happen: the viewer says who goes next. Or give that up.
    Challenge,
    /// Show the map of the states, to be walked with the arrow keys, or close it.
    Map,
    /// Say who goes next on the nearest way there; the next time, let it go.
    Hint,
    /// Ask questions on the stage, show them without marking, or leave them out.
    Questions,
    /// Show what a presenter wants to know.
    Notes,
    /// Look for a run under a random schedule that ends otherwise, and open it.
    OtherEnd,
    /// Save what was recorded.
    Save,
    /// Open the scenario that comes next in teaching order.
    NextScenario,
    /// Go to the parameters of the scenario on the stage, which are set in the gallery.
    Parameters,
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
                | Self::Check
                | Self::OtherEnd
                | Self::Challenge
        )
    }
}
