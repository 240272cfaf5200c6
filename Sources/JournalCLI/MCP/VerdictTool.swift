import ArgumentParser
import CivilDay
import EntryInput
import JSONText
import JournalStore
import Presentation
import Reports

/// The answer of `nerve correlate` in its own words, with its limits and what would
/// change it.
struct VerdictTool {
  private let journal: AssistantJournal

  init(_ journal: AssistantJournal) {
    self.journal = journal
  }

  /// What an answer cannot say, whatever it is.
  static let limits = [
    "This is a link between days, not proof of a cause: only a self-trial (nerve trial) or another "
      + "randomised trial can show one.",
    "It is about this person's own days. It says nothing about other people, and nothing about runs "
      + "unlike those in the journal.",
    "Keep the interval and the number of days with the answer. Do not turn it into advice to run "
      + "more or less.",
    "Nerve is not medical advice. For pain, see a doctor or physiotherapist.",
    "Signs of an emergency come before any number; they are in the card of nerve redflags, below.",
  ]

  /// Returns the answer.
  ///
  /// - Throws: ``RPCError``, or ``UsageError`` for an unknown load or pain.
  func answer(_ arguments: ToolArguments) throws -> ToolAnswer {
    var question = CorrelationQuestion(
      load: try arguments.text("load").map(LoadMeasure.init(typed:)),
      pain: try .init(
        word: try arguments.text("pain") ?? "leg", "pain", "leg, back, worst or reach"))
    let contents = try journal.contents()
    let (copy, preferences) = (contents.copy.reports, contents.preferences)
    question.limit = preferences.smallestEffect
    let today = journal.today(contents)
    let span = try DaySpanOptions.parse([]).days(today: today)
    let days = try copy.loadAndPain(for: question, in: span, today: today)
    let check = try copy.check(question, in: span, today: today)
    let isSynthetic = try copy.isSynthetic
    let correlation = CorrelationText(
      report: CorrelationReport(question, days), unit: LoadUnit(days.measure, in: preferences.unit),
      isSynthetic: isSynthetic)
    let changes = DiaryCheckText(
      check: check, unit: LoadUnit(check.answer.load, in: preferences.unit),
      isSynthetic: false, typed: { $0 })
    let layout = TextLayout()
    let text = """
      \(correlation.text(layout))
      What would make the answer better:
      \(changes.text(layout))
      Limits:
      \(Self.limits.map { "- \($0)\n" }.joined())
      """
    return ToolAnswer(
      parts: [text, RedFlags.card],
      data: [
        "correlation": correlation.json, "what_would_help": changes.json,
        "limits": .array(Self.limits.map { .string($0) }),
        "synthetic": .bool(isSynthetic), "red_flags": .string(RedFlags.card),
      ])
  }
}
