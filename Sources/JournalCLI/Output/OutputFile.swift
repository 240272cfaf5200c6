import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Where a command writes what it was asked for: a file as a whole, or something
/// that takes bytes as they come.
///
/// Nothing is ever written onto a database, or onto a file of another kind unless
/// that is asked for. A file gets its name once it is complete and on the disk;
/// until then, and if anything fails, what was there stays. Only its owner can
/// read it. No folder is made.
struct OutputFile {
  private let path: String
  private let kind: OutputKind
  private let overwriting: Bool
  private let journals: [String]

  /// How much of a file is looked at to tell what it is.
  private static let headSize = 4_096

  /// The output at `path`.
  ///
  /// - Parameters:
  ///   - path: A file, a device or a pipe; `-` is standard output.
  ///   - kind: What is about to be written.
  ///   - overwriting: Whether a file of another kind may be replaced.
  ///   - journals: Journals that may be in use, also where they are empty.
  /// - Throws: ``UsageError`` for a name that is none or of another kind.
  init(_ path: String, _ kind: OutputKind, overwriting: Bool = false, sparing journals: [String])
    throws
  {
    guard !path.isEmpty else { throw UsageError("The output has no name; name a file.") }
    (self.path, self.kind, self.overwriting, self.journals) = (path, kind, overwriting, journals)
  }

  /// Whether what is written to `path` goes there as it comes: to standard output,
  /// a device or a pipe.
  static func isPassedThrough(_ path: String) -> Bool {
    var status = stat()
    return path == "-" || descriptor(at: path) != nil
      || stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Writes what `body` writes.
  ///
  /// - Parameters:
  ///   - context: Whose output is meant by `-`.
  ///   - body: What it throws leaves a file as it was.
  /// - Returns: Whether there is a file now.
  /// - Throws: ``FileError`` or ``Refusal``, or what `body` throws.
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
      // Much may have come there meanwhile.
      try draft.become(target, replacing: try checkTarget() && isThere)
    } catch let error as SystemError {
      throw unwritable(error)
    }
    return true
  }

  /// Writes `page`, and says where it is unless that is to be said `quietly`.
  func write(page: String, _ context: CommandContext, quietly: Bool) throws {
    guard try write(context, { try $0.write(page) }), !quietly else { return }
    try context.tell("The page is in \(DisplayText.visible(path))\n")
  }

  // MARK: - What is there

  /// Checks that the target may be written to.
  ///
  /// - Returns: Whether there is something.
  private func checkTarget() throws -> Bool {
    var status = stat()
    let problem = stat(path, &status) == 0 ? nil : SystemError()
    try spareJournals(problem == nil ? status : nil)
    if let problem {
      // The file may be missing, its folder may not.
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
      throw FileError("The file \(path) cannot be written: it is a disk.")
    default: return true
    }
    guard let isDatabase = isSQLiteFile(at: path) else {
      throw Refusal(
        "The file \(path) cannot be read, so there is no knowing what would be lost; name another file."
      )
    }
    guard !isDatabase else { throw isJournal }
    // An open descriptor was chosen by the caller, such as the shell.
    if Self.descriptor(at: path) != nil { return true }
    guard access(path, W_OK) == 0 else { throw unwritable(SystemError()) }
    if overwriting { return true }
    try checkEnding()
    var file = try InputFile(path)
    let head = try file.peek(Self.headSize)
    guard head.isEmpty || kind.isBegun(head[...]) else {
      throw Refusal(
        "The file \(path) is not \(kind.name) and was left as it is; name another file, or add "
          + "--overwrite to replace it.")
    }
    return true
  }

  /// Refuses a journal in use and what SQLite keeps beside one, by whatever name;
  /// not by opening them, which would take away the locks on an open one.
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
      "The file \(path) is a journal or another database and was left as it is; name another file.")
  }

  /// Refuses a name that ends as files of another kind do.
  private func checkEnding() throws {
    guard let ending = FileEnding(of: path), let usual = kind.endings.first,
      !kind.endings.contains(ending.text.lowercased())
    else { return }
    throw UsageError(
      "The name \(path) does not end in .\(usual), as \(kind.name) does; call the file "
        + "\(ending.stem).\(usual).")
  }

  // MARK: - What is no file

  /// The descriptor of this process that `path` names, if it names one.
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
    FileError("The file \(path) cannot be written: \(error.reason).")
  }
}

/// What follows the last point of a file's name.
struct FileEnding {
  /// The path up to the point.
  let stem: String
  /// What follows it, as it was typed.
  let text: String

  /// `nil` for a name without an ending, as that of a hidden file.
  init?(of path: String) {
    let start = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    guard let point = path[start...].lastIndex(of: "."), point != start else { return nil }
    stem = String(path[..<point])
    text = String(path[path.index(after: point)...])
  }
}
