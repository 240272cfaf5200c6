/// Whole and half points of pain around an effect, with ties, the same in every run.
struct TrialSample {
  let differences: [Double]

  init(pairs: Int, effect: Double) {
    var random = Random(seed: UInt64(pairs))
    differences = (0..<pairs).map { _ in effect + Double(random.below(9)) / 2 - 2 }
  }
}
