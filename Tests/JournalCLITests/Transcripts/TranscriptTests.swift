import ArgumentParser
import Foundation
import Testing
@testable import JSONText
@testable import JournalCLI

/// What is typed and answered, word for word: in the documents that people read,
/// and in a transcript for every command.
///
/// After an intended change: `NERVE_UPDATE_GOLDEN=1 swift test --filter
/// TranscriptTests`, and read what changed before committing it.
@Suite struct TranscriptTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = root.appending(path: "Tests/JournalCLITests/Transcripts/Commands")

  /// The documents and transcripts, by their paths in the project.
  private static let documents: [String] = {
    let transcripts = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let pages = [
      "tutorial", "forgetful-week", "broken-laptop", "commands", "answers", "sql", "sql-functions",
      "inbox",
    ]
    return ["README.md"] + pages.map { "Documentation/\($0).md" }
      + transcripts.sorted().map { "Tests/JournalCLITests/Transcripts/Commands/\($0)" }
  }()

  @Test(arguments: documents)
  func `Every answer is the one that is given`(_ path: String) throws {
    let file = Self.root.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    let played = try ConsolePlayer().play(ConsoleDocument(text))
    if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
      try Data(played.utf8).write(to: file)
    }
    let different = zip(
      played.components(separatedBy: "\n"), text.components(separatedBy: "\n")
    ).first { $0 != $1 }
    #expect(different?.0 == different?.1)
    // Of two long texts the first line that differs says more than both.
    let isSame = played == text
    #expect(isSame)
  }

  /// The commands that stand in a document, without the word `nerve`.
  private static func commands(in path: String) throws -> [[String]] {
    let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    return ConsoleDocument(text).pieces.compactMap { piece in
      guard case .command(let line, _, _) = piece else { return nil }
      return shellWords(line).map { Array($0.dropFirst()) }
    }
  }

  @Test(arguments: HelpTests.commands)
  func `Every command has its transcript, in text and in JSON where it has both`(
    _ command: String
  ) throws {
    let words = command.split(separator: " ").map(String.init)
    let path = CommandPath(words)
    // What only holds others does nothing of its own.
    guard path.subcommandNames.isEmpty else { return }
    let name = try #require(words.first)
    let typed = try Self.commands(in: "Tests/JournalCLITests/Transcripts/Commands/\(name).md")
      .filter { CommandPath($0).names == words }
    let isJSON = { (words: [String]) in words.contains("--json") }
    #expect(typed.contains { !isJSON($0) }, "\(command) in text")
    if path.command.helpMessage().contains("--json") {
      #expect(typed.contains(where: isJSON), "\(command) in JSON")
    }
  }

  @Test(arguments: HelpTests.commands)
  func `Every command is in the table of commands`(_ command: String) throws {
    let text = try String(
      contentsOf: Self.root.appending(path: "Documentation/commands.md"), encoding: .utf8)
    let table = text.split(separator: "\n").filter { $0.hasPrefix("| `nerve") }
      .joined(separator: "\n")
    let inside = CommandPath(command.split(separator: " ").map(String.init)).subcommandNames
    let isTold =
      ["`nerve \(command)", "`\(command)"].contains { table.contains($0) }
      // What can be edited are the kinds of entries.
      || command.hasPrefix("edit ")
      // What only holds others is told by them.
      || !inside.isEmpty && inside.allSatisfy { table.contains("\(command) \($0)") }
    #expect(isTold, "\(command)")
  }
}
