import ActivityFiles
import CivilDay
import JournalFiles
import JournalModel
import Platform
import WrittenValues

/// Reads `bytes` as a file of activities, in large and in small pieces, which must make
/// no difference.
func checkActivities(_ bytes: [UInt8]) throws {
  let whole = try findings(in: bytes, pieces: 1 << 16)
  for finding in whole ?? [] { try check(finding) }
  // Prime, so that pieces end everywhere.
  let pieces = try findings(in: bytes, pieces: 13)
  try promise(whole == pieces, "small pieces are read otherwise")
}

private func findings(in bytes: [UInt8], pieces: Int) throws -> [ActivityFinding]? {
  var findings: [ActivityFinding] = []
  do {
    _ = try ActivityReader.read(source(of: bytes, pieces: pieces)) { findings.append($0) }
  } catch let error as ActivityFileError {
    try promise(isSentence(error.description), "not a sentence: \(error.description)")
    return nil
  }
  return findings
}

private func check(_ finding: ActivityFinding) throws {
  for warning in finding.warnings {
    try promise(isSentence(warning), "not a sentence: \(warning)")
  }
  switch finding.outcome {
  case .notAnActivity, .openUnit: break
  case .unusable(let reason): try promise(isSentence(reason), "not a sentence: \(reason)")
  case .activity(let activity):
    let numbers = [
      activity.elapsedSeconds, activity.movingSeconds, activity.distanceM, activity.ascentM,
      activity.descentM, activity.steps, activity.heartRateAverage, activity.heartRateMaximum,
      activity.cadence, activity.rpe,
    ]
    for number in numbers.compactMap(\.self) {
      try promise(number.isFinite && number >= 0, "no activity has the number \(number)")
    }
    switch translator().meaning(of: activity, at: finding.path) {
    case .entry, .otherSport, .unknownSport, .unrecognisedSport: break
    case .unusable(let reason): try promise(isSentence(reason), "not a sentence: \(reason)")
    }
  }
}

private func translator() -> ActivityTranslator {
  ActivityTranslator(
    ActivityTranslator.Clock(
      today: today, localMoment: localMoment,
      utcOffset: { _, second in second < 7_200 ? nil : 120 }, dayBoundaryMinutes: 240),
    unknownSport: .run)
}

/// The moment on a clock two hours ahead of UTC.
private func localMoment(_ utcSeconds: Int) -> LocalMoment {
  let date = WrittenDate(utcSeconds: utcSeconds + 7_200)
  return LocalMoment(day: date.day, secondOfDay: date.secondOfDay ?? 0, utcOffsetMinutes: 120)
}

private func isSentence(_ text: String) -> Bool { text.hasSuffix(".") && text.count < 1_000 }

/// The day of every check.
let today = Day(daysSince1970: 20_784)

/// The bytes, at most `pieces` at a time.
func source(of bytes: [UInt8], pieces: Int = 1 << 16) -> ByteSource {
  var rest = bytes[...]
  return { buffer in
    let piece = rest.prefix(min(buffer.count, pieces))
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
