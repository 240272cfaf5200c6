/// The months by their names in many languages, and the days of the week, which
/// begin alike: French `mar.` is a Tuesday or March.
enum MonthNames {
  /// The month that `words`, in lower case, name, if exactly one is named.
  ///
  /// A word that could be a day of the week as well is a month only where no
  /// other word is one.
  static func month(in words: [String]) -> Int? {
    let months = words.compactMap { word in
      month(named: word).map { (month: $0, mayBeWeekday: mayBeWeekday(word)) }
    }
    let certain = Set(months.filter { !$0.mayBeWeekday }.map(\.month))
    let named = certain.isEmpty ? Set(months.map(\.month)) : certain
    return named.count == 1 ? named.first : nil
  }

  /// The month that a word names: the one with the longest beginning that fits.
  private static func month(named word: String) -> Int? {
    guard word.count >= 3, !weekdays.contains(where: { word.hasPrefix($0) }) else { return nil }
    var best: (month: Int, length: Int)?
    for (index, beginnings) in months.enumerated() {
      for beginning in beginnings
      where word.hasPrefix(beginning) && beginning.count > best?.length ?? 0 {
        best = (index + 1, beginning.count)
      }
    }
    return best?.month
  }

  private static func mayBeWeekday(_ word: String) -> Bool {
    shortWeekdays.contains(word)
  }

  /// Days of the week that are cut as short as a month.
  ///
  /// Tuesday in French, Spanish, Italian and Romanian; in Spanish also by four
  /// letters, as the Turkish write March.
  private static let shortWeekdays: Set<String> = ["mar", "mart"]

  /// How days of the week begin that begin like a month.
  ///
  /// French, Spanish, Italian, Romanian, Dutch, Finnish.
  private static let weekdays = ["mardi", "marte", "marț", "marţ", "maand", "maana"]

  /// How the months begin in English, German, French, Spanish, Italian, Dutch,
  /// Portuguese, Catalan, Romanian, Danish, Norwegian, Swedish, Finnish, Polish,
  /// Czech, Hungarian, Turkish, Indonesian, Russian, Ukrainian and Greek.
  private static let months = [
    ["jan", "jän", "ene", "gen", "ian", "tammi", "sty", "led", "oca", "янв", "січ", "ιαν"],
    ["feb", "fév", "fev", "helmi", "lut", "úno", "şub", "фев", "лют", "φεβ"],
    ["mar", "mär", "mrz", "mrt", "maa", "már", "maalis", "bře", "мар", "бер", "μαρ", "μάρ"],
    ["apr", "avr", "abr", "huhti", "kwi", "dub", "ápr", "nis", "апр", "кві", "απρ"],
    [
      "may", "mai", "mei", "mag", "maj", "touko", "kvě", "máj", "май", "мая", "тра", "μαΐ", "μαι",
      "μάι",
    ],
    [
      "jun", "juin", "giu", "iun", "kesä", "cze", "červen", "červn", "čvn", "jún", "haz", "июн",
      "чер", "ιουν",
    ],
    [
      "jul", "juil", "lug", "iul", "heinä", "lip", "červenec", "červenc", "čvc", "júl", "tem",
      "июл", "лип", "ιουλ",
    ],
    ["aug", "aoû", "aou", "ago", "elo", "sie", "srp", "ağu", "agu", "авг", "серп", "αυγ", "αύγ"],
    ["sep", "set", "syys", "wrz", "zář", "szept", "eyl", "сен", "вер", "σεπ"],
    ["oct", "okt", "ott", "out", "loka", "paź", "říj", "eki", "окт", "жов", "οκτ"],
    ["nov", "noi", "noe", "marras", "lis", "kas", "ноя", "лис", "νοε", "νοέ"],
    ["dec", "déc", "dez", "des", "dic", "joulu", "gru", "pro", "ara", "дек", "гру", "δεκ"],
  ]
}
