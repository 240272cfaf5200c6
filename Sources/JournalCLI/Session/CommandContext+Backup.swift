import CivilDay
import JournalStore
import Platform

extension CommandContext {
  /// Where backups go.
  ///
  /// - Parameter isQuiet: Whether it goes unsaid that there is none.
  /// - Returns: The place.
  func backupPlace(isQuiet: Bool = false) -> BackupPlace {
    let (started, ownsProcess, localMoment) = (now, ownsProcess, localMoment)
    let told = Once()
    return BackupPlace(
      folder: backupFolder,
      // A shell can be open for days.
      now: { ownsProcess ? time(nil) : started.secondsSince1970 },
      localDay: { localMoment($0).day },
      report: { sentence in
        guard !isQuiet, told.isFirst else { return }
        try? say(sentence)
      })
  }

  /// The folder of the backups of all journals; `nil` without a home folder.
  private var backupFolder: String? { StateFolder.path(variable).map { "\($0)/backups" } }
}

/// Is first once.
private final class Once {
  private var isUsed = false

  var isFirst: Bool {
    defer { isUsed = true }
    return !isUsed
  }
}
