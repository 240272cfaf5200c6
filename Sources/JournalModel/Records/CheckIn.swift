public import CivilDay

/// Pain, nerve signs and circumstances at one time; `nil` is unknown.
public struct CheckIn: JournalRecord {
  /// The day.
  public var day: Day?
  /// The local time.
  public var time: TimeOfDay?
  /// Minutes from UTC to local time.
  public var utcOffsetMinutes: Int?
  /// The time of the ratings relative to the day's run, declared or from the
  /// clock.
  public var moment: Moment?
  /// Pain in the leg.
  public var legPain: Rating?
  /// Pain in the back.
  public var backPain: Rating?
  /// How far down the leg the pain goes.
  public var reach: Reach?
  /// The side.
  public var side: BodySide?
  /// Whether part of the leg or foot is numb.
  public var numbness: Bool?
  /// Whether there are pins and needles.
  public var tingling: Bool?
  /// Whether the leg or foot is weak.
  public var weakness: Bool?
  /// Whether the weakness was known before and is unchanged; else it is new or
  /// getting worse.
  public var weaknessUnchanged: Bool?
  /// Whether the saddle area is numb or tingling.
  public var saddleNumbness: Bool?
  /// Whether there is trouble with bladder or bowel.
  public var bladderOrBowel: Bool?
  /// Hours of sitting.
  public var sittingHours: Double?
  /// Hours of sleep.
  public var sleepHours: Double?
  /// Stress.
  public var stress: Rating?
  /// Mood, from 0 (low) to 10.
  public var mood: Rating?
  /// Medication.
  public var medication: String?
  /// A note.
  public var note: String?

  /// Creates a record without known values.
  public init() {}
}

extension CheckIn {
  /// The table of such records.
  public static let table = EntryTable.checkIn

  /// The catalogue of its fields, in column order.
  public static let fields: [RecordField<CheckIn>] = [
    .day(\.day),
    RecordField(\.time, "time", meaning: "clock time", option: .declared("time")),
    .utcOffset(\.utcOffsetMinutes),
    RecordField(
      \.moment, "moment", "rated",
      meaning: "`morning` or `later`, declared, or set by the clock at the time of entry",
      clear: ["morning", "evening"]),
    RecordField(
      \.legPain, "leg_pain", meaning: "pain in the leg", clear: ["leg"], brief: .named("leg")),
    RecordField(
      \.backPain, "back_pain", meaning: "pain in the back",
      option: FieldOption("back", value: "pain", "Back pain, 0 to 10."), brief: .named("back")),
    RecordField(
      \.reach, "reach", meaning: "most distal point, as in `day`",
      option: FieldOption(
        "reach", "Reach of the pain: back, buttock, thigh, knee, calf, foot or toes."),
      brief: .place),
    RecordField(
      \.side, "side", meaning: "`left`, `right`, `both`",
      option: FieldOption("side", "Side: left, right or both."), redFlag: .both),
    RecordField(
      \.numbness, "numbness", option: FieldOption("numbness", "Numbness."), brief: .sign),
    RecordField(
      \.tingling, "tingling", option: FieldOption("tingling", "Tingling or pins and needles."),
      brief: .sign),
    RecordField(
      \.weakness, "weakness",
      option: FieldOption("weakness", "Weakness of the leg or foot, new or getting worse."),
      brief: .sign, redFlag: true),
    RecordField(
      \.weaknessUnchanged, "weakness_unchanged", "unchanged weakness",
      meaning: "1 if the weakness was known before and is unchanged; else it is new or worse",
      option: FieldOption(
        "weakness-unchanged", aliases: ["old-weakness"],
        "Weakness that you have long known and that has not changed; recorded without the card."),
      clear: ["weakness", "weakness-unchanged"]),
    RecordField(
      \.saddleNumbness, "saddle_numbness", meaning: "as in `rating`",
      option: FieldOption(
        "saddle",
        "Numbness or tingling between the inner thighs, of the genitals or around the back passage."
      ), brief: .sign, redFlag: true),
    RecordField(
      \.bladderOrBowel, "bladder_or_bowel", "bladder or bowel trouble", meaning: "as in `rating`",
      option: FieldOption(
        "bladder", aliases: ["bowel"], "Trouble with bladder or bowel, new or getting worse."),
      brief: .sign, redFlag: true),
    RecordField(
      \.sittingHours, "sitting_hours", "sitting", .number(to: 24), .hours,
      meaning: "hours spent sitting",
      option: FieldOption("sitting", value: "hours", "Hours spent sitting."),
      brief: .named("sitting")),
    RecordField(
      \.sleepHours, "sleep_hours", "sleep", .number(to: 24), .hours, meaning: "hours slept",
      option: FieldOption("sleep", value: "hours", "Hours slept."), brief: .named("sleep")),
    RecordField(
      \.stress, "stress", option: FieldOption("stress", "Stress, 0 to 10."),
      brief: .named("stress")),
    RecordField(
      \.mood, "mood", option: FieldOption("mood", "Mood, 0 low to 10 high."),
      brief: .named("mood")),
    RecordField(
      \.medication, "medication", nil, .text(upTo: 1_000), meaning: "medication",
      option: FieldOption("medication", value: "text", "Medication taken."), brief: .value),
    .note(\.note),
  ]
}
