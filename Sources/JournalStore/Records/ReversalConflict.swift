public import JournalModel

/// A conflict that prevents an undo or a redo.
public struct ReversalConflict: Equatable, Sendable {
  /// The reason why the action cannot be reversed now.
  public enum Cause: Equatable, Sendable {
    /// A later action changed the same entry.
    case laterChange(by: RecordedAction)
    /// A later action made an entry refer to one that would be deleted.
    case laterReference(by: RecordedAction)
    /// An earlier action that it builds on is undone.
    case undoneBasis(RecordedAction)
    /// The target of the entry's reference was deleted; by an action, if known.
    case lostReference(by: RecordedAction?)
    /// Another entry has a unique claim; by an action, if known.
    case taken(Claim, by: RecordedAction?)
    /// Another program changed the entry since then.
    case changedByOthers(EntryTable, id: Int)
    /// Another program made an entry refer to one that would be deleted.
    case usedByOthers(EntryTable, id: Int)
    /// Another program logged an entry that needs one that would be deleted.
    case neededByOthers(EntryTable, id: Int)
    /// The change would break a rule of the table.
    case brokenRule(EntryTable)
  }

  /// A claim that only one entry can have at a time.
  public enum Claim: Equatable, Sendable {
    /// A name among shoes, exercises or settings.
    case name(EntryTable)
    /// The mark of a day.
    case dayMark
    /// The flare-up in progress.
    case lastingFlareUp
    /// The default shoe.
    case defaultShoe
  }

  /// The action to reverse.
  public let action: RecordedAction
  /// Whether to redo it.
  public let isRedo: Bool
  /// The conflict.
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
    case .laterChange(let later): "\(later) has since changed the same entry"
    case .laterReference(let later): "it would remove an entry that \(later) uses"
    case .undoneBasis(let earlier): "it builds on \(earlier), which is undone"
    case .lostReference(let deleting?): "\(deleting) deleted an entry that it uses"
    case .lostReference(nil): "an entry that it uses no longer exists"
    case .taken(let claim, let taker?): "\(claim.held), because of \(taker)"
    case .taken(let claim, nil): "\(claim.held)"
    case .changedByOthers(let table, let id):
      "another program has since changed \(table.noun) \(id)"
    case .usedByOthers(let table, let id):
      "another program linked \(table.noun) \(id) to its entry"
    case .neededByOthers(let table, let id):
      "\(table.noun) \(id), from another program, needs its entry"
    case .brokenRule(let table): "the \(table.noun) would break a rule of its table"
    }
  }

  /// The way out, if there is one.
  private var remedy: String? {
    switch cause {
    case .laterChange(let action), .laterReference(let action), .lostReference(let action?),
      .taken(_, let action?):
      "Undo that action first with: nerve undo \(action.number)"
    case .undoneBasis(let action): "Redo that action first with: nerve redo \(action.number)"
    case .changedByOthers(let table, let id) where table != .setting:
      "Look at nerve history \(table.word) \(id), or add --force to do it anyway."
    case .changedByOthers, .usedByOthers: "Add --force to do it anyway."
    case .neededByOthers(let table, let id):
      "Delete that entry first with: nerve delete \(table.word) \(id)"
    case .lostReference(nil), .taken(_, nil), .brokenRule: nil
    }
  }
}

extension EntryTable {
  /// The table's name as typed.
  fileprivate var word: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}

extension ReversalConflict.Claim {
  /// The entry with the claim, in words.
  fileprivate var held: String {
    switch self {
    case .name(let table): "another \(table.noun) now has the name"
    case .dayMark: "the day now has another mark"
    case .lastingFlareUp: "another flare-up is now in progress"
    case .defaultShoe: "another shoe is now the default"
    }
  }
}
