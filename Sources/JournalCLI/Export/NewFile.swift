import Glibc

/// A new file that a command fills; it goes again unless it is kept.
///
/// Only its owner can read it.
final class NewFile {
  private let path: String
  private let descriptor: Int32
  private let output: StandardOutput
  private var isKept = false

  /// Makes the file at `path`.
  ///
  /// - Throws: ``FileError`` if it cannot be made, or is there already.
  init(_ path: String) throws {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    self.path = path
    self.descriptor = descriptor
    output = StandardOutput(descriptor: descriptor)
  }

  deinit {
    close(descriptor)
    if !isKept { unlink(path) }
  }

  /// Where to write.
  var sink: any ByteSink { output }

  /// Keeps the file with all that was written.
  ///
  /// - Throws: ``FileError`` if it did not arrive.
  func keep() throws {
    do {
      try output.finish()
    } catch {
      throw FileError(
        "The file \(path) could not be written: \(error == .diskFull ? "the disk is full" : "the system refused")."
      )
    }
    isKept = true
  }

  /// Makes a folder that only its owner can read.
  ///
  /// - Throws: ``FileError`` if it cannot be made, or is there already.
  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw problem(path, errno) }
  }

  private static func problem(_ path: String, _ code: Int32) -> FileError {
    let reason =
      switch code {
      case EEXIST: "there is one of that name already"
      case ENOENT: "its folder does not exist"
      case ENOTDIR: "a part of its path is not a folder"
      case EACCES, EPERM: "permission is denied"
      case EROFS: "the disk is read-only"
      default: String(cString: strerror(code))
      }
    return FileError("The file \(path) cannot be made: \(reason).")
  }
}
