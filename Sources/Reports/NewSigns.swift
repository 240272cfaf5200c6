internal import CivilDay
internal import JournalModel
internal import JournalStore

/// Numbness and weakness that came or grew around a run.
///
/// A run with new numbness or weakness has not settled, even if the pain has.
struct NewSigns {
  private let signs: [DeclaredSigns]
  private let runDays: Set<Day>

  /// - Parameters:
  ///   - signs: What the check-ins say, oldest first.
  ///   - runDays: The days with a run.
  init(_ signs: [DeclaredSigns], runDays: Set<Day>) {
    self.signs = signs
    self.runDays = runDays
  }

  /// Whether the check-ins after a run of `day`, up to the next run, tell of numbness
  /// that was not there at the last answer before, or of weakness that is not known
  /// and unchanged.
  ///
  /// Without an answer before, numbness counts as new: the cautious side.
  func appeared(afterRunOn day: Day) -> Bool {
    let after = signs.filter { isAfter($0, day) }
    let wasNumb = signs.last { isBefore($0, day) && $0.numbness != nil }?.numbness == true
    return after.contains { sign in
      (sign.numbness == true && !wasNumb) || (sign.weakness == true && !sign.weaknessIsUnchanged)
    }
  }

  private func isBefore(_ sign: DeclaredSigns, _ day: Day) -> Bool {
    sign.day < day || (sign.day == day && sign.moment != .later)
  }

  private func isAfter(_ sign: DeclaredSigns, _ day: Day) -> Bool {
    if sign.day == day { return sign.moment == .later }
    return sign.day == day + 1 && (sign.moment != .later || !runDays.contains(sign.day))
  }
}
