import Correlator

/// The results as Markdown tables and as CSV.
struct Report {
  let tallies: [Tally]
  let followed: [(world: World, rule: Share, simpleTest: Share)]
  let lengths: [Int]

  var markdown: String {
    let nulls = tallies.filter(\.world.isNull)
    let effects = tallies.filter { !$0.world.isNull }
    var parts: [String] = []
    if !nulls.isEmpty {
      parts.append(
        "### Running does nothing\n\nShare of diaries with *p* < 0.05 at lag 1, per cent.\n\n"
          + table(
            nulls,
            Answers.Method.allCases.map { method in
              (method.rawValue, { $0.rate(method).text })
            }))
      parts.append(
        "### What the verdict says when running does nothing\n\nPer cent of diaries.\n\n"
          + table(nulls, verdicts))
    }
    if !effects.isEmpty {
      parts.append(
        "### Running does something\n\nMean effect in points after a typical run; share of diaries "
          + "with *p* < 0.05 at lag 1 and of 95 % intervals that hold the truth, per cent.\n\n"
          + table(
            effects,
            [
              ("points", { $0.meanPoints.map(rounded) ?? "" }),
              ("power", { $0.rate(.adjusted).text }),
              ("coverage", { $0.coverage.text }),
              ("Spearman, N*", { $0.rate(.spearmanEffective).text }),
            ]))
      parts.append(
        "### What the verdict says when running does something\n\nPer cent of diaries.\n\n"
          + table(effects, verdicts))
    }
    if !tallies.isEmpty {
      parts.append(
        "### Which thirds of the runs are told from rest days\n\nPer cent of diaries.\n\n"
          + table(
            tallies,
            [
              ("top third", { $0.found(third: 2).text }),
              ("and the middle one", { $0.found(third: 1).text }),
              ("and the bottom one", { $0.found(third: 0).text }),
            ]))
    }
    if !followed.isEmpty {
      var lines = [
        "### Asked every month for ten years", "", "Per cent of people who are ever told so.", "",
        "| world | worsens, relieves or mixed | p < 0.05 at lag 1 |", "|---|--:|--:|",
      ]
      for entry in followed {
        lines.append("| \(entry.world.title) | \(entry.rule.text) | \(entry.simpleTest.text) |")
      }
      parts.append(lines.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var verdicts: [(String, (Tally) -> String)] {
    [
      ("worsens", { percent($0.rate(.worsens).value) }),
      ("relieves", { percent($0.rate(.relieves).value) }),
      ("mixed", { percent($0.rate(.mixed).value) }),
      ("hint", { percent($0.rate(.hint).value) }),
      ("no link seen", { percent($0.rate(.noLinkSeen).value) }),
      ("not enough data, unclear", { percent($0.rate(.notEnoughData, .unclear).value) }),
    ]
  }

  /// One row per world and length.
  private func table(_ tallies: [Tally], _ columns: [(String, (Tally) -> String)]) -> String {
    var lines = [
      "| world | days | " + columns.map(\.0).joined(separator: " | ") + " |",
      "|---|--:|" + columns.map { _ in "--:|" }.joined(),
    ]
    for tally in tallies {
      let cells = columns.map { $0.1(tally) }.joined(separator: " | ")
      lines.append("| \(tally.world.title) | \(tally.days) | \(cells) |")
    }
    return lines.joined(separator: "\n")
  }

  /// One line per number: world, title, null, days, diaries, measure, value, error.
  var csv: String {
    var lines = ["world,title,null,days,diaries,measure,value,error"]
    for tally in tallies {
      var shares = Answers.Method.allCases.map { ("rejects: \($0.rawValue)", tally.rate($0)) }
      shares.append(("covers", tally.coverage))
      for kind in Verdict.Kind.allCases {
        shares.append(("verdict: \(kind.rawValue)", tally.rate(kind)))
      }
      for (third, name) in ["bottom", "middle", "top"].enumerated() {
        shares.append(("third found: \(name)", tally.found(third: third)))
      }
      for (measure, share) in shares {
        lines.append(
          "\(tally.world.name),\"\(tally.world.title)\",\(tally.world.isNull),\(tally.days),"
            + "\(tally.diaries),\"\(measure)\",\(digits(share.value)),\(digits(share.error))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Five decimals.
  private func digits(_ value: Double) -> String { "\((value * 1e5).rounded() / 1e5)" }

  private func rounded(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    let sign = hundredths == 0 ? "" : value < 0 ? "−" : "+"
    return "\(sign)\(hundredths / 100).\(digits)"
  }
}
