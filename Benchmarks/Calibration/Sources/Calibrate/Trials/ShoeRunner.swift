import CivilDay
import Correlator
import Foundation

/// A person who runs in two shoes, A and B, of which B may hurt more.
///
/// Felt pain is `mean` + `deviation` × an autoregression, as in ``Runner``, plus what the
/// runs left behind; then it is rated in whole numbers.
struct ShoeRunner: Sendable {
  var week = Week.three
  var habit = Habit.none
  var memory = 0.88
  var mean = 1.5
  var deviation = 2.0
  /// The error of a rating, in points.
  var noise = 0.0
  /// What a run in B adds to the felt pain of the next morning, beyond one in A.
  var effect = 0.0
  /// What a run in either adds.
  var strain = 0.0
  /// How much of both is left each day after.
  var carry = 0.0
  /// What the leg hurts more at the start; half of it is gone after eight weeks.
  var healing = 0.0

  /// What the runner knows in the morning.
  struct Morning {
    let day: Int
    let weekday: Int
    let felt: Double
    let rating: Double
    let ranYesterday: Bool
  }

  /// Lives for `days` days, in the shoes that `choice` chooses.
  func live(_ choice: inout some ShoeChoice, days: Int, from firstDay: Day, _ random: inout Random)
    -> ShoeLife
  {
    let plan = Plan(week, days: days, warmUp: 0, from: firstDay.weekday, &random)
    var life = ShoeLife(firstDay: firstDay)
    var (level, carried, ran) = (random.normal(), 0.0, false)
    for day in 0..<days {
      level = memory * level + (1 - memory * memory).squareRoot() * random.normal()
      let felt = mean + deviation * level + carried + healing * pow(0.5, Double(day) / 56)
      let rating = Rating.whole(noise == 0 ? felt : felt + noise * random.normal())
      let morning = Morning(
        day: day, weekday: plan.weekdays[day], felt: felt, rating: rating, ranYesterday: ran)
      let today = choice.today(morning, &random)
      let factors = habit.factors(
        Habit.Morning(felt: felt, rating: rating, eveningBefore: felt, tookPill: false))
      ran = random.unit() < plan.chance[day] * factors.chance * today.chance
      life.load.append(ran ? Plan.tenths(plan.distance[day] * factors.distance) : 0)
      life.pain.append(today.isRated ? rating : nil)
      life.shoes.append(ran ? today.shoe : nil)
      if ran { choice.ran(morning) }
      carried = carry * carried + (ran ? strain + (today.shoe == .b ? effect : 0) : 0)
    }
    return life
  }
}

/// The two shoes.
enum Shoe: Sendable {
  case a, b

  var other: Shoe { self == .a ? .b : .a }
}

/// What such a person would have written down.
struct ShoeLife: Sendable {
  let firstDay: Day
  /// Kilometres, ratings and the shoe of the run on each day.
  var load: [Double] = []
  var pain: [Double?] = []
  var shoes: [Shoe?] = []

  /// The first `count` days as the Correlator reads them.
  func diary(count: Int? = nil) -> Diary {
    let count = count ?? load.count
    return Diary(
      load: DailySeries(firstDay: firstDay, values: load.prefix(count).map(\.self)),
      pain: DailySeries(firstDay: firstDay, values: Array(pain.prefix(count))), timing: .morning)
  }
}

/// Who or what decides about the shoe.
protocol ShoeChoice {
  /// What is decided every morning, before it is clear whether there will be a run.
  mutating func today(_ morning: ShoeRunner.Morning, _ random: inout Random) -> ShoeDay

  /// Hears of a run on that day.
  mutating func ran(_ morning: ShoeRunner.Morning)
}

extension ShoeChoice {
  mutating func ran(_ morning: ShoeRunner.Morning) {}
}

/// What was decided for a day.
struct ShoeDay {
  var shoe: Shoe
  /// A factor of the chance of a run.
  var chance = 1.0
  /// Whether the morning's rating is written down.
  var isRated = true
}
