import EntryInput
import JournalModel
import JournalStore
import Reports

/// A topic of `nerve compare`, as it is typed.
enum ComparisonWord: String, CaseIterable {
  case shoe
  case surface
  case stretch
  case routine
  case time
  case terrain

  /// The topic that the words after `nerve compare` mean.
  ///
  /// - Parameters:
  ///   - what: A topic or an SQL condition.
  ///   - names: Such as two shoes.
  ///   - journal: The journal that has them.
  /// - Returns: The topic, with names as the journal has them.
  /// - Throws: ``UsageError``.
  static func topic(
    _ what: String, _ names: [String], in journal: Journal
  ) throws -> ComparisonTopic {
    guard let word = ComparisonWord(rawValue: InputText.folded(what)) else {
      try checkCondition(what, journal)
      return try without(names, for: "An SQL condition", .condition(what))
    }
    switch word {
    case .shoe:
      return .shoe(try two(names, "shoe") { try journal.namedShoe($0).name })
    case .surface:
      return .surface(
        try two(names, "surface") { word in
          try Surface(
            word: word, "surface",
            "road, path, trail, grass, track, treadmill, sand or mixed"
          ).rawValue
        })
    case .stretch:
      // A name of several words needs no quotes.
      return .stretch(
        try names.isEmpty ? nil : journal.exercise(called: names.joined(separator: " ")))
    case .routine:
      guard !names.isEmpty else {
        throw UsageError(
          "nerve compare routine needs the name of a routine; see: nerve routine list")
      }
      return .routine(try journal.routine(called: names.joined(separator: " ")))
    case .time: return try without(names, for: "nerve compare time", .time)
    case .terrain: return try without(names, for: "nerve compare terrain", .terrain)
    }
  }

  /// Returns up to two names that differ.
  private static func two(
    _ typed: [String], _ noun: String, _ name: (String) throws -> String
  ) throws -> [String] {
    guard typed.count <= 2 else {
      throw UsageError("nerve compare \(noun) takes two names; remove \(Quoted.text(typed[2])).")
    }
    let names = try typed.map(name)
    guard Set(names).count == names.count else {
      throw UsageError("Both names mean the same \(noun); choose another one to compare it with.")
    }
    return names
  }

  private static func without(
    _ names: [String], for subject: String, _ topic: ComparisonTopic
  ) throws -> ComparisonTopic {
    guard let name = names.first else { return topic }
    throw UsageError("\(subject) stands alone; remove \(Quoted.text(name)).")
  }

  /// Refuses a single word that is no column: it was meant for a topic.
  private static func checkCondition(_ text: String, _ journal: Journal) throws {
    let isWord = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let columns = try journal.schemaNames().only(RunCondition.views).tables.values.flatMap(\.self)
    guard isWord, Double(text) == nil, !columns.contains(text.lowercased()) else { return }
    throw UsageError(
      unknown: "topic", text,
      use: allCases.map(\.rawValue).joined(separator: ", ")
        + " or an SQL condition in quotes, such as 'rpe > 6'")
  }
}
