package import JournalModel

extension SetsAndReps {
  /// Creates sets and repetitions from typed text.
  ///
  /// `3x30s` is three holds of 30 seconds, `3x12` is three sets of 12, `3x10x5s` is
  /// three sets of ten holds of 5 seconds; `30s` and `12` are one set. A number
  /// without a unit counts repetitions. Minutes without sets, as in `10m`, are the
  /// whole time.
  ///
  /// - Parameter text: The typed text.
  /// - Throws: ``InputError``.
  package init(_ text: String) throws(InputError) {
    self = try InputError.quoting(text) { () throws(InputError) in try SetsAndReps(reading: text) }
  }

  private init(reading text: String) throws(InputError) {
    let folded = InputText.words(text).joined()
    let parts = folded.split(
      omittingEmptySubsequences: false, whereSeparator: { "x×*".contains($0) })
    guard let last = parts.last, (1...3).contains(parts.count) else { throw .unknownSetsAndReps }
    if parts.count == 1, let seconds = try? DurationExpression.parse(folded), !Self.isHold(folded) {
      guard seconds <= 86_400 else { throw .setsAndRepsOutOfRange }
      self.init(durationSeconds: seconds)
      return
    }
    var counts: [Int] = []
    for part in parts.dropLast() {
      guard let count = InputText.digits(part) else { throw .unknownSetsAndReps }
      counts.append(count)
    }
    self.init()
    if let repetitions = Self.repetitions(last) {
      guard counts.count <= 1 else { throw .unknownSetsAndReps }
      self.repetitions = repetitions
    } else {
      do {
        holdSeconds = try DurationExpression.parse(String(last))
      } catch {
        throw error == .durationOutOfRange ? .setsAndRepsOutOfRange : .unknownSetsAndReps
      }
    }
    if let sets = counts.first { self.sets = sets }
    if counts.count == 2 { repetitions = counts[1] }
    guard (1...100).contains(sets ?? 1), (1...1000).contains(repetitions ?? 1),
      (1...3600).contains(holdSeconds ?? 1)
    else { throw .setsAndRepsOutOfRange }
  }

  /// Returns whether a time is in seconds alone, like the hold of a position.
  private static func isHold(_ text: String) -> Bool {
    guard let quantities = InputText.quantities(in: text), quantities.count == 1 else {
      return false
    }
    return quantities[0].unit.hasPrefix("s")
  }

  /// Returns the count of `12`, `12reps` or `1rep`.
  private static func repetitions(_ text: Substring) -> Int? {
    let name = ["reps", "rep"].first { text.hasSuffix($0) } ?? ""
    return InputText.digits(text.dropLast(name.count))
  }
}
