internal import DelimitedText
internal import WrittenValues

/// The `Activities.csv` that Garmin Connect writes of a list of activities.
///
/// Neither its language nor its units are told. Columns go by their names in the
/// languages known, the decimal mark by the numbers that prove one. Distances are
/// kilometres unless steps and strides show that they are miles; without strides
/// that cannot be known. Where the pace says so, and for swims, they are metres.
/// Times are by the clock on the wall.
struct GarminTable {
  private let type: Int
  private let date: Int
  private let title: Int
  private let distance: Int
  private let time: Int
  private let elapsed: Int?
  private let heartRateAverage: Int?
  private let heartRateMaximum: Int?
  private let cadence: Int?
  private let stride: Int?
  private let pace: Int?
  private let ascent: Int?
  private let laps: Int?

  /// Finds the columns, or fails if the table is not Garmin's.
  init?(_ columns: [String]) {
    let names = TableColumns(columns)
    guard let type = names.place(Self.typeNames), let date = names.place(Self.dateNames),
      let title = names.place(Self.titleNames), let distance = names.place(Self.distanceNames),
      let time = names.place(Self.timeNames)
    else { return nil }
    (self.type, self.date, self.title) = (type, date, title)
    (self.distance, self.time) = (distance, time)
    elapsed = names.place(Self.elapsedNames)
    heartRateAverage = names.place(Self.heartRateAverageNames)
    heartRateMaximum = names.place(Self.heartRateMaximumNames)
    cadence = names.place(Self.cadenceNames)
    stride = names.place(Self.strideNames)
    pace = names.place(Self.paceNames)
    ascent = names.place(Self.ascentNames)
    laps = names.place(Self.lapsNames)
  }

  /// The activities in all `records`, which explain each other.
  func rows(
    of records: [DelimitedRecord]
  ) -> [(line: Int, row: Result<ImportedActivity, ActivityFileError>)] {
    let mark = decimalMark(records)
    let areMiles = areMiles(records, mark)
    return records.map { record in
      (
        record.line,
        Result { () throws(ActivityFileError) in
          try activity(record, mark, areMiles: areMiles)
        }
      )
    }
  }

  private func activity(
    _ record: DelimitedRecord, _ mark: Character?, areMiles: Bool
  ) throws(ActivityFileError) -> ImportedActivity {
    if let problem = record.problem { throw ActivityFileError(problem.description) }
    guard let local = record.text(date).flatMap({ WrittenTime.seconds($0) }) else {
      throw ActivityFileError("The row has no date that can be read.")
    }
    func positive(_ place: Int?) -> Double? {
      record.text(place).flatMap { WrittenNumber.positive($0, decimalMark: mark) }
    }
    let seconds = record.text(time).flatMap(WrittenNumber.duration)
    var activity = ImportedActivity(
      record.text(type).map(Sport.init(named:)) ?? .unknown,
      fingerprint: Fingerprint(of: "garmin\n\(local)\n\(Int(seconds ?? 0))".utf8))
    activity.start = ActivityStart(utcSeconds: nil, localSeconds: local)
    activity.title = record.text(title)
    activity.movingSeconds = seconds
    activity.elapsedSeconds = record.text(elapsed).flatMap(WrittenNumber.duration)
    activity.heartRateAverage = positive(heartRateAverage)
    activity.heartRateMaximum = positive(heartRateMaximum)
    activity.cadence = positive(cadence)
    activity.ascentM = positive(ascent).map { $0 * (areMiles ? 0.3048 : 1) }
    activity.laps = positive(laps).flatMap { Int(exactly: $0) }
    let isShort = activity.sport == .swim || paceShowsMetres(record, positive(distance), seconds)
    let unit = isShort ? (areMiles ? 0.9144 : 1) : (areMiles ? 1609.344 : 1000)
    activity.distanceM = positive(distance).map { $0 * unit }
    return activity
  }

  /// Whether the pace, in minutes for a long unit or for 100 short ones, fits the
  /// time only if the distance is in short ones.
  private func paceShowsMetres(
    _ record: DelimitedRecord, _ distance: Double?, _ seconds: Double?
  ) -> Bool {
    guard let distance, let seconds, let text = record.text(pace), text.contains(":"),
      let pace = WrittenNumber.duration(text)
    else { return false }
    return pace * distance > 20 * seconds
  }

  /// The mark that most numbers prove, or `nil` if none proves any.
  private func decimalMark(_ records: [DelimitedRecord]) -> Character? {
    var votes: [Character: Int] = [:]
    for record in records {
      for place in [distance, stride, pace] {
        guard let text = record.text(place), !text.contains(":"),
          let mark = WrittenNumber.provenMark(text)
        else { continue }
        votes[mark, default: 0] += 1
      }
    }
    return votes.max { $0.value < $1.value }?.key
  }

  /// Whether the distances are miles, from those that steps and strides make.
  private func areMiles(_ records: [DelimitedRecord], _ mark: Character?) -> Bool {
    let ratios = records.compactMap { record -> Double? in
      func number(_ place: Int?) -> Double? {
        record.text(place).flatMap { WrittenNumber.positive($0, decimalMark: mark) }
      }
      guard let steps = number(cadence), let stride = number(stride),
        let seconds = record.text(time).flatMap(WrittenNumber.duration),
        let distance = number(distance)
      else { return nil }
      return steps * seconds / 60 * stride / distance
    }.sorted()
    guard !ratios.isEmpty else { return false }
    // Strides in metres for a mile of them, or in feet.
    let median = ratios[ratios.count / 2]
    return (1400...1850).contains(median) || (4500...6000).contains(median)
  }
}

// English, German, French, Spanish, Italian, Dutch, Portuguese.
extension GarminTable {
  private static let typeNames = [
    "Activity Type", "Aktivitätstyp", "Type d'activité", "Tipo de actividad", "Tipo di attività",
    "Activiteittype", "Activiteitstype", "Type activiteit", "Tipo de atividade",
  ]
  private static let dateNames = ["Date", "Datum", "Fecha", "Data"]
  private static let titleNames = ["Title", "Titel", "Titre", "Título", "Titolo"]
  private static let distanceNames = [
    "Distance", "Distanz", "Strecke", "Distancia", "Distanza", "Afstand", "Distância",
  ]
  private static let timeNames = [
    "Time", "Zeit", "Durée", "Temps", "Tiempo", "Tempo", "Tijd", "Tempo total", "Total Time",
    "Gesamtzeit", "Durée totale", "Tiempo total", "Tempo totale", "Totale tijd",
  ]
  private static let elapsedNames = [
    "Elapsed Time", "Verstrichene Zeit", "Temps écoulé", "Tiempo transcurrido", "Tempo trascorso",
    "Verstreken tijd", "Tempo transcorrido", "Tempo decorrido",
  ]
  private static let heartRateAverageNames = [
    "Avg HR", "Ø HF", "Ø Herzfrequenz", "Durchschnittliche Herzfrequenz",
    "Fréquence cardiaque moyenne", "FC moyenne", "Frecuencia cardiaca media",
    "Frecuencia cardíaca media", "FC media", "FC média", "Frequência cardíaca média",
    "Frequenza cardiaca media", "Gem. HS", "Gemiddelde HS", "Gemiddelde hartslag",
  ]
  private static let heartRateMaximumNames = [
    "Max HR", "Max. HF", "Maximale Herzfrequenz", "Maximale HF", "Fréquence cardiaque maximale",
    "FC maximale", "FC max.", "FC máxima", "Frecuencia cardiaca máxima",
    "Frecuencia cardíaca máxima", "Frequência cardíaca máxima", "FC massima",
    "Frequenza cardiaca massima", "Max. HS", "Maximale HS", "Max. hartslag",
  ]
  private static let cadenceNames = [
    "Avg Run Cadence", "Ø Schrittfrequenz (Laufen)", "Cadence de course moyenne",
    "Cadencia de carrera media", "Cadenza di corsa media", "Gem. loopcadans",
    "Gemiddelde loopcadans", "Cadência de corrida média", "Avg Cadence",
  ]
  private static let strideNames = [
    "Avg Stride Length", "Ø Schrittlänge", "Longueur moyenne des foulées",
    "Longitud media de zancada", "Lunghezza media passo", "Gem. staplengte",
    "Comprimento médio da passada",
  ]
  private static let paceNames = [
    "Avg Pace", "Avg Speed", "Ø Pace", "Ø Geschwindigkeit", "Allure moyenne", "Vitesse moyenne",
    "Ritmo medio", "Velocidad media", "Passo medio", "Velocità media", "Gem. tempo",
    "Gemiddeld tempo", "Gemiddelde snelheid", "Ritmo médio", "Velocidade média",
  ]
  private static let ascentNames = [
    "Total Ascent", "Elev Gain", "Anstieg gesamt", "Gesamtanstieg",
    "Positiver Höhenunterschied", "Ascension totale", "Ascenso total", "Ascesa totale",
    "Totale stijging", "Subida total",
  ]
  private static let lapsNames = [
    "Number of Laps", "Anzahl der Runden", "Nombre de tours", "Nombre de circuits",
    "Número de vueltas", "Numero di Lap", "Aantal ronden", "Número de voltas",
  ]
}
