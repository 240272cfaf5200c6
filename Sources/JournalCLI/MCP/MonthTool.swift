import EntryInput
import JSONText
import JournalStore
import Presentation
import Reports

/// The summary of a month, as `nerve month` prints it.
struct MonthTool {
  private let journal: AssistantJournal

  init(_ journal: AssistantJournal) {
    self.journal = journal
  }

  /// Returns the summary.
  ///
  /// - Throws: ``RPCError``, or ``InputError`` if it is not a month.
  func answer(_ arguments: ToolArguments) throws -> ToolAnswer {
    let word = try arguments.text("month")
    let contents = try journal.contents()
    let (copy, preferences) = (contents.copy.reports, contents.preferences)
    let today = journal.today(contents)
    let named = try word.map { try MonthExpression.parse($0, today: today) }
    let report = try copy.report(
      on: try named ?? copy.usualMonth(today: today), today: today,
      rule: preferences.responseRule, limit: preferences.smallestEffect)
    let text = MonthText(
      report: report, measure: report.answer.load, unit: preferences.unit,
      isSynthetic: try copy.isSynthetic, pen: .lines)
    return ToolAnswer(
      parts: [text.text(TextLayout()) + "\nNerve is not medical advice.\n"], data: text.json)
  }
}
