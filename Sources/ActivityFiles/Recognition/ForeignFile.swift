/// A known file type without activities, so that the error can name it.
enum ForeignFile: CaseIterable {
  case sevenZip, rar, tar, bzip2, xz, zstandard
  case excel, openSpreadsheet, iWork, oldOffice, word, office, pdf, richText
  case picture, film, webPage, map, database

  /// The type of a file that begins with `prefix`, or `nil` if it is none of
  /// these.
  init?(_ prefix: [UInt8]) {
    func begins(_ text: String, at place: Int = 0) -> Bool {
      prefix.dropFirst(place).starts(with: text.utf8)
    }
    func holds(_ text: String) -> Bool { prefix.firstRange(of: Array(text.utf8)) != nil }
    if let kind = Self.marks.first(where: { prefix.starts(with: $0.0) })?.1 {
      self = kind
    } else if begins("ustar", at: 257) {
      self = .tar
    } else if begins("ftyp", at: 4) {
      self =
        begins("heic", at: 8) || begins("mif1", at: 8) || begins("avif", at: 8) ? .picture : .film
    } else if begins("WEBP", at: 8) {
      self = .picture
    } else if begins("PK\u{3}\u{4}") {
      // A container for several document types: its first file decides.
      if begins("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", at: 30) {
        self = .openSpreadsheet
      } else if begins("doc.kml", at: 30) {
        self = .map
      } else if begins("Index/", at: 30) && holds(".iwa")
        || begins("preview.jpg", at: 30) && holds(".iwa")
      {
        self = .iWork
      } else if ["[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "ppt/"]
        .contains(where: { begins($0, at: 30) })
      {
        self = holds("xl/") ? .excel : holds("word/") ? .word : .office
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// The type of an XML file whose first element is `root`.
  init?(root: String) {
    switch root.lowercased() {
    case "html": self = .webPage
    case "kml": self = .map
    default: return nil
    }
  }

  /// The first bytes of each type.
  private static let marks: [([UInt8], ForeignFile)] = [
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), (Array("Rar!\u{1A}\u{7}".utf8), .rar),
    (Array("BZh".utf8), .bzip2), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .xz),
    ([0x28, 0xB5, 0x2F, 0xFD], .zstandard), (Array("%PDF".utf8), .pdf),
    (Array("{\\rtf".utf8), .richText),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ([0xFF, 0xD8, 0xFF], .picture), ([0x89, 0x50, 0x4E, 0x47], .picture),
    (Array("GIF8".utf8), .picture), (Array("SQLite format 3\0".utf8), .database),
  ]

  /// Whether it may contain compressed activities.
  var isArchive: Bool {
    switch self {
    case .sevenZip, .rar, .tar, .bzip2, .xz, .zstandard: true
    default: false
    }
  }

  /// Its name and the way out, in one sentence.
  var refusal: ActivityFileError {
    let recordings = "ask the app for FIT, TCX or GPX files, or for a CSV"
    let sentence =
      switch self {
      case .sevenZip: "The file is a 7z archive; unpack it and import the contents."
      case .rar: "The file is a RAR archive; unpack it and import the contents."
      case .tar: "The file is a tar archive; unpack it and import the contents."
      case .bzip2, .xz, .zstandard: "The file is compressed; unpack it and import the contents."
      case .excel: "The file is an Excel workbook; save it as CSV and import that."
      case .openSpreadsheet: "The file is a spreadsheet; save it as CSV and import that."
      case .iWork:
        "The file is an Apple Numbers or Pages document; save it as CSV and import that."
      case .oldOffice: "The file is an old Office document; save it as CSV and import that."
      case .word: "The file is a Word document; \(recordings)."
      case .office: "The file is an Office document; \(recordings)."
      case .pdf: "The file is a PDF; \(recordings)."
      case .richText: "The file is an RTF document; \(recordings)."
      case .picture: "The file is a picture; \(recordings)."
      case .film: "The file is a video or sound; \(recordings)."
      case .webPage: "The file is a web page, perhaps saved instead of the download; \(recordings)."
      case .map: "The file is KML, a map format usually without times; \(recordings)."
      case .database:
        "The file is an SQLite database, not a recording; open a journal with --journal."
      }
    return ActivityFileError(sentence, holdsNoActivity: !isArchive)
  }
}
