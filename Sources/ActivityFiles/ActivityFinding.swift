/// What one file, or one piece of an archive or table, turned out to be.
public struct ActivityFinding: Equatable, Sendable {
  /// What there is to say of the piece.
  public enum Outcome: Equatable, Sendable {
    /// It is an activity.
    case activity(ImportedActivity)
    /// It should be one but cannot be read; `reason` is one sentence without any
    /// value of the file.
    case unusable(reason: String)
    /// It is something else, such as a photo or the steps of a day.
    case notAnActivity
    /// The file as a whole does not say in which unit its distances are, and they
    /// were read in the one that was assumed.
    case openUnit
  }

  /// The path inside the archive, those of nested archives joined by `/`; `nil`
  /// for the file itself.
  public var path: String?
  /// The physical line on which the record of a table starts, counted from 1;
  /// `nil` for what is no table.
  public var line: Int?
  /// What it is.
  public var outcome: Outcome
  /// What is doubtful about an activity that was read all the same, each one
  /// sentence without any value of the file.
  public var warnings: [String]

  /// Creates a finding.
  public init(
    path: String? = nil, line: Int? = nil, _ outcome: Outcome, warnings: [String] = []
  ) {
    self.path = path
    self.line = line
    self.outcome = outcome
    self.warnings = warnings
  }
}
