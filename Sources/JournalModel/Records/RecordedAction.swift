/// The work of one command on the journal, from its history.
public struct RecordedAction: Equatable, Sendable {
  /// The kind of an action.
  public enum Kind: String, Sendable {
    /// A command that wrote something.
    case command
    /// An undo of another action.
    case undo
    /// A redo: an undo of an undo.
    case redo
  }

  /// Its number.
  public let number: Int

  /// Its time in UTC, `YYYY-MM-DDTHH:MM:SSZ`.
  public let doneAt: String

  /// Its local time, `YYYY-MM-DD HH:MM`, in the system's time zone.
  public let doneAtLocally: String

  /// The name of the command.
  public let command: String

  /// Its kind.
  public let kind: Kind

  /// The action it undid or redid; for a command, itself.
  public let origin: Int

  /// The number of its import, if any.
  public let importNumber: Int?

  /// The undo that reversed it; `nil` while it is in effect.
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
  /// The action in a sentence, such as "action 12 (run, 2026-11-23)".
  public var description: String { "action \(number) (\(command), \(doneAtLocally.prefix(10)))" }
}
