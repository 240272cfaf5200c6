internal import JournalMigrations

/// The columns of the journal's tables and views, with their meanings.
///
/// The text is that of Documentation/data-dictionary.md, which is built into the
/// program; a test compares that page with the real schema.
public struct DataDictionary: Sendable {
  /// A table or a view.
  public struct Relation: Sendable {
    /// Its name in SQL.
    public let name: String
    /// `view` or `table`.
    public let kind: String
    /// The meaning of its rows.
    public var meaning = ""
    /// Its columns, in order.
    public var columns: [Column] = []
  }

  /// A column of a table or view.
  public struct Column: Sendable {
    /// Its name in SQL.
    public let name: String
    /// Its unit, or what it is: `km`, `0-10`, `day`, `word`.
    public let unit: String
    /// Its meaning.
    public let meaning: String
  }

  /// In the order of the page: views come first.
  public let relations: [Relation]

  /// The dictionary of this version.
  public static let current = DataDictionary(dataDictionaryPage)

  /// The table or view `name`; empty if it does not exist.
  public subscript(name: String) -> Relation {
    relations.first { $0.name == name } ?? Relation(name: name, kind: "table")
  }

  /// Reads the page.
  init(_ page: String) {
    var relations: [Relation] = []
    var (kind, isInside) = ("", false)
    for line in page.split(separator: "\n") {
      if line.hasPrefix("## ") {
        kind = line == "## Views" ? "view" : line == "## Tables" ? "table" : ""
        isInside = false
      } else if line.hasPrefix("### "), !kind.isEmpty {
        isInside = true
        relations.append(Relation(name: String(line.dropFirst(4)), kind: kind))
      } else if let last = relations.indices.last, isInside {
        if line.hasPrefix("| `") {
          let cells = line.dropFirst().split(separator: "|", maxSplits: 2).map(Self.text)
          guard cells.count == 3 else { continue }
          relations[last].columns.append(
            Column(name: cells[0], unit: cells[1], meaning: cells[2]))
        } else if !line.hasPrefix("|") {
          relations[last].meaning += (relations[last].meaning.isEmpty ? "" : " ") + Self.text(line)
        }
      }
    }
    self.relations = relations
  }

  private static func text(_ cell: Substring) -> String {
    var words = cell.split(separator: " ").joined(separator: " ")
    if words.hasSuffix("|") { words.removeLast() }
    while words.last == " " { words.removeLast() }
    return words.filter { $0 != "`" && $0 != "*" }
  }
}
