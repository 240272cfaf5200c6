/// One thing that an examination of a journal found.
public struct Finding: Equatable, Sendable {
  /// What was examined.
  public enum Subject: String, CaseIterable, Sendable {
    case file, integrity, references, schema, permissions, log, space, clock, backups, versions
  }

  /// How it is.
  public enum Verdict: String, Sendable {
    /// As it should be.
    case ok
    /// Worth knowing.
    case note
    /// Wrong.
    case wrong
  }

  /// What was examined.
  public let subject: Subject
  /// How it is.
  public let verdict: Verdict
  /// What was found, as a phrase.
  public let text: String
  /// What to do about it, as a phrase; `nil` if nothing.
  public let advice: String?

  /// Creates a finding.
  public init(_ subject: Subject, _ verdict: Verdict, _ text: String, advice: String? = nil) {
    (self.subject, self.verdict, self.text, self.advice) = (subject, verdict, text, advice)
  }
}
