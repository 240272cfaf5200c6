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

/// The words that a shell offers for options and arguments.
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

  /// What a trial can compare, then the names of that kind.
  static var trials: CompletionKind {
    named { line in
      switch line.before.last(where: { TrialPlan.Kind.words.contains($0) }) {
      case nil: TrialPlan.Kind.words
      case "shoe": try line.journal().shoeNames(retired: false)
      case "stretch": try line.journal().exercises().map(\.name)
      case "routine": try line.journal().routines().map(\.name)
      default: []
      }
    }
  }

  /// Saved queries, the journal's own and the built-in ones.
  static var savedQueries: CompletionKind {
    named { line in
      ((try? line.journal().savedQueries()) ?? []).map(\.name) + SavedQuery.builtIn.map(\.name)
    }
  }

  /// Months of the journal, newest first.
  static var months: CompletionKind { named { try $0.journal().months() } }

  /// A kind of entry, then a name if entries of the kind have names.
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

  /// What the topic of `nerve compare` has names of.
  static var compared: CompletionKind {
    named { line in
      switch line.before.lazy.compactMap(ComparisonWord.init(rawValue:)).first {
      case .shoe:
        try line.journal().shoeNames(retired: false) + line.journal().shoeNames(retired: true)
      case .surface: Surface.allCases.map(\.rawValue)
      case .stretch: try line.journal().exercises().map(\.name)
      case .routine: try line.journal().routines().map(\.name)
      case .time, .terrain, nil: []
      }
    }
  }

  /// Places and sides to add to a rating.
  static var painWords: CompletionKind {
    named { line in PainWords.names(beside: line.before) }
  }

  /// A setting, then its value if there are only a few.
  static var settings: CompletionKind {
    named { line in
      switch line.before.last.flatMap(Setting.init(rawValue:)) {
      case .units: DistanceUnit.allCases.map(\.rawValue)
      case .backups: ["on", "off"]
      case .defaultShoe: try line.journal().shoeNames(retired: false)
      case nil where line.before.last == ConfigCommand.name:
        Setting.allCases.map(\.rawValue)
      default: []
      }
    }
  }

  /// The most frequent names of days.
  static var days: CompletionKind {
    .list(["today", "yesterday"] + Day.weekdayNames.map { $0.lowercased() })
  }

  /// Kinds of entries, in the plural.
  static var kinds: CompletionKind { .list(EntryNoun.entries.map(\.pluralWord)) }

  /// Tables that files can be imported into.
  static var tables: CompletionKind { .list(EntryTable.importable.map(\.rawValue)) }

  /// Formats of results.
  static var formats: CompletionKind { cases(of: OutputFormat.self) }

  /// Formats of results that can also be pages.
  static var pageFormats: CompletionKind {
    .list(OutputFormat.allCases.map(\.rawValue) + [PageFormatOptions.page])
  }

  /// Measures of load.
  static var loads: CompletionKind { cases(of: LoadMeasure.self) }

  /// Timings of ratings.
  static var timings: CompletionKind { cases(of: Timing.self) }

  /// Returns the raw values of all cases, in order.
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

  /// Returns names from the journal of the typed line; none after any error, as there
  /// is no room for a message within a line.
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
  /// Returns a name in the form that the shell's completion script needs.
  ///
  /// The scripts let the shell expand the names again: bash would run a name with
  /// `$(…)` as a command.
  fileprivate func candidate(_ name: String) -> String {
    // A line feed would split the name in two.
    let name = DisplayText.visible(name)
    switch self {
    case .bash: return ShellText.quoted(name)
    case .zsh:
      return name.map { $0 == "\\" || $0 == ":" ? "\\\($0)" : String($0) }.joined()
    default: return name
    }
  }
}
