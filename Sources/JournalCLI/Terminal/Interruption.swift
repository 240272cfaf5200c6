/// A signal that ended the questions.
struct Interruption: Error, CustomStringConvertible {
  let signal: Int32
  var description = "Stopped; nothing was logged."

  /// The exit status of the program, by the convention of shells.
  var exitStatus: Int32 { 128 + signal }
}
