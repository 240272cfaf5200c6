internal import Platform

/// Puts another journal in the place of one that may be damaged, and keeps that.
///
/// At every moment there is either the old file or the new one at the path, and never a
/// log beside the other one's file.
public struct JournalReplacement {
  private let path: String
  /// The file itself, following links.
  private let file: String
  private let place: BackupPlace

  /// SQLite's files beside a journal.
  static let companions = ["-wal", "-shm", "-journal"]

  /// - Parameters:
  ///   - path: The path of the journal to replace, which may be missing. This process does
  ///     not have it open.
  ///   - place: Where backups go.
  public init(of path: String, in place: BackupPlace) {
    (self.path, self.place) = (path, place)
    file = linkDestination(of: path)
  }

  /// Refuses a journal that another process has open.
  ///
  /// - Throws: ``JournalError/isOpen(path:)``, or another ``JournalError``.
  public func checkUse() throws {
    try explaining {
      guard try fileKind(at: file) != .missing else { return }
      try LockedFile(file, path).close()
    }
  }

  /// Replaces the journal.
  ///
  /// - Parameters:
  ///   - journal: What takes its place.
  ///   - purpose: The occasion.
  /// - Returns: The path at which the replaced journal was kept, or `nil` if there was none.
  /// - Throws: ``JournalError``; then the journal is unchanged.
  public func run(with journal: RestorableJournal, for purpose: BackupPurpose) throws -> String? {
    try explaining {
      var image = journal.image
      image.keepsLog = true
      guard try fileKind(at: file) != .missing else {
        let kept =
          try Self.companions.contains { try fileKind(at: file + $0) != .missing }
          ? try keepBytes() : nil
        for ending in Self.companions { removeFile(at: file + ending) }
        try OutputDraft(of: image.bytes, in: folder).become(file, replacing: false)
        return kept
      }
      try checkUse()
      let (sound, kept) = try keep(for: purpose)
      let old = try LockedFile(file, path)
      defer { old.close() }
      // Another process may have written since the copy.
      if let sound { try old.check(isStill: sound, path) }
      let draft = try OutputDraft(of: image.bytes, in: folder)
      // Before the new file has its name, as SQLite would take them for its own.
      for ending in Self.companions { removeFile(at: file + ending) }
      try draft.become(file, replacing: true)
      old.retire()
      return kept
    }
  }

  private var folder: String { JournalStore.folder(of: file) ?? "." }

  /// Keeps the present journal: as a backup if it is sound, else byte for byte.
  ///
  /// - Returns: The bytes that it had if it is sound, and the path of what was kept.
  private func keep(for purpose: BackupPurpose) throws -> (DatabaseImage?, String) {
    guard let image = try? soundImage() else { return (nil, try keepBytes()) }
    let connection = try Connection(path: file, access: .readWrite)
    guard
      let backup = try JournalBackups(of: connection, at: path, in: place).add(image, for: purpose)
    else { throw NoBackup.homeless }
    return (image, backup.path)
  }

  /// The present journal with its log moved into the file, if it passes all checks.
  private func soundImage() throws -> DatabaseImage {
    try LogsBeside(path).check()
    let connection = try Connection(path: file, access: .readWrite)
    // Closing a damaged file must not change it, nor remove its log.
    try connection.setCheckpointOnClose(false)
    let image = try connection.verifiedImage()
    try connection.execute(script: "PRAGMA wal_checkpoint(TRUNCATE)")
    try connection.setCheckpointOnClose(true)
    return image
  }

  /// Copies the file and what is beside it byte for byte.
  private func keepBytes() throws -> String {
    let connection = try? Connection.reading(file)
    let backups = try JournalBackups(
      of: connection ?? Connection(path: ":memory:", access: .readWrite), at: path, in: place)
    let known = place.folder.map { BackupTrace.all(in: $0, of: originMark(of: path)) } ?? []
    let kept = try backups.keepBytes(of: file, known: known.last?.folder)
    return kept
  }

  private func explaining<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as NoBackup {
      throw JournalError.backupFailed(path: error.path ?? path, reason: error.reason)
    } catch let error as SystemError {
      throw JournalError.cannotOpen(path: path, reason: error.reason)
    } catch {
      throw Journal.explained(error, path: path)
    }
  }
}

/// A file that nobody else has open as a database, and cannot open for as long as this
/// lasts.
private struct LockedFile {
  private let descriptor: Int32

  /// The bytes that SQLite locks: pending, reserved, and the range of all readers.
  private static let locks = (start: 0x4000_0000, count: 512)

  init(_ file: String, _ path: String) throws {
    descriptor = open(file, O_RDWR | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    (lock.l_start, lock.l_len) = (off_t(Self.locks.start), off_t(Self.locks.count))
    guard fcntl(descriptor, F_SETLK, &lock) == 0 else {
      close()
      throw JournalError.isOpen(path: path)
    }
  }

  func close() { Platform.close(descriptor) }

  /// Refuses a file with other contents than `image`, apart from the header.
  func check(isStill image: DatabaseImage, _ path: String) throws {
    let header = 100
    var bytes = [UInt8](repeating: 0, count: image.bytes.count + 1)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count == image.bytes.count,
      bytes[header..<count].elementsEqual(image.bytes[header...])
    else { throw JournalError.busy(path: path) }
  }

  /// Makes the replaced file unusable, unless it still has another name.
  ///
  /// A process that opened it a moment ago and waits for its lock would otherwise write
  /// to it, and its log would lie beside the new file.
  func retire() {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_nlink == 0 else { return }
    let nothing = [UInt8](repeating: 0, count: 16)
    _ = pwrite(descriptor, nothing, nothing.count, 0)
  }
}
