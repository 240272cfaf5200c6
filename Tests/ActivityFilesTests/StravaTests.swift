import ActivityFiles
import Testing

/// Strava's export, alone and with its recordings.
@Suite struct StravaTests {
  private static let english = [
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description",
    "Elapsed Time", "Distance", "Max Heart Rate", "Relative Effort", "Commute",
    "Activity Private Note", "Activity Gear", "Filename", "Athlete Weight", "Bike Weight",
    "Elapsed Time", "Moving Time", "Distance", "Max Speed", "Average Speed", "Elevation Gain",
    "Elevation Loss", "Elevation Low", "Elevation High", "Max Grade", "Average Grade",
    "Average Positive Grade", "Average Negative Grade", "Max Cadence", "Average Cadence",
    "Max Heart Rate", "Average Heart Rate", "Max Watts", "Average Watts", "Calories",
    "Max Temperature", "Average Temperature", "Relative Effort", "Total Work", "Number of Runs",
    "Uphill Time", "Downhill Time", "Other Time", "Perceived Exertion",
  ]

  /// A row of such a table, with what is in its fields by their place.
  private static func row(_ fields: [Int: String]) -> String {
    english.indices.map { fields[$0].map { "\"\($0)\"" } ?? "" }.joined(separator: ",")
  }

  private static let run: [Int: String] = [
    0: "101", 1: "Oct 1, 2026, 6:00:00 AM", 2: "Morning, easy", 3: "Run", 4: "Left leg fine",
    5: "3600", 6: "10.02", 7: "171", 10: "new insoles", 11: "Pegasus",
    12: "activities/101.gpx.gz", 15: "3600.0", 16: "3500.0", 17: "10020.5", 20: "55.5",
    29: "86.0", 30: "171.0", 31: "150.0", 43: "6.0",
  ]

  private static func table(header: [String] = english, _ rows: [Int: String]...) -> String {
    ([header.joined(separator: ",")] + rows.map(row)).joined(separator: "\n") + "\n"
  }

  private static func gpx(_ start: String, offset: String = "Z") -> String {
    """
    <gpx creator="A watch"><trk><name>Track</name><trkseg>
    <trkpt lat="0" lon="0"><time>\(start)\(offset)</time></trkpt>
    <trkpt lat="0" lon="0.01"><time>\(start.replacing(":00:00", with: ":50:00"))\(offset)</time>
    </trkpt></trkseg></trk></gpx>
    """
  }

  /// What the row alone says.
  private func expectRun(_ activity: ImportedActivity?) {
    #expect(activity?.sport == .run)
    #expect(activity?.serviceID == "strava:101")
    #expect(activity?.start?.utcSeconds == 1_790_834_400)
    #expect(activity?.elapsedSeconds == 3600)
    #expect(activity?.movingSeconds == 3500)
    #expect(activity?.distanceM == 10_020.5)
    #expect(activity?.ascentM == 55.5)
    #expect(activity?.heartRateAverage == 150)
    #expect(activity?.heartRateMaximum == 171)
    #expect(activity?.cadence == 172)
    #expect(activity?.rpe == 6)
    #expect(activity?.gear == "Pegasus")
    #expect(activity?.title == "Morning, easy")
    #expect(activity?.note == "Left leg fine\nnew insoles")
  }

  @Test func `A row is read with its second time and distance`() throws {
    let reading = try Reading(Self.table(Self.run))
    #expect(reading.format == .strava)
    #expect(reading.findings.map(\.line) == [2])
    expectRun(reading.activities.first)
  }

  @Test func `The columns are known by their places in every language`() throws {
    // As a language that nobody here reads would have it: the same names repeat.
    let header = Self.english.map { name in
      "項目" + String(Self.english.firstIndex(of: name) ?? 0)
    }
    let reading = try Reading(Self.table(header: header, Self.run))
    #expect(reading.format == .strava)
    expectRun(reading.activities.first)
  }

  @Test func `The table of 2018 without the private note is read`() throws {
    let places = Self.english.indices.filter { $0 != 10 }
    let fields = places.map { Self.run[$0].map { "\"\($0)\"" } ?? "" }
    let header = places.map { Self.english[$0] }
    let text = header.joined(separator: ",") + "\n" + fields.joined(separator: ",") + "\n"
    let activity = try #require(Reading(text).activities.first)
    #expect(activity.note == "Left leg fine")
    #expect(activity.gear == "Pegasus")
    #expect(activity.distanceM == 10_020.5)
    #expect(activity.rpe == 6)
  }

  /// Tables that were cut down, by the names of their columns.
  private static let localised: [(header: String, row: String)] = [
    (
      "Activity ID,Activity Date,Activity Name,Activity Type,Distance,Moving Time,Filename",
      "7,\"Oct 1, 2026, 6:00:00 AM\",Loop,Run,5.25,1500,activities/7.fit.gz"
    ),
    (
      "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Distanz,Bewegungszeit,Dateiname",
      "7,\"01.10.2026, 06:00:00\",Loop,Lauf,\"5,25\",1500,activities/7.fit.gz"
    ),
    (
      "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Distance,"
        + "Durée de déplacement,Nom du fichier",
      "7,\"1 oct. 2026 à 06:00:00\",Loop,Course à pied,\"5,25\",1500,activities/7.fit.gz"
    ),
    (
      "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Distancia,"
        + "Tiempo en movimiento,Nombre del archivo",
      "7,\"1 oct 2026, 6:00:00\",Loop,Carrera,\"5,25\",1500,activities/7.fit.gz"
    ),
    (
      "ID attività,Data dell’attività,Nome attività,Tipo attività,Distanza,Tempo in movimento,"
        + "Nome del file",
      "7,\"1 ott 2026, 06:00:00\",Loop,Corsa,\"5,25\",1500,activities/7.fit.gz"
    ),
    (
      "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Afstand,Beweegtijd,"
        + "Bestandsnaam",
      "7,\"1 okt 2026, 06:00:00\",Loop,Hardloopsessie,\"5,25\",1500,activities/7.fit.gz"
    ),
    (
      "ID da atividade,Data da atividade,Nome da atividade,Tipo de atividade,Distância,"
        + "Tempo de movimentação,Nome do arquivo",
      "7,\"1 de out. de 2026, 06:00:00\",Loop,Corrida,\"5,25\",1500,activities/7.fit.gz"
    ),
  ]

  @Test func `Tables of seven languages are read by their names`() throws {
    for (header, row) in Self.localised {
      let activity = try #require(Reading(header + "\n" + row + "\n").activities.first)
      #expect(activity.sport == .run, "\(header)")
      #expect(activity.serviceID == "strava:7", "\(header)")
      #expect(activity.start?.utcSeconds == 1_790_834_400, "\(header)")
      #expect(activity.distanceM == 5250, "\(header)")
      #expect(activity.movingSeconds == 1500, "\(header)")
      #expect(activity.title == "Loop", "\(header)")
    }
  }

  @Test(arguments: [true, false])
  func `A row and its recording are one, in whatever order they come`(
    tableFirst: Bool
  ) throws {
    let table = PackedFile("export_1/activities.csv", Self.table(Self.run))
    let track = Self.gpx("2026-10-01T08:00:00", offset: "+02:00")
    let media = [
      PackedFile("export_1/activities/101.gpx.gz", try gzip(Array(track.utf8))),
      PackedFile("export_1/activities/999.gpx", Self.gpx("2026-10-02T06:00:00")),
    ]
    let reading = try Reading(zip(tableFirst ? [table] + media : media + [table]))
    #expect(reading.format == .strava)
    #expect(reading.activities.count == 2)
    let activity = try #require(reading.activities.first { $0.serviceID != nil })
    expectRun(activity)
    #expect(activity.start?.utcOffsetMinutes == 120)
    #expect(activity.device == "A watch")
    #expect(activity.fingerprint == Fingerprint(of: track.utf8))
    let finding = reading.findings.first { $0.line != nil }
    #expect(finding?.path == "export_1/activities.csv")
  }

  @Test func `A row stays when its recording is broken`() throws {
    let reading = try Reading(
      zip([
        .init("activities/101.gpx", "<gpx><trk>"), .init("activities.csv", Self.table(Self.run)),
      ]))
    #expect(reading.activities.map(\.serviceID) == ["strava:101"])
    #expect(reading.reasons.count == 1)
  }

  @Test func `A row that cannot be read is set aside and the others are not`() throws {
    var undated = Self.run
    undated[1] = "some day"
    let text = Self.table(Self.run, undated) + "1,2,3\n"
    let reading = try Reading(text)
    #expect(reading.activities.count == 1)
    #expect(reading.findings.map(\.line).sorted { ($0 ?? 0) < ($1 ?? 0) } == [2, 3, 4])
    #expect(reading.reasons.contains("The row's date is unreadable."))
  }

  @Test func `What was not measured is unknown`() throws {
    let reading = try Reading(
      Self.table([0: "5", 1: "Oct 1, 2026, 6:00:00 AM", 3: "Workout", 17: "0.0", 43: "0"]))
    let activity = try #require(reading.activities.first)
    #expect(activity.distanceM == nil)
    #expect(activity.rpe == nil)
    #expect(activity.cadence == nil)
    #expect(activity.sport == .other("workout"))
  }
}
