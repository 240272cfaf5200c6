import ActivityFiles
import Testing

/// Files that are nearly XML: each holds a run all the same.
@Suite struct NearlyXMLTests {
  private static func gpx(name: String, end: String = "</trkseg></trk></gpx>") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <gpx version="1.1" creator="watch"><trk><name>\(name)</name><type>running</type><trkseg>
    <trkpt lat="50.000" lon="7.0"><time>2026-10-04T07:00:00Z</time></trkpt>
    <trkpt lat="50.001" lon="7.0"><time>2026-10-04T07:00:25Z</time></trkpt>
    <trkpt lat="50.002" lon="7.0"><time>2026-10-04T07:00:50Z</time></trkpt>
    \(end)
    """
  }

  private static let tcx = """
    <?xml version="1.0" encoding="UTF-8"?>
    <TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2026-10-03T07:00:00Z</Id>
    <Lap StartTime="2026-10-03T07:00:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds>
    <DistanceMeters>5000</DistanceMeters></Lap></Activity></Activities></TrainingCenterDatabase>
    """

  /// The one run of a file, and what is doubtful about it.
  private func run(_ bytes: [UInt8]) throws -> (ImportedActivity, [String]) {
    let reading = try Reading(bytes)
    try #require(reading.findings.count == 1)
    let activity = try #require(reading.activities.first)
    #expect(activity.sport == .run)
    // However it is packed, it is the same.
    let packed = try Reading(zip([PackedFile("a/b", bytes)]))
    #expect(packed.activities == [activity])
    #expect(try Reading(gzip(bytes)).activities == [activity])
    return (activity, reading.findings[0].warnings)
  }

  private func run(_ text: String) throws -> (ImportedActivity, [String]) {
    try run(Array(text.utf8))
  }

  @Test(arguments: ["          ", "\n\r\n", "\u{FEFF}", "  \u{FEFF}", "\u{FEFF}\u{FEFF}\n", "\0\0"])
  func `What comes before the declaration is passed over`(start: String) throws {
    let (activity, doubts) = try run(start + Self.tcx)
    #expect(activity.distanceM == 5000)
    #expect(doubts.isEmpty)
    #expect(try run(start + Self.gpx(name: "a")).1.isEmpty)
  }

  @Test func `A declaration behind a comment is no conflict`() throws {
    #expect(try run("<!-- made by hand -->" + Self.tcx).1.isEmpty)
  }

  @Test(arguments: [
    ("a\u{B}b", "a b", "characters"), ("a&#11;b", "a b", "characters"),
    ("a&#xFFFF;b", "a b", "characters"),
    ("Run & walk", "Run & walk", "&"), ("A&B;", "A&B;", "&"), ("100 &", "100 &", "&"),
    ("Ca&ntilde;on&nbsp;1", "Cañon\u{A0}1", "&"), ("caf&eacute;", "café", "&"),
    ("pace < 5", "pace < 5", "&"), ("a <3 b", "a <3 b", "&"), ("&lt;&#65;&#x42;&amp;", "<AB&", nil),
    ("<![CDATA[a & b < c]]>", "a & b < c", nil), ("<!-- & -->a", "a", nil),
    ("ランニング 🏃", "ランニング 🏃", nil),
  ])
  func `Names keep what they say`(written: String, read: String, doubt: String?) throws {
    let (activity, doubts) = try run(Self.gpx(name: written))
    #expect(activity.title == read)
    #expect(activity.movingSeconds == 50)
    #expect(doubts.count == (doubt == nil ? 0 : 1))
    if let doubt { #expect(doubts.first?.contains(doubt) == true) }
  }

  @Test(arguments: ["windows-1252", "ISO-8859-1", "latin1"])
  func `Western letters in one byte are read`(encoding: String) throws {
    let text = Self.gpx(name: "Caf\u{1}").replacing("UTF-8", with: encoding)
    let bytes = text.utf8.map { $0 == 1 ? 0xE9 : $0 }
    let (activity, doubts) = try run(bytes)
    #expect(activity.title == "Café")
    #expect(doubts.isEmpty)
  }

  @Test func `Letters that are not in the encoding declared are read with a doubt`() throws {
    let bytes = Self.gpx(name: "Caf\u{1} \u{2}").utf8.map { $0 == 1 ? 0xE9 : $0 == 2 ? 0x80 : $0 }
    let (activity, doubts) = try run(bytes)
    #expect(activity.title == "Café €")
    #expect(doubts.count == 1)
    // What says that it is Latin-1 and is UTF-8 is read as what it is.
    let wrong = Self.gpx(name: "Café").replacing("UTF-8", with: "ISO-8859-1")
    #expect(try run(wrong).0.title == "Café")
    #expect(try run(Self.gpx(name: "Café").replacing("UTF-8", with: "UTF-16")).0.title == "Café")
  }

  @Test(arguments: [
    ("windows-1251", [0xC1, 0xE5, 0xE3] as [UInt8], "Бег"),
    ("windows-1250", [0x42, 0xEC, 0x68], "Běh"),
    ("iso-8859-2", [0x42, 0xEC, 0x68], "Běh"), ("windows-1254", [0x4B, 0x6F, 0xFE, 0x75], "Koşu"),
  ])
  func `Other letters in one byte are read`(encoding: String, bytes: [UInt8], word: String) throws {
    let text = Self.gpx(name: "a").replacing("UTF-8", with: encoding)
    let parts = text.split(separator: "running")
    let (activity, doubts) = try run(Array(parts[0].utf8) + bytes + Array(parts[1].utf8))
    #expect(activity.sport == .run)
    #expect(Sport(named: word) == .run)
    #expect(doubts.isEmpty)
  }

  @Test(arguments: [true, false], [true, false])
  func `Letters of two bytes are read`(isBigEndian: Bool, hasMark: Bool) throws {
    let text =
      (hasMark ? "\u{FEFF}" : "  ") + Self.gpx(name: "Løp 🏃").replacing("UTF-8", with: "UTF-16")
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    let (activity, doubts) = try run(bytes)
    #expect(activity.title == "Løp 🏃")
    #expect(doubts.isEmpty)
  }

  @Test(arguments: ["UTF-16", "windows-1251"])
  func `A long file in another encoding is read whole`(encoding: String) throws {
    let points = (0..<2500).map { number in
      """
      <trkpt lat="\(50 + Double(number) / 40_000)" lon="7.0"><name>Бег</name>
      <time>2026-10-04T07:\(10 + number / 60):\(10 + number % 50)Z</time></trkpt>
      """
    }
    let text = Self.gpx(name: "Бег", end: points.joined() + "</trkseg></trk></gpx>")
      .replacing("UTF-8", with: encoding)
    let bytes: [UInt8] =
      encoding == "UTF-16"
      ? text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      : text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : UInt8($0.value - 0x350) }
    let plain = try run(text.replacing(encoding, with: "UTF-8"))
    let (activity, doubts) = try run(bytes)
    #expect(activity.distanceM == plain.0.distanceM)
    #expect(activity.title == "Бег")
    #expect(doubts == plain.1)
  }

  @Test func `Zeros at the end are read over`() throws {
    let (activity, doubts) = try run(Self.tcx + String(repeating: "\0", count: 5000))
    #expect(activity.distanceM == 5000)
    #expect(doubts.count == 1)
  }

  @Test func `Data after the end are ignored`() throws {
    let (activity, doubts) = try run(Self.tcx + "<more/>")
    #expect(activity.distanceM == 5000)
    #expect(doubts == ["Data after the end of the recording were ignored."])
  }

  @Test(arguments: [
    "", "<trkpt lat=\"50.003\" lon=\"7", "<trkpt lat=\"50.5\" lon=\"7.0\"><time>2026-1",
  ])
  func `A file that is cut short is read up to there`(end: String) throws {
    let (activity, doubts) = try run(Self.gpx(name: "a", end: end))
    #expect(activity.movingSeconds == 50)
    #expect(doubts == ["The file is cut short; everything up to there was read."])
  }

  @Test func `A file that is broken within is read up to there`() throws {
    let (activity, doubts) = try run(Self.gpx(name: "a", end: "</trk></gpx>"))
    #expect(activity.movingSeconds == 50)
    #expect(doubts == ["The file is damaged; everything before the damage was read."])
    let cut = Self.tcx.dropLast(52)
    #expect(try run(String(cut)).0.distanceM == 5000)
  }

  @Test func `A file of which nothing can be read is refused with the line`() {
    let error = #expect(throws: ActivityFileError.self) {
      try Reading("<gpx version=\"1.1\">\n<trk><trkseg></trk>")
    }
    #expect(error?.description.contains("line 2") == true)
  }

  @Test func `The pieces in which a file comes do not matter`() throws {
    let text = "  " + Self.gpx(name: String(repeating: "é&ntilde;& ", count: 9_000))
    let whole = try Reading(text)
    var rest = Array(text.utf8)[...]
    var titles: [String?] = []
    _ = try ActivityReader.read { buffer in
      let count = min(7, rest.count, buffer.count)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    } _: {
      if case .activity(let activity) = $0.outcome { titles.append(activity.title) }
    }
    #expect(titles == whole.activities.map(\.title))
    #expect(titles.first??.count == 9_000 * 4 - 1)
  }
}
