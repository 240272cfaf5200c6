extension ImportedActivity {
  /// Drops impossible numbers, which come from damage.
  ///
  /// - Returns: A sentence that lists them, or `nil` if there were none.
  mutating func leaveOutImpossible() -> String? {
    var names: [String] = []
    func limit(_ value: inout Double?, _ range: ClosedRange<Double>, _ name: String) {
      guard let number = value, !range.contains(number) else { return }
      value = nil
      if !names.contains(name) { names.append(name) }
    }
    let month = 31 * 86_400.0
    limit(&elapsedSeconds, 0...month, "duration")
    limit(&movingSeconds, 0...month, "duration")
    limit(&distanceM, 0...10_000_000, "distance")
    limit(&ascentM, 0...100_000, "ascent")
    limit(&descentM, 0...100_000, "descent")
    limit(&steps, 0...1_000_000, "step count")
    limit(&heartRateAverage, 0...300, "heart rate")
    limit(&heartRateMaximum, 0...300, "heart rate")
    limit(&cadence, 0...500, "cadence")
    limit(&rpe, 0...10, "effort")
    guard let last = names.popLast() else { return nil }
    let list = names.isEmpty ? last : "\(names.joined(separator: ", ")) and \(last)"
    return "Impossible \(list) ignored."
  }
}
