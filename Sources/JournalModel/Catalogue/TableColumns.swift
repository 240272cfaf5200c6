/// The fields of a table without their records, computed once: a list needs the
/// day of every row.
struct TableColumns: Sendable {
  let fields: [Field]
  /// The name of the first field with a day.
  let day: String?
  /// The name of the first field with a clock time.
  let time: String?

  private init(_ fields: [Field]) {
    self.fields = fields
    day = fields.first { $0.kind == .day }?.name
    time = fields.first { $0.kind == .clockTime }?.name
  }

  static let run = TableColumns(Run.columns)
  static let checkIn = TableColumns(CheckIn.columns)
  static let stretch = TableColumns(Stretch.columns)
  static let flareUp = TableColumns(FlareUp.columns)
  static let crossTraining = TableColumns(CrossTraining.columns)
  static let dayMark = TableColumns(MarkedDay.columns)
  static let guidance = TableColumns(Guidance.columns)
  static let footwear = TableColumns(Shoe.columns)
  static let exercise = TableColumns(Exercise.columns)
  static let routine = TableColumns(Routine.columns)
  static let routineStep = TableColumns(RoutineStep.columns)
  static let setting = TableColumns([
    Field("name", .text(upTo: 100), isRequired: true),
    Field("value", .text(upTo: 1_000), isRequired: true),
  ])
}
