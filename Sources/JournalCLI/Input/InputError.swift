import CivilDay
import JournalStore

/// Something typed that cannot be understood, or can be understood twice.
///
/// The description is one sentence that says what is wrong and what to write
/// instead. It never repeats what was typed, which may be health data that ends
/// up in a log.
enum InputError: Error, Equatable {
  /// No way of naming a day.
  case unknownDay
  /// Day and month could be swapped, as in 3/4 or 03.04.
  case ambiguousDay
  /// Eight digits in a row.
  case compactDay
  /// A year of two digits.
  case shortYear
  /// A day that is in no calendar, such as 30 February.
  case noSuchDay
  /// A weekday and a date that do not belong together.
  case wrongWeekday
  /// A week, month or year where one day is wanted.
  case notOneDay
  /// A day before 1900, which is most likely a slip.
  case tooLongAgo
  /// A day after today; the caller may let the user force it.
  case futureDay(Day)
  /// A range that lacks its first day.
  case openRange
  /// A range that ends before it begins.
  case backwardsRange
  /// A range of more days than anyone means to mark at once.
  case longRange
  /// No way of naming a month.
  case unknownMonth
  /// A month after this one.
  case futureMonth(Month)
  /// A comma before three digits, which may mean thousands or a fraction.
  case ambiguousComma
  /// No distance.
  case unknownDistance
  /// A distance in metres so short that miles or minutes may be meant.
  case ambiguousMetres
  /// A distance that is not above zero, or above 1,000 km.
  case distanceOutOfRange
  /// A note of which only the first word would be taken.
  case noteWithoutQuotes
  /// Neither a distance nor a duration.
  case unknownMeasure
  /// A number without a unit, where it may be a distance or a duration.
  case bareMeasure
  /// A day where a distance or a duration is wanted.
  case dayWithoutOption
  /// No duration.
  case unknownDuration
  /// A number without a unit where a duration is wanted.
  case bareDuration
  /// A duration below one second or above seven days.
  case durationOutOfRange
  /// No pace.
  case unknownPace
  /// A pace outside 1 minute to 1 hour per kilometre.
  case paceOutOfRange
  /// No time of day.
  case unknownTime
  /// An hour alone, which may be in the morning or in the evening.
  case bareHour
  /// No prescription of an exercise.
  case unknownPrescription
  /// Sets, repetitions or a hold beyond what anyone does.
  case prescriptionOutOfRange
  /// No id of an entry.
  case notAnID
  /// Neither the last run nor the id of one.
  case unknownRun
  /// No kind of exercise, or the start of two.
  case unknownExerciseKind
  /// No whole number from 0 to 10.
  case notARating
  /// No number from 0 to 10 in steps of a half.
  case notAnExertion
  /// No part of the leg.
  case unknownReach
  /// The start of two parts of the leg.
  case ambiguousReach(first: String, second: String)
  /// No side of the body.
  case unknownSide
  /// No range of lags.
  case unknownLags
  /// Lags that end before they begin.
  case backwardsLags
  /// Lags of more than 90 days.
  case lagsOutOfRange
  /// A quote in a search without its end.
  case openQuote
  /// A star in a search that is not the end of a word.
  case misplacedStar
  /// A search without a letter or a digit.
  case emptySearch
  /// A search for more words than anyone types.
  case longSearch
}

extension InputError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unknownDay:
      "This is not a day; write it as 2026-02-03, yesterday, mon, -2d, '7 feb' or 'last sat'."
    case .ambiguousDay:
      "Day and month could be swapped here; write 2026-04-03 for the third of April."
    case .compactDay:
      "A day in one run of digits is easily misread; write it as 2026-02-03."
    case .shortYear:
      "The year needs four digits; write 7 feb 2026."
    case .noSuchDay:
      "The calendar has no such day; check the month and the day of the month."
    case .wrongWeekday:
      "The weekday and the date are not the same day; leave one of them out."
    case .notOneDay:
      "This names a span of days where one day is needed; write it as last sat or -7d."
    case .tooLongAgo:
      "The day lies before 1900; check the year."
    case .futureDay:
      "The day is still to come; check it, or add --yes if it is meant."
    case .openRange:
      "The range has no first day; write it as 2026-02-03..2026-02-09."
    case .backwardsRange:
      "The range ends before it begins; write the earlier day first."
    case .longRange:
      "The range has more than a year of days; check its years, or name a year at a time."
    case .unknownMonth:
      "This is not a month; write it as 2026-10, oct, october 2025, this month or last month."
    case .futureMonth:
      "The month is still to come; choose this month or an earlier one."
    case .ambiguousComma:
      "A comma before three digits can mean thousands or a fraction; write the number without it."
    case .unknownDistance:
      "This is not a distance; write it as 8.2km, 5mi or 5000m."
    case .ambiguousMetres:
      "Distances in m start at 100, since 5m could be miles or minutes; write km, mi or min."
    case .distanceOutOfRange:
      "A distance is above zero and at most 1000 km; check the number and its unit."
    case .noteWithoutQuotes:
      "A note of several words goes in quotes, and one of a single word after all others, as in: "
        + "--note \"felt good\""
    case .unknownMeasure:
      "This is neither a distance nor a duration; write it as 8.2km, 5mi, 45:10 or 50m."
    case .bareMeasure:
      "A number needs its unit here; write it as 30m, 1h05, 20km or 5mi."
    case .dayWithoutOption:
      "A day goes after --on, as in: --on yesterday"
    case .unknownDuration:
      "This is not a duration; write it as 45:10, 1:02:33, 1h05 or 50m."
    case .bareDuration:
      "A duration needs a unit; write it as 50m, 1h05, 90s or 45:10."
    case .durationOutOfRange:
      "A duration is at least one second and at most seven days; check the number and its unit."
    case .unknownPace:
      "This is not a pace; write it as 5:30/km or 8:45/mi."
    case .paceOutOfRange:
      "A pace lies between 1:00 and 60:00 per km; check the numbers."
    case .unknownTime:
      "This is not a time of day; write it as 7:05, 19:30, 7am or 7:30pm."
    case .bareHour:
      "An hour alone may be morning or evening; write it as 7:00, 7am or 7pm."
    case .unknownPrescription:
      "This is not a way to do an exercise; write it as 3x30s, 3x12, 30s or 12."
    case .prescriptionOutOfRange:
      "An exercise has 1 to 100 sets, 1 to 1000 repetitions and a hold of up to an hour; check "
        + "the numbers."
    case .notAnID:
      "An id is a whole number from 1 up; write it as the list shows it."
    case .unknownRun:
      "A run is named by its id, or as last; write it as --run last or --run 12."
    case .unknownExerciseKind:
      "This is not a kind of exercise; write stretch, nerve_glide, strength or mobility."
    case .notARating:
      "A rating is a whole number from 0 to 10; 0 is none and 10 the most there can be."
    case .notAnExertion:
      "Exertion is a number from 0 to 10 in steps of 0.5; 0 is rest and 10 all you have."
    case .unknownReach:
      "This is not a part of the leg; write \(Reach.allCases.map(\.name).joined(separator: ", ")) "
        + "or a number from 0 to 6."
    case .ambiguousReach(let first, let second):
      "This could be \(first) or \(second); write more of the word."
    case .unknownSide:
      "This is not a side; write left, right or both."
    case .unknownLags:
      "This is not a range of lags; write it as 1, 0..3 or -7...14."
    case .backwardsLags:
      "The lags end before they begin; write the smaller number first."
    case .lagsOutOfRange:
      "Lags lie between -90 and 90 days; choose a smaller range."
    case .openQuote:
      "A quote in the search is not closed; a phrase stands between two, as in '\"calf hill\"'."
    case .misplacedStar:
      "A star in a search stands for the rest of a word, so it goes at its end, as in 'hill*'."
    case .emptySearch:
      "There is no word to look for; write one, such as: nerve search hill"
    case .longSearch:
      "A search takes up to \(TextSearch.mostPhrases) words; leave some out."
    }
  }
}
