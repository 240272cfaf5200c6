internal import RealModule

/// A stake that grows for as long as the differences of a trial keep one sign.
///
/// It starts at 1 and is the mean of four bets, *l* = ¼, ½, 1 and 2:
///
/// ```text
/// stake = ¼ Σ over l of  Π exp(l d) / cosh(l d),    exp(l d) / cosh(l d) = 2 / (1 + exp(−2 l d))
/// ```
///
/// Where a coin gives each *d* its sign, every factor is 1 on average, so that
/// nobody can expect to win: the stake reaches 40 at any time with a probability of
/// at most 1/40 (Ville 1939).
struct BettingProcess {
  /// What the four bets have become.
  private var bets = SIMD4<Double>(repeating: 1)

  /// Adds a difference, already with its sign.
  mutating func add(_ difference: Double) {
    let quarter = Double.exp(-difference / 2)
    let half = quarter * quarter
    let one = half * half
    bets *= 2 / (1 + SIMD4(quarter, half, one, one * one))
  }

  /// The mean of the four bets.
  var stake: Double { bets.sum() / 4 }

  /// The stake after all `differences`, less `shift`, times `sign`.
  static func stake(_ differences: [Double], shift: Double, sign: Double) -> Double {
    var process = BettingProcess()
    for difference in differences { process.add(sign * (difference - shift)) }
    return process.stake
  }

  /// The stakes on more and on less at once, with the largest of either.
  struct Pair {
    private var more = BettingProcess()
    private var less = BettingProcess()
    /// The largest stakes so far, of at least one difference.
    private(set) var largest = (more: 0.0, less: 0.0)

    mutating func add(_ difference: Double) {
      more.add(difference)
      less.add(-difference)
      largest = (max(largest.more, more.stake), max(largest.less, less.stake))
    }
  }
}
