// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that its dependencies never reach a user.
let package = Package(
  name: "CorrelationBenchmarks",
  dependencies: [.package(name: "nerve", path: "../..")],
  targets: [
    .executableTarget(
      name: "correlation-bench",
      dependencies: [.product(name: "Correlator", package: "nerve")],
      path: "Sources/Bench")
  ]
)
