/// Reads activities from a file or archive of any kind that is known.
///
/// The kind is told by the content, never by a name. The source is read once and
/// streamed, so that standard input will do and nothing is unpacked to disk.
public enum ActivityReader {
  /// The most activities, rows or laps of one file: fourteen a day for ten years.
  static let mostActivities = 50_000

  /// Reads everything that the source holds.
  ///
  /// What a service's table says of an activity and the recording that the table
  /// names are one finding, wherever in the archive they are.
  ///
  /// - Parameters:
  ///   - source: Where the bytes come from.
  ///   - options: What the files do not tell themselves.
  ///   - each: Called with each finding. If reading throws in the end, the file is
  ///     broken as a whole and what was found before should not count.
  /// - Returns: What the whole is.
  /// - Throws: ``ActivityFileError`` if the content is of no kind known, holds
  ///   nothing that could be an activity, or is broken as a whole; else what
  ///   `source` or `each` throws.
  public static func read(
    _ source: @escaping ByteSource, given options: ActivityReadingOptions = .init(),
    _ each: (ActivityFinding) throws -> Void
  ) throws -> ActivityFormat {
    try withoutActuallyEscaping(each) { each in
      let walk = ArchiveWalk(options, each)
      return try walk.read(source)
    }
  }
}
