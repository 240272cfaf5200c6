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
  /// Parts of the schema of the file at `path` are missing or different.
  case incompleteSchema(path: String)
  /// The system could not read or write the file at `path` just now.
  case deviceFailed(path: String)
  /// The disk failed, or was full, at the last moment of saving, so that the entry may be
  /// in the journal at `path` or not.
  case uncertain(path: String, isFull: Bool)
  /// The backup at `path` fails its checks.
  case damagedBackup(path: String)
  /// Another program has the journal at `path` open, so that it cannot be replaced.
  case isOpen(path: String)
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
  /// A self-trial is already in progress, since `day`.
  case trialRuns(since: String)
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
  /// The other copy at `path` is the journal itself.
  case sameJournal(path: String)
  /// The journal at `path` did not begin as a copy of this one.
  case unrelated(path: String)
  /// The record of changes does not explain the entries of the journal at `path`.
  case unexplained(path: String)
  /// The entry of `table` has nothing but its note.
  case nothingButNote(table: EntryTable)
  /// The action forgot something on purpose, which is gone.
  case forgotForGood(action: Int)
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
      "No journal at \(path) yet. Log an entry to create it, for example: nerve pain 3"
    case .cannotOpen(let path, let reason):
      "Cannot open the journal \(path): \(reason). Nothing was changed."
    case .notAJournal(let path):
      "The file \(path) is not a Nerve journal and was not changed. "
        + "Choose another with --journal or NERVE_JOURNAL."
    case .newer(let path, let found, let supported):
      "The journal \(path) has schema \(found), but this version of nerve supports only "
        + "\(supported). Nothing was changed; install a newer version."
    case .logWithoutJournal(let path, let log):
      "The journal \(path) is missing, but its log \(log) may contain entries. Put the journal "
        + "back next to the log, or move the log away to start a new journal."
    case .foreignLog(let path, let log):
      "The log \(log) does not match the journal \(path): one was restored or replaced without "
        + "the other. Nothing was changed; copy both files, then move the log away to use the "
        + "journal without it."
    case .damaged(let path):
      "The journal \(path) is damaged. Nothing was read or changed; find out what can be saved "
        + "with: nerve doctor"
    case .incompleteSchema(let path):
      "Parts of the journal \(path) are missing or were changed by another program. Nothing was "
        + "changed; find out what can be saved with: nerve doctor"
    case .deviceFailed(let path):
      "The system could not read or write the journal \(path). Nothing was changed; try again, and "
        + "if it happens again, copy the journal to another disk."
    case .uncertain(let path, let isFull):
      "\(isFull ? "The disk is full" : "The disk failed") while the journal \(path) was being saved. "
        + "Check with nerve list whether the entry is there before you log it again."
    case .damagedBackup(let path):
      "The backup \(path) is damaged. Nothing was changed; choose another from: nerve restore"
    case .isOpen(let path):
      "Another program has the journal \(path) open. Nothing was changed; close it, then try again."
    case .busy(let path):
      "Another program is writing to the journal \(path). Nothing was changed; try again."
    case .readOnly(let path):
      "Cannot write to the journal \(path). Nothing was changed; check the permissions of the file "
        + "and its folder."
    case .diskFull(let path):
      "The disk with the journal \(path) is full. Nothing was changed; make room and try again."
    case .migrationFailed(let name, let reason):
      "Cannot upgrade the journal: step \(name) failed with \(reason). Nothing was changed."
    case .backupFailed(let path, let reason):
      "Cannot make the backup \(path): \(reason). The journal was not changed."
    case .invalid(let problem):
      "\(problem)"
    case .nameTaken(let table):
      "Another \(table.noun) already has this name. Choose a different one."
    case .noEntry(let table, let id):
      "There is no \(table.noun) \(id). Find ids with: nerve list"
    case .inUse(.footwear, let runs):
      "The shoe has \(runs.count == 1 ? "a run" : "\(runs.count) runs"). Retire it with nerve shoe "
        + "retire, or add --force to keep its runs without a shoe."
    case .inUse(let table, let users) where users.table == .routineStep:
      "A routine includes this \(table.noun). Remove it there first with: nerve routine edit"
    case .inUse(let table, let users):
      "This \(table.noun) is used in \(users.count == 1 ? "1 entry" : "\(users.count) entries"). "
        + "Delete \(users.count == 1 ? "it" : "them") first."
    case .flareUpLasts(let day):
      "A flare-up is already in progress, since \(day). End it with: nerve flare end"
    case .noFlareUpLasts:
      "No flare-up is in progress. Start one with: nerve flare start"
    case .noFlareUpEnded:
      "There is no ended flare-up to reopen. Start one with: nerve flare start"
    case .trialRuns(let day):
      "A self-trial is already in progress, since \(day). Finish it first, or stop it with: nerve "
        + "trial stop"
    case .daysHaveRuns(let days):
      Self.sentence(onRunsOf: days)
    case .shoeIsRetired(let day):
      "The shoe has been retired since \(day). Put it back into use with: nerve shoe unretire NAME"
    case .shoeIsNotRetired:
      "The shoe is not retired."
    case .sameJournal(let path):
      "\(path) is this journal itself. Name another copy of it."
    case .unrelated(let path):
      "\(path) did not begin as a copy of this journal. If all of it is yours, merge it with "
        + "--unrelated. Nothing was changed."
    case .unexplained(let path):
      "The journal \(path) cannot be merged: its entries differ from its record of changes. "
        + "Nothing was changed; nerve export keeps them all."
    case .nothingButNote(let table):
      "This \(table.noun) has nothing but a note. Forget the whole entry instead."
    case .forgotForGood(let action):
      "Action \(action) forgot something for good. It cannot be undone."
    case .nothingToUndo:
      "There is nothing to undo."
    case .notEmpty(let path):
      "The journal \(path) is not empty, and an export needs an empty one. Choose another with "
        + "--journal."
    case .badExport(let reason):
      "Cannot use the export: \(reason). Nothing was changed."
    case .importedWithOthers(let number, let action):
      "Import \(number) contains one of several files. Undo all of them with: nerve undo \(action)"
    case .noImport(let number):
      "There is no import \(number) to undo."
    case .nothingToRedo:
      "There is nothing to redo."
    case .writtenSince(let undone):
      "The journal has changed since the last undo. Redo it anyway with: nerve redo \(undone)"
    case .noAction(let number):
      "There is no action \(number). Find action numbers with: nerve history"
    case .undoneAlready(let action):
      "Action \(action) is already undone. Redo it with: nerve redo \(action)"
    case .notUndone(let action):
      "Action \(action) is not undone, so there is nothing to redo."
    case .isReversal(let action):
      "Action \(action.number) is itself the \(action.kind.rawValue) of action \(action.origin). "
        + "Use \(action.origin) instead."
    case .blocked(let conflict):
      "\(conflict)"
    }
  }

  /// Lists the days, if they are few.
  private static func sentence(onRunsOf days: [String]) -> String {
    guard days.count > 1 else {
      return "There is a run on \(days.joined()), so it was not a rest day. Leave that day out."
    }
    let named = days.count > 6 ? days.prefix(5) + ["\(days.count - 5) more"] : days[...]
    let list = "\(named.dropLast().joined(separator: ", ")) and \(named.last ?? "")"
    return "There are runs on \(list), so they were not rest days. Leave those days out."
  }
}
