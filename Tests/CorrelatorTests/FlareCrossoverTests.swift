import CivilDay
import Correlator
import Testing

@Suite struct FlareCrossoverTests {
  /// A Monday.
  static let monday = Day(daysSince1970: 19_723)

  static func series(_ values: [Double?], from first: Day = monday) -> DailySeries {
    DailySeries(firstDay: first, values: values)
  }

  /// 5 km every other day for `days` days, with 20 km before each flare-up of four
  /// days; a flare-up begins every 35 days, always on the same weekday.
  static func flares(
    days: Int, spike: Double = 20
  ) -> (load: [Double?], onsets: [Day], inFlare: Set<Day>) {
    var load = (0..<days).map { $0.isMultiple(of: 2) ? 5.0 : 0 }
    let onsets = stride(from: 35, to: days, by: 35).map { $0 }
    for onset in onsets { load[onset - 1] = spike }
    return (
      load, onsets.map { monday + $0 },
      Set(onsets.flatMap { onset in (0..<4).map { monday + onset + $0 } })
    )
  }

  /// Expected by the reference, to the draws.
  @Test(Shared.isNeeded) func `Means and p-values equal the reference`() throws {
    let cases = try Shared.json("method/fixtures/section6.dev.json")["flare_crossover"].array
    #expect(cases.count >= 2)
    for entry in cases {
      let first = Self.monday + (entry["weekday0"].int ?? 0)
      var others: [FlareExposure: DailySeries] = [:]
      for (name, values) in entry["other"].object {
        others[try #require(FlareExposure(rawValue: name))] = Self.series(
          values.numbers, from: first)
      }
      let flareDays = entry["in_flare"].array.enumerated()
        .filter { $1.text == "true" }.map { first + $0.offset }
      let result = flareCrossover(
        load: Self.series(entry["load"].numbers, from: first),
        onsets: entry["onset"].array.compactMap(\.int).map { first + $0 },
        flareDays: Set(flareDays), others: others, draws: entry["B"].int ?? 0,
        seed: UInt64(entry["seed"].int ?? 0))
      let expected = entry["expected"].array
      #expect(result.contrasts.map(\.exposure.rawValue) == expected.map { $0["exposure"].string })
      for (contrast, numbers) in zip(result.contrasts, expected) {
        #expect(contrast.cases == numbers["cases"].int)
        #expect(contrast.controls == numbers["controls"].int)
        let difference = contrast.difference
        expectClose(difference?.caseMean, numbers["case_mean"], "case mean")
        expectClose(difference?.controlMean, numbers["control_mean"], "control mean")
        expectClose(difference?.value, numbers["difference"], "difference")
        expectClose(difference?.p, numbers["p"], "p")
        expectClose(difference?.holmP, numbers["holm_p"], "Holm")
      }
    }
  }

  @Test func `A long run before every flare-up is found`() throws {
    let (load, onsets, inFlare) = Self.flares(days: 400)
    let result = flareCrossover(load: Self.series(load), onsets: onsets, flareDays: inFlare)
    #expect(result.cases == onsets && result.cases.count == 11)
    let mean = try #require(result.contrasts[0].difference)
    // 20 km the day before; the two days before that hold one run of 5 km.
    expectClose(mean.caseMean, 25.0 / 3, "case mean")
    #expect(mean.controlMean < 4 && mean.p < 0.001)
    let ratio = try #require(result.contrasts[1].difference)
    #expect(ratio.caseMean >= 1 && ratio.controlMean < ratio.caseMean && ratio.p < 0.001)
    #expect(mean.holmP >= mean.p && ratio.holmP >= ratio.p)
  }

  @Test func `Load that is always the same gives no difference and a p-value of 1`() throws {
    let (_, onsets, inFlare) = Self.flares(days: 400)
    let same = Self.series([Double?](repeating: 6, count: 400))
    let result = flareCrossover(
      load: same, onsets: onsets, flareDays: inFlare, others: [.sleep: same])
    #expect(result.contrasts.map(\.exposure) == [.load, .longestRunRatio, .sleep])
    for contrast in result.contrasts {
      #expect(contrast.difference?.value == 0 && contrast.difference?.p == 1)
    }
  }

  @Test func `Four flare-ups are counted and not compared`() {
    let (load, onsets, inFlare) = Self.flares(days: 160)
    let result = flareCrossover(load: Self.series(load), onsets: onsets, flareDays: inFlare)
    #expect(result.cases.count == 4)
    #expect(result.contrasts.allSatisfy { $0.cases == 4 && $0.difference == nil })
  }

  /// A case needs a week without a flare-up and three days of calendar before it.
  @Test func `A relapse within the week and a flare-up of the first days are no cases`() {
    let load = Self.series([Double?](repeating: 5, count: 60))
    let onsets = [1, 20, 27, 36].map { Self.monday + $0 }
    let result = flareCrossover(load: load, onsets: onsets, flareDays: Set(onsets))
    #expect(result.cases == [Self.monday + 20, Self.monday + 36])
    // From day 3 on, less six days on both sides of each flare-up, and its own.
    #expect(result.controls.count == 60 - 3 - (8 - 3) - (34 - 14) - (43 - 34))
  }

  @Test func `A flare-up just before the diary is as near as one inside it`() {
    let load = Self.series([Double?](repeating: 5, count: 40))
    let before = Self.monday + -2
    let result = flareCrossover(
      load: load, onsets: [Self.monday + 4, Self.monday + 30],
      flareDays: [before, Self.monday + 4, Self.monday + 30])
    #expect(result.cases == [Self.monday + 30])
  }

  /// One known day of three is not enough, two are; load needs all three.
  @Test func `Unknown days are not filled in`() {
    let (load, onsets, inFlare) = Self.flares(days: 400)
    var gaps = load
    for onset in onsets.prefix(3) { gaps[onset - Self.monday - 2] = nil }
    let sleep = (0..<400).map { day -> Double? in day % 35 == 33 ? nil : 7 }
    let stress = (0..<400).map { day -> Double? in day % 35 > 32 ? nil : 2 }
    let result = flareCrossover(
      load: Self.series(gaps), onsets: onsets, flareDays: inFlare,
      others: [.sleep: Self.series(sleep), .stress: Self.series(stress)])
    #expect(result.contrasts.map(\.cases) == [8, 8, 11, 0])
    #expect(result.contrasts[3].difference == nil)
  }
}
