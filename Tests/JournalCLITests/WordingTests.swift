import Foundation
import Testing

@testable import JournalCLI

/// What `Documentation/wording.md` bans, searched for in everything that a person reads.
@Suite struct WordingTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The banned phrases, each with what to say instead.
  struct Bans {
    let instead: [String: String]
    private let pattern: NSRegularExpression

    init(_ instead: [String: String]) throws {
      self.instead = instead
      let phrases = instead.keys.sorted { $0.count > $1.count }.map { phrase in
        phrase.split(separator: " ").map { NSRegularExpression.escapedPattern(for: String($0)) }
          .joined(separator: "\\s+")
      }
      pattern = try NSRegularExpression(
        pattern: "(?<!\\w)(?:\(phrases.joined(separator: "|")))(?!\\w)",
        options: .caseInsensitive)
    }

    /// Each banned phrase in `text`, as whole words, with what follows it.
    func found(in text: String) -> [String] {
      pattern.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
        guard let range = Range(match.range, in: text) else { return nil }
        let phrase = text[range].lowercased().split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        let excerpt = text[range.lowerBound...].prefix(60).split(whereSeparator: \.isNewline)
        return "\(excerpt.joined(separator: " ")): say '\(instead[phrase] ?? "")'"
      }
    }
  }

  private static func text(of url: URL) throws -> String {
    try String(contentsOf: url, encoding: .utf8)
  }

  private static func bans() throws -> Bans {
    let page = try text(of: root.appending(path: "Documentation/wording.md"))
    let table = try #require(page.range(of: "## Banned phrases")).upperBound
    let rows = page[table...].split(separator: "\n").compactMap { line -> (String, String)? in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("|"), cells.count == 2, cells[1] != "not", cells[1].contains(/\w/)
      else { return nil }
      return (cells[1].lowercased(), cells[0])
    }
    return try Bans(Dictionary(rows) { first, _ in first })
  }

  /// The files below `folder` whose names end so.
  private static func files(in folder: String, ending: String) -> [URL] {
    let found = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (found?.allObjects as? [URL] ?? []).filter { $0.path.hasSuffix(ending) }
  }

  /// The sentences among the string literals of Swift code; a single word may be one that
  /// people type.
  private static func sentences(in code: String) -> [String] {
    var code = code.replacing(/(?m)^\s*\/\/.*$/, with: "")
    var found = code.matches(of: /(?s)"""(.*?)"""/).map {
      String($0.output.1).replacing(/\\\n\s*/, with: "")
    }
    code.replace(/(?s)""".*?"""/, with: "")
    code.replace(/"\s*\n\s*\+\s*"/, with: "")
    found += code.matches(of: /"((?:\\.|[^"\\\n])*)"/).map { String($0.output.1) }
    return found.filter { $0.contains(" ") }
  }

  private func expectNone(in texts: [(name: String, text: String)]) throws {
    let bans = try Self.bans()
    #expect(bans.instead.count > 200)
    for (name, text) in texts { #expect(bans.found(in: text) == [], "\(name)") }
  }

  @Test func `The program says nothing that the wording bans`() throws {
    let sources = Self.files(in: "Sources", ending: ".swift")
    #expect(sources.count > 300)
    try expectNone(
      in: sources.map { url in
        (url.lastPathComponent, Self.sentences(in: try Self.text(of: url)).joined(separator: "\n"))
      })
  }

  @Test func `Saved queries and the data dictionary say nothing that the wording bans`() throws {
    let pages =
      Self.files(in: "Sources", ending: ".sql") + Self.files(in: "Sources", ending: ".md")
    #expect(pages.count > 25)
    try expectNone(in: pages.map { ($0.lastPathComponent, try Self.text(of: $0)) })
  }

  @Test func `The documentation says nothing that the wording bans`() throws {
    let pages =
      Self.files(in: "Documentation", ending: ".md").filter {
        $0.lastPathComponent != "wording.md"
      } + ["README.md", "CONTRIBUTING.md"].map { Self.root.appending(path: $0) }
    #expect(pages.count > 10)
    try expectNone(in: pages.map { ($0.lastPathComponent, try Self.text(of: $0)) })
  }

  @Test func `A banned phrase is found across lines, and only as whole words`() throws {
    let bans = try Bans(["lasts already": "is already in progress"])
    #expect(bans.found(in: "A flare-up Lasts\n  already, since May.").count == 1)
    #expect(bans.found(in: "It outlasts already open ones.") == [])
    #expect(
      Self.sentences(in: "// \"no comment here\"\nlet a = \"It lasts \"\n  + \"already.\"")
        == ["It lasts already."])
  }
}
