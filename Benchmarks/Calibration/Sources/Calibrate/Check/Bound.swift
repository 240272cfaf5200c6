import Correlator

/// A true rate that a sound Correlator has in some world.
struct Bound: Sendable {
  /// What is counted.
  enum Event: String, Sendable {
    case claim = "any claim"
    case word = "a hint or any claim"
    case worsens
    case lessPainAfter = "less pain after"
    case lessPainAfterWithoutColumns = "less pain after, columns withheld"
    case dependsOnLength = "depends on length"
    case noLinkSeen = "no link seen"
    case alarm = "the timing alarm"
    case adjusted = "p < 0.05, adjusted"
    case pearson = "p < 0.05, Pearson"
    case spearmanEffective = "p < 0.05, Spearman with N*"

    func happens(in reading: Reading) -> Bool {
      switch self {
      case .claim: reading.kind.isClaim
      case .word: reading.kind.isClaim || reading.kind == .hint
      case .worsens: reading.kind == .worsens
      case .lessPainAfter: reading.kind == .lessPainAfter
      case .lessPainAfterWithoutColumns: reading.plainKind == .lessPainAfter
      case .dependsOnLength: reading.kind == .dependsOnLength
      case .noLinkSeen: reading.kind == .noLinkSeen
      case .alarm: reading.alarm
      case .adjusted: (reading.pValues[.adjusted] ?? 1) < 0.05
      case .pearson: (reading.pValues[.pearson] ?? 1) < 0.05
      case .spearmanEffective: (reading.pValues[.spearmanEffective] ?? 1) < 0.05
      }
    }
  }

  let event: Event
  let rates: ClosedRange<Double>

  init(_ event: Event, _ rates: ClosedRange<Double>) {
    self.event = event
    self.rates = rates
  }
}
