internal import Platform

/// The reason why a file or folder could not be created or read.
struct FileProblem: Error {
  /// The system's error number.
  let errorNumber: Int32

  /// The reason in words.
  var reason: String {
    switch errorNumber {
    case ENOENT: "its folder does not exist"
    case EEXIST: "a file with that name already exists"
    case EACCES, EPERM: "permission denied"
    case EROFS: "the disk is read-only"
    case ENOSPC, EDQUOT: "the disk is full"
    case ENOTDIR: "part of its path is not a folder"
    case EISDIR: "it is a folder"
    case ENAMETOOLONG: "its path is too long"
    case ELOOP: "its symbolic links form a loop"
    case EMLINK:
      "it has a second name (a hard link), and writing under both would destroy it; delete the "
        + "other name, or use a copy"
    default: String(cString: strerror(errorNumber))
    }
  }
}

/// The kind of file at a path.
enum FileKind: Equatable {
  case missing
  case regular(isEmpty: Bool)
  case folder
  case other
}

/// Determines the kind of file at `path`, following links.
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

/// Refuses a file with several names.
///
/// SQLite names the log after the file. Under two names, one journal has two logs, and
/// each overwrites what the other wrote.
func checkSingleName(of path: String) throws(FileProblem) {
  var status = stat()
  guard stat(path, &status) == 0, status.st_nlink > 1 else { return }
  throw FileProblem(errorNumber: EMLINK)
}

/// Shows whether a file was written or replaced in between.
struct FileStamp: Equatable {
  private let numbers: [Int]

  /// The present stamp of the file at `path`; empty if it is missing.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isStrict: Whether to include the time of the latest change of its status,
  ///     which no program can set. SQLite changes that of a log when it opens one.
  init(_ path: String, isStrict: Bool = false) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      numbers = []
      return
    }
    numbers =
      [
        Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec,
        status.st_mtim.tv_nsec,
      ] + (isStrict ? [status.st_ctim.tv_sec, status.st_ctim.tv_nsec] : [])
  }

  /// The second of the latest change; `nil` for a missing file.
  var latestChange: Int? {
    guard numbers.count > 3 else { return nil }
    return max(numbers[3], numbers.count > 5 ? numbers[5] : 0)
  }

  /// The stamp as words; empty for a missing file, or an empty one, as an unused log is.
  var text: String {
    numbers.count > 2 && numbers[2] > 0 ? numbers.map(String.init).joined(separator: " ") : ""
  }
}

/// The final destination of `path`, if it is a link; the file there may be
/// missing.
public func linkDestination(of path: String) -> String {
  var path = path
  // The system follows as many links.
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

/// Creates an empty file that only its owner can read.
///
/// SQLite gives its files next to a database the same permissions.
///
/// - Parameters:
///   - path: The path.
///   - isNew: Whether it must not exist yet, not even as a link; otherwise an
///     existing empty file becomes private.
/// - Throws: ``FileProblem`` if it cannot be created.
func createPrivateFile(at path: String, isNew: Bool = false) throws(FileProblem) {
  let flags = O_CREAT | O_WRONLY | O_CLOEXEC | (isNew ? O_EXCL | O_NOFOLLOW : 0)
  let descriptor = open(path, flags, 0o600)
  guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
  defer { close(descriptor) }
  guard fchmod(descriptor, 0o600) == 0 else { throw FileProblem(errorNumber: errno) }
}

/// Makes a journal that others can read private.
///
/// - Returns: Whether that was needed and worked; a file of somebody else stays as it
///   is.
func makePrivate(_ path: String) -> Bool {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return false }
  return chmod(path, 0o600) == 0
}

/// Removes the file at `path`, if it exists.
func removeFile(at path: String) {
  unlink(path)
}

/// Gives the file at `path` an unused name in its folder, and waits until that is
/// on the disk.
///
/// - Throws: ``FileProblem`` if it fails, for example because the name is taken;
///   the file then keeps its name.
func renameFile(at path: String, toNew name: String) throws(FileProblem) {
  // Unlike renaming, a hard link never replaces a file.
  if link(path, name) == 0 {
    unlink(path)
  } else {
    // Not every file system supports hard links.
    guard [EPERM, EOPNOTSUPP].contains(errno), access(name, F_OK) != 0, rename(path, name) == 0
    else { throw FileProblem(errorNumber: errno) }
  }
  try synchronizeFolder(of: name)
}

/// Waits until the entries of the folder of `path` are on the disk.
func synchronizeFolder(of path: String) throws(FileProblem) {
  let descriptor = open(folder(of: path) ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
  defer { close(descriptor) }
  // Some file systems have nothing to wait for, and report that.
  guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileProblem(errorNumber: errno) }
}

/// How the names of drafts begin.
let draftPrefix = ".nerve-"

/// A random name next to `path`, with the number of this process: a draft whose process
/// is gone is no longer in use.
func draftName(beside path: String) -> String {
  let number = String(UInt64.random(in: .min ... .max), radix: 36)
  return "\(folder(of: path).map { "\($0)/" } ?? "")\(draftPrefix)\(getpid())-\(number)"
}

/// Creates the folder `path` and its parents, for their owner only, and waits until
/// their names are on the disk: else a power cut takes them, and all that is in them.
func createPrivateFolder(at path: String) throws(FileProblem) {
  guard !path.isEmpty, access(path, F_OK) != 0 else { return }
  if let parent = folder(of: path), parent != path { try createPrivateFolder(at: parent) }
  // Another process may have been faster.
  guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileProblem(errorNumber: errno) }
  try synchronizeFolder(of: path)
}

/// The folder of the file `path`, or `nil` for one in the current folder.
func folder(of path: String) -> String? {
  guard let slash = path.lastIndex(of: "/") else { return nil }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
