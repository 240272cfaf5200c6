import CivilDay

/// That nothing was asked although something is lacking.
struct LackingAnswers: Error, CustomStringConvertible {
  let description: String

  /// What a day lacks.
  init(_ plan: CheckInPlan) {
    let lacking = plan.interview.lacking
    let names = lacking.filter { !$0.isExtra }.map(\.name).joined(separator: ", ")
    let words = ["nerve pain"] + lacking.compactMap(\.option) + plan.options
    description =
      "\(plan.title) lacks \(names); log what you know with: "
      + words.joined(separator: " ")
  }

  /// What is lacking, in one sentence.
  init(_ description: String) {
    self.description = description
  }

  /// What days lack that are to be filled in.
  init(from first: Day, count: Int, _ today: Day) {
    description =
      "There is no check-in for \(NumberText.counted(count, "day")) from "
      + "\(spoken(first, today: today)) on; log each with: nerve pain PAIN --reach PLACE --on DAY"
  }
}
