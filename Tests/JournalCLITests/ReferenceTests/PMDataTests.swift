import CivilDay
import Foundation
import TestSupport
import Testing

/// Months of diaries, from files of training sessions and of soreness to the
/// summary: two that are made up, and three of real people beside the checkout.
@Suite struct PMDataTests {
  private static let participants =
    ["made 1", "made 2"] + (Shared.isPresent ? ["p01", "p02", "p07"] : [])
  private static let runs = """
    SELECT substr(end_date_time, 1, 10) AS day, perceived_exertion AS rpe, \
    duration_min * 60 AS duration_s FROM csv WHERE activity_names LIKE '%running%'
    """
  private static let soreness = """
    SELECT substr(effective_time_frame,1,10) AS day, round((5-soreness)*2.5) AS leg_pain FROM csv
    """

  /// The two files of a participant.
  private struct Files {
    let sessions: String
    let wellness: String
    /// Where those that are made up lie, for as long as they are read.
    private let folder: TemporaryFolder?

    init(_ participant: String) throws {
      guard participant.hasPrefix("made") else {
        let place = Shared.path("data/series/pmdata/\(participant)/pmsys")
        (sessions, wellness, folder) = ("\(place)/srpe.csv", "\(place)/wellness.csv", nil)
        return
      }
      let folder = try TemporaryFolder()
      let made = Self.madeUp(seed: UInt64(participant.utf8.last ?? 0))
      sessions = try folder.write(made.sessions, to: "srpe.csv")
      wellness = try folder.write(made.wellness, to: "wellness.csv")
      self.folder = folder
    }

    /// Five months of sessions, some of them no runs and some days with two, and of
    /// a soreness from 1, very, to 5, not at all, that follows them.
    private static func madeUp(seed: UInt64) -> (sessions: String, wellness: String) {
      var random = SplitMix64(seed: seed)
      var sessions = "end_date_time,activity_names,perceived_exertion,duration_min\n"
      var wellness = "effective_time_frame,mood,soreness\n"
      var sore = 2.0
      for number in 0..<140 {
        let day = Day(daysSince1970: 20_397) + number
        if Int.random(in: 0..<12, using: &random) > 0 {
          let rating = min(5, max(1, (5.5 - sore).rounded()))
          wellness += "\(day)T07:00:00.000Z,3,\(Int(rating))\n"
        }
        sore = 0.6 * sore + Double.random(in: 0...0.8, using: &random)
        for hour in [9, 18] where Int.random(in: 0..<3, using: &random) == 0 {
          let name = ["running", "running", "strength"].randomElement(using: &random) ?? ""
          let effort = Int.random(in: 2...9, using: &random)
          let minutes = Int.random(in: 20...90, using: &random)
          sessions +=
            "\(day)T\(hour == 9 ? "09" : "18"):30:00Z,\"['\(name)']\",\(effort),\(minutes)\n"
          if name == "running" { sore += Double(effort * minutes) / 250 }
        }
      }
      return (sessions, wellness)
    }
  }

  /// What the files hold, counted without the journal.
  private struct Diary {
    var runs: [Day: [(effort: Double, minutes: Double)]] = [:]
    var ratings: [Day: [Double]] = [:]

    init(_ participant: String) throws {
      let files = try Files(participant)
      for row in try Shared.table(at: files.sessions)
      where row["activity_names"]?.contains("running") == true {
        let session = (
          effort: try #require(row["perceived_exertion"].flatMap(Double.init)),
          minutes: try #require(row["duration_min"].flatMap(Double.init))
        )
        runs[try Self.day(row["end_date_time"]), default: []].append(session)
      }
      for row in try Shared.table(at: files.wellness) {
        let soreness = try #require(row["soreness"].flatMap(Double.init))
        ratings[try Self.day(row["effective_time_frame"]), default: []]
          .append(((5 - soreness) * 2.5).rounded(.toNearestOrAwayFromZero))
      }
    }

    private static func day(_ stamp: String?) throws -> Day {
      let text = try #require(stamp)
      return try #require(Day(text.prefix(10)))
    }

    var span: ClosedRange<Day> {
      get throws {
        let days = Set(runs.keys).union(ratings.keys)
        let first = try #require(days.min())
        return first...(try #require(days.max()))
      }
    }

    var runCount: Int { runs.values.reduce(0) { $0 + $1.count } }
    var ratingCount: Int { ratings.values.reduce(0) { $0 + $1.count } }

    /// Effort times minutes: a day with a rating and no run is a rest day.
    var load: [Day: Double] {
      ratings.mapValues { _ in 0 }.merging(
        runs.mapValues { $0.reduce(0) { $0 + $1.effort * $1.minutes } }
      ) { $1 }
    }

    var pain: [Day: Double] { ratings.compactMapValues(\.first) }
  }

  /// A binary whose journal holds the participant's diary.
  private func imported(_ participant: String) throws -> (BuiltBinary, [Transcript]) {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = binary.home["diary.sqlite"]
    return (binary, try importFiles(of: participant, with: binary))
  }

  private func importFiles(
    of participant: String, with binary: BuiltBinary
  ) throws -> [Transcript] {
    let files = try Files(participant)
    return [
      try binary.run(["import", files.sessions, "--as", "run", "--select", Self.runs]),
      try binary.run([
        "import", files.wellness, "--as", "check_in", "--select", Self.soreness,
      ]),
    ]
  }

  @Test(arguments: participants)
  func `Every running session and rating comes in once`(participant: String) throws {
    let diary = try Diary(participant)
    let (binary, first) = try imported(participant)
    let hint = "Not right? Undo it with: nerve undo\n"
    #expect(
      first == [
        Transcript(
          output: "Import 1: \(diary.runCount) added, 0 already in the journal, 0 skipped\n",
          messages: "New journal at \(binary.home["diary.sqlite"])\n" + hint),
        Transcript(
          output: "Import 2: \(diary.ratingCount) added, 0 already in the journal, 0 skipped\n",
          messages: hint),
      ])
    let journal = JournalFile(path: binary.home["diary.sqlite"])
    #expect(
      try journal.rows("SELECT count(*), count(DISTINCT day), sum(duration_s) / 60 FROM run") == [
        "\(diary.runCount)|\(diary.runs.count)|"
          + "\(diary.runs.values.joined().reduce(0) { $0 + $1.minutes })"
      ])
    #expect(
      try journal.rows("SELECT count(*), count(DISTINCT day), sum(leg_pain) FROM check_in") == [
        "\(diary.ratingCount)|\(diary.ratings.count)|"
          + "\(Int(diary.ratings.values.joined().reduce(0, +)))"
      ])

    let again = try importFiles(of: participant, with: binary)
    #expect(
      again == [
        Transcript(output: "0 added, \(diary.runCount) already in the journal, 0 skipped\n"),
        Transcript(output: "0 added, \(diary.ratingCount) already in the journal, 0 skipped\n"),
      ])
  }

  @Test(arguments: participants)
  func `Undoing the imports brings back what was there before`(participant: String) throws {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = binary.home["diary.sqlite"]
    #expect(try binary.run(["pain", "4", "--on", "2019-12-24", "-y"]).status == 0)
    let journal = JournalFile(path: binary.home["diary.sqlite"])
    let before = try journal.entries
    let reports = try importFiles(of: participant, with: binary)
    #expect(reports.map(\.status) == [0, 0])
    let between = try journal.entries
    #expect(between != before)

    // In the order in which they came, which undo alone would not allow.
    #expect(try binary.run(["undo", "--import", "1"]).status == 0)
    #expect(try journal.rows("SELECT count(*) FROM run") == ["0"])
    #expect(try binary.run(["undo", "--import", "2"]).status == 0)
    #expect(try journal.entries == before)

    #expect(try importFiles(of: participant, with: binary).map(\.status) == [0, 0])
    let count = "SELECT (SELECT count(*) FROM run) + (SELECT count(*) FROM check_in)"
    let diary = try Diary(participant)
    #expect(try journal.rows(count) == ["\(diary.runCount + diary.ratingCount + 1)"])
  }

  @Test(arguments: participants)
  func `Every month's summary counts what its files hold`(participant: String) throws {
    let diary = try Diary(participant)
    let (binary, _) = try imported(participant)
    let span = try diary.span
    let months = Set(span.map(\.month)).sorted()
    #expect(months.count == 5)
    for month in months {
      let transcript = try binary.run(["month", "\(month)", "--load", "srpe", "--json"])
      #expect(transcript.status == 0, "\(transcript.messages)")
      let summary = try ReadJSON(transcript.output)
      let days = month.days.clamped(to: span)
      let sessions = days.flatMap { diary.runs[$0] ?? [] }
      let ratings = days.compactMap { diary.ratings[$0] }
      let runDays = days.filter { diary.runs[$0] != nil }
      #expect(summary["month"].string == "\(month)")
      #expect(summary["days"].int == days.count)
      #expect(summary["known_days"].int == days.filter { diary.load[$0] != nil }.count)
      #expect(summary["runs"].int == sessions.count)
      expectClose(summary["minutes"], sessions.reduce(0) { $0 + $1.minutes }, "minutes")
      expectClose(
        summary["load"], sessions.reduce(0) { $0 + $1.effort * $1.minutes }, "load")
      #expect(summary["run_days_without_distance"].int == runDays.count)
      #expect(summary["run_days_without_duration"].int == 0)
      #expect(summary["longest_km"].isNull)
      #expect(summary["spike"].isNull)
      #expect(summary["pain_days"].int == ratings.count)
      expectClose(
        summary["mean_leg_pain"],
        ratings.compactMap(\.first).reduce(0, +) / Double(ratings.count), "mean pain")
      #expect(summary["worst_leg_pain"].number == ratings.joined().max())
      #expect(summary["flare_days"].int == 0)

      let monthLoad = diary.load.filter { month.days.contains($0.key) }
      expectSame(
        summary["correlation"]["all_time"],
        as: PlainCorrelation(load: diary.load, pain: diary.pain, lag: 1), "all time")
      let expected = PlainCorrelation(load: monthLoad, pain: diary.pain, lag: 1)
      #expect(summary["correlation"]["month"]["n"].int == expected.n)
      // A constant side makes the formula 0/0 where the program says null.
      expectClose(
        summary["correlation"]["month"]["pearson"]["r"],
        expected.pearson.isNaN ? nil : expected.pearson, "\(month), Pearson")

      let text = try binary.run(["month", "\(month)", "--load", "srpe", "--full"])
      #expect(text.status == 0)
      let runs = text.output.split(separator: "\n").first { $0.hasPrefix("  runs  ") }
      #expect(runs?.split(separator: " ").dropFirst().first == "\(sessions.count)")
    }
  }

  @Test(arguments: participants)
  func `Correlations of the journal equal those computed from the files`(
    participant: String
  ) throws {
    let diary = try Diary(participant)
    let (binary, _) = try imported(participant)
    let transcript = try binary.run(["correlate", "--load", "srpe", "--lags", "-3...7", "--json"])
    #expect(transcript.status == 0)
    let result = try ReadJSON(transcript.output)
    #expect(result["timing"].string == "unknown")
    #expect(result["load"].string == "srpe")
    #expect(result["days"].int == (try diary.span.count))
    #expect(result["run_days"].int == diary.runs.count)
    #expect(result["rest_days"].int == diary.load.count - diary.runs.count)
    for lag in -3...7 {
      expectSame(
        result["lags"][lag + 3],
        as: PlainCorrelation(load: diary.load, pain: diary.pain, lag: lag), "lag \(lag)")
    }
    // More training, more soreness on the next day: the positive control.
    if participant != "p07" {
      #expect(try #require(result["lags"][4]["pearson"]["r"].number) > 0.2)
    }
  }
}
