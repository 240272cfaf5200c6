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

  init() throws {
    let path: String
    // Closing the journal moves its log into the file.
    do {
      let source = try ScratchJournal()
      folder = try ScratchJournal.makeFolder()
      path = folder + "/journal.sqlite"
      var copy: OpaquePointer?
      guard sqlite3_open_v2(source.path, &copy, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK,
        sqlite3_exec(copy, "VACUUM INTO '\(path)'", nil, nil, nil) == SQLITE_OK
      else { throw BrokenPromise(description: "the journal cannot be copied") }
      sqlite3_close_v2(copy)
    }
    sound = try Self.bytes(of: path)
  }

  deinit {
    for name in ScratchJournal.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// Opens the damaged journal and reads everything in it; the file stays as it is.
  func check(_ bytes: [UInt8]) throws {
    let damaged = Self.damaged(sound, by: bytes)
    try Self.write(damaged, to: path)
    defer { for ending in ["-wal", "-shm"] { unlink(path + ending) } }
    do {
      try readEverything()
    } catch is JournalError {
    } catch is SQLiteError {
    }
    try promise(try Self.bytes(of: path) == damaged, "reading changed a damaged file")
    let names = ScratchJournal.names(in: folder)
    try promise(
      names.allSatisfy { $0.hasPrefix("journal.sqlite") && !$0.hasSuffix("backup") },
      "reading left a file: \(names)")
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

  /// The sound file with patches: each is three bytes for its place, one for its length,
  /// and its bytes. A patch of length zero cuts the file there.
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

/// Tries to restore `bytes` as an export; a trial changes nothing.
func checkExport(_ bytes: [UInt8], into journal: ScratchJournal) throws {
  do {
    _ = try JournalImporter(journal.journal, isTrial: true).readJSON(source(of: bytes))
  } catch is JournalError {
  }
  try journal.checkUnchanged()
}
