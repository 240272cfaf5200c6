import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Presentation

/// Options of a stretch, in addition to the exercise and its amount.
struct StretchOptions: ParsableArguments {
  @OptionGroup var fields: FieldOptions<Stretch>

  @Option(help: ArgumentHelp("Time of the stretch, such as 6:50 or 9:30pm.", valueName: "time"))
  var time: String?

  @Option(
    defaultAsFlag: "last", parsing: .next,
    help: ArgumentHelp("The run that it belongs to: its id, or the last.", valueName: "run"))
  var run: String?

  /// The side that was given.
  ///
  /// - Throws: ``InputError``.
  var side: BodySide? { get throws(InputError) { try fields.changes()[\.side] } }

  /// Understands what was given, but for the side.
  ///
  /// - Parameters:
  ///   - day: The day on which it was done; its run was not later.
  ///   - session: The session, whose journal is asked for the run.
  /// - Returns: The fields that were given.
  /// - Throws: ``InputError``, ``UsageError`` or ``JournalError``.
  func changes(on day: Day, in session: JournalSession) throws -> Changes<Stretch> {
    var changes = Changes<Stretch>()
    if let time { try session.setTime(time, on: day, in: &changes, \.time, \.utcOffsetMinutes) }
    if let reference = try run.map({ try RunReference($0) }) {
      changes[\.run] = Reference(id: try session.journal().run(reference, upTo: day))
    }
    return changes
  }
}

extension StretchWords {
  /// What the words say of a stretch, with the side that was given as an option; the
  /// exercise is not part of it.
  ///
  /// - Throws: ``InputError``, or ``UsageError`` if the side is given twice.
  func changes(beside options: StretchOptions) throws -> Changes<Stretch> {
    let typed = try options.side
    guard side == nil || typed == nil else {
      throw UsageError("The side is given twice; remove --side.")
    }
    var changes = amountChanges
    changes.set(\.side, to: side ?? typed)
    return changes
  }

  /// How much it was; what was not said of it is unknown.
  var amountChanges: Changes<Stretch> {
    var changes = Changes<Stretch>()
    changes.set(\.sets, to: amount?.sets)
    changes.set(\.repetitions, to: amount?.repetitions)
    changes.set(\.holdS, to: amount?.holdSeconds.map(Double.init))
    changes.set(\.durationS, to: amount?.durationSeconds.map(Double.init))
    return changes
  }
}

extension JournalSession {
  /// Logs stretches of a day as one action and echoes them.
  ///
  /// - Parameters:
  ///   - parts: The stretches without day, time and run, each with its exercise if that
  ///     is new.
  ///   - day: Their day.
  ///   - options: Their time and their run.
  ///   - note: A note on them, stored with the first.
  ///   - command: The command's name, for the history.
  /// - Throws: ``Refusal`` if they are not meant, or what the journal throws.
  func logStretches(
    _ parts: [(new: Exercise?, stretch: Changes<Stretch>)], on day: Day,
    with options: StretchOptions, note: String?, command: String
  ) throws {
    var shared = try options.changes(on: day, in: self)
    shared[\.day] = day
    let entries = parts.enumerated().flatMap { index, part in
      var stretch = part.stretch.merging(shared)
      if index == 0 { stretch.set(\.note, to: note) }
      return [part.new.map { Entry($0) }, Entry(stretch)].compactMap(\.self)
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
