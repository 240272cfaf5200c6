package import Correlator
package import Reports

extension Verdict.Kind {
  /// The answer in a few words, for tables.
  package var phrase: String {
    switch self {
    case .worsens: "more pain after runs"
    case .lessPainAfter: "less pain after runs"
    case .mixed: "mixed"
    case .dependsOnLength: "depends on the length"
    case .hint: "a hint"
    case .noLinkSeen: "no link seen"
    case .unclear: "unclear"
    case .notEnoughData: "not enough data"
    }
  }
}

extension DayColumn {
  /// Its name in a sentence.
  package var phrase: String {
    switch self {
    case .sitting: "sitting"
    case .flare: "flare-ups"
    case .medication: "medication"
    case .eveningPain: "the evening's pain"
    }
  }

  /// What to write down for it.
  var habit: String {
    switch self {
    case .sitting: "your hours of sitting"
    case .flare: "flare-ups"
    case .medication: "medication"
    case .eveningPain: "the evening's pain"
    }
  }
}

extension CorrelationQuestion.Pain {
  /// More of it, or less, such as `more leg pain`.
  func change(isMore: Bool) -> String {
    switch self {
    case .leg, .back: "\(isMore ? "more" : "less") \(name)"
    case .worst: "\(isMore ? "higher" : "lower") peaks of leg pain"
    case .reach: "pain that reaches \(isMore ? "further" : "less far") down"
    }
  }

  /// What its points measure.
  var scale: String {
    switch self {
    case .leg, .worst: "leg pain"
    case .back: "back pain"
    case .reach: "reach"
    }
  }

  /// Its name.
  package var name: String {
    switch self {
    case .leg: "leg pain"
    case .back: "back pain"
    case .worst: "the day's worst leg pain"
    case .reach: "the reach of the pain"
    }
  }
}

extension String {
  /// The same with a capital first letter.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }

  /// The same with a small first letter.
  var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}

extension Interval {
  /// Both limits times a positive number.
  package func scaled(_ factor: Double) -> Interval {
    Interval(lower: lower * factor, upper: upper * factor)
  }
}
