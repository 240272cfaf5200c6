internal import Platform

/// Runs `body` while no other process writes backups into `folder`.
///
/// The lock ends with `body`, or with the process, however that ends.
///
/// - Parameters:
///   - folder: The folder.
///   - milliseconds: How long to wait for others.
///   - body: Is told whether it is alone; if not, the others took too long.
/// - Returns: The result of `body`.
/// - Throws: `FileProblem` if the folder cannot be opened, or any error of `body`.
func withFolderLocked<T>(
  _ folder: String, waiting milliseconds: Int, _ body: (_ isAlone: Bool) throws -> T
) throws -> T {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
  defer { close(descriptor) }
  let pause = 20
  var waited = 0
  while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
    // A file system without locks has none to wait for.
    guard [EWOULDBLOCK, EINTR].contains(errno), waited < milliseconds else {
      return try body(errno != EWOULDBLOCK && errno != EINTR)
    }
    usleep(UInt32(pause) * 1000)
    waited += pause
  }
  return try body(true)
}
