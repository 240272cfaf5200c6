import CivilDay
import EntryInput
import JournalStore
import Platform
import Presentation
import WrittenValues
import JournalModel

/// A check-in by question and answer.
struct CheckInConversation {
  let session: JournalSession
  let reader: any AnswerReader
  /// The day that is asked about.
  let day: Day

  private var context: CommandContext { session.context }

  /// Creates the conversation about `day`.
  init(_ session: JournalSession, _ reader: any AnswerReader, on day: Day) {
    (self.session, self.reader, self.day) = (session, reader, day)
  }

  /// Asks until nothing is left to ask, or no more answers come.
  ///
  /// - Parameter interview: The questions; takes the answers.
  /// - Returns: Whether it came to its end.
  /// - Throws: ``Interruption``; a ``UsageError`` for an answer from a pipe that
  ///   cannot be understood; what reading the journal or writing throws.
  func hold(_ interview: inout CheckInInterview) throws -> Bool {
    var hasShownCard = false
    while let question = interview.question {
      // The card must be seen before the next question.
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
        // Whichever of the signs it is, the card must not wait for that.
        if question.form == .emergencySigns, AnswerForm.yesOrNo.understand(typed) == .yesOrNo(true)
        {
          try context.warn(
            of: question.changes(
              for:
                .emergencySigns(saddleNumbness: true, bladderOrBowel: true)))
        }
        // Answers from a pipe would go to the wrong questions from here on.
        guard context.answers.isInteractive else {
          try reader.acknowledge("")
          throw UsageError(
            "The answer about \(question.name) is not understood. \(question.form.hint)")
        }
        try reader.acknowledge(DisplayText.visible(typed))
        try context.say(question.form.hint)
      }
    }
    return true
  }

  /// Whether a run that was typed is one, and is meant; what is wrong with it is
  /// told to a person, who is asked again.
  ///
  /// - Throws: A ``UsageError`` for a line from a pipe that is no run, what refuses
  ///   a doubtful one there, and what reading or writing throws.
  private func accept(_ line: RunLine) throws -> Bool {
    let isInteractive = context.answers.isInteractive
    do {
      return try line.run(on: day, in: session).doubts.allSatisfy(settle)
    } catch {
      let (sentence, status) = Main.told(error, ["run"])
      let isRefused = if case JournalError.invalid = error { true } else { status == 64 }
      guard isRefused else { throw error }
      guard isInteractive else {
        throw UsageError("The answer about the run is not understood. \(sentence)")
      }
      try context.say(DisplayText.visible(sentence))
      return false
    }
  }

  /// Whether what is doubtful is meant all the same.
  private func settle(_ doubt: SuspiciousEntry) throws -> Bool {
    guard !session.dialogue.answersYes else { return true }
    guard context.answers.isInteractive else { throw doubt.refusal }
    let prompt = context.messageLayout.wrapped("\(doubt.statement) \(doubt.deed.question) [y/N] ")
    let typed = try reader.answer(to: prompt, isOneKey: true) ?? ""
    let isMeant = AnswerForm.yesOrNo.understand(typed) == .yesOrNo(true)
    try reader.acknowledge(isMeant ? "yes" : "no")
    return isMeant
  }

  /// What was answered on the latest day before, for those who ask.
  private func lastValue(of question: CheckInQuestion) throws -> String {
    guard
      let checkIn = try session.journalForTrial().latestCheckIn(
        telling: question.fields, before: day),
      let answer = question.answer(in: checkIn)
    else { return "There is no value of an earlier day." }
    return
      "\(answer.words) on \(checkIn.day.map { $0.relativeDescription(today: session.today) } ?? "")"
  }
}
