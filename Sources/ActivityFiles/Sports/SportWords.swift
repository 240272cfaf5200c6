/// The words for sports in the languages of watches and services: English,
/// German, French, Spanish, Italian, Dutch, Portuguese, Catalan, Danish, Swedish,
/// Norwegian, Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Slovene,
/// Croatian, Turkish, Greek, Russian, Ukrainian, Indonesian, Vietnamese, Thai,
/// Japanese, Chinese and Korean.
enum SportWords {
  /// The meanings of single words.
  static let meanings: [String: SportName.Meaning] = {
    var meanings: [String: SportName.Meaning] = [:]
    let lists: [(String, SportName.Meaning)] = [
      (circumstances, .circumstance), (perhapsOthers, .perhapsOther), (perhapsRuns, .perhapsRun),
      (runs, .run), (walks, .walk), (rides, .ride), (swims, .swim), (others, .other),
    ]
    for (list, meaning) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        meanings[word.reduce("") { $0 + SportName.folded($1) }] = meaning
      }
    }
    return meanings
  }()

  /// The meanings of whole names whose words alone mean something else, or
  /// nothing.
  static let phrases: [String: SportName.Meaning] = [
    // A rower is a machine in English and a bicycle in Polish.
    "rower gorski": .ride, "rower szosowy": .ride, "rower stacjonarny": .ride,
    "rower elektryczny": .ride, "rower miejski": .ride, "jazda na rowerze": .ride,
    "giro in bici": .ride, "vuelta en bici": .ride, "e bike": .ride,
    "course cycliste": .ride, "beh na lyzich": .other, "chay bo": .run, "di bo": .walk,
    "dap xe": .ride, "boi loi": .swim, "tek": .run,
    "lari": .run, "cross country": .run, "hard lopen": .run, "gang": .walk,
    "kolo": .ride, "cross training": .other, "cross trainer": .other, "cross fit": .other,
    "track and field": .other, "hand cycling": .other, "obstacle course": .other,
    "obstacle course racing": .other, "walking pad": .walk,
  ]

  /// Names for "another sport", or for none in particular.
  static let silent: Set<String> = [
    "unknown", "generic", "uncategorized", "uncategorised", "other", "misc", "none", "sport",
    "activity", "undefined", "null", "default", "andere", "anderes", "sonstige", "sonstiges",
    "unbekannt", "autre", "autres", "otro", "otra", "otros", "altro", "altri", "anders", "overig",
    "outro", "outra", "outros", "andet", "annat", "annet", "ovrigt", "muu", "inne", "inny", "jine",
    "ostatni", "egyeb", "другое", "прочее", "その他", "其他", "其它", "기타",
  ]

  /// Prefixes that only other sports have.
  static let otherBeginnings = [
    "ski", "langlauf", "langrenn", "langrend", "langdskid", "skid", "narciar", "nart", "lyz", "лыж",
    "hiiht", "murtomaa", "sielo", "eislauf", "schlittschuh", "rollschuh", "inline",
    "skat", "skojt", "skoyt", "skridsko", "rullesk", "rullsk", "luistel", "patin",
    "pattin", "schaats", "skeeler", "brusl", "lyzwiar", "конь", "snow", "schnee", "surf", "kraft",
    "strength", "weight", "gewicht", "muscu", "pesas", "styrke", "styrk", "silow", "silov",
    "силов", "voima", "yoga", "joga", "йога", "pilat", "пилат", "gymna", "klett", "climb",
    "escala", "arramp", "klatr", "wspina", "kiipei", "golf", "tennis", "tenis", "badminton",
    "squash", "padel", "paddel", "paddl", "kayak", "kajak", "canoe", "kanu", "kano", "rudern",
    "rowing", "roei", "roddning", "roning", "wioslar", "veslov", "evezes", "греб", "tanz", "danc",
    "danse", "danza", "baile", "ballo", "motor", "moto", "reit", "horse", "equit", "equest",
    "meditat",
    "atem", "breath", "aqua", "wasser", "crosstrain", "crossfit", "kick", "box", "бокс",
    "martial", "fussball", "football", "futbol", "voetbal", "soccer", "basket", "volley", "hockey",
    "handball", "baseball", "softball", "cricket", "rugby", "elliptic", "ellipt", "stair",
    "treppensteig", "step", "triathl", "duathl", "aquathl", "multisport", "sail", "segel", "tauch",
    "diving", "fish", "angeln", "hunt", "jagd", "wheelchair", "rollstuhl", "kite", "windsurf",
    "wake", "raft", "boat", "paraglid",
  ]

  private static let circumstances = """
    morning lunch afternoon evening night day midday noon early late sunrise sunset the in a an at
    with on of my
    morgen morgens morgendlicher mittag mittags nachmittag nachmittags abend abends nacht nachts
    am in der vormittag früher abendlicher
    course matin midi après l d soir soirée nuit le la du dans à au en pied matinale
    mañana mediodía tarde noche por al de
    mattina mattutina pranzo ora all pomeriggio pomeridiana sera serale notte notturna
    ochtend middag avond s in het lunchtijd
    manhã matinal almoço vespertina noite noturna na no da
    virtual virtuelle virtueller virtuel virtuale virtuele indoor outdoor innen außen easy long
    recovery regen tempo base commute casual general street road urban city home street straße
    fast slow steady progression interval intervals obstacle
    """

  private static let perhapsOthers = """
    workout training exercise gym fitness cardio sport session einheit entraînement séance
    entrenamiento allenamento treino träning trening træning harjoitus тренировка allround
    conditioning indoorcardio play preparation water
    """

  private static let perhapsRuns = """
    treadmill treadmills track parkrun marathon halbmarathon halfmarathon semimarathon maratón
    maratona maraton ultramarathon ultra trail trailing fartlek laufband tapis hardloopband
    loopband løbebånd löpband tredemølle bieżnia bieżni juoksumatto futópad běžecký pás
    orienteering orientierungslauf carrera corsa corrida cursa rennen марафон дорожка
    беговая трейл
    """

  private static let runs = """
    run runs running runner jog jogs jogging trailrun trailrunning trailrunner roadrunning
    treadmillrunning trackrunning ultrarun ultrarunning fellrunning skyrunning canicross virtualrun
    indoorrunning streetrunning obstaclerun
    lauf läufe laufen läuft joggen gejoggt gelaufen trailläufe traillauf traillaufen laufbandlauf
    laufbandtraining berglauf bergläufe nachtlauf waldlauf dauerlauf geländelauf crosslauf
    straßenlauf bahnlauf volkslauf wettlauf wettkampflauf stadtlauf hallenlauf intervalllauf
    tempolauf regenerationslauf morgenlauf abendlauf mittagslauf nachmittagslauf vormittagslauf
    frühlauf ultralauf hindernislauf langstreckenlauf kurzstreckenlauf staffellauf silvesterlauf
    landschaftslauf lauftraining laufeinheit laufrunde lauftreff einlaufen auslaufen bergauflauf
    steigerungslauf stadionlauf geländelaufen bahnlaufen straßenlaufen indoorlauf indoorlaufen
    treppenlauf
    courir couru footing courseapied courseàpied coureur
    correr corriendo corro trote trotar
    correre corsetta
    hardlopen hardloop hardloopsessie hardlooptraining loopsessie trailhardlopen baanlopen
    correndo corredor trotando
    córrer
    løb løbe løbetur løbeture løbetræning løber løbepas trailløb terrænløb løbebåndsløb baneløb
    gadeløb nattløb natløb
    löpning löptur löprunda löppass löpträning löpa traillöpning traillöp terränglöpning
    spårlöpning banlöpning stiglöpning löpbandslöpning nattlöpning joggning joggingtur
    løping løpetur løp løpe terrengløp terrengløping stiløping baneløping gateløping mølleløping
    tredemølleløping joggetur intervalløp
    juoksu juoksua juoksen juoksulenkki polkujuoksu maastojuoksu ratajuoksu katujuoksu
    juoksumattojuoksu juokseminen hölkkä
    bieg biegi biegu biegać bieganie biegania przebieżka trucht
    běh běhu běhání beh behanie
    futás futó kocogás terepfutás futópados hegyi-futás tájfutás pályafutás
    alergare alergat
    trčanje tekanje
    koşu koşma koşusu koşmak
    τρέξιμο
    бег бега бегать пробежка забег трейлраннинг джоггинг
    біг пробіжка
    berlari
    ריצה جري الجري ركض
    ラン 走る 런 런닝
    """

  private static let walks = """
    walk walks walking walker hike hikes hiking stroll trek trekking nordicwalking racewalking
    speedwalking
    gehen geht walken spaziergang spazieren wandern wanderung walkingrunde nordicwalken
    marche marcher randonnée rando balade promenade
    caminata caminar caminando senderismo paseo marcha
    camminata camminare escursione escursionismo passeggiata
    wandelen wandeling wandeltocht hiken
    caminhada caminhar
    gåtur vandretur vandring gå
    promenad promenera gång fotvandring
    fottur gange
    kävely kävelylenkki sauvakävely vaellus patikointi
    spacer spacery chód marsz wędrówka chodzenie
    chůze pochod chôdza turistika
    séta gyaloglás túrázás túra
    mers plimbare hodanje hoja pohod
    yürüyüş yürüme
    περπάτημα πεζοπορία
    ходьба прогулка поход хайкинг хождение
    berjalan
    ウォーク
    """

  private static let rides = """
    cycle cycling ride rides riding bike bikes biking bicycle bicycling cyclist mtb bmx ebike
    ebikeride virtualride gravelride mountainbike mountainbiking mountainbiker spinning velomobile
    roadbike roadbiking gravel
    rad radfahren radfahrt radtour radeln rennrad rennradfahren radsport fahrrad fahrradfahren
    fahrradfahrt fahrradtour mountainbiken gravelfahrt spinbike heimtrainer ergometer
    vélo cyclisme vtt cycliste
    ciclismo bicicleta bici pedalada bicicletta pedalata ciclista
    fiets fietsen fietsrit wielrennen fietstocht
    cykling cykel cykeltur cykla cyklar cykle
    sykling sykkel sykkeltur sykle
    pyöräily pyörälenkki maastopyöräily pyörä
    kolarstwo rowerze rowerowa rowerowy rowerowe
    cyklistika cyklistické cyklojazda bicyklovanie kole
    kerékpározás kerékpár biciklizés bicikli
    ciclism kolesarjenje biciklizam
    bisiklet
    ποδηλασία
    велосипед велосипеде велоспорт велозаезд велопрогулка вело велотренировка
    bersepeda
    ライド バイク 바이크
    """

  private static let swims = """
    swim swims swimming swimmer freestyle openwater
    schwimmen schwimmt schwimmtraining freiwasserschwimmen beckenschwimmen bahnenschwimmen
    natation nage nager
    natación nadar
    nuoto nuotare
    zwemmen zwemsessie zwem
    natação nado
    svømning svømme simning simma svømming
    uinti
    pływanie pływać
    plavání plávanie plavanje plivanje
    úszás
    înot yüzme
    κολύμβηση
    плавание заплыв плавання
    berenang
    スイム
    """

  private static let others = """
    rower ergo row rows rudern ruder rema remo aviron voga canottaggio roeien
    transition multi brick swimrun hiit tabata amrap emom circuit bootcamp abs core stretching
    stretch dehnen étirements mobility mobilität flexibility foam reha rehab physio
    nordicski biathlon backcountry sled sleigh luge curling ski
    langlaufen rollerskiing rollerski rollerblade rollerblading roller rollerskaten biegówki běžky
    sífutás sífutó korcsolya korcsolyázás łyżwy rolki
    parkour trampoline jumping rope bouldering mountaineering bergsteigen alpinisme
    alpinismo hochtour fencing fechten archery bowling darts billiard
    massage sauna driving flying hang sup snorkel scuba mind tai polo síelés
    taekwondo karate judo boxing mma wrestling yogalates barre zumba aerobic aerobics
    équitation bowls disc frisbee lacrosse pickleball tischtennis racquet racket racquetball
    handcycle handbike handcycling hunting shooting tactical jump skijumping
    gaming esports cooldown warmup elliptical crosstrainer stepper stairs
    """

  /// Parts of names in scripts without blanks.
  static let unspaced: [(String, SportName.Meaning)] = [
    ("ランニング", .run), ("ジョギング", .run), ("トレイルラン", .run), ("トレラン", .run),
    ("マラソン", .perhapsRun), ("トレッドミル", .perhapsRun), ("のラン", .run), ("のライド", .ride),
    ("サイクリング", .ride), ("自転車", .ride), ("ロードバイク", .ride), ("マウンテンバイク", .ride),
    ("ウォーキング", .walk), ("ウオーキング", .walk), ("散歩", .walk), ("ハイキング", .walk),
    ("スイミング", .swim), ("水泳", .swim), ("スキー", .other), ("スケート", .other),
    ("ヨガ", .other), ("筋トレ", .other), ("筋力", .other), ("モーター", .other),
    ("スノー", .other), ("ゴルフ", .other), ("ローイング", .other), ("トランポリン", .other),
    ("跑", .run), ("马拉松", .perhapsRun), ("馬拉松", .perhapsRun), ("骑", .ride), ("騎", .ride),
    ("自行车", .ride), ("自行車", .ride), ("单车", .ride), ("單車", .ride), ("步行", .walk),
    ("健走", .walk), ("徒步", .walk), ("散步", .walk), ("行走", .walk), ("走路", .walk),
    ("健行", .walk), ("远足", .walk), ("遠足", .walk), ("游泳", .swim), ("泳", .swim),
    ("滑", .other), ("马术", .other), ("骑马", .other), ("騎馬", .other), ("马球", .other),
    ("跑酷", .other), ("瑜伽", .other), ("瑜珈", .other), ("力量", .other), ("肌力", .other),
    ("划船", .other), ("摩托", .other), ("高尔夫", .other), ("重訓", .other),
    ("달리기", .run), ("러닝", .run), ("조깅", .run), ("마라톤", .perhapsRun),
    ("트레드밀", .perhapsRun), ("사이클", .ride), ("자전거", .ride), ("라이딩", .ride),
    ("걷기", .walk), ("산책", .walk), ("하이킹", .walk), ("워킹", .walk), ("등산", .walk),
    ("수영", .swim), ("스키", .other), ("스케이트", .other), ("요가", .other), ("근력", .other),
    ("오토바이", .other), ("승마", .other), ("골프", .other), ("필라테스", .other),
    ("วิ่ง", .run), ("เดิน", .walk), ("ปั่นจักรยาน", .ride), ("ว่ายน้ำ", .swim),
  ]
}
