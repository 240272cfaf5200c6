import CivilDay
package import JSONText
package import JournalModel
package import Reports
import WrittenValues

/// What a planned trial could find, and how long it takes.
package struct TrialDesignText: Renderable {
  private let plan: TrialPlan
  private let design: TrialDesign
  private let words: TrialWords
  /// The command that starts it.
  private let start: String

  /// - Parameters:
  ///   - plan: The plan; its effect plays no part.
  ///   - design: What it could find.
  ///   - unit: The unit of distance.
  ///   - start: The command that starts it, as it is typed.
  package init(_ plan: TrialPlan, _ design: TrialDesign, unit: DistanceUnit, start: String) {
    self.plan = plan
    self.design = design
    self.start = start
    words = TrialWords(plan, unit: unit)
  }

  /// What keeps it from answering, in one sentence; `nil` if nothing does.
  package static func problem(of design: TrialDesign) -> String? {
    let units = design.unit == .week ? "weeks" : "runs"
    switch design.problem {
    case nil: return nil
    case .fewPastPairs(let known):
      return
        "A trial cannot be planned yet: how far your \(units) differ anyway is known from "
        + "\(NumberText.counted(known, "pair")) of \(units), and \(TrialDesign.neededPastPairs) are needed. "
        + "Rate the leg each morning, before running, on run days and the day after."
    case .tooWeak(let enough):
      let found =
        design.detectablePoints.map {
          "only an effect of \(NumberText.fixed($0, 1)) points or more"
        }
        ?? "not even an effect of 5 points"
      let advice =
        enough.map { "With --pairs \($0) it would find 2 points." }
        ?? "No number of pairs within a year would do; your \(units) differ too much by themselves."
      return
        "This trial could not answer: with \(design.pairs) pairs of \(units) it would reliably find "
        + "\(found), and 2 points already matter. \(advice)"
    }
  }

  /// The facts, line by line.
  private var facts: [(name: String, text: String)] {
    var facts = [
      ("compares", "A: \(words.instruction(.a)). B: \(words.instruction(.b))"),
      (
        "order",
        "in each of \(plan.pairs) pairs of \(words.units), a coin decides which comes first"
      ),
      (
        "outcome",
        "the change in leg pain from the morning of a run to the next morning"
          + (plan.unit == .week ? ", averaged over the week" : "")
      ),
    ]
    if let days = design.days { facts.append(("takes", Self.duration(days))) }
    if let effect = design.detectablePoints {
      let chance = design.chanceOfOnePoint.map {
        ", 1 point in \(NumberText.fixed($0 * 100, 0)) %"
      }
      facts.append(
        (
          "would find",
          "a difference of \(NumberText.fixed(effect, 1)) points in 80 % of trials\(chance ?? "") "
            + "(simulated from \(design.pastPairs) pairs of your past \(words.units))"
        ))
    }
    facts.append(("result", words.looks))
    return facts
  }

  /// About how long, in weeks or months.
  private static func duration(_ days: Int) -> String {
    let weeks = (days + 6) / 7
    return
      "about \(NumberText.counted(weeks, "week")), plus pauses and repeated pairs"
  }

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: 100)
    return layout.style.heading("Planned trial: \(words.title)") + "\n"
      + Paragraph.rows(facts, width: layout.width, indent: 16)
      + "\n" + layout.style.hint("Start it with: \(start)") + "\n"
  }

  package var markdown: String {
    MarkdownTable(
      columns: [TableColumn("Planned trial: \(words.title)"), TableColumn("")],
      rows: facts.map { [$0.name, $0.text] }
    ).text + "\nStart it with: `\(start)`\n"
  }

  package var json: JSON {
    [
      "kind": .string(plan.kind.rawValue), "arm_a": .string(plan.armA),
      "arm_b": .string(plan.armB), "week_a_m": JSON(plan.weeks?.shortM),
      "week_b_m": JSON(plan.weeks?.longM), "unit": .string(plan.unit.rawValue),
      "pairs": JSON(plan.pairs), "analysis": .string(plan.analysis.rawValue),
      "start_day": .string(plan.startDay.description), "past_pairs": JSON(design.pastPairs),
      "detectable_points": JSON(design.detectablePoints),
      "chance_of_one_point": JSON(design.chanceOfOnePoint), "days": JSON(design.days),
      "start": .string(start),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (["name", "value"], json.leaves(under: "").map { [$0.path, $0.value] })
  }
}
