import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Asks for the effort and the shoe of imported runs, newest first.
struct ImportedRunsCheckIn {
  private let session: JournalSession
  private let runs: [Int]

  private static let keys = "Enter unknown, b back, ? help, Ctrl-D or Ctrl-C end"

  /// Finds the runs.
  ///
  /// - Throws: Any error of reading the journal.
  init(in session: JournalSession) throws {
    self.session = session
    runs = try session.journalForTrial().importedRunsToComplete()
  }

  /// Asks about one run after another and saves each; lists them if it may not ask.
  ///
  /// - Throws: ``IncompleteCheckIn`` after the list, ``Interruption``, ``UsageError``
  ///   for an answer from a pipe that makes no sense, and any error of reading,
  ///   saving or writing.
  func hold() throws {
    guard !runs.isEmpty else {
      return try session.context.say("Every imported run has an effort and a shoe.")
    }
    guard session.dialogue.mayAsk else { return try list() }
    let journal = try session.journal()
    let shoes = try journal.shoes()
    try session.context.say(Self.keys)
    var kept = 0
    defer { if kept > 0 { try? session.hintAtUndo() } }
    try session.context.readingAnswers { reader in
      for (index, id) in runs.enumerated() {
        let entry = try journal.knownEntry(id, of: .run)
        let questions = entry.record().map { RunQuestion.open(in: $0, shoes: shoes) } ?? []
        guard !questions.isEmpty else { continue }
        try session.context.say("\n\(words(entry)), \(index + 1) of \(runs.count)")
        var changes = Changes<Run>()
        let asked = Result { try ask(questions, reader, &changes) }
        // The answers before an interruption are saved too.
        if !changes.isEmpty {
          _ = try session.waitingForOthers {
            try journal.edit(id, changes: changes, command: "checkin", today: nil)
          }
          kept += 1
        }
        guard try asked.get() else { break }
      }
    }
    try session.tell("Completed: \(NumberText.counted(kept, "run"))\n")
  }

  /// Asks the open questions about one run.
  ///
  /// - Parameters:
  ///   - questions: The open questions.
  ///   - reader: The source of answers.
  ///   - changes: The answers so far, by field.
  /// - Returns: Whether to go on asking.
  /// - Throws: ``Interruption``, ``UsageError`` for an answer from a pipe that makes
  ///   no sense, and any error of reading or writing.
  private func ask(
    _ questions: [RunQuestion], _ reader: any AnswerReader, _ changes: inout Changes<Run>
  ) throws -> Bool {
    var index = 0
    while index < questions.count {
      let question = questions[index]
      let prompt = session.context.messageLayout.wrapped(
        question.prompt(byKey: reader.takesKeys))
      guard let typed = try reader.answer(to: prompt, isOneKey: true) else {
        return false
      }
      let text = InputText.trimmed(typed)
      switch text {
      case "":
        try reader.acknowledge("unknown")
        index += 1
      case "b", "B":
        try reader.acknowledge("back")
        if index == 0 { try session.context.say("This is the first question of this run.") }
        index = max(0, index - 1)
        changes = Changes()
      case "?":
        try reader.acknowledge("?")
        try session.context.say(question.explanation)
      default:
        if let answer = question.answer(text) {
          try reader.acknowledge(answer.words)
          changes.merge(answer.changes)
          index += 1
          continue
        }
        // From here on, answers from a pipe would go to the wrong questions.
        guard session.context.answers.isInteractive else {
          try reader.acknowledge("")
          throw UsageError("Invalid answer. \(question.explanation)")
        }
        try reader.acknowledge(DisplayText.visible(text))
        try session.context.say(question.explanation)
      }
    }
    return true
  }

  /// Lists the runs and their missing values.
  private func list() throws {
    let journal = try session.journal()
    for id in runs {
      let run = try journal.knownEntry(id, of: .run)
      let known = run.record(Run.self)
      let lacking = [known?.effort == nil ? "effort" : nil, known?.shoe == nil ? "shoe" : nil]
        .compactMap(\.self).joined(separator: " and ")
      try session.context.tell("\(words(run)), missing: \(lacking)  [\(id)]\n")
    }
    throw IncompleteCheckIn(
      "\(NumberText.counted(runs.count, "imported run")) to complete; log each with: "
        + "nerve edit run ID --rpe 0-10 --shoe NAME")
  }

  private func words(_ run: StoredEntry) -> String {
    let day = run.day.map { $0.relativeDescription(today: session.today) } ?? ""
    return "\(day), \(DisplayText.visible(session.entryText.gist(of: run)))"
  }
}
