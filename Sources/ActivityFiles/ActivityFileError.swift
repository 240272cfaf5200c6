/// Why a file, or a part of it, gives no activity.
///
/// `description` is one sentence without any value of the file.
public struct ActivityFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// Whether the file is sound but something else, such as a course or the steps
  /// of a day.
  public let holdsNoActivity: Bool

  /// Creates an error that says `description`.
  public init(_ description: String, holdsNoActivity: Bool = false) {
    self.description = description
    self.holdsNoActivity = holdsNoActivity
  }

  /// A table of which nothing tells whether the day or the month comes first in
  /// its dates; ``ActivityReadingOptions/dates`` says it.
  public static let openDates = ActivityFileError(
    "Its dates could have the day first or the month first, and no row shows which.")

  /// A table that comes from no service known; its columns have to be mapped.
  public static let unknownTable = ActivityFileError(
    "The table is the export of no service known.")
}
