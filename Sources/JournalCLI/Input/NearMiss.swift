/// What a word may mean among the names of shoes, exercises or commands.
enum NearMiss: Equatable, Sendable {
  /// The one candidate that the word names or starts, as the candidate is
  /// written.
  case match(String)
  /// All candidates that the word starts, in their order.
  case ambiguous([String])
  /// No candidate starts with the word; these few are spelt much like it,
  /// nearest first.
  case none(suggestions: [String])

  /// The largest number of slips between a word and a suggestion for it.
  static let maximumSlips = 2

  /// The largest number of suggestions.
  static let maximumSuggestions = 3

  /// Looks for `word` among `candidates`, without regard to case.
  ///
  /// A whole name wins over longer names that it starts. A suggestion may also
  /// be near to the start of a longer name, so that `pegasis` finds `Pegasus 40`.
  /// Suggestions are only for asking back, never for acting on.
  init(_ word: String, among candidates: [String]) {
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
    let started = names.filter { $0.folded.hasPrefix(folded) }.map(\.name)
    if let first = started.first {
      self = started.count == 1 ? .match(first) : .ambiguous(started)
      return
    }
    // A short word is within two slips of nearly anything.
    let limit = min(Self.maximumSlips, max(1, folded.count / 2))
    let near = names.enumerated()
      .map { (slips: Self.slips(folded, $1.folded), index: $0, name: $1.name) }
      .filter { $0.slips <= limit && $0.slips < folded.count }
      .sorted { ($0.slips, $0.index) < ($1.slips, $1.index) }
    self = .none(suggestions: near.prefix(Self.maximumSuggestions).map(\.name))
  }

  /// Returns the smaller of the distances of `word` to `candidate` and, for
  /// words of four letters or more, to any start of it.
  private static func slips(_ word: String, _ candidate: String) -> Int {
    let distances = distances(from: Array(word), toStartsOf: Array(candidate))
    let whole = distances.last ?? word.count
    return word.count < 4 ? whole : min(whole, distances.min() ?? whole)
  }

  /// Returns the number of letters to insert, drop, replace or swap with their
  /// neighbour, no letter twice, to turn `word` into each start of `candidate`.
  ///
  /// Known as optimal string alignment, the restricted Damerau-Levenshtein
  /// distance. Element *j* belongs to the first *j* letters.
  ///
  /// - Complexity: O(*m* *n*).
  static func distances(
    from word: [Character], toStartsOf candidate: [Character]
  ) -> [Int] {
    var beforeLast: [Int] = []
    var last = Array(0...candidate.count)
    for (row, letter) in word.enumerated() {
      var current = [row + 1]
      for (column, other) in candidate.enumerated() {
        var best = min(
          last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == candidate[column - 1], word[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last
  }
}
