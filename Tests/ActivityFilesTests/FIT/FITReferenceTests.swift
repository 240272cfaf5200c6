import ActivityFiles
import Foundation
import Testing

/// Compares FIT files of real devices with what an independent decoder makes of
/// them.
///
/// `Reference/fit-totals.py` wrote the numbers, with fitdecode.
@Suite struct FITReferenceTests {
  /// A row of `Reference/fit-totals.csv`: a session of a file, or a file without.
  struct Session: CustomTestStringConvertible {
    let values: [String: String]
    var file: String { values["file"] ?? "" }
    var sport: String { values["sport"] ?? "" }
    var testDescription: String { "\(file) \(values["session"] ?? "")" }

    /// The number in `column`; zeros that devices write for what they did not
    /// measure are unknown.
    func number(_ column: String) -> Double? {
      values[column].flatMap(Double.init).flatMap { $0 == 0 && column != "offset_s" ? nil : $0 }
    }
  }

  private static let sessions: [Session] = {
    let table = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Reference/fit-totals.csv")
    let lines = ((try? String(contentsOf: table, encoding: .utf8)) ?? "")
      .split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    return lines.dropFirst().map {
      Session(values: Dictionary(uniqueKeysWithValues: zip(lines[0], $0)))
    }
  }()

  /// A file with its sessions, by whose name the log calls it.
  struct File: CustomTestStringConvertible, Sendable {
    let name: String
    let sessions: [Session]
    var testDescription: String { name }
  }

  private static let files = Dictionary(grouping: sessions, by: \.file)
    .sorted { $0.key < $1.key }.map { File(name: $0.key, sessions: $0.value) }

  /// Files whose sessions, if any, hold neither time nor distance.
  private static let refused = [
    "muktihari--TestEncode.fit": "The FIT file contains no activity with a time or a distance.",
    "muktihari--valid_only_contain_fileid.fit":
      "The FIT file contains no activity with a time or a distance.",
    "roznet_swift--2023-01-13_heartratef.fit":
      "The FIT file contains a planned workout, not a recorded activity.",
  ]

  /// It writes UTC as its local time, five hours west of Greenwich.
  private static let zoneless = ["python-fitparse--coros-pace-2-cycling-misaligned-fields.fit"]

  private static let warned: [String: [String]] = [
    "fitdecode--antfs-dump.63.fit": [
      "The device's clock was not set, so the start is unknown."
    ],
    "fitdecode--compressed-speed-distance.fit": [
      "The device's clock was not set, so the start is unknown."
    ],
    "python-fitparse--nick.fit": [
      "The file is cut short; everything up to there was read.",
      "The recording was never finished; its totals are added up from its samples.",
    ],
    "python-fitparse--strava-android-app-201.10-b1218918.fit": [
      "The file is cut short; everything up to there was read.",
      "The file is damaged; everything before the damage was read.",
    ],
  ]

  @Test(Shared.isNeeded, arguments: files)
  func `Totals are those of fitdecode`(in described: File) throws {
    let (file, expected) = (described.name, described.sessions)
    let bytes = try Shared.bytes("activities/fit/\(file)")
    #expect(FITFile.isFIT(prefix: bytes))
    if let reason = Self.refused[file] {
      let error = #expect(throws: ActivityFileError.self) { try FITFile.activities(in: bytes) }
      #expect(error?.description == reason)
      return
    }
    let (activities, warnings) = try FITFile.activities(in: bytes)
    #expect(warnings == Self.warned[file] ?? [])
    try #require(activities.count == expected.count)
    #expect(Set(activities.map(\.fingerprint)).count == activities.count)
    for (activity, session) in zip(activities, expected) {
      let name = session.testDescription
      #expect(activity.sport == Self.sport(session.sport), "\(name)")
      #expect(activity.start?.utcSeconds.map(Double.init) == session.number("start_s"), "\(name)")
      if !Self.zoneless.contains(file) {
        #expect(
          activity.start?.utcOffsetMinutes.map { Double($0 * 60) } == session.number("offset_s"),
          "\(name)")
      } else {
        #expect(activity.start?.localSeconds == nil, "\(name)")
      }
      #expect(activity.elapsedSeconds == session.number("elapsed_s"), "\(name)")
      if let timer = session.number("timer_s") {
        #expect(activity.movingSeconds == timer, "\(name)")
      }
      if let distance = session.number("distance_m") {
        #expect(abs((activity.distanceM ?? 0) - distance) < 0.005 * distance, "\(name)")
      } else {
        #expect(activity.distanceM == nil, "\(name)")
      }
      if let ascent = session.number("ascent_m") { #expect(activity.ascentM == ascent, "\(name)") }
      if let rate = session.number("heart_rate_average") {
        #expect(activity.heartRateAverage == rate, "\(name)")
      }
      if let rate = session.number("heart_rate_maximum") {
        #expect(activity.heartRateMaximum == rate, "\(name)")
      }
    }
  }

  @Test(Shared.isNeeded)
  func `Every file is in the table`() {
    #expect(
      Set(Self.sessions.map(\.file)) == Set(Shared.names(in: "activities/fit", suffix: ".fit")))
  }

  /// The parses beside some files end in the distance of their last record; the
  /// session is left out here, so that the records must tell.
  @Test(Shared.isNeeded, arguments: Shared.names(in: "activities/fit", suffix: "-records.csv"))
  func `Records without their session end as another parse of them does`(name: String) throws {
    let rows = try Shared.text("activities/fit/\(name)").split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let column = try #require(rows[0].firstIndex { $0.lowercased().hasPrefix("distance") })
    let distance = try #require(rows.dropFirst().compactMap { Double($0[column]) }.max())
    let file = name.replacing("-records.csv", with: ".fit")
    let bytes = try Shared.bytes("activities/fit/\(file)")

    let (whole, _) = try FITFile.activities(in: bytes)
    let (activities, warnings) = try FITFile.activities(in: MadeFIT.withoutSessions(bytes))

    #expect(warnings.count >= 2)
    let (activity, session) = (try #require(activities.first), try #require(whole.first))
    #expect(abs((activity.distanceM ?? 0) - distance) < 0.001 * distance)
    #expect(activity.sport == session.sport)
    #expect(abs((activity.movingSeconds ?? 0) - (session.movingSeconds ?? 0)) < 10)
    if let start = session.start?.utcSeconds {
      #expect(abs((activity.start?.utcSeconds ?? 0) - start) <= 1)
    }
  }

  /// Go's fuzzer keeps its findings as text with the bytes in it.
  @Test(Shared.isNeeded, arguments: Shared.names(in: "activities/fit/fuzz"))
  func `Findings of another decoder's fuzzer are refused or read`(name: String) throws {
    let path = "activities/fit/fuzz/\(name)"
    #expect(throws: ActivityFileError("It is not a FIT file.")) {
      try FITFile.activities(in: Shared.bytes(path))
    }
    let bytes = try #require(goBytes(Shared.text(path)))
    #expect(bytes.count > 20)
    if let (activities, _) = try? FITFile.activities(in: bytes) { #expect(!activities.isEmpty) }
  }

  private static func sport(_ name: String) -> Sport {
    switch name {
    case "run": .run
    case "walk": .walk
    case "ride": .ride
    case "swim": .swim
    case "generic": .unknown
    default: .other(name)
    }
  }

  /// The bytes of a Go string literal.
  private func goBytes(_ text: String) -> [UInt8]? {
    guard let start = text.firstRange(of: "[]byte(\"")?.upperBound,
      let end = text.range(of: "\")", options: .backwards)?.lowerBound
    else { return nil }
    let single: [UInt8: UInt8] = [
      0x61: 7, 0x62: 8, 0x66: 12, 0x6e: 10, 0x72: 13, 0x74: 9, 0x76: 11, 0x5c: 0x5c, 0x22: 0x22,
    ]
    var (bytes, input) = ([UInt8](), Array(text[start..<end].utf8)[...])
    while let byte = input.popFirst() {
      guard byte == 0x5c, let escape = input.popFirst() else {
        bytes.append(byte)
        continue
      }
      if let plain = single[escape] {
        bytes.append(plain)
      } else {
        let digits = escape == 0x78 ? 2 : escape == 0x75 ? 4 : 8
        guard
          let code = UInt32(String(decoding: input.prefix(digits), as: UTF8.self), radix: 16)
        else { return nil }
        input = input.dropFirst(digits)
        if digits == 2 {
          bytes.append(UInt8(code))
        } else {
          bytes += Unicode.Scalar(code).map { Array(String($0).utf8) } ?? []
        }
      }
    }
    return bytes
  }
}
