internal import Glibc

/// Why a file or folder could not be made, in words.
struct FileProblem: Error {
  let reason: String

  /// The reason behind the system's error number.
  init(errorNumber: Int32) {
    reason =
      switch errorNumber {
      case ENOENT: "its folder does not exist"
      case EEXIST: "there is a file of that name already"
      case EACCES, EPERM: "permission is denied"
      case EROFS: "the disk is read-only"
      case ENOSPC, EDQUOT: "there is no room left on the disk"
      case ENOTDIR: "a part of its path is not a folder"
      case EISDIR: "it is a folder"
      case ENAMETOOLONG: "its path is too long"
      case ELOOP: "its path runs in a circle of links"
      default: String(cString: strerror(errorNumber))
      }
  }
}

/// What stands at a path.
enum FileKind {
  case missing
  case regular(isEmpty: Bool)
  case folder
  case other
}

/// Tells what stands at `path`, links followed.
func fileKind(at path: String) throws(FileProblem) -> FileKind {
  var status = stat()
  guard stat(path, &status) == 0 else {
    guard errno == ENOENT else { throw FileProblem(errorNumber: errno) }
    return .missing
  }
  return switch status.st_mode & S_IFMT {
  case S_IFREG: .regular(isEmpty: status.st_size == 0)
  case S_IFDIR: .folder
  default: .other
  }
}

/// Makes an empty file that only its owner can read.
///
/// SQLite gives the files that it puts beside a database the same permissions.
///
/// - Parameters:
///   - path: Where it is to be.
///   - isNew: Whether it must not be there yet, not even as a link; else an empty
///     file that is there becomes private.
/// - Throws: ``FileProblem`` if it cannot be made.
func createPrivateFile(at path: String, isNew: Bool = false) throws(FileProblem) {
  let flags = O_CREAT | O_WRONLY | O_CLOEXEC | (isNew ? O_EXCL | O_NOFOLLOW : 0)
  let descriptor = open(path, flags, 0o600)
  guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
  defer { close(descriptor) }
  guard fchmod(descriptor, 0o600) == 0 else { throw FileProblem(errorNumber: errno) }
}

/// Removes the file at `path`, if there is one.
func removeFile(at path: String) {
  unlink(path)
}

/// Makes the folder `path` and those above it, for their owner only.
func createPrivateFolder(at path: String) throws(FileProblem) {
  guard !path.isEmpty, mkdir(path, 0o700) != 0, errno != EEXIST else { return }
  guard errno == ENOENT, let parent = folder(of: path), parent != path else {
    throw FileProblem(errorNumber: errno)
  }
  try createPrivateFolder(at: parent)
  guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
    throw FileProblem(errorNumber: errno)
  }
}

/// The folder that `path` names a file in, or `nil` for one in this folder.
func folder(of path: String) -> String? {
  guard let slash = path.lastIndex(of: "/") else { return nil }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
