import ActivityFiles
import Testing

/// Garmin's table of a list, and the export of an account.
@Suite struct GarminTests {
  /// The same run in the tables of eighteen languages: 10.02 km in 1:02:33 on
  /// 2026-10-01 at 08:00:00 on the wall.
  private static let tables: [String] = [
    """
    Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Avg Pace,\
    Total Ascent,Number of Laps,Moving Time,Elapsed Time
    Running,2026-10-01 08:00:00,false,"Loop","10.02","1,036","01:02:33","150","171","172","6:15",\
    "55","11","01:02:00","01:05:00"
    """,
    """
    Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Maximale Herzfrequenz,\
    Ø Schrittfrequenz (Laufen),Ø Pace,Anstieg gesamt,Anzahl der Runden,Zeit in Bewegung,Verstrichene Zeit
    Laufen,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172","6:15",\
    "55","11","1:02:00","1:05:00"
    """,
    """
    Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,\
    Fréquence cardiaque maximale,Cadence de course moyenne,Allure moyenne,Ascension totale,\
    Nombre de tours,Temps de déplacement,Temps écoulé
    Course à pied,2026-10-01 08:00:00,false,"Loop","10,02","1 036","01:02:33","150","171","172","6:15",\
    "55","11","01:02:00","01:05:00"
    """,
    """
    Tipo de actividad;Fecha;Favorito;Título;Distancia;Calorías;Tiempo;Frecuencia cardiaca media;\
    FC máxima;Cadencia de carrera media;Ritmo medio;Ascenso total;Número de vueltas;Tiempo transcurrido
    Carrera;2026-10-01 08:00:00;false;Loop;10,02;1.036;01:02:33;150;171;172;6:15;55;11;01:05:00
    """,
    """
    Tipo di attività,Data,Preferita,Titolo,Distanza,Calorie,Tempo,FC Media,FC max,\
    Cadenza di corsa media,Passo medio,Ascesa totale,Numero di Lap,Tempo in movimento,Tempo trascorso
    Corsa,2026-10-01 08:00:00,false,"Loop","10,02","1.036","01:02:33","150","171","172","6:15",\
    "55","11","01:02:00","01:05:00"
    """,
    """
    Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,Gem. loopcadans,\
    Gem. tempo,Totale stijging,Aantal ronden,Verstreken tijd
    Hardlopen,2026-10-01 08:00:00,false,"Loop","10,02","1.036","01:02:33","150","171","172","6:15",\
    "55","11","01:05:00"
    """,
    """
    Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,FC máxima,\
    Cadência de corrida média,Ritmo médio,Subida total,Número de voltas,Tempo transcorrido
    Corrida,2026-10-01 08:00:00,false,"Loop","10,02","1.036","01:02:33","150","171","172","6:15",\
    "55","11","01:05:00"
    """,
    """
    Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gennemsnitlig puls,Maksimal puls,\
    Gennemsnitlig løbekadence,Gennemsnitligt tempo,Samlet stigning,Samlet nedstigning,\
    Gennemsnitlig skridtlængde,Skridt,Antal omgange,Tid i bevægelse,Forløbet tid
    Løb,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172","6:15",\
    "55","54","0,93","10.750","11","1:02:00","1:05:00"
    """,
    """
    Aktivitetstyp,Datum,Favorit,Titel,Distans,Kalorier,Tid,Medelpuls,Maxpuls,\
    Genomsnittlig löpkadens,Medeltempo,Total stigning,Total nedstigning,\
    Genomsnittlig steglängd,Steg,Antal varv,Tid i rörelse,Förfluten tid
    Löpning,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172",\
    "6:15","55","54","0,93","10.750","11","1:02:00","1:05:00"
    """,
    """
    Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Kalorier,Tid,Gjennomsnittlig puls,Makspuls,\
    Gjennomsnittlig frekvens for løping,Gjennomsnittlig tempo,Total stigning,Totalt fall,\
    Gjennomsnittlig skrittlengde,Skritt,Antall runder,Tid i bevegelse,Medgått tid
    Løping,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172",\
    "6:15","55","54","0,93","10.750","11","1:02:00","1:05:00"
    """,
    """
    Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Suma kalorii,Czas,Średnie tętno,\
    Maksymalne tętno,Średni rytm biegu,Średnie tempo,Całkowity wznios,Całkowity spadek,\
    Średnia długość kroku,Kroki,Liczba okrążeń,Czas ruchu,Upływ czasu
    Bieganie,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172",\
    "6:15","55","54","0,93","10.750","11","1:02:00","1:05:00"
    """,
    """
    Tevékenységtípus,Dátum,Kedvenc,Cím,Távolság,Kalória,Idő,Átlagos pulzus,Max. pulzus,\
    Átlagos futási ütem,Átlagos tempó,Teljes emelkedés,Teljes süllyedés,Átlagos lépéshossz,\
    Lépések,Körök száma,Mozgási idő,Eltelt idő
    Running,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172",\
    "6:15","55","54","0,93","10.750","11","1:02:00","1:05:00"
    """,
    """
    Typ aktivity,Datum,Oblíbené,Název,Vzdálenost,Kalorie,Čas,Průměrný ST,Maximální ST,\
    Průměrná kadence běhu,Průměrné tempo,Celkové stoupání,Celkové klesání,\
    Průměrná délka kroku,Kroky,Počet kol,Čas pohybu,Uplynulý čas
    Running,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172",\
    "6:15","55","54","0,93","10.750","11","1:02:00","1:05:00"
    """,
    """
    Aktiviteettityyppi,Päivämäärä,Suosikki,Otsikko,Matka,Kalorit,Aika,Keskisyke,Maksimisyke,\
    Keskimääräinen juoksutahti,Keskitahti,Kokonaisnousu,Kokonaislasku,\
    Keskimääräinen askelpituus,Askeleet,Kierrosten määrä,Liikeaika,Kulunut aika
    Running,2026-10-01 08:00:00,false,"Loop","10,02","1.036","1:02:33","150","171","172",\
    "6:15","55","54","0,93","10.750","11","1:02:00","1:05:00"
    """,
    """
    アクティビティタイプ,日付,お気に入り,タイトル,距離,カロリー,タイム,平均心拍数,最大心拍数,平均ピッチ,平均ペース,総上昇量,総下降量,平均歩幅,ステップ,ラップ数,\
    移動時間,経過時間
    Running,2026-10-01 08:00:00,false,"Loop","10.02","1,036","01:02:33","150","171","172",\
    "6:15","55","54","0.93","10,750","11","01:02:00","01:05:00"
    """,
    """
    活动类型,日期,我的最爱,标题,距离,热量消耗,时间,平均心率,最大心率,平均步频,平均速度,累计爬升,累计下降,平均步长,步数,圈数,移动时间,全程耗时
    Running,2026-10-01 08:00:00,false,"Loop","10.02","1,036","01:02:33","150","171","172",\
    "6:15","55","54","0.93","10,750","11","01:02:00","01:05:00"
    """,
    """
    活動類型,日期,我的最愛,標題,距離,卡路里,時間,平均心率,最大心率,平均步頻,平均配速,總上升,總下降,平均步幅,步數,圈數,移動時間,經過時間
    Running,2026-10-01 08:00:00,false,"Loop","10.02","1,036","01:02:33","150","171","172",\
    "6:15","55","54","0.93","10,750","11","01:02:00","01:05:00"
    """,
    """
    활동 유형,날짜,즐겨찾기,제목,거리,칼로리,시간,평균 심박수,최대 심박수,평균 달리기 케이던스,평균 페이스,총 상승,총 하강,평균 보폭,걸음,랩 수,이동 시간,\
    경과 시간
    Running,2026-10-01 08:00:00,false,"Loop","10.02","1,036","01:02:33","150","171","172",\
    "6:15","55","54","0.93","10,750","11","01:02:00","01:05:00"
    """,
  ]

  @Test(arguments: tables)
  func `The table is read in eighteen languages`(text: String) throws {
    let reading = try Reading(text)
    #expect(reading.format == .garmin)
    let activity = try #require(reading.activities.first)
    #expect(activity.sport == .run)
    #expect(activity.start == ActivityStart(utcSeconds: nil, localSeconds: 1_790_841_600))
    #expect(activity.title == "Loop")
    #expect(activity.distanceM.map { abs($0 - 10_020) < 0.01 } == true)
    #expect(activity.movingSeconds == 3753)
    #expect(activity.elapsedSeconds == 3900)
    #expect(activity.heartRateAverage == 150)
    #expect(activity.heartRateMaximum == 171)
    #expect(activity.cadence == 172)
    #expect(activity.ascentM == 55)
    #expect(activity.laps == 11)
    // What it is known by does not change with the language.
    #expect(try activity.fingerprint == Reading(Self.tables[0]).activities.first?.fingerprint)
  }

  private static let header =
    "Activity Type,Date,Title,Distance,Time,Avg Run Cadence,Avg Stride Length,Avg Pace,Total Ascent\n"

  @Test func `Miles are known by steps and strides`() throws {
    // 170 steps of 0.98 m a minute are 9,996 m in an hour: 6.21 miles.
    let metric = "Running,2026-10-01 08:00:00,A,10.00,1:00:00,170,0.98,6:00,100\n"
    let metresOfStride = "Running,2026-10-01 08:00:00,A,6.21,1:00:00,170,0.98,9:40,328\n"
    let feetOfStride = "Running,2026-10-01 08:00:00,A,6.21,1:00:00,170,3.22,9:40,328\n"
    let none = "Running,2026-10-01 08:00:00,A,6.21,1:00:00,--,--,9:40,328\n"
    func read(_ row: String) throws -> ImportedActivity {
      try #require(Reading(Self.header + row).activities.first)
    }
    #expect(try read(metric).distanceM == 10_000)
    for row in [metresOfStride, feetOfStride] {
      #expect(try abs((read(row).distanceM ?? 0) - 9994) < 1)
      #expect(try abs((read(row).ascentM ?? 0) - 100) < 0.1)
    }
    #expect(try read(none).distanceM == 6210)
  }

  @Test func `Swims and laps of a track are in metres`() throws {
    let rows = """
      Lap Swimming,2026-10-01 08:00:00,A,"1,500",0:30:00,--,--,2:00,--
      Track Running,2026-10-02 08:00:00,B,"5,000",0:25:00,--,--,5:00,--
      Running,2026-10-03 08:00:00,C,5.00,0:25:00,--,--,5:00,--

      """
    let activities = try Reading(Self.header + rows).activities
    #expect(activities.map(\.distanceM) == [1500, 5000, 5000])
    #expect(activities.map(\.sport) == [.swim, .run, .run])
  }

  private static let summaries = """
    [{"summarizedActivitiesExport":[
    {"activityId":1,"name":"Loop \\u00e9\\ud83d\\ude00","activityType":"running",
    "beginTimestamp":1790834400000,"startTimeLocal":1.7908416E12,"duration":3753000.5,
    "elapsedDuration":3900000,"distance":1002000,"elevationGain":5500,"avgHr":150,"maxHr":171,
    "avgDoubleCadence":172,"lapCount":11,"workoutRpe":60,"extra":{"a":[1,{"b":null}]}},
    {"activityId":2,"activityType":"multi_sport","beginTimestamp":1790900000000,"parent":true},
    {"activityId":3,"activityType":"lap_swimming","beginTimestamp":1790900000000,"parentId":2}
    ]}]
    """

  @Test func `The summaries of an account are centimetres and milliseconds`() throws {
    let reading = try Reading(Self.summaries)
    #expect(reading.format == .garmin)
    #expect(reading.activities.map(\.sport) == [.run, .swim])
    let activity = try #require(reading.activities.first)
    #expect(activity.title == "Loop é😀")
    #expect(activity.start == ActivityStart(utcSeconds: 1_790_834_400, localSeconds: 1_790_841_600))
    #expect(activity.movingSeconds == 3753.0005)
    #expect(activity.elapsedSeconds == 3900)
    #expect(activity.distanceM == 10_020)
    #expect(activity.ascentM == 55)
    #expect(activity.rpe == 6)
    #expect(activity.laps == 11)
    #expect(activity.serviceID == "garmin:1")
  }

  @Test func `A summary and its recording in the same account are one`() throws {
    var builder = FITBuilder()
    builder.addFileID()
    builder.addSession()
    let noon = 1_795_435_200
    let json = """
      [{"summarizedActivitiesExport":[{"activityId":9,"activityType":"trail_running",
      "name":"Hill","beginTimestamp":\(noon)000,"startTimeLocal":\(noon + 3600)000}]}]
      """
    var settings = FITBuilder()
    settings.addFileID(2)
    let reading = try Reading(
      zip([
        .init(
          "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip",
          try zip([.init("a_1.fit", builder.file()), .init("a_2.fit", settings.file())])),
        .init("DI_CONNECT/DI-Connect-Fitness/a_0_summarizedActivities.json", json),
        .init("DI_CONNECT/DI-Connect-User/user_profile.json", "{\"userName\": \"a\"}"),
      ]))
    #expect(reading.format == .garmin)
    #expect(reading.activities.map(\.serviceID) == ["garmin:9"])
    #expect(reading.activities.map(\.title) == ["Hill"])
    #expect(reading.activities.map(\.distanceM) == [10_000])
    #expect(reading.activities.map(\.start?.utcOffsetMinutes) == [60])
    #expect(
      try reading.activities.map(\.fingerprint)
        == FITFile.activities(in: builder.file()).activities.map(\.fingerprint))
    #expect(reading.reasons.isEmpty)
    #expect(reading.others.count == 2)
  }

  @Test(arguments: [
    "[{\"beginTimestamp\":1,\"activityType\":\"a\"}",
    "[{\"beginTimestamp\":01,\"activityType\":1}]",
    "[{\"beginTimestamp\":1 \"activityType\":1}]",
    "[{\"beginTimestamp\":1,\"activityType\":\"\\x\"}]",
    "[{\"beginTimestamp\":1,\"activityType\":1}] x",
    "[{\"beginTimestamp\":1,\"activityType\":nul}]",
    "{\"beginTimestamp\":1e999,\"activityType\":1}", "[{\"beginTimestamp\":1,\"activityType\":1},]",
    "{\"activityType\":\"\\ud83d\\u00zz\",\"beginTimestamp\":1}",
    "{\"beginTimestamp\":1,\"activityType\":\"a\nb\"}",
    // As deep as it is wide: brackets up to here are opened a hundred thousand times.
    "{\"beginTimestamp\":1,\"activityType\":[",
  ])
  func `A broken JSON is refused`(text: String) {
    let deep = text.hasSuffix("[") ? String(repeating: "[", count: 100_000) : ""
    let error = #expect(throws: ActivityFileError.self) { try Reading(text + deep) }
    #expect(error?.description.hasPrefix("The JSON is ") == true)
  }
}
