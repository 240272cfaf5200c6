package import CivilDay
import JournalModel
import WrittenValues

/// Something typed that cannot be understood, or can be understood twice.
///
/// The description is one sentence that quotes what was typed and says what is
/// wrong with it and what to write instead.
package struct InputError: Error {
  /// The sentence, with `%` where what was typed is quoted.
  private let sentence: String
  /// What was typed, once that is known.
  private var word: String?

  private init(_ sentence: String) {
    self.sentence = sentence
  }

  /// The same error about `word`, unless it quotes a part of that already.
  package func about(_ word: String) -> InputError {
    guard self.word == nil else { return self }
    var error = self
    error.word = word
    return error
  }

  /// Returns what `body` does; an error that it throws is about `word`.
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

/// Two errors are the same if the same is wrong, whatever was typed.
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

/// What was typed, as an error quotes it.
package enum Quoted {
  /// `word` between single quotes, shortened if it is long.
  package static func text(_ word: some StringProtocol) -> String {
    "'\(DisplayText.truncated(InputText.trimmed(String(word)), to: width))'"
  }

  /// Enough for a word and its neighbours, too little for a diary.
  private static let width = 40
}

// MARK: - Days

extension InputError {
  /// No way of naming a day.
  package static let unknownDay = InputError(
    "% is not a day; write it as 2026-02-03, yesterday, mon, -2d, '7 feb' or 'last sat'.")
  /// Day and month could be swapped, as in 3/4, so that it is one of two days.
  package static func ambiguousDay(_ one: Day, _ other: Day) -> InputError {
    let days = [one, other].sorted(by: >)
    return InputError(
      "% could be \(days[0].longDescription) or \(days[1].longDescription); write \(days[0]) or \(days[1])."
    )
  }
  /// A year of two digits that is not one of the last five.
  package static let shortYear = InputError(
    "The year in % needs four digits; write it as in 7 feb 2026.")
  /// A day that is in no calendar, such as 30 February.
  package static let noSuchDay = InputError(
    "There is no such day as %; check the month and the day of the month.")
  /// A weekday and a date that do not belong together.
  package static let wrongWeekday = InputError(
    "The weekday and the date in % are not the same day; leave one of them out.")
  /// A week, month or year where one day is wanted.
  package static let notOneDay = InputError(
    "% names a span of days where one day is needed; write it as last sat or -7d.")
  /// A day before 1900, which is most likely a slip.
  package static let tooLongAgo = InputError("% lies before 1900; check the year.")
  /// A day after today; the caller may let the user force it.
  package static func futureDay(_ day: Day) -> InputError {
    InputError(
      "% is \(day.longDescription), which is still to come; check it, or add --yes if it is meant.")
  }
  /// A day that is `age`, such as "100 years ago"; the caller may let the user
  /// force it.
  package static func oldDay(_ day: Day, _ age: String) -> InputError {
    InputError("% is \(day.longDescription), \(age); check the year, or add --yes if it is meant.")
  }
  /// A range that lacks its first day.
  package static let openRange = InputError(
    "The range % has no first day; write it as 2026-02-03..2026-02-09.")
  /// A range that ends before it begins.
  package static let backwardsRange = InputError(
    "The range % ends before it begins; write the earlier day first.")
  /// A range of more days than anyone means to mark at once.
  package static let longRange = InputError(
    "The range % has more than a year of days; check its years, or name a year at a time.")
  /// No way of naming a month.
  package static let unknownMonth = InputError(
    "% is not a month; write it as 2026-10, oct, october 2025, this month or last month.")
  /// A month after this one.
  package static func futureMonth(_ month: Month) -> InputError {
    InputError("% is still to come; choose this month or an earlier one.")
  }
  /// A day where a distance or a duration is wanted.
  package static let dayWithoutOption = InputError(
    "% is a day; put it after --on, as in: --on yesterday")
  /// No time of day.
  package static let unknownTime = InputError(
    "% is not a time of day; write it as 7:05, 19:30, 7am or 7:30pm.")
  /// An hour alone, which may be in the morning or in the evening.
  package static let bareHour = InputError(
    "The hour % may be morning or evening; write it as 7:00, 7am or 7pm.")
}

// MARK: - Measures

extension InputError {
  /// A comma before three digits, which may mean thousands or a fraction.
  package static let ambiguousComma = InputError(
    "A comma before three digits, as in %, may mark thousands or a fraction; write the number "
      + "without it.")
  /// No distance.
  package static let unknownDistance = InputError(
    "% is not a distance; write it as 8.2km, 5mi or 5000m.")
  /// A distance in metres so short that miles or minutes may be meant.
  package static let ambiguousMetres = InputError(
    "% may be miles or minutes, since distances in m start at 100; write km, mi or min.")
  /// A distance that is not above zero, or above 1,000 km.
  package static let distanceOutOfRange = InputError(
    "% is out of range; a distance is more than 0 and at most 1000 km.")
  /// Neither a distance nor a duration.
  package static let unknownMeasure = InputError(
    "% is neither a distance nor a duration; write it as 8.2km, 5mi, 45:10 or 50m.")
  /// A number without a unit, where it may be a distance or a duration.
  package static let bareMeasure = InputError(
    "The number % needs its unit here; write it as 30m, 1h05, 20km or 5mi.")
  /// No duration.
  package static let unknownDuration = InputError(
    "% is not a duration; write it as 45:10, 1:02:33, 1h05 or 50m.")
  /// A number without a unit where a duration is wanted.
  package static let bareDuration = InputError(
    "The duration % needs a unit; write it as 50m, 1h05, 90s or 45:10.")
  /// A duration below one second or above seven days.
  package static let durationOutOfRange = InputError(
    "% is out of range; a duration is at least one second and at most seven days.")
  /// No pace.
  package static let unknownPace = InputError("% is not a pace; write it as 5:30/km or 8:45/mi.")
  /// A pace outside 1 minute to 1 hour per kilometre.
  package static let paceOutOfRange = InputError(
    "% is out of range; a pace is between 1:00 and 60:00 per km.")
  /// No prescription of an exercise.
  package static let unknownSetsAndReps = InputError(
    "% is not a way to do an exercise; write it as 3x30s, 3x12, 30s or 12.")
  /// Sets, repetitions or a hold beyond what anyone does.
  package static let setsAndRepsOutOfRange = InputError(
    "% is out of range; an exercise has 1 to 100 sets, 1 to 1000 repetitions and a hold of up to an "
      + "hour.")
  /// No range of lags.
  package static let unknownLags = InputError(
    "% is not a range of lags; write it as 1, 0..3 or -7...14.")
  /// Lags that end before they begin.
  package static let backwardsLags = InputError(
    "The lags % end before they begin; write the smaller number first.")
  /// Lags of more than 90 days.
  package static let lagsOutOfRange = InputError(
    "% is out of range; lags are between -90 and 90 days.")
}

// MARK: - Ratings and places

extension InputError {
  /// No whole number from 0 to 10.
  package static let notARating = InputError(
    "% is not a rating; write a whole number from 0 to 10: 0 is none and 10 the most there can be.")
  /// No number from 0 to 10 in steps of a half.
  package static let notAnExertion = InputError(
    "% is not an exertion; write a number from 0 to 10 in steps of 0.5: 0 is rest and 10 all you "
      + "have.")
  /// No part of the leg.
  package static let unknownReach = InputError(
    "% is not a part of the leg; write \(Reach.allCases.map(\.name).joined(separator: ", ")) "
      + "or a number from 0 to 6.")
  /// The start of two parts of the leg.
  package static func ambiguousReach(first: String, second: String) -> InputError {
    InputError("% could be \(first) or \(second); write more of the word.")
  }
  /// No side of the body.
  package static let unknownSide = InputError("% is not a side; write left, right or both.")
}

// MARK: - Entries and words

extension InputError {
  /// A note of which only the first word would be taken.
  package static let noteWithoutQuotes = InputError(
    "Put a note of several words in quotes and a note of one word last, so that % is not taken as "
      + "part of it, as in: --note \"felt good\"")
  /// No id of an entry.
  package static let notAnID = InputError(
    "% is not an id, which is a whole number from 1 up; write it as the list shows it.")
  /// Neither the last run nor the id of one.
  package static let unknownRun = InputError(
    "% is not a run; give its id, or last, as in --run last or --run 12.")
  /// No kind of exercise, or the start of two.
  package static let unknownExerciseKind = InputError(
    "% is not a kind of exercise; write stretch, nerve_glide, strength or mobility.")
  /// A quote in a search without its end.
  package static let openQuote = InputError(
    "A quote in the search % is not closed; a phrase stands between two, as in '\"calf hill\"'.")
  /// A star in a search that is not the end of a word.
  package static let misplacedStar = InputError(
    "A star in a search stands for the rest of a word, so it goes at its end, as in 'hill*', not "
      + "as in %.")
  /// A search without a letter or a digit.
  package static let emptySearch = InputError(
    "There is no word to look for in %; write one, such as: nerve search hill")
  /// A search for more words than anyone types.
  package static let longSearch = InputError(
    "The search % has more than \(TextSearch.mostPhrases) words; leave some out.")
}
