import CivilDay
import Correlator
import Foundation

/// A person with flare-ups, which running may trigger.
struct TriggeredFlares: Named, Sendable {
  let name: String
  let title: String
  var isHidden = false
  /// How the load of the three days before, 0 for the usual one and 1 for twice as much,
  /// changes the chance of an onset.
  var strength = 0.0
  /// Other factors of that chance, by weekday and by the share of the diary that is over.
  var weekday: @Sendable (Int) -> Double = { _ in 1 }
  var season: @Sendable (Double) -> Double = { _ in 1 }
  /// How far runs go, by that share.
  var volume: @Sendable (Double) -> Double = { _ in 1 }
  /// Days before an onset that already feel so bad that they rest.
  var warning = 0

  /// Loads and flare-ups of so many days.
  struct Diary {
    let load: DailySeries
    let onsets: [Day]
    let days: Set<Day>
  }

  private static let calm = 45.0
  private static let flare = 14.0

  /// The diary of such a person.
  func diary(days: Int, seed: UInt64, index: Int) -> Diary {
    var draw = Draw(days: days, seed: seed, name: "flares/\(name)", index: index)
    var plan = draw.plan(.four, warmUp: 0)
    plan.scale(distance: { volume(Double($0) / Double(days)) })
    plan.settle(&draw.random)
    var loads = zip(plan.chance, plan.distance).map { $0 * Plan.tenths($1) }
    let usual = loads.reduce(0, +) / Double(days)
    var (onsets, flares, isFlare) = ([Day](), Set<Day>(), false)
    for day in 3..<days {
      let recent = loads[(day - 3)..<day].reduce(0, +) / 3
      let chance =
        weekday(plan.weekdays[day]) * season(Double(day) / Double(days))
        * exp(strength * (recent / usual - 1)) / Self.calm
      let wasFlare = isFlare
      isFlare = draw.random.unit() < (wasFlare ? 1 - 1 / Self.flare : chance)
      guard isFlare else { continue }
      flares.insert(draw.firstDay + day)
      if draw.random.unit() < 0.5 { loads[day] = 0 }
      if !wasFlare {
        onsets.append(draw.firstDay + day)
        for before in max(0, day - warning)..<day { loads[before] = 0 }
      }
    }
    return Diary(
      load: DailySeries(firstDay: draw.firstDay, values: loads.map(\.self)), onsets: onsets,
      days: flares)
  }

  static let all = [
    TriggeredFlares(name: "none", title: "no trigger"),
    TriggeredFlares(
      name: "mondays", title: "no trigger, onsets mostly on Mondays",
      weekday: { $0 == 0 ? 4 : 0.5 }),
    TriggeredFlares(name: "mild", title: "twice the load: twice as likely", strength: log(2)),
    TriggeredFlares(name: "strong", title: "twice the load: five times", strength: log(5)),
    TriggeredFlares(
      name: "season", title: "load and flare-ups both grow over the years", isHidden: true,
      season: { 0.3 + 1.4 * $0 }, volume: { 0.5 + $0 }),
    TriggeredFlares(
      name: "warning", title: "two sore days of rest before an onset", isHidden: true,
      warning: 2),
  ]
}

extension Study {
  /// What the days before flare-ups seem to have had.
  func flareUps(_ flares: TriggeredFlares, days: Int, count: Int) async -> Row {
    let found = await map(count) { index in
      let diary = flares.diary(days: days, seed: seed, index: index)
      return flareCrossover(load: diary.load, onsets: diary.onsets, flareDays: diary.days)
    }
    let told = found.map { $0.contrasts.compactMap(\.difference) }.filter { !$0.isEmpty }
    let loads = found.compactMap { $0.contrasts.first { $0.exposure == .load }?.difference }
    return Row(
      chapter: .flareUps,
      subject: Subject(
        name: flares.name, title: flares.title,
        kind: flares.isHidden ? "hidden" : flares.strength > 0 ? "effect" : "harmless",
        isStarred: flares.isHidden),
      length: days, count: count,
      figures: [
        Figure("cases", found.mean { Double($0.cases.count) }),
        Figure("refused", Share(count: count - told.count, of: count)),
        Figure("load", Share(of: loads) { $0.p < 0.05 }),
        Figure("less load", Share(of: loads) { $0.p < 0.05 && $0.value < 0 }),
        Figure("load or longest run", Share(of: told) { $0.contains { $0.holmP < 0.05 } }),
      ])
  }
}
