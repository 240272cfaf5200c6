import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a run.
struct EditRun: DatedEntryEditing {
  typealias Record = Run

  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Change a run.",
    discussion: """
        $ nerve edit run --rpe 7 --shoe pegasus
        $ nerve edit run 12 8.4km
        $ nerve edit run 12 --on yesterday --clear mood

      Without an id, changes the latest run. A whole number on its own is an id, \
      so a distance needs its unit, as in 10km.
      """)

  @Argument(
    help: ArgumentHelp(
      "Id of the run, then distance, duration or pace.", valueName: "id|distance|duration"))
  var words: [String] = []

  @OptionGroup var options: RunOptions
  @OptionGroup var edit: EditOptions

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<Run> {
    let shoe = try options.shoe.choice()
    var changes = try options.changes(on: day, in: session)
    if !words.isEmpty {
      let measures = try RunMeasures(words, unit: session.preferences.unit)
      changes[\.distanceM] = measures.metres
      changes[\.durationS] = measures.seconds
    }
    switch shoe {
    case .unsaid: break
    case .unknown: changes.clear(\.shoe)
    case .named(let name):
      changes[\.shoe] = Reference(id: try session.journal().shoe(called: name))
    }
    return changes
  }
}
