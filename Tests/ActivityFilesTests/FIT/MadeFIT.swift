import ActivityFiles
import Testing

/// FIT files of whole activities with what was put into them.
struct MadeFIT: CustomTestStringConvertible, Sendable {
  /// What one session holds.
  struct Session: Sendable {
    var sport = Sport.run
    /// Seconds after noon.
    var start: UInt32 = 0
    var elapsed: UInt32
    var timer: UInt32
    var metres: UInt32
    var ascent: UInt16 = 0
    /// Records are written so many seconds apart.
    var step: UInt32 = 10

    fileprivate var number: UInt8 {
      switch sport {
      case .ride: 2
      case .swim: 5
      case .walk: 11
      default: 1
      }
    }
  }

  let testDescription: String
  let sessions: [Session]
  let bytes: [UInt8]

  static let run = MadeFIT(
    "a run", [Session(elapsed: 1900, timer: 1800, metres: 5400, ascent: 42)])

  static let all = [
    run,
    MadeFIT(
      "a walk, high byte first",
      [
        Session(sport: .walk, elapsed: 3600, timer: 3600, metres: 5010, ascent: 7, step: 60)
      ], isBigEndian: true),
    MadeFIT("a short header", [Session(elapsed: 65, timer: 60, metres: 200, step: 1)], header: 12),
    MadeFIT(
      "swim, ride and run",
      [
        Session(sport: .swim, elapsed: 900, timer: 880, metres: 750, step: 30),
        Session(sport: .ride, start: 960, elapsed: 2400, timer: 2400, metres: 20_000, ascent: 120),
        Session(start: 3420, elapsed: 1300, timer: 1290, metres: 5000, ascent: 15),
      ]),
    MadeFIT(
      "a ride of an hour",
      [
        Session(sport: .ride, elapsed: 3600, timer: 3300, metres: 31_000, ascent: 310, step: 5)
      ]),
  ]

  /// Writes the records, a lap and the session of each of `sessions`.
  private init(
    _ name: String, _ sessions: [Session], isBigEndian: Bool = false, header: UInt8 = 14
  ) {
    testDescription = name
    self.sessions = sessions
    bytes = fitFile(headerSize: header) { file in
      file.isBigEndian = isBigEndian
      file.addFileID()
      for session in sessions {
        let start = FITBuilder.noon + session.start
        for second in stride(from: 0, through: session.elapsed, by: Int(session.step)) {
          // Metres in hundredths, rising evenly to those of the session.
          let metres = UInt32(
            UInt64(session.metres) * 100 * UInt64(second) / UInt64(session.elapsed))
          file.add(
            20, .uint32(253, start + second), .uint32(5, metres),
            .uint8(3, UInt8(120 + second / session.step % 40)))
        }
        let times: [FITBuilder.Field] = [
          .uint32(253, start + session.elapsed), .uint32(2, start),
          .uint32(7, session.elapsed * 1000), .uint32(8, session.timer * 1000),
          .uint32(9, session.metres * 100),
        ]
        file.add(19, times[0], times[1], times[2], times[3], times[4])
        file.add(
          18, times[0], times[1], .enumeration(5, session.number), .enumeration(6, 0), times[2],
          times[3], times[4], .uint16(22, session.ascent))
      }
    }
  }

  /// The same file with its session messages made unknown ones.
  static func withoutSessions(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var sizes: [UInt8: Int] = [:]
    var position = Int(bytes[0])
    while position < bytes.count - 2 {
      let header = bytes[position]
      position += 1
      guard header & 0xc0 == 0x40 else {
        position += sizes[header & 0x80 == 0 ? header & 0xf : header >> 5 & 3] ?? 0
        continue
      }
      if bytes[position + 2] == 18 || bytes[position + 3] == 18 {
        bytes[position + 2] = 0xff
        bytes[position + 3] = 0
      }
      let fields = Int(bytes[position + 4])
      sizes[header & 0xf] = (0..<fields).reduce(0) { $0 + Int(bytes[position + 6 + 3 * $1]) }
      position += 5 + 3 * fields
    }
    return bytes
  }
}
