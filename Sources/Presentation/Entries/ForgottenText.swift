import JournalModel
package import JournalStore
import WrittenValues

/// What was forgotten, in a sentence.
package struct ForgottenText {
  private let forgotten: Forgotten

  package init(_ forgotten: Forgotten) {
    self.forgotten = forgotten
  }

  /// One or two sentences.
  package var sentence: String {
    let gone = Self.counted(forgotten.entries)
    let values = NumberText.counted(forgotten.values, "value")
    let parts = [
      gone.isEmpty
        ? "\(values) in the history \(forgotten.values == 1 ? "is" : "are") removed."
        : "\(gone) and \(values) in the history are removed.",
      forgotten.kept.isEmpty || gone.isEmpty
        ? nil : "\(Self.counted(forgotten.kept)) that other files or you told of stay.",
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }

  private static func counted(_ entries: [EntryTable: Int]) -> String {
    entries.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { $0.key.counted($0.value) }.joined(separator: ", ")
  }
}
