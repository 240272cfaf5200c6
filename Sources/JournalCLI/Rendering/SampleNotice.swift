import JournalStore

/// What marks every report on the sample journal.
enum SampleNotice {
  /// The setting that the sample journal carries.
  static let setting = "synthetic"

  /// Stands above every report on it.
  static let line = "\(sentence)\n\n"

  /// What it says.
  static let sentence = "SYNTHETIC SAMPLE JOURNAL: this runner does not exist."
}

extension Journal {
  /// Whether the journal is the made-up sample.
  var isSynthetic: Bool {
    get throws { try setting(SampleNotice.setting) != nil }
  }

  /// Says so beside a result that has no place for it.
  func labelSample(_ surroundings: Surroundings) throws {
    if try isSynthetic { try surroundings.say(SampleNotice.sentence) }
  }
}
