import ActivityFiles
import Testing

/// Files of several sessions, and several files in one.
@Suite struct FITSessionsTests {
  @Test func `Each session of a triathlon is an activity`() throws {
    let bytes = fitFile {
      // Summaries may come before the laps and records that they sum up.
      $0.addSession(sport: 5, .uint32(7, 600_000), .uint32(9, 40_000))
      $0.addSession(sport: 3, .uint32(2, FITBuilder.noon + 600), .uint32(7, 60_000))
      $0.addSession(
        .uint32(2, FITBuilder.noon + 660), .uint32(7, 1_800_000), .uint32(9, .max))
      for second in stride(from: 0 as UInt32, through: 2460, by: 60) {
        $0.add(
          20, .uint32(253, FITBuilder.noon + second), .uint32(5, second * 250),
          .uint8(3, second < 660 ? 100 : 150))
      }
      for start in [0, 600, 660, 1600] as [UInt32] {
        $0.add(19, .uint32(2, FITBuilder.noon + start), .uint32(7, 60_000))
      }
    }
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.map(\.sport) == [.swim, .other("transition"), .run])
    #expect(activities.map(\.distanceM) == [400, 10_000, 4650])
    #expect(activities.map(\.heartRateAverage) == [100, 125, 150])
    #expect(activities.map(\.laps) == [1, 1, 2])
    #expect(
      activities.map { $0.start?.utcSeconds }.map { ($0 ?? 0) - 1_795_435_200 } == [0, 600, 660])
    #expect(Set(activities.map(\.fingerprint)).count == 3)
    #expect(warnings.isEmpty)
  }

  @Test func `Files chained in one are read one after another`() throws {
    let first = fitFile { $0.addSession() }
    let strap = fitFile {
      $0.addFileID()
      $0.add(132, .uint32(253, FITBuilder.noon))
    }
    let second = fitFile { $0.addSession(sport: 2) }
    let (activities, warnings) = try FITFile.activities(in: first + strap + second)
    #expect(activities.map(\.sport) == [.run, .ride])
    #expect(activities[0].fingerprint != activities[1].fingerprint)
    #expect(warnings.isEmpty)

    let (alone, trailing) = try FITFile.activities(in: first + [1, 2, 3])
    #expect(alone.map(\.sport) == [.run])
    #expect(trailing == ["Data after the end of the recording were ignored."])
  }

  @Test func `Sessions that are left out keep the others apart`() throws {
    let first = fitFile {
      $0.define(1, 18, [])
      $0.body.append(1)
      $0.addSession()
    }
    let (activities, warnings) = try FITFile.activities(in: first + fitFile { $0.addSession() })
    #expect(activities.count == 2)
    #expect(activities[0].fingerprint != activities[1].fingerprint)
    #expect(warnings == ["A session without time and distance was skipped."])
  }

  @Test func `The same bytes have the same fingerprint`() throws {
    let bytes = fitFile { $0.addSession() }
    let other = fitFile { $0.addSession(sport: 11) }
    let (first, again) = (try FITFile.activities(in: bytes), try FITFile.activities(in: bytes))
    #expect(first.activities == again.activities)
    #expect(
      try FITFile.activities(in: other).activities[0].fingerprint != first.activities[0].fingerprint
    )
  }

  @Test func `More sessions than anybody does are damage`() throws {
    let bytes = fitFile { for _ in 0...100 { $0.addSession() } }
    #expect(
      throws: ActivityFileError(
        "The file is damaged: it contains too many sessions.")
    ) { try FITFile.activities(in: bytes) }
  }
}
