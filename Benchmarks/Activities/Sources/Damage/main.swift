import ActivityFiles
import Foundation

// Cuts each file at 200 places, flips bytes cumulatively a thousand times, then one
// byte at a time, and reads the result every time. A crash is a failure; the slowest
// reading and the peak memory are printed.

/// The totals of the readings.
struct Tally {
  var (readings, accepted) = (0, 0)
  var slowest = Duration.zero
  var slowestFile = ""

  mutating func read(_ bytes: [UInt8], of path: String) {
    var isAccepted = false
    let duration = ContinuousClock().measure {
      isAccepted = (try? ActivityReader.read(source(of: bytes)) { _ in }) != nil
    }
    readings += 1
    accepted += isAccepted ? 1 : 0
    if duration > slowest { (slowest, slowestFile) = (duration, path) }
  }
}

/// A source of `bytes`.
func source(of bytes: [UInt8]) -> ByteSource {
  var position = 0
  return { buffer in
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<position + count])
    position += count
    return count
  }
}

var tally = Tally()
for path in CommandLine.arguments.dropFirst() {
  guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { continue }
  let whole = [UInt8](data)
  let isFIT = FITFile.isFIT(prefix: whole)
  for cut in 0..<200 { tally.read(Array(whole.prefix(whole.count * cut / 200)), of: path) }

  var bytes = whole
  for _ in 0..<1000 {
    bytes[Int.random(in: bytes.indices)] ^= UInt8.random(in: 1...255)
    // Otherwise it would soon be refused at the start.
    if isFIT { bytes.replaceSubrange(8..<12, with: ".FIT".utf8) }
    tally.read(bytes, of: path)
    // Broken XML is refused at the break, so start again.
    if !isFIT { bytes = whole }
  }

  // Most definitions are among the first bytes.
  bytes = whole
  for _ in 0..<1000 {
    let index = Int.random(in: 0..<min(bytes.count, 4096))
    bytes[index] ^= UInt8.random(in: 1...255)
    tally.read(bytes, of: path)
    bytes[index] = whole[index]
  }
}

let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
let memory = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? "VmHWM unknown"
print(
  "\(tally.readings) readings, \(tally.accepted) accepted; \(memory.replacing("\t", with: " "))")
print("slowest \(tally.slowest / .milliseconds(1)) ms: \(tally.slowestFile)")
