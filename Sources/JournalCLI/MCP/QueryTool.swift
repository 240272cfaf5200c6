import EntryInput
import JSONText
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Runs an assistant's statement on the copy of the journal, within limits.
struct QueryTool {
  /// The rows without a limit of the call, and the most that it can ask for.
  static let (usualRows, mostRows) = (1_000, 10_000)

  /// The most bytes of a value, above those of the longest note: SQLite does not ask whether
  /// to go on within a step, so that no step may take long.
  static let longestValue = 64 << 10

  private let journal: AssistantJournal
  private let seconds: Double

  init(_ journal: AssistantJournal, seconds: Double) {
    (self.journal, self.seconds) = (journal, seconds)
  }

  /// Returns the rows.
  ///
  /// - Throws: ``RPCError`` for arguments, or ``Interruption``.
  func answer(_ arguments: ToolArguments) throws -> ToolAnswer {
    let sql = try arguments.required("sql")
    let parameters = try arguments.parameters("parameters")
    let limit = try arguments.number("limit", in: 1...Self.mostRows) ?? Self.usualRows
    let contents = try journal.contents()
    var rows = BoundedRows(limit: limit)
    if let failure = try run(sql, parameters, contents.copy.queries, into: &rows) {
      return .failure(failure)
    }
    var members: [(String, JSON)] = [
      ("columns", .array(rows.columns.map { .string($0) })), ("rows", .array(rows.rows)),
      ("row_count", JSON(rows.rows.count)), ("is_cut", .bool(rows.cut != nil)),
    ]
    let remarks =
      try [rows.cut?.sentence(rows.rows.count)].compactMap(\.self)
      + (contents.copy.queries.isSynthetic ? [SampleNotice.sentence] : [])
      + StatementRemarks.sentences(on: sql)
    if !remarks.isEmpty { members.append(("remarks", .array(remarks.map { .string($0) }))) }
    let data = JSON.object(members)
    return ToolAnswer(
      parts: [String(JSONWriter.text(data, style: .compact).dropLast())], data: data,
      rows: rows.rows.count)
  }

  /// Runs a statement; returns the sentence of a mistake.
  private func run(
    _ sql: String, _ parameters: [String: SQLiteValue], _ copy: Journal,
    into rows: inout BoundedRows
  ) throws -> String? {
    let ownsProcess = journal.context.ownsProcess
    let watch = StatementWatch(seconds: seconds, ownsProcess: ownsProcess)
    defer { watch.stop() }
    let query = Query(
      sql, parameters: parameters, longestValue: Self.longestValue, mayGoOn: watch.mayGoOn)
    do {
      if ownsProcess {
        try limitingMemoryOfStatements { try copy.read(query, into: &rows) }
      } else {
        try copy.read(query, into: &rows)
      }
      return nil
    } catch is BoundedRows.Enough {
      return nil
    } catch is BoundedRows.SeveralResults {
      return "Send one statement at a time."
    } catch let error as SQLiteError {
      switch watch.reason {
      case .interrupted: throw Interruption(signal: SIGINT, description: "Stopped.")
      case .timeIsUp:
        let limit = NumberText.shortest(seconds)
        return "The statement timed out after \(limit) s; ask for less at a time."
      case nil: return told(error, sql, copy)
      }
    } catch let problem as ParameterProblem {
      return problem.sentenceForAssistant
    } catch is JournalError {
      return "The statement needs too much memory; ask for less at a time."
    }
  }

  /// The mistake in a sentence, and its place.
  private func told(_ error: SQLiteError, _ sql: String, _ copy: Journal) -> String {
    let isRefused = error.code.primary == .denied || error.message.hasPrefix("not authorized")
    guard !isRefused else {
      return "The statement was refused: it may only read, and not what is withheld."
    }
    let mistake = StatementError(error, in: sql, try? copy.schemaNames())
    return ([mistake.sentence] + mistake.excerpt(in: TextLayout())).joined(separator: "\n")
  }
}

extension BoundedRows.Cut {
  /// What was left out, after so many rows.
  fileprivate func sentence(_ count: Int) -> String {
    switch self {
    case .tooManyRows:
      "Cut after \(count) rows, and there are more. Sum up in SQL, or raise the limit."
    case .tooManyBytes:
      "Cut after \(count) rows, as more would be over \(BoundedRows.mostBytes) bytes. Choose fewer "
        + "columns, or sum up in SQL."
    }
  }
}

extension ParameterProblem {
  /// The problem as one sentence.
  fileprivate var sentenceForAssistant: String {
    switch self {
    case .missing(let name): "The statement needs a value for :\(name); add it to parameters."
    case .unknown(let name, _): "The statement has no :\(name); remove it from parameters."
    }
  }
}
