// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "TypedMedia",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .library(name: "TypedMedia", targets: ["TypedMedia", "TypedMediaSchema"]),
    .library(name: "Fal", targets: ["Fal", "FalCore"]),
    .library(name: "FalSandbox", targets: ["FalSandbox"]),
    .library(name: "Hoox", targets: ["Hoox", "HooxCore"]),
    .library(name: "HooxSandbox", targets: ["HooxSandbox"]),
    .library(name: "Hedra", targets: ["Hedra", "HedraCore"]),
    .library(name: "HedraSandbox", targets: ["HedraSandbox"]),
    .library(name: "HedraV3", targets: ["HedraV3", "HedraV3Core"]),
    .library(name: "HedraV3Sandbox", targets: ["HedraV3Sandbox"]),
    .library(name: "IndoxHub", targets: ["IndoxHub", "IndoxHubCore"]),
    .library(name: "IndoxHubSandbox", targets: ["IndoxHubSandbox"]),
    .library(name: "Replicate", targets: ["Replicate", "ReplicateCore"]),
    .library(name: "ReplicateSandbox", targets: ["ReplicateSandbox"]),
    .library(name: "TypedMediaTesting", targets: ["TypedMediaTesting"]),
    .library(name: "TypedMediaGenerator", targets: ["TypedMediaGenerator"]),
    .library(name: "TypedMediaComparison", targets: ["TypedMediaComparison"]),
    .library(name: "TypedMediaUpdating", targets: ["TypedMediaUpdating"]),
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
    .target(name: "TypedMediaTesting", dependencies: ["TypedMedia", "TypedMediaSchema"]),

    // The services: for each its core, its requests, and itself in process.
    .target(name: "FalCore", dependencies: ["TypedMedia"]),
    .target(
      name: "Fal", dependencies: ["FalCore", "TypedMedia"],
      exclude: ["schemas/MODELS.md"], plugins: ["GenerateRequests"]),
    .target(
      name: "FalSandbox", dependencies: ["Fal", "FalCore", "TypedMedia", "TypedMediaTesting"]),
    .target(name: "HooxCore", dependencies: ["TypedMedia"]),
    .target(
      name: "Hoox", dependencies: ["HooxCore", "TypedMedia"],
      exclude: ["schemas/MODELS.md"], plugins: ["GenerateRequests"]),
    .target(
      name: "HooxSandbox", dependencies: ["Hoox", "HooxCore", "TypedMedia", "TypedMediaTesting"]),
    .target(name: "HedraCore", dependencies: ["TypedMedia"]),
    .target(
      name: "Hedra", dependencies: ["HedraCore", "TypedMedia"],
      exclude: ["schemas/MODELS.md"], plugins: ["GenerateRequests"]),
    .target(
      name: "HedraSandbox",
      dependencies: ["Hedra", "HedraCore", "TypedMedia", "TypedMediaTesting"]),
    .target(name: "HedraV3Core", dependencies: ["TypedMedia"]),
    .target(
      name: "HedraV3", dependencies: ["HedraV3Core", "TypedMedia"],
      exclude: ["schemas/MODELS.md"], plugins: ["GenerateRequests"]),
    .target(
      name: "HedraV3Sandbox",
      dependencies: ["HedraV3", "HedraV3Core", "TypedMedia", "TypedMediaTesting"]),
    .target(name: "IndoxHubCore", dependencies: ["TypedMedia"]),
    .target(
      name: "IndoxHub", dependencies: ["IndoxHubCore", "TypedMedia"],
      exclude: ["schemas/MODELS.md"], plugins: ["GenerateRequests"]),
    .target(
      name: "IndoxHubSandbox",
      dependencies: ["IndoxHub", "IndoxHubCore", "TypedMedia", "TypedMediaTesting"]),
    .target(name: "ReplicateCore", dependencies: ["TypedMedia"]),
    .target(
      name: "Replicate", dependencies: ["ReplicateCore", "TypedMedia"],
      exclude: ["schemas/MODELS.md"], plugins: ["GenerateRequests"]),
    .target(
      name: "ReplicateSandbox",
      dependencies: ["Replicate", "ReplicateCore", "TypedMedia", "TypedMediaTesting"]),

    .executableTarget(
      name: "demo",
      dependencies: ["Hoox", "HooxCore", "HooxSandbox", "TypedMedia", "TypedMediaTerminal"]),

    // What builds run.
    .target(name: "TypedMediaGenerator", dependencies: ["TypedMediaSchema"]),
    .executableTarget(name: "generate-requests", dependencies: ["TypedMediaGenerator"]),
    .plugin(
      name: "GenerateRequests", capability: .buildTool(), dependencies: ["generate-requests"]),

    // What tests of generated code link.
    .target(
      name: "TypedMediaGeneratorTesting", dependencies: ["TypedMedia", "TypedMediaGenerator"]),

    // What people run.
    .target(name: "TypedMediaTerminal", dependencies: ["TypedMedia"]),
    .target(
      name: "TypedMediaComparison", dependencies: ["TypedMediaGenerator", "TypedMediaSchema"]),
    .target(
      name: "TypedMediaUpdating",
      dependencies: [
        "TypedMedia", "TypedMediaComparison", "TypedMediaGenerator", "TypedMediaSchema",
        "TypedMediaTerminal",
      ]),
    .executableTarget(
      name: "typed-media",
      dependencies: [
        "FalCore", "HedraCore", "HedraV3Core", "HooxCore", "IndoxHubCore", "ReplicateCore",
        "TypedMedia",
        "TypedMediaComparison", "TypedMediaGenerator", "TypedMediaSchema", "TypedMediaTerminal",
        "TypedMediaUpdating",
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
        "TypedMediaGeneratorTesting", "TypedMediaSchema", "TypedMediaTerminal",
        "TypedMediaUpdating", "demo", "generate-requests", "typed-media",
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
        "Hedra", "HedraSandbox", "HedraTestModels", "HedraV3", "HedraV3Sandbox",
        "HedraV3TestModels", "Hoox", "HooxSandbox", "HooxTestModels", "IndoxHub",
        "IndoxHubSandbox", "IndoxHubTestModels", "Replicate", "ReplicateSandbox",
        "ReplicateTestModels", "TypedMediaGenerator", "TypedMediaGeneratorTesting",
        "TypedMediaSchema",
      ],
      exclude: ["Documentation", "Snippets"]),
    // Models of the tests' own, so that no test of behaviour depends on what a service offers. A test target
    // cannot have the plugin: it would link the tool twice.
    .target(
      name: "HooxTestModels", dependencies: ["HooxCore", "TypedMedia"],
      path: "Tests/HooxTestModels",
      plugins: ["GenerateRequests"]),
    .target(
      name: "IndoxHubTestModels", dependencies: ["IndoxHubCore", "TypedMedia"],
      path: "Tests/IndoxHubTestModels",
      plugins: ["GenerateRequests"]),
    .target(
      name: "FalTestModels", dependencies: ["FalCore", "TypedMedia"], path: "Tests/FalTestModels",
      plugins: ["GenerateRequests"]),
    .target(
      name: "ReplicateTestModels", dependencies: ["ReplicateCore", "TypedMedia"],
      path: "Tests/ReplicateTestModels",
      plugins: ["GenerateRequests"]),
    .target(
      name: "HedraTestModels", dependencies: ["HedraCore", "TypedMedia"],
      path: "Tests/HedraTestModels",
      plugins: ["GenerateRequests"]),
    .target(
      name: "HedraV3TestModels", dependencies: ["HedraV3Core", "TypedMedia"],
      path: "Tests/HedraV3TestModels",
      plugins: ["GenerateRequests"]),
    .testTarget(
      name: "FalTests",
      dependencies: ["Fal", "FalCore", "FalSandbox", "FalTestModels", "ServiceTestSupport"],
      exclude: ["Documented"]),
    .testTarget(
      name: "HooxTests",
      dependencies: ["Hoox", "HooxCore", "HooxSandbox", "HooxTestModels", "ServiceTestSupport"],
      exclude: ["Documented"]),
    .testTarget(
      name: "HedraTests",
      dependencies: [
        "Hedra", "HedraCore", "HedraSandbox", "HedraTestModels", "ServiceTestSupport",
      ],
      exclude: ["Documented", "Snippets"]),
    .testTarget(
      name: "HedraV3Tests",
      dependencies: [
        "HedraV3", "HedraV3Core", "HedraV3Sandbox", "HedraV3TestModels", "ServiceTestSupport",
      ],
      exclude: ["Documented", "Snippets"]),
    .testTarget(
      name: "IndoxHubTests",
      dependencies: [
        "IndoxHub", "IndoxHubCore", "IndoxHubSandbox", "IndoxHubTestModels", "ServiceTestSupport",
        "TypedMediaGenerator", "TypedMediaUpdating",
      ],
      exclude: ["Documented", "Snippets"]),
    .testTarget(
      name: "ReplicateTests",
      dependencies: [
        "Replicate", "ReplicateCore", "ReplicateSandbox", "ReplicateTestModels",
        "ServiceTestSupport", "TypedMediaGenerator", "TypedMediaUpdating",
      ],
      exclude: ["Documented", "Snippets"]),
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
