internal import CivilDay

/// The occasion for a backup, as in its name.
public enum BackupPurpose: String, CaseIterable, Sendable {
  /// The first write of a day.
  case daily
  /// A newer version is about to upgrade the schema.
  case upgrade
  /// Files are about to be imported.
  case `import`
  /// A typed statement is about to change entries.
  case sql
  /// Another journal is about to be merged into it.
  case merge
  /// A backup is about to take its place.
  case restore
  /// It is about to be repaired.
  case repair
  /// It was asked for.
  case asked
  /// A damaged journal that was replaced, byte for byte and with its log: no backup, but
  /// all that there is of what a backup lacks.
  case damaged
}

/// A backup in the folder of a journal's backups; its name says when and why it was made.
public struct Backup: Equatable, Sendable {
  /// The path of the file.
  public let path: String
  /// When it was made, in seconds since the start of 1970 in UTC.
  public let madeAt: Int
  /// The occasion.
  public let purpose: BackupPurpose
  /// A mark for the path of the journal: copies of a journal on one computer share a folder.
  let origin: String

  /// The name of the file.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  static let ending = ".sqlite"

  /// What a damaged journal may be kept with.
  static let companions = ["-wal", "-journal"]

  init(in folder: String, madeAt: Int, purpose: BackupPurpose, origin: String) {
    (self.madeAt, self.purpose, self.origin) = (madeAt, purpose, origin)
    let day = Day(daysSince1970: (madeAt - Self.second(of: madeAt)) / 86_400)
    let second = Self.second(of: madeAt)
    let clock = [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    path = "\(folder)/\(day)T\(clock)Z-\(purpose.rawValue)-\(origin)\(Self.ending)"
  }

  /// Reads a name; `nil` for that of another file.
  init?(named name: String, in folder: String) {
    guard name.hasSuffix(Self.ending) else { return nil }
    let parts = name.dropLast(Self.ending.count).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 5, let purpose = BackupPurpose(rawValue: String(parts[3])),
      parts[2].utf8.count == 10, parts[2].hasSuffix("Z"),
      let day = Day(parts[0] + "-" + parts[1] + "-" + parts[2].prefix(2)),
      parts[2].dropFirst(2).hasPrefix("T"), let clock = Int(parts[2].dropFirst(3).dropLast())
    else { return nil }
    let second = clock / 10_000 * 3600 + clock / 100 % 100 * 60 + clock % 100
    self.init(
      in: folder, madeAt: day.daysSince1970 * 86_400 + second, purpose: purpose,
      origin: String(parts[4]))
    // Another spelling would be another file.
    guard self.name == name else { return nil }
  }

  private static func second(of time: Int) -> Int { (time % 86_400 + 86_400) % 86_400 }
}
