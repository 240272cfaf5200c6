import JournalStore

/// What marks every report on the sample journal.
enum SampleNotice {
  /// The setting that the sample journal carries.
  static let setting = "synthetic"

  /// Stands above every report on it.
  static let line = "SYNTHETIC SAMPLE JOURNAL: this runner does not exist.\n\n"
}

extension Journal {
  /// Whether the journal is the made-up sample.
  var isSynthetic: Bool {
    get throws { try setting(SampleNotice.setting) != nil }
  }
}
