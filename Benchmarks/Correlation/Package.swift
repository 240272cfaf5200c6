// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing it needs ever reaches a user.
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
