import Foundation

/// When and how far people run.
enum Running {
  /// The chance of a run, Monday first.
  static let chance = [0.10, 0.85, 0.15, 0.80, 0.10, 0.75, 0.80]

  /// The mean distance of a run, in kilometres.
  static let distance = [5.0, 8, 5, 8, 5, 10, 16]

  /// The approximate mean and standard deviation of a day's load.
  static let mean = 6.0
  static let deviation = 6.4

  /// A weekly plan, roughly followed.
  static func weekly(_ days: Int, _ weekday: (Int) -> Int, _ random: inout Random) -> [Double] {
    (0..<days).map { day in
      let run = random.unit() < chance[weekday(day)]
      let length = distance[weekday(day)] * exp(0.25 * random.normal() - 0.03)
      return run ? (length * 10).rounded() / 10 : 0
    }
  }

  /// Blocks of three hard weeks and an easy one, with drifting form and
  /// lay-offs of ten to twenty days about every four months.
  static func blocks(_ days: Int, _ weekday: (Int) -> Int, _ random: inout Random) -> [Double] {
    let start = random.below(28)
    let form = random.autoregression(days, 0.985)
    var load = (0..<days).map { day in
      let run = random.unit() < chance[weekday(day)]
      let block = [0.8, 1, 1.2, 0.6][(day + start) / 7 % 4]
      let length =
        distance[weekday(day)] * block * exp(0.35 * form[day]) * exp(0.25 * random.normal() - 0.03)
      return run ? (length * 10).rounded() / 10 : 0
    }
    var day = Int(random.exponential(mean: 120)) + 1
    while day < days {
      let length = 10 + random.below(11)
      for index in day..<min(days, day + length) { load[index] = 0 }
      day += length + Int(random.exponential(mean: 120)) + 1
    }
    return load
  }
}
