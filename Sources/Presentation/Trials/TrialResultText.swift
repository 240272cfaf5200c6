import CivilDay
import Correlator
package import JSONText
package import JournalModel
package import Reports
import WrittenValues

/// What a trial found, in plain words.
package struct TrialResultText: Renderable {
  package let result: TrialResult
  private let words: TrialWords

  package init(_ result: TrialResult, unit: DistanceUnit) {
    self.result = result
    words = TrialWords(result.trial.plan, unit: unit)
  }

  private var plan: TrialPlan { result.trial.plan }

  /// The verdict in one sentence.
  package var sentence: String {
    let reading = result.asRandomised
    let count = reading.differences.count
    guard reading.p != nil, let difference = difference(reading) else {
      return "No result: "
        + (count == 1 ? "1 pair was" : "\(count) pairs were")
        + " completed, and a result needs \(SignFlipTest.fewestPairs)."
    }
    let unproven = reading.isEstablished ? "" : " Chance can explain this."
    return "In \(count) pairs of \(words.units) chosen by coin, \(difference).\(unproven)"
  }

  /// The mean difference within a sentence, with its interval if there is one.
  private func difference(_ reading: TrialResult.Reading) -> String? {
    guard let mean = reading.mean else { return nil }
    let amount = NumberText.fixed(abs(mean), 1)
    let told =
      amount == "0.0"
      ? "as much pain as"
      : "\(amount) \(amount == "1.0" ? "point" : "points") \(mean < 0 ? "less" : "more") pain than"
    let known = reading.ci95.flatMap { interval in
      let points =
        mean < 0 ? Interval(lower: -interval.upper, upper: -interval.lower) : interval
      return reading.p.map { " (95 % interval \(Self.told(points)); \(Self.told(p: $0)))" }
    }
    return "\(words.group(.b)) were followed by \(told) \(compared(.a))\(known ?? "")"
  }

  /// The other arm after "than": short weeks are "short ones" beside long weeks.
  private func compared(_ arm: TrialArm) -> String {
    plan.kind == .distance
      ? (arm == .a ? "short ones" : "long ones") : words.group(arm)
  }

  /// An interval in words; a side that is open has no number.
  private static func told(_ interval: Interval) -> String {
    let (lower, upper) = (
      NumberText.fixed(interval.lower, 1), NumberText.fixed(interval.upper, 1)
    )
    return switch (interval.lower.isFinite, interval.upper.isFinite) {
    case (true, true): "\(lower) to \(upper)"
    case (true, false): "from \(lower) up"
    case (false, true): "up to \(upper)"
    case (false, false): "open"
    }
  }

  private static func told(p: Double) -> String {
    p < 0.001 ? "p < 0.001" : "p = \(NumberText.fixed(p, p < 0.1 ? 3 : 2))"
  }

  /// What belongs to the verdict, at most five lines.
  package var lines: [String] {
    var lines: [String] = []
    let reading = result.asRandomised
    if reading.p != nil {
      lines.append(
        reading.isEstablished
          ? "A coin chose the order, so that nothing else can explain the difference but chance, and "
            + "chance rarely does."
          : stillPossible)
    }
    if let done = result.asDone, let difference = difference(done) {
      lines.append(
        "\(NumberText.counted(result.otherUnits, String(words.units.dropLast()))) went otherwise. By the real "
          + "arms, in \(NumberText.counted(done.differences.count, "pair")), \(difference). People choose what "
          + "they do by how they feel, so that the first result is the one to trust.")
    }
    if let end = result.trial.end, !end.isComplete {
      lines.append(
        "The trial was stopped on \(end.day.longDescription)"
          + (end.reason.map { " (\(DisplayText.visible($0)))" } ?? "")
          + (plan.analysis == .end && reading.p != nil
            ? ". The result counts only if that had nothing to do with how the trial was going."
            : "."))
    }
    if result.trial.end == nil, plan.analysis == .pairs, reading.p != nil {
      lines.append(
        reading.isEstablished
          ? "This is enough: you may stop the trial here."
          : "Not enough yet: go on, or stop for good.")
    }
    return lines
  }

  /// What the interval leaves open.
  private var stillPossible: String {
    guard let interval = result.asRandomised.ci95 else { return "" }
    func points(_ value: Double) -> String {
      value.isFinite
        ? "\(NumberText.fixed(abs(value), 1)) points \(value < 0 ? "less" : "more")"
        : value < 0 ? "much less" : "much more"
    }
    return "Not ruled out after \(words.group(.b)): from \(points(interval.lower)) to "
      + "\(points(interval.upper)) pain."
  }

  private static let columns = [
    TableColumn("pair", .right), TableColumn("A", .right), TableColumn("B", .right),
    TableColumn("B minus A", .right), TableColumn("first"), TableColumn("days", .left, .wrapped),
  ]

  private var rows: [[String]] {
    result.pairs.map { pair in
      let first = pair.a.number < pair.b.number ? pair.a : pair.b
      let second = pair.a.number < pair.b.number ? pair.b : pair.a
      return [
        "\(pair.number)", NumberText.signed(pair.a.painChange, 1),
        NumberText.signed(pair.b.painChange, 1), NumberText.signed(pair.difference, 1),
        first.arm.rawValue,
        "\(first.firstDay?.description ?? "") to \(second.lastDay?.description ?? "")",
      ]
    }
  }

  private var notes: [String] {
    var notes = [
      "A: \(words.name(.a)). B: \(words.name(.b)). Numbers are points of leg pain from the morning of a "
        + "run to the next\(plan.unit == .week ? ", on average over the runs of a week" : "")."
    ]
    if let seed = result.trial.end?.seed {
      notes.append("Seed of the coin: \(seed). How to check it: nerve trial export")
    }
    return notes
  }

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: 100)
    func wrapped(_ text: String) -> String {
      Paragraph.lines(text, width: layout.width).joined(separator: "\n") + "\n"
    }
    let table =
      result.pairs.isEmpty ? "" : "\n" + TextTable(columns: Self.columns, rows: rows).text(layout)
    return layout.style.heading(wrapped(sentence)) + lines.map(wrapped).joined() + table
      + "\n" + layout.style.hint(notes.map(wrapped).joined())
  }

  package var markdown: String {
    ([sentence] + lines + [MarkdownTable(columns: Self.columns, rows: rows).text] + notes)
      .joined(separator: "\n\n") + "\n"
  }

  package var json: JSON {
    [
      "trial": TrialJSON.plan(result.trial),
      "as_randomised": TrialJSON.reading(result.asRandomised),
      "as_done": result.asDone.map(TrialJSON.reading) ?? .null,
      "units_done_otherwise": JSON(result.otherUnits),
      "units_not_answered": JSON(result.unansweredUnits),
      "established": .bool(result.asRandomised.isEstablished),
      "text": .string(sentence),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["pair", "first_arm", "mean_a", "mean_b", "difference"],
      result.pairs.map { pair in
        [
          "\(pair.number)", pair.a.number < pair.b.number ? "A" : "B",
          NumberText.shortest(pair.a.painChange), NumberText.shortest(pair.b.painChange),
          NumberText.shortest(pair.difference),
        ]
      }
    )
  }
}
