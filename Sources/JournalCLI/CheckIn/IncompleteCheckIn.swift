import CivilDay
import EntryInput
import WrittenValues

/// That nothing was asked although something is lacking.
struct IncompleteCheckIn: Error, CustomStringConvertible {
  let description: String

  /// What a day lacks.
  init(_ plan: CheckInPlan) {
    let lacking = plan.interview.lacking
    // The options name what is lacking: told twice it would be no clear sentence.
    let count = NumberText.counted(lacking.count { !$0.isExtra }, "answer")
    let words = ["nerve pain"] + lacking.compactMap(\.option) + plan.options
    let typed = [
      lacking.contains(.run) ? Self.aboutRun : nil,
      lacking.contains { $0.option != nil }
        ? "log what you know with: " + words.joined(separator: " ") : nil,
    ]
    description =
      "\(plan.title) lacks \(count); " + typed.compactMap(\.self).joined(separator: "; ")
  }

  /// What to type about a run.
  private static let aboutRun =
    "log a run with nerve run, a rest day with nerve rest or, if you do not know, a gap with nerve gap"

  /// What is lacking, in one sentence.
  init(_ description: String) {
    self.description = description
  }

  /// What days lack that are to be filled in.
  init(from first: Day, count: Int, _ today: Day) {
    description =
      "There is no check-in for \(NumberText.counted(count, "day")) from "
      + "\(first.relativeDescription(today: today)) on; \(Self.aboutRun); log each check-in with: "
      + "nerve pain PAIN --reach PLACE --on DAY"
  }
}
