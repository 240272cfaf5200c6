import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore
import Platform
import Presentation
import SampleJournal

/// Creates the journal of a made-up runner, to try things out.
struct SampleCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Create the journal of a made-up runner.",
    discussion: """
        $ nerve sample sample.sqlite
        $ nerve month --journal sample.sqlite

      Use it to try things out: every report on it says that its days are made \
      up. This runner hurts more after long runs and skips runs when sore.
      """)

  @Argument(help: "File for the new journal.", completion: .file())
  var path: String

  @Option(help: "Number of years, 1 to 50.")
  var years = "2"

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Last day. Default: today.", valueName: "day"),
    completion: .days)
  var until: String?

  @Option(help: ArgumentHelp("Random seed.", valueName: "number"))
  var seed = "1"

  func run(in context: CommandContext) throws {
    guard let years = Int(years), (1...50).contains(years) else {
      throw UsageError("The number of years must be from 1 to 50", not: years)
    }
    guard let seed = UInt64(seed) else {
      throw UsageError("The seed must be a whole number, 0 or more", not: seed)
    }
    let today = context.now.journalDay
    let last =
      if let until { try DayExpression.parse(until, today: today, allowingFuture: true) } else {
        today
      }
    let diary = SampleDiary.make(years: years, endingOn: last, seed: seed)
    guard path != "-" else {
      throw UsageError("Cannot write a journal to standard output; name a file.")
    }
    try Journal.make(at: path) { journal in
      let known = Set(try journal.exercises().map(\.name))
      _ = try journal.add(
        [Entry(.setting, ["name": .text(SampleNotice.setting), "value": "1"])]
          + diary.newExercises(beside: known) + diary.entries,
        command: "sample", today: nil)
    }
    try context.output.write(
      "\(diary.entries.count) made-up entries from \(diary.days.lowerBound) to "
        + "\(diary.days.upperBound) in \(path)\n")
  }
}

extension SampleDiary {
  /// Returns the exercises of the diary that are not among the `known` ones.
  fileprivate func newExercises(beside known: Set<String>) -> [Entry] {
    let kinds = stretches.filter { !known.contains($0.exercise) }
      .reduce(into: [String: String]()) { $0[$1.exercise] = $1.kind }
    return kinds.sorted { $0.key < $1.key }.map { name, kind in
      Entry(
        .exercise,
        ["name": .text(name), "kind": .text(kind == "nerve glide" ? "nerve_glide" : kind)])
    }
  }

  /// The diary as entries of a journal, shoes first.
  fileprivate var entries: [Entry] {
    shoes.map { shoe in
      Entry(
        .footwear,
        [
          "name": .text(shoe.name), "kind": .text(shoe.kind),
          "drop_mm": .real(shoe.dropMillimetres),
          "first_day": .day(shoe.firstDay), "start_distance_m": .real(shoe.startingMetres),
          "limit_distance_m": .real(shoe.limitMetres),
          "retired_day": shoe.retiredDay.map { .day($0) } ?? .null,
        ])
    }
      + runs.map { run in
        Entry(
          .run,
          [
            "day": .day(run.day), "start_time": .text(run.start), "distance_m": .real(run.metres),
            "duration_s": .real(Double(run.seconds)), "rpe": .real(run.exertion),
            "surface": .text(run.surface), "footwear": .text(run.shoe),
          ])
      }
      + stretches.map { stretch in
        Entry(
          .stretch,
          [
            "day": .day(stretch.day), "exercise": .text(stretch.exercise),
            "sets": .integer(stretch.sets), "reps": .integer(stretch.repetitions),
            "hold_s": .real(stretch.holdSeconds.map(Double.init)), "side": .text(stretch.side),
          ])
      }
      + checkIns.filter(\.saysSomething).map { checkIn in
        Entry(
          .checkIn,
          [
            "day": .day(checkIn.day), "time": .text(checkIn.time),
            "moment": .text(checkIn.moment == .morning ? "morning" : "later"),
            "leg_pain": .integer(checkIn.legPain), "back_pain": .integer(checkIn.backPain),
            "reach": .integer(checkIn.reach), "side": .text(checkIn.side),
            "tingling": .integer(checkIn.tingling.map { $0 ? 1 : 0 }),
            "sitting_hours": .real(checkIn.sittingHours), "sleep_hours": .real(checkIn.sleepHours),
            "stress": .integer(checkIn.stress), "mood": .integer(checkIn.mood),
          ])
      }
      + flareUps.map { flareUp in
        Entry(
          .flareUp,
          [
            "onset_day": .day(flareUp.onset), "end_day": .day(flareUp.end),
            "peak_pain": .integer(flareUp.peakPain), "trigger_text": .text(flareUp.trigger),
          ])
      }
      + crossTraining.map { session in
        Entry(
          .crossTraining,
          [
            "day": .day(session.day), "activity": .text(session.activity),
            "duration_s": .real(Double(session.minutes * 60)), "rpe": .real(session.exertion),
          ])
      }
      + marks.map { mark in
        Entry(
          .dayMark,
          [
            "day": .day(mark.day),
            "kind": .text(mark.kind == .rest ? "rest" : "not_tracked"),
          ])
      }
  }
}

extension SampleCheckIn {
  /// Whether anything was rated; skipped check-ins are in the diary too.
  fileprivate var saysSomething: Bool {
    let values: [Any?] = [
      legPain, backPain, reach, side, tingling, sittingHours, sleepHours, stress, mood,
    ]
    return values.contains { $0 != nil }
  }
}

extension SQLiteValue {
  /// Returns the day as the journal stores it.
  fileprivate static func day(_ day: Day) -> SQLiteValue { .text(day.description) }
}
