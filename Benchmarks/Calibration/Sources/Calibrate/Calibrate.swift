import ArgumentParser
import Foundation

/// Measures how often the Correlator is wrong about simulated people, whose truth is
/// known.
@main
struct Calibrate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Measure the error rates of the Correlator on simulated diaries.",
    discussion: """
      Prints Markdown: false alarms, power, coverage of intervals and verdicts, each with its \
      Monte Carlo error, beside those of plain correlations. The same seed gives the same table.
      """)

  @Option(help: "Diaries for each world and length.")
  var diaries = 2000

  @Option(parsing: .upToNextOption, help: "Lengths of the diaries, in days.")
  var days = [60, 90, 180, 365]

  @Option(parsing: .upToNextOption, help: "Names of worlds; without it, all of them.")
  var worlds: [String] = []

  @Option(help: "People to be followed monthly for ten years, in two worlds.")
  var followed = 0

  @Option(help: "Any whole number.")
  var seed: UInt64 = 20_240_229

  @Option(help: "Tasks at the same time.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "A file for all numbers, one a line.")
  var csv: String?

  @Flag(help: "List the worlds.")
  var list = false

  @Flag(help: "A tenth of the diaries.")
  var quick = false

  @Flag(help: "Check the rates against bounds instead; exit with 1 if one is broken.")
  var check = false

  func run() async throws {
    if list {
      for world in World.all { print("\(world.name)\t\(world.title)") }
      return
    }
    let study = Study(seed: seed, diaries: quick ? diaries / 10 : diaries, workers: workers)
    if check {
      let failures = await Check.failures(study)
      if !failures.isEmpty { throw ExitCode.failure }
      return
    }
    let chosen = try chosenWorlds()
    var tallies: [Tally] = []
    for world in chosen {
      let truth = await study.truth(world)
      for days in days { tallies.append(await study.tally(world, days: days, truth: truth)) }
      note("\(world.name) done")
    }
    var people: [(World, Share, Share)] = []
    if followed > 0 {
      let long = Study(seed: seed, diaries: followed, workers: workers)
      for world in chosen where ["weekly", "sore"].contains(world.name) {
        let (rule, simpleTest) = await long.followed(world, years: 10)
        people.append((world, rule, simpleTest))
      }
    }
    let report = Report(
      tallies: tallies, followed: people.map { (world: $0.0, rule: $0.1, simpleTest: $0.2) },
      lengths: days)
    print(report.markdown, terminator: "")
    if let csv { try report.csv.write(toFile: csv, atomically: true, encoding: .utf8) }
  }

  private func chosenWorlds() throws -> [World] {
    guard !worlds.isEmpty else { return World.all }
    return try worlds.map { name in
      guard let world = World.all.first(where: { $0.name == name }) else {
        throw ValidationError("There is no world called '\(name)'. See them with --list.")
      }
      return world
    }
  }

  /// Progress goes to standard error; standard output is only the table.
  private func note(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }
}
