import CivilDay
import Correlator
import Foundation

/// A person with two shoes and a way to choose between them.
struct ComparedShoes: Named, Sendable {
  let name: String
  let title: String
  var isHidden = false
  var person = ShoeRunner(habit: .sore)
  /// The chance of shoe B.
  let chance: @Sendable (_ morning: ShoeRunner.Morning, _ days: Int) -> Double

  /// The diary of such a person, with the shoe of each run.
  func life(days: Int, effect: Double, seed: UInt64, index: Int) -> ShoeLife {
    var random = Random(seed: seed, name: "shoes/\(name)/\(effect)", days: days, index: index)
    let firstDay = Day(daysSince1970: 19_723) + random.below(1461)
    var person = person
    person.effect = effect
    var choice = Choice(days: days, chance: chance)
    return person.live(&choice, days: days, from: firstDay, &random)
  }

  private struct Choice: ShoeChoice {
    let days: Int
    let chance: @Sendable (ShoeRunner.Morning, Int) -> Double

    mutating func today(_ morning: ShoeRunner.Morning, _ random: inout Random) -> ShoeDay {
      ShoeDay(shoe: random.unit() < chance(morning, days) ? .b : .a)
    }
  }

  static let all = [
    ComparedShoes(name: "coin", title: "a coin for every run") { _, _ in 0.5 },
    ComparedShoes(name: "weekend", title: "B for the long runs of the weekend") { morning, _ in
      morning.weekday >= 5 ? 1 : 0
    },
    ComparedShoes(name: "blocks", title: "four weeks each in turn") { morning, _ in
      (morning.day / 28).isMultiple(of: 2) ? 0 : 1
    },
    ComparedShoes(
      name: "new", title: "B is new at half-time, and the leg heals",
      person: ShoeRunner(habit: .sore, healing: 4)
    ) { morning, days in 2 * morning.day < days ? 0 : 1 },
    ComparedShoes(name: "rated", title: "B on mornings rated as bad") { morning, _ in
      preferring(morning.rating)
    },
    ComparedShoes(
      name: "felt", title: "B on mornings that feel bad, rated roughly", isHidden: true,
      person: ShoeRunner(habit: .felt, noise: 1)
    ) { morning, _ in preferring(morning.felt) },
  ]

  private static func preferring(_ pain: Double) -> Double { 1 / (1 + exp((2 - pain) / 0.6)) }
}

extension Study {
  /// What `compare` makes of two shoes.
  func comparisons(_ shoes: ComparedShoes, days: Int, count: Int) async -> Row {
    func read(_ effect: Double) async -> [ShoeReading] {
      await map(count) {
        ShoeReading(shoes.life(days: days, effect: effect, seed: seed, index: $0))
      }
    }
    let (null, one) = await (read(0), read(1))
    func told(_ readings: [ShoeReading]) -> [SlopeEstimate] { readings.compactMap(\.fit) }
    return Row(
      chapter: .comparisons,
      subject: Subject(
        name: shoes.name, title: shoes.title, kind: shoes.isHidden ? "hidden" : "harmless",
        isStarred: shoes.isHidden),
      length: days, count: count,
      figures: [
        Figure("refused", Share(of: null) { $0.fit == nil }),
        Figure("false", Share(of: told(null)) { $0.p < 0.05 }),
        Figure("mean, +0", told(null).mean(\.slope)),
        Figure("false, Welch", Share(of: null) { $0.welch < 0.05 }),
        Figure("found +1", Share(of: told(one)) { $0.p < 0.05 }),
        Figure("mean, +1", told(one).mean(\.slope)),
      ])
  }
}

/// What one diary says about its shoes.
private struct ShoeReading: Sendable {
  /// `nil` if refused.
  let fit: SlopeEstimate?
  /// By Welch's test of the next mornings.
  let welch: Double

  init(_ life: ShoeLife) {
    var labels: [Day: Comparison.Side] = [:]
    var next: (a: [Double], b: [Double]) = ([], [])
    for (day, shoe) in life.shoes.enumerated() {
      guard let shoe else { continue }
      labels[life.firstDay + day] = shoe == .a ? .a : .b
      guard day + 1 < life.pain.count, let rating = life.pain[day + 1] else { continue }
      if shoe == .a { next.a.append(rating) } else { next.b.append(rating) }
    }
    fit = compare(life.diary(), labels: labels).fit
    welch = Welch.p(next.a, next.b) ?? 1
  }
}
