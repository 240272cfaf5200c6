import EntryInput
import JSONText
import JournalStore
import Platform
import Presentation

/// The tools of one session, each call with its line in the log.
final class AssistantTools {
  private let journal: AssistantJournal
  private let log: CallLog
  private let mayWrite: Bool
  private let seconds: Double

  /// - Parameters:
  ///   - journal: The journal as the assistant may read it.
  ///   - mayWrite: Whether the assistant may log entries.
  ///   - seconds: How long a statement may take.
  ///   - variable: Returns the value of an environment variable.
  init(
    _ journal: AssistantJournal, mayWrite: Bool, seconds: Double,
    _ variable: (String) -> String?
  ) {
    (self.journal, self.mayWrite, self.seconds) = (journal, mayWrite, seconds)
    log = CallLog(variable)
  }

  /// The tools that the person allows.
  var offered: [AssistantTool] { AssistantTool.allCases.filter { mayWrite || $0 != .logLine } }

  /// What an assistant should know before its first call.
  var instructions: String {
    """
    Nerve is a health journal for runners with sciatica. It is not medical advice, and neither are \
    your answers: for pain, send the person to a doctor or physiotherapist. For how running \
    relates to pain, call verdict and repeat its words with the interval and the number of days; do \
    not invent an effect from query. Unknown is NULL, never zero; a day without an entry is unknown. \
    \(withheld)If the person mentions numbness between the legs, trouble with bladder or bowel, \
    a weak leg or pain in both legs, tell them to go to an emergency department now; 'nerve \
    redflags' has the whole list, and so has verdict.
    """
  }

  private var withheld: String {
    guard journal.disclosure == .figures else { return "" }
    return
      "Notes, medication, guidance, triggers, names and the record of changes are withheld: such "
      + "columns are NULL, and shoes have numbers. Only the person can allow them. "
  }

  /// Calls a tool and logs the call.
  ///
  /// - Parameters:
  ///   - name: The name of the tool.
  ///   - arguments: The arguments as they came.
  /// - Returns: The answer.
  /// - Throws: ``RPCError``, or ``Interruption`` for a signal.
  func call(_ name: String, _ arguments: JSON?) throws -> ToolAnswer {
    try log.prepare()
    let start = monotonicSeconds()
    func record(_ outcome: String) throws {
      let words = JSONWriter.text(arguments ?? .object([]), style: .compact)
      let seconds = journal.context.ownsProcess ? monotonicSeconds() - start : 0
      try log.add(
        CallLog.Call(
          tool: name, arguments: String(words.dropLast()), outcome: outcome, seconds: seconds),
        at: journal.context.now)
    }
    do {
      let answer = try answer(name, arguments)
      let failure = answer.isError ? "error: \(answer.parts.last ?? "")" : "done"
      try record(answer.rows.map { "\($0) \($0 == 1 ? "row" : "rows")" } ?? failure)
      return answer
    } catch let error as RPCError {
      try record("error: \(error.message)")
      throw error
    }
  }

  private func answer(_ name: String, _ arguments: JSON?) throws -> ToolAnswer {
    guard let tool = offered.first(where: { $0.rawValue == name }) else {
      let names = offered.map(\.rawValue).joined(separator: ", ")
      let isWriting = name == AssistantTool.logLine.rawValue
      throw RPCError.invalidParameters(
        isWriting
          ? "The tool 'log_line' is off; the person can allow it with: nerve mcp --allow-writing"
          : "Unknown tool '\(name.prefix(60))'; use \(names).")
    }
    let arguments = try ToolArguments(arguments, of: tool.argumentNames)
    do {
      return switch tool {
      case .query: try QueryTool(journal, seconds: seconds).answer(arguments)
      case .schema: try SchemaTool(journal).answer(arguments)
      case .verdict: try VerdictTool(journal).answer(arguments)
      case .month: try MonthTool(journal).answer(arguments)
      case .logLine: try LogLineTool(journal).answer(arguments)
      }
    } catch let error as RPCError {
      throw error
    } catch let error as Interruption {
      throw error
    } catch let error as UsageError {
      return .failure("\(error)")
    } catch let error as InputError {
      return .failure("\(error)")
    } catch let error as Refusal {
      return .failure("\(error)")
    } catch {
      throw RPCError.unavailable(
        "The call failed unexpectedly. Check the journal with: nerve doctor")
    }
  }
}
