public import JournalModel

/// A user's mistake or problem that stops a command.
///
/// `description` is one or two sentences for the terminal: what is wrong, where,
/// and what to do. It contains paths, days and column names, never a value or a
/// note. Programming mistakes are not errors: they trap.
public enum JournalError: Error, Equatable {
  /// There is no file at `path` yet.
  case noJournal(path: String)
  /// The file at `path` cannot be opened or created.
  case cannotOpen(path: String, reason: String)
  /// The file at `path` is not a database, or belongs to another program.
  case notAJournal(path: String)
  /// The file was written by a later version of the program.
  case newer(path: String, found: Int, supported: Int)
  /// There is no file at `path`, but SQLite's `log` next to it.
  case logWithoutJournal(path: String, log: String)
  /// The file at `path` and the `log` next to it do not belong together, or are
  /// from different times.
  case foreignLog(path: String, log: String)
  /// The file at `path` is damaged.
  case damaged(path: String)
  /// Another program keeps the journal locked longer than the timeout.
  case busy(path: String)
  /// The file or its folder cannot be written to.
  case readOnly(path: String)
  /// The journal's disk is full.
  case diskFull(path: String)
  /// The step `name` of the schema failed; nothing was kept.
  case migrationFailed(name: String, reason: String)
  /// The backup at `path` could not be made, so nothing was upgraded.
  case backupFailed(path: String, reason: String)
  /// An entry breaks a rule of its table.
  case invalid(FieldProblem)
  /// A shoe or an exercise with this name already exists.
  case nameTaken(table: EntryTable)
  /// There is no entry with this id in `table`.
  case noEntry(table: EntryTable, id: Int)
  /// Other entries refer to one of `table` that was to be deleted.
  case inUse(table: EntryTable, by: Dependents)
  /// A flare-up is already in progress, since `day`.
  case flareUpLasts(since: String)
  /// No flare-up in progress.
  case noFlareUpLasts
  /// No flare-up has ended that could be reopened.
  case noFlareUpEnded
  /// There are runs on `days`, so they were not rest days.
  case daysHaveRuns(days: [String])
  /// The shoe has been retired since `day`.
  case shoeIsRetired(since: String)
  /// The shoe is not retired.
  case shoeIsNotRetired
  /// The journal at `path` is not empty, but an export needs an empty one.
  case notEmpty(path: String)
  /// The file is not a usable export.
  case badExport(reason: String)
  /// There is nothing left to undo.
  case nothingToUndo
  /// There is no import with this number, or it was undone.
  case noImport(number: Int)
  /// The import belongs to an action with others, which is undone as a whole.
  case importedWithOthers(number: Int, action: Int)
  /// There is nothing to redo.
  case nothingToRedo
  /// Something was written since `undone`, the latest undone action, was undone.
  case writtenSince(undone: Int)
  /// There is no action with this number.
  case noAction(number: Int)
  /// The action was undone already.
  case undoneAlready(action: Int)
  /// The action is not undone.
  case notUndone(action: Int)
  /// The action is itself an undo or a redo, of `origin`.
  case isReversal(action: RecordedAction)
  /// Something prevents an undo or a redo.
  case blocked(ReversalConflict)
}

extension JournalError: CustomStringConvertible {
  /// One or two sentences: what is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .noJournal(let path):
      "There is no journal at \(path) yet. It is made with the first entry, for example: nerve pain 3"
    case .cannotOpen(let path, let reason):
      "The journal \(path) cannot be opened: \(reason)."
    case .notAJournal(let path):
      "The file \(path) is not a nerve journal and was left as it is. "
        + "Choose another with --journal or NERVE_JOURNAL."
    case .newer(let path, let found, let supported):
      "The journal \(path) has schema \(found), but this program knows up to \(supported). "
        + "It was left untouched; install a newer version of nerve."
    case .logWithoutJournal(let path, let log):
      "There is no journal at \(path), but there is its log \(log), which may hold entries. Put "
        + "the journal back beside it, or move the log away to start a new journal."
    case .foreignLog(let path, let log):
      "The log \(log) does not match the journal \(path): one of them was restored or replaced "
        + "without the other. Nothing was changed; keep a copy of both, then move the log away to "
        + "go on with the journal without it."
    case .damaged(let path):
      "The journal \(path) is damaged. Move it and its -wal file away, then restore the latest backup."
    case .busy(let path):
      "Another program is writing to the journal \(path). Nothing was changed; try again."
    case .readOnly(let path):
      "The journal \(path) cannot be written to. Check the permissions of the file and its folder."
    case .diskFull(let path):
      "There is no room left on the disk of the journal \(path). Nothing was changed."
    case .migrationFailed(let name, let reason):
      "The journal could not be brought up to date and was left as it was: "
        + "step \(name) failed with \(reason)."
    case .backupFailed(let path, let reason):
      "The safety copy \(path) could not be made, so the journal was left as it was: \(reason)."
    case .invalid(let problem):
      "\(problem)"
    case .nameTaken(let table):
      "There is already an entry of that name in \(table.rawValue). Choose another name."
    case .noEntry(let table, let id):
      "There is no \(table.noun) \(id); nerve list tells the ids."
    case .inUse(.footwear, let runs):
      "\(runs.count == 1 ? "A run was" : "\(runs.count) runs were") made in it. Put it away with "
        + "nerve shoe retire, or add --force: its runs stay and have no shoe then."
    case .inUse(let table, let users) where users.table == .routineStep:
      "A routine includes this \(table.noun); take it out first with: nerve routine edit"
    case .inUse(let table, let users):
      "What was logged with this \(table.noun), \(users.count) in all, would be without it. Delete "
        + "that first."
    case .flareUpLasts(let day):
      "A flare-up lasts already, since \(day). End it with: nerve flare end"
    case .noFlareUpLasts:
      "No flare-up lasts at the moment. Start one with: nerve flare start"
    case .noFlareUpEnded:
      "No flare-up has ended that could last again. Start one with: nerve flare start"
    case .daysHaveRuns(let days):
      Self.sentence(onRunsOf: days)
    case .shoeIsRetired(let day):
      "The shoe is retired, since \(day). Bring it back with: nerve shoe unretire NAME"
    case .shoeIsNotRetired:
      "The shoe is in use: it was not retired."
    case .nothingToUndo:
      "There is nothing to undo."
    case .notEmpty(let path):
      "The journal \(path) holds something already, and an export goes into an empty one; name "
        + "another with --journal."
    case .badExport(let reason):
      "The export cannot be used: \(reason). Nothing was changed."
    case .importedWithOthers(let number, let action):
      "Import \(number) came with other files; take them all back with: nerve undo \(action)"
    case .noImport(let number):
      "There is no import \(number) to undo."
    case .nothingToRedo:
      "There is nothing to redo: nothing is undone."
    case .writtenSince(let undone):
      "Something was logged since the last undo; to redo that action all the same: "
        + "nerve redo \(undone)"
    case .noAction(let number):
      "There is no action \(number). To see them: nerve history"
    case .undoneAlready(let action):
      "Action \(action) is undone already. To bring it back: nerve redo \(action)"
    case .notUndone(let action):
      "Action \(action) is not undone, so there is nothing to bring back."
    case .isReversal(let action):
      "Action \(action.number) is itself the \(action.kind.rawValue) of action \(action.origin). "
        + "Name that one."
    case .blocked(let conflict):
      "\(conflict)"
    }
  }

  /// Lists the days, if they are few.
  private static func sentence(onRunsOf days: [String]) -> String {
    guard days.count > 1 else {
      return "There is a run on \(days.joined()), so it was no day of rest. Leave that day out."
    }
    let named = days.count > 6 ? days.prefix(5) + ["\(days.count - 5) more"] : days[...]
    let list = "\(named.dropLast().joined(separator: ", ")) and \(named.last ?? "")"
    return "There are runs on \(list), so they were no days of rest. Mark the others."
  }
}
