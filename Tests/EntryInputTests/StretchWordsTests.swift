import Testing
import JournalModel

@testable import EntryInput

@Suite struct StretchWordsTests {
  /// What words say, each exercise as `name amount side`.
  private static func told(_ line: String) throws -> [String] {
    try StretchWords.list(
      line.split(separator: " ").map { String($0.map { $0 == "_" ? " " : $0 }) },
      needsExercise: true
    ).map { part in
      [part.exercise, part.amount?.description, part.side?.rawValue].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("piriformis 3x30s", ["piriformis 3x30s"]),
    ("piriformis 3x30s hamstring 2x30s", ["piriformis 3x30s", "hamstring 2x30s"]),
    ("hip flexor 3x30s left cat-cow 12 right", ["hip flexor 3x30s left", "cat-cow 12 right"]),
    ("left hip flexor 3x30s", ["hip flexor 3x30s left"]),
    ("hip flexor left 3x30s calf", ["hip flexor 3x30s left", "calf"]),
    ("piriformis L hamstring 3x30s r", ["piriformis left", "hamstring 3x30s right"]),
    ("calf 3 x 30 s both bridge 3x 12", ["calf 3x30s both", "bridge 3x12"]),
    ("calf 2 x 1 min bridge 3 x12 reps", ["calf 2x60s", "bridge 3x12"]),
    ("calf, bridge, plank 30s", ["calf", "bridge", "plank 30s"]),
    ("calf 30s and bridge & plank", ["calf 30s", "bridge", "plank"]),
    ("calf 3x30s, left bridge", ["calf 3x30s", "bridge left"]),
    ("90/90 2x30s bridge", ["90/90 2x30s", "bridge"]),
    ("figure_4 2x30s", ["figure 4 2x30s"]), ("foam roller 10m left", ["foam roller 10:00 left"]),
  ])
  func `Exercises stand one after the other, each with its amount and its side`(
    line: String, expected: [String]
  ) throws {
    #expect(try Self.told(line) == expected)
  }

  @Test(arguments: ["calf 3x30s left right", "left calf right", "calf 3x", "calf 3x30q", "calf 0"])
  func `Two sides, or what is no amount, are refused`(line: String) {
    #expect(throws: (any Error).self) { try Self.told(line) }
  }
}
