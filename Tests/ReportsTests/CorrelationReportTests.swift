import CivilDay
import Correlator
import Reports
import Testing

@Suite struct CorrelationReportTests {
  private func report(
    load: [Double?], pain: [Double?], lags: ClosedRange<Int> = 0...1
  ) -> Analysis {
    let first = Day(daysSince1970: 20_000)
    return CorrelationReport(
      CorrelationQuestion(lags: lags),
      LoadAndPain(
        Diary(
          load: DailySeries(firstDay: first, values: load),
          pain: DailySeries(firstDay: first, values: pain), timing: .morning))
    ).analysis
  }

  /// Medians by hand.
  @Test(
    arguments: [
      ([5, 0, 12], 8.5), ([5, 0, 12, nil, 7], 7), ([3], 3), ([0, 0, nil], nil), ([], nil),
      ([1, 2, 3, 100], 2.5),
    ] as [([Double?], Double?)])
  func `A typical run is the median of the loads above zero`(
    load: [Double?], typical: Double?
  ) {
    #expect(report(load: load, pain: load.map { _ in 1 }).typicalRun == typical)
  }

  @Test func `Run days and rest days are told apart and unknown days are neither`() {
    let result = report(load: [5, 0, nil, 0, 7, nil], pain: [1, 2, 3, nil, nil, 1])
    #expect(result.runDays == 2)
    #expect(result.restDays == 2)
    #expect(result.calendar?.count == 6)
    #expect(result.lags.map(\.correlation.lag) == [0, 1])
    #expect(result.lags.map(\.correlation.n) == [2, 3])
  }

  @Test(
    arguments: [
      ([1, 2, 3], [1, 2, 3], 0), ([1, nil, 3], [1, 2, 3], 1),
      ([1, nil, 3, 4], [1, 2, nil, nil], 3),
      ([nil, nil, 3], [1, 2, 3], 2), ([1, 2, 3], [1, nil, nil], 2),
      ([nil, 2, nil, 4], [1, 2, nil, 4], 1), ([], [], 0),
    ] as [([Double?], [Double?], Int)])
  func `The longest gap counts days on which either side is unknown`(
    load: [Double?], pain: [Double?], gap: Int
  ) {
    #expect(report(load: load, pain: pain).longestGap == gap)
  }

  /// A year of runs on every second day or so, with rest days that nobody marked.
  @Test func `An answer that rests on implied rest days says what it would be without`() throws {
    let first = Day(daysSince1970: 20_000)
    var state: UInt64 = 7
    func random(_ below: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % below
    }
    let load = (0..<400).map { _ in random(2) == 0 ? Double(4 + random(8)) : 0 }
    let pain = [3.0] + load.dropLast().map { 1 + ($0 / 2).rounded() + Double(random(2)) }
    let diary = Diary(
      load: DailySeries(firstDay: first, values: load),
      pain: DailySeries(firstDay: first, values: pain), timing: .morning)
    let implied = Set(load.indices.filter { load[$0] == 0 }.map { first + $0 })
    func report(_ implied: Set<Day>) -> CorrelationReport {
      CorrelationReport(CorrelationQuestion(), LoadAndPain(diary, impliedRest: implied))
    }
    let report = report(implied)
    #expect(report.analysis.verdict.kind == .worsens)
    #expect(report.impliedRestDays == implied.count)
    // Three runs in a row are rare, so that hardly a day is left.
    #expect(try #require(report.verdictWithoutImpliedRest).kind == .notEnoughData)
    #expect(
      CorrelationReport(CorrelationQuestion(), LoadAndPain(diary)).verdictWithoutImpliedRest == nil)
  }

  @Test func `Without a journal's days nothing is known and nothing is invented`() {
    let empty = report(load: [], pain: [], lags: -1...1)
    #expect(empty.calendar == nil)
    #expect(empty.typicalRun == nil)
    #expect(empty.runDays == 0)
    #expect(empty.restDays == 0)
    #expect(empty.longestGap == 0)
    #expect(empty.verdict.kind == .notEnoughData)
    #expect(empty.lags.map(\.correlation.n) == [0, 0, 0])
    #expect(
      empty.lags.allSatisfy {
        $0.correlation.pearson.r == nil && $0.correlation.kendallTau == nil && $0.adjusted == nil
      })
  }
}
