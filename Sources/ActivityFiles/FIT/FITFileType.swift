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

  /// What a file of `type` contains, to follow "the file contains".
  static func name(_ type: Int?) -> String {
    switch type {
    case 1: "a device description"
    case 2: "device settings"
    case 3: "sport settings"
    case 5: "a planned workout"
    case 6: "a course"
    case 7: "a workout schedule"
    case 9: "weight readings"
    case 10: "device totals"
    case 11: "goals"
    case 14: "blood pressure readings"
    case 15, 28, 32: "daily summaries"
    case 34, 35: "a segment"
    default: "other data"
    }
  }
}
