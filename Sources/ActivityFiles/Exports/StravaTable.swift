internal import DelimitedText
internal import WrittenValues

/// Strava's `activities.csv`.
///
/// The header is in the account's language and repeats names: first the values
/// shown on the page, then the measured ones, in seconds and metres. The order of
/// the columns is the same in every language and recognised by the repeated
/// names; trimmed tables are read by name in the known languages. Dates are in
/// UTC.
struct StravaTable: ServiceTable {
  private var id = 0
  private var date = 1
  private var title: Int?
  private var type = 3
  private var notes: [Int?] = []
  private var gear: Int?
  private var file: Int?
  private var elapsed: Int?
  private var moving: Int?
  private var metres: Int?
  /// The distance shown on the page, in kilometres.
  private var kilometres: Int?
  private var ascent: Int?
  private var descent: Int?
  private var steps: Int?
  private var heartRateMaximum: Int?
  private var heartRateAverage: Int?
  private var cadence: Int?
  private var rpe: Int?

  /// Finds the columns, or fails if the table is from another service.
  init?(_ columns: [String]) {
    let names = TableColumns(columns)
    guard takePlaces(in: columns) || takeNames(in: names) else { return nil }
    // Columns added later, at the end of some exports.
    rpe = names.place(Self.rpeNames) ?? rpe
    steps = columns.firstIndex { $0.contains("Total Steps") }
  }

  /// Finds the columns by the three names that are repeated ten places later.
  private mutating func takePlaces(in columns: [String]) -> Bool {
    func again(_ place: Int) -> Int? { columns.firstIndex(of: columns[place] + "_2") }
    guard columns.count > 31, let elapsed = again(5), let metres = again(6), let rate = again(7),
      metres == elapsed + 2, rate == metres + 13, elapsed > 12
    else { return false }
    (title, notes) = (2, elapsed == 15 ? [4, 10] : [4])
    (gear, file) = (elapsed - 4, elapsed - 3)
    (self.elapsed, moving, self.metres, kilometres) = (elapsed, elapsed + 1, metres, 6)
    (ascent, descent) = (metres + 3, metres + 4)
    (cadence, heartRateMaximum, heartRateAverage) = (rate - 1, rate, rate + 1)
    rpe = columns.count > rate + 13 ? rate + 13 : nil
    return true
  }

  private mutating func takeNames(in columns: TableColumns) -> Bool {
    guard let id = columns.place(Self.idNames), let date = columns.place(Self.dateNames),
      let type = columns.place(Self.typeNames)
    else { return false }
    (self.id, self.date, self.type) = (id, date, type)
    title = columns.place(Self.titleNames)
    notes = [columns.place(Self.noteNames), columns.place(Self.privateNoteNames)]
    gear = columns.place(Self.gearNames)
    file = columns.place(Self.fileNames)
    elapsed = columns.place(Self.elapsedNames.map { $0 + "_2" } + Self.elapsedNames)
    moving = columns.place(Self.movingNames)
    metres = columns.place(Self.distanceNames.map { $0 + "_2" })
    kilometres = columns.place(Self.distanceNames)
    ascent = columns.place(Self.ascentNames)
    descent = columns.place(Self.descentNames)
    heartRateMaximum = columns.place(
      Self.heartRateMaximumNames.map { $0 + "_2" } + Self.heartRateMaximumNames)
    heartRateAverage = columns.place(Self.heartRateAverageNames)
    cadence = columns.place(Self.cadenceNames)
    return true
  }

  var format: ActivityFormat { .strava }

  func start(of record: DelimitedRecord) -> String? { record.text(date) }

  func row(
    of record: DelimitedRecord, at start: TableStart
  ) throws(ActivityFileError) -> ServiceRow {
    guard let id = record.text(id), id.utf8.count < 30, id.allSatisfy(\.isNumber) else {
      throw ActivityFileError("The row has no activity ID.")
    }
    let sport = record.text(type).map(Sport.init(named:)) ?? .unknown
    let serviceID = "strava:\(id)"
    var activity = ImportedActivity(sport, fingerprint: Fingerprint(of: serviceID.utf8))
    activity.serviceID = serviceID
    activity.start = start.inUTC
    activity.title = record.text(title)
    let written = notes.compactMap { record.text($0) }
    activity.note = written.isEmpty ? nil : written.joined(separator: "\n")
    activity.gear = record.text(gear)
    activity.elapsedSeconds = record.text(elapsed).flatMap(WrittenNumber.duration)
    activity.movingSeconds = record.text(moving).flatMap(WrittenNumber.duration)
    activity.distanceM = distance(record, sport)
    activity.ascentM = record.text(ascent).flatMap { WrittenNumber.value($0) }
    activity.descentM = record.text(descent).flatMap { WrittenNumber.value($0) }
    activity.steps = record.text(steps).flatMap { WrittenNumber.positive($0) }
    activity.heartRateAverage = record.text(heartRateAverage).flatMap {
      WrittenNumber.positive($0)
    }
    activity.heartRateMaximum = record.text(heartRateMaximum).flatMap {
      WrittenNumber.positive($0)
    }
    // Strava counts the steps of one foot.
    let feet = sport == .run || sport == .walk ? 2.0 : 1
    activity.cadence = record.text(cadence).flatMap { WrittenNumber.positive($0) }.map {
      $0 * feet
    }
    activity.rpe = record.text(rpe).flatMap { WrittenNumber.value($0) }.flatMap {
      (1...10).contains($0) ? $0 : nil
    }
    return ServiceRow(activity: activity, recording: record.text(file))
  }

  private func distance(_ record: DelimitedRecord, _ sport: Sport) -> Double? {
    if let metres = record.text(metres) { return WrittenNumber.positive(metres) }
    guard let shown = record.text(kilometres).flatMap({ WrittenNumber.positive($0) }) else {
      return nil
    }
    // The page shows swims in metres.
    return sport == .swim ? shown : shown * 1000
  }
}

// English, German, French, Spanish, Italian, Dutch, Portuguese; lower-case names
// are from exports before 2019.
extension StravaTable {
  private static let idNames = [
    "Activity ID", "Aktivitäts-ID", "ID de l'activité", "ID de actividad", "ID de la actividad",
    "ID attività", "ID dell'attività", "Activiteits-ID", "ID da atividade", "ID de atividade",
  ]
  private static let dateNames = [
    "Activity Date", "Aktivitätsdatum", "Date de l'activité", "Fecha de la actividad",
    "Fecha de actividad", "Data dell'attività", "Data attività", "Datum van activiteit",
    "Data da atividade",
  ]
  private static let titleNames = [
    "Activity Name", "Name der Aktivität", "Nom de l'activité", "Nombre de la actividad",
    "Nombre de actividad", "Nome attività", "Nome dell'attività", "Naam activiteit",
    "Naam van activiteit", "Nome da atividade",
  ]
  private static let typeNames = [
    "Activity Type", "Aktivitätsart", "Type d'activité", "Tipo de actividad", "Tipo attività",
    "Tipo di attività", "Activiteitstype", "Tipo de atividade",
  ]
  private static let noteNames = [
    "Activity Description", "Aktivitätsbeschreibung", "Description de l'activité",
    "Descripción de la actividad", "Descrizione dell'attività", "Descrizione attività",
    "Beschrijving van activiteit", "Descrição da atividade",
  ]
  private static let privateNoteNames = [
    "Activity Private Note", "Hinweis zur Privatsphäre für Aktivitäten",
    "Note privée de l'activité", "Nota privada de actividad", "Nota privada de la actividad",
    "Nota privata attività", "Privénotitie bij activiteit", "Nota privada da atividade",
  ]
  private static let gearNames = [
    "Activity Gear", "Aktivitätsausrüstung", "Équipement de l'activité", "Matériel de l'activité",
    "Equipamiento de la actividad", "Material de la actividad", "Attrezzatura attività",
    "Uitrusting voor activiteit", "Equipamento da atividade",
  ]
  private static let fileNames = [
    "Filename", "Dateiname", "Nom du fichier", "Nombre del archivo", "Nombre de archivo",
    "Nome del file", "Nome file", "Bestandsnaam", "Nome do arquivo", "Nome do ficheiro",
  ]
  private static let elapsedNames = [
    "Elapsed Time", "Verstrichene Zeit", "Temps écoulé", "Tiempo transcurrido", "Tempo trascorso",
    "Verstreken tijd", "Tempo decorrido",
  ]
  private static let movingNames = [
    "Moving Time", "Bewegungszeit", "Durée de déplacement", "Temps de déplacement",
    "Tiempo en movimiento", "Tempo in movimento", "Beweegtijd", "Tempo de movimentação",
    "Tempo em movimento",
  ]
  private static let distanceNames = [
    "Distance", "Distanz", "Distancia", "Distanza", "Afstand", "Distância",
  ]
  private static let ascentNames = [
    "Elevation Gain", "Höhenzunahme", "Dénivelé positif", "Desnivel positivo",
    "Dislivello positivo", "Totale stijging", "Ganho de elevação",
  ]
  private static let descentNames = [
    "Elevation Loss", "Höhenverlust", "Höhenabnahme", "Dénivelé négatif", "Desnivel negativo",
    "Dislivello negativo", "Totale daling", "Perda de elevação",
  ]
  private static let heartRateMaximumNames = [
    "Max Heart Rate", "Max. Herzfrequenz", "Fréquence cardiaque maximale",
    "Frecuencia cardíaca máxima", "Frecuencia cardiaca máxima", "Frequenza cardiaca massima",
    "Max. hartslag", "Frequência cardíaca máxima",
  ]
  private static let heartRateAverageNames = [
    "Average Heart Rate", "Durchschnittliche Herzfrequenz", "Fréquence cardiaque moyenne",
    "Frecuencia cardíaca media", "Frecuencia cardiaca media", "Frequenza cardiaca media",
    "Gemiddelde hartslag", "Frequência cardíaca média",
  ]
  private static let cadenceNames = [
    "Average Cadence", "Durchschnittliche Trittfrequenz", "Cadence moyenne", "Cadencia media",
    "Cadenza media", "Gemiddelde cadans", "Cadência média",
  ]
  private static let rpeNames = [
    "Perceived Exertion", "Gefühlte Anstrengung", "Effort perçu", "Esfuerzo percibido",
    "Sforzo percepito", "Ervaren inspanning", "Esforço percebido",
  ]
}
