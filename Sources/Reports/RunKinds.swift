public import CivilDay
public import Correlator
internal import JournalModel
internal import JournalStore

/// The run days of two kinds.
public struct RunKinds: Equatable, Sendable {
  /// A kind that is not compared.
  public struct Other: Equatable, Sendable {
    /// Its name.
    public let name: String
    /// The run days with it.
    public let days: Int
  }

  /// The kind of each run day that has one.
  public let labels: [Day: Comparison.Side]

  /// The names of the kinds where there are several to choose from, such as two
  /// shoes: fewer than two if there are no more; empty for other topics.
  public let names: [String]

  /// The kinds not chosen, most days first.
  public let others: [Other]

  /// Metres of ascent per kilometre, up to which a day's running is flat; `nil`
  /// for other topics.
  public let cut: Double?

  init(
    _ labels: [Day: Comparison.Side], names: [String] = [], others: [Other] = [],
    cut: Double? = nil
  ) {
    self.labels = labels
    self.names = names
    self.others = others
    self.cut = cut
  }

  /// Chooses two of the names that runs have; a day with runs of several, or of an
  /// unknown one, has none.
  ///
  /// - Parameters:
  ///   - chosen: Up to two names; the most used others that alternate often enough
  ///     make them two, or else the most used.
  ///   - runs: The runs.
  ///   - name: The name that a run has.
  init(_ chosen: [String], of runs: [RunTraits], by name: (RunTraits) -> String?) {
    let named = Self.agreeing(runs.map { ($0.day, name($0)) })
    var days: [String: Int] = [:]
    for name in named.values { days[name, default: 0] += 1 }
    let ranked = days.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let names = Self.pair(chosen, ranked.map(\.key), of: named)
    self.init(
      named.compactMapValues { name in
        names.firstIndex(of: name).map { $0 == 0 ? .a : .b }
      },
      names: names,
      others: ranked.filter { !names.contains($0.key) }.map { Other(name: $0.key, days: $0.value) })
  }

  /// Makes `chosen` two names, if there are as many: shoes of different years are the
  /// most used of a long journal, and cannot be compared.
  private static func pair(
    _ chosen: [String], _ ranked: [String], of named: [Day: String]
  ) -> [String] {
    guard chosen.count < 2 else { return chosen }
    let candidates = chosen + ranked.filter { !chosen.contains($0) }.prefix(mostCandidates)
    let runs = named.sorted { $0.key < $1.key }.map(\.value)
    for (place, a) in candidates.enumerated() where chosen.isEmpty || place == 0 {
      for b in candidates.dropFirst(place + 1) {
        let own = runs.filter { $0 == a || $0 == b }
        let days = own.count { $0 == a }
        if min(days, own.count - days) >= Comparison.neededRuns,
          zip(own, own.dropFirst()).count(where: { $0 != $1 }) >= Comparison.neededAlternations
        {
          return [a, b]
        }
      }
    }
    return Array(candidates.prefix(2))
  }

  /// Nobody wears more shoes in turn.
  private static let mostCandidates = 20

  /// Runs before noon and later ones; the start of all runs of a day must be known.
  init(timesOf runs: [RunTraits]) {
    self.init(
      Self.agreeing(runs.map { ($0.day, $0.isMorning) }).mapValues { $0 ? .a : .b })
  }

  /// Days of flatter running and of hillier; the ascent and the distance of all
  /// runs of a day must be known.
  init(terrainOf runs: [RunTraits]) {
    var slopes: [Day: Double] = [:]
    for (day, runs) in Dictionary(grouping: runs, by: \.day) {
      let known = runs.compactMap { run in
        run.distanceM.flatMap { metres in run.ascentM.map { (metres: metres, ascent: $0) } }
      }
      let km = known.reduce(0) { $0 + $1.metres } / 1000
      guard known.count == runs.count, km > 0 else { continue }
      slopes[day] = known.reduce(0) { $0 + $1.ascent } / km
    }
    let cut = median(Array(slopes.values))
    self.init(slopes.mapValues { $0 > cut ?? 0 ? .b : .a }, cut: cut)
  }

  /// Run days without any of `exercises`, and those with all of them; without
  /// exercises to look for, those with none and those with any.
  ///
  /// Only the days from the first to the last one with an exercise count: nobody
  /// knows whether the others had none, or only none that was logged.
  init(
    _ exercises: Set<String>, on runDays: [Day], logged: [Day: Set<String>]
  ) {
    var labels: [Day: Comparison.Side] = [:]
    let days = logged.keys.sorted()
    for day in runDays {
      guard let first = days.first, let last = days.last, (first...last).contains(day) else {
        continue
      }
      let done = logged[day] ?? []
      if exercises.isEmpty ? done.isEmpty : done.isDisjoint(with: exercises) {
        labels[day] = .a
      } else if done.isSuperset(of: exercises) {
        labels[day] = .b
      }
    }
    self.init(labels)
  }

  /// Days whose runs are all false, and those whose runs are all true.
  init(_ runs: [(day: Day, isTrue: Bool?)]) {
    self.init(Self.agreeing(runs.map { ($0.day, $0.isTrue) }).mapValues { $0 ? .b : .a })
  }

  /// What all runs of a day are; nothing for a day where they differ or one is
  /// unknown.
  private static func agreeing<Value: Hashable>(_ runs: [(Day, Value?)]) -> [Day: Value] {
    Dictionary(grouping: runs) { $0.0 }.compactMapValues { runs in
      let values = Set(runs.map(\.1))
      return values.count == 1 ? values.first ?? nil : nil
    }
  }
}
