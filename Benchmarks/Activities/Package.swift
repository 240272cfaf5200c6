// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that its dependencies never reach a user.
let package = Package(
  name: "ActivityBenchmarks",
  dependencies: [.package(name: "nerve", path: "../..")],
  targets: [
    .executableTarget(
      name: "fit-bench",
      dependencies: [.product(name: "ActivityFiles", package: "nerve")],
      path: "Sources/FITBench"),
    .executableTarget(
      name: "read",
      dependencies: [.product(name: "ActivityFiles", package: "nerve")],
      path: "Sources/Read"),
    .executableTarget(
      name: "damage",
      dependencies: [.product(name: "ActivityFiles", package: "nerve")],
      path: "Sources/Damage"),
  ]
)
