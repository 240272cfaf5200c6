import ArgumentParser
import EntryInput
import JSONText
import JournalModel
import JournalStore
import Platform
import Presentation

/// Logs one line for the person.
struct LogLineTool {
  private let journal: AssistantJournal

  init(_ journal: AssistantJournal) {
    self.journal = journal
  }

  /// Logs the line; signs of an emergency bring up the card first, whatever else is wrong.
  ///
  /// - Throws: ``RPCError`` for arguments.
  func answer(_ arguments: ToolArguments) throws -> ToolAnswer {
    let text = try arguments.required("line")
    let entry = EntryLine(text)
    let line: AssistantLine
    do {
      line = try AssistantLine(text, as: entry)
    } catch {
      let isUrgent = RedFlags.areDeclared(by: entry.signs(of: nil))
      let (sentence, _) = Main.told(error, [])
      return ToolAnswer(parts: (isUrgent ? [RedFlags.card] : []) + [sentence], isError: true)
    }
    let (output, messages) = (ByteBuffer(), ByteBuffer())
    let context = context(output, messages)
    let status = Main.run(line.words, in: context)
    let card = RedFlags.card(context.layout)
    let isUrgent = output.text.hasPrefix(card)
    let told = outcome(
      status, String(output.text.dropFirst(isUrgent ? card.count : 0)), messages.text)
    return ToolAnswer(
      parts: (isUrgent ? [card] : []) + [told], data: nil, isError: status != 0)
  }

  /// What became of the line.
  ///
  /// Names of shoes, guidance and others come up in what the terminal shows, so that it is
  /// kept back where these are withheld.
  private func outcome(_ status: Int32, _ output: String, _ messages: String) -> String {
    guard journal.disclosure == .figures else {
      return [output, messages].map { String($0.drop { $0 == "\n" }) }.joined()
    }
    guard status == 0 else {
      return "Nothing was logged. Nerve would ask a question first, such as about an entry that is "
        + "logged already, an unlikely value or a name. Ask the person; they can type the line after "
        + "'nerve', and --yes logs an unlikely one."
    }
    let remarks = messages.split(separator: "\n").filter {
      !$0.hasPrefix("Not right? Undo it with") && !$0.hasPrefix("No backup was made")
    }
    return "Logged. Undo it with: nerve undo"
      + (remarks.isEmpty
        ? ""
        : "\nNerve has a remark on it, such as on guidance or a shoe; see it with: nerve today")
  }

  /// The surroundings of the command: nobody to ask, and the journal of this server.
  private func context(_ output: ByteBuffer, _ messages: ByteBuffer) -> CommandContext {
    let context = journal.context
    let (variable, path) = (context.variable, journal.options.path)
    return CommandContext(
      now: context.now,
      variable: { name in name == "NERVE_JOURNAL" ? path ?? variable(name) : variable(name) },
      output: output, messages: messages, answers: NobodyAnswers(), utcOffset: context.utcOffset,
      localMoment: context.localMoment, seed: context.seed)
  }
}

/// Nobody to ask.
private final class NobodyAnswers: AnswerSource {
  var isInteractive: Bool { false }

  func nextLine() -> String? { nil }
}
