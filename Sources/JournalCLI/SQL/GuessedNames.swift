import EntryInput

/// The names that a person may have meant with a word that is none.
///
/// The guesses are only for errors, never to act on.
struct GuessedNames {
  /// Other words for names, by the words in lower case; the likeliest name is first.
  let synonyms: [String: [String]]

  /// The most names to tell.
  static let most = 3

  /// How far a name may be that has the whole word as a part, or is another word for
  /// the same thing.
  static let likely = 39

  /// The likely ones among `candidates`.
  ///
  /// A name can be misspelt or have another form, such as `checkins`; the word can be
  /// a part of a name, such as `pain`; or it can be another word for the same thing.
  ///
  /// - Parameters:
  ///   - word: What was typed.
  ///   - candidates: The names there are.
  ///   - limit: The largest distance of a name.
  /// - Returns: At most three names, best first, without `word` itself.
  func names(for word: String, among candidates: [String], within limit: Int = .max) -> [String] {
    let typed = Typed(word, synonyms)
    let near = candidates.enumerated()
      .compactMap { index, name in
        typed.distance(to: name).map { (distance: $0, index: index, name: name) }
      }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    // Far-fetched names only distract from one that is nearly the same.
    let furthest = min(limit, (near.first?.distance ?? 0) + 40)
    return near.prefix { $0.distance <= furthest }.prefix(Self.most).map(\.name)
  }
}

extension GuessedNames {
  /// Returns the number of letters to change to turn one word into another.
  static func slips(from word: String, to other: String) -> Int {
    NameMatch.distance(from: Array(word), to: Array(other))
  }
}

/// A typed word, and its distance from names.
private struct Typed {
  private let folded: String
  private let parts: [String]
  private let meant: [String]

  init(_ word: String, _ synonyms: [String: [String]]) {
    folded = word.lowercased()
    parts = Self.parts(of: folded)
    meant = synonyms[folded] ?? []
  }

  /// How unlikely it is that `name` was meant; `nil` if nothing speaks for it.
  func distance(to name: String) -> Int? {
    let name = name.lowercased()
    guard name != folded, !folded.isEmpty else { return nil }
    let others = Self.parts(of: name)
    let slips = GuessedNames.slips(from: folded, to: name)
    let shorter = min(folded.count, name.count)
    // Several parts make a name less likely than few.
    let isPart = parts.allSatisfy(others.contains)
    let isWhole = others.allSatisfy(parts.contains) && others.contains { $0.count >= 4 }
    return if parts.joined() == others.joined() {
      0
    } else if let place = meant.firstIndex(of: name) {
      10 + place
    } else if slips == 1, shorter >= 3 {
      20
    } else if isPart {
      30 + others.count
    } else if slips == 2, shorter >= 6 {
      40
    } else if isWhole {
      60 - others.count
    } else if folded.count >= 3, others.contains(where: { $0.hasPrefix(folded) }) {
      70 + others.count
    } else if folded.count >= 4, others.contains(where: isNear) {
      80 + others.count
    } else if parts.contains(where: { $0.count >= 4 && others.contains($0) }) {
      90 + others.count
    } else {
      nil
    }
  }

  /// Whether a part of a name is this word with a letter wrong.
  private func isNear(_ part: String) -> Bool {
    part.count >= 4 && GuessedNames.slips(from: folded, to: part) == 1
  }

  /// The words of a name, without the `s` of a plural.
  private static func parts(of name: String) -> [String] {
    name.split { "_- ".contains($0) }.map { part in
      if part.count > 5, part.hasSuffix("ches") { return String(part.dropLast(2)) }
      return part.count > 3 && part.hasSuffix("s") && !part.hasSuffix("ss")
        ? String(part.dropLast()) : String(part)
    }
  }
}

extension GuessedNames {
  /// Guesses at columns.
  static let columns = GuessedNames(synonyms: [
    "date": ["day", "onset_day"], "dates": ["day"], "when": ["day", "start_time"],
    "shoe": ["footwear", "footwear_id", "name"], "shoes": ["footwear", "footwear_id", "name"],
    "trainers": ["footwear", "footwear_id"], "sneakers": ["footwear", "footwear_id"],
    "distance": ["distance_km", "distance_m"], "km": ["distance_km", "distance_m"],
    "kilometres": ["distance_km", "distance_m"], "kilometers": ["distance_km", "distance_m"],
    "miles": ["distance_km", "distance_m"], "mi": ["distance_km", "distance_m"],
    "metres": ["distance_m"], "meters": ["distance_m"], "length": ["distance_km", "distance_m"],
    "time": ["start_time", "minutes", "duration_s"], "duration": ["minutes", "duration_s"],
    "mins": ["minutes"], "min": ["minutes"], "seconds": ["duration_s"], "hour": ["start_time"],
    "start": ["start_time", "onset_day"], "effort": ["rpe"], "exertion": ["rpe"],
    "intensity": ["rpe"], "hr": ["heart_rate_avg"], "heartrate": ["heart_rate_avg"],
    "pulse": ["heart_rate_avg"], "bpm": ["heart_rate_avg"],
    "pain": ["leg_pain", "back_pain"], "pains": ["leg_pain", "back_pain"],
    "sciatica": ["leg_pain"], "nerve_pain": ["leg_pain"], "severity": ["peak_pain", "leg_pain"],
    "elevation": ["ascent_m"], "climb": ["ascent_m"], "gain": ["ascent_m"],
    "comment": ["note"], "comments": ["note"], "text": ["note"], "remark": ["note"],
    "terrain": ["surface"], "ground": ["surface"], "type": ["kind"], "category": ["kind"],
    "sport": ["activity"], "meds": ["medication"], "painkiller": ["medication"],
    "painkillers": ["medication"], "speed": ["pace"], "exercise": ["exercise_id"],
    "begin": ["onset_day"], "resting": ["state", "rest_is"], "rest": ["state", "rest_is"],
  ])

  /// Guesses at tables and views.
  static let relations = GuessedNames(synonyms: [
    "shoe": ["footwear", "footwear_use"], "shoes": ["footwear", "footwear_use"],
    "trainers": ["footwear", "footwear_use"], "pain": ["day", "check_in", "rating"],
    "pains": ["day", "check_in", "rating"], "diary": ["day"], "journal": ["day"],
    "entries": ["day"], "dates": ["day"], "activities": ["run", "cross_training"],
    "activity": ["run", "cross_training"], "workouts": ["run", "cross_training"],
    "workout": ["run", "cross_training"], "flares": ["flare", "flare_up"],
    "cross": ["cross_training"], "walks": ["cross_training"], "swims": ["cross_training"],
    "sports": ["cross_training"], "stretching": ["stretch"], "advice": ["guidance"],
    "doctor": ["guidance"], "physio": ["guidance"], "rests": ["day_mark"], "rest": ["day_mark"],
    "gaps": ["day_mark"], "gap": ["day_mark"], "queries": ["saved_query"],
    "config": ["setting"], "correlation": ["run_response", "day"],
  ])

  /// Guesses at functions.
  static let functions = GuessedNames(synonyms: [
    "average": ["avg"], "mean": ["avg"], "std": ["stddev"], "stdev": ["stddev"],
    "var": ["variance"],
    "correlation": ["corr"], "correl": ["corr"], "pearson": ["corr"],
    "percentile": ["quantile"], "percentile_cont": ["quantile"], "slope": ["regr_slope"],
    "intercept": ["regr_intercept"], "moving_avg": ["ewma"], "rolling_mean": ["ewma"],
    "ema": ["ewma"], "len": ["length"], "char_length": ["length"], "left": ["substr"],
    "right": ["substr"], "mid": ["substr"], "ucase": ["upper"], "lcase": ["lower"],
    "nvl": ["ifnull"], "isnull": ["ifnull"], "if": ["iif"], "greatest": ["max"],
    "least": ["min"], "rand": ["random"], "now": ["datetime", "date"],
    "curdate": ["today", "date"], "getdate": ["today", "date"], "to_date": ["to_day", "date"],
    "datediff": ["julianday"], "date_diff": ["julianday"], "date_add": ["date"],
    "date_sub": ["date"], "dateadd": ["date"], "year": ["strftime"], "dayofweek": ["weekday"],
    "day_of_week": ["weekday"], "date_part": ["strftime"], "date_format": ["strftime"],
    "to_char": ["strftime"], "extract": ["strftime"], "date_trunc": ["month", "monday"],
    "week": ["monday"], "listagg": ["string_agg", "group_concat"],
    "array_agg": ["string_agg", "group_concat"], "regexp_like": ["regexp"],
    "regexp_matches": ["regexp"], "rlike": ["regexp"], "truncate": ["trunc", "round"],
    "power": ["pow"], "log2": ["log"],
  ])
}
