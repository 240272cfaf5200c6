import Foundation
import Glibc
import TestSupport
import Testing

@testable import JournalCLI

/// That one journal results, however the lines of an inbox arrive.
@Suite struct InboxOrderTests {
  /// A thousand lines of a year and a half, with pain, runs, exercises, marks and notes.
  static let lines: [String] = {
    var lines: [String] = []
    for index in 0..<250 {
      let (month, day) = (1 + index / 28 % 12, 1 + index % 28)
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      let date = "\(2025 + index / 336)-\(two(month))-\(two(day))"
      lines.append("\(date) 06:\(two(index % 60)) pain \(index % 8) left calf")
      lines.append(
        index % 3 == 0
          ? "\(date) rest"
          : "\(date) 18:10 \(3 + index % 9).\(index % 10)km \(40 + index % 40):10 -e \(index % 9)")
      lines.append("\(date) 20:00 stretch piriformis 3x\(20 + index % 20)s")
      lines.append("\(date) 21:30 note number \(index)")
    }
    return lines
  }()

  /// The entries of a journal without their numbers.
  static func entries(_ desk: Desk) throws -> [String] {
    try [
      "SELECT day, time, moment, leg_pain, reach, side, note FROM check_in",
      "SELECT day, distance_m, duration_s, rpe, note FROM run", "SELECT day, kind FROM day_mark",
      "SELECT day, hold_s, sets, (SELECT name FROM exercise WHERE id = exercise_id) FROM stretch",
    ].flatMap { try desk.rows($0).sorted() }
  }

  @Test func `A thousand lines shuffled, doubled and split over three files are those in order`()
    throws
  {
    let (ordered, mixed, apart) = (try Desk(at: 23), try Desk(at: 23), try Desk(at: 23))
    try ordered.writeInbox(Self.lines.map { $0 + "\n" }.joined())
    let told = ordered.results("inbox", ordered.inbox)
    #expect(told.hasPrefix("1000 lines logged, 0 already known, 0 unread\n"), "\(told.prefix(400))")
    let expected = try Self.entries(ordered)
    #expect(expected.count == 1000)

    var chance = SplitMix64(seed: 19)
    var parts = [[String]](repeating: [], count: 3)
    var doubled = Self.lines + Self.lines
    for index in doubled.indices.reversed() {
      doubled.swapAt(index, Int(chance.next() % UInt64(index + 1)))
    }
    for line in doubled { parts[Int(chance.next() % 3)].append(line) }
    let names = ["a.txt", "b.txt", "c.txt"]
    for (name, lines) in zip(names, parts) {
      try mixed.writeInbox(lines.map { $0 + "\r\n" }.joined(), to: name)
      try apart.writeInbox(lines.map { $0 + "\n" }.joined(), to: name)
    }
    #expect(
      mixed.results(["inbox"] + names.map { mixed.folder[$0] })
        .hasPrefix("1000 lines logged, 1000 already known, 0 unread\n"))
    #expect(try Self.entries(mixed) == expected)
    // One file after the other, the last one twice.
    for name in names + [names[2]] { apart.results("inbox", apart.folder[name]) }
    #expect(try Self.entries(apart) == expected)
    let uids = "SELECT uid FROM action ORDER BY uid"
    #expect(try apart.rows(uids) == ordered.rows(uids))
  }

  @Test func `Killed again and again, the lines are in the journal once`() throws {
    let binary = try BuiltBinary()
    let program = try #require(BuiltBinary.path)
    let lines = Self.lines.prefix(400)
    let inbox = try binary.home.write(lines.map { $0 + "\n" }.joined(), to: "inbox.txt")
    let journal = binary.home["journal.sqlite"]
    var kills = 0
    for round in 0..<60 {
      let process = Process()
      process.executableURL = URL(filePath: program)
      process.arguments = ["inbox", "--quiet", "--journal", journal, inbox]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.environment = ["HOME": "/nonexistent", "TZ": "UTC"]
      try process.run()
      usleep(UInt32(15_000 + round * 3_000))
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
      guard FileManager.default.fileExists(atPath: journal) else { continue }
      #expect(try JournalFile(path: journal).rows("PRAGMA integrity_check") == ["ok"])
    }
    #expect(kills > 5)
    let last = try binary.run(["inbox", "--journal", journal, inbox])
    #expect(last.status == 0, "\(last.messages)")
    #expect(
      try JournalFile(path: journal).rows(
        """
        SELECT (SELECT count(*) FROM check_in), (SELECT count(*) FROM run),
          (SELECT count(*) FROM day_mark), (SELECT count(*) FROM stretch),
          (SELECT count(*) FROM action)
        """) == ["200|66|34|100|400"])
  }

  @Test func `A file that grows while it is read gives one journal`() throws {
    let desk = try Desk(at: 23)
    let lines = Self.lines.prefix(120)
    try desk.folder.write("", to: "inbox.txt")
    let inbox = desk.inbox
    // Pieces end anywhere, also within a line.
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    let writer = Thread {
      let descriptor = open(inbox, O_WRONLY | O_APPEND)
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = Array(rest.prefix(97))
        _ = piece.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        rest = rest.dropFirst(97)
        usleep(4_000)
      }
      close(descriptor)
    }
    writer.start()
    while !writer.isFinished { desk.results("inbox", inbox, "--quiet") }
    desk.results("inbox", inbox)
    #expect(try Self.entries(desk).count == 120)
    #expect(!FileManager.default.fileExists(atPath: desk.unread))
  }

  @Test func `Two computers that read the same file merge into one journal`() throws {
    let (desk, laptop) = (try Desk(at: 23), try Desk(at: 23))
    desk.results("pain", "2", "--on", "2025-01-01", "--yes")
    desk.results("backup", laptop.folder["journal.sqlite"])
    let lines =
      Self.lines.prefix(60) + ["2026-11-22 07:00 stretch wall sit 3x45s hop 3x10 --new"]
    try desk.writeInbox(lines.map { $0 + "\n" }.joined())
    try laptop.writeInbox(lines.reversed().map { $0 + "\n" }.joined())
    desk.results("inbox", desk.inbox)
    // The laptop has the exercise already.
    laptop.results("exercise", "add", "wall sit")
    laptop.results("inbox", laptop.inbox)
    let before = try Self.entries(desk)
    desk.results("undo")
    desk.results("merge", laptop.folder["journal.sqlite"], "--yes")
    laptop.results("merge", desk.folder["journal.sqlite"], "--yes")
    #expect(try Self.entries(desk) == Self.entries(laptop))
    #expect(try Self.entries(desk).count == before.count - 2)
    #expect(desk.results("inbox", desk.inbox).hasPrefix("0 lines logged, 61 already known"))
    #expect(try desk.rows("SELECT count(*) FROM exercise WHERE name = 'wall sit'") == ["1"])
  }
}
