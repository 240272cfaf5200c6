internal import CivilDay
internal import JournalModel

/// The row of an entry.
struct EntryKey: Hashable {
  let table: EntryTable
  let id: Int
}

/// The identifying values of an activity in one source: a file, a table row, or a
/// person's typed entry.
struct ActivityNode {
  /// The source.
  enum Teller: Hashable {
    /// A file or table row, by the id of its row in `activity_source`.
    case source(Int)
    /// A person, through this entry.
    case person(EntryKey)
  }

  let teller: Teller
  /// Its present entry.
  var entry: EntryKey?
  /// Whether it is a run, rather than a session of cross-training.
  let isRun: Bool
  /// Days since 1970; `nil` for values typed onto a source, which follow that
  /// source.
  let day: Int?
  /// Seconds since 1970 on the local clock.
  let wall: Int?
  /// Seconds since 1970 in UTC.
  let utc: Int?
  /// The number of seconds by which the real start may be later.
  let spread: Int
  let distanceM: Double?
  /// Its possible durations: without pauses, and with them.
  let seconds: [Double]
  /// The fingerprint of its source's content.
  let fingerprint: String?
  /// The service's number for it.
  let serviceID: String?
  /// Its service or device.
  let origin: String
  /// A tie-breaker that does not depend on the order of import.
  let key: String

  var isTyped: Bool {
    if case .person = teller { true } else { false }
  }

  /// The id of its source, if it has one.
  var source: Int? {
    if case .source(let id) = teller { id } else { nil }
  }

  /// The service that gave it a number.
  private var service: Substring? { serviceID?.prefix { $0 != ":" } }

  /// Whether one service has two numbers for these, so that they are two.
  func hasOtherNumber(than other: ActivityNode) -> Bool {
    guard let mine = serviceID, let theirs = other.serviceID, mine != theirs else { return false }
    return service == other.service
  }

  /// The start of an activity on both clocks.
  ///
  /// - Parameters:
  ///   - day: Its day.
  ///   - time: The local time.
  ///   - offset: Minutes from UTC to local time.
  ///   - dayBoundaryMinutes: Minutes after midnight until which the night belongs
  ///     to the previous day.
  /// - Returns: Seconds since 1970; `nil` if unknown.
  static func start(
    _ day: Day, _ time: String?, offset: Int?, dayBoundaryMinutes: Int
  ) -> (wall: Int?, utc: Int?) {
    let parts = time?.split(separator: ":").compactMap { Int($0) } ?? []
    guard parts.count == 3 else { return (nil, nil) }
    let second = parts[0] * 3600 + parts[1] * 60 + parts[2]
    // The night after a day is on the next calendar day.
    let date = second < dayBoundaryMinutes * 60 ? day + 1 : day
    let wall = date.daysSince1970 * 86_400 + second
    return (wall, offset.map { wall - $0 * 60 })
  }
}
