import CivilDay
internal import JournalStore
public import JournalModel

/// The three days before a flare-up, compared with the runner's ordinary days.
///
/// A day is ordinary if neither it nor the three days before it were in a
/// flare-up; the year before counts. This is hindsight on one event and proves
/// nothing.
public struct FlareUpLeadUp: Sendable {
  /// Something that may be more or less than usual.
  public enum Factor: String, CaseIterable, Sendable {
    /// Kilometres run.
    case km
    /// The largest ratio of a run to the longest of the thirty days before it.
    case spike
    /// The mean hours of sitting per day.
    case sitting = "sitting_hours"
    /// The mean hours of sleep per night.
    case sleep = "sleep_hours"
    /// Days without a stretch.
    case missedStretches = "days_without_stretch"
  }

  /// A factor before the flare-up, and its usual value.
  public struct Comparison: Equatable, Sendable {
    /// What is compared.
    public let factor: Factor
    /// Its value in the three days.
    public let value: Double
    /// The median over ordinary days.
    public let usual: Double
    /// The share of ordinary days with less, counting ties by half; 0 to 1.
    public let rank: Double
    /// The number of ordinary days.
    public let ordinaryDays: Int
  }

  /// The flare-up.
  public let flareUp: FlareUpSummary
  /// The factors known both before the flare-up and on enough ordinary days.
  public let comparisons: [Comparison]

  /// The ordinary days needed for a comparison.
  public static let neededDays = 20

  /// The number of days before each day.
  static let span = 3
  private static let reachBack = 365
}

extension FlareUpLeadUp {
  /// Days by position, for the days before each of them.
  struct Past {
    let first: Day
    let days: [DiaryDay]
    /// The largest spike among each day's runs.
    let spikes: [Double?]
    let stretched: Set<Day>

    init(_ diary: [DiaryDay], runs: [RunSummary], stretched: Set<Day>) {
      days = diary
      first = diary.first?.day ?? Day(daysSince1970: 0)
      self.stretched = stretched
      var longest = [Double?](repeating: nil, count: diary.count)
      for run in runs where diary.indices.contains(run.day - first) {
        guard let metres = run.distanceM else { continue }
        longest[run.day - first] = max(metres, longest[run.day - first] ?? 0)
      }
      spikes = longest.indices.map { index in
        let before = longest[max(0, index - 30)..<index].compactMap(\.self).max()
        guard let metres = longest[index], let before else { return nil }
        return metres / before
      }
    }

    /// Whether a day and the three before it were free of flare-ups.
    func isOrdinary(_ index: Int) -> Bool {
      index >= span && !days[(index - span)...index].contains { $0.isFlare }
    }

    /// A factor in the three days before one; `nil` if unknown.
    func value(_ factor: Factor, before index: Int) -> Double? {
      guard index >= span else { return nil }
      let window = days[(index - span)..<index]
      switch factor {
      case .km:
        let known = window.compactMap(\.distanceKm)
        // A sum with a missing day would look like less running.
        return known.count == span ? known.reduce(0, +) : nil
      case .spike: return spikes[(index - span)..<index].compactMap(\.self).max()
      case .sitting: return mean(window.compactMap(\.sittingHours))
      case .sleep: return mean(window.compactMap(\.sleepHours))
      case .missedStretches:
        // Without any stretch in the journal, missing one is no change.
        guard !stretched.isEmpty, window.allSatisfy({ $0.state != nil }) else { return nil }
        return Double(window.count { !stretched.contains($0.day) })
      }
    }
  }

  init(_ flareUp: FlareUpSummary, in past: Past) {
    self.flareUp = flareUp
    let onset = flareUp.onsetDay - past.first
    guard past.days.indices.contains(onset) else {
      comparisons = []
      return
    }
    // Only days before the onset: later days must not change an old summary.
    let ordinary = (max(0, onset - Self.reachBack)..<onset).filter(past.isOrdinary)
    comparisons = Factor.allCases.compactMap { factor in
      guard let value = past.value(factor, before: onset) else { return nil }
      let others = ordinary.compactMap { past.value(factor, before: $0) }
      guard others.count >= Self.neededDays, let usual = median(others) else { return nil }
      let below = others.reduce(0) { $0 + ($1 < value ? 1 : $1 == value ? 0.5 : 0) }
      return Comparison(
        factor: factor, value: value, usual: usual, rank: below / Double(others.count),
        ordinaryDays: others.count)
    }
  }
}
