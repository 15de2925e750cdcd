// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "TypedMedia",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .library(name: "TypedMedia", targets: ["TypedMedia", "TypedMediaSchema"]),
    .library(name: "Hoox", targets: ["Hoox"]),
    .library(name: "Hedra", targets: ["Hedra"]),
    .library(name: "IndoxHub", targets: ["IndoxHub"]),
    .library(name: "TypedMediaSandbox", targets: ["TypedMediaSandbox"]),
    .library(name: "TypedMediaGenerator", targets: ["TypedMediaGenerator"]),
    .executable(name: "typed-media", targets: ["typed-media"]),
    .plugin(name: "GenerateRequests", targets: ["GenerateRequests"]),
  ],
  targets: [
    // What apps link.
    .target(name: "TypedMediaSchema"),
    .target(name: "TypedMedia", dependencies: ["TypedMediaSchema"]),
    .target(name: "Hoox", dependencies: ["TypedMedia"], plugins: ["GenerateRequests"]),
    .target(name: "Hedra", dependencies: ["TypedMedia"], plugins: ["GenerateRequests"]),
    .target(name: "IndoxHub", dependencies: ["TypedMedia"], plugins: ["GenerateRequests"]),
    .target(name: "TypedMediaSandbox", dependencies: ["TypedMedia", "Hoox", "Hedra", "IndoxHub"]),
    .executableTarget(name: "demo", dependencies: ["Hoox", "TypedMediaSandbox"]),

    // What builds run.
    .target(name: "TypedMediaGenerator", dependencies: ["TypedMediaSchema"]),
    .executableTarget(name: "generate-requests", dependencies: ["TypedMediaGenerator"]),
    .executableTarget(
      name: "typed-media", dependencies: ["TypedMediaGenerator", "TypedMediaSchema"]),
    .plugin(
      name: "GenerateRequests", capability: .buildTool(), dependencies: ["generate-requests"]),

    .testTarget(name: "TypedMediaSchemaTests", dependencies: ["TypedMediaSchema"]),
    .testTarget(
      name: "TypedMediaGeneratorTests", dependencies: ["TypedMediaGenerator", "TypedMediaSchema"],
      exclude: ["Golden"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["TypedMedia", "TypedMediaSchema", "generate-requests", "typed-media"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["TypedMedia"], exclude: ["Golden/warnings.txt"]),
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
    .target(
      name: "ServiceTestSupport", dependencies: ["TypedMedia"], path: "Tests/ServiceTestSupport"),
    .testTarget(
      name: "TypedMediaTests",
      dependencies: ["LoopbackServer", "ServiceTestSupport", "TypedMedia", "TypedMediaSandbox"]),
    .testTarget(
      name: "CompileTimeTests", dependencies: ["Hoox", "Hedra", "IndoxHub"], exclude: ["Snippets"]),
    .testTarget(name: "HooxTests", dependencies: ["Hoox", "TypedMediaSandbox"]),
    .testTarget(
      name: "HedraTests", dependencies: ["Hedra", "ServiceTestSupport", "TypedMediaSandbox"]),
    .testTarget(
      name: "IndoxHubTests", dependencies: ["IndoxHub", "ServiceTestSupport", "TypedMediaSandbox"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
