import Foundation
import Testing

@testable import JournalCLI
@testable import JournalStore

/// Answers of a check-in that cannot be saved: they are printed as a line to log later.
@Suite struct LostAnswersTests {
  @Test func `A locked journal gives the answers back as a line`() throws {
    var desk = try Desk(at: 20)
    desk.results("run", "5km", "--on", "yesterday")
    desk.piped = ["8km 45:10 --note 'hot, and slow'", "4", "c", "l", "n", "y", "n", "n", "1"]
    let lock = try Connection(path: desk.folder["journal.sqlite"], access: .readWrite)
    try lock.execute(script: "BEGIN IMMEDIATE")
    let transcript = desk.nerve("checkin")
    try lock.execute(script: "ROLLBACK")
    #expect(transcript.status == 1)
    #expect(transcript.messages.contains("Another program is writing"))
    let lines = transcript.messages.split(separator: "\n").map(String.init)
    let told = try #require(lines.firstIndex(of: "To log your answers later:"))
    #expect(
      lines[told + 1].hasPrefix(
        "nerve run 8km 45:10 --note 'hot, and slow' --on 2026-11-23 && nerve pain 4 --back 1 --reach calf"
      ), "\(lines[told + 1])")
    #expect(lines[told + 1].hasSuffix("--on 2026-11-23"))

    // The line is what it says: it logs the same as the check-in would have.
    let later = try Desk(at: 20)
    later.results("run", "5km", "--on", "yesterday")
    for command in lines[told + 1].components(separatedBy: " && ") {
      let words = try #require(shellWords(command))
      later.results(Array(words.dropFirst()))
    }
    let direct = try Desk(at: 20)
    direct.results("run", "5km", "--on", "yesterday")
    var asked = direct
    asked.piped = desk.piped
    asked.results("checkin")
    let columns = "day, leg_pain, reach, side, numbness, tingling, weakness, moment"
    let queries = [
      "SELECT \(columns) FROM check_in", "SELECT day, distance_m, duration_s, note FROM run",
    ]
    for sql in queries {
      #expect(try later.rows(sql) == asked.rows(sql))
    }
  }

  @Test func `A lock of some seconds costs nothing`() throws {
    var binary = try BuiltBinary()
    // In the evening the first question is whether there was a run: eight in the morning.
    let hour = Calendar(identifier: .gregorian).dateComponents(in: .gmt, from: Date()).hour ?? 8
    binary.variables["TZ"] = "MORNING\(hour < 8 ? "" : "+")\(hour - 8)"
    _ = try binary.run(["pain", "3", "--on", "yesterday"])
    let path = binary.home[".local/share/nerve/journal.sqlite"]
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/sqlite3")
    holder.arguments = [path]
    let input = Pipe()
    holder.standardInput = input
    try holder.run()
    input.fileHandleForWriting.write(Data("BEGIN IMMEDIATE;\n.shell sleep 8\nROLLBACK;\n".utf8))
    try input.fileHandleForWriting.close()
    Thread.sleep(forTimeInterval: 0.5)
    let result = try binary.run(["checkin"], input: .text("4\nc\nl\n"))
    holder.waitUntilExit()
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.messages.contains("waiting for it"))
    #expect(
      try JournalFile(path: path).rows("SELECT leg_pain FROM check_in ORDER BY id") == ["3", "4"])
  }
}
