internal import JournalModel
public import JournalStore

/// What two kinds of running differ in.
public enum ComparisonTopic: Equatable, Sendable {
  /// The shoe: up to two names; the most used others that can be compared make them
  /// two.
  case shoe([String])
  /// The surface, likewise.
  case surface([String])
  /// An exercise on the same day, or any if there is no name.
  case stretch(String?)
  /// A whole routine on the same day.
  case routine(StoredRoutine)
  /// Before noon, or later.
  case time
  /// Flat, or hilly by the runner's own median.
  case terrain
  /// An SQL expression, false or true.
  case condition(String)
}

extension ComparisonTopic {
  /// Whether it could show the effect of a trial of `kind` before its end; a
  /// condition may be about anything.
  func isLook(at kind: TrialPlan.Kind) -> Bool {
    switch self {
    case .shoe: kind == .shoe
    case .stretch, .routine: kind == .stretch || kind == .routine || kind == .warmUp
    case .condition: true
    case .surface, .time, .terrain: false
    }
  }
}
