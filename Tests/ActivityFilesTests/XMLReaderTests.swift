import Foundation
import Testing

@testable import ActivityFiles

@Suite struct XMLReaderTests {
  /// Keeps nothing.
  private final class Deaf: XMLHandler {
    var wantsText: Bool { true }
    func begin(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName, text: String) {}
    func breakOff() {}
  }

  private func read(_ text: String) throws {
    _ = try XMLReader.read(source(of: Array(text.utf8)), Deaf())
  }

  @Test func `Entities are refused, whether they grow or name a file`() {
    let laughs = """
      <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>
      """
    let file = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
    for text in [laughs, file] {
      let error = #expect(throws: ActivityFileError.self) { try read(text) }
      #expect(error?.description.contains("entities") == true)
    }
  }

  @Test func `A declaration of elements is no conflict`() throws {
    try read("<!DOCTYPE a [<!ELEMENT a (b*)><!ATTLIST a x CDATA #IMPLIED>]><a x='1'><b/></a>")
  }

  @Test func `Nesting and texts have their limits`() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    let long = "<a>" + String(repeating: "x", count: XMLReader.maximumText + 1) + "</a>"
    for text in [deep, long] { #expect(throws: ActivityFileError.self) { try read(text) } }
  }

  @Test func `Every GPX and TCX cut short or damaged is refused or read, and ends`() throws {
    guard Shared.isThere else { return }
    var random = SystemRandomNumberGenerator()
    for folder in ["gpx", "tcx"] {
      for file in try Shared.files("activities/\(folder)") {
        let bytes = try Shared.bytes("activities/\(folder)/\(file)")
        // Large files are only cut, so that the test ends in time.
        let small = bytes.count < 100_000
        for number in 0..<(small ? 200 : 20) {
          try? feed(Array(bytes.prefix(bytes.count * number / (small ? 200 : 20))), folder)
        }
        for _ in 0..<(small ? 50 : 2) {
          var damaged = bytes
          for _ in 0..<20 {
            damaged[Int.random(in: 0..<damaged.count, using: &random)] =
              UInt8.random(in: 0...255, using: &random)
          }
          try? feed(damaged, folder)
        }
      }
    }
  }

  private func feed(_ bytes: [UInt8], _ folder: String) throws {
    _ =
      try folder == "gpx"
      ? GPXFile.activities(in: source(of: bytes))
      : TCXFile.activities(in: source(of: bytes))
  }
}
