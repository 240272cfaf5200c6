import CivilDay
import EntryInput
import WrittenValues

/// The error of a check-in that may not ask for missing answers.
struct IncompleteCheckIn: Error, CustomStringConvertible {
  let description: String

  /// Creates the error for the missing answers of a day.
  init(_ plan: CheckInPlan) {
    let lacking = plan.interview.lacking
    // The options already name the missing answers, so the sentence only counts them.
    let count = NumberText.counted(lacking.count { !$0.isExtra }, "answer")
    let words = ["nerve pain"] + lacking.compactMap(\.option) + plan.options
    let typed = [
      lacking.contains(.run) ? Self.aboutRun : nil,
      lacking.contains { $0.option != nil }
        ? "log your answers with: " + words.joined(separator: " ") : nil,
    ]
    description =
      "\(plan.title): \(count) missing; " + typed.compactMap(\.self).joined(separator: "; ")
  }

  /// The commands for a day with or without a run.
  private static let aboutRun =
    "log a run with nerve run, a rest day with nerve rest, or an unknown day with nerve gap"

  /// Creates the error with a sentence about the missing answers.
  init(_ description: String) {
    self.description = description
  }

  /// Creates the error for several days to fill in.
  init(from first: Day, count: Int, _ today: Day) {
    description =
      "No check-in for \(NumberText.counted(count, "day")) from "
      + "\(first.relativeDescription(today: today)) on; \(Self.aboutRun); log each check-in with: "
      + "nerve pain PAIN --reach PLACE --on DAY"
  }
}
