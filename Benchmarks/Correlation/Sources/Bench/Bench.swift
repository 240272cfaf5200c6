import Correlator
import Foundation

/// Times the Correlator on a diary and prints one JSON object.
///
/// Usage: `correlation-bench FILE.csv SECONDS`, where the file has the header
/// `date,load,pain` and each question runs for about that many seconds.
@main
enum Bench {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let seconds = Double(arguments[2]) else {
      print("usage: correlation-bench FILE.csv SECONDS")
      exit(64)
    }
    let diary = try Diary(contentsOf: arguments[1])
    let profile = time(seconds) { lagProfile(load: diary.load, pain: diary.pain, lags: -7...14) }
    let effects = time(seconds) { adjustedEffects(diary, lags: 1...14) }
    let whole = time(seconds) { analyse(diary) }
    let output: [String: Any] = [
      "profile_ms": profile.milliseconds, "effects_ms": effects.milliseconds,
      "analyse_ms": whole.milliseconds,
      "profile": profile.result.map { lag in
        [
          lag.pearson.r, lag.spearman.r, lag.kendallTau, lag.pearson.effectiveN,
          lag.spearman.effectiveN, lag.pearson.p, lag.spearman.p, lag.pearson.ci95?.lower,
          lag.pearson.ci95?.upper, lag.spearman.ci95?.lower, lag.spearman.ci95?.upper,
        ].map { $0 ?? .nan }
      },
      "effects": effects.result.map {
        [$0.estimate.slope, $0.estimate.standardError, $0.estimate.p]
      },
    ]
    let data = try JSONSerialization.data(withJSONObject: output)
    print(String(decoding: data, as: UTF8.self))
  }

  /// The shortest duration of `body`, and its last result.
  static func time<Result>(
    _ seconds: Double, _ body: () -> Result
  ) -> (result: Result, milliseconds: Double) {
    let clock = ContinuousClock()
    var result = body()
    var shortest = Duration.seconds(1_000_000)
    let end = clock.now + .seconds(seconds)
    repeat {
      shortest = min(shortest, clock.measure { result = body() })
    } while clock.now < end
    return (result, shortest / .milliseconds(1))
  }
}
