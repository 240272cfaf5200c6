internal import Platform

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
enum FileKind: Equatable {
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

/// What tells whether a file was written to, or replaced, meanwhile.
struct FileStamp: Equatable {
  private let numbers: [Int]

  /// The stamp of the file at `path` as it is now; empty if there is none.
  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      numbers = []
      return
    }
    numbers = [
      Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec,
      status.st_mtim.tv_nsec,
    ]
  }
}

/// The path that `path` stands for in the end, if it is a link; the file there
/// may be missing.
public func linkDestination(of path: String) -> String {
  var path = path
  // As many links as the system itself follows.
  for _ in 0..<40 {
    let target = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, filled in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return }
        filled = max(0, readlink(path, start, characters.count))
      }
    }
    guard !target.isEmpty else { break }
    let name = String(decoding: target, as: UTF8.self)
    path = name.hasPrefix("/") ? name : folder(of: path).map { "\($0)/\(name)" } ?? name
  }
  return path
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

/// Gives the file at `path` another name in its folder, which no file has yet,
/// and waits until the disk knows.
///
/// - Throws: ``FileProblem`` if it cannot be done, as where there is one of that
///   name; the file has its former name then.
func renameFile(at path: String, toNew name: String) throws(FileProblem) {
  // A second name never takes the place of a file, as a renaming would.
  if link(path, name) == 0 {
    unlink(path)
  } else {
    // Not every file system has second names.
    guard [EPERM, EOPNOTSUPP].contains(errno), access(name, F_OK) != 0, rename(path, name) == 0
    else { throw FileProblem(errorNumber: errno) }
  }
  try synchronizeFolder(of: name)
}

/// Waits until the disk knows what the folder of `path` holds.
func synchronizeFolder(of path: String) throws(FileProblem) {
  let descriptor = open(folder(of: path) ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
  defer { close(descriptor) }
  // Some file systems have nothing to wait for, and say so.
  guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileProblem(errorNumber: errno) }
}

/// A name beside `path` that nobody has thought of.
func draftName(beside path: String) -> String {
  let number = String(UInt64.random(in: .min ... .max), radix: 36)
  return "\(folder(of: path).map { "\($0)/" } ?? "").nerve-\(number)"
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
