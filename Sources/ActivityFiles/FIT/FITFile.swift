/// A FIT file: the recording format of watches, bike computers and apps.
///
/// The format is described in the "FIT protocol" and the "Global FIT Profile" of
/// the public FIT SDK, <https://developer.garmin.com/fit/protocol/>.
public enum FITFile {
  /// Whether a file that begins with `prefix`, at least 12 bytes, is a FIT file.
  public static func isFIT(prefix: some Sequence<UInt8>) -> Bool {
    FITHeader.begins(ArraySlice(prefix.prefix(FITHeader.smallestSize)))
  }

  /// Reads the activities in `bytes`, one for each session: a triathlon has five.
  ///
  /// A file that is truncated, damaged or has a wrong checksum is read as far as
  /// possible, with a warning, because a watch with an empty battery leaves such
  /// files.
  ///
  /// - Parameter bytes: The whole file, which may be several in a chain.
  /// - Returns: At least one activity, in file order, and warnings, each one
  ///   sentence without any value from the file.
  /// - Throws: ``ActivityFileError`` if it is not a FIT file or contains no
  ///   activity.
  public static func activities(
    in bytes: [UInt8]
  ) throws(ActivityFileError) -> (activities: [ImportedActivity], warnings: [String]) {
    guard isFIT(prefix: bytes) else { throw ActivityFileError("It is not a FIT file.") }
    let fingerprint = Fingerprint(of: bytes)
    var activities: [ImportedActivity] = []
    var warnings: Set<FITWarning> = []
    var fileTypes: [Int] = []
    var (start, sessions) = (0, 0)
    while let header = FITHeader(in: bytes, at: start) {
      let section = FITSection(header, in: bytes, at: start)
      warnings.formUnion(section.warnings)
      if let type = section.recording.fileType { fileTypes.append(type) }
      if FITFileType.mayHoldActivities(section.recording.fileType) {
        let found = try section.recording.activities(
          fingerprint: fingerprint, from: sessions)
        activities += found.activities
        warnings.formUnion(found.warnings)
        sessions += max(1, section.recording.sessions.count)
      }
      start = section.end
      if start == bytes.count { break }
    }
    if start < bytes.count { warnings.insert(.trailingBytes) }
    guard activities.isEmpty else { return (activities, warnings.sorted().map(\.description)) }
    throw refusal(warnings, fileTypes)
  }

  /// The error for a file without an activity.
  private static func refusal(
    _ warnings: Set<FITWarning>, _ fileTypes: [Int]
  ) -> ActivityFileError {
    if let type = fileTypes.first, !FITFileType.mayHoldActivities(type) {
      return ActivityFileError(
        "The FIT file contains \(FITFileType.name(type)), not a recorded activity.",
        holdsNoActivity: true)
    }
    if !warnings.isDisjoint(with: [.cutShort, .damaged]) {
      return ActivityFileError("The FIT file is damaged before its first activity.")
    }
    return ActivityFileError("The FIT file contains no activity with a time or a distance.")
  }
}
