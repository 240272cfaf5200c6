internal import Correlator
internal import JournalModel
internal import JournalStore
internal import Reports
internal import WrittenValues

/// What the two kinds of running of a comparison are called.
struct ComparisonNames {
  let topic: ComparisonTopic
  let kinds: RunKinds

  /// The word that is typed for the topic.
  var word: String {
    switch topic {
    case .shoe: "shoe"
    case .surface: "surface"
    case .stretch: "stretch"
    case .routine: "routine"
    case .time: "time"
    case .terrain: "terrain"
    case .condition: "condition"
    }
  }

  /// A kind in a table, such as `pegasus` or `before noon`; `nil` if there is none.
  func label(_ side: Comparison.Side) -> String? {
    let isB = side == .b
    switch topic {
    case .shoe, .surface:
      let place = isB ? 1 : 0
      return kinds.names.indices.contains(place) ? kinds.names[place] : nil
    case .stretch(let name): return "\(isB ? "with" : "without") \(name ?? "stretching")"
    case .routine(let routine): return "\(isB ? "with" : "without") \(routine.name)"
    case .time: return isB ? "from noon on" : "before noon"
    case .terrain: return isB ? "hillier" : "flatter"
    case .condition: return isB ? "true" : "false"
    }
  }

  /// The runs of a kind in a sentence, such as `runs in pegasus`.
  func runs(_ side: Comparison.Side) -> String {
    let label = label(side) ?? ""
    switch topic {
    case .shoe: return "runs in \(label)"
    case .surface: return "\(label) runs"
    case .stretch: return "run days \(label)"
    case .routine(let routine):
      return "run days \(side == .b ? "with" : "without") the routine \(routine.name)"
    case .time: return "runs \(label)"
    case .terrain: return "\(label) runs"
    case .condition:
      return side == .b ? "runs that meet the condition" : "runs that do not meet it"
    }
  }

  /// What the runs have to do for an answer.
  var wayToAlternate: String {
    switch topic {
    case .shoe: "Change shoes more often between runs."
    case .surface: "Change surfaces more often between runs."
    case .stretch, .routine: "Alternate more often between run days with it and without it."
    case .time: "Alternate more often between early and late runs."
    case .terrain: "Alternate more often between flatter and hillier runs."
    case .condition: "The condition has to change more often from run to run."
    }
  }

  /// The reason why no run has a kind.
  var nothing: String {
    switch topic {
    case .shoe: "no run has a shoe"
    case .surface: "no run has a surface"
    case .stretch, .routine: "no stretch or exercise is logged"
    case .time: "no run has a start time"
    case .terrain: "no run has both a distance and an ascent"
    case .condition: "the condition is unknown for every run"
    }
  }

  /// What a name stands for where it needs saying.
  var meaning: String? {
    switch topic {
    case .shoe, .surface: nil
    case .stretch:
      "run days between your first and your last logged exercise; one without an entry counts as "
        + "a day without. You may stretch because the leg hurts"
    case .routine:
      "with all exercises of the routine on that day, or with none of them; only days between your "
        + "first and your last logged exercise. You may do it because the leg hurts"
    case .time: "by the start of the run"
    case .terrain:
      kinds.cut.map {
        "hillier: more than \(NumberText.fixed($0, 0)) m of ascent per km, the median of your own "
          + "run days"
      }
    case .condition(let expression): expression
    }
  }
}
