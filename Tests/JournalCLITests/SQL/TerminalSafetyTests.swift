import Foundation
import JournalStore
import Presentation
import Testing

@testable import JournalCLI

/// Notes from elsewhere do not control the terminal, in whatever format.
@Suite struct TerminalSafetyTests {
  /// An escape sequence, a bell, a return to the start of the line, the escape of
  /// eight bits, and a change of direction.
  private static let note = "a\u{1B}]0;x\u{7}b\rc\u{9B}2Jd\u{202E}e\u{7F}"

  private func desk(width: Int?) throws -> Desk {
    var desk = try Desk.prepared { desk in
      desk.results("pain", "4")
      try JournalFile(path: desk.folder["journal.sqlite"])
        .run("UPDATE check_in SET note = '\(Self.note)'")
    }
    desk.width = width
    return desk
  }

  private func obeyed(in text: String) -> [Unicode.Scalar] {
    // Line ends of CSV are no returns.
    let plain = text.unicodeScalars.split(separator: "\n").flatMap { line in
      line.last == "\r" ? Array(line.dropLast()) : Array(line)
    }
    return plain.filter { $0 != "\t" && ($0.value < 0x20 || 0x7F...0x9F ~= $0.value) }
      + plain.filter { $0 == "\u{202E}" }
  }

  @Test(arguments: QueryFormat.allCases.map(\.rawValue))
  func `A terminal gets nothing that it would obey, not in the names of columns either`(
    format: String
  ) throws {
    let desk = try desk(width: 100)
    let sql = "SELECT note, note AS \"\(Self.note)\", id FROM check_in"
    let shown = desk.results("sql", sql, "--format", format)
    #expect(obeyed(in: shown) == [])
    #expect(shown.contains("]0;x"))
    if format == "json" {
      #expect(try ReadJSON(shown)[0]["note"].string == Self.note)
    }
  }

  @Test(arguments: ["csv", "json", "markdown", "plain", "text"])
  func `Other commands keep to it`(format: String) throws {
    let shown = try desk(width: 100).results("list", "--format", format)
    #expect(obeyed(in: shown) == [])
    #expect(shown.contains("]0;x"))
  }

  @Test func `Names in an archive are shown, not obeyed`() throws {
    var desk = try Desk()
    desk.width = 100
    let archive = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzzing/Seeds/archive/names.zip")
    for format in [[], ["--json"]] {
      let result = desk.nerve(["import", archive.path] + format)
      #expect(result.status == 1)
      #expect(obeyed(in: result.output + result.messages) == [])
      #expect((result.output + result.messages).contains("]0;owned"))
    }
  }

  @Test(arguments: [("csv", "\r\n"), ("tsv", "\n")])
  func `A pipe and a file get every byte`(format: String, end: String) throws {
    let sql = "SELECT note FROM check_in"
    let quoted = "\"\(Self.note)\""
    let desk = try desk(width: nil)
    #expect(desk.results("sql", sql, "--format", format) == "note\(end)\(quoted)\(end)")
    let atTerminal = try self.desk(width: 100)
    let path = atTerminal.folder["a.\(format)"]
    #expect(atTerminal.results("sql", sql, "-o", path).isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "note\(end)\(quoted)\(end)")
  }
}
