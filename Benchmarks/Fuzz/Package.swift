// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that its dependencies never reach a user. libFuzzer
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
