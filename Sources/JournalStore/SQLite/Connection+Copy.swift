internal import Platform

extension Connection {
  /// Opens a private copy of the database at `path` and its log, for reading where no
  /// file can be created next to it: on a full disk or a read-only medium.
  ///
  /// The copy is in memory if the system has a folder there, else among the temporary
  /// files. It has no name once it is open, so nothing can be left behind.
  ///
  /// - Throws: `FileProblem` if there is no room for it, or `SQLiteError`.
  static func copy(of path: String) throws -> Connection {
    let file = linkDestination(of: path)
    let folder = try temporaryFolder()
    let copy = "\(folder)/journal"
    defer {
      for ending in ["", "-wal", "-shm"] { removeFile(at: copy + ending) }
      rmdir(folder)
    }
    for ending in ["", "-wal"] where try fileKind(at: file + ending) != .missing {
      try copyFile(at: file + ending, toNew: copy + ending)
    }
    let connection = try Connection(path: copy, access: .readWrite)
    // Reading opens the log and its index.
    try connection.execute(script: "PRAGMA user_version; PRAGMA query_only = ON")
    return connection
  }

  private static func temporaryFolder() throws(FileProblem) -> String {
    for folder in ["/dev/shm", getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp", "/tmp"] {
      let path = draftName(beside: "\(folder)/journal")
      if mkdir(path, 0o700) == 0 { return path }
    }
    throw FileProblem(errorNumber: errno)
  }
}

/// Copies the file at `path` to a new private file.
///
/// - Throws: `FileProblem`; then there may be part of a copy.
func copyFile(at path: String, toNew name: String) throws(FileProblem) {
  try createPrivateFile(at: name, isNew: true)
  let (source, target) = (open(path, O_RDONLY | O_CLOEXEC), open(name, O_WRONLY | O_CLOEXEC))
  defer {
    if source >= 0 { close(source) }
    if target >= 0 { close(target) }
  }
  guard source >= 0, target >= 0 else { throw FileProblem(errorNumber: errno) }
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(source, &buffer, buffer.count)
    guard count >= 0 else {
      if errno == EINTR { continue }
      throw FileProblem(errorNumber: errno)
    }
    guard count > 0 else { return }
    var done = 0
    while done < count {
      let written = buffer.withUnsafeBytes { bytes in
        write(target, bytes.baseAddress.map { $0 + done }, count - done)
      }
      guard written >= 0 || errno == EINTR else { throw FileProblem(errorNumber: errno) }
      done += max(0, written)
    }
  }
}
