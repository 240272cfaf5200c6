/// The limits on unpacking an archive and the archives in it, so that a small
/// file cannot become a huge one.
final class ArchiveBudget {
  /// The maximum number of files.
  private let entries: Int
  /// The maximum number of bytes of all files together.
  private let bytes: Int
  /// The maximum number of bytes out for each byte in, once there are many.
  private let ratio: Int
  /// The number of bytes from which the ratio counts: text may compress very
  /// well.
  private let bytesBeforeRatio: Int

  private var entriesSeen = 0
  private var bytesRead = 0
  private var bytesUnpacked = 0
  private var excess: ActivityFileError?

  init(
    entries: Int = 200_000, bytes: Int = 1 << 36, ratio: Int = 400,
    bytesBeforeRatio: Int = 1 << 28
  ) {
    self.entries = entries
    self.bytes = bytes
    self.ratio = ratio
    self.bytesBeforeRatio = bytesBeforeRatio
  }

  /// The source of the outermost archive, with its bytes counted.
  func counting(_ source: @escaping ByteSource) -> ByteSource {
    { buffer in
      let count = try source(buffer)
      self.bytesRead += count
      return count
    }
  }

  /// Counts a file.
  ///
  /// - Throws: ``ActivityFileError`` if there are too many.
  func takeEntry() throws(ActivityFileError) {
    entriesSeen += 1
    if entriesSeen > entries {
      excess = ActivityFileError("The archive contains more than \(entries) files.")
    }
    try check()
  }

  /// Counts bytes that came out of an archive.
  ///
  /// - Throws: ``ActivityFileError`` if there are too many.
  func take(_ count: Int) throws(ActivityFileError) {
    bytesUnpacked += count
    if bytesUnpacked > bytes
      || bytesUnpacked > bytesBeforeRatio && bytesUnpacked / max(1, bytesRead) > ratio
    {
      excess = ActivityFileError("The unpacked archive is far too large.")
    }
    try check()
  }

  /// Throws the earlier error again: reading does not resume after it.
  func check() throws(ActivityFileError) {
    if let excess { throw excess }
  }
}
