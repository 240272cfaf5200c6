import CivilDay
import Testing

@testable import JournalStore
@testable import Reports

/// Whether a nerve lost function after a run of 10 October.
@Suite struct NewSignsTests {
  private func sign(
    _ day: Int, _ moment: PainRating.Moment? = .morning, numbness: Bool? = nil,
    weakness: Bool? = nil, unchanged: Bool = false
  ) -> DeclaredSigns {
    DeclaredSigns(
      day: october(day), moment: moment, numbness: numbness, tingling: nil, weakness: weakness,
      weaknessIsUnchanged: unchanged, saddleNumbness: nil, bladderOrBowel: nil, side: nil,
      medication: nil)
  }

  private func appeared(_ signs: DeclaredSigns..., runs: Set<Int> = [10]) -> Bool {
    NewSigns(signs, runDays: Set(runs.map { october($0) })).appeared(afterRunOn: october(10))
  }

  @Test func `Numbness that was not there before is new`() {
    #expect(appeared(sign(9, numbness: false), sign(11, numbness: true)))
    #expect(appeared(sign(10, .later, numbness: true)))
    #expect(!appeared(sign(8, numbness: true), sign(9), sign(11, numbness: true)))
    #expect(!appeared(sign(10, numbness: true), sign(11, numbness: true)))
    #expect(!appeared(sign(9, numbness: false), sign(11, numbness: false)))
  }

  @Test func `Weakness counts unless it is known and unchanged`() {
    #expect(appeared(sign(9, weakness: true), sign(11, weakness: true)))
    #expect(!appeared(sign(11, weakness: true, unchanged: true)))
    #expect(!appeared(sign(11, weakness: false)))
  }

  @Test func `What was there before the run, or came after the next, is not its doing`() {
    #expect(!appeared(sign(10, .morning, weakness: true)))
    #expect(!appeared(sign(12, weakness: true)))
    #expect(appeared(sign(11, .later, weakness: true)))
    #expect(!appeared(sign(11, .later, weakness: true), runs: [10, 11]))
  }

  @Test func `Such a run has not settled, whatever the pain says`() {
    let diary: [DiaryDay] = [.run(october(10), km: 5), .rest(october(11))]
    let run = RunSummary(day: october(10), distanceM: 5000, footwear: nil)
    let rule = RunResponses.Rule()
    let signs = [sign(10, .morning, numbness: false), sign(11, numbness: true)]
    #expect(RunResponses(to: [run], in: diary, by: rule).count(.unknown) == 1)
    #expect(RunResponses(to: [run], in: diary, by: rule, signs: signs).count(.notSettled) == 1)
  }
}
