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

  /// Expat reads what is unfinished again and again: 250 MB in one comment, packed to
  /// 250 KB, took hours.
  @Test(arguments: ["<!--", "<?b ", "<b", "<b c='", "<b ", "</a"])
  func `What is read as a whole has its limit`(start: String) throws {
    let fitting = String(repeating: "x", count: XMLReader.maximumToken / 2)
    let text = "<a><b/>" + start + fitting
    let cut = try XMLReader.read(source(of: Array(text.utf8)), Deaf())
    #expect(cut.repairs == [.cutShort])
    let long = try XMLReader.read(source(of: Array((text + fitting + fitting).utf8)), Deaf())
    #expect(long.failure?.description == "A tag or a comment in the XML is too long.")
    #expect(long.repairs == [.damaged])
  }

  @Test(arguments: ["<!--", "<!DOCTYPE a [<!--", "<?b ", "<!DOCTYPE a SYSTEM '"])
  func `What comes before the first element has its limit too`(start: String) {
    let text = start + String(repeating: "x", count: 2 * XMLReader.maximumToken)
    let error = #expect(throws: ActivityFileError.self) { try read(text) }
    #expect(error?.description == "A tag or a comment in the XML is too long.")
  }

  private static let files =
    SampleFile.all(own: "gpx", shared: "activities/gpx")
    + SampleFile.all(own: "tcx", shared: "activities/tcx")

  /// Bytes that are read of each file, so that large ones do not take minutes.
  private static let budget = 200_000

  @Test(arguments: files)
  func `A GPX or TCX that is cut short or damaged is read, or refused with a reason`(
    file: SampleFile
  ) throws {
    var random = SplitMix64(seed: 20_261_126)
    let bytes = try file.bytes
    let rounds = min(40, max(2, Self.budget / (bytes.count + 1)))
    for round in 0..<rounds {
      try feed(Array(bytes.prefix(bytes.count * round / rounds)), file)
      guard !bytes.isEmpty else { continue }
      var damaged = bytes
      for _ in 0..<20 {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      try feed(damaged, file)
    }
  }

  private func feed(_ bytes: [UInt8], _ file: SampleFile) throws {
    do {
      let isEmpty =
        try file.name.hasSuffix(".gpx")
        ? GPXFile.activities(in: source(of: bytes)).isEmpty
        : TCXFile.activities(in: source(of: bytes)).isEmpty
      #expect(!isEmpty)
    } catch let error as ActivityFileError {
      #expect(error.description.hasSuffix("."))
    }
  }
}
