import Foundation

/// A runner whose pain may change the running, and whose running may change the
/// pain.
struct Runner {
  /// The basis of a runner's decision whether and how far to run.
  enum Habit {
    /// Nothing.
    case none
    /// This morning's rating.
    case rating
    /// How the leg feels, finer than the rating.
    case feeling
    /// The mean rating of the last three days.
    case threeDays
  }

  var habit = Habit.none
  /// How strongly pain carries over from one day to the next.
  var memory = 0.9
  /// The effect of load on pain `delay` days later, in standard deviations of pain
  /// per standard deviation of load: `lasting` fades with the pain itself, `passing` is gone
  /// the day after, `jump` is added after more than 12 km.
  var lasting = 0.0
  var passing = 0.0
  var jump = 0.0
  var delay = 1
  /// The rating is made in the evening and contains this much of the day's
  /// load.
  var sameDay = 0.0

  /// Simulates six extra weeks and discards them.
  func live(
    _ days: Int, _ weekday: (Int) -> Int, _ random: inout Random
  ) -> (load: [Double], pain: [Double]) {
    let warmUp = 42
    var load: [Double] = []
    var pain: [Double] = []
    var level = 0.0
    let scale = (1 - memory * memory).squareRoot()
    for day in 0..<(days + warmUp) {
      let weekday = weekday(day)
      level = day == 0 ? random.normal() : memory * level + scale * random.normal()
      var felt = level
      if day >= delay {
        let before = load[day - delay]
        let standardised = (before - Running.mean) / Running.deviation
        level += lasting * standardised
        felt = level + passing * standardised + (before > 12 ? jump : 0)
      }
      let rating = Pain.rating(felt)
      var chance = Running.chance[weekday]
      var distance = Running.distance[weekday]
      if let soreness = soreness(felt, rating, pain) {
        chance *= 1.05 / (1 + exp((soreness - 3.5) / 0.8))
        distance *= max(0.3, 1 - 0.1 * soreness)
      }
      let length = (10 * distance * exp(0.25 * random.normal() - 0.03)).rounded() / 10
      load.append(random.unit() < chance ? length : 0)
      let today = (load[day] - Running.mean) / Running.deviation
      pain.append(sameDay == 0 ? rating : Pain.rating(felt + sameDay * today))
    }
    return (Array(load[warmUp...]), Array(pain[warmUp...]))
  }

  private func soreness(_ felt: Double, _ rating: Double, _ before: [Double]) -> Double? {
    switch habit {
    case .none: return nil
    case .rating: return rating
    case .feeling: return min(10, max(0, Pain.mean + Pain.deviation * felt))
    case .threeDays:
      let ratings = [rating] + before.suffix(2)
      return ratings.reduce(0, +) / Double(ratings.count)
    }
  }
}
