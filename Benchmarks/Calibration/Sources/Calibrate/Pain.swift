/// Ratings from 0 to 10, and how they go missing.
enum Pain {
  static let mean = 1.2
  static let deviation = 2.2

  /// The whole-number rating for a latent level of pain.
  static func rating(
    _ level: Double, mean: Double = mean, deviation: Double = deviation
  ) -> Double {
    min(10, max(0, (mean + deviation * level).rounded(.toNearestOrEven)))
  }

  /// Which ratings are missing.
  enum Loss {
    /// None.
    case none
    /// Three in ten, at random.
    case atRandom
    /// Three in ten, a week at a time.
    case inRuns
    /// Six in ten without pain, one in ten with.
    case whenWell
  }

  static func losing(_ loss: Loss, _ pain: [Double], _ random: inout Random) -> [Double?] {
    switch loss {
    case .none: return pain
    case .atRandom: return pain.map { random.unit() < 0.3 ? nil : $0 }
    case .whenWell: return pain.map { random.unit() < ($0 == 0 ? 0.6 : 0.1) ? nil : $0 }
    case .inRuns:
      let end = 1.0 / 7
      let begin = end * 0.3 / 0.7
      var isLost = random.unit() < 0.3
      return pain.map { value in
        defer { isLost = random.unit() < (isLost ? 1 - end : begin) }
        return isLost ? nil : value
      }
    }
  }
}
