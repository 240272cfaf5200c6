internal import Platform

/// Shows whether a journal was written or replaced in between, without opening it.
///
/// A journal that stays open cannot be restored or synchronised, and SQLite's own
/// `data_version` is known only to a connection that does.
public struct JournalStamp: Equatable, Sendable {
  private let texts: [String]

  /// Whether a write from now on would change the stamp: file times are as coarse as the
  /// clock of the system.
  public let isSettled: Bool

  /// The present stamp of the journal at `path` and of its log.
  public init(of path: String) {
    let file = linkDestination(of: path)
    let stamps = [file, file + "-wal", file + "-journal"].map {
      FileStamp($0, isStrict: $0 == file)
    }
    texts = stamps.map(\.text)
    let now = time(nil)
    isSettled = stamps.allSatisfy { ($0.latestChange ?? 0) < now - 2 }
  }

  /// Whether two stamps are of the same contents.
  public static func == (one: JournalStamp, other: JournalStamp) -> Bool {
    one.texts == other.texts
  }
}
