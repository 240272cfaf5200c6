import ActivityFiles
import Testing

/// The protocol and the profile, on files built for each case.
@Suite struct FITFileTests {
  @Test(arguments: [12, 14, 20] as [UInt8], [false, true])
  func `A session becomes an activity in either byte order`(
    headerSize: UInt8, isBigEndian: Bool
  ) throws {
    let bytes = fitFile(headerSize: headerSize) {
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
    let activity = try onlyActivity {
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
    (18, 0, .other("multisport")), (4, 0, .other("fitness equipment")),
    (99, 0, .unrecognised("sport 99")),
    (255, 255, .unknown),
  ])
  func `Sports are told apart`(sport: UInt8, subSport: UInt8, expected: Sport) throws {
    #expect(try onlyActivity { $0.addSession(sport: sport, subSport: subSport) }.sport == expected)
  }

  @Test(
    arguments: [
      (1, 85, 170.0), (11, 58, 116), (1, 172, 172), (2, 90, 90), (1, 0, nil),
    ] as [(UInt8, UInt8, Double?)])
  func `Cadence is that of both feet`(sport: UInt8, cadence: UInt8, expected: Double?) throws {
    #expect(
      try onlyActivity { $0.addSession(sport: sport, .uint8(18, cadence)) }.cadence == expected)
  }

  @Test(
    arguments: [
      (-18_000, -300), (20_700, 345), (-30, 0), (3_587, 60), (50_400, 840), (0, 0),
      // No zone is there, and one that is ten minutes away.
      (60_000, nil), (600, nil),
    ] as [(Int, Int?)])
  func `The offset is that of a zone`(seconds: Int, minutes: Int?) throws {
    let activity = try onlyActivity {
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
    let activity = try onlyActivity {
      $0.add(2, .uint32(2, seconds))
      $0.addSession()
    }
    #expect(activity.start?.utcOffsetMinutes == minutes)
  }

  @Test func `A message of its own tells the offset while the activity is not ended`() throws {
    let activity = try onlyActivity {
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
    let activity = try onlyActivity {
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
      in: fitFile {
        $0.addSession(.uint32(2, 16_441_241), .uint32(253, 16_444_672))
        $0.add(34, .uint32(253, 16_444_673), .uint32(5, FITBuilder.noon))
      })
    #expect(activities.first?.start == nil && activities.first?.distanceM == 10_000)
    #expect(warnings == ["The device's clock was not set, so the start is unknown."])
  }

  @Test func `Developer fields are passed over`() throws {
    let activity = try onlyActivity {
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
    let activity = try onlyActivity {
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
    let activity = try onlyActivity {
      $0.add(0, .enumeration(0, 4), .uint16(1, maker), .text(8, product))
      // A strap is not what recorded the run.
      $0.add(23, .uint8(0, 1), .uint16(2, 1), .text(27, "HRM"))
      $0.addSession()
    }
    #expect(activity.device == expected)
  }

  @Test func `A message about the device itself names it`() throws {
    let activity = try onlyActivity {
      $0.add(23, .uint8(0, 0), .uint16(2, 32), .uint16(4, 28), .text(27, "ELEMNT"))
      $0.addSession()
    }
    #expect(activity.device == "Wahoo ELEMNT")
  }
}
