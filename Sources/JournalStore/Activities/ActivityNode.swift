internal import CivilDay
internal import JournalModel

/// The row of an entry.
struct EntryKey: Hashable {
  let table: EntryTable
  let id: Int
}

/// What tells an activity apart from others, as one teller has it: a file, a row of
/// a table, or the person who typed it.
struct ActivityNode {
  /// Who tells of it.
  enum Teller: Hashable {
    /// A file or a row of a table, by the id of its row in `activity_source`.
    case source(Int)
    /// A person, in this entry.
    case person(EntryKey)
  }

  let teller: Teller
  /// The entry that it is in by now.
  var entry: EntryKey?
  /// Whether it is a run, rather than a session of cross-training.
  let isRun: Bool
  /// Days since 1970; `nil` for what was typed upon a source and goes where that
  /// goes.
  let day: Int?
  /// Seconds since 1970 by the clock on the wall.
  let wall: Int?
  /// Seconds since 1970 in UTC.
  let utc: Int?
  /// Seconds by which the start may be later than told.
  let spread: Int
  let distanceM: Double?
  /// What its time may be: without pauses, and with them.
  let seconds: [Double]
  /// What the content of its source is known again by.
  let fingerprint: String?
  /// The service's number of it.
  let serviceID: String?
  /// The service or the device that it is from.
  let origin: String
  /// Orders tellers that nothing else does, whichever came first.
  let key: String

  var isTyped: Bool {
    if case .person = teller { true } else { false }
  }

  /// The id of its source, if it has one.
  var source: Int? {
    if case .source(let id) = teller { id } else { nil }
  }

  /// The service that has a number for it.
  private var service: Substring? { serviceID?.prefix { $0 != ":" } }

  /// Whether one service has two numbers for these, so that they are two.
  func hasOtherNumber(than other: ActivityNode) -> Bool {
    guard let mine = serviceID, let theirs = other.serviceID, mine != theirs else { return false }
    return service == other.service
  }

  /// When an activity began, by both clocks.
  ///
  /// - Parameters:
  ///   - day: The day that it belongs to.
  ///   - time: The time on the wall.
  ///   - offset: Minutes that the wall was ahead of UTC.
  ///   - dayBoundaryMinutes: Until when the night belongs to the day before.
  /// - Returns: Seconds since 1970; `nil` where that is not known.
  static func start(
    _ day: Day, _ time: String?, offset: Int?, dayBoundaryMinutes: Int
  ) -> (wall: Int?, utc: Int?) {
    let parts = time?.split(separator: ":").compactMap { Int($0) } ?? []
    guard parts.count == 3 else { return (nil, nil) }
    let second = parts[0] * 3600 + parts[1] * 60 + parts[2]
    // The night after a day is the calendar's next one.
    let date = second < dayBoundaryMinutes * 60 ? day + 1 : day
    let wall = date.daysSince1970 * 86_400 + second
    return (wall, offset.map { wall - $0 * 60 })
  }
}
