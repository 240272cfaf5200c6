import Foundation
import Testing

/// The reference material beside the checkout: data of real people and expected
/// results, which the project does not ship.
enum Shared {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  static let isPresent = FileManager.default.fileExists(
    atPath: folder.appending(path: "data/reference").path)

  /// The trait of every test that reads `folder`.
  static var isNeeded: ConditionTrait {
    .enabled(if: isPresent, "needs the reference data in ../shared")
  }

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func json(_ name: String) throws -> ReadJSON {
    try ReadJSON(data: Data(contentsOf: folder.appending(path: name)))
  }

  /// The names of the files of a folder that end in `suffix`; none without the
  /// reference material.
  static func names(in path: String, suffix: String) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path))
      ?? []
    return names.filter { $0.hasSuffix(suffix) }.sorted()
  }

  /// The records of a CSV file, each by the names of the header.
  static func table(_ name: String) throws -> [[String: String]] {
    try table(at: path(name))
  }

  /// The records of any CSV file.
  static func table(at path: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.split(whereSeparator: \.isNewline).map(fields)
    let header = lines.removeFirst()
    return try lines.map { fields in
      try #require(fields.count == header.count, "\(path): \(fields.count) fields")
      return Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  /// The fields of a line, in which commas may stand between quotes.
  private static func fields(_ line: some StringProtocol) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
