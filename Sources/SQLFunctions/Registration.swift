internal import CSQLiteExtension
package import CivilDay
internal import WrittenValues

/// Adds the functions of ``SQLFunction/all`` to a connection.
///
/// - Parameters:
///   - database: The `sqlite3 *` of the connection.
///   - routines: The `const sqlite3_api_routines *` of its SQLite, which SQLite
///     gives to extensions. As for any extension, all connections in a process
///     that get functions must use the same SQLite.
///   - dayBoundaryMinutes: Minutes after midnight until which the night belongs
///     to the previous day.
///   - today: The day of `today()`, asked for whenever a statement does; `nil` for the
///     computer's clock with the day boundary in the connection's table `setting`,
///     or 04:00.
/// - Returns: SQLite's result code, 0 if all were added.
package func addFunctions(
  to database: OpaquePointer, routines: OpaquePointer, dayBoundaryMinutes: Int = 240,
  today: (() -> Day)? = nil
) -> Int32 {
  extension_use(routines)
  // Before 3.31, functions cannot be declared harmless.
  let version = extension_sqlite_version()
  guard version >= 3_031_000 else { return sqliteError }
  var aggregates = aggregateFunctions
  var scalars = scalarFunctions + [(.today(today), 0)]
  scalars += WrittenTexts(dayBoundaryMinutes: dayBoundaryMinutes).functions
  // From 3.44 on, SQLite has these.
  if version < 3_044_000 {
    aggregates.append((AggregateFunction("string_agg") { JoinedRowsState(in: $0) }, 2))
    scalars += [(.concat(), -1), (.concatWithSeparator(), -1)]
  }
  let added =
    aggregates.map { $0.add(to: database, argumentCount: $1) }
    + scalars.map { $0.add(to: database, argumentCount: $1) } + [addSeriesTable(to: database)]
  // An existing function cannot be replaced while a statement runs, such as R's
  // SELECT load_extension(); R then keeps its own median.
  return added.first { $0 != 0 && $0 != sqliteBusy } ?? 0
}

/// SQLITE_BUSY.
private let sqliteBusy: Int32 = 5

/// SQLITE_ERROR.
private let sqliteError: Int32 = 1

/// Created for each connection, which takes ownership.
private var aggregateFunctions: [(AggregateFunction, Int32)] {
  let effectiveSize = DayStatistic.effectiveSize
  let laggedCorrelation = DayStatistic.laggedCorrelation
  return Statistic.all.map { statistic in
    (
      AggregateFunction(statistic.name) { _ in StatisticState(statistic) },
      Int32(statistic.argumentCount)
    )
  } + [
    (AggregateFunction("regr_count") { _ in PairCountState() }, 2),
    (AggregateFunction("ewma") { _ in WeightedMeanState(hasDay: false) }, 2),
    (AggregateFunction("ewma") { _ in WeightedMeanState(hasDay: true) }, 3),
    (
      AggregateFunction(effectiveSize.name) { _ in
        DayStatisticState(effectiveSize, hasDay: false)
      }, 2
    ),
    (AggregateFunction(effectiveSize.name) { _ in DayStatisticState(effectiveSize) }, 3),
    // This was (x, y, lag): in a new order it would be another number.
    (
      AggregateFunction(laggedCorrelation.name) { _ in
        RefusedState(
          "the arguments are (y, x, lag, day), such as lagged_corr(leg_pain, distance_km, 1, day)")
      }, 3
    ),
    (AggregateFunction(laggedCorrelation.name) { _ in DayStatisticState(laggedCorrelation) }, 4),
  ]
}

/// Created for each connection, which takes ownership.
private var scalarFunctions: [(ScalarFunction, Int32)] {
  [
    (ScalarFunction("monday") { (row) throws(FunctionError) in try Day.monday(row) }, 1),
    (ScalarFunction("month") { (row) throws(FunctionError) in try Day.month(row) }, 1),
    (
      ScalarFunction("weekday") { (row, _) throws(FunctionError) in
        try Day.weekday(row).map { .integer($0) }
      }, 1
    ),
    (
      ScalarFunction("weekday_name") { (row) throws(FunctionError) in try Day.weekdayName(row) }, 1
    ),
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
    (.regexp(), 2),
  ]
}
