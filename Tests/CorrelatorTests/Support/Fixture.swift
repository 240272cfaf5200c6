import CivilDay
import Correlator
import Foundation
import Testing

/// A made-up diary with what an independent computation makes of it.
///
/// Those in `Fixtures` are by `Reference/make_fixtures.py`; where the reference
/// material lies beside the checkout, its simulated diaries come after them.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  let load: DailySeries
  let pain: DailySeries
  /// Load, pain and what else the days held, rated in the morning unless the file
  /// says otherwise.
  let diary: Diary
  /// The smallest effect that matters.
  let limit: Double
  let expected: JSON

  var testDescription: String { name }

  /// The folder of those that the project ships.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

  /// All fixtures with a profile of lags.
  static let all = (own + shared).filter { !$0.expected["by_lag"].array.isEmpty }

  /// All fixtures with a verdict.
  static let withVerdict = (own + shared).filter { !$0.expected["verdict"].isNull }

  private static let shared = diaries(in: Shared.folder.appending(path: "method/fixtures"))

  /// Those that the project ships.
  static let own = diaries(in: folder)

  /// The tables of distributions and corrections in `Fixtures`, and those of the
  /// reference material, where it is, in the files called `shared`.
  static func tables(_ shared: String) throws -> [JSON] {
    let own = folder.appending(path: "tables.json")
    let other = Shared.folder.appending(path: "method/fixtures/\(shared)")
    return try ([own] + (Shared.isPresent ? [other] : [])).map {
      try JSON(data: Data(contentsOf: $0))
    }
  }

  private static func diaries(in folder: URL) -> [Fixture] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      (try? JSON(data: Data(contentsOf: folder.appending(path: name)))).flatMap(Fixture.init)
    }
  }

  private init?(_ json: JSON) {
    guard let name = json["name"].string, let weekday = json["weekday0"].int else { return nil }
    self.name = name
    // 2024-01-01 was a Monday.
    let firstDay = (Day("2024-01-01") ?? Day(daysSince1970: 0)) + weekday
    load = DailySeries(firstDay: firstDay, values: json["load"].numbers)
    pain = DailySeries(firstDay: firstDay, values: json["pain"].numbers)
    let day = json["day"]
    func column(_ column: DayColumn) -> DailySeries? {
      day[column.rawValue].isNull
        ? nil : DailySeries(firstDay: firstDay, values: day[column.rawValue].numbers)
    }
    diary = Diary(
      load: load, pain: pain,
      timing: json["timing"].string.flatMap(Timing.init) ?? .morning,
      sitting: column(.sitting), flare: column(.flare), medication: column(.medication),
      eveningPain: column(.eveningPain))
    limit = json["limit"].number ?? 0.5
    expected = json["expected"]
  }
}
