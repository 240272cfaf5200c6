import ActivityFiles
import Testing

/// A thousand mutations of a small file for each reader: whatever happens to it,
/// it is read or refused with a sentence, and never ends the program.
@Suite struct MutationTests {
  private static let gpx = """
    <?xml version="1.0" encoding="UTF-8"?>
    <gpx version="1.1" creator="watch"><trk><name>Caf&amp; &eacute;</name><desc>é</desc><type>running</type>
    <trkseg><trkpt lat="50.0" lon="7.0"><ele>10</ele><time>2026-10-04T07:00:00Z</time><hr>150</hr></trkpt>
    <trkpt lat="50.0001" lon="7.0"><ele>19</ele><time>2026-10-04T07:00:05Z</time><cad>80</cad></trkpt>
    </trkseg><trkseg><trkpt lat="0" lon="0"><time>2026-10-04T07:00:09Z</time></trkpt>
    <trkpt lat="50.0009" lon="7.0"><ele>10</ele><time>2026-10-04T07:05:00.5+02:00</time></trkpt>
    </trkseg></trk></gpx>
    """
  private static let tcx = """
    <?xml version="1.0"?><TrainingCenterDatabase><Activities><Activity Sport="Running">
    <Id>2026-10-03T7:00:00.139 PMZ</Id><Lap StartTime="2026-10-03T07:00:00Z">
    <TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5000</DistanceMeters>
    <AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm><Track><Trackpoint>
    <Time>2026-10-03T07:00:00Z</Time><Position><LatitudeDegrees>50</LatitudeDegrees>
    <LongitudeDegrees>7</LongitudeDegrees></Position><AltitudeMeters>9</AltitudeMeters>
    <DistanceMeters>0</DistanceMeters></Trackpoint><Trackpoint><Time>2026-10-03T07:30:00Z</Time>
    <DistanceMeters>5000</DistanceMeters><Cadence>80</Cadence></Trackpoint></Track><Extensions><LX>
    <Steps>4000</Steps></LX></Extensions></Lap></Activity></Activities></TrainingCenterDatabase>
    """
  private static let apple = """
    <HealthData><Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30,5"
    durationUnit="min" sourceName="W" startDate="2026-10-05 7:00:00\u{202F}AM +0200"
    endDate="2026-10-05 7:30:00\u{202F}AM +0200" totalDistance="5" totalDistanceUnit="km">
    <WorkoutActivity><WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="9"/>
    </WorkoutActivity><MetadataEntry key="HKElevationAscended" value="900 cm"/>
    <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5,02" unit="km"/>
    <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="150" maximum="170"/>
    </Workout></HealthData>
    """

  private static let fit = fitFile {
    $0.addFileID()
    for second in stride(from: 0 as UInt32, through: 3600, by: 60) {
      $0.add(20, .uint32(253, FITBuilder.noon + second), .uint32(5, second * 250), .uint8(3, 140))
    }
    $0.add(19, .uint32(2, FITBuilder.noon), .uint32(7, 3_600_000), .uint32(10, 5000))
    $0.addSession(.uint32(10, 5000), .uint16(23, 40))
  }

  private static func file(_ kind: String) throws -> [UInt8] {
    switch kind {
    case "gpx": Array(gpx.utf8)
    case "tcx": Array(tcx.utf8)
    case "apple": Array(apple.utf8)
    case "utf16": [0xFF, 0xFE] + gpx.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "windows1251": Array(gpx.replacing("UTF-8", with: "windows-1251").utf8)
    case "fit": fit
    case "gz": try gzip(Array(tcx.utf8))
    default:
      try zip([
        PackedFile("a.gpx", gpx), PackedFile("b.tcx.gz", gzip(Array(tcx.utf8))),
        PackedFile("c.fit", fit),
        PackedFile("export.xml", apple),
      ])
    }
  }

  /// What damage and careless programs put into files.
  private static let pieces: [[UInt8]] = [
    "&", "<", "<!--", "<![CDATA[", "]]>", "<?xml ?>", "&#0;", "&nbsp;", "</trk>", "\0", "\u{FEFF}",
    "é",
    "1e308", "-1e308", "nan", "inf", "99999999999999999999", "2999-12-31T23:59:60+15:59", " PM",
    "0x1p9",
    "sum=\"\"", "unit=\"km\"", "<Workout ", "<Lap>", "<trkpt lat='90' lon='180'/>",
  ].map { Array($0.utf8) }

  private static func mutated(
    _ bytes: [UInt8], _ random: inout SplitMix64
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      guard !bytes.isEmpty else { break }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.removeSubrange(place...)
      default:
        bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  @Test(arguments: ["gpx", "tcx", "apple", "utf16", "windows1251", "fit", "gz", "zip"])
  func `A thousand mutations are read or refused`(kind: String) throws {
    let bytes = try Self.file(kind)
    #expect(try !Reading(bytes).activities.isEmpty)
    var random = SplitMix64(seed: 13)
    var read = 0
    for _ in 0..<1000 {
      do {
        let reading = try Reading(Self.mutated(bytes, &random))
        read += 1
        for activity in reading.activities { check(activity) }
        #expect(reading.reasons.allSatisfy { $0.hasSuffix(".") })
      } catch let error as ActivityFileError {
        #expect(error.description.hasSuffix("."))
      }
    }
    #expect(read > 50)
  }

  /// Numbers are ones that an activity can have.
  private func check(_ activity: ImportedActivity) {
    let numbers = [
      activity.elapsedSeconds, activity.movingSeconds, activity.distanceM, activity.ascentM,
      activity.descentM, activity.steps, activity.heartRateAverage, activity.heartRateMaximum,
      activity.cadence, activity.rpe,
    ]
    for number in numbers.compactMap(\.self) {
      #expect(number.isFinite && number >= 0 && number <= 10_000_000)
    }
  }
}
