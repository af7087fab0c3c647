# Recordings.

recording-saved = Saved: { $path }
recording-not-saved = The recording cannot be saved: { $reason }
recording-cut-off = The file is cut off: this is what is left, { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
recording-too-long = The recording is too long: this is its beginning, { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}
recording-no-program = This recording can only be looked at: raddle cannot run its program
recording-real-run = This was a real run: it can be looked at, not changed
recording-other-run = Here this recording can only be looked at: in step { $step } the program does something else
recording-far = The program is run up to here first; it has come to step { $step }: once more goes on

recording-missing = { $path }: there is no such file
recording-directory = { $path } is a folder
recording-special = { $path } is a device or a pipe, not a file
recording-special-advice = Save what it says in a file and name that.
recording-program-too-long = { $path }: the program in it is longer than 16 MB: that is no program
recording-unreadable = { $path } cannot be read: { $reason }
recording-empty = { $path } is empty
recording-foreign = { $path } is not a recording of raddle
recording-foreign-advice = `raddle FILE.py` runs a program; `raddle run TARGET --save FILE` makes a recording.
recording-too-new = { $path } was written by a newer raddle: version { $version } of the format, and this one knows { $known }
recording-too-new-advice = A newer raddle can open it.
recording-nothing-to-show = { $path } is cut off before the first step
recording-damaged = { $path }: line { $line } is damaged: { $reason }
recording-damaged-advice = The lines before it can be opened if this one and what follows are taken out.
recording-is-no-program = { $path } is a recording
recording-is-no-program-advice = `raddle replay FILE` opens it.
recording-over-program = { $path } would be written over
recording-over-program-advice = Give the recording another name.
recording-options = a recording was run already: --policy, --seed, --quantum and --set have no place there
recording-without-end = The recording stops without an end, after { $steps } steps
