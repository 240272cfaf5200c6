import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalModel
import JournalStore
import Presentation

/// Options of a stretch, in addition to the exercise and its amount.
struct StretchOptions: ParsableArguments {
  @Option(help: "The side: left, right or both.", completion: .sides)
  var side: String?

  @Option(help: ArgumentHelp("When it was, such as 6:50 or 9:30pm.", valueName: "time"))
  var time: String?

  @Option(
    defaultAsFlag: "last", parsing: .next,
    help: ArgumentHelp("The run that it belongs to: its id, or the last.", valueName: "run"))
  var run: String?

  /// Understands what was given, but for the side.
  ///
  /// - Parameters:
  ///   - day: The day on which it was done; its run was not later.
  ///   - session: The session, whose journal is asked for the run.
  /// - Returns: The fields that were given, by name.
  /// - Throws: ``InputError``, ``UsageError`` or ``JournalError``.
  func values(on day: Day, in session: JournalSession) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    if let time { values.merge(try session.clockTime(time, in: "time", on: day)) { $1 } }
    if let reference = try run.map({ try RunReference($0) }) {
      values["run_id"] = .integer(try session.journal().run(reference, upTo: day))
    }
    return values
  }
}

extension StretchWords {
  /// Returns the fields of a stretch in the words and the options, without the
  /// exercise.
  ///
  /// - Throws: ``InputError``, or ``UsageError`` if the side is given twice.
  func values(beside options: StretchOptions) throws -> [String: SQLiteValue] {
    let typed = try options.side.map(BodySide.init)
    guard side == nil || typed == nil else {
      throw UsageError("The side is given twice; remove --side.")
    }
    return amountValues.merging(["side": .text((side ?? typed)?.rawValue)]) { $1 }
  }

  /// The fields for the amount.
  var amountValues: [String: SQLiteValue] {
    [
      "sets": .integer(amount?.sets), "reps": .integer(amount?.repetitions),
      "hold_s": .real(amount?.holdSeconds.map(Double.init)),
      "duration_s": .real(amount?.durationSeconds.map(Double.init)),
    ]
  }
}

extension JournalSession {
  /// Logs stretches of a day as one action and echoes them.
  ///
  /// - Parameters:
  ///   - entries: The stretches without day, time and run; a new exercise before its
  ///     own.
  ///   - day: Their day.
  ///   - options: Their time and their run.
  ///   - note: A note on them, stored with the first.
  ///   - command: The command's name, for the history.
  /// - Throws: ``Refusal`` if they are not meant, or what the journal throws.
  func logStretches(
    _ entries: [Entry], on day: Day, with options: StretchOptions, note: String?, command: String
  ) throws {
    var shared = try options.values(on: day, in: self)
    shared["day"] = .text(day.description)
    var entries = entries
    for index in entries.indices where entries[index].table == .stretch {
      entries[index].values.merge(shared) { $1 }
    }
    if let first = entries.firstIndex(where: { $0.table == .stretch }) {
      entries[first].values["note"] = .text(note)
    }
    let logged = try log(entries, command: command)
    let stretches = try journal().changes(by: logged.action, atMost: entries.count)
      .compactMap(\.after).filter { $0.table == .stretch }
    for stretch in stretches {
      try echo("Stretch: \(entryText.facts(of: stretch))", on: day, id: stretch.id)
    }
    try hintAtUndo()
  }
}
