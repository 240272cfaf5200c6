import Foundation
import Testing

/// Points whose line of least squares is known without a computer.
struct KnownLine: Sendable, CustomTestStringConvertible {
  let name: String
  let x: [Double]
  let y: [Double]
  let intercept: Double
  let slope: Double
  /// √(Σ u² / (n − 2)).
  let residualDeviation: Double
  /// The standard error of `slope`.
  let slopeDeviation: Double

  var testDescription: String { name }

  /// Takes y = a + b x + d r at x = 1 to n, where r goes 1, −1, −1, 1 over and over.
  ///
  /// Over each four, Σ r and Σ r x are zero, so that the line is a + b x and
  /// Σ u² = n d²; Σ (x − x̄)² is n (n² − 1) / 12.
  init(_ name: String, fours: Int, intercept: Double, slope: Double, offset: Double) {
    let count = Double(4 * fours)
    x = (1...4 * fours).map(Double.init)
    y = x.indices.map { index in
      intercept + slope * Double(index + 1) + ([0, 3].contains(index % 4) ? offset : -offset)
    }
    self.name = name
    self.intercept = intercept
    self.slope = slope
    residualDeviation = abs(offset) * (count / (count - 2)).squareRoot()
    slopeDeviation = residualDeviation / (count * (count * count - 1) / 12).squareRoot()
  }

  /// Norris, with the values that NIST certifies; only beside the reference material.
  private init?(norris text: String) {
    let rows = text.components(separatedBy: .newlines).dropFirst(60)
      .map { $0.split(separator: " ").compactMap { Double($0) } }.filter { $0.count == 2 }
    guard rows.count == 36 else { return nil }
    name = "NIST's Norris"
    (x, y) = (rows.map { $0[1] }, rows.map { $0[0] })
    slope = 1.002_116_818_020_45
    intercept = -0.262_323_073_774_029
    residualDeviation = 0.884_796_396_144_373
    slopeDeviation = 0.429_796_848_199_937e-3
  }

  static let all: [KnownLine] =
    [
      KnownLine("rising", fours: 9, intercept: -0.25, slope: 1.001953125, offset: 0.875),
      KnownLine("falling", fours: 60, intercept: 1024, slope: -3.5, offset: 0.0625),
      KnownLine("level", fours: 6, intercept: 7, slope: 0, offset: 2),
    ]
    + [(try? Shared.text("data/reference/nist_strd/linear/Norris.dat"))].compactMap {
      $0.flatMap(KnownLine.init(norris:))
    }
}
