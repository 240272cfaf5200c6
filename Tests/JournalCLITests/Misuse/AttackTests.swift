import Foundation
import Testing

@testable import JournalCLI

/// What statements cannot do, whoever wrote them: change the journal, read
/// another file, take the machine's memory, or last for ever.
@Suite struct AttackTests {
  private static let secret = "TOP-SECRET-OF-ANOTHER-FILE"
  /// The most memory of the whole process, in KiB.
  private static let memoryAllowed = 256 << 10

  private static let all =
    Attack.definitions + Attack.files + Attack.tricks + Attack.bombs + Attack.functions
    + Attack.readings

  @Test(arguments: all)
  func `No statement does harm`(attack: Attack) throws {
    try check(attack, timeout: 5, format: "csv")
  }

  /// What is refused before it runs takes no memory and no time.
  @Test(arguments: Attack.writes + Attack.pragmas)
  func `No statement writes or sets anything`(attack: Attack) throws {
    let desk = try Desk()
    let bytes = try #require(MisuseStage.journal)
    let path = try desk.folder.write(bytes, to: "journal.sqlite")
    let result = desk.nerve("sql", attack.sql, "--format", "csv")
    #expect(result.status != 0)
    #expect(result.output.isEmpty)
    #expect(result.messages.hasPrefix("nerve: "))
    #expect(FileManager.default.contents(atPath: path) == Data(bytes))
    let log = FileManager.default.contents(atPath: path + "-wal")
    #expect(log?.isEmpty != false)
    #expect(try desk.folder.contents == ["journal.sqlite"])
  }

  @Test(arguments: Attack.endless + Attack.endlessFunctions)
  func `No statement lasts for ever`(attack: Attack) throws {
    try check(attack, timeout: 0.3, format: "json")
  }

  /// A sort that goes on in a file would not reach the limit.
  @Test(arguments: Attack.sorts)
  func `No statement sorts on the disk`(attack: Attack) throws {
    let result = try check(attack, timeout: 60, format: "csv")
    #expect(
      result.messages
        == "nerve: The statement needs more than 96 MB of memory; read less, with WHERE or LIMIT.\n"
    )
  }

  /// Tables hold rows back, and shape every cell.
  @Test(arguments: ["text", "markdown", "html", "line", "plain", "tsv", "ndjson"])
  func `Large values take little memory in every format`(format: String) throws {
    let attack = Attack(
      sql: "SELECT printf('%.*c', 15000000, 'a'), zeroblob(4000000)", outcome: .harmless)
    try check(attack, timeout: 10, format: format)
  }

  @Test func `There are more than three hundred different attacks`() {
    let ended = Attack.endless + Attack.endlessFunctions + Attack.sorts
    let statements = (Self.all + Attack.writes + Attack.pragmas + ended).map(\.sql)
    #expect(Set(statements).count == statements.count)
    #expect(statements.count > 300)
  }

  @discardableResult
  private func check(_ attack: Attack, timeout: Double, format: String) throws -> Transcript {
    var binary = try BuiltBinary()
    let bytes = try #require(MisuseStage.journal)
    binary.variables["NERVE_JOURNAL"] = try binary.home.write(bytes, to: "journal.sqlite")
    try binary.home.write(Array(Self.secret.utf8), to: "secret.txt")
    try JournalFile(path: binary.home.write([], to: "other.sqlite"))
      .run("CREATE TABLE t AS SELECT '\(Self.secret)' AS a")
    let other = FileManager.default.contents(atPath: binary.home["other.sqlite"])
    binary.secondsAllowed = 60
    // What wait(2) tells of a child begins with the memory of who started it.
    let scratch = try TemporaryFolder()
    if let time = Tool.path(of: "time") {
      binary.wrapper = [time, "-f", "%M", "-o", scratch["peak"]]
    }

    let options = ["--timeout", "\(timeout)", "--format", format]
    let start = Date()
    // Longer than an argument may be, or nothing that an argument can hold.
    let isPiped = attack.isPiped || attack.sql.utf8.count > 100_000
    let result = try binary.run(
      ["sql"] + (isPiped ? ["-"] : [attack.sql]) + options,
      input: isPiped ? .text(attack.sql) : .empty)

    // The second after which the process is ended, and slow machines.
    #expect(Date().timeIntervalSince(start) < timeout + 8)
    if let measured = try? String(contentsOfFile: scratch["peak"], encoding: .utf8) {
      let peak = try #require(measured.split(separator: "\n").last.flatMap { Int($0) })
      #expect(peak < Self.memoryAllowed)
    }
    if attack.outcome == .refused {
      #expect(result.status != 0)
      #expect(result.output.isEmpty)
    }
    #expect(result.messages.contains("nerve: ") == (result.status != 0))
    #expect(!result.output.contains(Self.secret) && !result.messages.contains(Self.secret))
    #expect(
      FileManager.default.contents(atPath: binary.home["journal.sqlite"]) == Data(bytes))
    #expect(FileManager.default.contents(atPath: binary.home["other.sqlite"]) == other)
    // Who is ended by force leaves the two files of a reader, and nothing in them.
    let wal = FileManager.default.contents(atPath: binary.home["journal.sqlite-wal"])
    #expect(wal?.isEmpty != false)
    let left = try binary.home.contents.filter { !$0.hasPrefix("journal.sqlite-") }
    #expect(left.sorted() == ["journal.sqlite", "other.sqlite", "secret.txt"])
    return result
  }
}
