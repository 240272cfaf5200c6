import JournalStore
import Testing

@testable import JournalCLI

@Suite struct CheckInInterviewTests {
  private static let evening: [CheckInQuestion] = [
    .legPain, .reach, .side, .numbness, .tingling, .weakness, .emergencySigns, .backPain,
    .sitting, .stress, .mood, .medication, .note, .rest,
  ]

  /// The questions in the order in which they are asked, each answered as `answers`
  /// has it, else by unknown.
  private func asked(
    _ interview: inout CheckInInterview, _ answers: [CheckInQuestion: CheckInAnswer] = [:]
  ) -> [CheckInQuestion] {
    var asked: [CheckInQuestion] = []
    while let question = interview.question {
      asked.append(question)
      interview.answer(answers[question])
    }
    return asked
  }

  private func goesBack(_ interview: inout CheckInInterview) -> Bool { interview.goBack() }

  @Test func `Unknown is no value, and never 0`() {
    var interview = CheckInInterview(Self.evening)
    #expect(
      asked(&interview) == [
        .legPain, .numbness, .tingling, .weakness, .backPain, .sitting, .stress, .mood,
        .medication, .note, .rest,
      ])
    #expect(interview.values.isEmpty)
    #expect(interview.isEmpty)
  }

  @Test func `Pain is followed by its place, no pain is not`() {
    var sore = CheckInInterview(Self.evening)
    #expect(asked(&sore, [.legPain: .rating(3)]).prefix(3) == [.legPain, .reach, .side])
    var well = CheckInInterview(Self.evening)
    #expect(asked(&well, [.legPain: .rating(0)]).prefix(2) == [.legPain, .numbness])
    #expect(well.values == ["leg_pain": .integer(0)])
  }

  @Test(arguments: [
    (CheckInQuestion.numbness, CheckInAnswer.yesOrNo(true), true),
    (.weakness, .yesOrNo(true), true), (.side, .side(.both), true),
    (.tingling, .yesOrNo(true), false), (.weakness, .yesOrNo(false), false),
    (.side, .side(.left), false),
  ])
  func `The signs of an emergency are asked for where one may be`(
    question: CheckInQuestion, answer: CheckInAnswer, isAsked: Bool
  ) {
    var interview = CheckInInterview(Self.evening)
    let asked = asked(&interview, [.legPain: .rating(3), question: answer])
    #expect(asked.contains(.emergencySigns) == isAsked)
  }

  @Test func `What is known is not asked, and counts for what follows`() {
    var interview = CheckInInterview(
      [.legPain, .reach, .side, .numbness, .weakness, .emergencySigns, .backPain],
      known: ["leg_pain": .integer(4), "weakness": .integer(1), "back_pain": .integer(0)])
    #expect(asked(&interview) == [.reach, .side, .numbness, .emergencySigns])
  }

  @Test func `A day that has everything but a note lacks nothing`() {
    let known: [String: SQLiteValue] = [
      "leg_pain": .integer(0), "numbness": .integer(0), "tingling": .integer(0),
      "weakness": .integer(0), "back_pain": .integer(0), "sitting_hours": .real(5),
      "stress": .integer(1), "mood": .integer(7),
    ]
    let interview = CheckInInterview(Self.evening, known: known)
    #expect(!interview.lacksSomething)
    #expect(interview.lacking == [.medication, .note, .rest])
    var open = known
    open["mood"] = nil
    #expect(CheckInInterview(Self.evening, known: open).lacksSomething)
  }

  @Test func `The place is lacking while the pain is`() {
    let interview = CheckInInterview([.legPain, .reach, .side, .emergencySigns, .note])
    #expect(interview.lacking == [.legPain, .reach, .side, .note])
  }

  @Test func `Going back forgets the answer before and asks again`() {
    var interview = CheckInInterview(Self.evening)
    #expect(goesBack(&interview) == false)
    interview.answer(.rating(3))
    interview.answer(.reach(.calf))
    #expect(interview.question == .side)
    #expect(goesBack(&interview) == true)
    #expect(interview.question == .reach)
    #expect(interview.values == ["leg_pain": .integer(3)])
    #expect(goesBack(&interview) == true)
    interview.answer(.rating(0))
    #expect(interview.question == .numbness)
    #expect(interview.values == ["leg_pain": .integer(0)])
  }

  @Test func `Going back goes past what was not asked, and from the end`() {
    var interview = CheckInInterview([.legPain, .reach, .backPain])
    interview.answer(.rating(0))
    interview.answer(.rating(2))
    #expect(interview.question == nil)
    #expect(goesBack(&interview) == true)
    #expect(interview.question == .backPain)
    #expect(goesBack(&interview) == true)
    #expect(interview.question == .legPain)
  }

  @Test func `An answer after the end changes nothing`() {
    var interview = CheckInInterview([.legPain])
    interview.answer(.rating(1))
    let ended = interview
    interview.answer(.rating(9))
    #expect(interview == ended)
  }

  @Test func `Rest and flare-ups are no values of a check-in`() {
    var interview = CheckInInterview([.flareUpBegins, .rest])
    interview.answer(.yesOrNo(true))
    interview.answer(.yesOrNo(true))
    #expect(interview.values.isEmpty)
    #expect(!interview.isEmpty)
    #expect(interview.marksRest)
    #expect(interview.flareUp == .begins)
    var over = CheckInInterview([.flareUpEnds])
    over.answer(.yesOrNo(true))
    #expect(over.flareUp == .ends)
    var neither = CheckInInterview([.flareUpBegins, .rest])
    _ = asked(&neither, [.flareUpBegins: .yesOrNo(false), .rest: .yesOrNo(false)])
    #expect(neither.isEmpty)
  }

  @Test func `Both signs of an emergency are values of their own`() {
    var interview = CheckInInterview([.weakness, .emergencySigns])
    interview.answer(.yesOrNo(true))
    interview.answer(.emergencySigns(saddleNumbness: false, bladderOrBowel: true))
    #expect(
      interview.values == [
        "weakness": .integer(1), "saddle_numbness": .integer(0), "bladder_or_bowel": .integer(1),
      ])
  }
}
