import CivilDay
import Foundation
import Platform
import Testing

@testable import JournalCLI

/// Types what a ``ConsoleDocument`` says at a new runner's terminal.
///
/// The journal lies where it does for everybody, in a home that was empty. What
/// is answered is both streams, as a terminal shows them.
final class ConsolePlayer {
  private let home: TemporaryFolder
  // In UTC, as is the clock of SQLite, by which it is known when something was done.
  private var clock = LocalMoment(
    day: Desk.monday.day, secondOfDay: Desk.monday.secondOfDay, utcOffsetMinutes: 0)
  private var answers: [String]?
  private var piped: [String] = []
  private var width: Int?
  private var fileName: String?
  private var mostLines: Int?
  private var showsHints = true

  init() throws {
    home = try TemporaryFolder()
  }

  /// Plays a document.
  ///
  /// - Returns: The document with what is answered now.
  func play(_ document: ConsoleDocument) throws -> String {
    try document.pieces.flatMap { piece -> [String] in
      switch piece {
      case .text(let lines): return lines
      case .directive(let name, let words):
        try follow(name, words)
        return []
      case .block(let lines):
        if let fileName { try home.write(lines.map { $0 + "\n" }.joined(), to: fileName) }
        fileName = nil
        return lines
      case .command(let line, let typed, _):
        return typed + (try answer(to: line))
      }
    }.joined(separator: "\n")
  }

  /// The lines that a command answers with.
  private func answer(to line: String) throws -> [String] {
    let words = try #require(shellWords(line), "a quote is open: \(line)")
    try #require(words.first == "nerve", "only nerve is played: \(line)")
    let screen = ByteBuffer()
    let answers = EchoedAnswers(answers, piped: piped, echo: screen)
    let home = home
    _ = Main.run(
      words.dropFirst().map { isFile($0) ? home[$0] : $0 },
      in: CommandContext(
        now: clock,
        variable: { ["HOME": home.path, "LANG": "C.UTF-8", "TERM": "xterm"][$0] },
        output: screen, messages: screen, answers: answers, terminalWidth: width,
        messageWidth: width,
        utcOffset: { _, _ in 0 }, localMoment: Self.moment, seed: { 4_711_081_500 }))
    (self.answers, piped) = (nil, [])
    try setTimes()
    var text = Self.withoutChance(screen.text)
      .replacingOccurrences(of: home.path + "/.local", with: "~/.local")
      .replacingOccurrences(of: home.path + "/", with: "")
    while text.hasSuffix("\n") { text.removeLast() }
    let lines = text.isEmpty ? [] : text.components(separatedBy: "\n")
    defer { mostLines = nil }
    return Array(lines.filter { showsHints || !Self.isHint($0) }.prefix(mostLines ?? .max))
  }

  /// A text in which identities of journals, marks of their paths, the room on the disk and
  /// SQLite's version are always the same.
  private static func withoutChance(_ text: String) -> String {
    [
      ("/[0-9a-f]{32}(?=[/:])", "/6d0b7f0c9e3a41528f60c1d2e3f4a5b6"),
      ("Z-([a-z]+)-[0-9a-f]{8}\\.sqlite", "Z-$1-5e0f6ab1.sqlite"),
      ("[0-9]+ MB free", "52000 MB free"), ("SQLite 3\\.[0-9]+\\.[0-9]+", "SQLite 3.40.1"),
    ].reduce(text) { text, rule in
      text.replacingOccurrences(of: rule.0, with: rule.1, options: .regularExpression)
    }
  }

  /// What the player's clock, which shows UTC, showed at a moment.
  private static func moment(at seconds: Int) -> LocalMoment {
    LocalMoment(
      day: Day(daysSince1970: seconds / 86_400), secondOfDay: seconds % 86_400,
      utcOffsetMinutes: 0)
  }

  private func follow(_ name: String, _ words: [String]) throws {
    let values = words.map { $0 == "Enter" ? "" : $0.replacingOccurrences(of: "_", with: " ") }
    switch name {
    case "clock":
      let day = try #require(Day(words[0]))
      let time = words[1].split(separator: ":").compactMap { Int($0) }
      clock = LocalMoment(
        day: day, secondOfDay: time[0] * 3600 + time[1] * 60, utcOffsetMinutes: 0)
    case "answers": answers = values
    case "keys": piped = values
    case "hints": showsHints = words == ["shown"]
    case "lines": mostLines = words.first.flatMap { Int($0) }
    case "width": width = words.first.flatMap { Int($0) }
    case "sample":
      try #require(words.count == 2)
      try home.makeFolder(String(words[0].prefix { $0 != "/" }))
      _ = try answer(to: "nerve sample \(words[0]) --until \(words[1])")
    case "file": fileName = words.first
    case "damage": try damage(home[try #require(words.first)])
    default: Issue.record("no comment of the console is called \(name)")
    }
  }

  /// Flips bits in an index of a journal, as a failing disk does.
  private func damage(_ path: String) throws {
    let file = JournalFile(path: path)
    let root = try #require(
      Int(file.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'check_in_by_day'")[0]))
    let size = try #require(Int(file.rows("PRAGMA page_size")[0]))
    var bytes = try Data(contentsOf: URL(filePath: path))
    // The number of cells of the page.
    bytes[(root - 1) * size + 4] ^= 1
    try bytes.write(to: URL(filePath: path))
  }

  /// Whether a line says how to take back, or bring back, what was done above it.
  private static func isHint(_ line: String) -> Bool {
    line == "Not right? Undo it with: nerve undo"
      || line.hasPrefix("Redo it with: nerve")
  }

  private func isFile(_ word: String) -> Bool {
    let endings = [".sqlite", ".csv", ".json", ".gpx", ".html", ".txt"]
    return !word.contains(" ") && endings.contains { word.hasSuffix($0) }
  }

  /// Lets the actions that were just done have been done at the time of the
  /// clock: SQLite has one of its own.
  private func setTimes() throws {
    let now = "strftime('%Y-%m-%dT%H:%M:%SZ', '\(clock.day)', '\(clock.secondOfDay) seconds')"
    let recently = ">= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 hour')"
    for name in [".local/share/nerve/journal.sqlite", "demo/sample.sqlite"] {
      let path = home[name]
      guard FileManager.default.fileExists(atPath: path) else { continue }
      try JournalFile(path: path).run(
        """
        UPDATE action SET done_at = \(now) WHERE done_at \(recently);
        UPDATE trial_look SET looked_at = \(now) WHERE looked_at \(recently);
        """)
    }
  }
}

/// Answers that a terminal shows as they are typed.
private final class EchoedAnswers: AnswerSource {
  private let answers: ReadyAnswers
  private let echo: ByteBuffer

  init(_ lines: [String]?, piped: [String], echo: ByteBuffer) {
    answers = ReadyAnswers(lines, piped: piped)
    self.echo = echo
  }

  var isInteractive: Bool { answers.isInteractive }

  func nextLine() -> String? {
    let line = answers.nextLine()
    if isInteractive, let line { echo.write(Array("\(line)\n".utf8)) }
    return line
  }
}
