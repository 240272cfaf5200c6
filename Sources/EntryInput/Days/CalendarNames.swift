/// The names of months and weekdays: the English ones, typed and printed, and those
/// of other languages, typed in a date.
package enum CalendarNames {
  /// The months, January first.
  package static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The weekdays, Monday first.
  package static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Returns the month, from 1, whose name in any known language starts with `word`,
  /// at least three lowercase letters; accents do not matter.
  ///
  /// Returns `nil` for the start of two months, such as the French `jui`.
  package static func month(_ word: String) -> Int? {
    let word = withoutAccents(word)
    guard word.count >= 3 else { return nil }
    let found = months.indices.filter { index in
      months[index].hasPrefix(word) || foreignMonths[index].contains { $0.hasPrefix(word) }
    }
    return found.count == 1 ? found[0] + 1 : nil
  }

  /// Returns the weekday, 0 for Monday, whose English name starts with `word`, at
  /// least three lowercase letters.
  package static func weekday(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return weekdays.firstIndex { $0.hasPrefix(word) }
  }

  /// Returns whether `word`, at least two lowercase letters, starts the name of a
  /// weekday in another language.
  ///
  /// The day itself is unknown: `mar` is a Tuesday in three languages, and `do` is a
  /// Thursday in two, but `dom` a Sunday.
  package static func isForeignWeekday(_ word: String) -> Bool {
    let word = withoutAccents(word).prefix { $0 != "-" }
    return word.count >= 2 && foreignWeekdays.contains { $0.hasPrefix(word) }
  }

  /// Returns the first three letters of `name`, capitalised, as in `Feb`.
  package static func short(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst().prefix(2)
  }

  private static func withoutAccents(_ word: String) -> String {
    String(word.map { plainLetters[$0] ?? $0 })
  }

  private static let plainLetters: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ą": "a", "ç": "c", "é": "e",
    "è": "e", "ê": "e", "ę": "e", "í": "i", "ì": "i", "ł": "l", "ń": "n", "ó": "o", "ö": "o",
    "ø": "o", "ś": "s", "ú": "u", "û": "u", "ü": "u", "ź": "z",
  ]

  /// The months in German, French, Spanish, Italian, Dutch, Portuguese, Danish,
  /// Norwegian, Swedish and Polish, without accents, if they differ from the English
  /// ones.
  private static let foreignMonths = [
    ["januar", "janvier", "enero", "gennaio", "januari", "janeiro", "styczen", "stycznia"],
    ["februar", "fevrier", "febrero", "febbraio", "februari", "fevereiro", "luty", "lutego"],
    ["marz", "maerz", "mars", "marzo", "maart", "mrt", "marco", "marts", "marzec", "marca"],
    ["avril", "abril", "aprile", "kwiecien", "kwietnia"],
    ["mai", "mayo", "maggio", "mei", "maio", "maj", "maja"],
    ["juni", "juin", "junio", "giugno", "junho", "czerwiec", "czerwca"],
    ["juli", "juillet", "julio", "luglio", "julho", "lipiec", "lipca"],
    ["aout", "agosto", "augustus", "augusti", "sierpien", "sierpnia"],
    ["septembre", "septiembre", "settembre", "setembro", "wrzesien", "wrzesnia"],
    ["oktober", "octobre", "octubre", "ottobre", "outubro", "pazdziernik", "pazdziernika"],
    ["novembre", "noviembre", "novembro", "listopad", "listopada"],
    [
      "dezember", "decembre", "diciembre", "dicembre", "dezembro", "desember", "grudzien",
      "grudnia",
    ],
  ]

  /// The weekdays in the same languages.
  private static let foreignWeekdays = [
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo",
    "lunedi", "martedi", "mercoledi", "giovedi", "venerdi", "sabato", "domenica",
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    "segunda", "terca", "quarta", "quinta", "sexta",
    "mandag", "tirsdag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag",
    "poniedzialek", "wtorek", "sroda", "czwartek", "piatek", "sobota", "niedziela", "pn", "pt",
    "nd",
  ]
}
