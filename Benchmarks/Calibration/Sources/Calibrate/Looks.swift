import CivilDay
import Correlator

/// The answers for a person who asks at the end of every month.
struct Looks {
  /// Whether the verdict was ever more than a hint.
  private(set) var claims = false

  /// Whether the adjusted effect at lag 1 ever had p < 0.05.
  private(set) var isSignificantOnce = false

  init(_ diary: (load: DailySeries, pain: DailySeries), timing: Timing) {
    let first = diary.load.firstDay
    let last = first + (diary.load.values.count - 1)
    var month = first.month
    while month.lastDay <= last {
      let count = month.lastDay - first + 1
      month = month.next
      guard count >= 60 else { continue }
      let load = DailySeries(firstDay: first, values: Array(diary.load.values.prefix(count)))
      let pain = DailySeries(firstDay: first, values: Array(diary.pain.values.prefix(count)))
      if !isSignificantOnce {
        let effect = adjustedEffects(load: load, pain: pain, timing: timing, lags: 1...1).first
        isSignificantOnce = (effect?.estimate.p ?? 1) < 0.05
      }
      let kind = Correlator.verdict(load: load, pain: pain, timing: timing).kind
      claims = claims || [.worsens, .relieves, .mixed].contains(kind)
      if claims, isSignificantOnce { return }
    }
  }
}
