import Foundation
import Testing

@testable import JournalCLI

/// Something typed, or found, that a command cannot work with.
///
/// Where a value stands for what a person might type, it holds `zq9`.
struct Misuse: CustomTestStringConvertible, Sendable {
  /// What the shell would pass on; bytes, since they need not be text.
  var arguments: [[UInt8]]
  /// The exit status: 64 for what was typed, 1 for what was found.
  var status: Int32
  /// A part of the sentence that is expected.
  var told = ""
  var input = BuiltBinary.Input.empty
  var output = BuiltBinary.Output.captured
  /// Whether a report of refused rows stands on the output.
  var reports = false
  /// What to do to the home before.
  var prepare: (@Sendable (inout BuiltBinary) throws -> Void)?
  var testDescription: String

  /// Something wrong with the words after `nerve`, as a shell splits them.
  static func usage(_ line: String, _ told: String = "") -> Misuse {
    Misuse(line: line, status: 64, told: told)
  }

  /// Something wrong with what the words name.
  static func failure(_ line: String, _ told: String = "") -> Misuse {
    Misuse(line: line, status: 1, told: told)
  }

  init(line: String, status: Int32, told: String = "") {
    let words = shellWords(line) ?? []
    arguments = words.map { Array($0.utf8) }
    self.status = status
    self.told = told
    testDescription = String(line.prefix(70))
  }

  /// Whether it takes a process of its own: what it meets is the system's, or may lie
  /// in the folder that it is typed in.
  var needsProcess: Bool {
    guard case .empty = input, case .captured = output, prepare == nil else { return true }
    let words = arguments.compactMap { String(validating: $0, as: UTF8.self) }
    guard words.count == arguments.count, let command = words.first else { return true }
    let commands = ["completions", "export", "import", "sample", "shell", "sql"]
    let endings = [".csv", ".json", ".html", ".md", ".sql", ".sqlite", ".svg"]
    return commands.contains(command)
      || words.contains { word in
        word == "-" || word == "." || word == "-o" || word.hasPrefix("/")
          || endings.contains { word.hasSuffix($0) }
      }
  }

  /// The same with other circumstances.
  func with(_ change: (inout Misuse) -> Void) -> Misuse {
    var copy = self
    change(&copy)
    return copy
  }

  /// The same with a file of these bytes in the home.
  func with(file name: String = "file.csv", _ bytes: [UInt8]) -> Misuse {
    with { $0.prepare = { binary in try binary.home.write(bytes, to: name) } }
  }

  /// The same with a file of this text in the home.
  func with(file name: String = "file.csv", _ text: String) -> Misuse {
    with(file: name, Array(text.utf8))
  }
}

/// A home with a journal in it that misuse must not change.
enum MisuseStage {
  /// The bytes of a journal with a few entries.
  static let journal: [UInt8]? = {
    guard let desk = try? Desk() else { return nil }
    for command in [
      ["shoe", "add", "Pegasus 40"], ["shoe", "add", "Novablast"], ["shoe", "add", "Nova"],
      ["run", "8.2km", "45:10", "--rpe", "6", "--shoe", "peg", "--on", "2026-11-20"],
      ["pain", "4", "--on", "2026-11-21", "--note", "private"],
      ["stretch", "piriformis", "3x30s", "--on", "2026-11-21"],
      ["flare", "start", "--on", "2026-11-01"], ["flare", "end", "--on", "2026-11-03"],
    ] where desk.nerve(command).status != 0 {
      return nil
    }
    let path = desk.folder["journal.sqlite"]
    // Closing it brings everything into the one file.
    _ = try? JournalFile(path: path).rows("PRAGMA wal_checkpoint")
    return FileManager.default.contents(atPath: path).map { Array($0) }
  }()

  /// Runs `misuse` in a home of its own and checks what is left.
  static func check(_ misuse: Misuse) throws {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = try binary.home.write(
      try #require(journal), to: "journal.sqlite")
    try misuse.prepare?(&binary)
    let home = binary.home
    let before = try (contents: home.contents, bytes: home.bytes())

    let result =
      try misuse.needsProcess
      ? binary.run(bytes: misuse.arguments, input: misuse.input, output: misuse.output)
      : binary.runInProcess(misuse.arguments)

    #expect(result.status == misuse.status, "\(result.messages)")
    #expect(result.output.isEmpty != misuse.reports, "\(result.output)")
    // Under a mistake in SQL stand its line and a caret, indented.
    let isSQL = ["sql", "query", "compare"].map { Array($0.utf8) }.contains(misuse.arguments.first)
    let line = result.messages.split(separator: "\n")
      .filter { !isSQL || !$0.hasPrefix("  ") }
      .map { "\($0)\n" }.joined()
    #expect(!result.messages.contains("private"))
    #expect(line.hasPrefix("nerve: "))
    #expect(line.hasSuffix("\n"))
    #expect(line.split(separator: "\n", omittingEmptySubsequences: false).count == 2, "\(line)")
    #expect(misuse.told.isEmpty || line.contains(misuse.told), "\(line)")
    #expect(line.count > 20 && line.count < 400, "\(line)")
    let first = line.dropFirst("nerve: ".count).first
    #expect(
      first?.isLetter == true || first == "-" || first == "'",
      "\(line)")
    for sign in [
      "private", "Error:", "error:", "rror(", "sage:", "USAGE", "OVERVIEW", "Fatal", "..\n",
      "?.", ":.", "  ", "Optional", "Swift",
    ] {
      #expect(!line.contains(sign), "\(sign) in: \(line)")
    }
    #expect(try home.contents == before.contents)
    // What is the same to the byte, with nothing in the log beside it, was not changed.
    let log = FileManager.default.contents(atPath: home["journal.sqlite-wal"])
    if try home.bytes() != before.bytes || log?.isEmpty == false {
      let earlier = try TemporaryFolder()
      for (name, bytes) in before.bytes { try earlier.write(Array(bytes), to: name) }
      #expect(try home.state() == earlier.state())
    }
  }
}

extension BuiltBinary {
  /// What the program says to `arguments`, without a process of its own.
  fileprivate func runInProcess(_ arguments: [[UInt8]]) throws -> Transcript {
    var desk = try Desk()
    desk.variables = variables.merging(["HOME": home.path]) { $1 }
    return desk.nerve(arguments.map { String(decoding: $0, as: UTF8.self) })
  }
}

extension TemporaryFolder {
  /// The bytes of its files.
  fileprivate func bytes() throws -> [String: Data] {
    try contents.reduce(into: [:]) { $0[$1] = FileManager.default.contents(atPath: self[$1]) }
  }

  /// What its files hold: a journal's dump, the bytes of other files.
  fileprivate func state() throws -> [String: String] {
    var state: [String: String] = [:]
    for name in try contents {
      guard let bytes = FileManager.default.contents(atPath: self[name]) else { continue }
      state[name] =
        bytes.starts(with: Array("SQLite format 3\0NRVE".utf8.prefix(16)))
        ? (try? JournalFile(path: self[name]).dump) ?? "\(bytes.hashValue)"
        : "\(bytes.hashValue)"
    }
    return state
  }
}
