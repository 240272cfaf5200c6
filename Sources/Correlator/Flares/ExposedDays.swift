internal import CivilDay

/// What came before cases and controls, by weekday.
struct ExposedDays {
  private let exposure: FlareExposure
  /// The weekdays with a case and a control.
  private let strata: [Stratum]

  /// The values of one weekday: the cases, then the controls, by ascending day.
  private struct Stratum {
    var values: [Double]
    let cases: Int

    var mean: Double { values.reduce(0, +) / Double(values.count) }
    var caseSum: Double { values[..<cases].reduce(0, +) }
    var controlMean: Double {
      values[cases...].reduce(0, +) / Double(values.count - cases)
    }
  }

  private init(
    _ exposure: FlareExposure, on days: FlareDays, value: (_ day: Int) -> Double?
  ) {
    self.exposure = exposure
    var (cases, controls) = (
      [[Double]](repeating: [], count: 7), [[Double]](repeating: [], count: 7)
    )
    for day in days.cases {
      if let value = value(day) { cases[days.weekday(day)].append(value) }
    }
    for day in days.controls {
      if let value = value(day) { controls[days.weekday(day)].append(value) }
    }
    strata = zip(cases, controls).compactMap { cases, controls in
      cases.isEmpty || controls.isEmpty
        ? nil : Stratum(values: cases + controls, cases: cases.count)
    }
  }

  /// The mean of the three days before, of which `needed` must be known.
  static func mean(
    of series: DailySeries, on days: FlareDays, _ exposure: FlareExposure, known needed: Int
  ) -> ExposedDays {
    let leadUp = FlareCrossover.leadUp
    return ExposedDays(exposure, on: days) { day in
      let known = series.known((day - leadUp)..<day, from: days.firstDay)
      return known.count >= needed ? known.reduce(0, +) / Double(known.count) : nil
    }
  }

  /// The largest of the three days before by the largest of the thirty before those.
  static func longestRunRatio(of load: DailySeries, on days: FlareDays) -> ExposedDays {
    let leadUp = FlareCrossover.leadUp
    return ExposedDays(.longestRunRatio, on: days) { day in
      let lately = load.known((day - leadUp)..<day, from: days.firstDay)
      let before = load.known((day - leadUp - 30)..<(day - leadUp), from: days.firstDay)
      guard lately.count == leadUp, before.count >= 14, let longest = lately.max(),
        let usual = before.max(), usual > 0
      else { return nil }
      return longest / usual
    }
  }

  /// Compares cases with controls; Holm's correction is still to come.
  func contrast(draws: Int, seed: UInt64) -> FlareCrossover.Contrast {
    let cases = strata.reduce(0) { $0 + $1.cases }
    var contrast = FlareCrossover.Contrast(
      exposure: exposure, cases: cases,
      controls: strata.reduce(0) { $0 + $1.values.count - $1.cases }, difference: nil)
    guard cases >= FlareCrossover.neededCases else { return contrast }
    let p = permutationP(draws: draws, seed: seed)
    contrast.difference = FlareCrossover.Difference(
      caseMean: strata.reduce(0) { $0 + $1.caseSum } / Double(cases),
      controlMean: strata.reduce(0) { $0 + Double($1.cases) * $1.controlMean } / Double(cases),
      p: p, holmP: p)
    return contrast
  }

  private func permutationP(draws: Int, seed: UInt64) -> Double {
    var strata = strata
    let expected = strata.map(\.mean)
    let observed = abs(
      zip(strata, expected).reduce(0) { $0 + $1.0.caseSum - Double($1.0.cases) * $1.1 })
    let sizes = strata.reduce(0) { $0 + $1.values.reduce(0) { $0 + abs($1) } }
    let bar = observed - 1e-9 * (1 + sizes / Double(max(1, strata.count)))
    var random = SplitMix64(seed: seed)
    var swaps: [Int] = []
    var asFar = 0
    for _ in 0..<draws {
      var sum = 0.0
      for stratum in strata.indices {
        let (cases, mean) = (strata[stratum].cases, expected[stratum])
        sum += strata[stratum].values.withUnsafeMutableBufferPointer { values in
          var sum = 0.0
          swaps.removeAll(keepingCapacity: true)
          for place in 0..<cases {
            let other = place + Int(random.next() % UInt64(values.count - place))
            values.swapAt(place, other)
            swaps.append(other)
            sum += values[place] - mean
          }
          // Every draw starts from the same order; undoing is cheaper than copying.
          for place in (0..<cases).reversed() { values.swapAt(place, swaps[place]) }
          return sum
        }
      }
      if abs(sum) >= bar { asFar += 1 }
    }
    return Double(1 + asFar) / Double(draws + 1)
  }
}

extension DailySeries {
  /// The known values on days `range` after `origin`.
  fileprivate func known(_ range: Range<Int>, from origin: Day) -> [Double] {
    let offset = firstDay - origin
    return range.compactMap { day in
      values.indices.contains(day - offset) ? values[day - offset] : nil
    }
  }
}
