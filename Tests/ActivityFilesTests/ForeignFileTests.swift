import ActivityFiles
import Testing

/// Files that hold nothing to read are called what they are.
@Suite struct ForeignFileTests {
  private static let files: [(String, [UInt8], String)] = [
    ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], "7z archive"),
    ("rar", Array("Rar!\u{1A}\u{7}\u{1}".utf8), "RAR"),
    ("tar", [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8), "tar archive"),
    ("bz2", Array("BZh91AY".utf8), "compressed"),
    ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], "compressed"),
    ("zst", [0x28, 0xB5, 0x2F, 0xFD, 0], "compressed"), ("pdf", Array("%PDF-1.7\n".utf8), "PDF"),
    ("rtf", Array("{\\rtf1 hello}".utf8), "RTF document"),
    ("xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "old Office"),
    ("jpg", [0xFF, 0xD8, 0xFF, 0xE0], "picture"),
    ("png", [0x89, 0x50, 0x4E, 0x47, 0xD], "picture"),
    ("gif", Array("GIF89a".utf8), "picture"),
    ("heic", Array("\0\0\0\u{18}ftypheic".utf8), "picture"),
    ("mp4", Array("\0\0\0\u{18}ftypisom".utf8), "video"),
    ("sqlite", Array("SQLite format 3\0".utf8), "SQLite"),
    ("html", Array("<!DOCTYPE html><html><body/></html>".utf8), "web page"),
    ("kml", Array("<?xml version=\"1.0\"?><kml><Document/></kml>".utf8), "KML"),
  ]

  @Test(arguments: files)
  func `A file is refused by its name`(kind: String, bytes: [UInt8], name: String) {
    let error = #expect(throws: ActivityFileError.self) { try Reading(bytes) }
    #expect(error?.description.contains(name) == true)
    #expect(error?.description.hasSuffix(".") == true)
  }

  @Test(arguments: [
    ("[Content_Types].xml", "xl/workbook.xml", "Excel"),
    ("[Content_Types].xml", "word/document.xml", "Word"),
    ("[Content_Types].xml", "ppt/presentation.xml", "Office"), ("doc.kml", "images/a.png", "KML"),
    ("Index/Document.iwa", "Index/Tables.iwa", "Numbers"),
  ])
  func `A document that is packed is no archive`(first: String, second: String, name: String) throws
  {
    let bytes = try zip([PackedFile(first, "<a/>"), PackedFile(second, "<b/>")])
    let error = #expect(throws: ActivityFileError.self) { try Reading(bytes) }
    #expect(error?.description.contains(name) == true)
  }

  @Test func `In an archive only what may hold runs is set aside`() throws {
    let run =
      "<TrainingCenterDatabase><Activities><Activity Sport='Running'><Id>2026-10-03T07:00:00Z</Id>"
      + "</Activity></Activities></TrainingCenterDatabase>"
    let files = Self.files.map { PackedFile("a.\($0.0)", $0.1) } + [PackedFile("b.tcx", run)]
    let reading = try Reading(zip(files))
    #expect(reading.activities.count == 1)
    #expect(reading.reasons.count == 6)
    #expect(reading.others.count == Self.files.count - 6)
  }
}
