# The words of the page that `raddle export` makes; the rest are those of the stage.

page-controls = Controls
page-holding = holds something
page-play = Play
page-pause = Pause
page-back = A step back
page-forward = A step forward
page-start = To the start
page-end = To the end
page-previous = To the mark before
page-next = To the next mark
page-slower = Slower
page-faster = Faster
page-rate = steps/s
page-theme = Theme
page-dark = dark
page-light = light
page-high-contrast = high contrast
page-colour-blind = colour-blind
page-language = Language
page-keys = Keys
page-close = Close
page-step = Step
page-chapters = Marks
page-tour = Watch the tour
page-tour-stopped = The tour has stopped: you have the controls. t goes on with it.
page-tour-over = The tour is over. t plays it again; now you may go where you like.
page-ways = Branches
page-first-way = As it went first
page-help-tour = t: the tour plays and stops. v: to the other branch
page-scripts = This page needs JavaScript, which is switched off here.
page-help =
    Space plays and pauses, ← and → step
    Home and End: to the start, to the end
    {"["} and ]: to the mark before, to the next mark
    + and -: faster, slower
    L: language, T: theme, ?: these keys
    A click on a line of what happened goes to its step.
    Drag along the timeline to go anywhere.
    A mark (▲) is a step in which somebody becomes blocked, a deadlock closes, or the run ends.
