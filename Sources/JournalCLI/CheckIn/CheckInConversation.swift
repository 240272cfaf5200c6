import CivilDay
import EntryInput
import JournalStore
import Platform
import Presentation
import WrittenValues
import JournalModel

/// A check-in by questions and answers.
struct CheckInConversation {
  let session: JournalSession
  let reader: any AnswerReader
  /// The day of the check-in.
  let day: Day

  private var context: CommandContext { session.context }

  /// Creates the conversation about `day`.
  init(_ session: JournalSession, _ reader: any AnswerReader, on day: Day) {
    (self.session, self.reader, self.day) = (session, reader, day)
  }

  /// Asks until there are no more questions or no more answers.
  ///
  /// - Parameter interview: The questions, to which the answers are added.
  /// - Returns: Whether all questions were asked.
  /// - Throws: ``Interruption``; ``UsageError`` for an answer from a pipe that makes
  ///   no sense; any error of reading the journal or writing.
  func hold(_ interview: inout CheckInInterview) throws -> Bool {
    var hasShownCard = false
    while let question = interview.question {
      // The card must be visible before the next question.
      try context.output.flush()
      let prompt = context.messageLayout.wrapped(question.prompt(byKey: reader.takesKeys))
      guard let typed = try reader.answer(to: prompt, isOneKey: question.form.isOneKey) else {
        return false
      }
      switch question.reply(typed) {
      case .answer(let answer):
        try reader.acknowledge(answer?.words ?? "unknown")
        if case .run(let line) = answer, try !accept(line) { continue }
        let changes = question.changes(for: answer)
        if RedFlags.areDeclared(by: changes), !hasShownCard || question == .emergencySigns {
          try context.warn(of: changes)
          hasShownCard = true
        }
        interview.answer(answer)
      case .back:
        try reader.acknowledge("back")
        if !interview.goBack() { try context.say("This is the first question.") }
      case .lastValue:
        try reader.acknowledge("last value")
        try context.say(try lastValue(of: question))
      case .explanation:
        try reader.acknowledge("?")
        try context.say(question.explanation)
      case .notUnderstood:
        // A plain yes does not say which sign, but the card must not wait.
        if question.form == .emergencySigns, AnswerForm.yesOrNo.understand(typed) == .yesOrNo(true)
        {
          try context.warn(
            of: question.changes(
              for:
                .emergencySigns(saddleNumbness: true, bladderOrBowel: true)))
        }
        // From here on, answers from a pipe would go to the wrong questions.
        guard context.answers.isInteractive else {
          try reader.acknowledge("")
          throw UsageError(
            "Invalid answer about \(question.name). \(question.form.hint)")
        }
        try reader.acknowledge(DisplayText.visible(typed))
        try context.say(question.form.hint)
      }
    }
    return true
  }

  /// Returns whether the typed run is valid and confirmed; at a terminal, prints what
  /// is wrong and asks again.
  ///
  /// - Throws: For a pipe, ``UsageError`` if the line is not a run, or the error of a
  ///   suspicious run; any error of reading or writing.
  private func accept(_ line: RunLine) throws -> Bool {
    let isInteractive = context.answers.isInteractive
    do {
      return try line.run(on: day, in: session).doubts.allSatisfy(settle)
    } catch {
      let (sentence, status) = Main.told(error, ["run"])
      let isRefused = if case JournalError.invalid = error { true } else { status == 64 }
      guard isRefused else { throw error }
      guard isInteractive else {
        throw UsageError("Invalid answer about the run. \(sentence)")
      }
      try context.say(DisplayText.visible(sentence))
      return false
    }
  }

  /// Returns whether the user confirms a suspicious run.
  private func settle(_ doubt: SuspiciousEntry) throws -> Bool {
    guard !session.dialogue.answersYes else { return true }
    guard context.answers.isInteractive else { throw doubt.refusal }
    let prompt = context.messageLayout.wrapped("\(doubt.statement) \(doubt.deed.question) [y/N] ")
    let typed = try reader.answer(to: prompt, isOneKey: true) ?? ""
    let isMeant = AnswerForm.yesOrNo.understand(typed) == .yesOrNo(true)
    try reader.acknowledge(isMeant ? "yes" : "no")
    return isMeant
  }

  /// Returns the answer of the latest earlier day, as a line.
  private func lastValue(of question: CheckInQuestion) throws -> String {
    guard
      let checkIn = try session.journalForTrial().latestCheckIn(
        telling: question.neededFields, before: day),
      let answer = question.answer(in: checkIn)
    else { return "No earlier day has a value." }
    return
      "\(answer.words) on \(checkIn.day.map { $0.relativeDescription(today: session.today) } ?? "")"
  }
}
