import ActivityFiles
import Testing

/// FIT files of our own making, and some that are no good.
@Suite struct MadeFITTests {
  @Test(arguments: MadeFIT.all)
  func `Totals are those that were put in`(file: MadeFIT) throws {
    #expect(FITFile.isFIT(prefix: file.bytes))
    let (activities, warnings) = try FITFile.activities(in: file.bytes)
    #expect(warnings.isEmpty)
    try #require(activities.count == file.sessions.count)
    #expect(Set(activities.map(\.fingerprint)).count == activities.count)
    for (activity, session) in zip(activities, file.sessions) {
      #expect(activity.sport == session.sport)
      #expect(activity.start?.utcSeconds == 1_795_435_200 + Int(session.start))
      #expect(activity.elapsedSeconds == Double(session.elapsed))
      #expect(activity.movingSeconds == Double(session.timer))
      #expect(activity.distanceM == Double(session.metres))
      #expect(activity.ascentM ?? 0 == Double(session.ascent))
      #expect(activity.laps == 1)
      let rates = try #require(activity.heartRateAverage)
      #expect(rates > 119 && rates < 160)
    }
    #expect(try Reading(file.bytes).activities == activities)
  }

  /// Of several sessions without one, nobody could tell which record belongs where.
  @Test(arguments: MadeFIT.all.filter { $0.sessions.count == 1 })
  func `Records without their session end as the session did`(file: MadeFIT) throws {
    let (activities, warnings) = try FITFile.activities(
      in: MadeFIT.withoutSessions(file.bytes))
    #expect(warnings.count >= 2)
    let (activity, session) = (try #require(activities.first), file.sessions[0])
    let last = session.elapsed / session.step * session.step
    let metres = Double(session.metres) * Double(last) / Double(session.elapsed)
    #expect(abs((activity.distanceM ?? 0) - metres) <= max(0.02, Double(session.metres) - metres))
    #expect(activity.start?.utcSeconds == 1_795_435_200)
  }

  /// What other decoders have stumbled over, by hand: sizes and counts that the
  /// bytes do not hold.
  @Test(arguments: [
    ("a header alone", fitFile { _ in }),
    (
      "fields without bytes",
      fitFile {
        $0.define(0, 20, [(5, 0, 0x86)]); $0.body.append(0)
      }
    ),
    ("a definition cut short", fitFile { $0.body = [0x40, 0, 0, 20] }),
    ("more fields than there are", fitFile { $0.body = [0x40, 0, 0, 20, 0, 255, 5, 4, 0x86] }),
    ("a message without its definition", fitFile { $0.body = [7, 1, 2, 3, 4] }),
    (
      "a text of 255 bytes",
      fitFile {
        $0.define(0, 0, [(8, 255, 0x07)]); $0.body.append(0)
      }
    ),
    (
      "developer fields of nobody",
      fitFile {
        $0.define(0, 20, [(253, 4, 0x86)], developer: [255, 255])
        $0.body += [0, 1, 2, 3, 4]
      }
    ),
    (
      "a base type that is none",
      fitFile {
        $0.define(0, 18, [(9, 3, 0x5f)]); $0.body += [0, 1, 2, 3]
      }
    ),
    (
      "a compressed time before any",
      fitFile {
        $0.define(0, 20, [(5, 4, 0x86)])
        $0.body += [0x80 | 0x1f, 1, 2, 3, 4]
      }
    ),
    (
      "more bytes than the header says",
      fitFile { $0.addFileID() } + [UInt8](repeating: 0x40, count: 99)
    ),
  ])
  func `What other decoders stumble over is refused with a reason`(
    name: String, bytes: [UInt8]
  ) {
    let error = #expect(throws: ActivityFileError.self, "\(name)") {
      try FITFile.activities(in: bytes)
    }
    #expect(error?.description.hasSuffix(".") == true)
  }
}
