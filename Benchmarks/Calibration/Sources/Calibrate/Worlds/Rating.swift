import Foundation

/// From a felt level of pain to the number that is written down.
enum Rating {
  /// Whole numbers from 0 to 10; halves go to the even number, as in numpy.
  case whole
  /// Only 0, 5 or 10, and mostly 0.
  case heaped

  func callAsFunction(_ level: Double) -> Double {
    switch self {
    case .whole: Self.clamped(level.rounded(.toNearestOrEven))
    case .heaped: level < 1.28 ? 0 : level < 2.3 ? 5 : 10
    }
  }

  /// A felt level within the scale.
  static func clamped(_ level: Double) -> Double { min(10, max(0, level)) }
}

/// Which ratings are missing.
enum Loss {
  /// None.
  case none
  /// Three in ten, at random.
  case atRandom
  /// Three in ten, about a week at a time.
  case inRuns
  /// Six in ten without pain, one in ten with.
  case whenWell
  /// Seven in ten on rest days with little pain.
  case whenWellAtRest

  func callAsFunction(_ life: Life, _ random: inout Random) -> [Double?] {
    switch self {
    case .none: return life.pain
    case .atRandom: return life.pain.map { random.unit() < 0.3 ? nil : $0 }
    case .whenWell: return life.pain.map { random.unit() < ($0 == 0 ? 0.6 : 0.1) ? nil : $0 }
    case .whenWellAtRest:
      return zip(life.load, life.pain).map { load, pain in
        let isLost = random.unit() < 0.7
        return isLost && load == 0 && (pain ?? 0) <= 2 ? nil : pain
      }
    case .inRuns:
      let end = 1.0 / 7
      let begin = end * 0.3 / 0.7
      var isLost = random.unit() < 0.3
      return life.pain.map { value in
        defer { isLost = random.unit() < (isLost ? 1 - end : begin) }
        return isLost ? nil : value
      }
    }
  }
}
