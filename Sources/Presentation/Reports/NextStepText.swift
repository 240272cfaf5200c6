import CivilDay
import Reports
import WrittenValues

/// The next step in words, and its name for programs.
struct NextStepText {
  let step: NextStep
  let measure: LoadMeasure
  /// Returns a command as it is typed for the same journal; `nil` on pages.
  var typed: ((String) -> String)?

  /// What to do.
  var sentence: String {
    switch step {
    case .seeSomeone(.redFlag):
      "see someone: a doctor, about the answers above, before you run again"
    case .seeSomeone(.longFlareUp(let days)):
      "see someone: the flare-up has lasted \(days) days; ask a doctor or physiotherapist"
    case .rateBeforeRunning(let rated, let all):
      "rate the leg each morning, before any run: \(rated) of the last \(all) days have such a rating"
    case .record(let gap): record(gap)
    case .varyRunDay(let weekday):
      (weekday.map { "move your \(Day.weekdayNames[$0]) run to another day" }
        ?? "run on another weekday")
        + " now and then, so that running and weekday can be told apart"
    case .planTrial(let trial):
      "plan a self-trial: in each of eight pairs of weeks, a coin decides which week has your usual runs "
        + "and which has \(Self.words(trial)). Only a coin can show the cause"
        + (typed.map { ": \($0("nerve trial plan \(Self.kind(trial))"))" } ?? "")
    case .nothing(let reason): nothing(reason)
    }
  }

  private func record(_ gap: NextStep.Gap) -> String {
    switch gap {
    case .runs: return "record each run; none is known yet"
    case .load(let days):
      // A terminal can also ask about another load.
      return "record the \(Self.noun(of: measure)) of each run: "
        + (typed == nil
          ? "\(NumberText.counted(days, "run day")) had none" : LoadUnit(measure).lacking)
    case .restDays(let days):
      let commands = typed.map { " (\($0("nerve rest DAYS")) or \($0("nerve checkin")))" } ?? ""
      return "record rest days: \(NumberText.counted(days, "recent day")) may be a run or a rest"
        + commands
    case .impliedRestDays:
      let command = typed.map { ": \($0("nerve rest DAYS"))" } ?? ""
      return "record the days on which you rested, as the answer hangs on them\(command)"
    case .ratingsAfterRuns:
      return "record the leg on mornings after runs too; these ratings are often missing"
    case .ratingsAfterBadDays:
      return "record the leg after bad days too; these ratings are often missing"
    }
  }

  private func nothing(_ reason: NextStep.Reason) -> String {
    switch reason {
    case .guidance: "nothing to change while guidance is in force"
    case .flareUp: "nothing to change while the flare-up is in progress"
    case .tooEarly: "nothing to change; numbers make sense from two weeks on"
    case .complete(let days):
      "nothing to change" + (days.map { "; about \($0) more days like these are needed" } ?? "")
    }
  }

  private static func words(_ trial: NextStep.Trial) -> String {
    switch trial {
    case .lessRunning: "half the distance"
    case .shorterRuns: "the same distance in shorter runs"
    }
  }

  /// The word for the trial in a command.
  private static func kind(_ trial: NextStep.Trial) -> String {
    switch trial {
    case .lessRunning: "distance"
    case .shorterRuns: "length"
    }
  }

  /// The measure as a noun.
  static func noun(of measure: LoadMeasure) -> String {
    switch measure {
    case .km: "distance"
    case .minutes: "duration"
    case .srpe: "effort and duration"
    case .ascent: "ascent"
    case .descent: "descent"
    case .steps: "steps"
    }
  }

  /// Its kind in data.
  var kind: String {
    switch step {
    case .seeSomeone: "see_someone"
    case .rateBeforeRunning: "rate_before_running"
    case .record: "record_missing"
    case .varyRunDay: "vary_run_day"
    case .planTrial: "plan_trial"
    case .nothing: "nothing"
    }
  }
}
