import CivilDay
import Foundation
import Testing

/// A made-up diary with what an independent computation makes of it, as
/// `CorrelatorTests` has them; where the reference material lies beside the
/// checkout, its simulated diaries come after them.
struct DiaryFixture: CustomTestStringConvertible, Sendable {
  let name: String
  let json: ReadJSON

  var testDescription: String { name }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "CorrelatorTests/Fixtures")

  /// All that have a profile of lags.
  static let all = everything.filter { !$0.json["expected"]["by_lag"].array.isEmpty }

  /// All that have a verdict.
  static let withVerdict = everything.filter { !$0.json["expected"]["verdict"].isNull }

  private static let everything = [folder, Shared.folder.appending(path: "method/fixtures")].flatMap
  { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      (try? ReadJSON(data: Data(contentsOf: folder.appending(path: name))))
        .flatMap(DiaryFixture.init)
    }
  }

  private init?(_ json: ReadJSON) {
    guard let name = json["name"].string, !json["expected"].isNull else { return nil }
    (self.name, self.json) = (name, json)
  }

  /// The diary called `name`.
  static func named(_ name: String) throws -> DiaryFixture {
    try #require(all.first { $0.name == name }, "the diary \(name) is shipped")
  }

  /// Its days as `--csv` takes them, with every column that it has.
  var csv: String {
    // 2024-01-01 was a Monday.
    let first = Day(daysSince1970: 19_723) + (json["weekday0"].int ?? 0)
    let names = json["day"].keys
    let columns =
      [json["load"].numbers, json["pain"].numbers] + names.map { json["day"][$0].numbers }
    let rows = columns[0].indices.map { index in
      "\(first + index),"
        + columns.map { $0[index].map { "\($0)" } ?? "" }.joined(separator: ",") + "\n"
    }
    return (["date", "load", "pain"] + names).joined(separator: ",") + "\n" + rows.joined()
  }
}
