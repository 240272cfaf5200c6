/// What follows each entry among the messages.
let undoHint = "Not right? Undo it with: nerve undo\n"

/// What a check-in says before its first question.
let checkInKeys =
  "Enter unknown, b back, l last value, ? help, Ctrl-D save and end, Ctrl-C log nothing\n"
