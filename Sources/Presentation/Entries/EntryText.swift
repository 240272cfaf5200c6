import CivilDay
package import JournalModel
package import JournalStore
import WrittenValues

/// Entries in the words of a runner.
package struct EntryText {
  /// The unit of distances and paces.
  package let unit: DistanceUnit
  /// The shoe that is told to be the default one, because nobody named it.
  package var defaultShoe: String?

  package init(unit: DistanceUnit, defaultShoe: String? = nil) {
    self.unit = unit
    self.defaultShoe = defaultShoe
  }

  /// What an entry says with its note, without its day.
  package func summary(of entry: StoredEntry) -> String {
    let facts = entry.record().map { checkIn($0, tellsAbsence: false) } ?? facts(of: entry)
    guard let note = entry.note else { return facts }
    return facts.isEmpty ? note : "\(facts) – \(note)"
  }

  /// What tells an entry from others of its kind: of a run how far and how long.
  package func gist(of entry: StoredEntry) -> String {
    guard let run = entry.record(Run.self) else { return facts(of: entry) }
    return [run.distanceM.map { unit.text($0) }, run.durationS.map { ClockText.duration($0) }]
      .compactMap(\.self).joined(separator: " in ")
  }

  /// What an entry says, without its day and its note.
  package func facts(of entry: StoredEntry) -> String {
    let facts: String? =
      switch entry.table {
      case .run: entry.record().map(run)
      case .checkIn: entry.record().map { checkIn($0, tellsAbsence: true) }
      case .stretch: entry.record().map(stretch)
      case .flareUp: entry.record().map(flareUp)
      case .crossTraining: entry.record().map(crossTraining)
      case .dayMark: entry.record(MarkedDay.self)?.mark == .rest ? "rest" : "not tracked"
      case .guidance: entry.record().map(guidance)
      case .routineStep: entry.record().map(step)
      case .footwear, .exercise, .routine, .setting: entry.name
      }
    return facts ?? ""
  }

  /// How bad a flare-up was and what may have set it off; empty if nothing was
  /// said.
  package func onset(of flareUp: FlareUp) -> String {
    [
      flareUp.peakPain.map { "peak \($0.points)" },
      (flareUp.triggerRun?.id).map { "after run \($0)" }, flareUp.trigger,
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func flareUp(_ flareUp: FlareUp) -> String {
    [flareUp.endDay.map { "until \($0)" } ?? "in progress", onset(of: flareUp)]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func crossTraining(_ session: CrossTraining) -> String {
    [
      session.activity, session.durationS.map(ClockText.duration),
      session.distanceM.map { unit.text($0) },
      session.effort.map { "effort \(NumberText.shortest($0))" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// A run: how far, how long, how fast, how hard, in which shoe, with what pain.
  private func run(_ run: Run) -> String {
    let (metres, seconds) = (run.distanceM, run.durationS)
    var measures = [metres.map { unit.text($0) }]
    measures.append(seconds.map { (metres == nil ? "" : "in ") + ClockText.duration($0) })
    if metres != nil, seconds != nil {
      measures.append("(\(ClockText.pace(metres: metres, seconds: seconds, per: unit)))")
    }
    let pain = [
      run.painBefore.map { "\($0.points) before" }, run.painDuring.map { "\($0.points) during" },
      run.painAfter.map { "\($0.points) after" },
    ].compactMap(\.self)
    return [
      measures.compactMap(\.self).joined(separator: " "),
      run.effort.map { "effort \(NumberText.shortest($0))" },
      (run.shoe?.name).map { $0 == defaultShoe ? "\($0) (default shoe)" : $0 },
      run.surface?.rawValue,
      run.ascentM.map { "\(NumberText.fixed($0, 0)) m up" },
      run.meanHeartRate.map { "heart rate \($0)" },
      run.cadence.map { "cadence \(NumberText.fixed($0, 0))" },
      run.formChange.map { "form: \($0.rawValue)" },
      pain.isEmpty ? nil : "pain " + pain.joined(separator: ", "),
      run.moodAfter.map { "mood \($0.points)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// A check-in as the catalogue tells its fields in a line; signs that were said to
  /// be absent are told if asked for, or if there is nothing else.
  private func checkIn(_ checkIn: CheckIn, tellsAbsence: Bool) -> String {
    let told = CheckIn.fields.compactMap { field in
      field.field.brief.flatMap {
        self.told(field, $0, of: checkIn, tellsAbsence: tellsAbsence)
      }
    }.joined(separator: ", ")
    return told.isEmpty && !tellsAbsence ? self.checkIn(checkIn, tellsAbsence: true) : told
  }

  private func told(
    _ field: RecordField<CheckIn>, _ brief: Field.Brief, of checkIn: CheckIn, tellsAbsence: Bool
  ) -> String? {
    let value = field.get(checkIn)
    if field.path == \CheckIn.weakness, checkIn.weakness == true, checkIn.weaknessUnchanged == true
    {
      return "known, unchanged weakness"
    }
    switch brief {
    case .value: return String(stored: value)
    case .named(let name):
      return Double(stored: value).map {
        "\(name) \(NumberText.shortest($0))\(field.field.measure == .hours ? " h" : "")"
      }
    case .sign:
      return Bool(stored: value).flatMap {
        $0 ? field.field.noun : tellsAbsence ? "no \(field.field.noun)" : nil
      }
    case .place:
      let place = [checkIn.side?.rawValue, checkIn.reach.map { "down to the \($0.name)" }]
        .compactMap(\.self)
      return place.isEmpty ? nil : place.joined(separator: ", ")
    }
  }

  private func stretch(_ stretch: Stretch) -> String {
    [
      exercise(
        stretch.exercise, stretch.sets, stretch.repetitions, stretch.holdS, stretch.durationS,
        stretch.side),
      (stretch.run?.id).map { "with run \($0)" },
    ].compactMap(\.self).joined(separator: " ")
  }

  private func step(_ step: RoutineStep) -> String {
    exercise(
      step.exercise, step.sets, step.repetitions, step.holdS, step.durationS, step.side)
  }

  private func exercise(
    _ exercise: Reference<Exercise>?, _ sets: Int?, _ repetitions: Int?, _ holdS: Double?,
    _ durationS: Double?, _ side: BodySide?
  ) -> String {
    let amount = [
      sets.map { "\($0)" }, repetitions.map { "\($0)" },
      holdS.map { "\(NumberText.shortest($0))s" },
    ].compactMap(\.self).joined(separator: "x")
    return [
      exercise?.name, amount.isEmpty ? nil : amount, durationS.map(ClockText.duration),
      side?.rawValue,
    ].compactMap(\.self).joined(separator: " ")
  }

  private func guidance(_ guidance: Guidance) -> String {
    let advice = [guidance.givenBy, guidance.advice].compactMap(\.self)
    return [
      advice.joined(separator: ": "),
      guidance.longestRunM.map { "no run over \(unit.text($0))" },
      guidance.daysOff.map { "\(NumberText.counted($0, "day")) off" },
      guidance.untilDay.map { "until \($0.longDescription)" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}
