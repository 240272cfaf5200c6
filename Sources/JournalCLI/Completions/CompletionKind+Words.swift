import ArgumentParser
import CivilDay
import Correlator
import EntryInput
import JournalModel
import JournalStore
import Presentation
import Reports
import JournalModel
import WrittenValues

/// What a shell offers where an option or an argument is typed.
extension CompletionKind {
  /// Shoes of the journal that are not retired.
  static var shoes: CompletionKind { named { try $0.journal().shoeNames(retired: false) } }

  /// Shoes of the journal that are retired.
  static var retiredShoes: CompletionKind {
    named { try $0.journal().shoeNames(retired: true) }
  }

  /// Exercises of the journal's catalogue.
  static var exercises: CompletionKind {
    named { try $0.journal().exercises().map(\.name) }
  }

  /// Routines of the journal.
  static var routines: CompletionKind {
    named { try $0.journal().routines().map(\.name) }
  }

  /// Queries with names, the journal's own and those of the program.
  static var savedQueries: CompletionKind {
    named { line in
      ((try? line.journal().savedQueries()) ?? []).map(\.name) + SavedQuery.builtIn.map(\.name)
    }
  }

  /// Months of the journal, newest first.
  static var months: CompletionKind { named { try $0.journal().months() } }

  /// A kind of entry, then a name where entries of the kind have one.
  static var references: CompletionKind {
    named { line in
      switch line.before.lazy.compactMap(EntryNoun.exact).first {
      case nil: EntryNoun.entries.map(\.word)
      case .footwear:
        try line.journal().shoeNames(retired: false) + line.journal().shoeNames(retired: true)
      case .exercise: try line.journal().exercises().map(\.name)
      default: []
      }
    }
  }

  /// Where the leg hurts, as it may stand beside a rating.
  static var painWords: CompletionKind {
    named { line in PainWords.names(beside: line.before) }
  }

  /// A setting, then its value where there are few.
  static var settings: CompletionKind {
    named { line in
      switch line.before.last.flatMap(Setting.init(rawValue:)) {
      case .units: DistanceUnit.allCases.map(\.rawValue)
      case .defaultShoe: try line.journal().shoeNames(retired: false)
      case nil where line.before.last == ConfigCommand.name:
        Setting.allCases.map(\.rawValue)
      default: []
      }
    }
  }

  /// Days as they are named most.
  static var days: CompletionKind {
    .list(["today", "yesterday"] + Day.weekdayNames.map { $0.lowercased() })
  }

  /// Kinds of entries, as several are listed.
  static var kinds: CompletionKind { .list(EntryNoun.entries.map(\.pluralWord)) }

  /// Tables that a file can be imported into.
  static var tables: CompletionKind { .list(EntryTable.importable.map(\.rawValue)) }

  /// Forms in which results are printed.
  static var formats: CompletionKind { cases(of: OutputFormat.self) }

  /// Forms in which results that are pages too are printed.
  static var pageFormats: CompletionKind {
    .list(OutputFormat.allCases.map(\.rawValue) + [PageFormatOptions.page])
  }

  /// What load is counted in.
  static var loads: CompletionKind { cases(of: LoadMeasure.self) }

  /// When pain was rated.
  static var timings: CompletionKind { cases(of: Timing.self) }

  /// The raw values of all cases, in their order.
  static func cases<Words: CaseIterable & RawRepresentable<String>>(
    of _: Words.Type
  ) -> CompletionKind {
    .list(Words.allCases.map(\.rawValue))
  }

  /// The words that a field takes, `nil` if it takes any.
  static func words(of field: Field) -> CompletionKind? {
    switch (field.measure, field.kind) {
    case (.place, _): .list(Reach.allCases.map(\.name))
    case (_, .choice(let words)): .list(words)
    default: nil
    }
  }

  /// Names of the journal that the line being typed is about; none if anything
  /// is in the way, for there is no place for a message within a line.
  private static func named(
    _ names: @escaping @Sendable (TypedLine) throws -> [String]
  ) -> CompletionKind {
    .custom { words, index, _ in
      ((try? names(TypedLine(words, cursor: index))) ?? []).map {
        CompletionShell.requesting?.candidate($0) ?? $0
      }
    }
  }
}

extension CompletionShell {
  /// A name as the shell's completion script takes it.
  ///
  /// The scripts pass what they are given through another round of the shell's
  /// own reading: in bash a name with `$(…)` would be run as a command.
  fileprivate func candidate(_ name: String) -> String {
    // A line feed would make two names of one.
    let name = DisplayText.visible(name)
    switch self {
    case .bash: return ShellText.quoted(name)
    case .zsh:
      return name.map { $0 == "\\" || $0 == ":" ? "\\\($0)" : String($0) }.joined()
    default: return name
    }
  }
}
