import CivilDay
import Correlator

/// A way in which running and pain may arise.
struct World: Sendable {
  let name: String
  /// The title in the table.
  let title: String
  /// Whether running has no effect on later pain.
  let isNull: Bool
  /// The timing with which the diary is read.
  var timing = Timing.morning
  /// Fills load and pain for a number of days; the weekday of each is given.
  let simulate: @Sendable (Int, (Int) -> Int, inout Random) -> (load: [Double], pain: [Double?])

  /// A diary that starts on a random day.
  func diary(days: Int, seed: UInt64, index: Int) -> (load: DailySeries, pain: DailySeries) {
    var random = Random(seed: seed, name: name, days: days, index: index)
    let first = (Day(year: 2024, month: 1, day: 1) ?? Day(daysSince1970: 0)) + random.below(1461)
    let weekday = { (day: Int) in (first.weekday + day) % 7 }
    let (load, pain) = simulate(days, weekday, &random)
    return (
      DailySeries(firstDay: first, values: load), DailySeries(firstDay: first, values: pain)
    )
  }
}

extension World {
  static let all = independent + losses + guided + effects

  /// Load and pain are independent.
  private static let independent: [World] = [
    gaussian(0, 0), gaussian(0.5, 0.5), gaussian(0, 0.9), gaussian(0.9, 0.9),
    gaussian(0.95, 0.95),
    weekly("weekly", "weekly load, ordinal pain"),
    weekly("weekly-calm", "weekly load, mostly no pain", mean: -0.2, deviation: 2.4),
    weekly("weekly-slow", "weekly load, slow pain", memory: 0.95),
    weekly("weekly-quick", "weekly load, quick pain", memory: 0.5),
    World(name: "both-weekly", title: "load and pain both weekly", isNull: true) {
      days, weekday, random in
      let level = random.autoregression(days, 0.85)
      let pain = (0..<days).map { Pain.rating(level[$0] + (weekday($0) < 5 ? 0.5 : -0.5)) }
      return (Running.weekly(days, weekday, &random), pain)
    },
    World(name: "blocks", title: "training blocks", isNull: true) { days, weekday, random in
      let load = Running.blocks(days, weekday, &random)
      return (load, random.autoregression(days, 0.9).map { Pain.rating($0) })
    },
    World(name: "trends", title: "training blocks and trends", isNull: true) {
      days, weekday, random in
      let load = Running.blocks(days, weekday, &random).enumerated().map { day, length in
        (length * (0.5 + Double(day) / Double(days)) * 10).rounded() / 10
      }
      let (quick, slow) = (random.autoregression(days, 0.85), random.autoregression(days, 0.99))
      let pain = (0..<days).map { day in
        let trend = 2.4 * (0.5 - Double(day) / Double(days))
        return Pain.rating(0.8 * quick[day] + trend + 0.6 * slow[day], mean: 1.8, deviation: 2)
      }
      return (load, pain)
    },
  ]

  /// The weekly world with ratings missing.
  private static let losses: [World] = [
    weekly("weekly-missing", "weekly load, 30 % missing", loss: .atRandom),
    weekly("weekly-missing-runs", "weekly load, weeks missing", loss: .inRuns),
    weekly("weekly-missing-well", "weekly load, missing when well", loss: .whenWell),
  ]

  /// Running does nothing, but pain decides about running.
  private static let guided: [World] = [
    runner("sore", "skips when sore", Runner(habit: .rating)),
    runner("sore-feeling", "skips by feeling", Runner(habit: .feeling)),
    runner("sore-three-days", "skips by three days", Runner(habit: .threeDays)),
    runner(
      "sore-missing", "skips when sore, 30 % missing", Runner(habit: .rating), loss: .atRandom),
    runner(
      "sore-missing-runs", "skips when sore, weeks missing", Runner(habit: .rating), loss: .inRuns),
    runner(
      "sore-missing-well", "skips when sore, missing when well", Runner(habit: .rating),
      loss: .whenWell),
    runner("evening", "evening rating, same-day effect", Runner(sameDay: 0.4), timing: .evening),
    runner("evening-as-morning", "evening rating, taken for morning", Runner(sameDay: 0.4)),
    runner(
      "evening-as-unknown", "evening rating, timing unknown", Runner(sameDay: 0.4), timing: .unknown
    ),
  ]

  /// Running does something.
  private static let effects: [World] = [
    runner("lasting-0.1", "lasting +0.1", Runner(lasting: 0.1), isNull: false),
    runner("lasting-0.2", "lasting +0.2", Runner(lasting: 0.2), isNull: false),
    runner("lasting-0.3", "lasting +0.3", Runner(lasting: 0.3), isNull: false),
    runner("relief-0.2", "lasting −0.2", Runner(lasting: -0.2), isNull: false),
    runner("passing-0.3", "passing +0.3", Runner(passing: 0.3), isNull: false),
    runner("long-runs", "+0.6 after more than 12 km", Runner(jump: 0.6), isNull: false),
    runner(
      "two-days-0.2", "lasting +0.2, two days later", Runner(lasting: 0.2, delay: 2), isNull: false),
    runner(
      "sore-lasting-0.2", "lasting +0.2, skips when sore", Runner(habit: .rating, lasting: 0.2),
      isNull: false),
    runner(
      "sore-relief-0.2", "lasting −0.2, skips when sore", Runner(habit: .rating, lasting: -0.2),
      isNull: false),
    runner(
      "lasting-0.2-missing", "lasting +0.2, 30 % missing", Runner(lasting: 0.2), loss: .atRandom,
      isNull: false),
  ]

  private static func gaussian(_ load: Double, _ pain: Double) -> World {
    World(name: "ar-\(load)-\(pain)", title: "autoregressions \(load), \(pain)", isNull: true) {
      days, _, random in
      (random.autoregression(days, load), random.autoregression(days, pain))
    }
  }

  private static func weekly(
    _ name: String, _ title: String, memory: Double = 0.9, mean: Double = Pain.mean,
    deviation: Double = Pain.deviation, loss: Pain.Loss = .none
  ) -> World {
    World(name: name, title: title, isNull: true) { days, weekday, random in
      let load = Running.weekly(days, weekday, &random)
      let pain = random.autoregression(days, memory)
        .map { Pain.rating($0, mean: mean, deviation: deviation) }
      return (load, Pain.losing(loss, pain, &random))
    }
  }

  private static func runner(
    _ name: String, _ title: String, _ runner: Runner, loss: Pain.Loss = .none,
    timing: Timing = .morning, isNull: Bool = true
  ) -> World {
    World(name: name, title: title, isNull: isNull, timing: timing) { days, weekday, random in
      let (load, pain) = runner.live(days, weekday, &random)
      return (load, Pain.losing(loss, pain, &random))
    }
  }
}
