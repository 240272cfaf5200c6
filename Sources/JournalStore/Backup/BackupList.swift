internal import Platform

/// The backups of the journal at a path, as far as they can be found.
public struct BackupList {
  /// Newest first.
  public let backups: [Backup]
  /// Whether they are those of other journals, as none is known of this one.
  public let areOfOthers: Bool

  /// Finds the backups of a journal that may be damaged or missing.
  ///
  /// - Parameters:
  ///   - path: The path of the journal.
  ///   - place: Where backups go.
  public init(of path: String, in place: BackupPlace) {
    var folders: [String] = []
    if case .regular(isEmpty: false)? = try? fileKind(at: path),
      let connection = try? Connection.reading(path)
    {
      let folder = JournalBackups(of: connection, at: path, in: place).folder
      if let folder { folders.append(folder.path) }
    }
    if let base = place.folder {
      folders += BackupTrace.all(in: base, of: originMark(of: path)).map(\.folder)
    }
    let own = Self.backups(in: folders)
    areOfOthers = own.isEmpty
    backups =
      own.isEmpty
      ? Self.backups(
        in: place.folder.map { base in fileNames(in: base).map { "\(base)/\($0)" } } ?? [])
      : own
  }

  private static func backups(in folders: [String]) -> [Backup] {
    Set(folders).flatMap { BackupFolder.backups(in: $0) }
      .sorted { ($0.madeAt, $0.path) > ($1.madeAt, $1.path) }
  }
}
