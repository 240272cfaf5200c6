/// The tables of Google Fit, which hold totals of days or quarters of an hour and
/// no activities; those are in the TCX files of the same archive.
enum GoogleFitDays {
  /// Why a table alone is refused.
  static let refusal = ActivityFileError(
    "The table holds totals of Google Fit and no activities; take the TCX files of the Takeout.",
    holdsNoActivity: true)

  /// Whether a table with these columns is one.
  ///
  /// The units are in the names, whatever the language.
  static func recognises(_ columns: [String]) -> Bool {
    ["(kcal)", "(m)", "(m/s)"].allSatisfy { unit in columns.contains { $0.hasSuffix(unit) } }
  }
}
