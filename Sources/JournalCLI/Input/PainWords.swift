/// The pain in the leg and where it is, from bare words in any order, as in
/// `4 left calf`.
struct PainWords {
  /// The pain in the leg, 0 to 10.
  private(set) var leg: Int?
  /// How far down it goes.
  private(set) var reach: Reach?
  /// The side.
  private(set) var side: BodySide?

  // "back" is not among them: some would read it as the place, and some as the
  // start of a rating of its own.
  private static let places = Reach.allCases.filter { $0 != .back }.map(\.name)
  private static let sides = BodySide.allCases.map(\.rawValue)
  /// Every place and side that may be typed.
  static let names = places + sides

  /// The places and sides that may still be typed: one of each at most.
  static func names(beside words: some Sequence<String>) -> [String] {
    let typed = Set(words)
    return [places, sides].filter(typed.isDisjoint).flatMap(\.self)
  }

  /// Understands a rating, a part of the leg and a side, each at most once; parts
  /// and sides also by a start that no other of them has.
  ///
  /// - Parameter words: What was typed.
  /// - Throws: ``InputError`` or ``UsageError``.
  init(_ words: [String]) throws {
    for word in words {
      if word.first.map(InputText.isDigit) == true {
        guard leg == nil else {
          throw UsageError("Only one number is the pain in the leg; that of the back is --back 2.")
        }
        leg = try RatingExpression.parse(word)
      } else {
        try place(word)
      }
    }
  }

  private mutating func place(_ word: String) throws {
    switch NearMiss(word, among: Self.names) {
    case .match(let name):
      let isNew =
        Self.sides.contains(name)
        ? Self.fill(&side, try BodySide(name)) : Self.fill(&reach, try Reach(name))
      guard isNew else {
        throw UsageError("Only one part of the leg and one side can be named; leave one out.")
      }
    case .ambiguous(let names):
      throw InputError.ambiguousReach(first: names[0], second: names[1])
    case .none(let near):
      guard !DayExpression.names(word) else { throw InputError.dayWithoutOption }
      let word = InputText.folded(word)
      guard !CommandPath(["pain"]).helpWords.contains("--\(word)") else {
        throw UsageError(
          "An option begins with two dashes, as in --\(word); see: nerve pain --help")
      }
      guard leg != nil else { throw InputError.notARating }
      guard let near = near.first else {
        throw UsageError(
          "There are more words here than the pain and its place, as in: nerve pain 4 left "
            + "calf; put them in a note: --note \"WORDS\"")
      }
      throw UsageError("This names no part of the leg and no side; did you mean \(near)?")
    }
  }

  /// Fills what is empty; `false` if it is not.
  private static func fill<T>(_ slot: inout T?, _ value: T) -> Bool {
    guard slot == nil else { return false }
    slot = value
    return true
  }
}
