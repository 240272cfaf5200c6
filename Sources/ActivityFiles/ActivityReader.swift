/// Reads activities from a file or archive of any supported type.
///
/// The type is recognised by its content, never its name. The source is streamed
/// once, so standard input works, and nothing is unpacked to disk.
public enum ActivityReader {
  /// The maximum number of activities, rows or laps in one file: fourteen a day
  /// for ten years.
  static let mostActivities = 50_000

  /// Reads everything in the source.
  ///
  /// A row in a service's table and its recording are one finding, wherever in
  /// the archive they are.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - options: Facts that the files do not state themselves.
  ///   - each: Called with each finding. If reading finally throws, the file is
  ///     broken as a whole and earlier findings should not count.
  /// - Returns: The format of the whole.
  /// - Throws: ``ActivityFileError`` if the type is unknown, nothing in it could
  ///   be an activity, or it is broken as a whole; otherwise any error of
  ///   `source` or `each`.
  public static func read(
    _ source: @escaping ByteSource, given options: ActivityReadingOptions = .init(),
    _ each: @escaping (ActivityFinding) throws -> Void
  ) throws -> ActivityFormat {
    try ArchiveWalk(options, each).read(source)
  }
}
