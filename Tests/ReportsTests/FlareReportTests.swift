import CivilDay
import Correlator
import JournalModel
import JournalStore
import Testing

@testable import Reports

@Suite struct FlareReportTests {
  /// Days of 5 km, and of rest on every third.
  private func days(_ count: Int) -> [DiaryDay] {
    (1...count).map { number in
      number.isMultiple(of: 3)
        ? .rest(october(number), pain: number % 10)
        : .run(october(number), km: 5, pain: number % 10)
    }
  }

  private func report(
    _ days: [DiaryDay], flareUps: [(Int, Int?)], others: [FlareExposure: DailySeries] = [:],
    stretched: Set<Day> = [], newShoes: [Day] = []
  ) -> FlareReport {
    FlareReport(
      nil, days,
      flareUps.enumerated().map { index, days in
        FlareUpSummary(id: index + 1, onsetDay: october(days.0), endDay: days.1.map { october($0) })
      }, others, stretched: stretched, newShoes: newShoes,
      Precautions(today: october(days.count)))
  }

  @Test func `The week before a flare-up is shown day by day`() throws {
    let report = report(
      days(40), flareUps: [(30, 32), (20, 21)], stretched: [october(18)],
      newShoes: [october(19)])
    #expect(report.leadUps.map(\.flareUp.onsetDay) == [october(20), october(30)])
    #expect(report.leadUps.map(\.isCompared) == [true, true])
    #expect(!report.isCompared && report.cases == 2)
    let week = try #require(report.leadUps.first).days
    #expect(week.map(\.day) == (13...19).map { october($0) })
    #expect(week.map(\.load) == [5, 5, 0, 5, 5, 0, 5])
    #expect(week.map(\.legPain) == [3, 4, 5, 6, 7, 8, 9])
    #expect(week.map(\.hasNewShoe) == [false, false, false, false, false, false, true])
    #expect(week.map(\.hasStretch) == [nil, nil, nil, nil, nil, true, nil])
  }

  @Test func `A flare-up in progress lasts until the last day`() {
    let report = report(days(60), flareUps: [(10, nil)])
    #expect(report.crossover?.cases == [october(10)])
    #expect(report.crossover?.controls.isEmpty == true)
  }

  @Test func `New shoes and missed stretches are counted on both sides`() throws {
    let onsets = [20, 40, 60, 80, 100]
    let report = report(
      days(120), flareUps: onsets.map { ($0, $0) },
      // Every day but the three before a flare-up.
      stretched: Set(
        (1...120).filter { day in !onsets.contains { ($0 - 3..<$0).contains(day) } }
          .map { october($0) }),
      newShoes: [october(19), october(38), october(48)])
    #expect(report.isCompared)
    #expect(report.newShoes == FlareReport.NewShoes(cases: 2, controls: 3))
    #expect(report.missedStretches?.cases == 3)
    #expect(try #require(report.missedStretches?.controls) == 0)
    #expect(report.unrecorded == [.sitting, .sleep, .stress, .stretchMinutes])
  }

  @Test func `Minutes of stretching are zero only where none was logged`() {
    let days: [DiaryDay] = [
      .rest(october(1)), .rest(october(2), stretch: 4), .run(october(3), km: 5),
      .unknown(october(4)), .rest(october(5), stretch: 6), .rest(october(6)),
    ]
    #expect(
      days.minutesOfStretching(on: [october(2), october(5)]) == [nil, 4, 0, nil, 6, nil])
    // Half of the stretches have no minutes.
    #expect(
      days.minutesOfStretching(on: [october(1), october(2), october(5), october(6)])
        == [nil, nil, nil, nil, nil, nil])
    #expect(days.minutesOfStretching(on: []) == [nil, nil, nil, nil, nil, nil])
  }

  @Test func `Without a day there is nothing`() {
    let report = report([], flareUps: [(3, 4)])
    #expect(report.calendar == nil && report.leadUps.isEmpty && report.crossover == nil)
    #expect(!report.isCompared)
  }
}
