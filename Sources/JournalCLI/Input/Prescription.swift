/// How an exercise was done: sets of repetitions, of a hold, or of both; or for
/// how long altogether.
struct Prescription: Hashable, Sendable {
  /// The number of sets, 1 to 100, or `nil` if only the whole time is known.
  var sets: Int?

  /// The repetitions of each set, 1 to 1,000, or `nil` if none were given.
  var repetitions: Int?

  /// How long each position is held in seconds, 1 to 3,600, or `nil` if no hold
  /// was given.
  var holdSeconds: Int?

  /// How long it all took in seconds, 1 to 86,400, or `nil` if that was not given.
  var durationSeconds: Int?

  /// Creates a prescription from its numbers, which must be in range.
  init(sets: Int = 1, repetitions: Int? = nil, holdSeconds: Int? = nil) {
    self.sets = sets
    self.repetitions = repetitions
    self.holdSeconds = holdSeconds
  }

  /// Creates the prescription of which only the whole time is known.
  init(durationSeconds: Int) {
    self.durationSeconds = durationSeconds
  }

  /// Creates the prescription that `text` names.
  ///
  /// `3x30s` is three holds of 30 seconds, `3x12` three sets of 12, `3x10x5s`
  /// three sets of ten holds of 5 seconds; `30s` and `12` are one set. A number
  /// without a unit counts repetitions. Minutes without sets, as in `10m`, are
  /// the whole time.
  ///
  /// - Parameter text: What was typed.
  /// - Throws: ``InputError``.
  init(_ text: String) throws(InputError) {
    self = try InputError.quoting(text) { () throws(InputError) in try Prescription(reading: text) }
  }

  private init(reading text: String) throws(InputError) {
    let folded = InputText.words(text).joined()
    let parts = folded.split(
      omittingEmptySubsequences: false, whereSeparator: { "x×*".contains($0) })
    guard let last = parts.last, (1...3).contains(parts.count) else { throw .unknownPrescription }
    if parts.count == 1, let seconds = try? DurationExpression.parse(folded), !Self.isHold(folded) {
      guard seconds <= 86_400 else { throw .prescriptionOutOfRange }
      self.init(durationSeconds: seconds)
      return
    }
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
    guard (1...100).contains(sets ?? 1), (1...1000).contains(repetitions ?? 1),
      (1...3600).contains(holdSeconds ?? 1)
    else { throw .prescriptionOutOfRange }
  }

  /// Whether a time is given in seconds alone, as a position is held.
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

extension Prescription: CustomStringConvertible {
  /// The prescription as it can be typed, such as `3x30s`.
  var description: String {
    if let durationSeconds {
      return
        "\(durationSeconds / 60):\(durationSeconds % 60 < 10 ? "0" : "")\(durationSeconds % 60)"
    }
    let parts = [sets == 1 ? nil : sets, repetitions].compactMap { $0.map(String.init) }
    return (parts + (holdSeconds.map { ["\($0)s"] } ?? [])).joined(separator: "x")
  }
}
