import ActivityFiles
import Testing

/// What the workouts of Apple Health tell, whatever is odd about one of them.
@Suite struct AppleHealthWorkoutTests {
  private static let day = "2026-10-05 07:00:00 +0200"

  private func workout(
    _ type: String = "Running", _ inner: String = "", start: String = day,
    duration: String = "30", more: String = ""
  ) -> String {
    """
    <Workout workoutActivityType="HKWorkoutActivityType\(type)" duration="\(duration)"
    durationUnit="min" sourceName="Watch" startDate="\(start)" endDate="2026-10-05 07:31:00 +0200"
    \(more)>\(inner)</Workout>
    """
  }

  private func statistic(_ type: String, _ attributes: String) -> String {
    "<WorkoutStatistics type=\"HKQuantityTypeIdentifier\(type)\" \(attributes)/>"
  }

  private func read(_ workouts: String...) throws -> [ImportedActivity] {
    try Reading("<HealthData>\(workouts.joined())</HealthData>").activities
  }

  @Test(
    arguments: [
      ("sum=\"0\" unit=\"km\"", nil), ("unit=\"km\"", nil), ("sum=\"5\"", nil),
      ("sum=\"\" unit=\"km\"", nil),
      ("sum=\"5\" unit=\"league\"", nil), ("sum=\"-5\" unit=\"km\"", nil),
      ("sum=\"nan\" unit=\"km\"", nil),
      ("sum=\"inf\" unit=\"km\"", nil), ("sum=\"1e300\" unit=\"km\"", nil),
      ("sum=\"x\" unit=\"km\"", nil),
      ("sum=\"5,02\" unit=\"km\"", 5020), ("sum=\"5.02\" unit=\"km\"", 5020),
      ("sum=\"5.020,5\" unit=\"m\"", 5020.5), ("sum=\"5,020.5\" unit=\"m\"", 5020.5),
      ("sum=\"٥٫٠٢\" unit=\"km\"", 5020), ("sum=\"1\" unit=\"mi\"", 1609.344),
      ("sum=\"1000\" unit=\"yd\"", 914.4),
    ] as [(String, Double?)])
  func `A distance that is none leaves the workout without`(amount: String, metres: Double?) throws
  {
    let runs = try read(
      workout("Running", statistic("DistanceWalkingRunning", amount)),
      workout("Walking", statistic("DistanceWalkingRunning", "sum=\"2\" unit=\"km\"")))
    #expect(runs.map(\.sport) == [.run, .walk])
    #expect(runs.last?.distanceM == 2000)
    #expect(runs.first?.movingSeconds == 1800)
    if let metres {
      #expect(abs((runs.first?.distanceM ?? 0) - metres) < 0.001)
    } else {
      #expect(runs.first?.distanceM == nil)
      let old = workout(
        "Running", statistic("DistanceWalkingRunning", amount),
        more: "totalDistance=\"4\" totalDistanceUnit=\"km\"")
      #expect(try read(old).first?.distanceM == (amount.contains("1e300") ? nil : 4000))
    }
  }

  @Test func `What a part tells is not the whole`() throws {
    let part = """
      <WorkoutActivity uuid="1" duration="5" durationUnit="min">\
      <WorkoutEvent type="HKWorkoutEventTypeLap"/>\
      <MetadataEntry key="HKElevationAscended" value="100 cm"/>\
      \(statistic("DistanceWalkingRunning", "sum=\"1.5\" unit=\"km\""))\
      \(statistic("HeartRate", "average=\"100\" maximum=\"120\""))\
      \(statistic("StepCount", "sum=\"900\" unit=\"count\""))</WorkoutActivity>
      """
    let whole = """
      <MetadataEntry key="HKElevationAscended" value="2500 cm"/>\
      <MetadataEntry key="HKElevationDescended" value="24 m"/>\
      \(statistic("DistanceWalkingRunning", "sum=\"6\" unit=\"km\""))\
      \(statistic("HeartRate", "average=\"150,5\" maximum=\"180\""))\
      \(statistic("StepCount", "sum=\"4800\" unit=\"count\""))
      """
    for inner in [whole + part + part, part + part + whole] {
      let run = try #require(try read(workout("Running", inner)).first)
      #expect(run.distanceM == 6000)
      #expect(run.ascentM == 25)
      #expect(run.descentM == 24)
      #expect(run.heartRateAverage == 150.5)
      #expect(run.heartRateMaximum == 180)
      #expect(run.steps == 4800)
      #expect(run.cadence == 160)
      #expect(run.evidence == .serviceTable)
    }
    // Some exports tell all of it only in the parts.
    let run = try #require(try read(workout("Running", part + part)).first)
    #expect(run.distanceM == 3000)
    #expect(run.ascentM == 2)
    #expect(run.steps == 1800)
  }

  @Test func `The way to the pool is no swim`() throws {
    let inner =
      statistic("DistanceSwimming", "sum=\"1000\" unit=\"m\"")
      + statistic("DistanceWalkingRunning", "sum=\"80\" unit=\"m\"")
    #expect(try read(workout("Swimming", inner)).map(\.distanceM) == [1000])
  }

  @Test(arguments: [
    ("Running", Sport.run), ("Walking", .walk), ("Hiking", .walk), ("Cycling", .ride),
    ("Swimming", .swim),
    ("SwimBikeRun", .other("swimbikerun")), ("WheelchairRunPace", .other("wheelchairrunpace")),
    ("CrossCountrySkiing", .other("crosscountryskiing")), ("Golf", .other("golf")),
    ("TraditionalStrengthTraining", .other("traditionalstrengthtraining")),
    ("Rowing", .other("rowing")),
    ("Other", .unrecognised("other")), ("SnowshoeRunning", .other("snowshoerunning")),
  ])
  func `Types are told by whole words`(type: String, sport: Sport) throws {
    #expect(try read(workout(type)).map(\.sport) == [sport])
  }

  @Test func `The clock of the phone may have twelve hours`() throws {
    let runs = try read(
      workout(start: "2026-10-05 7:00:00\u{202F}AM +0200"),
      workout(start: "2026-10-05 7:00:00 am +0200"),
      workout(start: "the fifth"), workout(start: ""))
    #expect(runs.map { $0.start?.utcSeconds } == [1_791_176_400, 1_791_176_400, nil, nil])
    #expect(runs.map { $0.start?.localSeconds } == [1_791_183_600, 1_791_183_600, nil, nil])
    #expect(runs.map(\.hasUnreadableStart) == [false, false, true, false])
    #expect(runs[0].elapsedSeconds == 1860)
  }

  @Test func `An export that is cut short keeps its workouts`() throws {
    let text =
      "<HealthData>" + workout() + workout("Walking", start: "2026-10-05 07:30:00 +0200") + "<Rec"
    let findings = try Reading(text).findings
    #expect(findings.map(\.warnings.count) == [0, 1])
  }
}
