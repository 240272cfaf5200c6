import CSQLite
import Glibc
import JournalFiles
import JournalModel
import JournalStore

/// A journal whose file is damaged as an input says.
final class DamagedJournal {
  private let folder: String
  private let sound: [UInt8]

  private var path: String { folder + "/journal.sqlite" }

  /// Copies the journal that is to be damaged.
  init(of source: ScratchJournal) throws {
    folder = try ScratchJournal.makeFolder()
    let path = folder + "/journal.sqlite"
    try source.copy(to: path)
    sound = try Self.bytes(of: path)
  }

  deinit {
    for name in ScratchJournal.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// Opens, restores and repairs the damaged journal, and reads everything in it: nothing
  /// comes from a file that is not sound, and it stays as it is.
  func check(_ bytes: [UInt8]) throws {
    let damaged = Self.damaged(sound, by: bytes)
    try Self.write(damaged, to: path)
    defer { for ending in ["-wal", "-shm"] { unlink(path + ending) } }
    if try attempted({ try readEverything() }) {
      try promise(isSound(path), "a journal was read that is not sound")
    }
    if try attempted({ _ = try RestorableJournal(damaged, called: "backup") }) {
      try promise(isSound(path), "a backup was taken that is not sound")
    }
    _ = try attempted { _ = try JournalRepair(of: path) }
    try checkFiles(damaged)
  }

  /// Tries to merge the damaged journal into `own`; a trial changes neither.
  func checkMerge(_ bytes: [UInt8], into own: ScratchJournal) throws {
    let damaged = Self.damaged(sound, by: bytes)
    try Self.write(damaged, to: path)
    defer { for ending in ["-wal", "-shm"] { unlink(path + ending) } }
    let isMerged = try attempted {
      _ = try own.journal.merge(path, acceptingUnrelated: true, isTrial: true)
    }
    if isMerged { try promise(isSound(path), "a journal was merged that is not sound") }
    try own.checkUnchanged()
    try checkFiles(damaged)
  }

  /// Whether `body` succeeds; it may fail with an error that is meant for people.
  private func attempted(_ body: () throws -> Void) throws -> Bool {
    do {
      try body()
      return true
    } catch is JournalError {
    } catch is SQLiteError {
    }
    return false
  }

  private func checkFiles(_ damaged: [UInt8]) throws {
    try promise(try Self.bytes(of: path) == damaged, "a damaged file was changed")
    let names = ScratchJournal.names(in: folder)
    let own = ["", "-wal", "-shm"].map { "journal.sqlite" + $0 }
    try promise(names.allSatisfy(own.contains), "there is a new file: \(names)")
  }

  private func readEverything() throws {
    let journal = try Journal(path: path, for: .reading)
    _ = try journal.days()
    for view in ["day", "month", "run_response", "footwear_use"] {
      var reader = EveryValue()
      do {
        try journal.read(Query("SELECT * FROM \(view)"), into: &reader)
      } catch is TooMany {
      }
    }
    for table in try journal.exportedTables() { try journal.forEachRow(of: table) { _ in } }
  }

  /// The sound file with patches.
  ///
  /// Each is three bytes for its place, one for its length, and its bytes. A patch of
  /// length zero cuts the file there.
  private static func damaged(_ sound: [UInt8], by patches: [UInt8]) -> [UInt8] {
    var bytes = sound
    var rest = patches[...]
    while rest.count >= 4, !bytes.isEmpty {
      let head = Array(rest.prefix(4))
      rest = rest.dropFirst(4)
      let place = (Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])) % bytes.count
      let length = Int(head[3] % 32)
      if length == 0 { bytes.removeSubrange(place...) }
      for (index, byte) in rest.prefix(length).enumerated() where place + index < bytes.count {
        bytes[place + index] = byte
      }
      rest = rest.dropFirst(length)
    }
    return bytes
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else {
      throw BrokenPromise(description: "\(path) cannot be read")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes += piece.prefix(count)
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else {
      throw BrokenPromise(description: "\(path) cannot be written")
    }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw BrokenPromise(description: "\(path) cannot be written")
    }
  }
}

/// Whether SQLite finds nothing wrong with the structure of the file.
private func isSound(_ path: String) -> Bool {
  var database: OpaquePointer?
  defer { sqlite3_close_v2(database) }
  guard
    sqlite3_open_v2(
      "file:\(path)?immutable=1", &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil)
      == SQLITE_OK
  else { return false }
  var statement: OpaquePointer?
  defer { sqlite3_finalize(statement) }
  guard sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &statement, nil) == SQLITE_OK,
    sqlite3_step(statement) == SQLITE_ROW
  else { return false }
  return sqlite3_column_text(statement, 0).map { String(cString: $0) } == "ok"
}

/// Tries to restore `bytes` as an export; a trial changes nothing.
func checkExport(_ bytes: [UInt8], into journal: ScratchJournal) throws {
  do {
    _ = try JournalImporter(journal.journal, isTrial: true).readJSON(source(of: bytes))
  } catch is JournalError {
  }
  try journal.checkUnchanged()
}
