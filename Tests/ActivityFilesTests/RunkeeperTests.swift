import ActivityFiles
import Testing

/// Runkeeper's table, alone and with its tracks.
@Suite struct RunkeeperTests {
  private static let kilometres = """
    Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),\
    Calories Burned,Climb (m),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File
    0a1b,2026-10-01 08:00:30,Running,Loop,10.02,1:02:33,6:15,9.61,700,55,150,,"Easy, no pain",\
    2026-10-01-0800.gpx

    """

  private static let track = """
    <gpx creator="Runkeeper"><trk><trkseg>
    <trkpt lat="0" lon="0"><time>2026-10-01T06:00:00Z</time></trkpt>
    <trkpt lat="0" lon="0.01"><time>2026-10-01T07:02:00Z</time></trkpt></trkseg></trk></gpx>
    """

  @Test func `The units are those of the header`() throws {
    let activity = try #require(Reading(Self.kilometres).activities.first)
    #expect(activity.sport == .run)
    #expect(activity.serviceID == "runkeeper:0a1b")
    #expect(activity.start == ActivityStart(utcSeconds: nil, localSeconds: 1_790_841_630))
    #expect(activity.distanceM == 10_020)
    #expect(activity.movingSeconds == 3753)
    #expect(activity.ascentM == 55)
    #expect(activity.heartRateAverage == 150)
    #expect(activity.title == "Loop")
    #expect(activity.note == "Easy, no pain")

    let miles = Self.kilometres.replacing("Distance (km)", with: "Distance (mi)")
      .replacing("Climb (m)", with: "Climb (ft)")
    let other = try #require(Reading(miles).activities.first)
    #expect(other.distanceM == 10.02 * 1609.344)
    #expect(other.ascentM == 55 * 0.3048)
  }

  @Test func `The track of a row tells what its clock was ahead of UTC`() throws {
    let reading = try Reading(
      zip([
        .init("2026-10-01-0800.gpx", Self.track), .init("cardioActivities.csv", Self.kilometres),
        .init("measurements.csv", "Date,Type,Value\n"),
      ]))
    #expect(reading.format == .runkeeper)
    #expect(reading.activities.count == 1)
    let activity = try #require(reading.activities.first)
    #expect(
      activity.start
        == ActivityStart(
          utcSeconds: 1_790_834_430, localSeconds: 1_790_841_630))
    #expect(activity.distanceM == 10_020)
    #expect(activity.elapsedSeconds == 3720)
    #expect(activity.fingerprint == Fingerprint(of: Self.track.utf8))
  }

  @Test func `A track at another time does not tell it`() throws {
    let track = Self.track.replacing("06:00:00Z", with: "06:05:00Z")
    let reading = try Reading(
      zip([
        .init("2026-10-01-0800.gpx", track), .init("cardioActivities.csv", Self.kilometres),
      ]))
    #expect(reading.activities.map(\.start?.utcSeconds) == [nil])
  }
}
