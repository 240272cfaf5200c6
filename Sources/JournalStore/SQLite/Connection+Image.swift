internal import CSQLite

/// A whole database at one moment, as the bytes of its file.
///
/// It is made and read in memory, so that no second file comes about on the way to
/// where it is to go.
struct DatabaseImage: Equatable {
  /// The bytes of the file, which keeps no log.
  private(set) var bytes: [UInt8]

  /// The offsets in a file's header that say whether it keeps a log: 1 is no, 2 is yes.
  private static let modes = 18...19

  /// Reads the bytes of a file.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    keepsLog = false
  }

  /// Whether the file keeps a log from its next opening on.
  var keepsLog: Bool {
    get { bytes.count >= 100 && bytes[Self.modes.lowerBound] == 2 }
    set {
      guard bytes.count >= 100 else { return }
      for mode in Self.modes { bytes[mode] = newValue ? 2 : 1 }
    }
  }
}

extension Connection {
  /// The whole database, with what is in its log; a snapshot even while another process
  /// writes.
  ///
  /// - Throws: ``SQLiteError/Code/corrupt`` if it fails its integrity check,
  ///   ``SQLiteError/Code/constraintForeignKey``, or SQLite's error while reading.
  func verifiedImage() throws(SQLiteError) -> DatabaseImage {
    let copy = try Connection(path: ":memory:", access: .readWrite)
    try copyAll(into: copy)
    try copy.checkIntegrity()
    return try copy.serialized()
  }

  /// The whole database as ``verifiedImage()``, but unchecked.
  func image() throws(SQLiteError) -> DatabaseImage {
    let copy = try Connection(path: ":memory:", access: .readWrite)
    try copyAll(into: copy)
    return try copy.serialized()
  }

  /// The bytes of a database in memory.
  private func serialized() throws(SQLiteError) -> DatabaseImage {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw SQLiteError(.outOfMemory, "there is not enough memory for a copy of the journal")
    }
    defer { sqlite3_free(start) }
    return DatabaseImage([UInt8](UnsafeBufferPointer(start: start, count: Int(size))))
  }

  /// Lets SQLite pass over parts of the schema that it cannot read.
  func allowDamagedSchema() throws(SQLiteError) {
    try configure(SQLITE_DBCONFIG_DEFENSIVE, false)
    try execute(script: "PRAGMA writable_schema = ON")
  }

  /// Opens a database in memory with the contents of `image`.
  ///
  /// Only reading reveals that the bytes are not a database.
  convenience init(_ image: DatabaseImage) throws(SQLiteError) {
    try self.init(path: ":memory:", access: .readWrite)
    let count = image.bytes.count
    guard let copy = sqlite3_malloc64(UInt64(max(count, 1))) else {
      throw SQLiteError(.outOfMemory, "there is not enough memory for a copy of the journal")
    }
    image.bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: count) }
    }
    // SQLite frees the copy, also if this fails.
    let code = sqlite3_deserialize(
      handle, "main", copy.assumingMemoryBound(to: UInt8.self), Int64(count), Int64(count),
      UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE))
    guard code == SQLITE_OK else { throw latestError(code) }
  }
}
