import Foundation
import Testing

/// Numbers whose mean, deviation and autocorrelation are known without a computer.
struct KnownSample: Sendable, CustomTestStringConvertible {
  let name: String
  let values: [Double]
  let mean: Double
  /// √(Σ (x − x̄)² / (n − 1)).
  let deviation: Double
  /// Σ (xᵢ − x̄)(xᵢ₊₁ − x̄) / Σ (x − x̄)².
  let autocorrelation: Double
  /// How close double precision can come.
  var tolerance = 1e-13

  var testDescription: String { name }

  static let all = counted + alternating + spikes + certified

  /// 1, 2, … n: the deviations from the mean rise by one, which leaves 1 − 3/n of
  /// their squares.
  private static let counted = [5, 100, 2000].map { count in
    let n = Double(count)
    return KnownSample(
      name: "1 to \(count)", values: (1...count).map(Double.init), mean: (n + 1) / 2,
      deviation: (n * (n + 1) / 12).squareRoot(), autocorrelation: 1 - 3 / n)
  }

  /// The centre plus and minus a half, in turn: every product is the same.
  ///
  /// Binary numbers miss a fifth and a tenth beside a million in the ninth
  /// significant digit of the deviation.
  private static let alternating = [
    (4, 0.5, 1e-13), (1e6, 0.125, 1e-13), (-1e6 - 0.2, 0.1, 2e-9),
  ].map { centre, half, tolerance in
    KnownSample(
      name: "\(centre) ± \(half)",
      values: (0..<1000).map { centre + ($0.isMultiple(of: 2) ? half : -half) }, mean: centre,
      deviation: half * (1000.0 / 999).squareRoot(), autocorrelation: -999.0 / 1000,
      tolerance: tolerance)
  }

  /// One number among zeros, not at the end: all other deviations are −v/n.
  private static let spikes = [3.0, 1e-9].map { value in
    KnownSample(
      name: "\(value) among zeros",
      values: (0..<50).map { $0 == 20 ? value : 0 }, mean: value / 50,
      deviation: value / 50.0.squareRoot(), autocorrelation: -51.0 / (50 * 49))
  }

  /// Those of the NIST Statistical Reference Datasets, where the reference material
  /// is.
  ///
  /// The last two series hold decimals that binary numbers miss in the ninth
  /// and eighth significant digit of the deviation.
  private static let certified = [
    ("PiDigits", 1e-13), ("Lottery", 1e-13), ("Lew", 1e-13), ("Mavro", 1e-12),
    ("Michelso", 1e-12), ("NumAcc1", 1e-13), ("NumAcc2", 1e-13), ("NumAcc3", 2e-9),
    ("NumAcc4", 2e-8),
  ].compactMap { name, tolerance -> KnownSample? in
    guard let text = try? Shared.text("data/reference/nist_strd/univerient/\(name).dat") else {
      return nil
    }
    let lines = text.components(separatedBy: .newlines)
    func certified(_ title: String) -> Double? {
      let line = lines.first { $0.hasPrefix(title) && $0.contains(":") }
      return line?.split(separator: ":").last?.split(separator: " ").first.flatMap { Double($0) }
    }
    guard let data = lines.lastIndex(where: { $0.hasPrefix("Data:") }) else { return nil }
    return KnownSample(
      name: name,
      values: lines[data...].compactMap { Double($0.trimmingCharacters(in: .whitespaces)) },
      mean: certified("Sample Mean") ?? .nan, deviation: certified("Sample Standard") ?? .nan,
      autocorrelation: certified("Sample Autocorrelation") ?? .nan, tolerance: tolerance)
  }
}
