package import JournalModel

/// The words that declare a sign.
extension EmergencySign {
  /// The names of its option, without the dashes.
  package var names: [String] { field.field.option?.names ?? [] }

  /// The word after its option that declares it; `nil` if the option alone does.
  private var word: String? { if case .text(let word) = value { word } else { nil } }

  /// Whether a value after its option declares it; `nil` if the option alone does.
  package var isDeclaredBy: ((String) -> Bool)? {
    guard let sign = word, case .choice(let words) = field.field.kind else { return nil }
    return { word in
      let read = try? FieldExpression.parse(word, for: field.field, unit: .kilometres)
      if let read { return read == value }
      return NameMatch(word, among: words).first == sign
    }
  }

  /// The signs whose option alone declares them.
  private static let flags = allCases.filter { $0.isDeclaredBy == nil }

  /// The sign whose option is called so.
  package static func called(_ name: String) -> EmergencySign? {
    allCases.first { $0.names.contains(name) }
  }

  /// The signs that bare words declare, such as `both`, or `bladder` without its
  /// dashes, also with a slip; other words may be whatever they are.
  package static func declared(by words: some Sequence<String>) -> Changes<CheckIn> {
    // Behind -- an option is a bare word too, and so is one with a dash that the
    // parser does not know.
    let words = words.flatMap { InputText.withoutDashes($0).split(separator: "=") }
      .map(String.init)
    return changes(
      of: words.compactMap { word in
        if InputText.folded(word) == BodySide.otherNameOfBoth { return bothSides }
        return switch NameMatch(word, among: PainWords.names) {
        case .match(let name): name == BodySide.both.rawValue ? bothSides : nil
        case .ambiguous, .none:
          flags.first { $0.names.contains { isNear(word, to: $0) } }
            ?? (isNear(word, to: BodySide.both.rawValue) ? bothSides : nil)
        }
      })
  }

  /// Whether a word is the start of `name`, or one slip away from it.
  private static func isNear(_ word: String, to name: String) -> Bool {
    let word = InputText.folded(word)
    guard word.count >= 3 else { return false }
    return name.hasPrefix(word)
      || NameMatch.distance(from: Array(word), to: Array(name)) <= 1
  }

  /// The signs as fields of a check-in.
  package static func changes(of signs: some Sequence<EmergencySign>) -> Changes<CheckIn> {
    signs.reduce(into: Changes()) { $0.set($1.field, to: $1.value) }
  }

  /// Both sides, which a bare word declares too.
  private static let bothSides = allCases.first { $0.field.path == \CheckIn.side }
}

extension NameMatch {
  /// What the word means or may have been meant as, if there is one such thing.
  package var first: String? {
    switch self {
    case .match(let name): name
    case .ambiguous: nil
    case .none(let suggestions): suggestions.first
    }
  }
}
