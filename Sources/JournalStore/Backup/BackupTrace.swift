internal import Platform

/// A note on where the backups of a journal lie.
struct BackupTrace: Equatable {
  /// The path of the journal.
  let journal: String
  /// The folder of its backups.
  let folder: String

  static let ending = ".journal"

  /// The longest note that is read.
  private static let longest = 10_000

  /// The notes in the folder of all journals' backups that carry the mark `origin`.
  static func all(in base: String, of origin: String) -> [BackupTrace] {
    fileNames(in: base).sorted().compactMap { name in
      let bytes = RawFile("\(base)/\(name)/\(origin)\(ending)")?.bytes(longest) ?? []
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      guard lines.count == 2 else { return nil }
      return BackupTrace(journal: String(lines[0]), folder: String(lines[1]))
    }
  }

  /// Writes the note, if it can be written and read again.
  func write(to path: String) {
    guard ![journal, folder].contains(where: { $0.contains("\n") }) else { return }
    // Without it, restoring needs the path of a backup.
    try? OutputDraft(
      of: Array("\(journal)\n\(folder)\n".utf8), in: JournalStore.folder(of: path) ?? "."
    ).become(path, replacing: true)
  }
}
