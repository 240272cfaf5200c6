import CivilDay
import Testing
import JournalModel

@testable import EntryInput

@Suite struct PrescriptionTests {
  @Test(arguments: [
    ("3x30s", SetsAndReps(sets: 3, holdSeconds: 30), "3x30s"),
    ("3x12", SetsAndReps(sets: 3, repetitions: 12), "3x12"),
    ("3 X 12 reps", SetsAndReps(sets: 3, repetitions: 12), "3x12"),
    ("2x1m", SetsAndReps(sets: 2, holdSeconds: 60), "2x60s"),
    ("2×1m30s", SetsAndReps(sets: 2, holdSeconds: 90), "2x90s"),
    ("2x1:30", SetsAndReps(sets: 2, holdSeconds: 90), "2x90s"),
    ("3x10x5s", SetsAndReps(sets: 3, repetitions: 10, holdSeconds: 5), "3x10x5s"),
    ("30s", SetsAndReps(holdSeconds: 30), "30s"),
    ("30 sec", SetsAndReps(holdSeconds: 30), "30s"),
    ("12", SetsAndReps(repetitions: 12), "12"),
    ("1x12", SetsAndReps(repetitions: 12), "12"),
    ("10m", SetsAndReps(durationSeconds: 600), "10:00"),
    ("1m30s", SetsAndReps(durationSeconds: 90), "1:30"),
    ("7:05", SetsAndReps(durationSeconds: 425), "7:05"),
    ("1h", SetsAndReps(durationSeconds: 3600), "60:00"),
  ])
  func `Sets, repetitions and holds are read and written back`(
    text: String, expected: SetsAndReps, written: String
  ) throws {
    let prescription = try SetsAndReps(text)
    #expect(prescription == expected)
    #expect(prescription.description == written)
    #expect(try SetsAndReps(prescription.description) == expected)
  }

  @Test(arguments: [
    ("", InputError.unknownSetsAndReps), ("x", .unknownSetsAndReps),
    ("3x", .unknownSetsAndReps), ("x12", .unknownSetsAndReps), ("3x12x5", .unknownSetsAndReps),
    ("1x2x3x4s", .unknownSetsAndReps), ("3s x 12", .unknownSetsAndReps),
    ("three", .unknownSetsAndReps), ("1.5x12", .unknownSetsAndReps),
    ("-3x12", .unknownSetsAndReps),
    ("0x12", .setsAndRepsOutOfRange), ("101x1", .setsAndRepsOutOfRange),
    ("3x0", .setsAndRepsOutOfRange), ("3x1001", .setsAndRepsOutOfRange),
    ("3x0s", .setsAndRepsOutOfRange), ("3x61m", .setsAndRepsOutOfRange),
    ("200h", .setsAndRepsOutOfRange),
  ])
  func `What nobody does is refused`(text: String, error: InputError) {
    #expect(throws: error) { _ = try SetsAndReps(text) }
  }
}

@Suite struct ExerciseKindTests {
  @Test(arguments: [
    ("stretch", ExerciseKind.stretch), ("nerve_glide", .nerveGlide), ("Nerve glide", .nerveGlide),
    ("nerve-glide", .nerveGlide), ("nerve", .nerveGlide), ("streng", .strength),
    ("mob", .mobility), ("glide", .nerveGlide),
  ])
  func `A kind is known by its words or the start of them`(text: String, kind: ExerciseKind) throws
  {
    #expect(try ExerciseKind(text) == kind)
    #expect(try ExerciseKind(kind.words) == kind)
  }

  @Test(arguments: ["", "str", "yoga"])
  func `What may be two kinds or none is refused`(text: String) {
    #expect(throws: InputError.unknownExerciseKind) { _ = try ExerciseKind(text) }
  }
}

@Suite struct ReferenceTests {
  @Test func `A run is the last or has an id`() throws {
    #expect(try RunReference("Last") == .last)
    #expect(try RunReference("12") == .id(12))
    for text in ["", "0", "-1", "first", "3x30s", "1.5"] {
      #expect(throws: InputError.unknownRun) { _ = try RunReference(text) }
    }
  }

  @Test func `An id is a number, with the brackets of an echo or without`() throws {
    #expect(try EntryID.parse("3") == 3)
    #expect(try EntryID.parse("[3]") == 3)
    for text in ["", "0", "[]", "[3", "-1", "x"] {
      #expect(throws: InputError.notAnID) { _ = try EntryID.parse(text) }
    }
  }
}

@Suite struct RatingExpressionTests {
  @Test func `Whole numbers from 0 to 10 are ratings`() throws {
    for rating in 0...10 {
      #expect(try RatingExpression.parse("\(rating)") == rating)
      #expect(try RatingExpression.parse(" \(rating) / 10 ") == rating)
    }
  }

  @Test(arguments: [
    "", " ", "3.5", "3,5", "11", "-1", "+4", "04", "4/5", "/10", "four", "1e1", "４", "100",
    "10/10/10",
  ])
  func `Anything else is no rating, least of all 0`(text: String) {
    #expect(throws: InputError.notARating) { try RatingExpression.parse(text) }
  }

  @Test(arguments: [
    ("0", 0.0), ("0.5", 0.5), ("6", 6), ("6.5", 6.5), ("6,5", 6.5), ("6.0", 6), ("10", 10),
    ("7/10", 7),
  ])
  func `Exertion has halves`(text: String, expected: Double) throws {
    #expect(try ExertionExpression.parse(text) == expected)
  }

  @Test(arguments: ["", "6.3", "10.5", "11", "-1", "6,500", "hard", "nan", "."])
  func `Exertion outside the scale is refused`(text: String) {
    #expect(throws: InputError.notAnExertion) { try ExertionExpression.parse(text) }
  }
}

@Suite struct BodyWordTests {
  @Test(arguments: [
    ("back", Reach.back), ("BUTTOCK", .buttock), ("bu", .buttock), ("ba", .back), ("th", .thigh),
    ("toe", .toes), ("k", .knee), ("calf", .calf), ("f", .foot), ("0", .back), ("4", .calf),
    ("6", .toes),
  ])
  func `A reach is a word, the start of one or a number`(text: String, expected: Reach) throws {
    #expect(try Reach(text) == expected)
  }

  @Test(arguments: [
    ("", InputError.unknownReach), ("arm", .unknownReach), ("7", .unknownReach),
    ("-1", .unknownReach), ("leg", .unknownReach),
    ("b", .ambiguousReach(first: "back", second: "buttock")),
    ("t", .ambiguousReach(first: "thigh", second: "toes")),
  ])
  func `A word for two places or none is refused`(text: String, error: InputError) {
    #expect(throws: error) { _ = try Reach(text) }
  }

  @Test func `The numbers of the reach are those of the journal`() {
    #expect(Reach.allCases.map(\.rawValue) == Array(0...6))
    #expect(
      Reach.allCases.map(\.name) == ["back", "buttock", "thigh", "knee", "calf", "foot", "toes"])
  }

  @Test(arguments: [("left", BodySide.left), ("R", .right), ("both", .both), ("l", .left)])
  func `A side is a word or the start of one`(text: String, expected: BodySide) throws {
    #expect(try BodySide(text) == expected)
  }

  @Test(arguments: ["", "x", "leftish", "neither", "0"])
  func `What is not a side is refused`(text: String) {
    #expect(throws: InputError.unknownSide) { _ = try BodySide(text) }
  }
}

@Suite struct LagRangeExpressionTests {
  @Test(arguments: [
    ("-7...14", -7...14), ("-7..14", -7...14), ("1", 1...1), ("-3", -3...(-3)), ("0..3", 0...3),
    ("-7 .. -1", -7...(-1)), ("-90..90", -90...90),
  ])
  func `Lags have two ends or one`(text: String, expected: ClosedRange<Int>) throws {
    #expect(try LagRangeExpression.parse(text) == expected)
  }

  @Test(arguments: [
    ("", InputError.unknownLags), ("..3", .unknownLags), ("1..", .unknownLags), ("a", .unknownLags),
    ("1-3", .unknownLags), ("--1", .unknownLags), ("1....3", .unknownLags), ("1.5", .unknownLags),
    ("3..1", .backwardsLags), ("0..91", .lagsOutOfRange), ("-91", .lagsOutOfRange),
  ])
  func `What is not a range of lags is refused`(text: String, error: InputError) {
    #expect(throws: error) { try LagRangeExpression.parse(text) }
  }
}

@Suite struct NearMissTests {
  static let shoes = ["Pegasus 40", "Pegasus 41", "Ghost", "Ghost Max", "Läufer", "x"]

  @Test(arguments: [
    ("pegasus 40", NameMatch.match("Pegasus 40")),
    ("pegasus", .ambiguous(["Pegasus 40", "Pegasus 41"])),
    ("GHOST", .match("Ghost")), ("ghost m", .match("Ghost Max")),
    ("gho", .ambiguous(["Ghost", "Ghost Max"])),
    ("LÄU", .match("Läufer")), ("x", .match("x")),
    ("pegasis", .none(suggestions: ["Pegasus 40", "Pegasus 41"])),
    ("pegsaus 41", .none(suggestions: ["Pegasus 41", "Pegasus 40"])),
    ("ghots", .none(suggestions: ["Ghost", "Ghost Max"])),
    ("laufer", .none(suggestions: ["Läufer"])),
    ("brooks", .none(suggestions: [])), ("", .none(suggestions: [])), ("y", .none(suggestions: [])),
    ("zzzzzzzzzz", .none(suggestions: [])),
  ])
  func `A word finds its candidate or what it may be a slip for`(word: String, expected: NameMatch)
  {
    #expect(NameMatch(word, among: Self.shoes) == expected)
  }

  @Test(arguments: [
    ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("a cat", "an act", 2), ("ab", "ba", 1),
  ])
  func `Slips are counted as optimal string alignment does`(
    word: String, candidate: String, slips: Int
  ) {
    #expect(NameMatch.distance(from: Array(word), to: Array(candidate)) == slips)
  }

  @Test func `No more than three suggestions are made`() {
    let names = ["swim", "swum", "swap", "swat"]
    #expect(
      NameMatch("swam", among: names) == .none(suggestions: ["swim", "swum", "swap"]))
  }
}

@Suite struct InputErrorTests {
  @Test func `Every message is one sentence that says what to write`() {
    let errors: [InputError] = [
      .unknownDay, .ambiguousDay(thursday, thursday + 30), .shortYear, .noSuchDay, .wrongWeekday,
      .notOneDay,
      .tooLongAgo, .futureDay(thursday), .oldDay(thursday, "9 years ago"), .openRange,
      .backwardsRange, .unknownMonth,
      .futureMonth(thursday.month), .ambiguousComma, .unknownDistance, .ambiguousMetres,
      .distanceOutOfRange, .unknownDuration, .bareDuration, .durationOutOfRange, .unknownPace,
      .paceOutOfRange, .unknownTime, .bareHour, .unknownSetsAndReps, .setsAndRepsOutOfRange,
      .notARating, .notAnExertion, .unknownReach, .ambiguousReach(first: "a", second: "b"),
      .bareMeasure, .longRange, .notAnID, .unknownRun, .unknownExerciseKind,
      .unknownSide, .unknownLags, .backwardsLags, .lagsOutOfRange,
    ]
    for error in errors {
      #expect(error.description.hasSuffix("."))
      #expect([";", " must be ", ", as in "].contains(where: error.description.contains))
      #expect(error.about("zq9").description.contains("'zq9'"))
      #expect(!error.description.dropLast().contains(". "))
    }
  }
}
