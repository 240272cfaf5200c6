import ActivityFiles
import Foundation

// Reads each file or archive and prints the result and the time, and finally the
// peak memory.

for path in CommandLine.arguments.dropFirst() {
  guard let file = FileHandle(forReadingAtPath: path) else {
    print("\(path): not there")
    continue
  }
  var counts = [0, 0, 0]
  var outcome = ""
  let duration = ContinuousClock().measure {
    do {
      let format = try ActivityReader.read({ buffer in
        Foundation.read(file.fileDescriptor, buffer.baseAddress, buffer.count)
      }) { finding in
        switch finding.outcome {
        case .activity: counts[0] += 1
        case .unusable: counts[1] += 1
        case .notAnActivity: counts[2] += 1
        case .openUnit: break
        }
      }
      outcome = format.rawValue
    } catch {
      outcome = "\(error)"
    }
  }
  print(
    "\(path): \(outcome), \(counts[0]) activities, \(counts[1]) unusable, \(counts[2]) others, "
      + "\(Int(duration / .milliseconds(1))) ms")
}

let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
let memory = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? "VmHWM unknown"
print(memory.replacing("\t", with: " "))
