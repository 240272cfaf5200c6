import CivilDay
internal import JournalModel

/// Days put together from the entries, by the rules of the view `day`.
///
/// SQLite would compute the view for the whole journal, with means and joins
/// that nobody asked for. Here it reads each table once, along its index.
struct DayAssembly {
  /// What is known of a day so far.
  private struct Draft {
    var runs: RunDay?
    /// What the day was said to be.
    var mark: DayMark?
    /// Whether an import that tells of every run covers the day.
    var isCovered = false
    /// Whether anything but a run was logged.
    var isLogged = false
    var isFlare = false
    var stretchMinutes: Double?
    var ratings = DayRatings()

    /// What makes the day a rest day, if it is one.
    private var restIs: DiaryDay.RestGround? {
      guard runs == nil, mark != .notTracked else { return nil }
      return mark == .rest ? .said : isCovered ? .covered : isLogged ? .implied : nil
    }

    func day(_ day: Day) -> DiaryDay {
      let restIs = restIs
      func load(_ measure: Double?) -> Double? { restIs == nil ? measure : 0 }
      return DiaryDay(
        day: day, state: runs != nil ? .run : restIs == nil ? nil : .rest, restIs: restIs,
        runs: restIs == nil ? runs?.runs : 0, distanceKm: load(runs?.distanceKm),
        minutes: load(runs?.minutes), load: load(runs?.load), ascentM: load(runs?.ascentM),
        descentM: load(runs?.descentM), steps: restIs == nil ? runs?.steps : 0,
        legPain: ratings.legPain, legPainMoment: ratings.legPainMoment,
        eveningLegPain: ratings.eveningLegPain, worstLegPain: ratings.worstLegPain,
        backPain: ratings.backPain, reach: ratings.reach, isFlare: isFlare,
        stretchMinutes: stretchMinutes, sittingHours: ratings.sittingHours,
        sleepHours: ratings.sleepHours)
    }
  }

  private let span: ClosedRange<Day>
  private var drafts: [Draft]
  private var checkIns: [(checkIn: RatedCheckIn, moment: PainRating.Moment?)] = []

  /// Reads what was entered for the days of `span`, which is to be of one moment.
  init(_ span: ClosedRange<Day>, from connection: Connection) throws(SQLiteError) {
    self.span = span
    drafts = Array(repeating: Draft(), count: span.count)
    for runs in try connection.runDays(in: span) { self[runs.day].runs = runs }
    checkIns = try connection.ratedCheckIns(in: span).map { checkIn in
      (checkIn, checkIn.moment(beside: self[checkIn.day].runs))
    }
    for (checkIn, moment) in checkIns {
      self[checkIn.day].isLogged = true
      self[checkIn.day].ratings.add(checkIn, at: moment)
    }
    try readStretches(connection)
    try readMarks(connection)
    try readCrossTraining(connection)
    try readFlareUps(connection)
    for days in try connection.coveredDays(in: span) {
      for day in days { self[day].isCovered = true }
    }
  }

  /// One element a day, in order.
  var days: [DiaryDay] {
    zip(span, drafts).map { day, draft in draft.day(day) }
  }

  /// Every rating of `measure`, in the order of days and, within a day, of time;
  /// those without a time come first.
  func ratings(of measure: PainMeasure) -> [PainRating] {
    func place(_ checkIn: RatedCheckIn) -> (Day, Int, Int) {
      (checkIn.day, checkIn.second ?? -1, checkIn.id)
    }
    return checkIns.sorted { place($0.checkIn) < place($1.checkIn) }.compactMap { rated in
      rated.checkIn.rating(of: measure).map { value in
        PainRating(day: rated.checkIn.day, moment: rated.moment, value: value)
      }
    }
  }

  private subscript(day: Day) -> Draft {
    _read { yield drafts[day - span.lowerBound] }
    _modify { yield &drafts[day - span.lowerBound] }
  }

  private mutating func readStretches(_ connection: Connection) throws(SQLiteError) {
    let stretched = try connection.rows(
      """
      SELECT day, sum(coalesce(duration_s, sets * hold_s)) / 60.0
      FROM stretch
      WHERE day BETWEEN ?1 AND ?2
      GROUP BY day
      """, span.bounds
    ) { (row) throws(SQLiteError) in (day: try row.day(0), minutes: try row.optionalReal(1)) }
    for stretch in stretched {
      self[stretch.day].isLogged = true
      self[stretch.day].stretchMinutes = stretch.minutes
    }
  }

  private mutating func readMarks(_ connection: Connection) throws(SQLiteError) {
    let marks = try connection.rows(
      "SELECT day, kind FROM day_mark WHERE day BETWEEN ?1 AND ?2", span.bounds
    ) { (row) throws(SQLiteError) in (day: try row.day(0), mark: DayMark(rawValue: try row.text(1)))
    }
    for (day, mark) in marks { self[day].mark = mark }
  }

  private mutating func readCrossTraining(_ connection: Connection) throws(SQLiteError) {
    let days = try connection.rows(
      "SELECT DISTINCT day FROM cross_training WHERE day BETWEEN ?1 AND ?2", span.bounds
    ) { (row) throws(SQLiteError) in try row.day(0) }
    for day in days { self[day].isLogged = true }
  }

  private mutating func readFlareUps(_ connection: Connection) throws(SQLiteError) {
    let flareUps = try connection.rows(
      "SELECT onset_day, end_day FROM flare_up WHERE onset_day <= ?1",
      .text(span.upperBound.description)
    ) { (row) throws(SQLiteError) in (onset: try row.day(0), end: try row.optionalDay(1)) }
    for (onset, end) in flareUps {
      // That it began or ended was written down on that day.
      for day in [onset, end ?? onset] where span.contains(day) { self[day].isLogged = true }
      let last = end ?? span.upperBound
      guard last >= span.lowerBound else { continue }
      for day in (onset...last).clamped(to: span) { self[day].isFlare = true }
    }
  }
}

extension Connection {
  /// The runs of `span`, taken together by day.
  fileprivate func runDays(in span: ClosedRange<Day>) throws(SQLiteError) -> [RunDay] {
    try rows(
      """
      SELECT
        day, count(*), count(start_time),
        min(unixepoch(start_time, (SELECT back FROM day_boundary)) % 86400),
        iif(count(distance_m) = count(*), sum(distance_m) / 1000.0, NULL),
        iif(count(duration_s) = count(*), sum(duration_s) / 60.0, NULL),
        iif(count(rpe * duration_s) = count(*), sum(rpe * duration_s) / 60.0, NULL),
        iif(count(ascent_m) = count(*), sum(ascent_m), NULL),
        iif(count(descent_m) = count(*), sum(descent_m), NULL),
        iif(count(steps) = count(*), sum(steps), NULL)
      FROM run
      WHERE day BETWEEN ?1 AND ?2
      GROUP BY day
      """, span.bounds
    ) { (row) throws(SQLiteError) in
      RunDay(
        day: try row.day(0), runs: try row.integer(1), starts: try row.integer(2),
        firstStart: try row.optionalInteger(3), distanceKm: try row.optionalReal(4),
        minutes: try row.optionalReal(5), load: try row.optionalReal(6),
        ascentM: try row.optionalReal(7), descentM: try row.optionalReal(8),
        steps: try row.optionalInteger(9))
    }
  }

  /// The check-ins of `span`, in no order.
  fileprivate func ratedCheckIns(
    in span: ClosedRange<Day>
  ) throws(SQLiteError) -> [RatedCheckIn] {
    try rows(
      """
      SELECT
        day, id, time IS NOT NULL,
        unixepoch(time, (SELECT back FROM day_boundary)) % 86400 AS second,
        unixepoch(time, (SELECT back FROM day_boundary)) % 86400
          < (SELECT unixepoch('12:00', back) % 86400 FROM day_boundary),
        moment, leg_pain, back_pain, reach, sitting_hours, sleep_hours
      FROM check_in
      WHERE day BETWEEN ?1 AND ?2
      """, span.bounds
    ) { (row) throws(SQLiteError) in
      RatedCheckIn(
        day: try row.day(0), id: try row.integer(1), isTimed: try row.integer(2) == 1,
        second: try row.optionalInteger(3), isBeforeNoon: try row.optionalInteger(4) == 1,
        declaredMoment: try row.optionalText(5).flatMap(PainRating.Moment.init),
        legPain: try row.optionalInteger(6), backPain: try row.optionalInteger(7),
        reach: try row.optionalInteger(8), sittingHours: try row.optionalReal(9),
        sleepHours: try row.optionalReal(10))
    }
  }

  /// Days of `span` for which an imported file tells of every run.
  fileprivate func coveredDays(
    in span: ClosedRange<Day>
  ) throws(SQLiteError) -> [ClosedRange<Day>] {
    try rows(
      "SELECT covers_from, covers_to FROM import WHERE covers_from <= ?2 AND covers_to >= ?1",
      span.bounds
    ) { (row) throws(SQLiteError) in
      (try row.day(0)...(try row.day(1))).clamped(to: span)
    }
  }
}

extension ClosedRange<Day> {
  /// The first and the last day, as values of a statement.
  fileprivate var bounds: [SQLiteValue] {
    [.text(lowerBound.description), .text(upperBound.description)]
  }
}
