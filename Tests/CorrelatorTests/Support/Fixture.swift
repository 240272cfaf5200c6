import CivilDay
import Correlator
import Foundation
import Testing

/// One simulated diary with the results that `method/reference.py` gives for it.
struct Fixture: Sendable, CustomTestStringConvertible {
  let name: String
  let load: DailySeries
  let pain: DailySeries
  let expected: JSON

  var testDescription: String { name }

  /// All fixtures with a profile of lags; none without the reference material.
  static let all: [Fixture] = {
    let folder = Shared.folder.appending(path: "method/fixtures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
      guard let json = try? Shared.json("method/fixtures/\(name)") else { return nil }
      return Fixture(json)
    }
  }()

  private init?(_ json: JSON) {
    guard let name = json["name"].string, let weekday = json["weekday0"].int,
      !json["expected"]["by_lag"].array.isEmpty
    else { return nil }
    self.name = name
    // 2024-01-01 was a Monday.
    let firstDay = (Day("2024-01-01") ?? Day(daysSince1970: 0)) + weekday
    load = DailySeries(firstDay: firstDay, values: json["load"].numbers)
    pain = DailySeries(firstDay: firstDay, values: json["pain"].numbers)
    expected = json["expected"]
  }
}
