import Testing

/// A command that writes a file.
struct Writer: CustomTestStringConvertible, Sendable {
  /// The words up to the file's name.
  let words: [String]
  /// How the file's name ends.
  let ending: String

  var testDescription: String { words.joined(separator: " ") }

  static let all =
    pages + results + [
      Writer(words: ["export", "-o"], ending: "json"),
      Writer(words: ["export", "--format", "ndjson", "-o"], ending: "ndjson"),
    ]

  static let pages = [
    Writer(words: ["report", "--html"], ending: "html"),
    Writer(words: ["report", "--for", "clinician", "--quiet", "--html"], ending: "htm"),
    Writer(words: ["month", "--html"], ending: "html"),
    Writer(words: ["months", "--html"], ending: "html"),
  ]

  static let results = ["csv", "tsv", "json", "ndjson", "md", "html", "txt"].map { ending in
    Writer(words: ["sql", "SELECT day, leg_pain FROM day", "-o"], ending: ending)
  }

  /// A file's name that ends as it should.
  func name(_ stem: String) -> String { "\(stem).\(ending)" }
}
