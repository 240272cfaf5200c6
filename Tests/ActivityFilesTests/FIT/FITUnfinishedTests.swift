import ActivityFiles
import Testing

/// Recordings that were not finished: without a session, or without records.
@Suite struct FITUnfinishedTests {
  @Test func `Records without a session are one activity`() throws {
    let bytes = fitFile {
      $0.addFileID()
      $0.add(12, .enumeration(0, 1))
      $0.add(21, .uint32(253, FITBuilder.noon), .enumeration(0, 0), .enumeration(1, 0))
      for second in [0, 100, 200] as [UInt32] {
        $0.add(
          20, .uint32(253, FITBuilder.noon + second), .uint32(5, second * 300),
          .uint8(3, UInt8(100 + second / 2)), .uint8(4, 80))
      }
      $0.add(21, .uint32(253, FITBuilder.noon + 200), .enumeration(0, 0), .enumeration(1, 4))
      $0.add(21, .uint32(253, FITBuilder.noon + 260), .enumeration(0, 0), .enumeration(1, 0))
      $0.add(20, .uint32(253, FITBuilder.noon + 300), .uint32(5, 90_000))
    }
    let (activities, warnings) = try FITFile.activities(in: bytes)
    let activity = try #require(activities.first)
    #expect(activity.sport == .run && activity.start?.utcSeconds == 1_795_435_200)
    #expect(activity.elapsedSeconds == 300 && activity.movingSeconds == 240)
    #expect(activity.distanceM == 900 && activity.cadence == 160)
    #expect(activity.heartRateAverage == 150 && activity.heartRateMaximum == 200)
    #expect(
      warnings == ["The recording was never finished; its totals are added up from its samples."])
  }

  @Test func `Records of another week are no part of it`() throws {
    let bytes = fitFile {
      $0.addFileID()
      // Before the clock was set, and in the zeros after the last that was written.
      for second in [70, FITBuilder.noon, FITBuilder.noon + 60, 0, .max - 1] as [UInt32] {
        $0.add(20, .uint32(253, second), .uint32(5, second == FITBuilder.noon ? 0 : 20_000))
      }
    }
    let activity = try #require(try FITFile.activities(in: bytes).activities.first)
    #expect(activity.start?.utcSeconds == 1_795_435_200)
    #expect(activity.elapsedSeconds == 60 && activity.distanceM == 200)
  }

  @Test func `Laps tell what neither session nor records do`() throws {
    let bytes = fitFile {
      for lap in [0, 1] as [UInt32] {
        $0.add(
          19, .uint32(2, FITBuilder.noon + lap * 600), .uint32(7, 300_000 + lap * 300_000),
          .uint32(8, 300_000), .uint32(9, 100_000), .uint8(15, UInt8(140 + lap * 10)),
          .uint8(16, UInt8(150 + lap * 10)), .uint16(21, 7), .enumeration(25, 1))
      }
    }
    let (activities, _) = try FITFile.activities(in: bytes)
    let activity = try #require(activities.first)
    #expect(activity.sport == .run && activity.laps == 2)
    #expect(activity.elapsedSeconds == 1200 && activity.movingSeconds == 600)
    #expect(activity.distanceM == 2000 && activity.ascentM == 14)
    #expect(activity.heartRateAverage == 145 && activity.heartRateMaximum == 160)
  }

  @Test func `Compressed timestamps count on from the last full one`() throws {
    let bytes = fitFile {
      $0.addFileID()
      $0.define(0, 20, [(253, 4, 0x86), (5, 4, 0x86)])
      // Thirty seconds past a multiple of 32, then 3 and 35 seconds later.
      let start = FITBuilder.noon & ~31 + 30
      $0.body += [0] + FITBuilder.bytes(start) + FITBuilder.bytes(UInt32(0))
      $0.define(1, 20, [(5, 4, 0x86)])
      $0.body += [0x80 | 1 << 5 | 1] + FITBuilder.bytes(UInt32(1000))
      $0.body += [0x80 | 1 << 5 | 0] + FITBuilder.bytes(UInt32(11_000))
    }
    let activity = try #require(try FITFile.activities(in: bytes).activities.first)
    #expect(activity.start?.utcSeconds == 631_065_600 + Int(FITBuilder.noon & ~31 + 30))
    #expect(activity.elapsedSeconds == 34 && activity.distanceM == 110)
  }

  @Test func `A distance in twelve bits goes on when it wraps`() throws {
    let bytes = fitFile {
      $0.addFileID()
      $0.define(0, 20, [(253, 4, 0x86), (8, 3, 0x0d)])
      // 200, 440 and 500 m in sixteenths, of which 12 bits are kept.
      for (second, sixteenths) in [(0, 3200), (60, 7040), (120, 8000)] as [(UInt32, Int)] {
        let bits = sixteenths & 0xfff
        $0.body += [0] + FITBuilder.bytes(FITBuilder.noon + second)
        $0.body += [0x12, UInt8(bits & 0xf) << 4 | 0x3, UInt8(bits >> 4)]
      }
      $0.body += [0] + FITBuilder.bytes(FITBuilder.noon + 180) + [0xff, 0xff, 0xff]
    }
    let activity = try #require(try FITFile.activities(in: bytes).activities.first)
    #expect(activity.distanceM == 500 && activity.elapsedSeconds == 180)
  }
}
