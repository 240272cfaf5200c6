import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel

/// Changes a cross-training session.
struct EditCross: DatedEntryEditing {
  typealias Record = CrossTraining

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

  @Argument(
    help: ArgumentHelp(
      "Id, activity, and distance or duration.", valueName: "id|activity|measure"))
  var words: [String] = []

  @OptionGroup var options: CrossOptions
  @OptionGroup var edit: EditOptions

  func changes(
    _ words: [String], on day: Day, in session: JournalSession
  ) throws -> Changes<CrossTraining> {
    let words = try CrossTrainingArguments(words, unit: session.preferences.unit)
    var changes = try options.changes(on: day, in: session)
    if !words.activity.isEmpty { changes[\.activity] = words.activity }
    changes[\.distanceM] = words.measures?.metres
    changes[\.durationS] = words.measures?.seconds
    return changes
  }
}
