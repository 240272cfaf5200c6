import CivilDay
package import JSONText
package import JournalModel
import JournalStore
package import Reports
import WrittenValues

/// How far a trial has gone, without a word about its effect.
package struct TrialProgressText: Renderable {
  package let progress: TrialProgress
  private let precautions: Precautions
  private let words: TrialWords
  /// Returns a command as it is typed for the same journal.
  private let typed: (String) -> String

  package init(
    _ progress: TrialProgress, _ precautions: Precautions, unit: DistanceUnit,
    typed: @escaping (String) -> String
  ) {
    self.progress = progress
    self.precautions = precautions
    self.typed = typed
    words = TrialWords(progress.trial.plan, unit: unit)
  }

  private var plan: TrialPlan { progress.trial.plan }

  /// Today's arm in one line, for pages about today.
  package var today: String {
    if let hold {
      return "on hold \(hold); interrupt it with \(typed("nerve trial pause")), or stop it with "
        + typed("nerve trial stop")
    }
    let pair = progress.current.map { ", pair \($0.pair) of \(plan.pairs)" } ?? ""
    if let pause = progress.trial.openPause {
      return
        "paused since \(pause.firstDay.relativeDescription(today: progress.today)); resume with: "
        + typed("nerve trial resume")
    }
    if progress.isComplete {
      return "all pairs are done; see the result with: \(typed("nerve trial analyse"))"
    }
    if let current = progress.current {
      let told = words.instruction(current.arm)
      switch plan.unit {
      case .run:
        let place = current.isFirst ? "first" : "second"
        return "next run, after a day without one: \(told) (\(place) of pair \(current.pair) of "
          + "\(plan.pairs))"
      case .week:
        let day = progress.dayOfWeek.map { " (day \($0) of 7\(pair))" } ?? ""
        let next = progress.next.map { "; from tomorrow: \(words.instruction($0.arm))" } ?? ""
        return "\(told)\(day)\(next)"
      }
    }
    if let next = progress.next {
      return "starts \(plan.startDay.relativeDescription(today: progress.today)): "
        + words.instruction(next.arm)
    }
    if progress.today < plan.startDay {
      return "starts \(plan.startDay.relativeDescription(today: progress.today))"
    }
    return "the next arm is drawn with \(typed("nerve trial"))"
  }

  /// What comes before the trial, so that its arm is not told; `nil` if nothing does.
  package var hold: String? {
    guard !progress.isPaused else { return nil }
    if !precautions.redFlagDays.isEmpty { return "because of your red-flag answers" }
    if precautions.flareUp != nil { return "because of the flare-up" }
    let isOff = precautions.guidance.contains {
      $0.lastDayOff.map { $0 >= progress.today } ?? false
    }
    return isOff ? "because guidance gives you days off" : nil
  }

  /// The facts, line by line.
  package var facts: [(name: String, text: String)] {
    let pairs = "\(progress.analysedPairs.count) of \(plan.pairs) done"
    let lost =
      progress.lostPairs == 0
      ? ""
      : ", \(progress.lostPairs) without a rated run (replaced at the end)"
    var facts = [
      ("compares", words.title),
      ("since", plan.startDay.longDescription),
      ("today", today),
      ("pairs", pairs + lost),
    ]
    if let days = progress.daysLeft {
      facts.append(("left", "about \(NumberText.counted(days, "day"))"))
    }
    facts.append(("result", words.looks))
    if !progress.unanswered.isEmpty {
      let units = progress.unanswered.suffix(3).map { "\($0.number)" }.joined(separator: ", ")
      facts.append(
        (
          "to answer",
          "\(plan.unit == .week ? "week" : "run") \(units): \(typed("nerve trial kept yes")), or no, or mixed"
        ))
    }
    return facts
  }

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: 100)
    return layout.style.heading("Self-trial \(progress.trial.id)") + "\n"
      + Paragraph.rows(facts, width: layout.width, indent: 16)
  }

  package var markdown: String {
    MarkdownTable(
      columns: [TableColumn("Self-trial \(progress.trial.id)"), TableColumn("")],
      rows: facts.map { [$0.name, $0.text] }
    ).text
  }

  package var json: JSON {
    [
      "trial": TrialJSON.plan(progress.trial),
      "today": .string(progress.today.description),
      "paused": .bool(progress.isPaused), "on_hold": .bool(hold != nil),
      "arm": JSON(progress.current?.arm.rawValue),
      "arm_name": JSON(progress.current.map { words.name($0.arm) }),
      "unit": JSON(progress.current?.number), "pair": JSON(progress.current?.pair),
      "day_of_week": JSON(progress.dayOfWeek),
      "next_arm": JSON(progress.next?.arm.rawValue),
      "pairs_done": JSON(progress.analysedPairs.count),
      "pairs_without_outcome": JSON(progress.lostPairs),
      "complete": .bool(progress.isComplete),
      "days_left": JSON(progress.daysLeft),
      "units_not_answered": .array(progress.unanswered.map { JSON($0.number) }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (["name", "value"], json.leaves(under: "").map { [$0.path, $0.value] })
  }
}
