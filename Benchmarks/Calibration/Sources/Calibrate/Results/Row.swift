/// What was measured of one world and length: a row of a table.
struct Row: Sendable {
  let chapter: Chapter
  let subject: Subject
  /// Days of a diary, or pairs of a trial.
  let length: Int
  /// The number of diaries or trials.
  let count: Int
  let figures: [Figure]
}

extension Row {
  init(chapter: Chapter, world: World, days: Int, diaries: Int, figures: [Figure]) {
    self.init(
      chapter: chapter,
      subject: Subject(
        name: world.name, title: world.title, kind: "\(world.kind)",
        isStarred: world.kind == .hidden),
      length: days, count: diaries, figures: figures)
  }
}

/// Who or what a row is about.
struct Subject: Sendable {
  let name: String
  /// The title in the tables.
  let title: String
  let kind: String
  /// Whether something hidden moves both running and pain.
  var isStarred = false

  var starredTitle: String { isStarred ? title + "\\*" : title }
}

/// One measured number.
struct Figure: Sendable {
  let name: String
  /// The counts behind it, if it is a share.
  var share: Share?
  /// The number; `nil` if there is none.
  let value: Double?
  let text: String

  /// A share, in per cent.
  init(_ name: String, _ share: Share) {
    self.name = name
    self.share = share
    value = share.value
    text = percent(share.value)
  }

  /// Another number, with two decimals.
  init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
    text = hundredths(value)
  }

  /// A day, or never within `days`.
  init(_ name: String, day: Int?, of days: Int) {
    self.name = name
    value = day.map(Double.init)
    text = day.map(String.init) ?? "> \(days)"
  }
}

/// A table of results.
enum Chapter: String, CaseIterable, Sendable {
  case worlds
  case months
  case answers
  case readings
  case withoutColumns = "readings without columns"
  case tests
  case effects
  case habit
  case sameDay = "same day"
  case missing
  /// How the shares of `months` and `answers` grow; only for the plot.
  case curves
  case trials
  case looks
  case promises
  case studyU = "StudyU"
  case comparisons
  case flareUps = "flare-ups"

  var title: String {
    switch self {
    case .worlds: "The worlds"
    case .months: "Asked every month: running does nothing"
    case .answers: "Asked every month: running does something"
    case .readings: "Asked once: what the verdict says"
    case .withoutColumns: "Asked once, by load and pain alone"
    case .tests: "Simple tests of the next day: running does nothing"
    case .effects: "The adjusted effect of the next day"
    case .habit: "The habit cost"
    case .sameDay: "The same day"
    case .missing: "Missing ratings"
    case .curves: "Quarter by quarter"
    case .trials: "Trials with a planned end"
    case .looks: "Trials with a look after every pair"
    case .promises: "What a trial promises before the start"
    case .studyU: "The same trials, analysed by StudyU"
    case .comparisons: "Two shoes in a diary"
    case .flareUps: "The days before flare-ups"
    }
  }

  /// What the length and the number of a row are.
  var columns: (length: String, count: String) {
    switch self {
    case .trials, .looks, .promises, .studyU: ("pairs", "trials")
    default: ("days", "diaries")
    }
  }

  /// What the numbers are.
  var caption: String {
    switch self {
    case .worlds:
      """
      Means over diaries of a year. Effect: the mean change of the next rating if everybody ran \
      8.3 km instead of resting. Habit cost: the mean rating minus what it would be without any \
      running. Worlds marked \\* have a hidden cause.
      """
    case .months:
      """
      Read every 30 days from day 90 on, by load and pain alone. Per cent of people who are ever \
      told so, and who would ever have had *p* < 0.05 on the next day. In worlds marked \\* something hidden keeps people from running before worse days, \
      which load and pain alone cannot show.
      """
    case .answers:
      """
      The same looks for two years: per cent of people who have been told "worsens" or "depends \
      on length", the median day, that of the first hint or claim, and the answer of all days.
      """
    case .readings:
      """
      Per cent of diaries, with sitting, flare-ups, medication or evening ratings where the people \
      of that world log them. Alarm: the ratings look as if they were made after the run.
      """
    case .withoutColumns: "The worlds that log something else, with that withheld. Per cent."
    case .tests: "Per cent of diaries with *p* < 0.05 at lag 1; 5 would be right."
    case .effects:
      """
      Mean effect in points after a typical run, and per cent of diaries with *p* < 0.05 and of \
      95 % intervals that hold the truth, which is the slope in long diaries.
      """
    case .habit: "Mean estimate, the truth, and per cent of 95 % intervals that hold it."
    case .sameDay: "Per cent of diaries with *p* < 0.01, and means."
    case .missing: "Per cent of diaries in which ratings seem to be missing after run days (5 %)."
    case .curves: "Per cent of people who have been told so."
    case .trials:
      """
      Shoe B adds so many points of felt pain to the morning after a run. False, and found: per \
      cent with *p* < 0.05. As rated: the mean difference B − A where B adds a point. Covered: \
      per cent of 95 % intervals that hold it. Days: until the last pair. Given up: not enough \
      pairs within four times as many days as planned.
      """
    case .looks:
      """
      The same, with a look after every pair from the sixth on. Plain test: a paired *t* test \
      with *p* < 0.05 at any of the looks. Median pair: that after which a \
      trial stops that finds a point. Planned end: what the exact test finds of it with all \
      pairs. Held: per cent of trials in which the interval holds the truth at every look.
      """
    case .promises:
      """
      The smallest effect that a trial is said to find in 80 % of cases, from half a year of \
      diary before it; and how often it finds just that.
      """
    case .studyU:
      """
      Weeks by coin in both. Per cent with *p* < 0.05 where the shoes do the same, and where B \
      adds a point; and what StudyU finds if its own bar is moved to where it errs in 5 %.
      """
    case .comparisons:
      """
      Refused: per cent of diaries. Of the others, per cent with *p* < 0.05 and the mean \
      difference, where the shoes do the same and where B adds a point of felt pain. Welch: the \
      same by a plain test of the next mornings. In worlds marked \\* no rating shows what the \
      choice followed.
      """
    case .flareUps:
      """
      Refused: per cent of diaries with fewer than five cases. Of the others, per cent with \
      *p* < 0.05 for the mean load, and for load or longest run after Holm's correction. In \
      worlds marked \\* something else moves load and flare-ups.
      """
    }
  }
}

/// Two decimals with a sign where negative.
func hundredths(_ value: Double) -> String {
  let count = Int((abs(value) * 100).rounded())
  let digits = count % 100 < 10 ? "0\(count % 100)" : "\(count % 100)"
  return "\(value < 0 && count > 0 ? "−" : "")\(count / 100).\(digits)"
}
