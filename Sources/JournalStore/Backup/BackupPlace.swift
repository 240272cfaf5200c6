public import CivilDay

/// Where backups go, and the clock by which they are kept.
public struct BackupPlace {
  /// The folder for the backups of all journals; `nil` without a home folder.
  public let folder: String?
  /// The time, in seconds since the start of 1970 in UTC.
  public let now: () -> Int
  /// The local day at such a time.
  public let localDay: (Int) -> Day
  /// Is told, as one sentence, why there is no backup.
  public let report: (String) -> Void

  /// Creates a place.
  public init(
    folder: String?, now: @escaping () -> Int, localDay: @escaping (Int) -> Day,
    report: @escaping (String) -> Void
  ) {
    (self.folder, self.now, self.localDay, self.report) = (folder, now, localDay, report)
  }
}

/// The settings of a journal about its backups.
public enum BackupSetting {
  /// `off` ends the automatic backups.
  public static let isOn = "backups"
  /// The folder that takes the place of ``BackupPlace/folder``.
  public static let folder = "backup_folder"
  /// What marks the journal of a made-up runner, which has no backups.
  public static let sample = "synthetic"
}
