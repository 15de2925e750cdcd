// swift-tools-version: 6.0
import PackageDescription

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let generator = Target.Dependency.product(name: "TypedMediaGenerator", package: "TypedMedia")
let comparison = Target.Dependency.product(name: "TypedMediaComparison", package: "TypedMedia")
let hoox = Target.Dependency.product(name: "Hoox", package: "TypedMedia")
let hedra = Target.Dependency.product(name: "Hedra", package: "TypedMedia")
let fal = Target.Dependency.product(name: "Fal", package: "TypedMedia")
let hedraV3 = Target.Dependency.product(name: "HedraV3", package: "TypedMedia")
let indoxHub = Target.Dependency.product(name: "IndoxHub", package: "TypedMedia")
let replicate = Target.Dependency.product(name: "Replicate", package: "TypedMedia")
let runtime = Target.Dependency.product(name: "TypedMedia", package: "TypedMedia")

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v13)],
  products: [
    // For the package `Servers`.
    .library(name: "CallOverhead", targets: ["CallOverhead"])
  ],
  dependencies: [
    .package(name: "TypedMedia", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "Workbench", dependencies: [generator, runtime]),
    .executableTarget(name: "corpus", dependencies: ["Workbench", arguments, generator, runtime]),
    .executableTarget(
      name: "constructs", dependencies: ["Workbench", arguments, generator, runtime]),
    .executableTarget(name: "fuzz", dependencies: ["Workbench", arguments, generator, runtime]),
    .executableTarget(
      name: "drift", dependencies: ["Workbench", arguments, comparison, generator, runtime]),
    .target(name: "LoopbackServer"),
    .executableTarget(
      name: "chaos",
      dependencies: [
        "LoopbackServer", "Workbench", arguments, fal, hedra, hedraV3, hoox, indoxHub, replicate,
        runtime,
      ]),
    .target(
      name: "CallOverhead", dependencies: ["LoopbackServer", "Workbench", arguments, runtime]),
    .executableTarget(
      name: "runtime",
      dependencies: ["CallOverhead", "LoopbackServer", "Workbench", arguments, runtime]),
    .executableTarget(
      name: "benchmarks", dependencies: ["Workbench", arguments, generator, runtime]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
