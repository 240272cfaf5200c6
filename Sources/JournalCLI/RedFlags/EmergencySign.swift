import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// A sign of the red-flag card that a check-in may declare.
///
/// This is the one table of them: the options of `nerve pain` take their names
/// from here, and so does the search for signs among typed words.
enum EmergencySign: CaseIterable {
  case weakness
  case saddle
  case bladderOrBowel
  case bothSides

  /// The field of a check-in for it.
  var field: String {
    switch self {
    case .weakness: "weakness"
    case .saddle: "saddle_numbness"
    case .bladderOrBowel: "bladder_or_bowel"
    case .bothSides: "side"
    }
  }

  /// The value of the field if the sign is present.
  var value: SQLiteValue { self == .bothSides ? .text(BodySide.both.rawValue) : 1 }

  /// The names of its option, without the dashes.
  var names: [String] {
    switch self {
    case .weakness: ["weakness"]
    case .saddle: ["saddle"]
    case .bladderOrBowel: ["bladder", "bowel"]
    case .bothSides: ["side"]
    }
  }

  /// The names of its option, for the parser.
  var optionNames: NameSpecification { NameSpecification(names.map { .customLong($0) }) }

  /// Whether a value after its option declares it; `nil` if the option alone does.
  var isDeclaredBy: ((String) -> Bool)? {
    guard self == .bothSides else { return nil }
    return { word in
      if let side = try? BodySide(word) { return side == .both }
      return NameMatch(word, among: BodySide.allCases.map(\.rawValue)).first
        == BodySide.both.rawValue
    }
  }

  /// The signs whose option alone declares them.
  private static let flags = allCases.filter { $0.isDeclaredBy == nil }

  /// The sign whose option is `name`.
  static func called(_ name: String) -> EmergencySign? {
    allCases.first { $0.names.contains(name) }
  }

  /// The signs that bare words declare, such as `both`, or `bladder` without its
  /// dashes, even with a typo; other words are ignored.
  static func declared(by words: some Sequence<String>) -> [String: SQLiteValue] {
    // Behind -- an option is a bare word too, and so is one with a dash that the
    // parser does not know.
    let words = words.flatMap { MisspeltLine.withoutDashes($0).split(separator: "=") }
      .map(String.init)
    return fields(
      of: words.compactMap { word in
        if InputText.folded(word) == BodySide.otherNameOfBoth { return .bothSides }
        return switch NameMatch(word, among: PainWords.names) {
        case .match(let name): name == BodySide.both.rawValue ? .bothSides : nil
        case .ambiguous, .none:
          flags.first { $0.names.contains { isNear(word, to: $0) } }
            ?? (isNear(word, to: BodySide.both.rawValue) ? .bothSides : nil)
        }
      })
  }

  /// Whether a word is the start of `name`, or one typo away from it.
  private static func isNear(_ word: String, to name: String) -> Bool {
    let word = InputText.folded(word)
    guard word.count >= 3 else { return false }
    return name.hasPrefix(word)
      || NameMatch.distance(from: Array(word), to: Array(name)) <= 1
  }

  /// The signs as fields of a check-in.
  static func fields(of signs: some Sequence<EmergencySign>) -> [String: SQLiteValue] {
    Dictionary(signs.map { ($0.field, $0.value) }) { value, _ in value }
  }
}

extension NameMatch {
  /// The only exact or near match, if there is just one.
  var first: String? {
    switch self {
    case .match(let name): name
    case .ambiguous: nil
    case .none(let suggestions): suggestions.first
    }
  }
}

/// A command whose words and options may declare signs.
protocol SignDeclaring: ParsableCommand {}
