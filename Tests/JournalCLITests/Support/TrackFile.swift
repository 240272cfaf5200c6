@testable import JournalCLI

/// A GPX file of a made-up activity, straight along a meridian.
struct TrackFile {
  /// When it began, as the file writes it.
  var start = "2026-11-20T06:00:00Z"
  var sport: String? = "running"
  var name: String?
  /// Metres from each point to the next, a minute apart.
  var metresAMinute = 200.0
  var minutes = 30
  /// Whether points have times.
  var hasTimes = true

  /// The file.
  var text: String {
    let metresADegree = 6_371_008.8 * Double.pi / 180
    let hour = Int(start.dropFirst(11).prefix(2)) ?? 0
    let minute = Int(start.dropFirst(14).prefix(2)) ?? 0
    let points = (0...minutes).map { index in
      let past = hour * 60 + minute + index
      let clock = [past / 60, past % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      let time = "\(start.prefix(11))\(clock.joined(separator: ":"))\(start.dropFirst(16))"
      let latitude = 50 + Double(index) * metresAMinute / metresADegree
      return "<trkpt lat=\"\(latitude)\" lon=\"8\">"
        + (hasTimes ? "<time>\(time)</time>" : "") + "</trkpt>"
    }
    return """
      <?xml version="1.0"?><gpx version="1.1" creator="made up"><trk>\
      \(name.map { "<name>\($0)</name>" } ?? "")\(sport.map { "<type>\($0)</type>" } ?? "")\
      <trkseg>\(points.joined())</trkseg></trk></gpx>
      """
  }
}
