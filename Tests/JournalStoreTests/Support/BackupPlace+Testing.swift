import CivilDay
import Foundation

@testable import JournalStore

/// What was told, sentence by sentence.
final class Told {
  var sentences: [String] = []
}

/// A clock that is set by hand, in seconds since 1970.
final class SetClock {
  /// Monday, 23 November 2026, 12:00 UTC.
  var now = 20_780 * 86_400 + 43_200
}

extension BackupPlace {
  /// A place in `folder`, with days in UTC.
  static func testing(
    _ folder: String?, _ clock: SetClock = SetClock(), told: Told = Told()
  ) -> BackupPlace {
    BackupPlace(
      folder: folder, now: { clock.now },
      localDay: { Day(daysSince1970: ($0 - ($0 % 86_400 + 86_400) % 86_400) / 86_400) },
      report: { told.sentences.append($0) })
  }
}

extension TemporaryFolder {
  /// The paths below the folder `name` of the files with this ending, sorted.
  func files(in name: String, ending: String) throws -> [String] {
    let below = FileManager.default.enumerator(atPath: path(name))
    return (below?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(ending) }.sorted()
  }
}
