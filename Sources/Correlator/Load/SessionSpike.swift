/// How far a run exceeds the longest of the 30 days before it.
///
/// In 5,205 runners, injuries were 1.64 times as frequent above 1.1, 1.52 above
/// 1.3 and 2.28 above 2, compared with at most 1.1 (Frandsen et al. 2025, *Br. J.
/// Sports Med.*); the acute to chronic ratio showed no such relation.
///
/// - Parameters:
///   - run: A run done or planned, in the unit of the others.
///   - previous: The runs of the 30 days before; unknown ones are passed over.
/// - Returns: `run` over the longest of them; `nil` without a known run above
///   zero.
public func sessionSpike(of run: Double, after previous: [Double?]) -> Double? {
  guard let longest = previous.compactMap({ $0 }).max(), longest > 0, run.isFinite
  else { return nil }
  return run / longest
}
