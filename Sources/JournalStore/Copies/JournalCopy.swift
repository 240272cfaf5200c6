/// A private copy of a journal in memory, without what is withheld.
///
/// What it does not contain, no statement, error, view or pragma can reveal.
public struct JournalCopy {
  /// For reports, which need to know on which days there was medication.
  public let reports: Journal
  /// For a person's or an assistant's statements.
  public let queries: Journal
  /// How much it contains.
  public let disclosure: Disclosure

  /// Tables and views without contents in the copy.
  public var withheldRelations: Set<String> {
    disclosure == .words
      ? [withheldTable] : ShownTable.withheldTables.union(ShownTable.withheldViews)
  }

  /// The columns of a table or view that read NULL in the copy.
  public func withheldColumns(of relation: String) -> Set<String> {
    guard disclosure == .figures else {
      return ShownTable.alwaysWithheld[relation]
        ?? (relation == "trial" ? ["seed"] : [])
    }
    let table = ShownTable.all.first { $0.name == relation }
    return Set(table?.withheld ?? []).union(relation == "check_in" ? ["medication"] : [])
      .union(ShownTable.withheldInViews[relation] ?? [])
  }
}
