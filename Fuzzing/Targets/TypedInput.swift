import CivilDay
import EntryInput
import JournalModel
import WrittenValues

/// The text of an input, as long as a line of a terminal may be.
private func text(_ bytes: [UInt8]) -> String {
  String(decoding: bytes.prefix(1_000), as: UTF8.self)
}

/// Returns what `body` understands, or `nil` if it refuses the text in one clear line.
private func understood<T>(_ body: () throws -> T) throws -> T? {
  do {
    return try body()
  } catch let error as InputError {
    try check(error.description)
  } catch let error as UsageError {
    try check(error.description)
  }
  return nil
}

/// A message says something; what it quotes is made visible where it is printed.
private func check(_ message: String) throws { try promise(!message.isEmpty, "an empty message") }

// MARK: - Days

/// Reads the text as every form of a day or time.
func checkDays(_ bytes: [UInt8]) throws {
  let text = text(bytes)
  for allowsFuture in [false, true] {
    if let day = try understood({
      try DayExpression.parse(text, today: today, allowingFuture: allowsFuture)
    }) {
      try check(day)
      try promise(allowsFuture || day <= today, "\(day) is in the future")
      let again = try understood {
        try DayExpression.parse(day.description, today: today, allowingFuture: allowsFuture)
      }
      try promise(again == day, "\(day) is read otherwise")
    }
    if let days = try understood({
      try DayRangeExpression.parse(text, today: today, allowingFuture: allowsFuture)
    }) {
      try check(days.lowerBound)
      try check(days.upperBound)
    }
  }
  if let day = try understood({
    try DayExpression.parseUpcoming(text, today: today, after: today - 30)
  }) {
    try check(day)
  }
  if let month = try understood({ try MonthExpression.parse(text, today: today) }) {
    let again = try understood { try MonthExpression.parse(month.description, today: today) }
    try promise(again == month, "\(month) is read otherwise")
  }
  if let lags = try understood({ try LagRangeExpression.parse(text) }) {
    try promise(lags.count < 1_000, "\(lags) are too many lags")
  }
  _ = try understood { try ClockTime(text) }
  for order in [nil, DateOrder.dayFirst, .monthFirst] {
    if let date = try? WrittenDate(text, order: order) {
      try promise((1...9999).contains(date.day.civil.year), "\(date.day) is no day")
      try promise((0..<86_400).contains(date.secondOfDay ?? 0), "the time is not in a day")
    }
    _ = WrittenTime.seconds(text, order: order)
  }
  _ = WrittenClock(text)
}

private func check(_ day: Day) throws {
  try promise((1900...9999).contains(day.civil.year), "\(day) is no day of a journal")
  try promise(Day(day.description) == day, "\(day) is written otherwise")
}

// MARK: - Measures

/// Reads the text as every form of a distance, a duration or an amount.
func checkMeasures(_ bytes: [UInt8]) throws {
  let text = text(bytes)
  let words = text.split(separator: " ").map(String.init)
  for unit in DistanceUnit.allCases {
    try check(try understood { try DistanceExpression.parse(text, unit: unit) })
    try check(try understood { try PaceExpression.parse(text, unit: unit) })
    if let run = try understood({ try RunMeasures(words, unit: unit) }) {
      try check(run.metres)
      try check(run.seconds)
    }
    _ = try understood { try CrossTrainingArguments(words, unit: unit) }
  }
  try check(try understood { Double(try DurationExpression.parse(text)) })
  _ = try understood { try SetsAndReps(text) }
  if let rating = try understood({ try RatingExpression.parse(text) }) {
    try promise((0...10).contains(rating), "\(rating) is no rating")
  }
  if let rating = try understood({ try ExertionExpression.parse(text) }) {
    try promise((0...10).contains(rating), "\(rating) is no rating")
  }
  for mark in [nil, "." as Character, ","] {
    let number = WrittenNumber.value(text, decimalMark: mark)
    try promise(number?.isFinite ?? true, "a number is not finite")
    try check(WrittenNumber.positive(text, decimalMark: mark))
  }
  try check(WrittenNumber.duration(text))
  try check(WrittenSpan.minutes(text))
  _ = NumberShape(text)
}

private func check(_ measure: Double?) throws {
  guard let measure else { return }
  try promise(measure.isFinite && measure >= 0, "\(measure) is no measure")
}

// MARK: - Entries

/// Reads the text as the words of an entry, and as the value of every field.
func checkEntries(_ bytes: [UInt8]) throws {
  let text = text(bytes)
  let words = text.split(separator: " ").map(String.init)
  if let pain = try understood({ try PainWords(words) }) {
    try promise((0...10).contains(pain.leg ?? 0), "\(pain) is no pain")
  }
  for needsExercise in [false, true] {
    if let stretches = try understood({
      try StretchWords.list(words, needsExercise: needsExercise)
    }) {
      try promise(!stretches.isEmpty, "there is no exercise")
    }
  }
  for table in EntryTable.allCases {
    for field in table.fields {
      _ = try understood { try FieldExpression.parse(text, for: field, unit: .kilometres) }
    }
  }
  _ = try understood { try SearchExpression.parse(text) }
  _ = try understood { try EntryReference(words) }
  _ = try understood { try EntryID.parse(text) }
  _ = try understood { try RunReference(text) }
  for question in [false, true] { _ = RunLine(text: question ? text : "") }
  let visible = DisplayText.visible(text)
  try promise(
    visible.unicodeScalars.allSatisfy(DisplayText.isHarmless), "a terminal obeys visible text")
  for width in [1, 7, 80] {
    try promise(
      DisplayText.width(DisplayText.truncated(visible, to: width)) <= width,
      "text is wider than \(width)")
  }
}

// MARK: - Lines

/// Reads the text as a line of an inbox, which must mean the same once it was cleaned.
func checkLines(_ bytes: [UInt8]) throws {
  let line = PhoneText.cleaned(text(bytes))
  try promise(PhoneText.cleaned(line) == line, "cleaning a line twice makes a difference")
  let folded = PhoneText.folded(line)
  try promise(PhoneText.folded(folded) == folded, "folding a line twice makes a difference")
  guard let read = try understood({ try LineStamp.leading(line) }) else { return }
  if let stamp = read.stamp {
    let again = try LineStamp.leading("\(stamp) \(read.rest)")
    try promise(again.stamp == stamp, "\(stamp) is read as another moment")
  }
  if let words = try understood({ try LineWords.split(read.rest) }) {
    _ = RunWords.begin(words)
    _ = RunWords.withShoe(words)
  }
}
