/// A part of the program that any input must leave standing.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Files of watches, as recordings.
  case fit, gpx, tcx
  /// Apple's export of health data.
  case apple
  /// Archives of recordings and tables.
  case archive
  /// Delimited text, alone and as an import with a mapping.
  case csv
  /// JSON, alone and as an import with a mapping.
  case json
  /// Typed days, months, ranges and times.
  case days
  /// Typed distances, durations, paces and amounts.
  case distances
  /// Typed pain, exercises and fields.
  case entries
  /// Lines of an inbox.
  case lines
  /// Statements of `nerve sql`: nothing may be written.
  case sql
  /// Statements of `nerve sql --write`: what they change can be undone.
  case write
  /// A damaged journal: opened, restored and repaired.
  case restore
  /// A damaged copy to merge.
  case merge
  /// An export to restore from.
  case export

  /// Checks one input, which may be anything.
  ///
  /// It throws a ``BrokenPromise`` if the program did what it must not do; a trap, a
  /// report of a sanitizer, too much time or too much memory are findings by themselves.
  package typealias Check = ([UInt8]) throws -> Void

  /// Prepares the check, with its journal if it needs one.
  package func makeCheck() throws -> Check {
    switch self {
    case .fit, .gpx, .tcx, .apple, .archive: return checkActivities
    case .csv:
      let journal = try ScratchJournal()
      return { try checkDelimitedText($0, into: journal) }
    case .json:
      let journal = try ScratchJournal()
      return { try checkJSON($0, into: journal) }
    case .days: return checkDays
    case .distances: return checkMeasures
    case .entries: return checkEntries
    case .lines: return checkLines
    case .sql:
      let journal = try ScratchJournal()
      return { try checkReading($0, of: journal) }
    case .write:
      let journals = FreshJournals(lasting: 200)
      return { try checkChanging($0, of: journals.next()) }
    case .restore:
      let journal = try DamagedJournal(of: ScratchJournal())
      return { try journal.check($0) }
    case .merge:
      let journal = try ScratchJournal()
      let other = try DamagedJournal(of: journal)
      return { try other.checkMerge($0, into: journal) }
    case .export:
      let journal = try ScratchJournal(isEmpty: true)
      return { try checkExport($0, into: journal) }
    }
  }
}

/// Something that the program must not do with any input.
package struct BrokenPromise: Error, CustomStringConvertible {
  package let description: String
}

/// Throws ``BrokenPromise`` unless `isKept`.
func promise(_ isKept: Bool, _ words: @autoclosure () -> String) throws {
  guard isKept else { throw BrokenPromise(description: words()) }
}

/// Returns the value of `body`, or `nil` if it throws an error of a kind that is meant
/// for people; other errors are passed on.
func refusing<T, E: Error>(_ kind: E.Type, _ body: () throws -> T) throws -> T? {
  do {
    return try body()
  } catch is E {
    return nil
  }
}
