/// The reason why a file, or part of it, yields no activity.
///
/// `description` is one sentence without any value from the file.
public struct ActivityFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  /// Whether the file is sound but contains something else, such as a course or a
  /// day's steps.
  public let holdsNoActivity: Bool

  /// Creates an error with a one-sentence description.
  public init(_ description: String, holdsNoActivity: Bool = false) {
    self.description = description
    self.holdsNoActivity = holdsNoActivity
  }

  /// A table whose dates may start with the day or the month; set
  /// ``ActivityReadingOptions/dates`` to settle it.
  public static let openDates = ActivityFileError(
    "Its dates could have the day or the month first.")

  /// A table that is not a recognised export; its columns need a mapping.
  public static let unknownTable = ActivityFileError(
    "The table is not a recognised export.")

  /// JSON that is not a recognised export; its keys need a mapping.
  public static let unknownJSON = ActivityFileError("The JSON is not a recognised export.")

  /// An archive on a system without the library that reads archives.
  public static let noArchives = ActivityFileError(
    "Cannot read .zip and .gz files: libarchive is missing; install it, as in: "
      + "apt install libarchive13")
}
