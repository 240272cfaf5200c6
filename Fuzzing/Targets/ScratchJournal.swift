import CSQLite
import Glibc
import JournalStore

/// A small journal in a folder of its own, watched from outside.
final class ScratchJournal {
  let folder: String
  let journal: Journal
  private let watch: OpaquePointer
  private let version: Int64

  var path: String { folder + "/journal.sqlite" }

  /// Creates a journal with a few entries, or with none.
  init(isEmpty: Bool = false) throws {
    folder = try Self.makeFolder()
    let path = folder + "/journal.sqlite"
    journal = try Journal(path: path, for: .writing(makingFolder: false))
    if !isEmpty {
      let entries = Query(Self.entries)
      try journal.change(entries, announced: try journal.changes(by: entries))
    }
    var watch: OpaquePointer?
    guard sqlite3_open_v2(path, &watch, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let watch else {
      throw BrokenPromise(description: "the journal cannot be opened a second time")
    }
    self.watch = watch
    version = try Self.number("PRAGMA data_version", watch)
  }

  deinit {
    sqlite3_close_v2(watch)
    for name in Self.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  /// Checks that nobody wrote to the journal, holds a lock on it, or left a file beside it.
  func checkUnchanged() throws {
    try promise(
      try Self.number("PRAGMA data_version", watch) == version, "the journal was written to")
    try checkFolder()
    try promise(
      sqlite3_exec(watch, "BEGIN IMMEDIATE; ROLLBACK", nil, nil, nil) == SQLITE_OK,
      "the journal is locked")
  }

  /// Checks that no file was left beside the journal.
  func checkFolder() throws {
    let strangers = Self.names(in: folder).filter {
      !["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"].contains($0)
    }
    try promise(strangers.isEmpty, "there is a new file: \(strangers)")
  }

  /// Copies the journal to a new file.
  func copy(to path: String) throws {
    try promise(
      sqlite3_exec(watch, "VACUUM INTO '\(path)'", nil, nil, nil) == SQLITE_OK,
      "the journal cannot be copied")
  }

  /// Everything in the tables of the schema but the record of changes and the cache.
  func contents() throws -> [String] {
    let tables = try texts(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'
        AND name NOT LIKE 'change%' AND name NOT IN ('action', 'day_cache')
      ORDER BY name
      """)
    return try tables.flatMap { table in
      let columns = try texts("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid")
      let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
      return try texts("SELECT '\(table):' || \(values) FROM \"\(table)\" ORDER BY 1")
    }
  }

  private func texts(_ sql: String) throws -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(watch, sql, -1, &statement, nil) == SQLITE_OK else {
      throw BrokenPromise(description: String(cString: sqlite3_errmsg(watch)))
    }
    defer { sqlite3_finalize(statement) }
    var texts: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      texts.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
    }
    return texts
  }

  private static func number(_ sql: String, _ database: OpaquePointer) throws -> Int64 {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK,
      sqlite3_step(statement) == SQLITE_ROW
    else { throw BrokenPromise(description: String(cString: sqlite3_errmsg(database))) }
    defer { sqlite3_finalize(statement) }
    return sqlite3_column_int64(statement, 0)
  }

  // MARK: - Folders

  /// Makes a folder for temporary files, in memory where there is such a place.
  static func makeFolder() throws -> String {
    let parent = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(parent)/nerve-fuzzing-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw BrokenPromise(description: "there is no place for temporary files")
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// One entry of every kind.
  private static let entries = """
    INSERT INTO footwear (name, kind) VALUES ('Pegasus', 'cushioned');
    INSERT INTO run (day, distance_m, duration_s, rpe, footwear_id, note)
    SELECT '2026-11-' || printf('%02d', 2 * value), 8200, 2710, 6, 1, 'easy, with Ann''s dog'
    FROM json_each('[1,2,3,4,5,6,7,8,9,10]');
    INSERT INTO check_in (day, leg_pain, back_pain, side, note)
    SELECT '2026-11-' || printf('%02d', value), value % 5, value % 3, 'left', 'stiff'
    FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13]');
    INSERT INTO stretch (day, exercise_id, sets, hold_s)
    SELECT '2026-11-03', min(id), 3, 30 FROM exercise;
    INSERT INTO flare_up (onset_day, end_day, peak_pain) VALUES ('2026-11-05', '2026-11-07', 8);
    INSERT INTO cross_training (day, activity, duration_s) VALUES ('2026-11-06', 'swim', 1800);
    INSERT INTO guidance (day, given_by, advice) VALUES ('2026-11-07', 'physio', 'no hills');
    INSERT INTO day_mark (day, kind) VALUES ('2026-11-15', 'rest');
    """
}
