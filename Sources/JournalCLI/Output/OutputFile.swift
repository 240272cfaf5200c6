import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import WrittenValues

/// The output of a command: a whole file, or a device or pipe that takes bytes as
/// they come.
///
/// Databases are never overwritten, and files of another type only on request. A
/// file gets its name once it is complete and on the disk; until then, and if
/// anything fails, the old one stays. Only its owner can read it. No folder is
/// created.
struct OutputFile {
  private let path: String
  private let kind: OutputKind
  private let overwriting: Bool
  private let journals: [String]

  /// The number of bytes examined to determine the type of a file.
  private static let headSize = 4_096

  /// The output at `path`.
  ///
  /// - Parameters:
  ///   - path: A file, a device or a pipe; `-` is standard output.
  ///   - kind: The type of the output.
  ///   - overwriting: Whether to replace files of another type.
  ///   - journals: Journals that may be in use, even if empty.
  /// - Throws: ``UsageError`` for an empty name.
  init(_ path: String, _ kind: OutputKind, overwriting: Bool = false, sparing journals: [String])
    throws
  {
    guard !path.isEmpty else { throw UsageError("The output file has no name; choose one.") }
    (self.path, self.kind, self.overwriting, self.journals) = (path, kind, overwriting, journals)
  }

  /// Whether bytes for `path` are written as they come: to standard output, a device
  /// or a pipe.
  static func isPassedThrough(_ path: String) -> Bool {
    var status = stat()
    return path == "-" || descriptor(at: path) != nil
      || stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Writes the output of `body`.
  ///
  /// - Parameters:
  ///   - context: The context with standard output, for `-`.
  ///   - body: Writes the bytes; if it throws, the file does not change.
  /// - Returns: Whether a file was written.
  /// - Throws: ``FileError`` or ``Refusal``, or an error of `body`.
  @discardableResult
  func write(
    _ context: CommandContext, _ body: (any ByteSink) throws -> Void
  ) throws -> Bool {
    if path == "-" || Self.descriptor(at: path) == STDOUT_FILENO {
      try body(context.output)
      return false
    }
    let target = linkDestination(of: path)
    let isThere = try checkTarget()
    if Self.isPassedThrough(path) {
      try passThrough(body)
      return false
    }
    do {
      let draft = try OutputDraft(in: folder(of: target))
      do {
        try body(draft.sink)
      } catch let error as OutputError {
        throw SystemError(error)
      }
      try draft.finish()
      // Something may have appeared there in the meantime.
      try draft.become(target, replacing: try checkTarget() && isThere)
    } catch let error as SystemError {
      throw unwritable(error)
    }
    return true
  }

  /// Writes `page`, and prints where it is unless `quietly`.
  func write(page: String, _ context: CommandContext, quietly: Bool) throws {
    guard try write(context, { try $0.write(page) }), !quietly else { return }
    try context.tell("Page saved as \(DisplayText.visible(path))\n")
  }

  // MARK: - Existing files

  /// Checks that the target may be written to.
  ///
  /// - Returns: Whether it exists.
  private func checkTarget() throws -> Bool {
    var status = stat()
    let problem = stat(path, &status) == 0 ? nil : SystemError()
    try spareJournals(problem == nil ? status : nil)
    if let problem {
      // The file may be missing, but not its folder.
      guard problem.code == ENOENT, !path.hasSuffix("/"),
        access(folder(of: linkDestination(of: path)), F_OK) == 0
      else { throw unwritable(problem) }
      try checkEnding()
      return false
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw unwritable(SystemError(EISDIR))
    case S_IFBLK:
      throw FileError("Cannot write \(path): it is a disk.")
    default: return true
    }
    guard let isDatabase = isSQLiteFile(at: path) else {
      throw Refusal(
        "The existing file \(path) cannot be read, so it was not replaced; choose another file."
      )
    }
    guard !isDatabase else { throw isJournal }
    // An open descriptor is the choice of the caller, such as the shell.
    if Self.descriptor(at: path) != nil { return true }
    guard access(path, W_OK) == 0 else { throw unwritable(SystemError()) }
    if overwriting { return true }
    try checkEnding()
    var file = try InputFile(path)
    let head = try file.peek(Self.headSize)
    guard head.isEmpty || kind.isBegun(head[...]) else {
      throw Refusal(
        "The file \(path) is not \(kind.name) and was not changed; choose another file, or add "
          + "--overwrite to replace it.")
    }
    return true
  }

  /// Refuses a journal in use and SQLite's files next to it, under any name; without
  /// opening them, because closing them would release the locks of an open one.
  private func spareJournals(_ status: stat?) throws {
    let companions = ["-wal", "-shm", "-journal"]
    let own = journals.map(linkDestination).flatMap { file in ([""] + companions).map { file + $0 }
    }
    for file in own {
      var other = stat()
      let isSame =
        status.map {
          stat(file, &other) == 0 && ($0.st_dev, $0.st_ino) == (other.st_dev, other.st_ino)
        } ?? false
      guard !isSame, linkDestination(of: path) != file else { throw isJournal }
    }
    for ending in companions where path.hasSuffix(ending) {
      guard isSQLiteFile(at: String(path.dropLast(ending.count))) != true else { throw isJournal }
    }
  }

  private var isJournal: Refusal {
    Refusal(
      "The file \(path) is a journal or another database and was not changed; choose another file.")
  }

  /// Refuses a file name extension of another type.
  private func checkEnding() throws {
    guard let ending = FileEnding(of: path), let usual = kind.endings.first,
      !kind.endings.contains(ending.text.lowercased())
    else { return }
    throw UsageError(
      "The file name \(path) has the wrong extension for \(kind.name); use "
        + "\(ending.stem).\(usual).")
  }

  // MARK: - Devices and pipes

  /// The descriptor of this process at `path`, if any.
  private static func descriptor(at path: String) -> Int32? {
    switch path {
    case "/dev/stdout": STDOUT_FILENO
    case "/dev/stderr": STDERR_FILENO
    default:
      ["/dev/fd/", "/proc/self/fd/"].lazy.filter(path.hasPrefix)
        .compactMap { Int32(path.dropFirst($0.count)) }.first
    }
  }

  private func passThrough(_ body: (any ByteSink) throws -> Void) throws {
    let known = Self.descriptor(at: path)
    var descriptor = known ?? -1
    while descriptor < 0 {
      descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      guard descriptor >= 0 || errno == EINTR else { throw unwritable(SystemError()) }
    }
    defer { if known == nil { close(descriptor) } }
    let output = StandardOutput(descriptor: descriptor)
    do {
      try body(output)
      try output.finish()
    } catch let error as OutputError where error != .readerGone {
      throw unwritable(SystemError(error))
    }
  }

  private func unwritable(_ error: SystemError) -> FileError {
    FileError("Cannot write \(path): \(error.reason).")
  }
}

/// The file name extension of a path.
struct FileEnding {
  /// The path before the extension.
  let stem: String
  /// The extension, as typed.
  let text: String

  /// Returns `nil` for a name without an extension, such as that of a hidden file.
  init?(of path: String) {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    guard let point = path[start...].lastIndex(of: "."), point != start else { return nil }
    stem = String(path[..<point])
    text = String(path[path.index(after: point)...])
  }
}
