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
  static let all = [folder, Shared.folder.appending(path: "method/fixtures")].flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      (try? ReadJSON(data: Data(contentsOf: folder.appending(path: name))))
        .flatMap(DiaryFixture.init)
    }
  }

  private init?(_ json: ReadJSON) {
    guard let name = json["name"].string, !json["expected"]["by_lag"].array.isEmpty else {
      return nil
    }
    (self.name, self.json) = (name, json)
  }

  /// The diary called `name`.
  static func named(_ name: String) throws -> DiaryFixture {
    try #require(all.first { $0.name == name }, "the diary \(name) is shipped")
  }

  /// Its days as `--csv` takes them.
  var csv: String {
    // 2024-01-01 was a Monday.
    let first = Day(daysSince1970: 19_723) + (json["weekday0"].int ?? 0)
    let rows = zip(json["load"].numbers, json["pain"].numbers).enumerated().map { index, values in
      "\(first + index),\(values.0.map { "\($0)" } ?? ""),\(values.1.map { "\($0)" } ?? "")\n"
    }
    return "date,load,pain\n" + rows.joined()
  }
}
