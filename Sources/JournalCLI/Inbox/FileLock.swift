import Platform

/// Keeps a second `nerve inbox` from reading a file at the same time.
///
/// The lock is on the file as it is open here, and changes nothing in it.
final class FileLock {
  private let descriptor: Int32

  /// Locks the file at `path`; the reader reports one that cannot be opened.
  ///
  /// - Throws: ``Refusal`` if another process reads it.
  init(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if file >= 0, flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(file)
      throw Refusal("Another nerve inbox is reading \(path); try again when it has ended.")
    }
    descriptor = file
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
