import ActivityFiles
import Testing

/// The protocol and the profile, on files built for each case.
@Suite struct FITFileTests {
  @Test(arguments: [12, 14, 20] as [UInt8], [false, true])
  func `A session becomes an activity in either byte order`(
    headerSize: UInt8, isBigEndian: Bool
  ) throws {
    let bytes = file(headerSize: headerSize) {
      $0.isBigEndian = isBigEndian
      $0.addFileID()
      $0.addSession(
        .uint8(16, 148), .uint8(17, 171), .uint8(18, 86), .uint8(92, 64), .uint16(22, 120),
        .uint16(26, 10), .uint8(193, 60))
      $0.add(34, .uint32(253, FITBuilder.noon + 3600), .uint32(5, FITBuilder.noon + 23_400))
    }
    let (activities, warnings) = try FITFile.activities(in: bytes)
    let activity = try #require(activities.first)
    #expect(activities.count == 1 && warnings.isEmpty)
    #expect(activity.sport == .run)
    // Noon in London is half past five in the afternoon in Delhi.
    #expect(
      activity.start == ActivityStart(utcSeconds: 1_795_435_200, localSeconds: 1_795_455_000))
    #expect(activity.start?.utcOffsetMinutes == 330)
    #expect(activity.elapsedSeconds == 3600 && activity.movingSeconds == 3500)
    #expect(activity.distanceM == 10_000 && activity.ascentM == 120)
    #expect(activity.heartRateAverage == 148 && activity.heartRateMaximum == 171)
    #expect(activity.cadence == 173)
    #expect(activity.laps == 10 && activity.rpe == 6)
    #expect(activity.device == "Garmin Forerunner 935")
    #expect(activity.gear == nil && activity.title == nil && activity.serviceID == nil)
  }

  @Test func `Values marked as invalid are unknown, and so are zeros that cannot be`() throws {
    let activity = try only {
      $0.addSession(
        .uint8(16, 0xff), .uint8(17, 0), .uint8(18, 0xff), .uint16(22, 0xffff),
        .uint16(26, 0), .uint8(193, 0xff), .uint32(8, .max), .uint32(9, 0))
      $0.add(34, .uint32(253, .max), .uint32(5, .max))
    }
    #expect(activity.elapsedSeconds == 3600)
    #expect(activity.start == ActivityStart(utcSeconds: 1_795_435_200, localSeconds: nil))
    #expect(activity.movingSeconds == nil && activity.distanceM == nil && activity.ascentM == nil)
    #expect(activity.heartRateAverage == nil && activity.heartRateMaximum == nil)
    #expect(activity.cadence == nil && activity.laps == nil && activity.rpe == nil)
    #expect(activity.device == nil)
  }

  @Test(arguments: [
    (1, 0, Sport.run), (1, 1, .run), (1, 3, .run), (1, 58, .run), (11, 0, .walk), (17, 0, .walk),
    (2, 58, .ride), (21, 28, .ride), (5, 17, .swim), (5, 18, .swim), (4, 1, .run), (0, 1, .run),
    (4, 45, .run), (4, 27, .walk), (4, 6, .ride), (3, 0, .other("transition")),
    (0, 0, .unknown), (4, 14, .other("indoor rowing")), (4, 15, .other("elliptical")),
    (10, 20, .other("strength training")), (13, 38, .other("alpine skiing")),
    (18, 0, .other("multisport")), (4, 0, .other("fitness equipment")), (99, 0, .other("sport 99")),
    (255, 255, .unknown),
  ])
  func `Sports are told apart`(sport: UInt8, subSport: UInt8, expected: Sport) throws {
    #expect(try only { $0.addSession(sport: sport, subSport: subSport) }.sport == expected)
  }

  @Test(
    arguments: [
      (1, 85, 170.0), (11, 58, 116), (1, 172, 172), (2, 90, 90), (1, 0, nil),
    ] as [(UInt8, UInt8, Double?)])
  func `Cadence is that of both feet`(sport: UInt8, cadence: UInt8, expected: Double?) throws {
    #expect(try only { $0.addSession(sport: sport, .uint8(18, cadence)) }.cadence == expected)
  }

  @Test(
    arguments: [
      (-18_000, -300), (20_700, 345), (-30, 0), (3_587, 60), (50_400, 840), (0, 0),
      // No zone is there, and one that is ten minutes away.
      (60_000, nil), (600, nil),
    ] as [(Int, Int?)])
  func `The offset is that of a zone`(seconds: Int, minutes: Int?) throws {
    let activity = try only {
      $0.addSession()
      $0.add(
        34, .uint32(253, FITBuilder.noon), .uint32(5, UInt32(Int(FITBuilder.noon) + seconds)))
    }
    #expect(activity.start?.utcSeconds == 1_795_435_200)
    #expect(activity.start?.utcOffsetMinutes == minutes)
  }

  @Test(arguments: [(UInt32(bitPattern: -25_200), -420), (3600, 60), (0, nil)] as [(UInt32, Int?)])
  func `The settings tell the offset where the activity does not`(
    seconds: UInt32, minutes: Int?
  ) throws {
    let activity = try only {
      $0.add(2, .uint32(2, seconds))
      $0.addSession()
    }
    #expect(activity.start?.utcOffsetMinutes == minutes)
  }

  @Test func `A message of its own tells the offset while the activity is not ended`() throws {
    let activity = try only {
      $0.add(
        162, .uint32(253, FITBuilder.noon), .uint32(1, FITBuilder.noon),
        .uint32(3, FITBuilder.noon + 7200))
      $0.addSession()
    }
    #expect(activity.start?.utcOffsetMinutes == 120)
  }

  // Longitudes of London, New York and Kiribati's Line Islands, in degrees.
  @Test(
    arguments: [
      (0, 0, 0), (0, -74, nil), (-18_000, -74, -300), (50_400, -157, 840), (50_400, 0, nil),
      (28_800, 74, 480),
    ] as [(Int, Int, Int?)])
  func `An offset that no zone has at that place is unknown`(
    seconds: Int, degrees: Int, minutes: Int?
  ) throws {
    let activity = try only {
      $0.add(
        20, .uint32(253, FITBuilder.noon),
        .int32(1, Int32(Double(degrees) / 180 * 2_147_483_648)))
      $0.addSession()
      $0.add(
        34, .uint32(253, FITBuilder.noon), .uint32(5, UInt32(Int(FITBuilder.noon) + seconds)))
    }
    #expect(activity.start?.utcSeconds == 1_795_435_200)
    #expect(activity.start?.utcOffsetMinutes == minutes)
  }

  @Test func `A clock that was never set gives no start`() throws {
    let (activities, warnings) = try FITFile.activities(
      in: file {
        $0.addSession(.uint32(2, 16_441_241), .uint32(253, 16_444_672))
        $0.add(34, .uint32(253, 16_444_673), .uint32(5, FITBuilder.noon))
      })
    #expect(activities.first?.start == nil && activities.first?.distanceM == 10_000)
    #expect(warnings == ["The device's clock was not set, so the start is unknown."])
  }

  @Test func `Developer fields are passed over`() throws {
    let activity = try only {
      $0.define(3, 206, [(3, 5, 7)])
      $0.body += [3] + Array("Power".utf8)
      $0.define(1, 18, [(2, 4, 0x86), (9, 4, 0x86)], developer: [2, 8])
      $0.body += [1] + FITBuilder.bytes(FITBuilder.noon) + FITBuilder.bytes(UInt32(500_000))
      $0.body += [UInt8](repeating: 7, count: 10)
      $0.add(34, .uint32(253, FITBuilder.noon), .uint32(5, FITBuilder.noon))
    }
    #expect(activity.distanceM == 5000 && activity.start?.utcOffsetMinutes == 0)
  }

  @Test func `A size that is no multiple of its type's gives no value`() throws {
    let activity = try only {
      $0.define(0, 18, [(2, 4, 0x86), (7, 3, 0x86), (9, 8, 0x86), (16, 0, 2), (17, 1, 0x3f)])
      $0.body += [0] + FITBuilder.bytes(FITBuilder.noon) + [1, 2, 3]
      // Several values in one field: the first counts.
      $0.body += FITBuilder.bytes(UInt32(500_000)) + FITBuilder.bytes(UInt32(1)) + [160]
    }
    #expect(activity.distanceM == 5000 && activity.elapsedSeconds == nil)
    #expect(activity.heartRateAverage == nil && activity.heartRateMaximum == nil)
  }

  @Test(
    arguments: [
      ("ELEMNT ROAM", 32, "Wahoo ELEMNT ROAM"), ("COROS PACE 2\0xx", 294, "COROS PACE 2"),
      ("", 260, "Zwift"), ("Gadget", 9999, "Gadget"), ("", 9999, nil),
    ] as [(String, UInt16, String?)])
  func `The device is called what its owner calls it`(
    product: String, maker: UInt16, expected: String?
  ) throws {
    let activity = try only {
      $0.add(0, .enumeration(0, 4), .uint16(1, maker), .text(8, product))
      // A strap is not what recorded the run.
      $0.add(23, .uint8(0, 1), .uint16(2, 1), .text(27, "HRM"))
      $0.addSession()
    }
    #expect(activity.device == expected)
  }

  @Test func `A message about the device itself names it`() throws {
    let activity = try only {
      $0.add(23, .uint8(0, 0), .uint16(2, 32), .uint16(4, 28), .text(27, "ELEMNT"))
      $0.addSession()
    }
    #expect(activity.device == "Wahoo ELEMNT")
  }

  // MARK: Several sessions, several files

  @Test func `Each session of a triathlon is an activity`() throws {
    let bytes = file {
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
    let first = file { $0.addSession() }
    let strap = file {
      $0.addFileID()
      $0.add(132, .uint32(253, FITBuilder.noon))
    }
    let second = file { $0.addSession(sport: 2) }
    let (activities, warnings) = try FITFile.activities(in: first + strap + second)
    #expect(activities.map(\.sport) == [.run, .ride])
    #expect(activities[0].fingerprint != activities[1].fingerprint)
    #expect(warnings.isEmpty)

    let (alone, trailing) = try FITFile.activities(in: first + [1, 2, 3])
    #expect(alone.map(\.sport) == [.run])
    #expect(trailing == ["What follows the end of the recording was left out."])
  }

  @Test func `Sessions that are left out keep the others apart`() throws {
    let first = file {
      $0.define(1, 18, [])
      $0.body.append(1)
      $0.addSession()
    }
    let (activities, warnings) = try FITFile.activities(in: first + file { $0.addSession() })
    #expect(activities.count == 2)
    #expect(activities[0].fingerprint != activities[1].fingerprint)
    #expect(warnings == ["A session without time and distance was left out."])
  }

  @Test func `The same bytes have the same fingerprint`() throws {
    let bytes = file { $0.addSession() }
    let other = file { $0.addSession(sport: 11) }
    let (first, again) = (try FITFile.activities(in: bytes), try FITFile.activities(in: bytes))
    #expect(first.activities == again.activities)
    #expect(
      try FITFile.activities(in: other).activities[0].fingerprint != first.activities[0].fingerprint
    )
  }

  @Test func `More sessions than anybody does are damage`() throws {
    let bytes = file { for _ in 0...100 { $0.addSession() } }
    #expect(
      throws: ActivityFileError(
        "The file is damaged: it holds more sessions than an activity has.")
    ) { try FITFile.activities(in: bytes) }
  }

  // MARK: Recordings that were not finished

  @Test func `Records without a session are one activity`() throws {
    let bytes = file {
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
    #expect(warnings == ["The recording was never finished; its totals come from its records."])
  }

  @Test func `Records of another week are no part of it`() throws {
    let bytes = file {
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
    let bytes = file {
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
    let bytes = file {
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
    let bytes = file {
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

  // MARK: Damage

  @Test func `A wrong checksum is told, and the content used`() throws {
    var bytes = file { $0.addSession() }
    bytes[bytes.count - 1] ^= 1
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.first?.distanceM == 10_000)
    #expect(warnings == ["The file's checksum is wrong, so some of its values may be, too."])
    // A header may leave its own checksum out.
    var unchecked = file { $0.addSession() }
    unchecked.replaceSubrange(12..<14, with: [0, 0])
    unchecked.removeLast(2)
    unchecked += FITBuilder.bytes(FITBuilder.crc(unchecked))
    #expect(try FITFile.activities(in: unchecked).warnings.isEmpty)
  }

  @Test func `A size of zero is that of a recording still open`() throws {
    var builder = FITBuilder()
    builder.addSession()
    let bytes = Array(builder.file(dataSize: 0).dropLast(2))
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.first?.distanceM == 10_000)
    #expect(warnings == ["The file is cut short; what it holds up to there was read."])
  }

  @Test func `A size that was not brought up to date does not hide the session`() throws {
    var builder = FITBuilder()
    builder.addFileID()
    let stale = builder.body.count
    builder.addSession()
    let bytes = Array(builder.file(dataSize: stale).dropLast(2))
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.first?.distanceM == 10_000)
    #expect(warnings == ["The file is cut short; what it holds up to there was read."])
  }

  @Test func `A message without a definition ends the reading`() throws {
    let bytes = file {
      $0.addSession()
      $0.body.append(5)
      $0.addSession()
    }
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(activities.count == 1)
    #expect(warnings == ["The file is damaged; what it holds up to the damage was read."])
  }

  @Test(
    arguments: [
      (5, "a planned workout"), (6, "a course"), (2, "the settings of a device"),
      (32, "a record of whole days"), (40, "of another kind"),
    ] as [(UInt8, String)])
  func `Files for other purposes are refused by name`(type: UInt8, name: String) throws {
    let bytes = file {
      $0.addFileID(type)
      $0.add(20, .uint32(253, FITBuilder.noon), .uint32(5, 0))
      $0.add(20, .uint32(253, FITBuilder.noon + 60), .uint32(5, 10_000))
    }
    #expect(
      throws: ActivityFileError(
        "The FIT file is \(name), not a recorded activity.", holdsNoActivity: true)
    ) {
      try FITFile.activities(in: bytes)
    }
  }

  @Test func `What is no FIT file is not taken for one`() {
    let bytes = file { $0.addSession() }
    #expect(FITFile.isFIT(prefix: bytes) && FITFile.isFIT(prefix: bytes.prefix(12)))
    #expect(!FITFile.isFIT(prefix: bytes.prefix(11)) && !FITFile.isFIT(prefix: []))
    #expect(!FITFile.isFIT(prefix: "<?xml version=\"1.0\"?>".utf8))
    for bytes in [[], Array("PK\u{3}\u{4}".utf8), Array("<gpx version=\"1.1\">".utf8)] {
      #expect(throws: ActivityFileError("It is not a FIT file.")) {
        try FITFile.activities(in: bytes)
      }
    }
    #expect(throws: ActivityFileError("The FIT file is damaged before anything of an activity.")) {
      try FITFile.activities(in: Array(bytes.prefix(20)))
    }
    #expect(throws: ActivityFileError("The FIT file holds no activity with a time or a distance."))
    {
      try FITFile.activities(in: file { $0.addFileID() })
    }
  }

  private func file(headerSize: UInt8 = 14, _ build: (inout FITBuilder) -> Void) -> [UInt8] {
    var builder = FITBuilder()
    build(&builder)
    return builder.file(headerSize: headerSize)
  }

  /// The one activity of a sound file.
  private func only(_ build: (inout FITBuilder) -> Void) throws -> ImportedActivity {
    let (activities, warnings) = try FITFile.activities(in: file(build))
    #expect(warnings.isEmpty)
    try #require(activities.count == 1)
    return activities[0]
  }
}
