import JournalStore
import Testing

@testable import JournalCLI

@Suite struct PainWordsTests {
  @Test(arguments: [
    (["4"], 4, nil, nil), (["4", "ca"], 4, Reach.calf, nil), (["l", "k", "0"], 0, .knee, .left),
    (["right"], nil, nil, BodySide.right), (["7/10", "Toes"], 7, .toes, nil), ([], nil, nil, nil),
  ])
  func `A rating, a place and a side are told apart in any order`(
    words: [String], leg: Int?, reach: Reach?, side: BodySide?
  ) throws {
    let told = try PainWords(words)
    #expect(told.leg == leg)
    #expect(told.reach == reach)
    #expect(told.side == side)
  }

  @Test func `Both sides are seen beside words that mean nothing`() {
    #expect(EmergencySign.declared(by: ["zq9", "both", "11"]) == ["side": "both"])
    #expect(EmergencySign.declared(by: ["BO"]) == ["side": "both"])
    #expect(EmergencySign.declared(by: ["b", "buttock", "left"]).isEmpty)
  }
}
