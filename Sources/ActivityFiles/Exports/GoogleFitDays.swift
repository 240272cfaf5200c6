/// The tables of Google Fit, with totals per day or quarter of an hour but no
/// activities; those are in the TCX files of the same archive.
enum GoogleFitDays {
  /// The error for such a table alone.
  static let refusal = ActivityFileError(
    "The table contains Google Fit totals, not activities; import the TCX files in the Takeout.",
    holdsNoActivity: true)

  /// Whether a table with these columns is one.
  ///
  /// The names contain the units, in every language.
  static func recognises(_ columns: [String]) -> Bool {
    ["(kcal)", "(m)", "(m/s)"].allSatisfy { unit in columns.contains { $0.hasSuffix(unit) } }
  }
}
