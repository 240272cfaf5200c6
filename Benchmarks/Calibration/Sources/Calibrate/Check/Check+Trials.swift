/// A measured share and the rates that are right for it.
struct Expectation: Sendable {
  let what: String
  let share: Share
  let rates: ClosedRange<Double>
}

extension Check {
  /// Bounds of trials, comparisons and flare-ups.
  ///
  /// The coin alone makes a trial right: no rate of false results may exceed 5 %,
  /// however the leg behaves and the runner does.
  func trialExpectations() async throws -> [Expectation] {
    let count = diaries / 3
    var expectations: [Expectation] = []
    func expect(_ row: Row, _ bounds: [(figure: String, rates: ClosedRange<Double>)]) {
      for (name, rates) in bounds {
        // A figure without a share would be one that nobody checks.
        let share = row.figures.first { $0.name == name }?.share ?? Share(count: -1, of: 0)
        expectations.append(
          Expectation(
            what: "\(row.chapter.title), \(row.subject.title), \(row.length) "
              + "\(row.chapter.columns.length): \(name)",
            share: share, rates: rates))
      }
    }
    expect(
      await study.trials(try .named("week"), count: diaries),
      [("false", 0...0.045), ("found +1.0", 0.45...0.5), ("covered", 0.935...0.955)])
    expect(
      await study.trials(try .named("run"), count: count),
      [("false", 0...0.05), ("found +1.0", 0.64...0.7), ("covered", 0.935...0.955)])
    expect(await study.trials(try .named("week-all"), count: count), [("false", 0...0.05)])
    expect(
      await study.looks(try .named("looks-week-12"), count: 2 * count),
      [
        ("false stops", 0...0.005), ("found +1.0", 0.41...0.46), ("held, +0", 0.995...1),
        ("held, +1.0", 0.985...1),
      ])
    expect(
      await study.promises(try .named("promise-week"), count: count / 4),
      [("kept", 0.78...0.83), ("kept, looks", 0.78...0.84), ("none", 0...0.01)])
    expect(
      await study.studyU(try .named("alike"), count: count),
      [("false, Nerve", 0...0.05), ("false, StudyU", 0.22...0.28)])
    expect(
      await study.comparisons(try .named("rated"), days: 365, count: count),
      [("refused", 0...0.01), ("false", 0.035...0.065), ("found +1", 0.9...0.94)])
    expect(
      await study.comparisons(try .named("new"), days: 180, count: count),
      [("refused", 1...1)])
    expect(
      await study.flareUps(try .named("none"), days: 730, count: count),
      [("load", 0.035...0.065), ("load or longest run", 0.03...0.065)])
    expect(
      await study.flareUps(try .named("mondays"), days: 730, count: count),
      [("load", 0.035...0.075)])
    expect(
      await study.flareUps(try .named("strong"), days: 730, count: count / 4),
      [("load", 0.9...0.95)])
    return expectations
  }
}
