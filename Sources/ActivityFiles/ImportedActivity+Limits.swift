extension ImportedActivity {
  /// Leaves out numbers that no activity has, which come of damage, and returns
  /// whether there were any.
  mutating func leaveOutImpossible() -> Bool {
    var hasAny = false
    func limit(_ value: inout Double?, _ range: ClosedRange<Double>) {
      guard let number = value, !range.contains(number) else { return }
      value = nil
      hasAny = true
    }
    let month = 31 * 86_400.0
    limit(&elapsedSeconds, 0...month)
    limit(&movingSeconds, 0...month)
    limit(&distanceM, 0...10_000_000)
    limit(&ascentM, 0...100_000)
    limit(&descentM, 0...100_000)
    limit(&steps, 0...1_000_000)
    limit(&heartRateAverage, 0...300)
    limit(&heartRateMaximum, 0...300)
    limit(&cadence, 0...500)
    limit(&rpe, 0...10)
    return hasAny
  }

  /// What is said of an activity that had such numbers.
  static let impossible = "An impossible number was left out."
}
