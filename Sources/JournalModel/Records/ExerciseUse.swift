public import CivilDay

/// An exercise of the catalogue, and its use.
public struct ExerciseUse: Equatable, Sendable {
  /// The exercise's id.
  public let id: Int
  /// Its name.
  public let name: String
  /// `stretch`, `nerve_glide`, `strength` or `mobility`.
  public let kind: String
  /// How often it was logged.
  public let times: Int
  /// The latest day it was done, if any.
  public let lastDay: Day?
  /// Its note.
  public let note: String?

  /// Creates one from its parts.
  public init(
    id: Int, name: String, kind: String, times: Int, lastDay: Day? = nil, note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.times = times
    self.lastDay = lastDay
    self.note = note
  }
}

/// An exercise, and the days of a period on which it was done.
public struct ExerciseDays: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// The number of days.
  public let days: Int
  /// The last of them.
  public let lastDay: Day

  /// Creates one from its parts.
  public init(name: String, days: Int, lastDay: Day) {
    (self.name, self.days, self.lastDay) = (name, days, lastDay)
  }
}
