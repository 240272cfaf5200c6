/// The first page of a database file, read directly.
struct DatabaseHeader {
  /// Whether changes go to a write-ahead log.
  let keepsLog: Bool
  let changeCounter: Int
  /// The number of pages at the latest change.
  let pageCount: Int
  let applicationID: Int

  /// Reads the header; `nil` without one.
  init?(of path: String) {
    guard let head = RawFile(path)?.bytes(100), head.count == 100, Self.isOne(head) else {
      return nil
    }
    keepsLog = head[18] == 2
    changeCounter = head.bigEndian(at: 24)
    pageCount = head.bigEndian(at: 28)
    applicationID = head.bigEndian(at: 68)
  }

  static func isOne(_ head: [UInt8]) -> Bool { head.starts(with: "SQLite format 3\0".utf8) }
}

/// A write-ahead log: pages in the order of writing.
struct LogFile {
  /// The number of transactions in it.
  private(set) var commits = 0
  /// Reads the log at `path`.
  ///
  /// Frames of an earlier round follow the present ones and have different salts.
  /// SQLite verifies checksums: a truncated frame counts as one transaction too
  /// many at most.
  init(at path: String) {
    guard let log = RawFile(path) else { return }
    let head = log.bytes(32)
    let pageSize = head.bigEndian(at: 8)
    guard Self.isOne(head), (512...65_536).contains(pageSize) else { return }
    var offset = 32
    while true {
      let frame = log.bytes(24, at: offset)
      guard frame.count == 24, frame[8...15] == head[16...23] else { return }
      if frame.bigEndian(at: 4) != 0 { commits += 1 }
      offset += 24 + pageSize
    }
  }

  static func isOne(_ head: [UInt8]) -> Bool {
    head.bigEndian(at: 0) & ~1 == 0x377F_0682 && head.bigEndian(at: 4) == version
  }

  /// Whether `head` begins a log's index, which is in native byte order.
  static func isIndex(_ head: [UInt8]) -> Bool {
    guard head.count >= 52 else { return false }
    return [Array(head[0..<4]), Array(head[48..<52])].allSatisfy {
      $0.bigEndian(at: 0) == version || Array($0.reversed()).bigEndian(at: 0) == version
    }
  }

  private static let version = 3_007_000
}

/// A rollback journal: pages from before an unfinished transaction.
struct RollbackJournal {
  /// The change counter of the pages' database, if they include it.
  let changeCounter: Int?
  /// The number of pages of that database.
  let pageCount: Int

  /// Reads the journal at `path`; `nil` without anything to roll back.
  init?(at path: String) {
    guard let file = RawFile(path) else { return nil }
    var head = file.bytes(28)
    guard Self.isOne(head), head.bigEndian(at: 8) > 0 else { return nil }
    pageCount = head.bigEndian(at: 16)
    let (sector, pageSize) = (head.bigEndian(at: 20), head.bigEndian(at: 24))
    var counter: Int?
    var offset = 0
    // Each part has its own header, the size of a sector.
    while counter == nil, sector >= 32, pageSize >= 512, Self.isOne(head) {
      offset += sector
      var left = head.bigEndian(at: 8)
      while left > 0, counter == nil {
        let record = file.bytes(32, at: offset)
        guard record.count == 32 else { break }
        if record.bigEndian(at: 0) == 1 { counter = record.bigEndian(at: 28) }
        offset += pageSize + 8
        left -= 1
      }
      offset = (offset + sector - 1) / sector * sector
      head = file.bytes(28, at: offset)
    }
    changeCounter = counter
  }

  static func isOne(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7])
  }
}
