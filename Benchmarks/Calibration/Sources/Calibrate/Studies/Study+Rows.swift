import Correlator

extension Study {
  /// What the people of a world are like.
  func traits(_ world: World, count: Int) async -> Row {
    let days = 365
    let traits = await map(world, days: days, count: count) { Traits($0) }
    return Row(
      chapter: .worlds, world: world, days: days, diaries: count,
      figures: Traits.columns.map { column in
        Figure(column.name, traits.mean { $0[keyPath: column.value] })
      })
  }

  /// What is ever said in a world where running does nothing.
  func months(_ world: World, years: Int, count: Int) async -> [Row] {
    let days = 365 * years
    let looks = await map(world, days: days, count: count) { Looks($0) }
    let sayings: [Looks.Saying] = [
      .worsens, .dependsOnLength, .lessPainAfter, .claim, .word, .simpleTest,
    ]
    let row = Row(
      chapter: .months, world: world, days: days, diaries: count,
      figures: sayings.map { saying in
        Figure(saying.rawValue, Share(of: looks) { $0.first[saying] != nil })
      })
    return [row, curve(world, days, looks, [.claim, .simpleTest])]
  }

  /// What has been said after every quarter of a year.
  private func curve(
    _ world: World, _ days: Int, _ looks: [Looks], _ sayings: [Looks.Saying]
  ) -> Row {
    Row(
      chapter: .curves, world: world, days: days, diaries: looks.count,
      figures: sayings.flatMap { saying in
        stride(from: 90, through: days, by: 90).map { day in
          Figure(
            "\(saying.rawValue) by \(day)",
            Share(of: looks) { ($0.first[saying] ?? .max) <= day })
        }
      })
  }

  /// When it is said in a world where running does something.
  func answers(_ world: World, count: Int) async -> [Row] {
    let days = 730
    let looks = await map(world, days: days, count: count) { Looks($0) }
    func told(by day: Int) -> Figure {
      Figure("told by day \(day)", Share(of: looks) { ($0.first[.harm] ?? .max) <= day })
    }
    func median(_ name: String, _ saying: Looks.Saying) -> Figure {
      let first = looks.map { $0.first[saying] ?? .max }.sorted()[count / 2]
      return Figure(name, day: first == .max ? nil : first, of: days)
    }
    let row = Row(
      chapter: .answers, world: world, days: days, diaries: count,
      figures: [
        told(by: 180), told(by: 365), median("median day", .harm), median("first word", .word),
        Figure("worsens at \(days)", Share(of: looks) { $0.last == .worsens }),
        Figure("depends at \(days)", Share(of: looks) { $0.last == .dependsOnLength }),
        Figure("ever less pain", Share(of: looks) { $0.first[.lessPainAfter] != nil }),
      ])
    return [row, curve(world, days, looks, [.harm])]
  }

  /// One reading of each diary, for three tables.
  func readings(_ world: World, days: Int, count: Int) async -> [Row] {
    let readings = await map(world, days: days, count: count) { Reading($0) }
    func row(_ chapter: Chapter, _ figures: [Figure]) -> Row {
      Row(chapter: chapter, world: world, days: days, diaries: count, figures: figures)
    }
    func kinds(_ kind: (Reading) -> Verdict.Kind?) -> [Figure] {
      Verdict.Kind.allCases.map { wanted in
        Figure(
          wanted.rawValue.replacing("_", with: " "), Share(of: readings) { kind($0) == wanted })
      }
    }
    var rows = [
      row(.readings, kinds(\.kind) + [Figure("alarm", Share(of: readings, where: \.alarm))])
    ]
    if readings[0].plainKind != nil { rows.append(row(.withoutColumns, kinds(\.plainKind))) }
    func rejections(_ test: Reading.Test) -> Share {
      Share(of: readings) { ($0.pValues[test] ?? 1) < 0.05 }
    }
    if world.kind != .effect {
      rows.append(row(.tests, Reading.Test.allCases.map { Figure($0.rawValue, rejections($0)) }))
    } else if !Self.changing.contains(world.name) {
      let truth = await slope(world)
      let intervals = readings.compactMap(\.interval)
      rows.append(
        row(
          .effects,
          [
            Figure("points", readings.mean { $0.points ?? 0 }),
            Figure(Reading.Test.adjusted.rawValue, rejections(.adjusted)),
            Figure(
              Reading.Test.spearmanEffective.rawValue, rejections(.spearmanEffective)),
            Figure(
              "covered",
              Share(of: intervals) { $0.lower <= truth && truth <= $0.upper }),
          ]))
    }
    return rows
  }

  /// Worlds whose effect changes, so that long diaries do not have that of short ones.
  private static let changing = ["ended", "turned"]

  /// The slope at lag 1 in long diaries of a world.
  ///
  /// Ratings are rounded and end at 0 and 10, so it cannot be derived from the world's
  /// parameters.
  private func slope(_ world: World) async -> Double {
    let estimates = await Study(seed: seed &+ 1, workers: workers)
      .map(world, days: 7300, count: 64) { life in
        adjustedEffects(life.diary(), lags: 1...1).first?.estimate
      }.compactMap(\.self)
    let weights = estimates.map { 1 / ($0.standardError * $0.standardError) }
    return zip(weights, estimates).reduce(0) { $0 + $1.0 * $1.1.slope } / weights.reduce(0, +)
  }
}

extension Array {
  /// The mean of a property, 0 without any element.
  func mean(_ value: (Element) -> Double) -> Double {
    isEmpty ? 0 : reduce(0) { $0 + value($1) } / Double(count)
  }
}
