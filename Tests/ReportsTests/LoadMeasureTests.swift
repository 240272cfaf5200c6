import CivilDay
import Correlator
import Reports
import Testing

@testable import JournalStore

@Suite struct LoadMeasureTests {
  private let days: [DiaryDay] = [
    .run(october(1), km: 8, minutes: 48, load: 240, ascent: 90), .rest(october(2)),
    .unknown(october(3)), .run(october(4), km: 5), .run(october(5), minutes: 30),
  ]

  @Test(
    arguments: [
      (.km, [8, 0, nil, 5, nil]), (.minutes, [48, 0, nil, nil, 30]),
      (.srpe, [240, 0, nil, nil, nil]), (.ascent, [90, 0, nil, nil, nil]),
    ] as [(LoadMeasure, [Double?])])
  func `A load is a value, a true zero or unknown`(measure: LoadMeasure, values: [Double?]) {
    #expect(
      DailySeries(measure, of: days) == DailySeries(firstDay: october(1), values: values))
  }

  @Test(arguments: LoadMeasure.allCases)
  func `Without a day there is no series`(measure: LoadMeasure) {
    #expect(DailySeries(measure, of: []) == nil)
  }

  @Test func `The measures are called as they are typed`() {
    #expect(
      LoadMeasure.allCases.map(\.rawValue)
        == ["km", "minutes", "srpe", "ascent", "descent", "steps"])
    #expect(LoadMeasure.allCases.filter(\.carriesVerdict) == [.km, .minutes])
  }

  @Test func `The usual measure is the first that four in five run days have`() {
    let (both, onlyMinutes) = (
      DiaryDay.run(october(1), km: 8, minutes: 48), DiaryDay.run(october(2), minutes: 30)
    )
    #expect(LoadMeasure.usual(of: [DiaryDay]()) == .km)
    #expect(LoadMeasure.usual(of: [both, both, both, both, onlyMinutes]) == .km)
    #expect(LoadMeasure.usual(of: [both, both, both, onlyMinutes]) == .minutes)
    #expect(LoadMeasure.usual(of: [.run(october(3))]) == .km)
  }
}
