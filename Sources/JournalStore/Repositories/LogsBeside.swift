internal import JournalModel
internal import Platform

/// The log and the rollback journal that SQLite may have left next to a journal,
/// examined before the files are opened together.
///
/// SQLite assumes that these files belong to the journal. After a crash they do,
/// and contain the newest entries. But if the file was restored from a copy,
/// disappeared or was replaced, SQLite would silently mix pages of two journals,
/// or discard the log.
struct LogsBeside {
  /// The journal's path, as given.
  private let path: String
  /// The file itself, following links.
  private let file: String
  private let log: String
  private let rollback: String

  /// - Parameter path: A journal that this process does not have open.
  init(_ path: String) {
    self.path = path
    file = linkDestination(of: path)
    (log, rollback) = (file + "-wal", file + "-journal")
  }

  /// Rejects a log without its journal, or next to a different one.
  ///
  /// - Throws: ``JournalError/logWithoutJournal(path:log:)``,
  ///   ``JournalError/foreignLog(path:log:)`` or `FileProblem`. Nothing is changed.
  func check() throws {
    // First the logs, then the file: creating a journal goes the other way round.
    let (hasLog, hasRollback) = (Self.isFilled(log), Self.isFilled(rollback))
    guard hasLog || hasRollback else { return }
    switch try fileKind(at: file) {
    case .missing:
      throw JournalError.logWithoutJournal(path: path, log: hasLog ? log : rollback)
    case .regular(isEmpty: true):
      // A rollback journal exists briefly while a journal is created.
      if hasLog { throw JournalError.logWithoutJournal(path: path, log: log) }
    case .regular(isEmpty: false):
      if hasLog { try refuse(log) { isForeignLog } }
      if hasRollback { try refuse(rollback) { isForeignRollback } }
    case .folder, .other: break
    }
  }

  /// Throws if `isForeign` finds evidence and nobody was at work in between.
  private func refuse(_ log: String, _ isForeign: () -> Bool) throws {
    let before = stamps
    guard !isInUse, isForeign(), !isInUse, stamps == before else { return }
    throw JournalError.foreignLog(path: path, log: log)
  }

  /// The present stamps of the file and of what may lie next to it.
  private var stamps: [FileStamp] { [file, log, rollback].map { FileStamp($0) } }

  /// Whether another process has the journal open, or is writing to it.
  private var isInUse: Bool {
    // Bytes locked by every user of a log's index, and by every writer.
    (RawFile(file + "-shm")?.isLockedByOthers(at: 128) ?? false)
      || (RawFile(file)?.isLockedByOthers(at: 0x4000_0001) ?? false)
  }

  private var isForeignLog: Bool {
    guard let header = DatabaseHeader(of: file), header.applicationID == Migrator.applicationID
    else { return false }
    let entries = LogFile(at: log)
    guard entries.commits > 0 else { return false }
    // A journal that keeps no log has none, such as a restored backup.
    guard header.keepsLog else { return true }
    guard let alone = try? Connection(path: file, access: .immutable),
      let trace = JournalTrace(in: alone)
    else { return false }
    do throws(SQLiteError) {
      let journal = try Connection(path: file, access: .readWrite)
      try journal.setCheckpointOnClose(false)
      if try JournalTrace.merges(in: journal) > JournalTrace.merges(in: alone) {
        try journal.checkIntegrity()
        return false
      }
      // Any other command is one transaction, with one action or none.
      let actions = try JournalTrace.lastAction(in: journal) - trace.lastAction
      guard (0...entries.commits).contains(actions),
        try trace.isFound(in: journal)
      else { return true }
      try journal.checkIntegrity()
      return false
    } catch {
      // Damage that exists without the log is reported on opening.
      let isDamaged = [.corrupt, .notADatabase].contains(error.code.primary)
      return isDamaged && (try? alone.checkIntegrity()) != nil
    }
  }

  private var isForeignRollback: Bool {
    guard let header = DatabaseHeader(of: file), header.applicationID == Migrator.applicationID,
      let pages = RollbackJournal(at: rollback)
    else { return false }
    guard !header.keepsLog, let counter = pages.changeCounter else { return header.keepsLog }
    // The unfinished transaction may have reached the first page, or not.
    return header.changeCounter == counter
      ? header.pageCount != pages.pageCount : header.changeCounter != counter + 1
  }

  private static func isFilled(_ path: String) -> Bool {
    if case .regular(isEmpty: false)? = try? fileKind(at: path) { true } else { false }
  }
}
