import ActivityFiles
import Foundation

// Reads files from disk and prints their number, the number of activities, and the
// fastest of five rounds in milliseconds.
let paths = CommandLine.arguments.dropFirst()
var activities = 0
var fastest = Duration.seconds(3600)
for _ in 0..<5 {
  activities = 0
  let duration = ContinuousClock().measure {
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      activities += (try? FITFile.activities(in: [UInt8](data)))?.activities.count ?? 0
    }
  }
  fastest = min(fastest, duration)
}
print("\(paths.count) files, \(activities) activities, \(fastest / .milliseconds(1)) ms")
