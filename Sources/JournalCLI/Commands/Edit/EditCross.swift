import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a cross-training session.
struct EditCross: DatedEntryEditing {
  static let table = EntryTable.crossTraining
  static let configuration = CommandConfiguration(
    commandName: "cross",
    abstract: "Change a cross-training session.",
    discussion: """
        $ nerve edit cross 40m --rpe 3
        $ nerve edit cross 12 swim 1500m
        $ nerve edit cross --on yesterday

      Without an id, changes the latest session.
      """,
    aliases: ["cross-training", "cross_training"])

  static let clearable: KeyValuePairs = [
    "distance": ["distance_m"], "duration": ["duration_s"], "rpe": ["rpe"],
    "start": ["start_time"], "note": ["note"], "doubt": ["doubt"],
  ]

  @Argument(
    help: ArgumentHelp(
      "Id, activity, and distance or duration.", valueName: "id|activity|measure"))
  var words: [String] = []

  @OptionGroup var options: CrossOptions
  @OptionGroup var edit: EditOptions

  func values(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> [String: SQLiteValue] {
    let words = try CrossTrainingArguments(words, unit: session.preferences.unit)
    var values = try options.values(on: day, in: session)
    if !words.activity.isEmpty { values["activity"] = .text(words.activity) }
    values["distance_m"] = words.measures?.metres.map { .real($0) }
    values["duration_s"] = words.measures?.seconds.map { .real($0) }
    return values
  }
}
