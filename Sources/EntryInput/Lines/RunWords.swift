import JournalModel

/// A run written without options: how far, how long, and then its shoe.
package enum RunWords {
  /// Whether `words` begin with a distance, a duration or a pace, and so are a run.
  ///
  /// A bare number can be a rating too, so it needs a unit or a second measure.
  package static func begin(_ words: some Collection<String>) -> Bool {
    guard let first = words.first else { return false }
    let second = words.dropFirst().first
    guard isNumber(first) else { return isMeasure(first) }
    return second.map { isMeasure(first + $0) || !isNumber($0) && isMeasure($0) } ?? false
  }

  /// Returns the words after `nerve run`, with the words after the measures as the shoe.
  package static func withShoe(_ words: [String]) -> [String] {
    var end = 0
    while end < words.count {
      let joined = end > 0 && isNumber(words[end - 1]) ? words[end - 1] + words[end] : ""
      guard isNumber(words[end]) || isMeasure(words[end]) || isMeasure(joined) else { break }
      end += 1
    }
    let shoe = words[end...].prefix { !$0.hasPrefix("-") }
    let isNamed = words.contains { $0 == "-s" || $0 == "--shoe" || $0.hasPrefix("--shoe=") }
    guard end > 0, !shoe.isEmpty, !isNamed else { return words }
    return words[..<end] + ["--shoe", shoe.joined(separator: " ")] + words[shoe.endIndex...]
  }

  private static func isNumber(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { InputText.isDigit($0) || ".,".contains($0) }
  }

  /// Whether `word` is a distance, a duration or a pace with its unit, even one that is
  /// out of range.
  private static func isMeasure(_ word: String) -> Bool {
    guard let first = word.first, InputText.isDigit(first) || first == ".", !isNumber(word) else {
      return false
    }
    if word.contains("/") { return isPace(word) }
    do {
      _ = try DistanceExpression.parse(word, unit: .kilometres)
      return true
    } catch {
      guard error == .unknownDistance else { return true }
    }
    do {
      _ = try DurationExpression.parse(word)
      return true
    } catch {
      return error != .unknownDuration
    }
  }

  private static func isPace(_ word: String) -> Bool {
    do {
      _ = try PaceExpression.parse(word, unit: .kilometres)
      return true
    } catch {
      return error == .paceOutOfRange
    }
  }
}
