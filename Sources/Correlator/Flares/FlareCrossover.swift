public import CivilDay

/// What the days before flare-ups held that other days did not: a case-crossover
/// study of one runner.
///
/// A case is the first day of a flare-up with no day of a flare-up in the week
/// before it, a control a day at least seven days from any. Cases are compared
/// with controls of their own weekday, since most people live by the week, and a
/// permutation of cases and controls within the weekdays gives the *p*-value.
///
/// Whatever else changed before a flare-up, with the load or instead of it, gets
/// in: what is found is an association.
public struct FlareCrossover: Equatable, Sendable {
  /// One thing that the three days before a flare-up may have held.
  public struct Contrast: Equatable, Sendable {
    /// The thing compared.
    public let exposure: FlareExposure

    /// The flare-ups used: those with a known value and a control of their
    /// weekday.
    public let cases: Int

    /// The other days used, of the weekdays of the cases.
    public let controls: Int

    /// The comparison; `nil` with fewer than five cases.
    public internal(set) var difference: Difference?
  }

  /// The days before flare-ups and before other days.
  public struct Difference: Equatable, Sendable {
    /// The mean before flare-ups.
    public let caseMean: Double

    /// The mean before other days, weighted as the weekdays of the cases.
    public let controlMean: Double

    /// Two-sided, by permutation.
    public let p: Double

    /// `p` after Holm's correction over all that were compared.
    public internal(set) var holmP: Double

    /// `caseMean` − `controlMean`.
    public var value: Double { caseMean - controlMean }
  }

  /// The first days of the flare-ups that can be cases, in order.
  public let cases: [Day]

  /// The days that can be controls, in order.
  public let controls: [Day]

  /// Load and longest run, then those of the other series that were given.
  public let contrasts: [Contrast]

  /// The fewest cases that are compared.
  public static let neededCases = 5

  /// The days before a flare-up that are looked at.
  public static let leadUp = 3
}

/// What the three days before a flare-up may have held, in the order of METHOD.
public enum FlareExposure: String, CaseIterable, Sendable {
  /// The mean load of the three days, all of them known.
  case load
  /// The largest load of the three days divided by the largest of the thirty days
  /// before them, of which fourteen must be known.
  case longestRunRatio = "longest_run_ratio"
  /// Hours of sitting: the mean of at least two known days, as for the rest.
  case sitting
  /// Hours of sleep.
  case sleep
  /// Stress, on the runner's scale.
  case stress
  /// Minutes of stretching.
  case stretchMinutes = "stretch_minutes"
}

/// Compares the days before flare-ups with other days.
///
/// Within the weekdays that have both, with *c* cases, *T* is the sum over all
/// cases of the value minus the mean of its weekday's cases and controls. A
/// permutation takes, weekday after weekday, the first *c* of a partial
/// Fisher–Yates shuffle for cases; ``SplitMix64`` starts anew for each exposure.
///
/// ```text
/// p = (1 + #{ |T*| ≥ |T| }) / (draws + 1)
/// ```
///
/// - Parameters:
///   - load: Daily values of at least 0; its days are the calendar.
///   - onsets: The first days of flare-ups.
///   - flareDays: All days within a flare-up.
///   - others: Daily values of the exposures after the first two.
///   - draws: The number of permutations.
///   - seed: The start of the shuffles.
/// - Returns: What was compared, and with how many days.
/// - Complexity: O(*n*) for *n* days, and O(cases) for each permutation.
///
/// Sources: Maclure 1991, *Am. J. Epidemiol.* 133:144; Holm 1979.
public func flareCrossover(
  load: DailySeries, onsets: [Day], flareDays: Set<Day>,
  others: [FlareExposure: DailySeries] = [:], draws: Int = 9999, seed: UInt64 = 20_240_229
) -> FlareCrossover {
  let days = FlareDays(load.firstDay, count: load.values.count, onsets, flareDays)
  let exposures = FlareExposure.allCases.compactMap { exposure -> ExposedDays? in
    switch exposure {
    case .load: ExposedDays.mean(of: load, on: days, exposure, known: FlareCrossover.leadUp)
    case .longestRunRatio: ExposedDays.longestRunRatio(of: load, on: days)
    case .sitting, .sleep, .stress, .stretchMinutes:
      others[exposure].map { ExposedDays.mean(of: $0, on: days, exposure, known: 2) }
    }
  }
  var contrasts = exposures.map { $0.contrast(draws: draws, seed: seed) }
  var adjusted = holm(contrasts.compactMap { $0.difference?.p }).makeIterator()
  for index in contrasts.indices {
    guard contrasts[index].difference != nil, let p = adjusted.next() else { continue }
    contrasts[index].difference?.holmP = p
  }
  return FlareCrossover(
    cases: days.cases.map { days.firstDay + $0 },
    controls: days.controls.map { days.firstDay + $0 }, contrasts: contrasts)
}

/// The cases and controls among consecutive days.
struct FlareDays {
  let firstDay: Day
  /// Ascending.
  let cases: [Int]
  /// Ascending.
  let controls: [Int]

  init(_ firstDay: Day, count: Int, _ onsets: [Day], _ flareDays: Set<Day>) {
    // A flare-up just outside the calendar is as near as one inside it.
    let margin = 7
    let inFlare = (-margin..<(count + margin)).map { flareDays.contains(firstDay + $0) }
    func hasFlare(_ days: Range<Int>) -> Bool {
      inFlare[(days.lowerBound + margin)..<(days.upperBound + margin)].contains(true)
    }
    let leadUp = FlareCrossover.leadUp
    self.firstDay = firstDay
    cases = Set(onsets.map { $0 - firstDay }).filter { day in
      (leadUp..<max(leadUp, count)).contains(day) && !hasFlare((day - 7)..<day)
    }.sorted()
    controls = (leadUp..<max(leadUp, count)).filter { !hasFlare(($0 - 6)..<($0 + 7)) }
  }

  func weekday(_ day: Int) -> Int { (firstDay.weekday + day) % 7 }
}
