import Correlator
import Foundation

/// The random numbers of one diary: the same for the same name, length and index,
/// independent of other diaries and the number of processors.
struct Random {
  private var generator: SplitMix64
  private var spare: Double?

  init(seed: UInt64, name: String, days: Int, index: Int) {
    // FNV-1a, then one step of the generator, to spread neighbouring indices.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in "\(seed)/\(name)/\(days)/\(index)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    var mixer = SplitMix64(seed: hash)
    generator = SplitMix64(seed: mixer.next())
  }

  /// 64 of them.
  mutating func bits() -> UInt64 { generator.next() }

  /// Uniform from 0 to 1.
  mutating func unit() -> Double { Double(bits() >> 11) / 9_007_199_254_740_992 }

  /// A whole number from 0 to `limit` - 1.
  mutating func below(_ limit: Int) -> Int { Int(unit() * Double(limit)) }

  /// Standard normal, by Marsaglia's polar method.
  mutating func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let (x, y) = (2 * unit() - 1, 2 * unit() - 1)
      let square = x * x + y * y
      if square > 0, square < 1 {
        let factor = (-2 * log(square) / square).squareRoot()
        spare = y * factor
        return x * factor
      }
    }
  }

  /// From `lowest` to `highest`.
  mutating func unit(_ lowest: Double, _ highest: Double) -> Double {
    lowest + (highest - lowest) * unit()
  }

  /// The exponential of a normal number with this standard deviation around `shift`.
  mutating func logNormal(_ deviation: Double, shift: Double) -> Double {
    exp(deviation * normal() + shift)
  }

  /// Exponential with the given mean.
  mutating func exponential(mean: Double) -> Double { -mean * log(1 - unit()) }

  /// A stationary first-order autoregression with unit variance.
  mutating func autoregression(_ count: Int, _ phi: Double) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(count)
    let scale = (1 - phi * phi).squareRoot()
    for day in 0..<count {
      values.append(day == 0 ? normal() : phi * values[day - 1] + scale * normal())
    }
    return values
  }
}
