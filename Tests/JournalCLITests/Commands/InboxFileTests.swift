import Foundation
import Testing

@testable import JournalCLI

/// What files are read, and what becomes of lines that cannot be.
@Suite struct InboxFileTests {
  @Test func `An unfinished last line is left until the file has been left alone for a minute`()
    throws
  {
    let desk = try Desk(at: 20)
    try desk.folder.write("2026-11-23 07:00 pain 4\n2026-11-23 08:00 run 8", to: "inbox.txt")
    let told = desk.results("inbox", desk.inbox)
    #expect(told.hasPrefix("1 line logged, 0 already known, 0 unread\n"))
    #expect(told.contains("The last line is not finished yet"))
    try desk.writeInbox("2026-11-23 07:00 pain 4\n2026-11-23 08:00 run 8km")
    #expect(desk.results("inbox", desk.inbox).hasPrefix("1 line logged, 1 already known"))
    #expect(try desk.rows("SELECT distance_m FROM run") == ["8000.0"])
  }

  @Test func `A folder stands for its text files`() throws {
    let desk = try Desk(at: 20)
    try desk.folder.makeFolder("notes")
    for (name, text) in [
      ("a.txt", "2026-11-23 07:00 pain 4\n"), ("b.MD", "- 2026-11-23 08:00 run 8km\n"),
      ("c.fit", "no"), (".hidden.txt", "2026-11-23 09:00 pain 9\n"),
      ("a.sync-conflict.txt", "2026-11-23 07:00 pain 4\n2026-11-22 pain 2\n"),
    ] { try desk.folder.write(text, to: "notes/\(name)") }
    #expect(
      desk.results("inbox", desk.folder["notes"]).hasPrefix("3 lines logged, 1 already known"))
    try desk.folder.makeFolder("empty")
    let told = desk.nerve("inbox", desk.folder["empty"])
    #expect(told.status == 1)
    #expect(told.messages.contains("contains no .txt or .md files"))
  }

  @Test func `Files that are not text are refused, and nothing of them is logged`() throws {
    let desk = try Desk(at: 20)
    try desk.writeInbox("2026-11-23 07:00 pain 4\n")
    try desk.folder.write(
      Array("2026-11-23 07:00 pain 4\n".utf8) + [0, 1, 2] + Array("\n".utf8), to: "binary.txt")
    let told = desk.nerve("inbox", desk.inbox, desk.folder["binary.txt"])
    #expect(told.status == 1)
    #expect(told.messages.contains("binary.txt is not a text file"))
    let missing = desk.nerve("inbox", desk.folder["none.txt"])
    #expect(missing.messages.contains("none.txt cannot be read: it does not exist"))
    #expect(desk.nerve("inbox", desk.unread).status == 64)
    #expect(try desk.folder.contents == ["binary.txt", "inbox.txt"])
  }

  @Test func `Lines that are too long or not UTF-8 stay in the file, and the others are logged`()
    throws
  {
    let desk = try Desk(at: 20)
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000_000)
    try desk.writeInbox(
      Array("2026-11-23 07:00 pain 4\n".utf8) + long
        + Array("\n2026-11-23 07:10 caf".utf8) + [0xE9] + Array("\n2026-11-23 08:00 run 8km\n".utf8)
    )
    let told = desk.results("inbox", desk.inbox)
    #expect(told.hasPrefix("2 lines logged, 0 already known, 2 unread\n"))
    #expect(told.contains("inbox.txt, line 2\n  The line is longer than 65536 bytes"))
    #expect(told.contains("inbox.txt, line 3\n  The line is not UTF-8 text"))
    #expect(
      desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 2 already known, 2 unread"))
    try desk.writeInbox("2026-11-23 07:00 pain 4\n2026-11-23 08:00 run 8km\n")
    #expect(
      desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 2 already known, 0 unread"))
    #expect(!FileManager.default.fileExists(atPath: desk.unread))
  }

  @Test func `A second reader of the same file is refused`() throws {
    let desk = try Desk(at: 20)
    try desk.writeInbox("2026-11-23 07:00 pain 4\n")
    let lock = try FileLock(desk.inbox)
    withExtendedLifetime(lock) {
      let told = desk.nerve("inbox", desk.inbox)
      #expect(told.status == 1)
      #expect(told.messages.contains("Another nerve inbox is reading"))
    }
    try FileManager.default.removeItem(atPath: desk.inbox)
  }
}

extension Desk {
  var inbox: String { folder["inbox.txt"] }
  var unread: String { folder["inbox.txt.unread"] }

  /// Writes the inbox as if that had been an hour ago.
  func writeInbox(_ text: String, to name: String = "inbox.txt") throws {
    try writeInbox(Array(text.utf8), to: name)
  }

  /// Writes the inbox as if that had been an hour ago.
  func writeInbox(_ bytes: [UInt8], to name: String = "inbox.txt") throws {
    try folder.write(bytes, to: name)
    try FileManager.default.setAttributes(
      [.modificationDate: Date().addingTimeInterval(-3600)], ofItemAtPath: folder[name])
  }
}
