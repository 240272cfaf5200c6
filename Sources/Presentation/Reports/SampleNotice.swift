package import JournalStore

/// What marks every report on the sample journal.
package enum SampleNotice {
  /// The setting that the sample journal carries.
  package static let setting = "synthetic"

  /// Stands above every report on it.
  package static let line = "\(sentence)\n\n"

  /// What it says.
  package static let sentence = "SYNTHETIC SAMPLE JOURNAL: this runner does not exist."
}

extension Journal {
  /// Whether the journal is the made-up sample.
  package var isSynthetic: Bool {
    get throws { try setting(SampleNotice.setting) != nil }
  }
}
