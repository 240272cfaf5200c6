/// The purpose of a FIT file.
enum FITFileType {
  private static let activity = 4
  private static let activitySummary = 20
  /// From here on, the types belong to the makers.
  private static let firstOfMakers = 247

  /// Whether a file of `type` may be a recording; one without a type may.
  static func mayHoldActivities(_ type: Int?) -> Bool {
    guard let type else { return true }
    return type == activity || type == activitySummary || type >= firstOfMakers
  }

  /// What a file of `type` is, to follow "the file is".
  static func name(_ type: Int?) -> String {
    switch type {
    case 1: "a description of a device"
    case 2: "the settings of a device"
    case 3: "the settings of a sport"
    case 5: "a planned workout"
    case 6: "a course"
    case 7: "a schedule of workouts"
    case 9: "a record of weight"
    case 10: "a device's running totals"
    case 11: "a list of goals"
    case 14: "a record of blood pressure"
    case 15, 28, 32: "a record of whole days"
    case 34, 35: "a segment"
    default: "of another kind"
    }
  }
}
