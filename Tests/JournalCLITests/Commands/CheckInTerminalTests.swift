import Foundation
import Testing

@testable import JournalCLI

/// The check-in as people meet it: keys, a screen, and a shell around it.
@Suite(.enabled(if: TerminalWindow.tmux != nil, "needs tmux"))
struct CheckInTerminalTests {
  /// A check-in, with the terminal's settings noted before and after.
  private static func checkIn(_ command: String = "nerve checkin --evening") -> String {
    "stty -a | tail -n +2 > before; \(command); echo $? > status; "
      + "stty -a | tail -n +2 > after; echo ended > end"
  }

  /// A window in which the check-in asks its first question.
  private func asked(
    _ window: TerminalWindow, _ line: String = checkIn()
  ) throws -> TerminalWindow {
    // Where an evening would ask for a run, it is there.
    try window.enter("nerve run 8km > logged 2>&1; echo done > ready")
    _ = try window.line(of: "ready")
    try window.enter(line)
    try window.waits(for: "Leg pain (0-9, x = 10):")
    return window
  }

  /// Waits for the command to end and checks how it left the terminal.
  private func ends(
    _ window: TerminalWindow, with status: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try window.line(of: "end") == "ended")
    #expect(try window.line(of: "status") == "\(status)", sourceLocation: sourceLocation)
    let before = try window.line(of: "before")
    #expect(before.contains(" icanon"))
    #expect(try window.line(of: "after") == before, sourceLocation: sourceLocation)
    // The shell takes lines again.
    try window.enter("echo again > again")
    #expect(try window.line(of: "again") == "again")
  }

  private func checkIns(_ window: TerminalWindow) throws -> [String] {
    try JournalFile(path: window.home["journal.sqlite"]).rows(
      """
      SELECT leg_pain, reach, side, numbness, tingling, weakness, back_pain, sitting_hours, note
      FROM check_in
      """)
  }

  @Test func `A usual day takes its thirteen keys and no Enter but those for unknown`() throws {
    let window = try asked(TerminalWindow())
    for key in CheckInCommandTests.usualKeys { try window.press(key.isEmpty ? "Enter" : key) }
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["3|4|left|0|1|0|1|NULL|NULL"])
    let screen = try window.screen
    #expect(
      screen.contains(
        """
        Leg pain (0-9, x = 10): 3
        How far down (0 back, 1 buttock, 2 thigh, 3 knee, 4 calf, 5 foot, 6 toes): calf
        Which side (l left, r right, 2 both): left
        Numbness in the leg or foot (y/n): no
        Tingling or pins and needles (y/n): yes
        Weakness in the leg or foot, new or worse (y/n, k known and unchanged): no
        New or worse (n no, 1 numb or tingling between legs, 2 bladder/bowel, 3 both): no
        Back pain (0-9, x = 10): 1
        Hours sitting (0-24, then Enter): unknown
        Stress (0-9, x = 10): unknown
        Mood (0-9, x = 10): unknown
        Medication: unknown
        Note: unknown
        """))
    #expect(screen.contains("Check-in: leg 3, back 1, left, down to the calf"))
    #expect(screen.contains("Not right? Undo it with: nerve undo"))
  }

  @Test func `b and Backspace go back, and lines can be corrected`() throws {
    let window = try asked(TerminalWindow())
    try window.press("x", "b", "4", "BSpace", "2", "k", "r", "n", "n", "n", "n", "0")
    try window.waits(for: "Hours sitting (0-24, then Enter): ")
    // An arrow sends letters that must not count.
    try window.press("9", "BSpace", "7", "Up", ".", "5", "Enter")
    try window.waits(for: "Stress")
    try window.press("Up", "Enter", "Enter", "Enter")
    try window.waits(for: "Note: ")
    try window.enter("läuft gut")
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["2|3|right|0|0|0|0|7.5|läuft gut"])
    let screen = try window.screen
    #expect(screen.contains("Hours sitting (0-24, then Enter): 7.5\n"))
    #expect(screen.contains("Note: läuft gut\n"))
  }

  @Test func `Ctrl-C leaves the journal as it was, to the byte`() throws {
    let window = try asked(TerminalWindow())
    let path = window.home["journal.sqlite"]
    let before = FileManager.default.contents(atPath: path)
    #expect(before != nil)
    try window.press("3", "c", "l", "y")
    try window.waits(for: "Tingling or pins and needles (y/n):")
    try window.press("C-c")
    try ends(window, with: 130)
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(try window.screen.contains("nerve: Stopped; nothing was logged.\n"))
  }

  @Test func `Ctrl-C while a line is typed leaves nothing either`() throws {
    let window = try asked(TerminalWindow())
    try window.press("0", "n", "n", "n", "n", "0", "7")
    try window.waits(for: "Hours sitting (0-24, then Enter): 7")
    try window.press("C-c")
    try ends(window, with: 130)
    #expect(try checkIns(window) == [])
  }

  @Test func `Ctrl-C in a new home leaves no journal`() throws {
    let window = try TerminalWindow()
    try window.enter(Self.checkIn())
    try window.waits(for: "Did you run?")
    try window.enter("8km 50m")
    try window.waits(for: "Leg pain (0-9, x = 10):")
    try window.press("3", "C-c")
    try ends(window, with: 130)
    #expect(!FileManager.default.fileExists(atPath: window.home["journal.sqlite"]))
  }

  @Test func `Ctrl-D saves what is there`() throws {
    let window = try asked(TerminalWindow())
    try window.press("3", "c")
    try window.waits(for: "Which side (l left, r right, 2 both):")
    try window.press("C-d")
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["3|4|NULL|NULL|NULL|NULL|NULL|NULL|NULL"])
  }

  @Test func `Ctrl-D behind a line saves the line too`() throws {
    let window = try asked(TerminalWindow())
    try window.press("0", "n", "n", "n", "n", "0", "7")
    try window.waits(for: "Hours sitting (0-24, then Enter): 7")
    try window.press("C-d")
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["0|NULL|NULL|0|0|0|0|7.0|NULL"])
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)])
  func `A signal leaves the terminal and the journal as they were`(
    signal: Int32, status: Int
  ) throws {
    let window = try asked(
      TerminalWindow(),
      Self.checkIn("sh -c 'echo $$ > pid; exec nerve checkin --evening'"))
    let path = window.home["journal.sqlite"]
    let before = FileManager.default.contents(atPath: path)
    try window.press("3")
    try window.waits(for: "How far down")
    let process = try #require(pid_t(try window.line(of: "pid")))
    #expect(kill(process, signal) == 0)
    try ends(window, with: status)
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func `A new size of the window disturbs nothing`() throws {
    let window = try asked(TerminalWindow())
    try window.press("3")
    try window.waits(for: "How far down")
    try window.resize(columns: 60, rows: 20)
    try window.press("c")
    try window.waits(for: "Which side (l left, r right, 2 both):")
    try window.resize(columns: 120, rows: 50)
    try window.press("l", "n", "n", "n", "n", "1", "8")
    try window.waits(for: "Hours sitting (0-24, then Enter): 8")
    try window.resize(columns: 80, rows: 24)
    try window.press("BSpace", "9", "Enter", "C-d")
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["3|4|left|0|0|0|1|9.0|NULL"])
  }

  @Test func `Ctrl-Z gives the terminal to the shell and takes it back`() throws {
    let window = try asked(
      TerminalWindow(),
      "set -m; stty -a | tail -n +2 > before; nerve checkin --evening; "
        + "stty -a | tail -n +2 > stopped")
    try window.press("3")
    try window.waits(for: "How far down")
    try window.press("C-z")
    #expect(try window.line(of: "stopped") == window.line(of: "before"))
    try window.enter(
      "clear; fg; echo $? > status; stty -a | tail -n +2 > after; echo ended > end")
    try window.waits(for: "6 toes):")
    try window.press("k", "C-d")
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["3|3|NULL|NULL|NULL|NULL|NULL|NULL|NULL"])
  }

  @Test func `Ctrl-C in the middle of several days keeps those that are done`() throws {
    let window = try TerminalWindow()
    try window.enter("nerve pain 2 --on -3d > logged 2>&1; echo done > ready")
    _ = try window.line(of: "ready")
    try window.enter(Self.checkIn("nerve checkin --since-last"))
    try window.waits(for: "1 of 3")
    try window.enter("n")
    try window.press("5", "c", "n", "n")
    try window.waits(for: "2 of 3")
    try window.enter("")
    try window.press("6")
    try window.press("C-c")
    try ends(window, with: 130)
    #expect(
      try window.screen.contains(
        "nerve: Stopped; nothing was logged for this day, but earlier days are in the"))
    #expect(
      try JournalFile(path: window.home["journal.sqlite"]).rows(
        "SELECT leg_pain, reach FROM check_in ORDER BY id") == ["2|NULL", "5|4"])
  }

  @Test func `Answers from a pipe are lines, at a terminal too`() throws {
    let window = try TerminalWindow()
    try window.enter("nerve run 8km > logged 2>&1")
    try window.enter(
      Self.checkIn("printf '3\\nb\\n4\\ncalf\\n\\nn\\n' | nerve checkin --evening"))
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["4|4|NULL|0|NULL|NULL|NULL|NULL|NULL"])
  }

  @Test func `A terminal that knows nothing takes lines`() throws {
    let window = try TerminalWindow(variables: ["TERM": "dumb"])
    try window.enter("nerve run 8km > logged 2>&1")
    try window.enter(Self.checkIn())
    try window.waits(for: "Leg pain (0-10):")
    try window.enter("3")
    try window.waits(for: "How far down")
    try window.enter("calf")
    try window.waits(for: "Which side")
    try window.press("C-d")
    try ends(window, with: 0)
    #expect(try checkIns(window) == ["3|4|NULL|NULL|NULL|NULL|NULL|NULL|NULL"])
  }
}
