extension EntryTable {
  /// The words for a row of the table, the preferred one first; none ends in the
  /// `s` of the plural.
  public var words: [String] {
    switch self {
    case .run: ["run"]
    case .checkIn: ["check-in", "pain"]
    case .stretch: ["stretch"]
    case .flareUp: ["flare", "flare-up"]
    case .crossTraining: ["cross", "cross-training"]
    case .dayMark: ["mark", "rest", "gap", "day-mark"]
    case .guidance: ["guidance"]
    case .footwear: ["shoe", "footwear"]
    case .exercise: ["exercise"]
    case .routine: ["routine"]
    case .routineStep: ["routine-step"]
    case .setting: ["setting"]
    }
  }

  /// The word for one row in commands, such as `flare`.
  public var word: String { words.first ?? rawValue }

  /// The word for several rows, such as `stretches`.
  public var pluralWord: String { Self.plural(of: word) }

  /// A count with the word, such as `2 stretches`.
  public func counted(_ count: Int) -> String { "\(count) \(count == 1 ? word : pluralWord)" }

  /// The plural of one of the ``words``.
  public static func plural(of word: String) -> String {
    switch word {
    case "cross", "cross-training", "guidance", "footwear": word
    case "stretch": "stretches"
    default: word + "s"
    }
  }
}
