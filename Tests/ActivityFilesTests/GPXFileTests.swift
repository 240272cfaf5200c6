import ActivityFiles
import Foundation
import Testing

/// Every GPX file of the shared data against what gpxpy 1.6 says of its tracks,
/// the gaps and the points to which nobody could have come left out.
@Suite struct GPXFileTests {
  /// The tracks of a file with two points or more.
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let tracks: [(metres: Double, start: Int?, seconds: Int?)]
    var testDescription: String { file }

    init(_ file: String, _ tracks: [(Double, Int?, Int?)]) {
      self.file = file
      self.tracks = tracks
    }
  }

  @Test(Shared.isNeeded, arguments: cases)
  func `Distance, start and time are those of gpxpy`(_ test: Case) throws {
    let bytes = try Shared.bytes("activities/gpx/\(test.file)")
    guard !test.tracks.isEmpty else {
      #expect(throws: ActivityFileError.self) { try gpxActivities(bytes) }
      return
    }
    let activities = try gpxActivities(bytes)
    try #require(activities.count == test.tracks.count)
    #expect(Set(activities.map(\.fingerprint)).count == activities.count)
    for (activity, track) in zip(activities, test.tracks) {
      // Its sphere is 0.1 % larger, it takes short ways for flat, and believes
      // coordinates that no place on earth has: the two files with such hold
      // here what the other points add up to.
      #expect(abs((activity.distanceM ?? 0) - track.metres) <= max(0.005 * track.metres, 0.1))
      #expect(activity.start?.utcSeconds == track.start)
      #expect(activity.elapsedSeconds.map { Int($0.rounded()) } == track.seconds)
    }
  }

  private static let cases: [Case] = [
    Case("coregpx_swift--GPXTest-DualLinks.gpx", [(1.6, 1543456138, 120)]),
    Case("coregpx_swift--GPXTest-TrackPointOnly.gpx", [(26504.7, 1543456138, 27260)]),
    Case("coregpx_swift--wptError.gpx", [(0, 1557476367, 6)]),
    Case("gpxpy--Mojstrovka.gpx", [(2700.6, nil, nil)]),
    Case("gpxpy--around-visnjan-with-car.gpx", [(2736.3, 1608272150, 514)]),
    Case(
      "gpxpy--cerknicko-jezero-no-creator.gpx",
      [
        (1733.5, 1281018239, 2469), (857.8, 1281021096, 155), (30.2, 1281021865, 21),
        (821.6, 1281022729, 288), (32.0, 1281023911, 201), (28.6, 1281024291, 13),
        (170.4, 1281024337, 1092),
      ]),
    Case(
      "gpxpy--cerknicko-jezero-with-elevations-zero.gpx",
      [
        (1733.5, 1281018239, 2469), (857.8, 1281021096, 155), (30.2, 1281021865, 21),
        (821.6, 1281022729, 288), (32.0, 1281023911, 201), (28.6, 1281024291, 13),
        (170.4, 1281024337, 1092),
      ]),
    Case(
      "gpxpy--cerknicko-jezero-without-elevations.gpx",
      [
        (1733.5, 1281018239, 2469), (857.8, 1281021096, 155), (30.2, 1281021865, 21),
        (821.6, 1281022729, 288), (32.0, 1281023911, 201), (28.6, 1281024291, 13),
        (170.4, 1281024337, 1078),
      ]),
    Case(
      "gpxpy--cerknicko-jezero.gpx",
      [
        (1733.5, 1281018239, 2469), (857.8, 1281021096, 155), (30.2, 1281021865, 21),
        (821.6, 1281022729, 288), (32.0, 1281023911, 201), (28.6, 1281024291, 13),
        (170.4, 1281024337, 1092),
      ]),
    Case(
      "gpxpy--cerknicko-without-times.gpx",
      [
        (1914.5, nil, nil), (874.2, nil, nil), (30.2, nil, nil), (1353.6, nil, nil),
        (32.0, nil, nil), (28.6, nil, nil), (347.0, 1281025372, 57),
      ]),
    Case("gpxpy--custom_schema_locations.gpx", []),
    Case("gpxpy--default_schema_locations.gpx", []),
    Case("gpxpy--first_and_last_elevation.gpx", [(25554.1, 1368865384, 4070)]),
    Case("gpxpy--gpx-with-node-with-comments.gpx", []),
    Case("gpxpy--gpx1.0_with_all_fields.gpx", []),
    Case("gpxpy--gpx1.1_with_all_fields.gpx", []),
    Case("gpxpy--gpx1.1_with_extensions.gpx", []),
    Case("gpxpy--gpx1.1_with_extensions_without_namespaces.gpx", []),
    Case("gpxpy--gpx_with_garmin_extension.gpx", []),
    Case(
      "gpxpy--korita-zbevnica.gpx",
      [(8645.2, nil, nil), (1800.2, 1286098590, 4552), (3296.5, 1286103430, 8541)]),
    Case("gpxpy--route.gpx", []),
    Case("gpxpy--track-with-empty-segment.gpx", [(85.9, 1373131586, 76)]),
    Case("gpxpy--track-with-extremes.gpx", [(2206.0, nil, nil)]),
    Case("gpxpy--track-with-less-sec-time.gpx", [(1.6, 1449844993, 1)]),
    Case("gpxpy--track-with-small-floats.gpx", [(9476.2, nil, nil)]),
    Case("gpxpy--track_with_dilution_errors.gpx", []),
    Case("gpxpy--track_with_speed.gpx", [(18.7, 1236002752, 13)]),
    Case("gpxpy--unicode.gpx", []),
    Case("gpxpy--unicode2.gpx", []),
    Case("gpxpy--unicode_with_bom.gpx", []),
    Case("gpxpy--unicode_with_bom_noencoding.gpx", []),
    Case("myaiguide--20151227.gpx", [(47640.0, 1451209628, 15258)]),
    Case("myaiguide--20171205.gpx", [(1036.4, 1512518131, 1753)]),
    Case("myaiguide--20180208.gpx", [(2366.2, 1518134997, 3638)]),
    Case("myaiguide--20200517.gpx", [(1707.8, 1589704613, 5692)]),
    Case("opentracks--gpx11_with_speed_no_namespace.gpx", [(76.5, 1631052619, 101)]),
    Case("opentracks--gpx11_without_speed.gpx", [(76.5, 1631052619, 101)]),
    Case("opentracks--gpx_timezone.gpx", []),
    Case("opentracks--legacy_gpx_pause_resume.gpx", [(0, 1610056319, 5)]),
    Case("opentracks--legacy_gpx_trackpointextensions_incorrect.gpx", [(222.3, 1580608923, 107)]),
  ]

  private func gpx(_ track: String) -> [UInt8] {
    Array("<gpx version='1.1' creator='watch'>\(track)</gpx>".utf8)
  }

  @Test func `A track tells its name, sport, heart rate, cadence and climb`() throws {
    let points = (0..<60).map { number in
      """
      <trkpt lat="51.0" lon="\(Double(number) * 0.0001)"><ele>\(number)</ele>
      <time>2026-11-22T17:00:\(number < 10 ? "0" : "")\(number)+01:00</time><extensions>
      <x:TrackPointExtension><x:hr>\(100 + number)</x:hr><x:cad>80</x:cad></x:TrackPointExtension>
      </extensions></trkpt>
      """
    }
    let activity = try #require(
      try gpxActivities(
        gpx(
          "<trk><name>Evening</name><desc>windy</desc><type>9</type>"
            + "<trkseg>\(points.joined())</trkseg></trk>")
      ).first)
    #expect(activity.sport == .run)
    #expect(activity.title == "Evening")
    #expect(activity.note == "windy")
    #expect(activity.device == "watch")
    #expect(activity.start?.utcOffsetMinutes == 60)
    #expect(activity.start?.localSeconds == 1_795_366_800)
    #expect(activity.heartRateAverage == 129.5)
    #expect(activity.heartRateMaximum == 159)
    #expect(activity.cadence == 160)
    #expect(activity.ascentM == 59)
    #expect(activity.elapsedSeconds == 59)
    #expect(activity.movingSeconds == 59)
  }

  @Test(arguments: [
    ("<rte><rtept lat='1' lon='1'/></rte>", "no track"), ("<trk></trk>", "no track"),
    ("<trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk>", "no track"), ("<trk>", "damaged"),
  ])
  func `What holds no track is refused with a reason`(track: String, reason: String) {
    let error = #expect(throws: ActivityFileError.self) { try gpxActivities(gpx(track)) }
    #expect(error?.description.contains(reason) == true)
  }
}

private func gpxActivities(_ bytes: [UInt8]) throws -> [ImportedActivity] {
  try GPXFile.activities(in: source(of: bytes)).map(\.activity)
}
