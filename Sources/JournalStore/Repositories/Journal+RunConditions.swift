public import CivilDay

/// A condition on runs, as a person writes it in SQL.
public struct RunCondition {
  /// An expression, true, false or NULL for each run.
  ///
  /// It may use the columns of the view `day`, and those of `run_response` that
  /// `day` does not have. The pain before, during and after is that of the run.
  public let expression: String

  /// As ``Query/mayGoOn``.
  public let mayGoOn: () -> Bool

  /// Creates a condition.
  public init(_ expression: String, mayGoOn: @escaping () -> Bool = { true }) {
    self.expression = expression
    self.mayGoOn = mayGoOn
  }

  /// The views whose columns it may use.
  public static let views: Set<String> = ["day", "run_response"]

  /// Whether it is one expression rather than the rest of another statement.
  fileprivate var isWhole: Bool {
    var depth = 0
    for token in SQLToken.tokens(of: expression) {
      if token.isSymbol("(") { depth += 1 }
      if token.isSymbol(")") { depth -= 1 }
      let endsIt = token.isSymbol(";") || (depth == 0 && token.isSymbol(","))
      if depth < 0 || endsIt { return false }
    }
    return depth == 0
  }
}

/// A condition that is not one expression.
public enum RunConditionProblem: Error, Equatable {
  /// It has several statements, or parentheses that do not belong together.
  case notOneExpression
}

extension Journal {
  /// Whether `condition` is true, for each run in order of day; `nil` for NULL.
  ///
  /// It only reads, within the limits of ``read(_:into:)``.
  ///
  /// - Parameter condition: The condition.
  /// - Returns: One element for each run of the journal.
  /// - Throws: ``SQLiteError``, whose offset is a place in the expression, or
  ///   ``RunConditionProblem``.
  public func runs(
    where condition: RunCondition
  ) throws -> [(day: Day, isTrue: Bool?)] {
    guard condition.isWhole else { throw RunConditionProblem.notOneExpression }
    // A line feed ends a comment; with one row for each group, what adds up rows
    // adds up that run alone. NOT twice makes any value 0, 1 or NULL. Of two columns
    // of the same name the first counts.
    let start = "SELECT day, NOT NOT (\n"
    let sql = """
      \(start)\(condition.expression)
      )
      FROM (
        SELECT run_id, start_time, rpe, pace, surface, heart_rate_avg, cadence_spm, form_change,
          mood_after, morning_pain, run_response.pain_before, run_response.pain_during,
          run_response.pain_after, evening_pain, next_morning_pain, pain_48_h_later, day.*
        FROM run_response
        JOIN day USING (day)
      )
      GROUP BY day, run_id
      ORDER BY day, run_id
      """
    var reader = ConditionReader()
    do {
      try read(Query(sql, mayGoOn: condition.mayGoOn), into: &reader)
    } catch let error as SQLiteError {
      let offset = error.offset.map { $0 - start.utf8.count }.flatMap { place in
        (0...condition.expression.utf8.count).contains(place) ? place : nil
      }
      throw SQLiteError(error.code, error.message, sql: condition.expression, offset: offset)
    }
    return reader.runs
  }
}

/// Takes days with 0, 1 or NULL.
private struct ConditionReader: ResultReader {
  var runs: [(day: Day, isTrue: Bool?)] = []

  mutating func begin(_ columns: [String]) throws {
    guard columns.count == 2 else { throw RunConditionProblem.notOneExpression }
  }

  mutating func take(_ row: borrowing QueryRow) throws {
    guard case .text(let bytes) = row[0], let day = Day(String(decoding: bytes, as: UTF8.self))
    else { return }
    if case .integer(let value) = row[1] {
      runs.append((day, value != 0))
    } else {
      runs.append((day, nil))
    }
  }

  mutating func end() {}
}
