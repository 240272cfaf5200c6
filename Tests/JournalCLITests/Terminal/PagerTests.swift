import Glibc
import Platform
import Testing

@testable import JournalCLI

/// When there is a pager, and which.
@Suite struct PagerTests {
  private func command(_ variables: [String: String]) throws -> String? {
    let usual = ["TERM": "xterm", "PATH": "/usr/bin:/bin"].merging(variables) { $1 }
    return Pager(for: TerminalSize(columns: 80, rows: 24)) { usual[$0] }?.command
  }

  @Test func `The variables are asked in their order`() throws {
    #expect(try command(["PAGER": "cat"]) == "cat")
    #expect(try command(["PAGER": "cat", "NERVE_PAGER": "head -n 3"]) == "head -n 3")
    #expect(try command(["PAGER": "cat", "NERVE_PAGER": ""]) == nil)
    #expect(try command(["PAGER": ""]) == nil)
    #expect(try command(["PAGER": " "]) == nil)
  }

  @Test func `A pager that is not there is done without`() throws {
    #expect(try command(["PAGER": "no-such-pager -x"]) == nil)
    #expect(try command(["PAGER": "/no/such/pager"]) == nil)
    #expect(try command(["PAGER": "/bin/cat -u"]) == "/bin/cat -u")
    #expect(try command(["PATH": "/nonexistent"]) == nil)
    // What only a shell can tell is left to it.
    #expect(try command(["PAGER": "LESS=-R less"]) == "LESS=-R less")
  }

  @Test func `A dumb terminal has none`() throws {
    #expect(try command(["PAGER": "cat", "TERM": "dumb"]) == nil)
    #expect(try command(["PAGER": "cat", "TERM": ""]) == nil)
  }

  @Test(
    .enabled(if: Tool.isThere("less"), "needs less"))
  func `Custom is less`() throws {
    #expect(try command([:]) == "less -FIRX")
  }
}

/// Long results on a real terminal of ten rows.
@Suite(.enabled(if: Tool.isThere("tmux", "less"), "needs tmux and less"))
struct PagedTerminalTests {
  private let home: TemporaryFolder
  private static let hundred =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) SELECT i FROM n"

  init() throws {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = "journal.sqlite"
    #expect(try binary.run(["pain", "3"]).status == 0)
    home = binary.home
  }

  /// A window of ten rows after a line was typed in it.
  private func window(
    _ line: String, variables: [String: String] = [:]
  ) throws -> TerminalWindow {
    let window = try TerminalWindow(in: home, columns: 160, rows: 10, variables: variables)
    try window.enter("clear; \(line); echo $? >status")
    return window
  }

  @Test func `Long results stop at the first screen, and q leaves them`() throws {
    let window = try window("nerve sql '\(Self.hundred)'")
    try window.waits(for: "\n:")
    #expect(try window.screen.contains("i\n---\n  1\n  2\n"))
    #expect(try !window.screen.contains(" 99"))
    try window.press("G")
    try window.waits(for: "\n100\n")
    try window.press("q")
    #expect(try window.line(of: "status") == "0")
  }

  @Test func `What fits the screen goes straight to it`() throws {
    // Two lines of heading, five rows, a blank line and the number of rows leave the
    // last line to the shell.
    let window = try window("nerve sql '\(Self.hundred) LIMIT 5'")
    #expect(try window.line(of: "status") == "0")
    let longer = try self.window("nerve sql '\(Self.hundred) LIMIT 6'")
    try longer.waits(for: "\n:")
    // A line that is wider than the screen fills two rows.
    let wider = try self.window(
      "nerve sql \"SELECT printf('%0200d', value) FROM json_each('[1,2,3,4,5]')\" --plain")
    try wider.waits(for: "0:")
  }

  @Test(
    arguments: [
      "nerve sql '\(hundred)' --no-pager", "NERVE_PAGER= nerve sql '\(hundred)'",
      "PAGER= nerve sql '\(hundred)'", "TERM=dumb nerve sql '\(hundred)'",
      "nerve sql '\(hundred)' | cat", "NERVE_PAGER= PAGER=false nerve sql '\(hundred)'",
    ])
  func `Nothing is paged where that is not wanted`(_ line: String) throws {
    let window = try window(line)
    #expect(try window.line(of: "status") == "0")
    try window.waits(for: "\n100\n")
  }

  @Test func `Leaving early ends what is still being made`() throws {
    let endless =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    let window = try window("nerve sql '\(endless)' --plain")
    try window.waits(for: "\n:")
    try window.press("q")
    #expect(try window.line(of: "status") == "141")
  }

  @Test func `Control-C waits for the pager and says nothing`() throws {
    let stuck =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
      // The first 64 KiB come in one piece.
      + "SELECT i FROM n WHERE i < 20000"
    let window = try window("nerve sql '\(stuck)' --plain")
    try window.waits(for: "\n:")
    try window.press("C-c")
    usleep(300_000)
    #expect(try !home.contents.contains("status"))
    try window.press("q")
    #expect(try window.line(of: "status") == "130")
    #expect(try !window.screen.contains("nerve:"))
  }

  @Test func `What logs is not paged`() throws {
    let window = try window("nerve pain 8 --weakness")
    #expect(try window.line(of: "status") == "0")
    try window.waits(for: "Not right?")
  }

  @Test func `A pager of one's own gets the text`() throws {
    let window = try window(
      "nerve sql '\(Self.hundred)'", variables: ["NERVE_PAGER": "tail -n 4 | tac"])
    #expect(try window.line(of: "status") == "0")
    // The number of rows comes last, after a blank line.
    try window.waits(for: "\n\n100\n 99\n")
  }
}
