internal import DelimitedText
internal import WrittenValues

/// Garmin Connect's `Activities.csv`, from the list of activities.
///
/// It states neither language nor units. Columns are found by name in the known
/// languages, in others by the fixed order of the first seven; the decimal mark
/// follows from numbers that prove it. Steps and strides show whether distances
/// are kilometres or miles, or a header with a unit added; otherwise nothing
/// does. For swims, and if the pace says so, they are metres or yards. Times are
/// local.
struct GarminTable: ServiceTable {
  private let columns: GarminColumns
  private var mark: Character?
  private var unit = LengthUnit.kilometre
  private(set) var hasOpenUnit = false
  /// Whether most times shortened by a spreadsheet have no seconds.
  private var isWithoutSeconds = false

  var format: ActivityFormat { .garmin }
  var isReadAsAWhole: Bool { true }

  /// Finds the columns by name, or fails if the table is not Garmin's.
  init?(_ names: [String]) {
    guard let columns = GarminColumns(names) else { return nil }
    self.columns = columns
  }

  /// Finds the columns by place if `first`, the first record, has Garmin's values
  /// there; fails otherwise.
  init?(_ names: [String], first: DelimitedRecord) {
    guard names.count >= GarminColumns.fixed, first.problem == nil,
      let isFavourite = first.text(2)?.lowercased(), ["false", "true"].contains(isFavourite),
      first.text(1).map({ (try? WrittenDate($0, order: .dayFirst))?.secondOfDay != nil }) == true,
      let time = first.text(6), time.contains(":"), TableDuration(time) != nil,
      first.text(4).map({ WrittenNumber.value($0) != nil }) ?? true
    else { return nil }
    columns = GarminColumns(unknown: names)
  }

  func start(of record: DelimitedRecord) -> String? { record.text(columns.date) }

  mutating func study(_ records: [DelimitedRecord], _ options: ActivityReadingOptions) {
    mark = decimalMark(records)
    let proven = columns.unit ?? provenUnit(records)
    unit = options.units ?? proven ?? options.assumedUnit
    hasOpenUnit = proven == nil && records.contains { distance($0) != nil }
    let shortened = records.compactMap { record -> Bool? in
      guard let written = record.text(columns.time).flatMap(TableDuration.init),
        written.certain == nil
      else { return nil }
      return seconds(record, sport(record)) != written.candidates[0]
    }
    isWithoutSeconds = shortened.count { $0 } * 2 > shortened.count
  }

  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow {
    let sport = sport(record)
    let seconds = seconds(record, sport)
    var activity = ImportedActivity(
      sport,
      fingerprint: Fingerprint(of: "garmin\n\(start.seconds)\n\(Int(seconds ?? 0))".utf8))
    activity.start = start.onTheWall
    activity.title = record.text(columns.title)
    activity.movingSeconds = seconds
    activity.elapsedSeconds = record.text(columns.elapsed).flatMap(TableDuration.init).map {
      $0.seconds(
        others: [seconds].compactMap(\.self), pace: nil, distance: nil,
        metres: distance(record).map { $0 * unit.metres }, sport: sport)
    }
    activity.heartRateAverage = number(record, columns.heartRateAverage)
    activity.heartRateMaximum = number(record, columns.heartRateMaximum)
    activity.cadence = number(record, columns.cadence)
    activity.ascentM = number(record, columns.ascent).map { $0 * unit.heightMetres }
    activity.descentM = number(record, columns.descent).map { $0 * unit.heightMetres }
    activity.steps = number(record, columns.steps)
    activity.laps = number(record, columns.laps).flatMap { Int(exactly: $0) }
    let isShort = sport == .swim || paceShowsMetres(record, seconds)
    activity.distanceM = distance(record).map { $0 * (isShort ? unit.shortMetres : unit.metres) }
    return ServiceRow(activity: activity)
  }

  private func sport(_ record: DelimitedRecord) -> Sport {
    record.text(columns.type).map(Sport.init(named:)) ?? .unknown
  }

  /// A number above zero: zero means not measured.
  private func number(_ record: DelimitedRecord, _ place: Int?) -> Double? {
    record.text(place).flatMap { WrittenNumber.positive($0, decimalMark: mark) }
  }

  private func distance(_ record: DelimitedRecord) -> Double? {
    number(record, columns.distance)
  }

  /// Seconds per long unit, or per 100 short ones.
  private func pace(_ record: DelimitedRecord) -> Double? {
    record.text(columns.pace).flatMap { $0.contains(":") ? TableDuration($0)?.candidates[0] : nil }
  }

  /// The moving time.
  private func seconds(_ record: DelimitedRecord, _ sport: Sport) -> Double? {
    guard let written = record.text(columns.time).flatMap(TableDuration.init) else { return nil }
    let others = [columns.moving, columns.elapsed].compactMap { place in
      record.text(place).flatMap(TableDuration.init)?.certain
    }
    let distance = distance(record)
    if others.isEmpty, distance == nil, isWithoutSeconds, written.candidates.count == 2 {
      return written.candidates[1]
    }
    return written.seconds(
      others: others, pace: pace(record), distance: distance,
      metres: distance.map { $0 * (sport == .swim ? unit.shortMetres : unit.metres) },
      sport: sport)
  }

  /// Whether the pace fits the time only if the distance is in short units.
  private func paceShowsMetres(_ record: DelimitedRecord, _ seconds: Double?) -> Bool {
    guard let distance = distance(record), let seconds, let pace = pace(record) else {
      return false
    }
    return pace * distance > 20 * seconds
  }

  /// The decimal mark proved by most numbers, or `nil` without proof.
  private func decimalMark(_ records: [DelimitedRecord]) -> Character? {
    var votes: [Character: Int] = [:]
    for record in records {
      for place in [columns.distance, columns.stride, columns.pace] {
        guard let text = record.text(place), !text.contains(":"),
          let mark = WrittenNumber.provenMark(text)
        else { continue }
        // If they contradict each other, the distances decide.
        votes[mark, default: 0] += place == columns.distance ? 3 : 1
      }
    }
    return votes.max { $0.value < $1.value }?.key
  }

  /// The unit in which steps times stride gives the distance in most rows; `nil`
  /// if neither does.
  private func provenUnit(_ records: [DelimitedRecord]) -> LengthUnit? {
    let ratios = records.compactMap { record -> Double? in
      guard let stride = number(record, columns.stride), let distance = distance(record),
        let steps = steps(record)
      else { return nil }
      return steps * stride / distance
    }.sorted()
    guard !ratios.isEmpty else { return nil }
    let median = ratios[ratios.count / 2]
    // Strides are in metres, centimetres or feet.
    for (unit, length) in [(LengthUnit.kilometre, 1000.0), (.mile, 1609.344)] {
      let lengths = [length, length * 100, length / 0.3048]
      if lengths.contains(where: { (0.87...1.15).contains(median / $0) }) { return unit }
    }
    return nil
  }

  /// The steps of both feet, counted or from the cadence.
  private func steps(_ record: DelimitedRecord) -> Double? {
    if let steps = number(record, columns.steps) { return steps }
    guard let cadence = number(record, columns.cadence),
      let seconds = seconds(record, sport(record))
    else { return nil }
    return cadence * seconds / 60
  }
}
