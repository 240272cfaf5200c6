import ActivityFiles
import Foundation
import Testing

/// Every TCX file of the shared data against sums over its laps made with lxml.
@Suite struct TCXFileTests {
  /// The activities of a file.
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let activities: [(sport: Sport, start: Int, metres: Double, seconds: Double, laps: Int)]
    var testDescription: String { file }

    init(_ file: String, _ activities: [(Sport, Int, Double, Double, Int)]) {
      self.file = file
      self.activities = activities
    }
  }

  @Test(Shared.isNeeded, arguments: cases)
  func `Sport, start, distance and time are those of the laps`(_ test: Case) throws {
    let bytes = try Shared.bytes("activities/tcx/\(test.file)")
    let activities = try tcxActivities(bytes)
    try #require(activities.count == test.activities.count)
    for (activity, expected) in zip(activities, test.activities) {
      #expect(activity.sport == expected.sport)
      #expect(abs((activity.start?.utcSeconds ?? 0) - expected.start) <= 1)
      #expect(abs((activity.movingSeconds ?? 0) - expected.seconds) < 0.1)
      #expect(abs((activity.elapsedSeconds ?? 0) - expected.seconds) < 2)
      #expect(activity.laps == expected.laps)
      // A lap of nought metres does not say how far it was; the places may.
      if expected.metres > 0 {
        #expect(abs((activity.distanceM ?? 0) - expected.metres) <= 0.1)
      }
    }
  }

  private static let cases: [Case] = [
    Case(
      "tcx_myaiguide--2015-11-23T13_18_42-05_00_PT50S_Course à pied.tcx",
      [(.run, 1448302723, 0.0, 50.7, 1)]),
    Case(
      "tcx_myaiguide--2015-11-24T05_23_26-05_00_PT17S_Course à pied.tcx",
      [(.run, 1448360606, 7.4, 17.0, 1)]),
    Case(
      "tcx_myaiguide--2015-12-28T03_19_20-05_00_PT1H13M31S_Course à pied.tcx",
      [(.run, 1451290761, 0.0, 4411.2, 1)]),
    Case(
      "tcx_myaiguide--2015-12-29T10_00_01-05_00_PT1H31M16S_Course à pied.tcx",
      [(.run, 1451401202, 0.0, 5476.2, 1)]),
    Case(
      "tcx_myaiguide--2018-08-09T16_01_12-04_00_PT11M_Course à pied.tcx",
      [(.run, 1533844873, 501.8, 660.0, 1)]),
    Case(
      "tcx_myaiguide--2018-12-24T17_02_17-05_00_PT13M9S_Course à pied.tcx",
      [(.run, 1545688938, 415.7, 790.0, 1)]),
    Case(
      "tcx_myaiguide--2019-01-28T19_07_53-05_00_PT11M_Course à pied.tcx",
      [(.run, 1548720473, 219.9, 660.0, 1)]),
    Case(
      "tcx_myaiguide--2019-02-07T18_54_55-05_00_PT27M14S_Course à pied.tcx",
      [(.run, 1549583695, 2395.9, 1598.0, 1), (.run, 1549585293, 141.5, 36.3, 1)]),
    Case(
      "tcx_myaiguide--2020-03-06T13_18_28+01_00_PT8M14.057S_Running.tcx",
      [(.run, 1583497109, 677.6, 494.1, 1)]),
    Case(
      "tcx_myaiguide--2020-04-25T11_32_32+02_00_PT17M9.868S_Walking,Runn.tcx",
      [
        (.walk, 1587807129, 74.1, 179.3, 1), (.run, 1587807872, 0.0, 60.5, 1),
        (.walk, 1587807933, 69.3, 758.1, 1), (.walk, 1587808691, 305.3, 482.0, 1),
        (.run, 1587809450, 42.7, 147.5, 1), (.walk, 1587810297, 86.8, 240.5, 1),
        (.walk, 1587810537, 12.0, 69.7, 1),
      ]),
    Case(
      "tcx_myaiguide--2020-05-22T18_18_03+02_00_PT5M0.980S_Running.tcx",
      [(.run, 1590164283, 447.1, 301.0, 1)]),
    Case(
      "tcx_myaiguide--2020-06-12T20_28_33+02_00_PT16M3.728S_Walking,Runn.tcx",
      [
        (.walk, 1591986513, 311.3, 334.1, 1), (.run, 1591987156, 124.2, 61.9, 1),
        (.walk, 1591987609, 66.7, 219.4, 1), (.walk, 1591988478, 431.7, 480.9, 1),
        (.walk, 1591988959, 21.1, 23.5, 1),
      ]),
    Case(
      "tcx_myaiguide--2020-10-11T14_14_14+02_00_PT19M41.199S_Walking.tcx",
      [(.walk, 1602418454, 1219.9, 1111.4, 1), (.walk, 1602420356, 42.7, 116.4, 1)]),
    Case(
      "tcx_myaiguide--2020-10-11T16_08_11+02_00_PT17M16.749S_Running.tcx",
      [
        (.run, 1602425292, 277.1, 573.0, 1), (.run, 1602426294, 214.3, 386.9, 1),
        (.run, 1602427239, 97.5, 76.8, 1),
      ]),
    Case(
      "tcx_myaiguide--2020-10-11T17_37_49+02_00_PT21M14.505S_Walking,Run.tcx",
      [
        (.walk, 1602429559, 176.6, 1286.7, 1), (.walk, 1602430821, 436.5, 522.1, 1),
        (.run, 1602431344, 99.9, 76.1, 1), (.walk, 1602431420, 92.4, 99.7, 1),
        (.walk, 1602431519, 39.4, 96.8, 1), (.walk, 1602431596, 327.7, 450.1, 1),
      ]),
    Case(
      "tcx_myaiguide--2020-10-11T18_16_34+02_00_PT14M21.290S_Walking.tcx",
      [(.walk, 1602432920, 1105.1, 935.7, 1)]),
    Case(
      "tcx_myaiguide--2020-12-05T11_40_01+01_00_PT8M30.510S_Running.tcx",
      [(.run, 1607164802, 582.9, 510.5, 1)]),
    Case("tcxparser--no_hr.tcx", [(.run, 1356557393, 4689.2, 1992.8, 3)]),
    Case(
      "tcxparser--sup_activity_1.tcx", [(.unrecognised("other"), 1657987705, 1157.5, 1112.3, 2)]),
    Case("tcxparser--test.tcx", [(.run, 1356557393, 4689.2, 1992.8, 3)]),
    Case(
      "tcxreader--cross-country-skiing_activity_1.tcx",
      [(.unrecognised("other"), 1608995661, 5692.0, 2401.3, 2)]),
    Case("tcxreader--mapmyride_biking.tcx", [(.ride, 1668268705, 15350.4, 3111.0, 1)]),
    Case(
      "tcxreader--sup_activity_1.tcx", [(.unrecognised("other"), 1657987705, 1157.5, 1112.3, 2)]),
  ]

  private func tcx(_ body: String) -> [UInt8] {
    Array("<TrainingCenterDatabase>\(body)</TrainingCenterDatabase>".utf8)
  }

  @Test func `Laps without sums leave the points to tell`() throws {
    let activity = try #require(
      try tcxActivities(
        tcx(
          """
          <Activities><Activity Sport="Running"><Id>2026-11-22T06:00:00Z</Id>
          <Lap StartTime="2026-11-22T06:00:00Z"><Track>
          <Trackpoint><Time>2026-11-22T06:00:00Z</Time><DistanceMeters>0</DistanceMeters>
          <HeartRateBpm><Value>100</Value></HeartRateBpm></Trackpoint>
          <Trackpoint><Time>2026-11-22T06:10:00Z</Time><DistanceMeters>2000</DistanceMeters>
          <HeartRateBpm><Value>140</Value></HeartRateBpm>
          <Extensions><TPX><RunCadence>84</RunCadence></TPX></Extensions></Trackpoint>
          </Track></Lap><Creator><Name>Forerunner</Name></Creator></Activity></Activities>
          """)
      ).first)
    #expect(activity.distanceM == 2000)
    #expect(activity.elapsedSeconds == 600)
    #expect(activity.movingSeconds == 600)
    #expect(activity.heartRateAverage == 120)
    #expect(activity.heartRateMaximum == 140)
    #expect(activity.cadence == 168)
    #expect(activity.device == "Forerunner")
    #expect(activity.start?.utcOffsetMinutes == nil)
  }

  @Test(arguments: [
    ("<Courses><Course><Lap/></Course></Courses>", "course"), ("", "no activities"),
    ("<Activities><Activity></Activities>", "damaged"),
  ])
  func `What holds no activity is refused with a reason`(body: String, reason: String) {
    let error = #expect(throws: ActivityFileError.self) { try tcxActivities(tcx(body)) }
    #expect(error?.description.contains(reason) == true)
  }
}

private func tcxActivities(_ bytes: [UInt8]) throws -> [ImportedActivity] {
  try TCXFile.activities(in: source(of: bytes)).map(\.activity)
}
