// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing it needs ever reaches a user.
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
