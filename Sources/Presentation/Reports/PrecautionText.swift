internal import CivilDay
internal import JSONText
internal import JournalModel
internal import JournalStore
internal import Reports
internal import WrittenValues

/// What stands above every number, line by line.
struct PrecautionText {
  let precautions: Precautions
  let unit: DistanceUnit
  /// Returns a command as it is typed for the same journal; `nil` on pages, which
  /// name no commands.
  var typed: ((String) -> String)?

  /// The rows: red flags, guidance, the flare-up; a name on the first of each kind.
  var rows: [(name: String, text: String)] { redFlags + guidance + flareUp }

  private var redFlags: [(name: String, text: String)] {
    guard !precautions.redFlagDays.isEmpty else { return [] }
    let days = precautions.redFlagDays.suffix(Self.fewDays).map(\.longDescription)
    let earlier = precautions.redFlagDays.count - days.count
    let told =
      (earlier > 0 ? ["\(NumberText.counted(earlier, "earlier day"))"] : []) + days
    let card = typed.map { ": \($0("nerve redflags"))" } ?? ""
    return [
      (
        "red flag",
        "your answers of \(Self.list(told)) called for the emergency card\(card). Do not run until "
          + "a doctor has checked them."
      )
    ]
  }

  private var guidance: [(name: String, text: String)] {
    let told = precautions.guidance.prefix(Self.fewPieces).map {
      GuidanceText($0, unit: unit).told(on: precautions.today)
    }
    let more = precautions.guidance.count - told.count
    let list = typed.map { ": \($0("nerve guidance list"))" } ?? ""
    return (told + (more > 0 ? ["and \(more) more\(list)"] : []))
      .enumerated().map { index, text in (index == 0 ? "guidance" : "", text) }
  }

  private var flareUp: [(name: String, text: String)] {
    guard let flareUp = precautions.flareUp, let day = precautions.flareUpDay else { return [] }
    return [
      (
        "flare-up",
        "day \(day), since \(flareUp.onsetDay.longDescription)"
          + (flareUp.triggerText.map {
            "; suspected trigger: \(DisplayText.truncated($0, to: Self.triggerWidth))"
          } ?? "")
      )
    ]
  }

  /// The days and pieces of guidance that are told one by one.
  private static let (fewDays, fewPieces) = (3, 2)

  /// The widest trigger, in cells.
  private static let triggerWidth = 60

  /// Words as `a`, `a and b` or `a, b and c`.
  private static func list(_ words: [String]) -> String {
    words.count < 2
      ? words.joined()
      : words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }

  /// The same for programs.
  var json: JSON {
    [
      "red_flag_days": .array(precautions.redFlagDays.map { .string($0.description) }),
      "guidance": .array(precautions.guidance.map(Self.json)),
      "flare_up": JSON(precautions.flareUp) { flareUp in
        [
          "onset_day": .string(flareUp.onsetDay.description),
          "day_number": JSON(precautions.flareUpDay),
        ]
      },
    ]
  }

  /// A piece of guidance.
  static func json(_ guidance: GivenGuidance) -> JSON {
    [
      "id": JSON(guidance.id), "day": .string(guidance.day.description),
      "given_by": JSON(guidance.givenBy), "advice": .string(guidance.advice),
      "longest_run_m": JSON(guidance.longestRunM), "days_off": JSON(guidance.daysOff),
      "until_day": JSON(guidance.untilDay?.description),
    ]
  }
}
