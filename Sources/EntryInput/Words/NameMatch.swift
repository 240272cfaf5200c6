/// The match of a word among the names of shoes, exercises or commands.
package enum NameMatch: Equatable, Sendable {
  /// The only candidate with the word as its name or as the start of one of its
  /// words.
  case match(String)
  /// All candidates that the word may be the start of, in order.
  case ambiguous([String])
  /// No candidate has the word; the suggestions are spelt like it, nearest first.
  case none(suggestions: [String])

  /// The largest number of suggestions.
  package static let maximumSuggestions = 3

  /// Looks for `word` among `candidates`, regardless of case.
  ///
  /// A whole name wins over longer names that it starts, and the start of a name over
  /// the start of a later word: `clifton` finds `Hoka Clifton 9`. Suggestions differ
  /// by a typing error or two from a whole name or from one of its words. They are
  /// only for errors, never to act on.
  package init(_ word: String, among candidates: [String]) {
    let folded = InputText.folded(word)
    let names = candidates.map { (name: $0, folded: InputText.folded($0)) }
    guard !folded.isEmpty else {
      self = .none(suggestions: [])
      return
    }
    if let whole = names.first(where: { $0.folded == folded }) {
      self = .match(whole.name)
      return
    }
    let starts = [
      names.filter { $0.folded.hasPrefix(folded) },
      names.filter { Self.ends(of: $0.folded).contains { $0.hasPrefix(folded) } },
    ]
    if let started = starts.first(where: { !$0.isEmpty })?.map(\.name) {
      self = started.count == 1 ? .match(started[0]) : .ambiguous(started)
      return
    }
    let near = names.enumerated()
      .compactMap { index, name in
        Self.slips(folded, name.folded).map {
          (slips: $0.count, part: $0.isInPart ? 1 : 0, index: index, name: name.name)
        }
      }
      .sorted { ($0.slips, $0.part, $0.index) < ($1.slips, $1.part, $1.index) }
    self = .none(suggestions: near.prefix(Self.maximumSuggestions).map(\.name))
  }

  /// The possible meanings, to suggest in an error.
  package var suggestions: [String] {
    switch self {
    case .match(let name): [name]
    case .ambiguous(let names): Array(names.prefix(Self.maximumSuggestions))
    case .none(let names): names
    }
  }

  /// Returns the rest of `name` from each of its words except the first.
  private static func ends(of name: String) -> [Substring] {
    name.indices.dropFirst().filter { index in
      isWordEnd(name[name.index(before: index)]) && !isWordEnd(name[index])
    }.map { name[$0...] }
  }

  private static func isWordEnd(_ character: Character) -> Bool { " -_".contains(character) }

  /// Returns the typing errors between `word` and `candidate`, or one of its words;
  /// `nil` if there are too many. Of equally near names, a whole one was meant.
  private static func slips(
    _ word: String, _ candidate: String
  ) -> (count: Int, isInPart: Bool)? {
    func slips(_ part: Substring) -> Int? {
      let slips = distance(from: Array(word), to: Array(part))
      return slips <= mostSlips(in: min(word.count, part.count)) ? slips : nil
    }
    let whole = slips(candidate[...])
    let parts = candidate.split(whereSeparator: isWordEnd).filter { $0.count >= 4 }
      .compactMap(slips).min()
    if let whole, parts.map({ whole <= $0 }) ?? true { return (whole, false) }
    return parts.map { ($0, true) }
  }

  /// Returns the typing errors allowed in a word of this length: short words are
  /// within two of nearly anything.
  private static func mostSlips(in letters: Int) -> Int {
    switch letters {
    case ..<3: 0
    case ..<6: 1
    default: 2
    }
  }

  /// Returns the number of letters to insert, delete, replace or swap with their
  /// neighbour, none of them twice, to turn `word` into `other`.
  ///
  /// Known as optimal string alignment, the restricted Damerau-Levenshtein
  /// distance.
  ///
  /// - Complexity: O(*m* *n*).
  package static func distance(from word: [Character], to other: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in word.enumerated() {
      var current = [row + 1]
      for (column, replacement) in other.enumerated() {
        var best = min(
          last[column] + (letter == replacement ? 0 : 1), last[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == other[column - 1], word[row - 1] == replacement {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
