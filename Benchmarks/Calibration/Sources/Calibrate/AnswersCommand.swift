import ArgumentParser
import Foundation

/// Measures how often the verdict and the smaller answers are wrong about simulated
/// people, whose truth is known.
struct AnswersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers",
    abstract: "Measure the error rates of the verdict on simulated diaries.",
    discussion: """
      Prints Markdown: what people are told who ask every month for two and for ten years, how \
      long an answer takes, what one reading says, and the smaller answers beside the verdict. \
      The same seed gives the same tables.
      """)

  @Option(help: "People to be followed for two years in each world; 0 for none.")
  var followed = 1000

  @Option(help: "People to be followed for ten years in some worlds; 0 for none.")
  var decade = 400

  @Option(help: "Diaries to be read once, for each world and length; 0 for none.")
  var diaries = 2000

  @Option(parsing: .upToNextOption, help: "Names of worlds; without it, all of them.")
  var worlds: [String] = []

  @Option(help: "Any whole number.")
  var seed: UInt64 = 20_240_229

  @Option(help: "Tasks at the same time.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "A file for all numbers, one a line.")
  var csv: String?

  @Flag(help: "List the worlds.")
  var list = false

  @Flag(help: "Check some rates against bounds instead; exit with 1 if one is broken.")
  var check = false

  func run() async throws {
    if list {
      for world in World.all { print("\(world.name)\t\(world.title)") }
      return
    }
    let study = Study(seed: seed, workers: workers)
    if check {
      if try await !Check(study: study, diaries: diaries).passes() { throw ExitCode.failure }
      return
    }
    let chosen = worlds.isEmpty ? World.all : try worlds.map(World.named)
    var rows: [Row] = []
    for world in chosen {
      rows += await everything(of: world, study)
      note("\(world.name) done")
    }
    let report = Report(rows: rows)
    print(report.markdown, terminator: "")
    if let csv { try report.csv.write(toFile: csv, atomically: true, encoding: .utf8) }
  }

  /// Worlds that are followed for ten years.
  private static let long: Set = [
    "three", "three-sore", "four-sore", "sore", "both-weekly", "trends", "drift",
    "weekly-missing-well", "blocks", "layoff", "flares",
  ]

  /// All studies to which a world belongs.
  private func everything(of world: World, _ study: Study) async -> [Row] {
    var rows = diaries > 0 ? await readOnce(world, study) : []
    if followed > 0 {
      switch world.kind {
      case .effect: rows += await study.answers(world, count: followed)
      case .harmless, .hidden: rows += await study.months(world, years: 2, count: followed)
      case .misread, .sameDay: break
      }
    }
    if decade > 0, Self.long.contains(world.name) {
      rows += await study.months(world, years: 10, count: decade)
    }
    return rows
  }

  /// The studies that read each diary once.
  private func readOnce(_ world: World, _ study: Study) async -> [Row] {
    var rows: [Row] = []
    if world.kind == .sameDay {
      for days in [180, 365] {
        rows.append(await study.sameDay(world, days: days, count: diaries))
      }
      return rows
    }
    rows.append(await study.traits(world, count: diaries))
    for days in [180, 365] { rows += await study.readings(world, days: days, count: diaries) }
    if Study.habitWorlds.contains(world.name) {
      for days in [365, 730] {
        rows.append(await study.habitCost(world, days: days, count: diaries))
      }
    }
    if Study.missingWorlds.contains(world.name) {
      rows.append(await study.missing(world, days: 365, count: diaries))
    }
    return rows
  }

  /// Progress goes to standard error; standard output is only the tables.
  private func note(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
