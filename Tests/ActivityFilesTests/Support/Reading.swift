import ActivityFiles

/// What `ActivityReader` makes of bytes.
struct Reading {
  var format: ActivityFormat
  var findings: [ActivityFinding] = []

  init(_ bytes: [UInt8], _ options: ActivityReadingOptions = .init()) throws {
    var findings: [ActivityFinding] = []
    format = try ActivityReader.read(source(of: bytes), given: options) { findings.append($0) }
    self.findings = findings
  }

  init(_ text: String, _ options: ActivityReadingOptions = .init()) throws {
    try self.init(Array(text.utf8), options)
  }

  var activities: [ImportedActivity] {
    findings.compactMap { if case .activity(let activity) = $0.outcome { activity } else { nil } }
  }

  var reasons: [String] {
    findings.compactMap { if case .unusable(let reason) = $0.outcome { reason } else { nil } }
  }

  /// Whether distances were read in a unit that nothing tells.
  var hasOpenUnit: Bool { findings.contains { $0.outcome == .openUnit } }

  /// The paths of what is no activity.
  var others: [String?] { findings.filter { $0.outcome == .notAnActivity }.map(\.path) }
}
