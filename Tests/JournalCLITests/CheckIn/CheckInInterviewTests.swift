import JournalModel
import JournalStore
import Testing
@testable import EntryInput
@testable import JournalCLI

@Suite struct CheckInInterviewTests {
  private static let evening: [CheckInQuestion] = [
    .run, .legPain, .reach, .side, .numbness, .tingling, .weakness, .emergencySigns, .backPain,
    .sitting, .stress, .mood, .medication, .note,
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
        .run, .legPain, .numbness, .tingling, .weakness, .emergencySigns, .backPain, .sitting,
        .stress, .mood, .medication, .note,
      ])
    #expect(interview.answers.isEmpty)
    #expect(interview.knowsNothing)
    // That nobody knows of a run is an answer all the same.
    #expect(interview.mark == .notTracked)
    #expect(!interview.isEmpty)
    var morning = CheckInInterview(Array(Self.evening.dropFirst()))
    _ = asked(&morning)
    #expect(morning.isEmpty)
  }

  @Test func `Pain is followed by its place, no pain is not`() {
    var sore = CheckInInterview(Self.evening)
    #expect(asked(&sore, [.legPain: .rating(3)]).prefix(4) == [.run, .legPain, .reach, .side])
    var well = CheckInInterview(Self.evening)
    #expect(asked(&well, [.legPain: .rating(0)]).prefix(3) == [.run, .legPain, .numbness])
    #expect(well.answers == Changes(CheckIn { $0.legPain = Rating(0) }))
  }

  @Test(
    arguments: [
      [:], [.legPain: .rating(0)], [.legPain: .rating(6), .side: .side(.left)],
      [.numbness: .yesOrNo(false), .tingling: .yesOrNo(true), .weakness: .yesOrNo(false)],
      [.weakness: .yesOrNo(true)],
    ] as [[CheckInQuestion: CheckInAnswer]])
  func `The signs of an emergency are asked for whatever else was answered`(
    answers: [CheckInQuestion: CheckInAnswer]
  ) {
    var interview = CheckInInterview(Self.evening)
    #expect(asked(&interview, answers).contains(.emergencySigns))
  }

  @Test(
    arguments: [
      (CheckIn { $0.saddleNumbness = false }, true),
      (CheckIn { $0.bladderOrBowel = false }, true),
      (CheckIn { ($0.saddleNumbness, $0.bladderOrBowel) = (false, false) }, false),
    ] as [(CheckIn, Bool)])
  func `They are asked for also where they were answered before, but half of it lacks`(
    known: CheckIn, isLacking: Bool
  ) {
    let interview = CheckInInterview([.emergencySigns, .note], known: known)
    #expect(interview.question == .emergencySigns)
    #expect(interview.lacksSomething == isLacking)
  }

  @Test func `What is known is not asked, and counts for what follows`() {
    var interview = CheckInInterview(
      [.legPain, .reach, .side, .numbness, .weakness, .emergencySigns, .backPain],
      known: CheckIn { ($0.legPain, $0.weakness, $0.backPain) = (Rating(4), true, Rating(0)) })
    #expect(asked(&interview) == [.reach, .side, .numbness, .emergencySigns])
  }

  @Test func `A day that has everything but a note lacks nothing`() {
    let known = CheckIn {
      ($0.legPain, $0.backPain) = (Rating(0), Rating(0))
      ($0.numbness, $0.tingling, $0.weakness) = (false, false, false)
      ($0.sittingHours, $0.stress, $0.mood) = (5, Rating(1), Rating(7))
      ($0.saddleNumbness, $0.bladderOrBowel) = (false, false)
    }
    let questions = Array(Self.evening.dropFirst())
    let interview = CheckInInterview(questions, known: known)
    #expect(!interview.lacksSomething)
    #expect(interview.lacking == [.medication, .note])
    var open = known
    open.mood = nil
    #expect(CheckInInterview(questions, known: open).lacksSomething)
    // A day of which nobody said whether there was a run lacks that.
    #expect(CheckInInterview(Self.evening, known: known).lacking == [.run, .medication, .note])
    #expect(CheckInInterview(Self.evening, known: known).lacksSomething)
  }

  @Test func `The place is lacking while the pain is`() {
    let interview = CheckInInterview([.legPain, .reach, .side, .emergencySigns, .note])
    #expect(interview.lacking == [.legPain, .reach, .side, .emergencySigns, .note])
  }

  @Test func `Going back forgets the answer before and asks again`() {
    var interview = CheckInInterview(Self.evening)
    #expect(goesBack(&interview) == false)
    interview.answer(.noRun)
    interview.answer(.rating(3))
    interview.answer(.reach(.calf))
    #expect(interview.question == .side)
    #expect(goesBack(&interview) == true)
    #expect(interview.question == .reach)
    #expect(interview.answers == Changes(CheckIn { $0.legPain = Rating(3) }))
    #expect(goesBack(&interview) == true)
    interview.answer(.rating(0))
    #expect(interview.question == .numbness)
    #expect(interview.answers == Changes(CheckIn { $0.legPain = Rating(0) }))
    #expect(interview.mark == .rest)
    #expect(goesBack(&interview) == true)
    #expect(goesBack(&interview) == true)
    #expect(interview.question == .run)
    #expect(interview.mark == nil)
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

  @Test func `Runs, rest and flare-ups are no values of a check-in`() {
    var interview = CheckInInterview([.run, .flareUpBegins])
    interview.answer(.noRun)
    interview.answer(.yesOrNo(true))
    #expect(interview.answers.isEmpty)
    #expect(!interview.isEmpty)
    #expect(interview.mark == .rest)
    #expect(interview.flareUp == .begins)
    var over = CheckInInterview([.flareUpEnds])
    over.answer(.yesOrNo(true))
    #expect(over.flareUp == .ends)
    var neither = CheckInInterview([.flareUpBegins])
    _ = asked(&neither, [.flareUpBegins: .yesOrNo(false)])
    #expect(neither.isEmpty)
    #expect(!neither.knowsNothing)
    var ran = CheckInInterview([.run])
    ran.answer(.run(RunLine(text: "8.2km 45:10")))
    #expect(ran.run == RunLine(text: "8.2km 45:10"))
    #expect(ran.mark == nil)
    #expect(!ran.isEmpty)
  }

  /// Where the answers end before the question was asked, nothing is said.
  @Test func `A question that was not asked has no answer`() {
    let interview = CheckInInterview([.run, .legPain])
    #expect(interview.mark == nil)
    #expect(interview.run == nil)
    #expect(interview.isEmpty)
  }

  @Test func `Both signs of an emergency are values of their own`() {
    var interview = CheckInInterview([.weakness, .emergencySigns])
    interview.answer(.yesOrNo(true))
    interview.answer(.emergencySigns(saddleNumbness: false, bladderOrBowel: true))
    #expect(
      interview.answers
        == Changes(
          CheckIn { ($0.weakness, $0.saddleNumbness, $0.bladderOrBowel) = (true, false, true) }))
  }
}
