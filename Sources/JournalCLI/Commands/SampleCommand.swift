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

  @OptionGroup var colours: ColourOptions

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
    try context.tell(
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
        Exercise {
          $0.name = name
          $0.kind = kind == "nerve glide" ? .nerveGlide : ExerciseKind(rawValue: kind)
        })
    }
  }

  /// The diary as entries of a journal, shoes first.
  fileprivate var entries: [Entry] {
    shoes.map { Entry(Shoe($0)) } + runs.map { Entry(Run($0)) }
      + stretches.map { Entry(Stretch($0)) }
      + checkIns.filter(\.saysSomething).map { Entry(CheckIn($0)) }
      + flareUps.map { Entry(FlareUp($0)) } + crossTraining.map { Entry(CrossTraining($0)) }
      + marks.map { Entry(MarkedDay($0)) }
  }
}

extension Shoe {
  fileprivate init(_ shoe: SampleShoe) {
    self.init()
    (name, kind) = (shoe.name, ShoeKind(rawValue: shoe.kind))
    (dropMm, startDistanceM) = (shoe.dropMillimetres, shoe.startingMetres)
    limitDistanceM = shoe.limitMetres
    (firstDay, retiredDay) = (shoe.firstDay, shoe.retiredDay)
  }
}

extension Run {
  fileprivate init(_ run: SampleRun) {
    self.init()
    (day, startTime) = (run.day, TimeOfDay(run.start))
    (distanceM, durationS) = (run.metres, Double(run.seconds))
    (effort, surface) = (run.exertion, Surface(rawValue: run.surface))
    shoe = Reference(name: run.shoe)
  }
}

extension Stretch {
  fileprivate init(_ stretch: SampleStretch) {
    self.init()
    (day, exercise) = (stretch.day, Reference(name: stretch.exercise))
    (sets, repetitions) = (stretch.sets, stretch.repetitions)
    (holdS, side) = (stretch.holdSeconds.map(Double.init), BodySide(rawValue: stretch.side))
  }
}

extension CheckIn {
  fileprivate init(_ checkIn: SampleCheckIn) {
    self.init()
    (day, time) = (checkIn.day, TimeOfDay(checkIn.time))
    moment = checkIn.moment == .morning ? .morning : .later
    (legPain, backPain) = (
      checkIn.legPain.flatMap { Rating($0) }, checkIn.backPain.flatMap { Rating($0) }
    )
    reach = checkIn.reach.flatMap { Reach(rawValue: $0) }
    side = checkIn.side.flatMap { BodySide(rawValue: $0) }
    tingling = checkIn.tingling
    (sittingHours, sleepHours) = (checkIn.sittingHours, checkIn.sleepHours)
    (stress, mood) = (checkIn.stress.flatMap { Rating($0) }, checkIn.mood.flatMap { Rating($0) })
  }
}

extension FlareUp {
  fileprivate init(_ flareUp: SampleFlareUp) {
    self.init()
    (onsetDay, endDay) = (flareUp.onset, flareUp.end)
    (peakPain, trigger) = (Rating(flareUp.peakPain), flareUp.trigger)
  }
}

extension CrossTraining {
  fileprivate init(_ session: SampleCrossTraining) {
    self.init()
    (day, activity) = (session.day, session.activity)
    (durationS, effort) = (Double(session.minutes * 60), session.exertion)
  }
}

extension MarkedDay {
  fileprivate init(_ mark: SampleMark) {
    self.init()
    (day, self.mark) = (mark.day, mark.kind == .rest ? .rest : .notTracked)
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
