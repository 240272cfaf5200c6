import CivilDay
import Foundation

/// A document with lines as they stand on a terminal: what was typed after `$`,
/// and below it what was answered.
///
/// In Markdown they stand in blocks marked `console`. Comments that no reader
/// sees say what a terminal would not show:
///
///     <!-- clock 2026-11-23 06:52 -->   the time from here on
///     <!-- answers n -->                what is typed when the next command asks
///     <!-- keys 3 c Enter 8km_50m -->   what comes through a pipe instead; _ is a blank
///     <!-- file days.csv -->            the next block is the content of a file
///     <!-- sample a.sqlite 2026-10-31 --> a made-up journal, and its last day
///     <!-- hints hidden -->             without the hints at nerve undo, or shown
///     <!-- lines 12 -->                only the first lines of the next answer
///     <!-- width 80 -->                 a terminal of so many columns from here on
struct ConsoleDocument {
  /// A piece of the document.
  enum Piece: Equatable {
    /// Lines that are neither typed nor answered.
    case text([String])
    /// What a comment says: its first word, and the rest.
    case directive(String, [String])
    /// A command, the lines that it fills, and those that were answered.
    case command(String, typed: [String], answer: [String])
    /// The lines of a block that is not of the console.
    case block([String])
  }

  let pieces: [Piece]

  /// Takes a document apart.
  init(_ text: String) {
    var pieces: [Piece] = []
    var lines = text.components(separatedBy: "\n")[...]
    var fence: String?
    var block: [String] = []
    while let line = lines.popFirst() {
      if let open = fence {
        if line == "```" {
          fence = nil
          pieces += open == "```console" ? Self.commands(block) : [.block(block)]
          pieces.append(.text([line]))
        } else {
          block.append(line)
        }
      } else {
        if line.hasPrefix("```") { (fence, block) = (line, []) }
        if let (name, words) = Self.directive(line) {
          pieces.append(.directive(name, words))
        }
        pieces.append(.text([line]))
      }
    }
    self.pieces = pieces
  }

  /// What a line says that is one whole comment.
  private static func directive(_ line: String) -> (String, [String])? {
    guard line.hasPrefix("<!-- "), line.hasSuffix(" -->") else { return nil }
    let words = line.dropFirst(5).dropLast(4).split(separator: " ").map(String.init)
    return words.first.map { ($0, Array(words.dropFirst())) }
  }

  /// The commands of a block; what stands before the first is text.
  private static func commands(_ block: [String]) -> [Piece] {
    var pieces: [Piece] = []
    var lines = block[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix("$ ") else {
        pieces.append(.text([line]))
        continue
      }
      var typed = [line]
      while typed.last?.hasSuffix("\\") == true, let next = lines.popFirst() { typed.append(next) }
      var answer: [String] = []
      while let next = lines.first, !next.hasPrefix("$ ") {
        answer.append(next)
        lines.removeFirst()
      }
      // The blank line before the next command is no answer.
      var blank = 0
      while answer.last == "" {
        answer.removeLast()
        blank += 1
      }
      let command = typed.map { $0.hasSuffix("\\") ? String($0.dropLast()) : $0 }.joined()
      pieces.append(.command(String(command.dropFirst(2)), typed: typed, answer: answer))
      if blank > 0 { pieces.append(.text(Array(repeating: "", count: blank))) }
    }
    return pieces
  }
}
