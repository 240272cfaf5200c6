internal import CivilDay

/// The differences that pairs of units had before a trial, when nothing was tried.
///
/// They say how far two units differ by themselves, and so what effect a trial can
/// find (``trialPower(past:pairs:effect:monitored:simulations:)``). Both units of a
/// pair are neighbours; the difference is the later minus the earlier, and the newest
/// pair comes first.
///
/// - A week has the seven days that end on the last day of the diary, or a multiple
///   of seven days before; its outcome is that of ``overnightChange(_:days:)``. A
///   pair with a week without such runs is left out.
/// - A run is one on a day after a known rest day, with the pain of that morning
///   and of the next. Those without are passed over, so that each has the next as
///   its partner, however many days lie between. For single runs the method of the
///   trial leaves the pairs open; this is the choice made here.
///
/// - Parameters:
///   - diary: Load and pain before the trial, rated in the morning.
///   - unit: What the coin of the trial decides.
/// - Returns: Points of pain, as many as there are pairs.
/// - Complexity: O(*n*) for *n* days.
public func pastPairDifferences(_ diary: Diary, unit: TrialUnit = .week) -> [Double] {
  let days = PairedDays(diary)
  switch unit {
  case .week:
    return (0..<(days.count / 14)).compactMap { pair in
      let end = days.count - 14 * pair
      guard let later = days.overnightChange((end - 7)..<end),
        let earlier = days.overnightChange((end - 14)..<(end - 7))
      else { return nil }
      return later - earlier
    }
  case .run:
    let changes = days.load.indices.reversed().compactMap { day in
      day > 0 && days.load[day - 1] == 0 ? days.overnightChange(day..<(day + 1)) : nil
    }
    return stride(from: 0, to: changes.count - 1, by: 2).map { changes[$0] - changes[$0 + 1] }
  }
}
