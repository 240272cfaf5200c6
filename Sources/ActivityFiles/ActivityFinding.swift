/// What one file, or one piece of an archive or table, turned out to be.
public struct ActivityFinding: Equatable, Sendable {
  /// The result for the piece.
  public enum Outcome: Equatable, Sendable {
    /// It is an activity.
    case activity(ImportedActivity)
    /// It should be one but cannot be read; `reason` is one sentence without any
    /// value from the file.
    case unusable(reason: String)
    /// It is something else, such as a photo or a day's steps.
    case notAnActivity
    /// The file does not state the unit of its distances, and they were read in
    /// the assumed one.
    case openUnit
  }

  /// The path inside the archive, with nested archives joined by `/`; `nil` for
  /// the file itself.
  public var path: String?
  /// The physical line of the start of the table record, counted from 1; `nil`
  /// outside tables.
  public var line: Int?
  /// What it is.
  public var outcome: Outcome
  /// Doubts about an activity that was read anyway, each one sentence without any
  /// value from the file.
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
