internal import CSQLiteExtension
internal import CivilDay
internal import WrittenValues

/// Adds the functions of `Documentation/sql-functions.md` to a connection.
///
/// - Parameters:
///   - database: The `sqlite3 *` of the connection.
///   - routines: The `const sqlite3_api_routines *` of its SQLite, which SQLite
///     gives to extensions. As for any extension, all connections in a process
///     that get functions must use the same SQLite.
///   - dayBoundaryMinutes: Minutes after midnight until which the night belongs
///     to the previous day.
/// - Returns: SQLite's result code, 0 if all were added.
public func addFunctions(
  to database: OpaquePointer, routines: OpaquePointer, dayBoundaryMinutes: Int = 240
) -> Int32 {
  extension_use(routines)
  // Before 3.31, functions cannot be declared harmless.
  guard extension_sqlite_version() >= 3_031_000 else { return sqliteError }
  var added = Statistic.all.map { statistic in
    AggregateFunction(statistic.name) { StatisticState(statistic) }
      .add(to: database, argumentCount: Int32(statistic.argumentCount))
  }
  added.append(
    AggregateFunction("ewma") { WeightedMeanState() }.add(to: database, argumentCount: 2))
  let texts = WrittenTexts(dayBoundaryMinutes: dayBoundaryMinutes)
  for (function, argumentCount) in scalarFunctions + texts.functions {
    added.append(function.add(to: database, argumentCount: argumentCount))
  }
  // An existing function cannot be replaced while a statement runs, such as R's
  // SELECT load_extension(); R then keeps its own median.
  return added.first { $0 != 0 && $0 != sqliteBusy } ?? 0
}

/// SQLITE_BUSY.
private let sqliteBusy: Int32 = 5

/// SQLITE_ERROR.
private let sqliteError: Int32 = 1

/// Created for each connection, which takes ownership.
private var scalarFunctions: [(ScalarFunction, Int32)] {
  [
    (ScalarFunction("monday") { (row) throws(FunctionError) in try Day.monday(row) }, 1),
    (ScalarFunction("month") { (row) throws(FunctionError) in try Day.month(row) }, 1),
    (
      ScalarFunction("hms") { (row) throws(FunctionError) in
        ClockNotation.duration(try row.number(0))
      }, 1
    ),
    (
      ScalarFunction("pace") { (row) throws(FunctionError) in
        ClockNotation.pace(metres: try row.number(0), seconds: try row.number(1), per: 1000)
      }, 2
    ),
  ]
}
