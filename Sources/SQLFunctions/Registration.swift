internal import CSQLiteExtension
internal import CivilDay

/// Adds the functions of `Documentation/sql-functions.md` to a connection.
///
/// - Parameters:
///   - database: The `sqlite3 *` of the connection.
///   - routines: The `const sqlite3_api_routines *` of the SQLite that made it,
///     which SQLite hands to extensions. All connections of a process that get
///     functions must be of one SQLite, as for any extension.
/// - Returns: SQLite's result code, 0 if all were added.
public func addFunctions(to database: OpaquePointer, routines: OpaquePointer) -> Int32 {
  extension_use(routines)
  // Before 3.31 there is nothing by which to call a function harmless.
  guard extension_sqlite_version() >= 3_031_000 else { return sqliteError }
  for statistic in Statistic.all {
    let code = AggregateFunction(statistic.name) { StatisticState(statistic) }
      .add(to: database, argumentCount: Int32(statistic.argumentCount))
    guard code == 0 else { return code }
  }
  let code = AggregateFunction("ewma") { WeightedMeanState() }.add(to: database, argumentCount: 2)
  guard code == 0 else { return code }
  for (function, argumentCount) in scalarFunctions {
    let code = function.add(to: database, argumentCount: argumentCount)
    guard code == 0 else { return code }
  }
  return 0
}

/// SQLITE_ERROR.
private let sqliteError: Int32 = 1

/// Made for each connection, which takes them over.
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
