public import JournalModel

/// What stands in the way of taking an action back or bringing it back.
public struct ReversalConflict: Equatable, Sendable {
  /// Why the action cannot be reversed as things are.
  public enum Cause: Equatable, Sendable {
    /// A later action changed the same entry.
    case laterChange(by: RecordedAction)
    /// A later action made an entry refer to one that would go.
    case laterReference(by: RecordedAction)
    /// An earlier action that it builds on is undone.
    case undoneBasis(RecordedAction)
    /// What the entry would refer to was deleted; by an action, if it is known.
    case lostReference(by: RecordedAction?)
    /// Another entry has what only one can have; by an action, if it is known.
    case taken(Claim, by: RecordedAction?)
    /// Another program changed the entry since then.
    case changedByOthers(EntryTable, id: Int)
    /// Another program made an entry refer to one that would go.
    case usedByOthers(EntryTable, id: Int)
    /// Another program logged an entry that cannot be without one that would go.
    case neededByOthers(EntryTable, id: Int)
    /// A rule of the table would be broken.
    case brokenRule(EntryTable)
  }

  /// What only one entry can have at a time.
  public enum Claim: Equatable, Sendable {
    /// A name among shoes, exercises or settings.
    case name(EntryTable)
    /// The mark of a day.
    case dayMark
    /// A flare-up that lasts.
    case lastingFlareUp
    /// The shoe that runs are in unless another is named.
    case defaultShoe
  }

  /// The action that was to be reversed.
  public let action: RecordedAction
  /// Whether it was to be brought back.
  public let isRedo: Bool
  /// What stands in the way.
  public let cause: Cause
}

extension ReversalConflict: CustomStringConvertible {
  /// One or two sentences: what prevents it, and what to do.
  public var description: String {
    let subject = "Action \(action.number) (\(action.command), \(action.doneAtLocally.prefix(10)))"
    return "\(subject) cannot be \(isRedo ? "redone" : "undone") yet: \(reason)."
      + (remedy.map { " \($0)" } ?? "")
  }

  private var reason: String {
    switch cause {
    case .laterChange(let later): "\(later) changed the same entry after it"
    case .laterReference(let later): "an entry of \(later) refers to its own"
    case .undoneBasis(let earlier): "it builds on \(earlier), which is undone"
    case .lostReference(let deleting?): "\(deleting) deleted what its entry refers to"
    case .lostReference(nil): "what its entry refers to is gone"
    case .taken(let claim, let taker?): "\(claim.held) since \(taker)"
    case .taken(let claim, nil): "\(claim.held) now"
    case .changedByOthers(let table, let id):
      "another program changed \(table.noun) \(id) after it"
    case .usedByOthers(let table, let id):
      "another program made \(table.noun) \(id) refer to its entry"
    case .neededByOthers(let table, let id):
      "\(table.noun) \(id), which another program logged, needs its entry"
    case .brokenRule(let table): "the \(table.noun) would break a rule of its table"
    }
  }

  /// What to do about it, if there is something.
  private var remedy: String? {
    switch cause {
    case .laterChange(let action), .laterReference(let action), .lostReference(let action?),
      .taken(_, let action?):
      "Undo that one first: nerve undo \(action.number)"
    case .undoneBasis(let action): "Redo that one first: nerve redo \(action.number)"
    case .changedByOthers(let table, let id) where table != .setting:
      "See nerve history \(table.word) \(id); with --force it is done all the same."
    case .changedByOthers, .usedByOthers: "With --force it is done all the same."
    case .neededByOthers(let table, let id):
      "Delete that one first: nerve delete \(table.word) \(id)"
    case .lostReference(nil), .taken(_, nil), .brokenRule: nil
    }
  }
}

extension EntryTable {
  /// The name of the table as it is typed.
  fileprivate var word: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}

extension ReversalConflict.Claim {
  /// How the one who has it would be spoken of.
  fileprivate var held: String {
    switch self {
    case .name(let table): "another \(table.noun) has the name"
    case .dayMark: "the day has another mark"
    case .lastingFlareUp: "another flare-up lasts"
    case .defaultShoe: "another shoe is the default"
    }
  }
}
