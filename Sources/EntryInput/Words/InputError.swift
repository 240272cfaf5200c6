package import CivilDay
import JournalModel
import WrittenValues

/// An error about typed text that makes no sense, or makes two kinds of sense.
///
/// The description is one sentence: it quotes the text, says what is wrong, and
/// what to write instead.
package struct InputError: Error {
  /// The sentence, with `%` in place of the quoted text.
  private let sentence: String
  /// The typed text, once it is known.
  private var word: String?

  private init(_ sentence: String) {
    self.sentence = sentence
  }

  /// Returns the same error about `word`, unless it already quotes a part of it.
  package func about(_ word: String) -> InputError {
    guard self.word == nil else { return self }
    var error = self
    error.word = word
    return error
  }

  /// Returns the result of `body`; any error it throws is about `word`.
  package static func quoting<T>(
    _ word: String, _ body: () throws(InputError) -> T
  ) throws(InputError) -> T {
    do {
      return try body()
    } catch {
      throw error.about(word)
    }
  }
}

/// Two errors are equal if the same thing is wrong, for any typed text.
extension InputError: Equatable {
  package static func == (left: InputError, right: InputError) -> Bool {
    left.sentence == right.sentence
  }
}

extension InputError: CustomStringConvertible {
  package var description: String {
    let parts = sentence.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return sentence }
    let subject = word.map(Quoted.text) ?? (parts[0].isEmpty ? "This" : "this")
    return parts.joined(separator: subject)
  }
}

/// Typed text, as an error quotes it.
package enum Quoted {
  /// Returns `word` in single quotes, shortened if it is long.
  package static func text(_ word: some StringProtocol) -> String {
    "'\(DisplayText.truncated(InputText.trimmed(String(word)), to: width))'"
  }

  /// Long enough for a word and its neighbours, too short to give a note away.
  private static let width = 40
}

// MARK: - Days

extension InputError {
  /// Text that is not a day.
  package static let unknownDay = InputError(
    "% is not a day; use 2026-02-03, yesterday, mon, -2d, '7 feb' or 'last sat'.")
  /// A date such as 3/4, which means two days if day and month can be swapped.
  package static func ambiguousDay(_ one: Day, _ other: Day) -> InputError {
    let days = [one, other].sorted(by: >)
    return InputError(
      "% could be \(days[0].longDescription) or \(days[1].longDescription); use \(days[0]) or \(days[1])."
    )
  }
  /// A year of two digits outside the last five.
  package static let shortYear = InputError(
    "The year in % needs four digits, as in 7 feb 2026.")
  /// A day that does not exist, such as 30 February.
  package static let noSuchDay = InputError(
    "% does not exist; check the day and the month.")
  /// A weekday and a date that do not match.
  package static let wrongWeekday = InputError(
    "The weekday and the date in % do not match; use only one of them.")
  /// A week, month or year instead of one day.
  package static let notOneDay = InputError(
    "% covers several days; use one day, such as -7d or 'last sat'.")
  /// A day before 1900, which is probably a typing error.
  package static let tooLongAgo = InputError("% is before 1900; check the year.")
  /// A day after today; the caller can let the user confirm it.
  package static func futureDay(_ day: Day) -> InputError {
    InputError(
      "% is \(day.longDescription), in the future; check it, or add --yes to use it anyway.")
  }
  /// A day that is `age`, such as "100 years ago"; the caller can let the user
  /// confirm it.
  package static func oldDay(_ day: Day, _ age: String) -> InputError {
    InputError(
      "% is \(day.longDescription), \(age); check the year, or add --yes to use it anyway.")
  }
  /// A range without a first day.
  package static let openRange = InputError(
    "The range % has no first day; use 2026-02-03..2026-02-09.")
  /// A range that ends before it begins.
  package static let backwardsRange = InputError(
    "The range % ends before it begins; put the earlier day first.")
  /// A range of more days than anyone marks at once.
  package static let longRange = InputError(
    "The range % is longer than a year; check the years, or mark one year at a time.")
  /// Text that is not a month.
  package static let unknownMonth = InputError(
    "% is not a month; use 2026-10, oct, 'oct 2025', 'this month' or 'last month'.")
  /// A month after this one.
  package static func futureMonth(_ month: Month) -> InputError {
    InputError("% is in the future; choose this month or an earlier one.")
  }
  /// A day instead of a distance or a duration.
  package static let dayWithoutOption = InputError(
    "% is a day; put it after --on, as in: --on yesterday")
  /// Text that is not a time of day.
  package static let unknownTime = InputError(
    "% is not a time of day; use 7:05, 19:30, 7am or 7:30pm.")
  /// A bare hour, which can be in the morning or in the evening.
  package static let bareHour = InputError(
    "The hour % could be morning or evening; use 7:00, 7am or 7pm.")
}

// MARK: - Measures

extension InputError {
  /// A comma before three digits, which can mean thousands or decimals.
  package static let ambiguousComma = InputError(
    "The comma in % could mark thousands or decimals; write the number without it.")
  /// Text that is not a distance.
  package static let unknownDistance = InputError(
    "% is not a distance; use 8.2km, 5mi or 5000m.")
  /// Metres below 100, which can mean miles or minutes.
  package static let ambiguousMetres = InputError(
    "The m in % could mean miles or minutes, as metres start at 100; use km, mi or min.")
  /// A distance of 0, or above 1,000 km.
  package static let distanceOutOfRange = InputError(
    "The distance % must be above 0 and at most 1000 km.")
  /// Text that is neither a distance nor a duration.
  package static let unknownMeasure = InputError(
    "% is neither a distance nor a duration; use 8.2km, 5mi, 45:10 or 50m.")
  /// A bare number that can be a distance or a duration.
  package static let bareMeasure = InputError(
    "The number % needs a unit; use 30m, 1h05, 20km or 5mi.")
  /// Text that is not a duration.
  package static let unknownDuration = InputError(
    "% is not a duration; use 45:10, 1:02:33, 1h05 or 50m.")
  /// A bare number instead of a duration.
  package static let bareDuration = InputError(
    "The duration % needs a unit; use 50m, 1h05, 90s or 45:10.")
  /// A duration below one second or above seven days.
  package static let durationOutOfRange = InputError(
    "The duration % must be at least one second and at most seven days.")
  /// Text that is not a pace.
  package static let unknownPace = InputError("% is not a pace; use 5:30/km or 8:45/mi.")
  /// A pace outside 1 minute to 1 hour per kilometre.
  package static let paceOutOfRange = InputError(
    "The pace % must be between 1:00 and 60:00 per km.")
  /// Text that is not sets and repetitions.
  package static let unknownSetsAndReps = InputError(
    "% is not sets and repetitions; use 3x30s, 3x12, 30s or 12.")
  /// Sets, repetitions or a hold beyond what anyone does.
  package static let setsAndRepsOutOfRange = InputError(
    "% is out of range; use 1 to 100 sets, 1 to 1000 repetitions and holds of up to an hour.")
  /// Text that is not a range of lags.
  package static let unknownLags = InputError(
    "% is not a range of lags; use 1, 0..3 or -7...14.")
  /// Lags that end before they begin.
  package static let backwardsLags = InputError(
    "The lags % are the wrong way round; put the smaller number first.")
  /// Lags of more than 90 days.
  package static let lagsOutOfRange = InputError(
    "The lags % must be between -90 and 90 days.")
}

// MARK: - Ratings and places

extension InputError {
  /// Text that is not a whole number from 0 to 10.
  package static let notARating = InputError(
    "% is not a rating; use a whole number from 0 to 10.")
  /// Text that is not a number from 0 to 10 in steps of 0.5.
  package static let notAnExertion = InputError(
    "% is not an effort; use 0 (rest) to 10 (all-out), in steps of 0.5.")
  /// Text that is not a part of the leg.
  package static let unknownReach = InputError(
    "% is not a part of the leg; use \(Reach.allCases.map(\.name).joined(separator: ", ")) "
      + "or a number from 0 to 6.")
  /// The start of two parts of the leg.
  package static func ambiguousReach(first: String, second: String) -> InputError {
    InputError("% could be \(first) or \(second); type more of the word.")
  }
  /// Text that is not a side of the body.
  package static let unknownSide = InputError("% is not a side; use left, right or both.")
}

// MARK: - Entries and words

extension InputError {
  /// A note of which only the first word would count.
  package static let noteWithoutQuotes = InputError(
    "% is not part of the note; put a note of several words in quotes, and a note of one word "
      + "last, as in: --note \"felt good\"")
  /// An open quote in a line of a file.
  package static let openLineQuote = InputError(
    "The quote in % is not closed; put one at each end, or none.")
  /// Text that is not an id.
  package static let notAnID = InputError(
    "% is not an id; use a positive whole number, as nerve list shows it.")
  /// Text that is neither `last` nor the id of a run.
  package static let unknownRun = InputError(
    "% is not a run; use its id or last, as in --run 12 or --run last.")
  /// Text that is not a kind of exercise, or the start of two.
  package static let unknownExerciseKind = InputError(
    "Unknown kind of exercise %; use stretch, nerve_glide, strength or mobility.")
  /// An open quote in a search.
  package static let openQuote = InputError(
    "The quote in the search % is not closed; put one at each end, as in '\"calf hill\"'.")
  /// A star in a search that is not at the end of a word.
  package static let misplacedStar = InputError(
    "The star in the search % must be at the end of a word, as in 'hill*'.")
  /// A search without a letter or a digit.
  package static let emptySearch = InputError(
    "The search % contains no words; add one, as in: nerve search hill")
  /// A search for more words than anyone types.
  package static let longSearch = InputError(
    "The search % has more than \(TextSearch.mostPhrases) words; remove some.")
}
