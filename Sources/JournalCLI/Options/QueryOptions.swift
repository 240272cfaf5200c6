import ArgumentParser
import EntryInput
import JournalStore
import Presentation

/// The format and destination of the results of a query.
struct QueryFormatOptions: ParsableArguments {
  @Option(
    help: "Format: text, csv, tsv, json, ndjson, markdown, html, line or plain.",
    completion: .cases(of: QueryFormat.self))
  var format: String?

  @Flag(help: "Short for --format json.")
  var json = false

  @Flag(help: "Short for --format plain: one record per line, tabs between fields, no heading.")
  var plain = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Output file; the file name extension sets the format, such as .csv, .json or .md.",
      valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var replacing: OverwriteOptions

  @Flag(help: "Print long results without a pager.")
  var noPager = false

  /// Returns the chosen format.
  func chosen() throws -> QueryFormat {
    let named = try format.map { word in
      guard let known = QueryFormat(word: word) else {
        throw UsageError(unknown: "format", word, use: Self.choices)
      }
      return known
    }
    let asked = Set([named, json ? .json : nil, plain ? .plain : nil].compactMap(\.self))
    guard asked.count <= 1 else { throw ShortFormatOptions.conflict }
    guard let output, !OutputFile.isPassedThrough(output) else { return asked.first ?? .text }
    let ending = FileEnding(of: output)
    let meant = ending.flatMap { QueryFormat(word: $0.text) }
    if let asked = asked.first, let ending, meant != nil,
      !asked.kind.endings.contains(ending.text.lowercased())
    {
      throw UsageError(
        "The extension .\(ending.text) does not match \(asked.kind.name); name the file "
          + "\(ending.stem).\(asked.kind.endings[0]).")
    }
    guard let format = asked.first ?? meant else {
      throw UsageError(
        "The name \(output) has no known extension; use .csv, .tsv, .json, .ndjson, .md, .html "
          + "or .txt.")
    }
    return format
  }

  private static let choices =
    "text (or table), csv, tsv, json, ndjson, markdown, html, line or plain"
}

/// The values of a statement's parameters, as typed.
enum QueryParameters {
  /// Returns the values in `words`, each `name=value`, by name.
  static func parsed(_ words: [String]) throws -> [String: SQLiteValue] {
    var values: [String: SQLiteValue] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "="), equals != word.startIndex else {
        throw UsageError(
          "\(Quoted.text(word)) is not a parameter; use name=value, as in: -p shoe=pegasus"
        )
      }
      var name = word[..<equals]
      if let sign = name.first, ":@$?".contains(sign) { name = name.dropFirst() }
      guard
        values.updateValue(value(word[word.index(after: equals)...]), forKey: String(name)) == nil
      else { throw UsageError("The parameter \(name) is given twice; remove one.") }
    }
    return values
  }

  /// Returns the value of `text`: a number or NULL as in SQL, the text in single
  /// quotes, or the text itself.
  static func value(_ text: Substring) -> SQLiteValue {
    if text.uppercased() == "NULL" { return .null }
    if text.count >= 2, text.first == "'", text.last == "'" {
      return .text(
        String(text.dropFirst().dropLast()).split(separator: "''", omittingEmptySubsequences: false)
          .joined(separator: "'"))
    }
    let digits = text.drop { $0 == "-" }
    // 007 is text, and so is anything else that only looks like a number.
    let isPlain =
      text.utf8.count - digits.utf8.count <= 1
      && (digits == "0" || digits.hasPrefix("0.") || !digits.hasPrefix("0"))
      && digits.utf8.first.map { (0x30...0x39).contains($0) } == true
    guard isPlain else { return .text(String(text)) }
    if let whole = Int64(text) { return .integer(whole) }
    guard text.utf8.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return .text(String(text)) }
    return .real(number)
  }
}
