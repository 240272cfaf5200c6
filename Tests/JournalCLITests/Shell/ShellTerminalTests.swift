import Foundation
import Testing

@testable import JournalCLI

/// The shell as people meet it: keys, a screen, and libedit between them.
@Suite(.enabled(if: TerminalWindow.tmux != nil, "needs tmux"))
struct ShellTerminalTests {
  /// A window with the shell open on a journal with one run.
  private func opened(
    _ window: TerminalWindow, _ command: String = "nerve shell"
  ) throws -> TerminalWindow {
    try window.enter("nerve run 8km 40m --rpe 6 > logged 2>&1; echo done > ready")
    _ = try window.line(of: "ready")
    return try reopened(window, command)
  }

  private func reopened(
    _ window: TerminalWindow, _ command: String = "nerve shell"
  ) throws -> TerminalWindow {
    try window.enter("clear; \(command); echo $? > status; echo ended > end")
    try window.waits(for: "\\q leaves.\nnerve> ")
    return window
  }

  private func ends(_ window: TerminalWindow, with status: Int = 0) throws {
    #expect(try window.line(of: "end") == "ended")
    #expect(try window.line(of: "status") == "\(status)")
    // The terminal echoes lines again.
    try window.enter("rm end; echo again > again")
    #expect(try window.line(of: "again") == "again")
  }

  @Test func `Statements over several lines are edited and run`() throws {
    let window = try opened(TerminalWindow())
    try window.enter("SELECT 'läuft' AS")
    try window.waits(for: "  ...> ")
    try window.type("wordd")
    try window.press("BSpace", "Enter")
    try window.enter(";")
    try window.waits(for: "word\n-----\nläuft\n")
    try window.enter("\\q")
    try ends(window)
  }

  @Test func `Tab completes names, and lists those that it cannot choose from`() throws {
    let window = try opened(TerminalWindow())
    try window.type("select rp")
    try window.press("Tab")
    try window.type(" as effort from ru")
    try window.press("Tab")
    try window.waits(for: "nerve> select rpe as effort from run")
    try window.press("Tab")
    try window.waits(for: "run           run_response")
    try window.enter(";")
    try window.waits(for: "effort\n------\n   6.0\n")
    try window.type("\\ru")
    try window.press("Tab")
    try window.type("longest")
    try window.press("Tab")
    try window.waits(for: "nerve> \\run longest-run-without-next-day-pain")
    try window.press("C-c")
    try window.waits(for: "pain^C\nnerve> ")
    try window.press("C-d")
    try ends(window)
  }

  @Test func `Earlier statements come back, also in the next shell`() throws {
    let window = try opened(TerminalWindow())
    try window.enter("SELECT 'first' AS")
    try window.waits(for: "  ...> ")
    try window.enter("a;")
    try window.waits(for: "a\n-----\nfirst\n")
    try window.press("C-d")
    try ends(window)
    _ = try reopened(window)
    try window.press("Up")
    try window.waits(for: "nerve> SELECT 'first' AS a;")
    try window.press("Enter")
    try window.waits(for: "a\n-----\nfirst\n")
    try window.enter("exit")
    try ends(window)
    let history = window.home["/.local/state/nerve/history"]
    #expect(
      try String(contentsOfFile: history, encoding: .utf8).hasPrefix("SELECT 'first' AS a;\n"))
    let attributes = try FileManager.default.attributesOfItem(atPath: history)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `Ctrl-C drops a line and stops a statement, and the shell goes on`() throws {
    let window = try opened(TerminalWindow())
    try window.type("SELECT never")
    try window.press("C-c")
    try window.waits(for: "SELECT never^C\nnerve> ")
    try window.enter(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;")
    // Nothing shows that it runs.
    usleep(500_000)
    try window.press("C-c")
    try window.waits(for: "nerve: Stopped.\nnerve> ")
    try window.enter("SELECT 'still' AS here;")
    try window.waits(for: "here\n-----\nstill\n")
    try window.press("C-d")
    try ends(window)
  }

  @Test func `A statement that takes too long ends alone`() throws {
    let window = try opened(TerminalWindow(), "nerve shell --timeout 0.5")
    try window.enter(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;")
    try window.waits(for: "nerve: The query timed out")
    try window.enter("SELECT 'still' AS here;")
    try window.waits(for: "here\n-----\nstill\n")
    try window.enter("\\q")
    try ends(window)
  }

  @Test func `Ctrl-Z leaves for a while`() throws {
    let window = try opened(TerminalWindow())
    try window.type("SELECT 'kept' AS")
    // The signal would take away what is not read yet.
    try window.waits(for: "nerve> SELECT 'kept' AS")
    try window.press("C-z")
    try window.enter("echo between > between")
    #expect(try window.line(of: "between") == "between")
    try window.enter("fg")
    try window.waits(forVisible: "nerve> SELECT 'kept' AS")
    try window.enter(" line;")
    try window.waits(for: "line\n----\nkept\n")
    try window.enter("\\q")
    // The shell of the terminal went on with its line when the command stopped.
    try ends(window, with: 128 + Int(SIGTSTP))
  }

  @Test func `Without libedit, or on a simple terminal, lines are plain`() throws {
    let folder = try TemporaryFolder()
    // What is no library stands in the way of the real one.
    _ = try folder.write([], to: "libedit.so.2")
    for variables in [["LD_LIBRARY_PATH": folder.path], ["TERM": "dumb"]] {
      let window = try opened(TerminalWindow(variables: variables))
      try window.enter("SELECT 'plain' AS lines;")
      try window.waits(for: "lines\n-----\nplain\n")
      try window.press("C-d")
      try ends(window)
    }
  }
}
