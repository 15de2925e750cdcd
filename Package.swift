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
    .library(name: "TypedMediaTesting", targets: ["TypedMediaTesting"]),
    .library(name: "TypedMediaSandbox", targets: ["TypedMediaSandbox"]),
    .library(name: "TypedMediaGenerator", targets: ["TypedMediaGenerator"]),
    .library(name: "TypedMediaComparison", targets: ["TypedMediaComparison"]),
    .library(name: "TypedMediaGeneratorTesting", targets: ["TypedMediaGeneratorTesting"]),
    .executable(name: "typed-media", targets: ["typed-media"]),
    // Xcode builds for a plugin what is a product.
    .executable(name: "generate-requests", targets: ["generate-requests"]),
    .plugin(name: "GenerateRequests", targets: ["GenerateRequests"]),
    .plugin(name: "UpdateSchemas", targets: ["UpdateSchemas"]),
    .plugin(name: "WriteRequests", targets: ["WriteRequests"]),
    .plugin(name: "DiffSchemas", targets: ["DiffSchemas"]),
  ],
  targets: [
    // What apps link.
    .target(name: "TypedMediaSchema"),
    .target(name: "TypedMedia", dependencies: ["TypedMediaSchema"]),
    .target(name: "Hoox", dependencies: ["TypedMedia"], plugins: ["GenerateRequests"]),
    .target(name: "Hedra", dependencies: ["TypedMedia"], plugins: ["GenerateRequests"]),
    .target(name: "IndoxHub", dependencies: ["TypedMedia"], plugins: ["GenerateRequests"]),
    .target(name: "TypedMediaTesting", dependencies: ["TypedMedia"]),
    .target(
      name: "TypedMediaSandbox",
      dependencies: ["Hedra", "Hoox", "IndoxHub", "TypedMedia", "TypedMediaTesting"]),
    .executableTarget(
      name: "demo", dependencies: ["Hedra", "Hoox", "IndoxHub", "TypedMedia", "TypedMediaSandbox"]),

    // What builds run.
    .target(name: "TypedMediaGenerator", dependencies: ["TypedMediaSchema"]),
    .executableTarget(name: "generate-requests", dependencies: ["TypedMediaGenerator"]),
    .plugin(
      name: "GenerateRequests", capability: .buildTool(), dependencies: ["generate-requests"]),

    // What tests of generated code link.
    .target(
      name: "TypedMediaGeneratorTesting", dependencies: ["TypedMedia", "TypedMediaGenerator"]),

    // What people run.
    .target(
      name: "TypedMediaComparison", dependencies: ["TypedMediaGenerator", "TypedMediaSchema"]),
    .executableTarget(
      name: "typed-media",
      dependencies: [
        "Hedra", "Hoox", "IndoxHub", "TypedMedia", "TypedMediaComparison", "TypedMediaGenerator",
        "TypedMediaSchema",
      ]),
    .plugin(
      name: "UpdateSchemas",
      capability: .command(
        intent: .custom(
          verb: "update-schemas", description: "Fetch the snapshots of a service's models."),
        permissions: [
          .allowNetworkConnections(
            scope: .all(ports: [443]), reason: "It asks the service for its models."),
          .writeToPackageDirectory(reason: "It writes the models' snapshots."),
        ]),
      dependencies: ["typed-media"]),
    .plugin(
      name: "DiffSchemas",
      capability: .command(
        intent: .custom(
          verb: "diff-schemas",
          description: "Say what changed between two sets of models, on the wire and in Swift.")),
      dependencies: ["typed-media"]),
    .plugin(
      name: "WriteRequests",
      capability: .command(
        intent: .custom(
          verb: "write-requests",
          description: "Write the Swift of the snapshots' models into the package."),
        permissions: [.writeToPackageDirectory(reason: "It writes the Swift of the models.")]),
      dependencies: ["typed-media"]),

    .testTarget(name: "TypedMediaSchemaTests", dependencies: ["TypedMediaSchema"]),
    .testTarget(
      name: "TypedMediaGeneratorTests", dependencies: ["TypedMediaGenerator", "TypedMediaSchema"],
      exclude: ["Golden"]),
    .testTarget(
      name: "TypedMediaGeneratorTestingTests",
      dependencies: ["TypedMedia", "TypedMediaGeneratorTesting"]),
    .testTarget(
      name: "TypedMediaComparisonTests",
      dependencies: ["TypedMediaComparison", "TypedMediaGenerator", "TypedMediaSchema"],
      exclude: ["Golden"]),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "LoopbackServer", "ServiceTestSupport", "TypedMedia", "TypedMediaGenerator",
        "TypedMediaSchema", "generate-requests", "typed-media",
      ]),
    .testTarget(
      name: "GoldenTests", dependencies: ["TypedMedia"], exclude: ["Golden/warnings.txt"]),
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
    .target(
      name: "ServiceTestSupport", dependencies: ["TypedMedia"], path: "Tests/ServiceTestSupport"),
    .testTarget(
      name: "TypedMediaTests",
      dependencies: ["LoopbackServer", "ServiceTestSupport", "TypedMedia", "TypedMediaTesting"]),
    .testTarget(
      name: "CompileTimeTests",
      dependencies: [
        "Hoox", "Hedra", "IndoxHub", "TypedMediaGenerator", "TypedMediaGeneratorTesting",
        "TypedMediaSandbox", "TypedMediaSchema",
      ],
      exclude: ["Documentation", "Snippets"]),
    .testTarget(
      name: "HooxTests", dependencies: ["Hoox", "ServiceTestSupport", "TypedMediaSandbox"]),
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
