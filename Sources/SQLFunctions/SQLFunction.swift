/// A function that statements can call in addition to SQLite's own: what help,
/// completion and `nerve schema` tell of it.
package struct SQLFunction: Sendable {
  /// What a function is about.
  package enum Group: String, CaseIterable, Sendable {
    case statistics
    case days = "days and times"
    case text
    case tables
  }

  /// Its name in statements.
  package let name: String
  /// Its name and arguments, such as `ewma(x, n[, day])`; optional ones are in
  /// brackets.
  package let signature: String
  /// Its result in a few words, without a full stop.
  package let meaning: String
  /// Its group.
  package let group: Group

  private init(_ signature: String, _ meaning: String, _ group: Group) {
    name = String(signature.prefix { $0 != "(" })
    self.signature = signature
    self.meaning = meaning
    self.group = group
  }

  /// All functions, by group; a test compares them with `Documentation/sql-functions.md`
  /// and with what ``addFunctions(to:routines:dayBoundaryMinutes:today:)`` adds.
  package static let all = statistics + days + text + tables

  private static let statistics = [
    SQLFunction("corr(y, x)", "Pearson's correlation", .statistics),
    SQLFunction("spearman(y, x)", "Spearman's correlation, of ranks", .statistics),
    SQLFunction("kendall(y, x)", "Kendall's tau-b", .statistics),
    SQLFunction("regr_slope(y, x)", "change of y per unit of x", .statistics),
    SQLFunction("regr_intercept(y, x)", "y on the line at x = 0", .statistics),
    SQLFunction("regr_r2(y, x)", "share of the variance explained", .statistics),
    SQLFunction("regr_count(y, x)", "number of pairs without NULL", .statistics),
    SQLFunction(
      "lagged_corr(y, x, lag, day)", "correlation of y with x lag days before", .statistics),
    SQLFunction("effective_n(y, x[, day])", "effective number of pairs", .statistics),
    SQLFunction("median(x)", "middle value", .statistics),
    SQLFunction("quantile(x, p)", "value with the share p below it", .statistics),
    SQLFunction("mad(x)", "median distance from the median", .statistics),
    SQLFunction("stddev(x)", "sample standard deviation", .statistics),
    SQLFunction("stddev_samp(x)", "the same", .statistics),
    SQLFunction("stddev_pop(x)", "standard deviation of all values", .statistics),
    SQLFunction("variance(x)", "sample variance", .statistics),
    SQLFunction("var_samp(x)", "the same", .statistics),
    SQLFunction("var_pop(x)", "variance of all values", .statistics),
    SQLFunction("ewma(x, n[, day])", "exponentially weighted mean", .statistics),
  ]

  private static let days = [
    SQLFunction("today()", "the current day", .days),
    SQLFunction("weekday(day)", "1 for Monday to 7 for Sunday", .days),
    SQLFunction("weekday_name(day)", "Mon to Sun", .days),
    SQLFunction("monday(day)", "the Monday of that week", .days),
    SQLFunction("month(day)", "the month, YYYY-MM", .days),
    SQLFunction("pace(metres, seconds)", "minutes per kilometre", .days),
    SQLFunction("hms(seconds)", "45:10 or 1:02:33", .days),
  ]

  private static let text = [
    SQLFunction("regexp(pattern, text)", "whether text REGEXP pattern", .text),
    SQLFunction("string_agg(x, separator)", "the values of all rows, joined", .text),
    SQLFunction("concat(x, ...)", "the values, joined; NULL is empty", .text),
    SQLFunction("concat_ws(separator, x, ...)", "the values that are not NULL, joined", .text),
    SQLFunction("to_number(x[, mark])", "number in a text such as 1.234,5", .text),
    SQLFunction("to_day(x[, order])", "day in a text such as 23.5.2016", .text),
    SQLFunction("to_clock(x)", "clock time in a text, HH:MM:SS", .text),
    SQLFunction("to_minutes(x)", "minutes in a text such as 7h 40min", .text),
  ]

  private static let tables = [
    SQLFunction(
      "generate_series(start, stop[, step])", "rows with a value each: numbers or days", .tables)
  ]
}
