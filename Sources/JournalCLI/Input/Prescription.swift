/// How an exercise was done: sets of repetitions, of a hold, or of both.
struct Prescription: Hashable, Sendable {
  /// The number of sets, 1 to 100.
  var sets: Int

  /// The repetitions of each set, 1 to 1,000, or `nil` if none were given.
  var repetitions: Int?

  /// How long each position is held in seconds, 1 to 3,600, or `nil` if no hold
  /// was given.
  var holdSeconds: Int?

  /// Creates a prescription from its numbers, which must be in range.
  init(sets: Int = 1, repetitions: Int? = nil, holdSeconds: Int? = nil) {
    self.sets = sets
    self.repetitions = repetitions
    self.holdSeconds = holdSeconds
  }

  /// Creates the prescription that `text` names.
  ///
  /// `3x30s` is three holds of 30 seconds, `3x12` three sets of 12, `3x10x5s`
  /// three sets of ten holds of 5 seconds; `30s` and `12` are one set. A number
  /// without a unit counts repetitions.
  ///
  /// - Parameter text: What was typed.
  /// - Throws: ``InputError``.
  init(_ text: String) throws(InputError) {
    let folded = InputText.words(text).joined()
    let parts = folded.split(
      omittingEmptySubsequences: false, whereSeparator: { "x×*".contains($0) })
    guard let last = parts.last, (1...3).contains(parts.count) else { throw .unknownPrescription }
    var counts: [Int] = []
    for part in parts.dropLast() {
      guard let count = InputText.digits(part) else { throw .unknownPrescription }
      counts.append(count)
    }
    self.init()
    if let repetitions = Self.repetitions(last) {
      guard counts.count <= 1 else { throw .unknownPrescription }
      self.repetitions = repetitions
    } else {
      do {
        holdSeconds = try DurationExpression.parse(String(last))
      } catch {
        throw error == .durationOutOfRange ? .prescriptionOutOfRange : .unknownPrescription
      }
    }
    if let sets = counts.first { self.sets = sets }
    if counts.count == 2 { repetitions = counts[1] }
    guard (1...100).contains(sets), (1...1000).contains(repetitions ?? 1),
      (1...3600).contains(holdSeconds ?? 1)
    else { throw .prescriptionOutOfRange }
  }

  /// Returns the count of `12`, `12reps` or `1rep`.
  private static func repetitions(_ text: Substring) -> Int? {
    let name = ["reps", "rep"].first { text.hasSuffix($0) } ?? ""
    return InputText.digits(text.dropLast(name.count))
  }
}

extension Prescription: CustomStringConvertible {
  /// The prescription as it can be typed, such as `3x30s`.
  var description: String {
    let parts = [sets == 1 ? nil : sets, repetitions].compactMap { $0.map(String.init) }
    return (parts + (holdSeconds.map { ["\($0)s"] } ?? [])).joined(separator: "x")
  }
}
