import Testing
import JournalModel

@testable import EntryInput

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

  @Test(arguments: [
    (["4", "hip"], Reach.buttock), (["4", "glutes"], .buttock), (["bum", "4"], .buttock),
    (["4", "hamstring"], .thigh), (["4", "HAMS"], .thigh), (["4", "back", "of", "thigh"], .thigh),
    (["4", "shin"], .calf), (["4", "lower", "leg", "left"], .calf), (["4", "lower leg"], .calf),
    (["heel", "4"], .foot), (["4", "ankle"], .foot), (["4", "big", "toe"], .toes),
    (["4", "kneecap"], .knee),
  ])
  func `Other names of a place are understood`(words: [String], reach: Reach) throws {
    let told = try PainWords(words)
    #expect(told.reach == reach)
    #expect(told.leg == 4)
    #expect(try Reach(words.filter { $0 != "4" && $0 != "left" }.joined(separator: " ")) == reach)
  }

  @Test func `A place may go by both of its names, but only once`() throws {
    #expect(try PainWords(["4", "bilateral"]).side == .both)
    #expect(try Reach("lower back") == .back)
    #expect(throws: UsageError.self) { try PainWords(["4", "hip", "thigh"]) }
  }

  /// The word, and what is told of it.
  @Test(arguments: [
    (["4", "lower", "back"], "'lower back' could be a place or back pain"),
    (["4", "back"], "'back' could be a place or back pain"),
    (
      ["4", "hamstrng"],
      "'hamstrng' is neither a part of the leg nor a side; did you mean hamstring"
    ),
    (["4", "xylophone"], "'xylophone' is neither a part of the leg nor a side; put"),
    (["hipp", "4"], "'hipp' is neither a part of the leg nor a side; did you mean hip"),
    (["much"], "'much' is not a rating"), (["4", "yesterday"], "'yesterday' is a day"),
    (["4", "5"], "Unexpected number '5'"), (["4", "b"], "'b' could be buttock or both"),
    (["11"], "'11' is not a rating"), (["4", "tingling"], "--tingling"),
  ])
  func `A word that cannot be read is quoted`(words: [String], told: String) {
    let error = #expect(throws: (any Error).self) {
      try PainWords(words, options: ["tingling"])
    }
    #expect(error.map { "\($0)".contains(told) } == true, "\(error.map { "\($0)" } ?? "")")
  }
}
