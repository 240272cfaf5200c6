import Foundation
import Testing

@testable import JournalCLI

@Suite struct MisuseTests {
  /// Every misuse there is a table of, but those that take another user.
  static let all =
    Misuse.days + Misuse.months + Misuse.measures + Misuse.pains + Misuse.options
    + Misuse.commands + Misuse.statements + Misuse.imports + Misuse.correlations + Misuse.places
    + Misuse.outputs + Misuse.entries

  @Test(arguments: all)
  func `Misuse is answered with one sentence and changes nothing`(misuse: Misuse) throws {
    try MisuseStage.check(misuse)
  }

  @Test(
    .enabled(if: Misuse.asNobody != nil, "needs root, setpriv and a checkout that all may read"),
    arguments: Misuse.permissions)
  func `What another user may not do is answered with one sentence and changes nothing`(
    misuse: Misuse
  ) throws {
    try MisuseStage.check(misuse)
  }

  @Test func `There are more than five hundred different misuses`() {
    let names = Self.all.map(\.testDescription)
    let twice = Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys
    #expect(twice.isEmpty)
    #expect(names.count > 500)
  }

  /// The disk of the terminal, not that of the journal.
  @Test func `An entry whose echo is lost is told to be in the journal`() throws {
    let binary = try BuiltBinary()
    let result = try binary.run(["pain", "4"], output: .path("/dev/full"))
    #expect(result.status == 1)
    #expect(
      result.messages == """
        New journal at \(binary.home[".local/share/nerve/journal.sqlite"])
        Not right? Undo it with: nerve undo
        nerve: The output was cut off because the disk is full; all entries are in the journal.

        """)
    #expect(try binary.run(["list", "--format", "csv"]).output.hasSuffix(",leg 4\r\n"))
  }

  /// As `nerve list | head -1` does.
  @Test func `A reader that goes away ends the command without a word`() throws {
    var binary = try BuiltBinary()
    #expect(try binary.run(["pain", "4"]).status == 0)
    binary.wrapper = ["/bin/sh", "-c", "{ \"$@\"; echo $? >status; } | true", "sh"]
    let sql = """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) \
      SELECT i FROM n
      """
    let result = try binary.run(["sql", sql, "--format", "csv"])
    #expect(result.messages.isEmpty)
    #expect(result.output.isEmpty)
    // As a shell tells that SIGPIPE ended a program.
    #expect(try String(contentsOfFile: binary.home["status"], encoding: .utf8) == "141\n")
  }
}
