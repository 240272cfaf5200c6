import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a run.
struct EditRun: DatedEntryEditing {
  static let table = EntryTable.run
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

  static let clearable: KeyValuePairs = [
    "distance": ["distance_m"], "duration": ["duration_s"], "rpe": ["rpe"],
    "shoe": ["footwear_id"], "start": ["start_time"], "surface": ["surface"],
    "ascent": ["ascent_m"], "heart-rate": ["heart_rate_avg"], "cadence": ["cadence_spm"],
    "form": ["form_change"], "before": ["pain_before"], "during": ["pain_during"],
    "after": ["pain_after"], "mood": ["mood_after"], "note": ["note"], "doubt": ["doubt"],
  ]

  @Argument(
    help: ArgumentHelp(
      "Id of the run, then distance, duration or pace.", valueName: "id|distance|duration"))
  var words: [String] = []

  @OptionGroup var options: RunOptions
  @OptionGroup var edit: EditOptions

  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue] {
    let shoe = try options.shoe.choice()
    var values = try options.values(on: day, in: session)
    if !words.isEmpty {
      let measures = try RunMeasures(words, unit: session.preferences.unit)
      values["distance_m"] = measures.metres.map { .real($0) }
      values["duration_s"] = measures.seconds.map { .real($0) }
    }
    switch shoe {
    case .unsaid: break
    case .unknown: values["footwear_id"] = .null
    case .named(let name):
      values["footwear_id"] = .integer(try session.journal().shoe(called: name))
    }
    return values
  }
}
