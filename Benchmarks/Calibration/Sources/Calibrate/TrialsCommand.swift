import ArgumentParser
import Foundation

/// Measures how often trials, comparisons and the search for triggers are wrong.
struct TrialsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trials",
    abstract: "Measure the error rates of trials, comparisons and flare-ups.",
    discussion: "Prints Markdown. The same seed gives the same tables.")

  @Option(help: "Trials of each kind with a planned end; half as many with looks.")
  var count = 3000

  @Option(help: "Trials of each kind that StudyU's test analyses too.")
  var studyU = 2000

  @Option(help: "Diaries of each kind.")
  var diaries = 2000

  @Option(help: "Any whole number.")
  var seed: UInt64 = 20_240_229

  @Option(help: "Tasks at the same time.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "A file for all numbers, one a line.")
  var csv: String?

  func run() async throws {
    let study = Study(seed: seed, workers: workers)
    var rows: [Row] = []
    func add(_ row: Row) {
      rows.append(row)
      FileHandle.standardError.write(Data("\(row.chapter.rawValue), \(row.subject.name)\n".utf8))
    }
    for scenario in TrialScenario.planned { add(await study.trials(scenario, count: count)) }
    for scenario in TrialScenario.monitored { add(await study.looks(scenario, count: count / 2)) }
    for scenario in TrialScenario.promised { add(await study.promises(scenario, count: count / 2)) }
    for scenario in TrialScenario.studyU { add(await study.studyU(scenario, count: studyU)) }
    for shoes in ComparedShoes.all {
      for days in [180, 365] { add(await study.comparisons(shoes, days: days, count: diaries)) }
    }
    for flares in TriggeredFlares.all {
      for days in [730, 1460] { add(await study.flareUps(flares, days: days, count: diaries / 2)) }
    }
    let report = Report(rows: rows)
    print(report.markdown, terminator: "")
    if let csv { try report.csv.write(toFile: csv, atomically: true, encoding: .utf8) }
  }
}
