import ActivityFiles
import Foundation
import Testing

/// What files and archives are taken for, and what comes out of them.
@Suite struct ActivityReaderTests {
  private static let gpx = """
    <?xml version="1.0"?><gpx version="1.1" creator="A watch"><trk><name>Loop</name><trkseg>
    <trkpt lat="0" lon="0"><time>2026-10-01T06:00:00Z</time></trkpt>
    <trkpt lat="0" lon="0.01"><time>2026-10-01T06:06:00Z</time></trkpt></trkseg></trk></gpx>
    """
  private static let tcx = """
    <TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-10-02T06:00:00Z</Id>
    <Lap StartTime="2026-10-02T06:00:00Z"><TotalTimeSeconds>600</TotalTimeSeconds>
    <DistanceMeters>2000</DistanceMeters></Lap></Activity></Activities></TrainingCenterDatabase>
    """
  private static let workouts = """
    <!DOCTYPE HealthData [<!-- a > b --><!ELEMENT HealthData (Workout*)>]><HealthData>
    <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min"
    startDate="2026-10-03 08:00:00 +0200" endDate="2026-10-03 08:30:00 +0200"/></HealthData>
    """

  private static var fit: [UInt8] {
    var builder = FITBuilder()
    builder.addFileID()
    builder.addSession()
    return builder.file()
  }

  @Test func `A file is known by its content`() throws {
    #expect(try Reading(Self.fit).format == .fit)
    #expect(try Reading(Self.gpx).format == .gpx)
    #expect(try Reading("\u{FEFF}<!-- of a watch -->" + Self.tcx).format == .tcx)
    #expect(try Reading(Self.workouts).format == .appleHealth)
    let wide = Array(Self.gpx.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Reading([0xFF, 0xFE] + wide).format == .gpx)
  }

  @Test func `What is of no kind known is refused with a reason`() throws {
    let refusals: [(String, String)] = [
      ("", "The file is empty."),
      ("day,pain\n2026-10-01,3\n", "The table is not a recognised export."),
      ("<svg><path/></svg>", "The XML is not GPX, TCX or an Apple Health export."),
      ("{\"a\": 1}", "The JSON is not a recognised export."),
      ("\u{1}\u{2}\u{0}\u{3}", "The file is of an unknown type."),
      ("<", "The file is of an unknown type."),
    ]
    for (text, reason) in refusals {
      #expect(throws: ActivityFileError(reason)) { try Reading(text) }
    }
    #expect(throws: ActivityFileError.unknownTable) { try Reading("a,b\n1,2\n") }
  }

  @Test func `What is packed alone is refused as if it were not`() throws {
    #expect(throws: ActivityFileError.unknownTable) {
      try Reading(gzip(Array("a,b\n1,2\n".utf8)))
    }
    #expect(throws: ActivityFileError.self) { try Reading(gzip(Array("<gpx><trk>".utf8))) }
  }

  @Test func `Archives in archives are read, and what is no activity is named`() throws {
    let inner = try zip([
      .init("a.tcx", Self.tcx), .init("b.fit.gz", try gzip(Self.fit)),
      .init("steps.csv", "day,steps\n1,2\n"),
    ])
    let outer = try zip([
      .init("export/run.gpx.gz", try gzip(Array(Self.gpx.utf8))), .init("export/part.zip", inner),
      .init("photo.jpg", [0xFF, 0xD8, 0]), .init("broken.gpx", "<gpx><trk>"),
    ])
    let reading = try Reading(outer)
    #expect(reading.format == .archive)
    #expect(reading.activities.count == 3)
    #expect(
      Set(reading.findings.compactMap(\.path)) == [
        "export/run.gpx.gz", "export/part.zip/a.tcx", "export/part.zip/b.fit.gz",
        "export/part.zip/steps.csv", "photo.jpg", "broken.gpx",
      ])
    #expect(Set(reading.others) == ["export/part.zip/steps.csv", "photo.jpg"])
    #expect(reading.reasons.count == 1)
  }

  @Test func `Names in any encoding are no conflict`() throws {
    let named = try Reading(zip([.init("Course à pied.gpx", Self.gpx)]))
    #expect(named.findings.map(\.path) == ["Course à pied.gpx"])

    // The name in Latin-1, as old programs pack it without saying so.
    var bytes = try zip([.init("Course @ pied.gpx", Self.gpx)])
    for start in bytes.indices where bytes[start...].starts(with: "Course @".utf8) {
      bytes[start + 7] = 0xE0
    }
    let reading = try Reading(bytes)
    #expect(reading.activities.map(\.title) == ["Loop"])
    #expect(reading.findings.first?.path?.hasSuffix("pied.gpx") == true)
  }

  @Test func `Packing does not change what a recording is known by`() throws {
    let plain = try Reading(Self.gpx)
    let packed = try Reading(gzip(Array(Self.gpx.utf8)))
    #expect(packed.format == .gpx)
    #expect(packed.activities == plain.activities)
    #expect(plain.activities.map(\.fingerprint) == [Fingerprint(of: Self.gpx.utf8)])
  }

  @Test func `A source that gives a byte at a time is read the same`() throws {
    let bytes = try zip([.init("a.gpx", Self.gpx), .init("b.fit", Self.fit)])
    var rest = bytes[...]
    var activities = 0
    _ = try ActivityReader.read { buffer in
      guard let byte = rest.popFirst() else { return 0 }
      buffer[0] = byte
      return 1
    } _: {
      if case .activity = $0.outcome { activities += 1 }
    }
    #expect(activities == 2)
  }

  @Test func `An archive without activities is refused, and so is one cut short`() throws {
    #expect(
      throws: ActivityFileError("The archive contains no known type of activity.")
    ) { try Reading(zip([.init("a.txt", "hello")])) }
    let whole = try zip([.init("a.gpx", Self.gpx), .init("b.tcx", Self.tcx)])
    #expect(throws: ActivityFileError.self) { try Reading(Array(whole.prefix(whole.count / 2))) }
    #expect(throws: ActivityFileError.self) {
      try Reading(Array(gzip(Array(Self.gpx.utf8)).dropLast(20)))
    }
  }

  @Test func `What a broken file holds up to the damage is kept`() throws {
    let cut = Self.workouts.replacing("</HealthData>", with: "<Workout")
    let reading = try Reading(zip([.init("a.xml", cut), .init("b.gpx", Self.gpx)]))
    #expect(reading.activities.map(\.sport) == [.run, .unknown])
    #expect(
      reading.findings.map(\.warnings) == [
        ["The file is cut short; everything up to there was read."], [],
      ])
    #expect(reading.reasons.isEmpty)
  }

  @Test func `The tracks that Apple Health adds to its workouts are none of their own`() throws {
    let route = Self.gpx.replacing("A watch", with: "Apple Health Export")
    let reading = try Reading(
      zip([
        .init("apple_health_export/workout-routes/route.gpx", route),
        .init("apple_health_export/export.xml", Self.workouts),
        .init("apple_health_export/export_cda.xml", "<ClinicalDocument/>"),
      ]))
    #expect(reading.format == .appleHealth)
    #expect(reading.activities.map(\.sport) == [.run])
    #expect(reading.others.count == 2)
  }

  @Test func `A Takeout holds the activities of Google Fit beside its daily totals`() throws {
    let days = "Date,Calories (kcal),Distance (m),Average speed (m/s)\n2026-10-02,1,2,3\n"
    let reading = try Reading(
      zip([.init("Takeout/Fit/a.tcx", Self.tcx), .init("Takeout/Fit/days.csv", days)]))
    #expect(reading.format == .googleFit)
    #expect(reading.activities.map(\.distanceM) == [2000])
    #expect(reading.others == ["Takeout/Fit/days.csv"])
    #expect(throws: ActivityFileError.self) { try Reading(days) }
  }

  @Test func `What the reader of findings throws ends the reading`() throws {
    struct Enough: Error {}
    let bytes = try zip([.init("a.gpx", Self.gpx)])
    #expect(throws: Enough.self) {
      try ActivityReader.read(source(of: bytes)) { _ in throw Enough() }
    }
    #expect(throws: Enough.self) {
      try ActivityReader.read({ _ in throw Enough() }) { _ in }
    }
  }
}
