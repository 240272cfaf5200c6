package import JournalModel

/// Leg pain and its place, typed as words in any order, as in `4 left calf`.
package struct PainWords {
  /// Leg pain, 0 to 10.
  package private(set) var leg: Int?
  /// How far down the leg the pain goes.
  package private(set) var reach: Reach?
  /// The side.
  package private(set) var side: BodySide?

  /// The meaning of a word.
  private enum Place: Equatable {
    case reach(Reach)
    case side(BodySide)
  }

  // Not "back": it could be the place, or the start of a rating of back pain.
  private static let places = Reach.allCases.filter { $0 != .back }.map(\.name)
  private static let sides = BodySide.allCases.map(\.rawValue)
  /// All words for places and sides.
  package static let names = places + sides

  /// The number of words in the longest name of a place, "back of the thigh".
  private static let mostWords = 4

  /// Returns the places and sides that can follow `words`: at most one of each.
  package static func names(beside words: some Sequence<String>) -> [String] {
    let typed = Set(words)
    return [places, sides].filter(typed.isDisjoint).flatMap(\.self)
  }

  /// Creates the value from a rating, a part of the leg and a side, each at most
  /// once; the unique start of a word is enough, and parts have other names.
  ///
  /// - Parameters:
  ///   - words: The typed words.
  ///   - options: The names of the command's options, to recognise one without its
  ///     dashes.
  /// - Throws: ``InputError`` or ``UsageError``.
  package init(_ words: [String], options: @autoclosure () -> [String] = []) throws {
    var rest = words[...]
    while let word = rest.first {
      if word.first.map(InputText.isDigit) == true {
        guard leg == nil else {
          throw UsageError(
            "Unexpected number \(Quoted.text(word)): leg pain is one number; for back pain use "
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

  /// Returns how many words at the start of `words` together name a place.
  private static func length(ofNameIn words: ArraySlice<String>) -> Int {
    (1...mostWords).last { count in
      count <= words.count && count > 1
        && isOtherName(InputText.folded(words.prefix(count).joined(separator: " ")))
    } ?? 1
  }

  private static func isOtherName(_ text: String) -> Bool {
    Reach.allCases.contains { $0.otherNames.contains(text) }
  }

  /// Returns the meaning of `word`, or `nil` if it has none.
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

  /// Takes the part of the leg or the side named by `word`; returns whether there
  /// is one.
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
      "\(Quoted.text(word)) could be a place or back pain; use --reach back or --back 2."
    )
  }

  private static func tooMany(_ word: String) -> UsageError {
    UsageError(
      "Unexpected word \(Quoted.text(word)): use only one part of the leg and one side.")
  }

  /// Returns the reason why `word` is not understood.
  private static func unknown(
    _ word: String, isRated: Bool, options: [String]
  ) -> any Error {
    let folded = InputText.folded(word)
    guard !DayExpression.names(word) else { return InputError.dayWithoutOption.about(word) }
    guard folded != Reach.back.name else { return back(word) }
    guard !options.contains(folded) else {
      return UsageError(
        "Options begin with two dashes, as in --\(folded); see: nerve pain --help")
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
      "\(Quoted.text(word)) is neither a part of the leg nor a side; put other words in a note: "
        + "--note \"WORDS\"")
  }
}

private func isRating(_ word: String) -> Bool { word.first.map(InputText.isDigit) == true }
