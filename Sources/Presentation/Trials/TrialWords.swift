package import JournalModel
import WrittenValues

/// How the arms of a trial are called.
package struct TrialWords {
  private let plan: TrialPlan
  private let distance: DistanceUnit

  package init(_ plan: TrialPlan, unit: DistanceUnit) {
    self.plan = plan
    distance = unit
  }

  /// The units, in the plural: "weeks" or "runs".
  package var units: String { plan.unit == .week ? "weeks" : "runs" }

  /// What is compared, such as "Pegasus or Endorphin, 8 pairs of weeks".
  package var title: String {
    "\(arms), \(plan.pairs) pairs of \(units)"
  }

  /// Both arms, such as "Pegasus or Endorphin".
  package var arms: String { DisplayText.visible("\(plan.armA) or \(plan.armB)") }

  /// The units of an arm in a sentence, such as "weeks in Pegasus" or "long weeks".
  package func group(_ arm: TrialArm) -> String {
    let name = DisplayText.visible(plan.name(of: arm))
    return switch plan.kind {
    case .shoe: "\(units) in \(name)"
    case .distance: name
    case .stretch, .routine, .warmUp: "\(units) \(name)"
    }
  }

  /// What to do in a unit with this arm.
  package func instruction(_ arm: TrialArm) -> String {
    let name = DisplayText.visible(plan.name(of: arm))
    switch plan.kind {
    case .shoe: return "run in \(name)"
    case .distance:
      let metres = arm == .a ? plan.weeks?.shortM : plan.weeks?.longM
      return "\(arm == .a ? "a short week" : "a long week")"
        + (metres.map { ", about \(distance.text($0, decimals: 0)) in all" } ?? "")
    case .stretch, .routine, .warmUp: return "run \(name)"
    }
  }

  /// The arm in a table or a list.
  package func name(_ arm: TrialArm) -> String { DisplayText.visible(plan.name(of: arm)) }

  /// What was done, in a table.
  package func name(_ done: DrawnUnit.Done?) -> String {
    switch done {
    case .a: name(.a)
    case .b: name(.b)
    case .mixed: "mixed"
    case nil: ""
    }
  }

  /// When the result may be looked at.
  package var looks: String {
    switch plan.analysis {
    case .end: "once, at the end"
    case .pairs: "after every pair from the sixth"
    }
  }
}
