import ActivityFiles
import Testing

/// What sports are called, in the languages and spellings of watches and services.
@Suite struct SportNameTests {
  @Test(arguments: [
    "Run", "RUNNING", "running", "trail_running", "street_running", "track_running",
    "treadmill_running", "virtual_run", "VirtualRun", "TrailRun", "Treadmill", "Trail run",
    "Walk/Run", "Indoor Running", "obstacle_run", "ultra_run", "Jogging", "Parkrun",
    "Treadmill workout",
    "Lauf", "Laufen", "Laufband", "Laufband-Lauf", "Trailrunning", "Traillauf", "Berglauf",
    "Nachtlauf", "Dauerlauf", "Virtueller Lauf", "Laufen (Laufband)", "Joggen",
    "course à pied", "Course a pied", "Course", "Course virtuelle", "Trail", "Course sur tapis",
    "Carrera", "Correr", "Carrera por montaña", "Corsa", "Corsa su tapis roulant", "Corrida",
    "Hardlopen", "Hardloopsessie", "Trailrun",
    "Løb", "Løbetur", "Løbebånd", "Trailløb", "Löpning", "Löptur", "Terränglöpning", "Løping",
    "Løpetur", "lopetur", "loptur", "Tredemølle", "Terrengløping",
    "Juoksu", "Polkujuoksu", "Juoksumatto", "Bieg", "Bieganie", "Bieg na bieżni",
    "bieganie w terenie",
    "Běh", "Běžecký pás", "Trailový běh", "Beh", "Futás", "Terepfutás", "Futópad", "Alergare",
    "Koşu",
    "Бег", "Бег по пересечённой местности", "Беговая дорожка", "Пробежка", "Трейлраннинг", "Біг",
    "ランニング", "ラン", "トレイルランニング", "室内ランニング", "トレッドミル", "ジョギング",
    "跑步", "户外跑步", "越野跑", "跑步机", "慢跑", "달리기", "러닝", "트레일 러닝", "트레드밀",
    "Lo\u{308}ptur", "Beh", "τρέξιμο", "berlari", "วิ่ง",
  ])
  func `A run`(name: String) { #expect(Sport(named: name) == .run) }

  @Test(arguments: [
    "Walking", "Treadmill walking", "Nordic Walking", "Hiking", "Hike", "casual_walking",
    "Race walking", "Gehen", "Spaziergang", "Wandern", "Gehen auf dem Laufband", "Marche",
    "Marche à pied", "Randonnée", "Caminata", "Senderismo", "Camminata", "Wandelen", "Caminhada",
    "Gåtur", "Gang", "Promenad", "Fottur", "Kävely", "Spacer", "Chůze", "Séta", "Ходьба",
    "Прогулка",
    "ウォーキング", "散步", "步行", "健走", "걷기", "등산",
  ])
  func `A walk`(name: String) { #expect(Sport(named: name) == .walk) }

  @Test(arguments: [
    "Ride", "VirtualRide", "EBikeRide", "mountain_biking", "Indoor Cycling", "gravel_cycling",
    "Biking", "Radfahren", "Rad fahren", "Radfahrt", "Mountainbike-Fahrt", "Vélo",
    "Course cycliste",
    "Ciclismo", "Giro in bici", "Fietsen", "Cykling", "Sykkeltur", "Pyöräily", "Jazda na rowerze",
    "Rower szosowy", "Kolarstwo", "Cyklistika", "Kerékpározás", "Велоспорт", "Езда на велосипеде",
    "サイクリング", "ロードバイク", "骑行", "自行车", "자전거", "사이클링",
  ])
  func `A ride`(name: String) { #expect(Sport(named: name) == .ride) }

  @Test(arguments: [
    "Swim", "lap_swimming", "open_water_swimming", "Schwimmen", "Freiwasserschwimmen", "Natation",
    "Natación", "Nuoto", "Zwemmen", "Natação", "Svømning", "Simning", "Uinti", "Pływanie",
    "Plavání",
    "Úszás", "Плавание", "水泳", "游泳", "수영",
  ])
  func `A swim`(name: String) { #expect(Sport(named: name) == .swim) }

  @Test(arguments: [
    "Golf course", "Rollschuhlaufen", "Eislaufen", "Skilanglauf", "Langlauf", "Schlittschuhlaufen",
    "Inlineskaten", "Rower", "Rowing", "SwimBikeRun", "Triathlon", "multi_sport", "Motorcycling",
    "Horseback Riding", "CrossTraining", "Cross-Country Skiing", "resort_skiing", "NordicSki",
    "RollerSki", "Wheelchair run", "HandCycling", "TrackAndField", "Obstacle course", "Yoga",
    "Krafttraining", "Strength training", "WeightTraining", "Workout", "Elliptical",
    "StairStepper", "bike to run transition", "Běh na lyžích", "Biegi narciarskie", "Беговые лыжи",
    "Бег на коньках", "Sífutás", "Hiihto", "Längdskidåkning", "Rulleskøjteløb", "Skøyter",
    "Patinage", "Pattinaggio", "Schaatsen", "スキー", "ヨガ", "トランポリン", "滑雪", "骑马", "스키",
    "요가", "parkour", "surfing_v2", "Tennis", "Paddeln", "SUP", "Water fitness",
  ])
  func `Something else that is known`(name: String) {
    #expect(Sport(named: name) == .other(name.lowercased()))
  }

  @Test(arguments: [
    "Other", "Autre", "その他", "Blorp", "Crunching", "Brunch", "Scourse",
    "Race course",
  ])
  func `A word that says nothing here`(name: String) {
    #expect(Sport(named: name) == .unrecognised(name.lowercased()))
    #expect(Sport(named: name).isOpen)
  }

  @Test(arguments: ["", "  ", "Unknown", "--"])
  func `Nothing is said`(name: String) { #expect(Sport(named: name) == .unknown) }

  @Test(arguments: [
    ("Morning Run", true), ("Lauf am Morgen", true), ("Course à pied le matin", true),
    ("Course à pied dans l'après-midi", true), ("Corsa mattutina", true), ("Berlin Running", true),
    ("L'Isle-d'Abeau Cycling", true), ("朝のラン", true), ("Run with Anna", false),
    ("Knee hurt on this run", false), ("Yoga", false), ("Tempo, then a calf cramp", false),
    ("Silver Lake Park", false),
  ])
  func `A title that only says what was done is none of its own`(title: String, isOnlyName: Bool) {
    #expect(Sport.isOnlyName(title) == isOnlyName)
  }
}
