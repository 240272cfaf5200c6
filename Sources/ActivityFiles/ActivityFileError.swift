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
    "Its dates may have the day or the month first, and the rows do not settle which.")

  /// A table that is not the export of a known service; its columns have to be mapped.
  public static let unknownTable = ActivityFileError(
    "The table is not a recognised export.")

  /// JSON that is not the export of a known service; its members have to be mapped.
  public static let unknownJSON = ActivityFileError("The JSON is not a recognised export.")
}
