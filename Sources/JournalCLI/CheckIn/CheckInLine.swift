import CivilDay
import EntryInput
import JournalModel
import Presentation
import WrittenValues

/// The answers of a check-in as one line of commands, for answers that could not be
/// saved.
struct CheckInLine {
  private let interview: CheckInInterview
  private let plan: CheckInPlan

  init(_ interview: CheckInInterview, _ plan: CheckInPlan) {
    self.interview = interview
    self.plan = plan
  }

  /// Returns the commands that log the answers, one after the other.
  ///
  /// - Parameter typed: Returns a command as typed for the same journal.
  /// - Returns: One line for a shell.
  func text(_ typed: (String) -> String) -> String {
    commands.map { typed($0.map(ShellText.quoted).joined(separator: " ")) }
      .joined(separator: " && ")
  }

  private var commands: [[String]] {
    let onDay = ["--on", "\(plan.day)"]
    return [
      interview.run.map { ["nerve", "run"] + $0.words + onDay },
      interview.mark.map { ["nerve", $0 == .rest ? "rest" : "gap", "\(plan.day)"] },
      interview.answers.isEmpty ? nil : ["nerve", "pain"] + words + onDay,
      interview.flareUp.map { ["nerve", "flare", $0 == .begins ? "start" : "end"] + onDay },
    ].compactMap(\.self)
  }

  /// The words after `nerve pain`.
  private var words: [String] {
    let answers = interview.answers
    let pain = answers[\.legPain].map { ["\($0.points)"] } ?? []
    let timing = [
      plan.timing[\.time].map { ["--time", $0.minuteText] },
      plan.timing[\.moment].map { ["--\($0 == .morning ? "morning" : "evening")"] },
    ].compactMap(\.self).joined()
    return pain + CheckIn.fields.flatMap { words(for: $0, answers.value(of: $0)) } + timing
  }

  private func words(for field: RecordField<CheckIn>, _ value: StoredValue?) -> [String] {
    guard let option = field.field.option?.name, let value else { return [] }
    let isSign = Bool.kind == field.field.kind
    switch value {
    case .integer(let number) where isSign: return [number == 1 ? "--\(option)" : "--no-\(option)"]
    case .integer(let number) where field.field.measure == .place:
      return Reach(rawValue: number).map { ["--\(option)", $0.name] } ?? []
    case .integer(let number): return ["--\(option)", "\(number)"]
    case .real(let number): return ["--\(option)", NumberText.shortest(number)]
    case .text(let text): return ["--\(option)", text]
    case .null: return []
    }
  }
}
