internal import RealModule

/// A stake that grows for as long as the differences of a trial keep one sign.
///
/// It starts at 1 and is the mean of four bets, *l* = 1/4, 1/2, 1 and 2:
///
/// ```text
/// stake = ¼ Σ over l of  Π exp(l d) / cosh(l d)
/// ```
///
/// Where a coin gives each *d* its sign, every factor is 1 on average, so that
/// nobody can expect to win: the stake exceeds 40 at any time with a probability of
/// at most 1/40 (Ville 1939).
struct BettingProcess {
  /// The logarithms of the four bets.
  private var logarithms = SIMD4<Double>.zero

  /// Adds a difference, already with its sign.
  mutating func add(_ difference: Double) {
    add(difference, Self.logCosh(difference))
  }

  private mutating func add(_ difference: Double, _ logCosh: SIMD4<Double>) {
    logarithms += Self.bets * difference - logCosh
  }

  /// The mean of the four bets.
  var stake: Double {
    logarithms.indices.reduce(0) { $0 + Double.exp(logarithms[$1]) } / 4
  }

  /// The stake after all `differences`, less `shift`, times `sign`.
  static func stake(_ differences: [Double], shift: Double, sign: Double) -> Double {
    var process = BettingProcess()
    for difference in differences { process.add(sign * (difference - shift)) }
    return process.stake
  }

  private static let bets = SIMD4(0.25, 0.5, 1, 2)

  /// ln cosh(*l* *d*) of each bet, which no large difference overflows.
  private static func logCosh(_ difference: Double) -> SIMD4<Double> {
    var values = SIMD4<Double>.zero
    for place in values.indices {
      let size = abs(bets[place] * difference)
      values[place] = size + Double.log(onePlus: .exp(-2 * size)) - Double.log(2)
    }
    return values
  }

  /// The stakes on more and on less, side by side, with the largest of either.
  struct Pair {
    private var more = BettingProcess()
    private var less = BettingProcess()
    /// The largest stakes so far, of at least one difference.
    private(set) var largest = (more: 0.0, less: 0.0)

    mutating func add(_ difference: Double) {
      let logCosh = BettingProcess.logCosh(difference)
      more.add(difference, logCosh)
      less.add(-difference, logCosh)
      largest = (max(largest.more, more.stake), max(largest.less, less.stake))
    }
  }
}
