import ActivityFiles
import Foundation
import Testing
@Suite struct Explore {
  @Test func all() throws {
    let root = URL(filePath: "/work/shared/data")
    for top in ["activities", "exports"] {
      for case let path as String in FileManager.default.enumerator(atPath: root.appending(path: top).path)! {
        let url = root.appending(path: top).appending(path: path)
        guard let d = try? Data(contentsOf: url), !d.isEmpty else { continue }
        do {
          let r = try Reading(Array(d))
          print("X|\(top)/\(path)|\(r.format)|\(r.activities.count)|\(r.reasons.count)|\(Set(r.reasons))")
          if top == "exports", let a = r.activities.first { print(a) }
        } catch { print("X|\(top)/\(path)|\(error)") }
      }
    }
  }
}
