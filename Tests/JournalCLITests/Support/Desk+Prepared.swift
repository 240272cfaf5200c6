import Foundation
import Synchronization
import Testing

/// The journals that were made for ``Desk/prepared(file:line:_:)``, by the place in the tests.
private let journals = Mutex<[String: [UInt8]]>([:])

extension Desk {
  /// A desk with the journal that `commands` make.
  ///
  /// They are run once for each place in the tests that calls this, at a desk of
  /// their own; every case gets a copy of its journal.
  static func prepared(
    file: String = #fileID, line: Int = #line, _ commands: (Desk) throws -> Void
  ) throws -> Desk {
    // Within a string they would be those of this declaration.
    let place = "\(file):\(line)"
    let desk = try Desk()
    let journal = try journals.withLock { $0[place] } ?? made(at: place, by: commands)
    let path = try desk.folder.write(journal, to: "journal.sqlite")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    return desk
  }

  private static func made(
    at place: String, by commands: (Desk) throws -> Void
  ) throws -> [UInt8] {
    let desk = try Desk()
    try commands(desk)
    let path = desk.folder["journal.sqlite"]
    // Closing it brings everything into the one file.
    _ = try JournalFile(path: path).rows("PRAGMA wal_checkpoint")
    let journal = [UInt8](try Data(contentsOf: URL(filePath: path)))
    journals.withLock { $0[place] = journal }
    return journal
  }
}
