package import JournalStore

/// What statements do to entries, as the verb and the objects of a sentence.
package struct OutcomeText {
  /// The form of the verbs.
  package enum Tense: Sendable {
    /// As in "delete 1 shoe".
    case infinitive
    /// As in "deletes 1 shoe".
    case present
    /// As in "deleted 1 shoe".
    case past
  }

  private let changes: [ChangeTally]

  /// - Parameter changes: What becomes of how many entries, at least one, with those
  ///   of one kind of change next to each other.
  package init(_ changes: [ChangeTally]) {
    self.changes = changes
  }

  /// The words, such as "deletes 1 shoe and changes 117 runs".
  package func words(_ tense: Tense) -> String {
    var groups: [(kind: EntryChange.Kind, objects: [String])] = []
    for tally in changes {
      if groups.last?.kind != tally.kind { groups.append((tally.kind, [])) }
      groups[groups.count - 1].objects.append(tally.counted)
    }
    let phrases = groups.map { "\(Self.verb($0.kind, tense)) \(AnswerText.list($0.objects))" }
    // An "and" within a phrase needs a comma before the one between phrases.
    guard let last = phrases.last, phrases.count > 1,
      groups.contains(where: { $0.objects.count > 1 })
    else { return AnswerText.list(phrases) }
    return phrases.dropLast().joined(separator: ", ") + ", and \(last)"
  }

  private static func verb(_ kind: EntryChange.Kind, _ tense: Tense) -> String {
    switch (kind, tense) {
    case (.added, .infinitive): "add"
    case (.added, .present): "adds"
    case (.added, .past): "added"
    case (.changed, .infinitive): "change"
    case (.changed, .present): "changes"
    case (.changed, .past): "changed"
    case (.deleted, .infinitive): "delete"
    case (.deleted, .present): "deletes"
    case (.deleted, .past): "deleted"
    }
  }
}
