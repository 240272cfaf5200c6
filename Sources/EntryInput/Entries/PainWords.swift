package import JournalModel

/// The pain in the leg and where it is, from bare words in any order, as in
/// `4 left calf`.
package struct PainWords {
  /// The pain in the leg, 0 to 10.
  package private(set) var leg: Int?
  /// How far down it goes.
  package private(set) var reach: Reach?
  /// The side.
  package private(set) var side: BodySide?

  /// What a word stands for.
  private enum Place: Equatable {
    case reach(Reach)
    case side(BodySide)
  }

  // "back" is not among them: some would read it as the place, and some as the
  // start of a rating of its own.
  private static let places = Reach.allCases.filter { $0 != .back }.map(\.name)
  private static let sides = BodySide.allCases.map(\.rawValue)
  /// Every place and side that may be typed.
  package static let names = places + sides

  /// The longest name of a place in words, as in "back of the thigh".
  private static let mostWords = 4

  /// The places and sides that may still be typed: one of each at most.
  package static func names(beside words: some Sequence<String>) -> [String] {
    let typed = Set(words)
    return [places, sides].filter(typed.isDisjoint).flatMap(\.self)
  }

  /// Understands a rating, a part of the leg and a side, each at most once; parts
  /// and sides also by a start that no other of them has, parts by other names.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - options: The names of the command's options, for an option without its dashes.
  /// - Throws: ``InputError`` or ``UsageError``.
  package init(_ words: [String], options: @autoclosure () -> [String] = []) throws {
    var rest = words[...]
    while let word = rest.first {
      if word.first.map(InputText.isDigit) == true {
        guard leg == nil else {
          throw UsageError(
            "Only one number is the leg pain, so \(Quoted.text(word)) is too much; back pain is "
              + "--back 2.")
        }
        leg = try RatingExpression.parse(word)
        rest.removeFirst()
      } else {
        let count = Self.length(ofNameIn: rest)
        let name = rest.prefix(count).joined(separator: " ")
        guard try take(name) else {
          throw Self.unknown(
            name, isRated: words.contains(where: isRating), options: options())
        }
        rest.removeFirst(count)
      }
    }
  }

  /// How many words at the start of `words` name a place together.
  private static func length(ofNameIn words: ArraySlice<String>) -> Int {
    (1...mostWords).last { count in
      count <= words.count && count > 1
        && isOtherName(InputText.folded(words.prefix(count).joined(separator: " ")))
    } ?? 1
  }

  private static func isOtherName(_ text: String) -> Bool {
    Reach.allCases.contains { $0.otherNames.contains(text) }
  }

  /// What `word` stands for, or `nil` if it stands for nothing.
  private static func meaning(of word: String) throws(InputError) -> Place? {
    switch NameMatch(word, among: names) {
    case .match(let name):
      return sides.contains(name) ? .side(try BodySide(name)) : .reach(try Reach(name))
    case .ambiguous(let names):
      throw InputError.ambiguousReach(first: names[0], second: names[1]).about(word)
    case .none:
      let word = InputText.folded(word)
      if word == BodySide.otherNameOfBoth { return .side(.both) }
      return Reach(synonym: word).map(Place.reach)
    }
  }

  /// Takes the part of the leg or the side that `word` names, and returns whether it
  /// names one.
  private mutating func take(_ word: String) throws -> Bool {
    switch try Self.meaning(of: word) {
    case .reach(.back): throw Self.back(word)
    case .reach(let named):
      guard reach == nil else { throw Self.tooMany(word) }
      reach = named
    case .side(let named):
      guard side == nil else { throw Self.tooMany(word) }
      side = named
    case nil: return false
    }
    return true
  }

  private static func back(_ word: String) -> UsageError {
    UsageError(
      "\(Quoted.text(word)) could be how far down the pain goes or a pain of its own; write --reach back or --back 2."
    )
  }

  private static func tooMany(_ word: String) -> UsageError {
    UsageError(
      "Only one part of the leg and one side can be named; leave \(Quoted.text(word)) or the other "
        + "out.")
  }

  /// Why `word` is not understood.
  private static func unknown(
    _ word: String, isRated: Bool, options: [String]
  ) -> any Error {
    let folded = InputText.folded(word)
    guard !DayExpression.names(word) else { return InputError.dayWithoutOption.about(word) }
    guard folded != Reach.back.name else { return back(word) }
    guard !options.contains(folded) else {
      return UsageError(
        "An option begins with two dashes, as in --\(folded); see: nerve pain --help")
    }
    let known = names + Reach.allCases.filter { $0 != .back }.flatMap(\.otherNames)
    let near = NameMatch(word, among: known).suggestions
    guard near.isEmpty else {
      return UsageError(
        "\(Quoted.text(word)) is neither a part of the leg nor a side; did you mean "
          + "\(near.joined(separator: " or "))?")
    }
    guard isRated else { return InputError.notARating.about(word) }
    return UsageError(
      "\(Quoted.text(word)) is neither a part of the leg nor a side, as in: nerve pain 4 left calf; put "
        + "other words in a note: --note \"WORDS\"")
  }
}

private func isRating(_ word: String) -> Bool { word.first.map(InputText.isDigit) == true }
