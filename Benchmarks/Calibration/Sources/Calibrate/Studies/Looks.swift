import Correlator

/// What a person hears who asks every thirty days, by load and pain alone.
struct Looks: Sendable {
  /// Something that the verdict may say.
  enum Saying: String, CaseIterable, Sendable {
    case worsens
    case dependsOnLength = "depends on length"
    case lessPainAfter = "less pain after"
    case harm = "worsens or depends on length"
    case claim = "any claim"
    case word = "a hint or any claim"
    /// What a plain test of the adjusted effect at lag 1 would say.
    case simpleTest = "p < 0.05"

    func isSaid(by verdict: Verdict) -> Bool {
      switch self {
      case .worsens: verdict.kind == .worsens
      case .dependsOnLength: verdict.kind == .dependsOnLength
      case .lessPainAfter: verdict.kind == .lessPainAfter
      case .harm: verdict.kind == .worsens || verdict.kind == .dependsOnLength
      case .claim: verdict.kind.isClaim
      case .word: verdict.kind.isClaim || verdict.kind == .hint
      case .simpleTest: (verdict.evidence?.effects.first?.estimate.p ?? 1) < 0.05
      }
    }
  }

  /// The day on which each was first said, if ever.
  private(set) var first: [Saying: Int] = [:]

  /// The answer of all days.
  let last: Verdict.Kind

  init(_ life: Life) {
    let days = life.load.count
    for day in stride(from: 90, through: days, by: 30) {
      let verdict = verdict(life.diary(count: day))
      for saying in Saying.allCases where first[saying] == nil && saying.isSaid(by: verdict) {
        first[saying] = day
      }
    }
    last = verdict(life.diary()).kind
  }
}

extension Verdict.Kind {
  /// More than a hint.
  var isClaim: Bool { [.worsens, .lessPainAfter, .mixed, .dependsOnLength].contains(self) }
}
