import ActivityFiles
import Testing

/// Metres downhill and steps, and how much a source is worth.
@Suite struct DescentAndStepsTests {
  @Test(
    arguments: [
      // Strides, seconds, steps.
      (5000, 3500, 10_000), (10_000, 3500, 10_000), (0, 3500, nil), (4_000_000, 3500, nil),
    ] as [(UInt32, UInt32, Double?)])
  func `FIT counts the strides of a run`(strides: UInt32, seconds: UInt32, steps: Double?) throws {
    let run = try onlyActivity {
      $0.addSession(
        .uint32(10, strides), .uint32(8, seconds * 1000), .uint16(23, 87), .uint16(22, 90))
    }
    #expect(run.steps == steps)
    #expect(run.ascentM == 90)
    #expect(run.descentM == 87)
    #expect(run.evidence == .sensorRecording)
    let ride = try onlyActivity { $0.addSession(sport: 2, .uint32(10, strides)) }
    #expect(ride.steps == nil)
  }

  @Test func `The laps of a FIT file tell what the session does not`() throws {
    let run = try onlyActivity {
      $0.addSession()
      for start in [0, 1800] as [UInt32] {
        $0.add(
          19, .uint32(2, FITBuilder.noon + start), .uint32(7, 1_800_000), .uint32(10, 2500),
          .uint16(22, 20))
      }
    }
    #expect(run.steps == 10_000)
    #expect(run.descentM == 40)
  }

  private func tcx(_ lap: String, _ points: String = "") throws -> ImportedActivity {
    let text = """
      <TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-10-03T07:00:00Z</Id>
      <Lap StartTime="2026-10-03T07:00:00Z">\(lap)<Track>\(points)</Track></Lap></Activity></Activities>
      </TrainingCenterDatabase>
      """
    return try #require(try Reading(text).activities.first)
  }

  private let points = (0...60).map { number in
    """
    <Trackpoint><Time>2026-10-03T07:\(number / 2 + 10):\(number % 2 * 3)0Z</Time>
    <AltitudeMeters>\(200 - number)</AltitudeMeters><DistanceMeters>\(number * 50)</DistanceMeters></Trackpoint>
    """
  }.joined()

  @Test func `TCX tells steps in an extension`() throws {
    let run = try tcx(
      "<TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>3000</DistanceMeters>"
        + "<Extensions><ns3:LX><ns3:Steps>4800</ns3:Steps></ns3:LX></Extensions>", points)
    #expect(run.steps == 4800)
    #expect(run.descentM == 60)
    #expect(run.ascentM == 0)
    #expect(run.evidence == .sensorRecording)
  }

  @Test(arguments: [
    "", "<TotalTimeSeconds>0</TotalTimeSeconds><DistanceMeters>0</DistanceMeters>",
    "<TotalTimeSeconds>0.02</TotalTimeSeconds><DistanceMeters>0.0</DistanceMeters>",
    "<TotalTimeSeconds>1e9</TotalTimeSeconds><DistanceMeters>1e9</DistanceMeters>",
    "<TotalTimeSeconds>nan</TotalTimeSeconds><DistanceMeters>inf</DistanceMeters>",
    "<TotalTimeSeconds>-5</TotalTimeSeconds><DistanceMeters>-5</DistanceMeters>",
  ])
  func `Where the sums of TCX are missing or cannot be true the points tell`(lap: String) throws {
    let run = try tcx(lap, points)
    #expect(run.movingSeconds == 1800)
    #expect(run.elapsedSeconds == 2400)
    #expect(run.distanceM == 3000)
  }

  @Test func `A decimal comma is one`() throws {
    let run = try tcx(
      "<TotalTimeSeconds>1800,5</TotalTimeSeconds><DistanceMeters>5020,5</DistanceMeters>")
    #expect(run.movingSeconds == 1800.5)
    #expect(run.distanceM == 5020.5)
    let gpx = """
      <gpx><trk><trkseg><trkpt lat="50,000" lon="7,0"><time>2026-10-03T07:00:00Z</time></trkpt>
      <trkpt lat="50,001" lon="7,0"><time>2026-10-03T07:00:20Z</time></trkpt></trkseg></trk></gpx>
      """
    #expect(abs((try Reading(gpx).activities.first?.distanceM ?? 0) - 111.2) < 0.1)
  }

  @Test func `A time that cannot be read is told from none`() throws {
    func gpx(_ time: String) throws -> ImportedActivity? {
      try Reading(
        "<gpx><trk><trkseg><trkpt lat='1' lon='1'>\(time)</trkpt><trkpt lat='1' lon='1.0001'>\(time)</trkpt>"
          + "</trkseg></trk></gpx>"
      ).activities.first
    }
    #expect(try gpx("<time>yesterday</time>")?.hasUnreadableStart == true)
    #expect(try gpx("")?.hasUnreadableStart == false)
    #expect(try gpx("<time>2026-10-03T07:00:00Z</time>")?.hasUnreadableStart == false)
  }
}
