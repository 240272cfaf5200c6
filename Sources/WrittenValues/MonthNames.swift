/// The names of the months in the languages of the services.
enum MonthNames {
  /// The month, 1 to 12, whose name `word` begins with; `nil` if there is none.
  static func month(named word: String) -> Int? {
    guard word.count >= 3, !weekdays.contains(word) else { return nil }
    return months.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
  }

  /// How the months begin in English, German, French, Spanish, Italian, Dutch,
  /// Portuguese, the Scandinavian languages and Polish.
  private static let months = [
    ["jan", "ene", "gen", "sty"], ["feb", "fév", "fev", "lut"], ["mar", "mär", "mrt", "maa"],
    ["apr", "avr", "abr", "kwi"], ["may", "mai", "mei", "mag", "maj"],
    ["jun", "juin", "giu", "cze"], ["jul", "juil", "lug", "lip"],
    ["aug", "aoû", "aou", "ago", "sie"], ["sep", "set", "wrz"],
    ["oct", "okt", "ott", "out", "paź"],
    ["nov", "lis"], ["dec", "déc", "dez", "des", "dic", "gru"],
  ]

  /// Days of the week that begin as a month does.
  private static let weekdays: Set<String> = [
    "mardi", "martes", "martedì", "martedi", "maandag", "maanantai",
  ]
}
