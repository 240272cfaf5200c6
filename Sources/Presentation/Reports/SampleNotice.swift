package import JournalStore

/// The notice in every report on the sample journal.
package enum SampleNotice {
  /// The setting that the sample journal carries.
  package static let setting = "synthetic"

  /// The notice above a text report.
  package static let line = "\(sentence)\n\n"

  /// The notice.
  package static let sentence = "SYNTHETIC SAMPLE JOURNAL: this runner does not exist."
}

extension Journal {
  /// Whether the journal is the made-up sample.
  package var isSynthetic: Bool {
    get throws { try setting(SampleNotice.setting) != nil }
  }
}
