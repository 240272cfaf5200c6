// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing it needs ever reaches a user. libFuzzer
// brings the main function.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "nerve", path: "../..")],
  targets: [
    .executableTarget(
      name: "fit-fuzzer",
      dependencies: [.product(name: "ActivityFiles", package: "nerve")],
      path: "Sources/FITFuzzer")
  ]
)
