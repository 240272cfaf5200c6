import EntryInput
import JSONText
import JournalStore
import Presentation
import SQLFunctions

/// Describes the tables and views of the copy, without what is withheld.
struct SchemaTool {
  private let journal: AssistantJournal

  init(_ journal: AssistantJournal) {
    self.journal = journal
  }

  /// Returns all relations with their columns, or one in full.
  ///
  /// - Throws: ``RPCError``, or ``UsageError`` for an unknown name.
  func answer(_ arguments: ToolArguments) throws -> ToolAnswer {
    let name = try arguments.text("table")
    let copy = try journal.contents().copy
    let relations = DataDictionary.current.relations
      .filter { !copy.withheldRelations.contains($0.name) }
      .map { relation in
        var shown = relation
        let withheld = copy.withheldColumns(of: relation.name)
        shown.columns.removeAll { withheld.contains($0.name) }
        return shown
      }
    guard let name else { return list(relations) }
    let known = relations.map(\.name)
    guard let relation = relations.first(where: { $0.name == name.lowercased() }) else {
      if case .none(let near) = NameMatch(name, among: known), near.isEmpty {
        throw UsageError("Unknown table or view \(Quoted.text(name)); call schema without it.")
      }
      throw UsageError(
        "Unknown table or view \(Quoted.text(name)); use \(known.joined(separator: ", ")).")
    }
    let facts = try copy.queries.columnFacts(of: relation.name)
    let text = RelationText(relation: relation, facts: facts)
    return ToolAnswer(parts: [text.text(TextLayout())], data: text.json)
  }

  private func list(_ relations: [DataDictionary.Relation]) -> ToolAnswer {
    let lines = relations.map { relation in
      let columns = relation.columns.map { "\($0.name) (\($0.unit))" }.joined(separator: ", ")
      return "\(relation.name), \(relation.kind): \(relation.meaning) Columns: \(columns)."
    }
    let functions = SQLFunction.all.map { "\($0.signature): \($0.meaning)" }
    let data: JSON = [
      "relations": .array(
        relations.map { relation in
          [
            "name": .string(relation.name), "kind": .string(relation.kind),
            "meaning": .string(relation.meaning),
            "columns": .array(
              relation.columns.map { ["name": .string($0.name), "unit": .string($0.unit)] }),
          ]
        }),
      "functions": .array(functions.map { .string($0) }),
    ]
    let text =
      lines.joined(separator: "\n") + "\n\nFunctions, in addition to those of SQLite:\n"
      + functions.joined(separator: "\n")
    return ToolAnswer(parts: [text], data: data)
  }
}
