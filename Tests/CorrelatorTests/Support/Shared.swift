import CivilDay
import Correlator
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
    atPath: folder.appending(path: "method/fixtures").path)

  /// The trait of every test that reads `folder`.
  static var isNeeded: ConditionTrait {
    .enabled(if: isPresent, "needs the reference data in ../shared")
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static func json(_ path: String) throws -> JSON {
    try JSON(data: Data(contentsOf: folder.appending(path: path)))
  }

  /// A CSV with the header `date,load,pain`; an empty field is unknown.
  static func diary(_ path: String) throws -> (load: DailySeries, pain: DailySeries) {
    var values: [Day: (Double?, Double?)] = [:]
    for line in try text(path).split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      try #require(fields.count == 3, "\(path): \(line)")
      values[try #require(Day(fields[0]))] = (Double(fields[1]), Double(fields[2]))
    }
    let first = try #require(values.keys.min())
    let last = try #require(values.keys.max())
    let days = (first...last).map { values[$0] ?? (nil, nil) }
    return (
      DailySeries(firstDay: first, values: days.map(\.0)),
      DailySeries(firstDay: first, values: days.map(\.1))
    )
  }
}
