import JournalModel
import JournalStore
import Testing
@testable import EntryInput
@testable import JournalCLI

@Suite struct CheckInQuestionTests {
  @Test(arguments: [
    (CheckInQuestion.legPain, "3", CheckInAnswer.rating(3)), (.legPain, "0", .rating(0)),
    (.legPain, "x", .rating(10)), (.legPain, "10", .rating(10)), (.legPain, " 4/10 ", .rating(4)),
    (.reach, "0", .reach(.back)), (.reach, "6", .reach(.toes)), (.reach, "u", .reach(.buttock)),
    (.reach, "t", .reach(.thigh)), (.reach, "k", .reach(.knee)), (.reach, "C", .reach(.calf)),
    (.reach, "f", .reach(.foot)), (.reach, "o", .reach(.toes)), (.reach, "back", .reach(.back)),
    (.side, "l", .side(.left)), (.side, "r", .side(.right)), (.side, "2", .side(.both)),
    (.side, "both", .side(.both)), (.numbness, "y", .yesOrNo(true)),
    (.numbness, "No", .yesOrNo(false)),
    (.emergencySigns, "n", .emergencySigns(saddleNumbness: false, bladderOrBowel: false)),
    (.emergencySigns, "1", .emergencySigns(saddleNumbness: true, bladderOrBowel: false)),
    (.emergencySigns, "2", .emergencySigns(saddleNumbness: false, bladderOrBowel: true)),
    (.emergencySigns, "3", .emergencySigns(saddleNumbness: true, bladderOrBowel: true)),
    (.run, "n", .noRun), (.run, "No", .noRun), (.run, "none", .noRun),
    (.run, "8.2km 45:10", .run(RunLine(text: "8.2km 45:10"))),
    (.sitting, "7,5", .hours(7.5)), (.sleep, "7.5 h", .hours(7.5)), (.sleep, "0", .hours(0)),
    (.sleep, "24", .hours(24)), (.note, " Felt good ", .text("Felt good")),
    (.medication, "ibuprofen 400", .text("ibuprofen 400")),
  ])
  func `Keys and words are understood`(
    question: CheckInQuestion, typed: String, answer: CheckInAnswer
  ) {
    #expect(question.reply(typed) == .answer(answer))
  }

  @Test(arguments: [
    (CheckInQuestion.legPain, "z"), (.legPain, "11"), (.legPain, "-1"), (.legPain, "3.5"),
    (.legPain, "y"), (.reach, "7"), (.reach, "z"), (.side, "1"), (.side, "z"), (.numbness, "1"),
    (.emergencySigns, "4"), (.emergencySigns, "y"), (.run, "y"), (.run, "yes"), (.sleep, "25"),
    (.sleep, "-1"), (.sleep, "7,125"),
    (.sleep, "7:30"), (.sleep, "h"),
  ])
  func `What is no answer is not understood`(question: CheckInQuestion, typed: String) {
    #expect(question.reply(typed) == .notUnderstood)
  }

  @Test func `Text that the journal would refuse is not understood`() {
    #expect(CheckInQuestion.note.reply(String(repeating: "x", count: 10_001)) == .notUnderstood)
    #expect(
      CheckInQuestion.medication.reply(String(repeating: "x", count: 1_001)) == .notUnderstood)
    #expect(CheckInQuestion.note.reply("a\0b") == .notUnderstood)
  }

  @Test(arguments: CheckInQuestion.allCases)
  func `Enter is unknown, and some keys mean the same everywhere`(question: CheckInQuestion) {
    #expect(question.reply("") == .answer(nil))
    #expect(question.reply("  ") == .answer(nil))
    #expect(question.reply("b") == .back)
    #expect(question.reply("?") == .explanation)
    #expect(question.reply("L") == .lastValue)
    #expect((question.reply("l") == .lastValue) == (question != .side))
  }

  @Test(arguments: CheckInQuestion.allCases)
  func `A question fits on a line of 80 columns and says what it means`(
    question: CheckInQuestion
  ) {
    for isKey in [true, false] {
      let lines = question.prompt(byKey: isKey).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 })
      #expect(question.prompt(byKey: isKey).hasSuffix(": "))
    }
    #expect(question.explanation.hasSuffix("."))
    #expect(question.form.hint.hasSuffix("."))
  }

  /// So that nothing can be asked that cannot be typed in one line.
  @Test func `What a question asks is a field of a check-in that nerve pain fills`() {
    let fields = Set(EntryTable.checkIn.fields.map(\.name))
    for question in CheckInQuestion.allCases where !question.fields.isEmpty {
      #expect(question.option != nil)
    }
    let asked = Set(CheckInQuestion.allCases.flatMap(\.fields).map(\.field.name))
    #expect(fields.subtracting(asked) == ["day", "time", "utc_offset_min", "moment"])
  }

  @Test func `An answer takes as many values as its question has fields`() {
    let answers: [(CheckInQuestion, CheckInAnswer)] = [
      (.legPain, .rating(1)), (.reach, .reach(.calf)), (.side, .side(.left)),
      (.numbness, .yesOrNo(true)), (.sleep, .hours(7)), (.note, .text("x")),
      (.emergencySigns, .emergencySigns(saddleNumbness: true, bladderOrBowel: false)),
    ]
    for (question, answer) in answers {
      #expect(question.fields.count == answer.values.count)
    }
  }
}
