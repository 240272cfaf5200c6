import CivilDay
import JournalStore

/// A check-in by question and answer.
struct CheckInConversation {
  let session: JournalSession
  let reader: any AnswerReader
  /// The day that is asked about.
  let day: Day

  private var surroundings: Surroundings { session.surroundings }

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
      try surroundings.output.flush()
      let prompt = question.prompt(byKey: reader.takesKeys)
      guard let typed = try reader.answer(to: prompt, isOneKey: question.form.isOneKey) else {
        return false
      }
      switch question.reply(typed) {
      case .answer(let answer):
        try reader.acknowledge(answer?.words ?? "unknown")
        let values = question.values(of: answer)
        if RedFlags.card(for: values) != nil, !hasShownCard || question == .emergencySigns {
          try surroundings.warn(of: values)
          hasShownCard = true
        }
        interview.answer(answer)
      case .back:
        try reader.acknowledge("back")
        if !interview.goBack() { try surroundings.say("This is the first question.") }
      case .lastValue:
        try reader.acknowledge("last value")
        try surroundings.say(try lastValue(of: question))
      case .explanation:
        try reader.acknowledge("?")
        try surroundings.say(question.explanation)
      case .notUnderstood:
        // Answers from a pipe would go to the wrong questions from here on.
        guard surroundings.answers.isInteractive else {
          try reader.acknowledge("")
          throw UsageError(
            "The answer about \(question.name) is not understood. \(question.form.hint)")
        }
        try reader.acknowledge(DisplayText.visible(typed))
        try surroundings.say(question.form.hint)
      }
    }
    return true
  }

  /// What was answered on the latest day before, for those who ask.
  private func lastValue(of question: CheckInQuestion) throws -> String {
    guard let field = question.fields.first,
      let entry = try session.journalForTrial().latestCheckIn(telling: field, before: day),
      let answer = question.answer(in: entry)
    else { return "There is no value of an earlier day." }
    return "\(answer.words) on \(entry.day.map { spoken($0, today: session.today) } ?? "")"
  }
}
