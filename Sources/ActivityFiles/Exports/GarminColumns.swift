/// The places of the columns in Garmin Connect's table.
struct GarminColumns {
  /// The number of columns at the start whose order never changes.
  static let fixed = 7

  let type: Int
  let date: Int
  let title: Int?
  let distance: Int
  let time: Int
  let moving: Int?
  let elapsed: Int?
  let heartRateAverage: Int?
  let heartRateMaximum: Int?
  let cadence: Int?
  let stride: Int?
  let pace: Int?
  let ascent: Int?
  let descent: Int?
  let steps: Int?
  let laps: Int?
  /// The unit of the distances, if the header states it.
  let unit: LengthUnit?

  /// Finds the columns by name; fails if a required one is missing.
  init?(_ names: [String]) {
    let columns = TableColumns(names)
    guard let type = columns.place(GarminNames.type), let date = columns.place(GarminNames.date),
      let title = columns.place(GarminNames.title),
      let distance = columns.place(GarminNames.distance),
      let time = columns.place(GarminNames.time)
    else { return nil }
    self.init(columns, type, date, title, distance, time)
  }

  /// Takes the required columns by their places, which are the same in every
  /// language.
  init(unknown names: [String]) { self.init(TableColumns(names), 0, 1, 3, 4, 6) }

  private init(
    _ columns: TableColumns, _ type: Int, _ date: Int, _ title: Int, _ distance: Int, _ time: Int
  ) {
    (self.type, self.date, self.title) = (type, date, title)
    (self.distance, self.time) = (distance, time)
    unit = columns.unit(ofColumn: distance)
    moving = columns.place(GarminNames.moving)
    elapsed = columns.place(GarminNames.elapsed)
    heartRateAverage = columns.place(GarminNames.heartRateAverage)
    heartRateMaximum = columns.place(GarminNames.heartRateMaximum)
    cadence = columns.place(GarminNames.cadence)
    stride = columns.place(GarminNames.stride)
    pace = columns.place(GarminNames.pace)
    ascent = columns.place(GarminNames.ascent)
    descent = columns.place(GarminNames.descent)
    steps = columns.place(GarminNames.steps)
    laps = columns.place(GarminNames.laps)
  }
}

/// Garmin Connect's column names in English, German, French, Spanish, Italian,
/// Dutch, Portuguese, Danish, Swedish, Norwegian, Polish, Hungarian, Czech,
/// Finnish, Japanese, Chinese in both scripts, and Korean, including former
/// names.
private enum GarminNames {
  static let type = [
    "Activity Type", "Aktivitätstyp", "Type d'activité", "Tipo de actividad", "Tipo di attività",
    "Activiteittype", "Activiteitstype", "Type activiteit", "Tipo de atividade", "Aktivitetstype",
    "Aktivitetstyp", "Typ av aktivitet", "Type aktivitet", "Typ aktywności", "Rodzaj aktywności",
    "Tevékenységtípus", "Tevékenység típusa", "Tevékenység típus", "Typ aktivity", "Druh aktivity",
    "Aktiviteettityyppi", "Aktiviteetin tyyppi", "Suoritustyyppi", "Suorituksen tyyppi",
    "Toiminnan tyyppi", "Toimintatyyppi", "Harjoituksen tyyppi", "Liikuntalaji",
    "アクティビティタイプ", "アクティビティの種類", "アクティビティ種別", "活动类型", "运动类型",
    "活動類型", "運動類型", "활동 유형", "활동 종류", "활동 타입",
  ]
  static let date = [
    "Date", "Datum", "Fecha", "Data", "Dato", "Dátum", "Päivämäärä", "Päiväys", "Pvm", "日付",
    "日時", "日期", "날짜", "일자",
  ]
  static let title = [
    "Title", "Titel", "Titre", "Título", "Titolo", "Tittel", "Namn", "Navn", "Rubrik", "Tytuł",
    "Nazwa", "Cím", "Név", "Megnevezés", "Název", "Nadpis", "Titul", "Titulek", "Otsikko", "Nimi",
    "タイトル", "名前", "标题", "名称", "標題", "名稱", "제목", "이름",
  ]
  static let distance = [
    "Distance", "Distanz", "Strecke", "Distancia", "Distanza", "Afstand", "Distância", "Distans",
    "Sträcka", "Distanse", "Dystans", "Távolság", "Táv", "Vzdálenost", "Matka", "Etäisyys", "距離",
    "距离", "거리",
  ]
  static let time = [
    "Time", "Activity Time", "Zeit", "Aktivitätszeit", "Durée", "Temps", "Tiempo", "Tempo", "Tijd",
    "Tempo total", "Total Time", "Gesamtzeit", "Durée totale", "Tiempo total", "Tempo totale",
    "Totale tijd", "Tid", "Total tid", "Samlet tid", "Czas", "Czas aktywności", "Czas całkowity",
    "Idő", "Időtartam", "Teljes idő", "Čas", "Doba", "Doba trvání", "Celkový čas", "Aika",
    "Kokonaisaika", "Kesto", "タイム", "時間", "合計時間", "时间", "总时间", "總時間", "시간",
    "총 시간",
  ]
  static let moving = [
    "Moving Time", "Zeit in Bewegung", "Temps de déplacement", "Durée de déplacement",
    "Tiempo en movimiento", "Tempo in movimento", "Bewegingstijd", "Tijd in beweging",
    "Tempo de movimentação", "Tempo em movimento", "Tid i bevægelse", "Tid i rörelse",
    "Tid i bevegelse", "Czas ruchu", "Czas w ruchu", "Mozgással töltött idő",
    "Mozgásban töltött idő", "Mozgási idő", "Čas pohybu", "Doba pohybu", "Čas v pohybu",
    "Liikeaika", "Liikkumisaika", "Aika liikkeessä", "移動時間", "移动时间", "이동 시간",
  ]
  static let elapsed = [
    "Elapsed Time", "Verstrichene Zeit", "Temps écoulé", "Tiempo transcurrido", "Tempo trascorso",
    "Verstreken tijd", "Tempo transcorrido", "Tempo decorrido", "Forløbet tid", "Forløpt tid",
    "Medgått tid", "Förfluten tid", "Förbrukad tid", "Upływ czasu", "Czas, który upłynął",
    "Upłynęło czasu", "Miniony czas", "Eltelt idő", "Uplynulý čas", "Uplynulá doba", "Kulunut aika",
    "経過時間", "经过时间", "全程耗时", "全程耗時", "經過時間", "경과 시간",
  ]
  static let heartRateAverage = [
    "Avg HR", "Average HR", "Ø HF", "Ø Herzfrequenz", "Durchschnittliche Herzfrequenz",
    "Fréquence cardiaque moyenne", "FC moyenne", "Frecuencia cardiaca media",
    "Frecuencia cardíaca media", "FC media", "FC média", "Frequência cardíaca média",
    "Frequenza cardiaca media", "Gem. HS", "Gemiddelde HS", "Gemiddelde hartslag",
    "Gennemsnitlig puls", "Gns. puls", "Gnsn. puls", "Gjennomsnittlig puls", "Gj.sn. puls",
    "Snittpuls", "Medelpuls", "Genomsnittlig puls", "Medel-HF", "Średnie tętno", "Śr. tętno",
    "Átlagos pulzus", "Átl. pulzus", "Átlagos pulzusszám", "Průměrná srdeční frekvence",
    "Průměrný srdeční tep", "Průměrný tep", "Prům. ST", "Průměrný ST", "Prům. TF", "Keskisyke",
    "Keskimääräinen syke", "Keskim. syke", "平均心拍数", "平均心拍", "平均心率", "평균 심박수",
    "평균 심박", "평균 HR",
  ]
  static let heartRateMaximum = [
    "Max HR", "Max. HF", "Maximale Herzfrequenz", "Maximale HF", "Fréquence cardiaque maximale",
    "FC maximale", "FC max.", "FC máxima", "Frecuencia cardiaca máxima",
    "Frecuencia cardíaca máxima", "Frequência cardíaca máxima", "FC massima",
    "Frequenza cardiaca massima", "Max. HS", "Maximale HS", "Max. hartslag", "Maksimal puls",
    "Makspuls", "Maks. puls", "Maxpuls", "Maximal puls", "Max. puls", "Maksymalne tętno",
    "Maks. tętno", "Maximális pulzus", "Max. pulzus", "Maximális pulzusszám",
    "Maximální srdeční frekvence", "Maximální srdeční tep", "Maximální tep", "Max. ST",
    "Maximální ST", "Max. TF", "Maksimisyke", "Enimmäissyke", "Korkein syke", "最大心拍数",
    "最高心拍数", "最大心拍", "最大心率", "最高心率", "최대 심박수", "최고 심박수", "최대 심박",
    "최대 HR",
  ]
  static let cadence = [
    "Avg Run Cadence", "Ø Schrittfrequenz (Laufen)", "Cadence de course moyenne",
    "Cadencia de carrera media", "Cadenza di corsa media", "Gem. loopcadans",
    "Gemiddelde loopcadans", "Cadência de corrida média", "Avg Cadence",
    "Gennemsnitlig løbekadence", "Gns. løbekadence", "Gns. kadence for løb",
    "Gjennomsnittlig frekvens for løping", "Gjennomsnittlig løpekadens",
    "Gjennomsnittlig løpefrekvens",
    "Genomsnittlig löpkadens", "Medellöpkadens", "Medelkadens vid löpning", "Snittkadens löpning",
    "Średni rytm biegu", "Średnia kadencja biegu", "Śr. kadencja biegu", "Średni rytm",
    "Átlagos futólépés-ütem", "Átlagos futási ütem", "Átl. futási ütem", "Átlagos lépésszám",
    "Průměrná kadence běhu", "Prům. kadence běhu", "Keskimääräinen juoksutahti",
    "Keskim. juoksutahti", "Keskimääräinen juoksun askeltiheys",
    "Juoksun keskimääräinen askeltiheys",
    "Keskimääräinen askeltiheys", "平均ピッチ", "平均ランニングピッチ", "平均ケイデンス",
    "平均步频", "平均跑步步频", "平均步頻", "平均跑步步頻", "평균 러닝 케이던스",
    "평균 달리기 케이던스", "평균 달리기 보속", "평균 케이던스",
  ]
  static let stride = [
    "Avg Stride Length", "Ø Schrittlänge", "Longueur moyenne des foulées",
    "Longitud media de zancada", "Lunghezza media passo", "Gem. staplengte",
    "Comprimento médio da passada", "Gennemsnitlig skridtlængde", "Gns. skridtlængde",
    "Gjennomsnittlig skrittlengde", "Genomsnittlig steglängd", "Medelsteglängd", "Snittsteglängd",
    "Średnia długość kroku", "Śr. długość kroku", "Átlagos lépéshossz", "Átl. lépéshossz",
    "Průměrná délka kroku", "Prům. délka kroku", "Keskimääräinen askelpituus",
    "Keskim. askelpituus", "Askelpituuden keskiarvo", "平均歩幅", "平均ストライド", "平均步长",
    "平均步幅", "平均步長", "평균 보폭",
  ]
  static let pace = [
    "Avg Pace", "Avg Speed", "Ø Pace", "Ø Geschwindigkeit", "Allure moyenne", "Vitesse moyenne",
    "Ritmo medio", "Velocidad media", "Passo medio", "Velocità media", "Gem. tempo",
    "Gemiddeld tempo", "Gemiddelde snelheid", "Ritmo médio", "Velocidade média",
    "Gennemsnitligt tempo", "Gns. tempo", "Gennemsnitlig hastighed", "Gjennomsnittlig tempo",
    "Gjennomsnittlig hastighet", "Genomsnittligt tempo", "Medeltempo", "Snittempo",
    "Medelhastighet", "Genomsnittlig hastighet", "Średnie tempo", "Śr. tempo", "Średnia prędkość",
    "Átlagos tempó", "Átl. tempó", "Átlagos iram", "Átlagos sebesség", "Průměrné tempo",
    "Prům. tempo", "Průměrná rychlost", "Keskitahti", "Keskivauhti", "Keskimääräinen tahti",
    "Keskimääräinen vauhti", "Keskinopeus", "平均ペース", "平均スピード", "平均配速", "平均速度",
    "평균 페이스", "평균 속도",
  ]
  static let ascent = [
    "Total Ascent", "Elev Gain", "Elevation Gain", "Anstieg gesamt", "Gesamtanstieg",
    "Positiver Höhenunterschied", "Ascension totale", "Gain d'altitude", "Ascenso total",
    "Ascesa totale", "Totale stijging", "Subida total", "Samlet stigning", "Stigning i alt",
    "Total stigning", "Stigning totalt", "Stigning", "Total uppförsbacke", "Total höjdökning",
    "Całkowity wznios", "Wznios całkowity", "Suma wzniosów", "Całkowite wzniesienie",
    "Teljes emelkedés", "Összes emelkedés", "Teljes szintemelkedés", "Celkové stoupání",
    "Celkový výstup", "Celkem nastoupáno", "Kokonaisnousu", "Nousu yhteensä", "Nousua yhteensä",
    "総上昇量", "獲得標高", "累计爬升", "总爬升", "总上升", "總爬升", "總上升", "累計爬升",
    "총 상승", "총 오르막", "총 상승 고도",
  ]
  static let descent = [
    "Total Descent", "Elev Loss", "Elevation Loss", "Abstieg gesamt", "Gesamtabstieg",
    "Negativer Höhenunterschied", "Descente totale", "Perte d'altitude", "Descenso total",
    "Discesa totale", "Totale daling", "Descida total", "Samlet nedstigning", "Samlet fald",
    "Fald i alt", "Total nedstigning", "Totalt fall", "Nedstigning totalt",
    "Total nedförsbacke", "Total sänkning", "Total höjdminskning", "Całkowity spadek",
    "Spadek całkowity", "Suma spadków", "Całkowite zejście", "Teljes süllyedés",
    "Teljes ereszkedés", "Összes süllyedés", "Teljes szintcsökkenés", "Celkové klesání",
    "Celkový sestup", "Celkem naklesáno", "Kokonaislasku", "Lasku yhteensä", "Laskua yhteensä",
    "総下降量", "累计下降", "总下降", "總下降", "累計下降", "총 하강", "총 내리막",
    "총 하강 고도",
  ]
  static let steps = [
    "Steps", "Schritte", "Pas", "Pasos", "Passi", "Stappen", "Passos", "Skridt", "Skritt", "Steg",
    "Kroki", "Liczba kroków", "Lépések", "Lépésszám", "Kroky", "Počet kroků", "Askeleet",
    "Askelmäärä", "Askelta", "ステップ", "歩数", "步数", "步數", "걸음", "걸음 수", "걸음수", "스텝",
  ]
  static let laps = [
    "Number of Laps", "Anzahl der Runden", "Nombre de tours",
    "Nombre de circuits", "Número de vueltas", "Numero di Lap", "Aantal ronden",
    "Número de voltas", "Antal omgange", "Antall runder", "Antal varv", "Liczba okrążeń",
    "Körök száma", "Počet kol", "Počet okruhů", "Kierrosten määrä", "Kierrosten lukumäärä",
    "ラップ数", "圈数", "圈數", "랩 수", "랩 횟수",
  ]
}
