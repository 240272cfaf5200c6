/// What one command did to the journal, as its history keeps it.
public struct RecordedAction: Equatable, Sendable {
  /// How an action came about.
  public enum Kind: String, Sendable {
    /// By a command that wrote something.
    case command
    /// By taking another action back.
    case undo
    /// By taking an undo back.
    case redo
  }

  /// The number to name it by.
  public let number: Int

  /// When it was done, in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  public let doneAt: String

  /// The same by the clock on the wall, `YYYY-MM-DD HH:MM`, as the zone that the
  /// system is set to would show it.
  public let doneAtLocally: String

  /// The name of the command.
  public let command: String

  /// How it came about.
  public let kind: Kind

  /// The action that this one took back or brought back; of a command, itself.
  public let origin: Int

  /// The number of the import that it was, if it was one.
  public let importNumber: Int?

  /// The undo that took it back; `nil` while it stands.
  public let undoneBy: Int?

  /// Creates one from its parts.
  public init(
    number: Int, doneAt: String, doneAtLocally: String, command: String, kind: Kind, origin: Int,
    importNumber: Int? = nil, undoneBy: Int? = nil
  ) {
    self.number = number
    self.doneAt = doneAt
    self.doneAtLocally = doneAtLocally
    self.command = command
    self.kind = kind
    self.origin = origin
    self.importNumber = importNumber
    self.undoneBy = undoneBy
  }
}

extension RecordedAction: CustomStringConvertible {
  /// The action within a sentence, such as "action 12 (run, 2026-11-23)".
  public var description: String { "action \(number) (\(command), \(doneAtLocally.prefix(10)))" }
}
