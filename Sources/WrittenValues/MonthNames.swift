/// The names of the months in many languages, and of weekdays with similar
/// beginnings: French `mar.` is Tuesday or March.
enum MonthNames {
  /// The month in `words`, in lower case, if there is exactly one.
  ///
  /// A word that could also be a weekday is a month only if no other word is one.
  static func month(in words: [String]) -> Int? {
    let months = words.compactMap { word in
      month(named: word).map { (month: $0, mayBeWeekday: mayBeWeekday(word)) }
    }
    let certain = Set(months.filter { !$0.mayBeWeekday }.map(\.month))
    let named = certain.isEmpty ? Set(months.map(\.month)) : certain
    return named.count == 1 ? named.first : nil
  }

  /// The month of a word: the one with the longest matching beginning.
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

  /// Abbreviated weekdays that look like months.
  ///
  /// Tuesday in French, Spanish, Italian and Romanian; in Spanish also with four
  /// letters, as in Turkish March.
  private static let shortWeekdays: Set<String> = ["mar", "mart"]

  /// Beginnings of weekdays that look like months.
  ///
  /// French, Spanish, Italian, Romanian, Dutch, Finnish.
  private static let weekdays = ["mardi", "marte", "marț", "marţ", "maand", "maana"]

  /// The beginnings of the months in English, German, French, Spanish, Italian,
  /// Dutch, Portuguese, Catalan, Romanian, Danish, Norwegian, Swedish, Finnish,
  /// Polish, Czech, Hungarian, Turkish, Indonesian, Russian, Ukrainian and Greek.
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
