import Correlator

/// Welch's *t* test of two samples, in which neither pairs nor the order of the days matter.
enum Welch {
  /// The textbook's two-sided *p*-value; `nil` if undefined.
  static func p(_ a: [Double], _ b: [Double]) -> Double? {
    p(a, b) { values, mean in
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
  }

  /// As StudyU's source computes it: its library divides by *n*, and squares the first
  /// value as it is, not its distance from the mean.
  static func pByStudyU(_ a: [Double], _ b: [Double]) -> Double? {
    p(a, b) { values, mean in
      (values[0] * values[0] + values.dropFirst().reduce(0) { $0 + ($1 - mean) * ($1 - mean) })
        / Double(values.count)
    }
  }

  private static func p(
    _ a: [Double], _ b: [Double], variance: ([Double], _ mean: Double) -> Double
  ) -> Double? {
    guard min(a.count, b.count) >= 2 else { return nil }
    let samples = [a, b].map { values in
      let mean = values.reduce(0, +) / Double(values.count)
      return (
        mean: mean, square: variance(values, mean) / Double(values.count), count: values.count
      )
    }
    let square = samples[0].square + samples[1].square
    guard square > 0 else { return nil }
    let df =
      square * square
      / samples.reduce(0) { $0 + $1.square * $1.square / Double($1.count - 1) }
    return StudentT.twoSidedP(
      (samples[0].mean - samples[1].mean) / square.squareRoot(), degreesOfFreedom: df)
  }
}
