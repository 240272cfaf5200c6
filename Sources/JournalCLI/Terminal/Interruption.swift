/// A signal that ended what was being asked.
struct Interruption: Error, CustomStringConvertible {
  let signal: Int32
  var description = "Stopped; nothing was logged."

  /// The status with which the program should end, as a shell tells it.
  var exitStatus: Int32 { 128 + signal }
}
